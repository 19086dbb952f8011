package id.lajur.pos.receipt;

import java.text.Normalizer;

/** Text that every receipt printer can print, whatever its code page. */
public final class Ascii {
  private Ascii() {}

  /** Marks are taken off letters; what still is not ASCII becomes "?", a control a space. */
  public static String of(String text) {
    var plain = new StringBuilder(text.length());
    Normalizer.normalize(text, Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> plain.append(plain(c)));
    return plain.toString();
  }

  private static char plain(int c) {
    if (c < ' ' || c == 127) {
      return ' ';
    }
    if (c < 127) {
      return (char) c;
    }
    return switch (c) {
      case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
      case '\u2018', '\u2019' -> '\'';
      case '\u201c', '\u201d' -> '"';
      case '\u00d7' -> 'x';
      default -> '?';
    };
  }
}
