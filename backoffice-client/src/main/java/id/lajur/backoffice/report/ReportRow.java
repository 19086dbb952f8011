package id.lajur.backoffice.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row.
 *
 * @param cells in the order of the report's columns, of the types that their kinds name
 * @param behind code of the item whose days lie behind it, empty = nothing does
 * @param title what it is of
 */
record ReportRow(List<@Nullable Object> cells, String behind, String title) {
  ReportRow {
    cells = Collections.unmodifiableList(new ArrayList<>(cells));
  }
}
