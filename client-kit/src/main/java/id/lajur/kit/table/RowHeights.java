package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import java.awt.Insets;
import javax.swing.JTable;
import javax.swing.UIManager;
import javax.swing.table.TableColumnModel;

/** Rows as high as the words need that {@linkplain Column#wraps wrap}. */
final class RowHeights<R> {
  private static final int MOST = 1_000; // rows; more of them stay at one line each

  private final JTable table;
  private final TableRows<R> rows;
  private final Formats formats;

  RowHeights(JTable table, TableRows<R> rows, Formats formats) {
    this.table = table;
    this.rows = rows;
    this.formats = formats;
  }

  /** Gives each row its height in the widths that the columns have now. */
  void fit() {
    if (rows.columns().stream().noneMatch(Column::wraps) || rows.seen().size() > MOST) {
      return;
    }
    for (int row = 0; row < rows.seen().size(); row++) {
      int high = table.getRowHeight() + (lines(rows.seen().get(row)) - 1) * CellRenderer.LINE;
      if (table.getRowHeight(row) != high) {
        table.setRowHeight(row, high);
      }
    }
  }

  private int lines(R row) {
    Insets margins = UIManager.getInsets("Table.cellMargins");
    TableColumnModel seen = table.getColumnModel();
    int most = 1;
    for (int at = 0; at < seen.getColumnCount(); at++) {
      Column<R> column = rows.columns().get(seen.getColumn(at).getModelIndex());
      if (column.wraps()) {
        int room = seen.getColumn(at).getWidth() - margins.left - margins.right;
        String words = Cells.text(column.kind(), column.value().apply(row), formats);
        most = Math.max(most, CellRenderer.lines(words, table.getFont(), room).size());
      }
    }
    return most;
  }
}
