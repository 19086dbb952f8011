package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;

import id.lajur.pos.receipt.PaperRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the bytes that a lane sends to its printer back into the rows on the paper; a printer that
 * is only a window. What it does not know it passes over, as printers do.
 */
final class EscPosReader {
  private static final int CODE128 = 0x49;

  private final InputStream in;
  private final Status status;
  private final List<PaperRow> rows = new ArrayList<>();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private boolean centred;
  private boolean bold;
  private boolean tall;
  private boolean kicked;

  /** Answers a question of status (1 to 4) with its byte. */
  interface Status {
    void asked(int question) throws IOException;
  }

  /** One paper up to its cut. */
  record Sheet(List<PaperRow> rows, boolean drawerKicked) {
    Sheet {
      rows = List.copyOf(rows);
    }
  }

  EscPosReader(InputStream in, Status status) {
    this.in = in;
    this.status = status;
  }

  /**
   * The next paper.
   *
   * @return null at the end of the stream; what was not cut by then is lost
   */
  @org.jspecify.annotations.Nullable Sheet next() throws IOException {
    for (int b = in.read(); b >= 0; b = in.read()) {
      switch (b) {
        case 0x1b -> escape();
        case 0x1c -> skip(1);
        case 0x10 -> {
          skip(1);
          status.asked(in.read());
        }
        case 0x1d -> {
          if (groupCuts()) {
            return cut();
          }
        }
        case '\n' -> endRow();
        default -> text.write(b);
      }
    }
    return null;
  }

  private void escape() throws IOException {
    switch (in.read()) {
      case '@' -> reset();
      case 'a' -> centred = in.read() % 0x30 == 1;
      case 'E' -> bold = in.read() % 2 == 1;
      case 'p' -> {
        skip(3);
        kicked = true;
      }
      default -> skip(1);
    }
  }

  /** True at a cut. */
  private boolean groupCuts() throws IOException {
    switch (in.read()) {
      case '!' -> tall = (in.read() & 0x0f) > 0;
      case 'k' -> barcode();
      case 'V' -> {
        skip(in.read() > 1 ? 1 : 0);
        return true;
      }
      default -> skip(1);
    }
    return false;
  }

  private void barcode() throws IOException {
    boolean code128 = in.read() == CODE128;
    String data = new String(in.readNBytes(in.read()), US_ASCII);
    boolean named = code128 && data.startsWith("{B");
    rows.add(new PaperRow(PaperRow.Kind.BARCODE, centred, named ? data.substring(2) : data));
    text.reset();
    skip(1); // the line feed that ends it
  }

  private void endRow() {
    PaperRow.Kind kind =
        tall ? PaperRow.Kind.TALL : bold ? PaperRow.Kind.BOLD : PaperRow.Kind.PLAIN;
    rows.add(new PaperRow(kind, centred, text.toString(US_ASCII)));
    text.reset();
  }

  private Sheet cut() {
    Sheet sheet = new Sheet(rows, kicked);
    rows.clear();
    text.reset();
    kicked = false;
    return sheet;
  }

  private void reset() {
    centred = false;
    bold = false;
    tall = false;
  }

  private void skip(int bytes) throws IOException {
    in.readNBytes(bytes);
  }
}
