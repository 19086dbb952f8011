package id.lajur.server.sale;

import java.util.StringTokenizer;

/** What papers show of a member: enough for himself, too little for whoever finds the paper. */
final class PartlyHidden {
  private static final int SHOWN = 4;

  private PartlyHidden() {}

  /** The first word, and of each further one its first letter: "Siti Nur Aini" is "Siti N. A.". */
  static String name(String name) {
    StringBuilder shown = new StringBuilder();
    StringTokenizer words = new StringTokenizer(name);
    while (words.hasMoreTokens()) {
      String word = words.nextToken();
      if (shown.isEmpty()) {
        shown.append(word);
      } else {
        shown.append(' ').appendCodePoint(word.codePointAt(0)).append('.');
      }
    }
    return shown.toString();
  }

  /** The last four characters, of a short number its last half: "880001234567" is "****4567". */
  static String number(String number) {
    int shown = Math.min(SHOWN, number.length() / 2);
    return "*".repeat(SHOWN) + number.substring(number.length() - shown);
  }
}
