package id.lajur.backoffice.shop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Head and foot of a receipt, broken into rows as lanes print them.
 *
 * @param columns 48 on 80 mm paper, 32 on 58 mm
 * @param name rows of the shop's name, printed tall
 * @param head rows under it
 * @param foot rows at the end
 */
record ReceiptPreview(int columns, List<String> name, List<String> head, List<String> foot) {
  static final int WIDE = 48;
  static final int NARROW = 32;

  ReceiptPreview {
    name = List.copyOf(name);
    head = List.copyOf(head);
    foot = List.copyOf(foot);
  }

  /**
   * @param value the text that a setting has
   */
  static ReceiptPreview of(UnaryOperator<String> value, boolean narrow) {
    int columns = narrow ? NARROW : WIDE;
    List<String> head = new ArrayList<>(rows(value.apply("store.address"), columns));
    String taxNumber = value.apply("store.tax_number").strip();
    if (!taxNumber.isEmpty() && !value.apply("tax.registered").equals("NO")) {
      head.addAll(rows("NPWP " + taxNumber, columns));
    }
    head.addAll(rows(value.apply("receipt.header"), columns));
    return new ReceiptPreview(
        columns,
        rows(value.apply("store.name"), columns),
        head,
        rows(value.apply("receipt.footer"), columns));
  }

  /** Centred; breaks at spaces, and in a word longer than the paper where the paper ends. */
  private static List<String> rows(String text, int columns) {
    List<String> rows = new ArrayList<>();
    String rest = text.strip();
    while (rest.length() > columns) {
      int space = rest.lastIndexOf(' ', columns);
      int end = space > 0 ? space : columns;
      rows.add(centred(rest.substring(0, end).stripTrailing(), columns));
      rest = rest.substring(end).strip();
    }
    if (!rest.isEmpty()) {
      rows.add(centred(rest, columns));
    }
    return rows;
  }

  private static String centred(String row, int columns) {
    return " ".repeat((columns - row.length()) / 2) + row;
  }
}
