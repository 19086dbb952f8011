package id.lajur.kit.table;

import id.lajur.kit.document.Column.Kind;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as it is filtered, ordered and arranged now, to be filed or printed. */
final class TableDocument {
  private TableDocument() {}

  /**
   * @param about title, whose it is, and of what time
   * @param notes sentences above the rows: what was filtered, what was not read
   */
  static <R> TabularDocument of(
      DataTable.About about, List<String> notes, List<Column<R>> columns, List<R> rows) {
    return new TabularDocument(
        about.title(),
        about.store(),
        about.period(),
        notes,
        columns.stream()
            .map(
                column ->
                    new id.lajur.kit.document.Column(column.head(), column.kind().inDocument()))
            .toList(),
        lines(List.copyOf(columns), List.copyOf(rows)));
  }

  private static <R> Iterable<Line> lines(List<Column<R>> columns, List<R> rows) {
    boolean summed = columns.stream().anyMatch(Column::summed);
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return at < rows.size() || summed && at == rows.size();
          }

          @Override
          public Line next() {
            return at < rows.size() ? row(columns, rows.get(at++)) : total(columns, rows, at++);
          }
        };
  }

  private static <R> Line row(List<Column<R>> columns, R row) {
    var cells = new ArrayList<@Nullable Object>();
    for (Column<R> column : columns) {
      cells.add(Cells.inDocument(column.value().apply(row)));
    }
    return new Line(Line.Rank.ROW, cells);
  }

  private static <R> Line total(List<Column<R>> columns, List<R> rows, int count) {
    var cells = new ArrayList<@Nullable Object>();
    for (Column<R> column : columns) {
      cells.add(column.summed() ? (Object) TableRows.sum(column, rows) : null);
    }
    if (!columns.get(0).summed() && columns.get(0).kind().inDocument() == Kind.TEXT) {
      cells.set(0, Integer.toString(count));
    }
    return new Line(Line.Rank.TOTAL, cells);
  }
}
