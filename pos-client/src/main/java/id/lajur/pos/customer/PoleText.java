package id.lajur.pos.customer;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.receipt.Ascii;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.ReceiptView;
import java.util.Map;

/**
 * The two lines of a pole display.
 *
 * @param upper 20 ASCII characters, as {@code lower}
 */
record PoleText(String upper, String lower) {
  private static final int WIDTH = 20;

  PoleText {
    if (upper.length() != WIDTH || lower.length() != WIDTH) {
      throw new IllegalArgumentException("not two lines of 20: " + upper + "|" + lower);
    }
  }

  /**
   * What is said of a view: the line that came last and the total, what is to pay, what was paid
   * and the change.
   */
  static PoleText of(CustomerView view, Texts words, Formats formats) {
    long total = view.basket().totalMinor();
    return switch (view.stage()) {
      case CLOSED ->
          new PoleText(
              centred(view.terminal().storeName()),
              centred(words.get("pole.closed", Map.of("lane", view.terminal().lane()))));
      case WELCOME ->
          new PoleText(centred(view.terminal().storeName()), centred(words.get("pole.welcome")));
      case BASKET ->
          new PoleText(
              view.basket().lastLine().map(line -> line(line, formats)).orElse(cut("", WIDTH)),
              pair(words.get("pole.total"), formats.money(total)));
      case TO_PAY ->
          new PoleText(
              pair(words.get("pole.total"), formats.money(total)),
              pair(words.get("pole.cash"), formats.money(view.basket().cashDueMinor())));
      case PAID -> {
        long paid = view.paid().map(ReceiptView::paidMinor).orElse(0L);
        long change = view.paid().map(ReceiptView::changeMinor).orElse(0L);
        yield new PoleText(
            pair(words.get("pole.paid"), formats.money(paid)),
            pair(words.get("pole.change"), formats.money(change)));
      }
    };
  }

  private static String line(LineView line, Formats formats) {
    String name = line.name();
    if (line.quantityMilli() != 1_000) {
      name = formats.quantity(line.quantityMilli()) + "x " + name;
    }
    return pair(name, formats.money(line.totalMinor()));
  }

  /** Words left, an amount right; the words give way, an amount is never cut. */
  private static String pair(String words, String amount) {
    String end = Ascii.of(amount);
    if (end.length() >= WIDTH - 1) {
      return cut(" ".repeat(Math.max(0, WIDTH - end.length())) + end, WIDTH);
    }
    return cut(words, WIDTH - 1 - end.length()) + " " + end;
  }

  private static String centred(String text) {
    String plain = Ascii.of(text).strip();
    String shown = plain.length() > WIDTH ? plain.substring(0, WIDTH) : plain;
    return cut(" ".repeat((WIDTH - shown.length()) / 2) + shown, WIDTH);
  }

  private static String cut(String text, int width) {
    String plain = Ascii.of(text);
    return plain.length() > width
        ? plain.substring(0, width)
        : plain + " ".repeat(width - plain.length());
  }
}
