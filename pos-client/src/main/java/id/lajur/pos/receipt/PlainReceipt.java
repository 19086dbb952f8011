package id.lajur.pos.receipt;

import java.util.List;

/** A receipt as plain text, for a terminal or a window. */
public final class PlainReceipt {
  private PlainReceipt() {}

  /** The rows, each ended by a line feed; a barcode is shown as its contents between bars. */
  public static String text(List<PaperRow> rows, Paper paper) {
    var text = new StringBuilder();
    for (PaperRow row : rows) {
      boolean code = row.kind() == PaperRow.Kind.BARCODE;
      String words = code ? "||| " + row.text() + " |||" : row.text();
      int left = row.centred() ? Math.max(0, (paper.columns() - words.length()) / 2) : 0;
      text.append(" ".repeat(left)).append(words).append('\n');
    }
    return text.toString();
  }
}
