package id.lajur.server.wire;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;

/** Texts that people type: bounded, and without what no screen or paper can show. */
public final class Texts {
  private static final int MOST = 200;

  private Texts() {}

  /**
   * A text of up to 200 characters in any script, stripped of outer blanks.
   *
   * @throws Refusal TEXT_INVALID too long, or with control characters or lone surrogates
   */
  public static String plain(String text) {
    return plain(text, MOST);
  }

  /** As {@link #plain(String)}, of up to {@code most} characters. */
  public static String plain(String text, int most) {
    String stripped = text.strip();
    boolean odd =
        stripped
            .codePoints()
            .anyMatch(
                c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    if (odd || stripped.codePointCount(0, stripped.length()) > most) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", most);
    }
    return stripped;
  }

  /**
   * A reason that must be given.
   *
   * @throws Refusal REASON_NEEDED when it is blank, TEXT_INVALID
   */
  public static String reason(String text) {
    String plain = plain(text);
    if (plain.isEmpty()) {
      throw new Refusal(Reason.REASON_NEEDED);
    }
    return plain;
  }

  /**
   * A code as scanned or typed: 1 to 48 printable ASCII characters.
   *
   * @throws Refusal TEXT_INVALID
   */
  public static String code(String text) {
    String code = text.strip();
    if (code.isEmpty() || code.length() > 48 || !code.chars().allMatch(c -> c > 32 && c < 127)) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", 48);
    }
    return code;
  }

  /**
   * A code as scanned: 1 to 120 printable ASCII characters, GS1's separator among them.
   *
   * @throws Refusal TEXT_INVALID
   */
  public static String scan(String text) {
    if (text.length() > 120
        || text.chars().noneMatch(c -> c > 32)
        || !text.strip().chars().allMatch(c -> c > 32 && c < 127 || c == 0x1D)) {
      throw new Refusal(Reason.TEXT_INVALID).with("most", 120);
    }
    return text.strip();
  }
}
