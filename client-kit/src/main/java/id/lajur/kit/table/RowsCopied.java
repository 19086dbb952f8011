package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.swing.JComponent;
import javax.swing.TransferHandler;

/** Copies rows with their heads, in columns parted by tabs, as a spreadsheet takes them. */
final class RowsCopied<R> extends TransferHandler {
  private final transient Supplier<List<R>> rows;
  private final transient Supplier<List<Column<R>>> columns;
  private final transient Formats formats;

  RowsCopied(Supplier<List<R>> rows, Supplier<List<Column<R>>> columns, Formats formats) {
    this.rows = rows;
    this.columns = columns;
    this.formats = formats;
  }

  @Override
  public int getSourceActions(JComponent component) {
    return COPY;
  }

  @Override
  protected Transferable createTransferable(JComponent component) {
    return new StringSelection(text(rows.get(), columns.get(), formats));
  }

  static <R> String text(List<R> rows, List<Column<R>> columns, Formats formats) {
    var text = new StringBuilder(line(columns.stream().map(Column::head).toList()));
    for (R row : rows) {
      text.append(
          line(
              columns.stream()
                  .map(column -> Cells.text(column.kind(), column.value().apply(row), formats))
                  .toList()));
    }
    return text.toString();
  }

  private static String line(List<String> cells) {
    return cells.stream()
            .map(cell -> cell.replace('\t', ' ').replace('\n', ' '))
            .collect(Collectors.joining("\t"))
        + "\n";
  }
}
