package id.lajur.pos.receipt;

import id.lajur.pos.receipt.PaperRow.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Rows of one paper, none wider than it. Words wrap; an amount is never cut: where it has no room
 * beside its words it gets a line of its own.
 */
final class PaperRows {
  private final int columns;
  private final List<PaperRow> rows = new ArrayList<>();

  PaperRows(Paper paper) {
    this.columns = paper.columns();
  }

  List<PaperRow> all() {
    return List.copyOf(rows);
  }

  void rule() {
    rows.add(new PaperRow(Kind.PLAIN, false, "-".repeat(columns)));
  }

  void centred(Kind kind, String text) {
    wrapped(kind, true, text);
  }

  void words(Kind kind, String text) {
    wrapped(kind, false, text);
  }

  void barcode(String contents) {
    rows.add(new PaperRow(Kind.BARCODE, true, Ascii.of(contents)));
  }

  void pair(Kind kind, String left, String right) {
    String start = Ascii.of(left);
    String end = Ascii.of(right);
    int gap = columns - start.length() - end.length();
    if (gap > 0) {
      rows.add(new PaperRow(kind, false, start + " ".repeat(gap) + end));
      return;
    }
    wrapped(kind, false, start);
    int room = columns - end.length();
    if (room >= 0) {
      rows.add(new PaperRow(kind, false, " ".repeat(room) + end));
    } else {
      wrapped(kind, false, end);
    }
  }

  /** Breaks at spaces; a word longer than the paper breaks where the paper ends. */
  private void wrapped(Kind kind, boolean centred, String text) {
    String rest = Ascii.of(text).strip();
    while (rest.length() > columns) {
      int space = rest.lastIndexOf(' ', columns);
      int end = space > 0 ? space : columns;
      rows.add(new PaperRow(kind, centred, rest.substring(0, end).stripTrailing()));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      rows.add(new PaperRow(kind, centred, rest));
    }
  }
}
