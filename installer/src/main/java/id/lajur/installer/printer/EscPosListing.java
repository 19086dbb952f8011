package id.lajur.installer.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Walks over the bytes that come to a receipt printer, command by command, and stops at the first
 * that is none a receipt may use: a printer that only imitates ESC/POS would print it.
 *
 * @see "Epson, ESC/POS Command Reference"
 */
final class EscPosListing {
  private static final int CODE128 = 73;
  private static final int LEAST_PRINTABLE = 0x20;
  private static final int MOST_PRINTABLE = 0x7e;

  private final InputStream in;
  private final Consumer<String> line;
  private final Asked asked;
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private long offset = -1;

  /** A question for the printer's state, 1 to 4, to be answered at once. */
  interface Asked {
    void state(int question) throws IOException;
  }

  /** Something came that is no command of the reference, or no text that every printer has. */
  static final class NotEscPos extends IOException {
    private static final long serialVersionUID = 1L;

    NotEscPos(String what, long offset) {
      super(String.format(Locale.ROOT, "byte %d: %s", offset, what));
    }
  }

  /**
   * @param line told of each command and each row of text, as {@code offset command arguments}
   */
  EscPosListing(InputStream in, Consumer<String> line, Asked asked) {
    this.in = in;
    this.line = line;
    this.asked = asked;
  }

  /**
   * Walks to the end.
   *
   * @throws NotEscPos at the first byte that does not belong
   * @throws EOFException in the middle of a command
   */
  void walk() throws IOException {
    for (int b = next(); b >= 0; b = next()) {
      switch (b) {
        case 0x0a -> feed();
        case 0x10 -> realTime();
        case 0x1b -> escape();
        case 0x1c -> fs();
        case 0x1d -> group();
        default -> {
          if (b < LEAST_PRINTABLE || b > MOST_PRINTABLE) {
            throw new NotEscPos(String.format(Locale.ROOT, "0x%02X is no text", b), offset);
          }
          text.write(b);
        }
      }
    }
    if (text.size() > 0) {
      throw new EOFException("text without its line feed: " + text.toString(US_ASCII));
    }
  }

  private int next() throws IOException {
    int b = in.read();
    if (b >= 0) {
      offset++;
    }
    return b;
  }

  private int must() throws IOException {
    int b = next();
    if (b < 0) {
      throw new EOFException("a command without its end, after byte " + offset);
    }
    return b;
  }

  private void feed() {
    say("LF \"" + text.toString(US_ASCII) + "\"");
    text.reset();
  }

  private void say(String what) {
    line.accept(String.format(Locale.ROOT, "%6d %s", offset, what));
  }

  private void realTime() throws IOException {
    int eot = must();
    int question = must();
    if (eot != 4 || question < 1 || question > 4) {
      throw new NotEscPos("DLE " + eot + " " + question, offset);
    }
    asked.state(question);
  }

  private void escape() throws IOException {
    int command = must();
    switch (command) {
      case '@' -> say("ESC @");
      case 't' -> say("ESC t " + within("ESC t", 0, 0));
      case 'a' -> say("ESC a " + within("ESC a", 0, 2));
      case 'E' -> say("ESC E " + within("ESC E", 0, 1));
      case 'p' -> say("ESC p " + within("ESC p", 0, 1) + " " + within("on", 1, 255) + " " + must());
      default -> throw new NotEscPos("ESC " + (char) command, offset);
    }
  }

  private void fs() throws IOException {
    int command = must();
    if (command != '.') {
      throw new NotEscPos("FS " + (char) command, offset);
    }
    say("FS .");
  }

  private void group() throws IOException {
    int command = must();
    switch (command) {
      case '!' -> say("GS ! " + within("GS !", 0, 0x77));
      case 'H' -> say("GS H " + within("GS H", 0, 3));
      case 'h' -> say("GS h " + within("GS h", 1, 255));
      case 'w' -> say("GS w " + within("GS w", 2, 6));
      case 'k' -> barcode();
      case 'V' -> cut();
      default -> throw new NotEscPos("GS " + (char) command, offset);
    }
  }

  private void barcode() throws IOException {
    int system = must();
    int length = must();
    if (system != CODE128 || length < 2) {
      throw new NotEscPos("GS k " + system + " " + length, offset);
    }
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) must();
    }
    String code = new String(data, US_ASCII);
    if (!code.startsWith("{B")) {
      throw new NotEscPos("CODE128 without its code set: " + code, offset);
    }
    say("GS k 73 " + length + " " + code);
  }

  private void cut() throws IOException {
    int how = must();
    if (how != 66 && how != 65) {
      throw new NotEscPos("GS V " + how, offset);
    }
    say("GS V " + how + " " + must());
  }

  private int within(String command, int least, int most) throws IOException {
    int value = must();
    if (value < least || value > most) {
      throw new NotEscPos(command + " " + value, offset);
    }
    return value;
  }
}
