package id.lajur.pos.customer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.Locale;

/**
 * How a pole display of two lines is spoken to. Each stays in one style: a CD5220 ignores the
 * cursor's commands after it was given whole lines.
 *
 * @see "CD5220 command reference; Epson DM-D series customer display commands; DSP-800 mode of the
 *     Tysso VFD-550 manual, chapter 6.2 (its acknowledgements are not read)"
 */
public enum PoleDialect {
  CD5220("1b400c1b5f00", "0c", "1b5141", "1b5142", "0d"),
  EPSON("1b401f010c1f4300", "0c", "1f240101", "1f240102", ""),
  /** Positions 1 to 40 are 31 to 58; it has no reset of its own, and no cursor. */
  DSP800("040143315817", "040143315817", "0401503117", "0401504517", "");

  private final String start;
  private final String clear;
  private final String upper;
  private final String lower;
  private final String end;

  /** Each as hexadecimal digits. */
  PoleDialect(String start, String clear, String upper, String lower, String end) {
    this.start = start;
    this.clear = clear;
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
    return bytes(clear);
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
