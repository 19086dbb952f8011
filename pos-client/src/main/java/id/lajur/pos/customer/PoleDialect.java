package id.lajur.pos.customer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How a pole display of two lines is spoken to. Each stays in one style: a CD5220 ignores the
 * cursor's commands after it was given whole lines.
 *
 * @see "CD5220 command reference; Epson DM-D series customer display commands"
 */
public enum PoleDialect {
  CD5220("1b400c1b5f00", "1b5141", "1b5142", "0d"),
  EPSON("1b401f010c1f4300", "1f240101", "1f240102", "");

  private static final byte CLEAR = 0x0c;

  private final String start;
  private final String upper;
  private final String lower;
  private final String end;

  /** Each as hexadecimal digits. */
  PoleDialect(String start, String upper, String lower, String end) {
    this.start = start;
    this.upper = upper;
    this.lower = lower;
    this.end = end;
  }

  /** As it is named in options. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reset, empty, no cursor. */
  byte[] start() {
    return bytes(start);
  }

  byte[] clear() {
    return new byte[] {CLEAR};
  }

  /** Both lines, over what is there. */
  byte[] lines(PoleText text) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(bytes(upper));
    out.writeBytes(text.upper().getBytes(US_ASCII));
    out.writeBytes(bytes(end));
    out.writeBytes(bytes(lower));
    out.writeBytes(text.lower().getBytes(US_ASCII));
    out.writeBytes(bytes(end));
    return out.toByteArray();
  }

  private static byte[] bytes(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
