package id.lajur.pos.screen;

import java.util.Locale;
import java.util.Optional;

/**
 * Where the cash of a count goes that does not go to the safe.
 *
 * @param lane code of the lane whose next shift has it as its float; this one: it stays in the
 *     drawer
 * @param operator number of who alone may take over a drawer that stays; empty: whoever comes
 */
public record HandOver(String lane, String operator) {
  /**
   * As a cashier types it: {@code L02}, or {@code L01 103} with the operator's number.
   *
   * @return empty where nothing was typed: all cash goes to the safe
   */
  static Optional<HandOver> typed(String text) {
    String[] words = text.strip().toUpperCase(Locale.ROOT).split("\\s+", 2);
    return words[0].isEmpty()
        ? Optional.empty()
        : Optional.of(new HandOver(words[0], words.length == 1 ? "" : words[1]));
  }
}
