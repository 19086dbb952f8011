package id.lajur.kit.document;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.Barcode;
import com.lowagie.text.pdf.BarcodeEAN;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import id.lajur.kit.format.Formats;
import java.awt.Color;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** The labels of a shelf as a PDF: name, price large, unit, and the barcode where there is one. */
public final class ShelfLabels {
  private static final float MM = 72f / 25.4f;
  private static final float EDGE = 3 * MM;
  private static final float NAME = 9.5f;
  private static final float SMALL = 7;

  /** What the labels are on. */
  public enum Paper {
    /** A4 in three columns and eight rows of 70 by 37.125 mm, as sheets of labels are sold. */
    SHEET(70, 37.125f, 3, 8),
    /** A roll of 58 mm, a page of 40 mm a label. */
    ROLL_58(58, 40, 1, 1);

    private final float width;
    private final float height;
    private final int columns;
    private final int rows;

    Paper(float widthMm, float heightMm, int columns, int rows) {
      this.width = widthMm * MM;
      this.height = heightMm * MM;
      this.columns = columns;
      this.rows = rows;
    }

    private Rectangle page() {
      return this == SHEET ? PageSize.A4 : new Rectangle(width, height);
    }
  }

  /**
   * What one label says.
   *
   * @param unit that the price is of: pcs, kg
   * @param barcode any code of the unit, or empty; printed as bars when it is an EAN-13 or EAN-8
   */
  public record Label(String name, String unit, String code, String barcode, long priceMinor) {}

  private final PdfFont regular = new PdfFont("Regular");
  private final PdfFont bold = new PdfFont("Bold");
  private final Formats formats;

  private ShelfLabels(Formats formats) {
    this.formats = formats;
  }

  /**
   * Writes them, one after another in the given order.
   *
   * @throws IllegalArgumentException there are none
   * @throws IOException the file cannot be written; what was there before stays
   */
  public static void save(List<Label> labels, Paper paper, Formats formats, Path file)
      throws IOException {
    save(labels, paper, formats, file, () -> false);
  }

  /**
   * As above, for whoever may give it up meanwhile.
   *
   * @param stopped asked before each label
   * @throws CancellationException it said so; what was there before stays
   */
  public static void save(
      List<Label> labels, Paper paper, Formats formats, Path file, BooleanSupplier stopped)
      throws IOException {
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("no labels");
    }
    Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), "labels", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(beside)) {
        new ShelfLabels(formats).write(labels, paper, out, stopped);
      }
      Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private void write(List<Label> labels, Paper paper, OutputStream out, BooleanSupplier stopped)
      throws IOException {
    Document pdf = new Document(paper.page(), 0, 0, 0, 0);
    try {
      PdfWriter writer = PdfWriter.getInstance(pdf, out);
      pdf.addTitle("Lajur");
      pdf.open();
      int aPage = paper.columns * paper.rows;
      for (int i = 0; i < labels.size(); i++) {
        if (stopped.getAsBoolean()) {
          throw new CancellationException("given up");
        }
        if (i > 0 && i % aPage == 0) {
          pdf.newPage();
        }
        int at = i % aPage;
        float x = at % paper.columns * paper.width;
        float y = paper.page().getHeight() - (at / paper.columns + 1) * paper.height;
        label(writer.getDirectContent(), labels.get(i), paper, x, y);
      }
      pdf.close();
    } catch (DocumentException e) {
      throw new IOException(e);
    }
  }

  private void label(PdfContentByte page, Label label, Paper paper, float x, float y) {
    float left = x + EDGE;
    float right = x + paper.width - EDGE;
    float top = y + paper.height - EDGE;
    float room = right - left;
    String first = firstRow(label.name(), room);
    bold.write(page, first, left, top - NAME, NAME);
    String rest = label.name().substring(first.length()).strip();
    if (!rest.isEmpty()) {
      bold.write(page, bold.cut(rest, room, NAME), left, top - 2 * NAME - 2, NAME);
    }
    String price = formats.moneyWithSign(label.priceMinor());
    float size = 26;
    while (size > 12 && bold.width(price, size) > room) {
      size--;
    }
    bold.write(page, price, left, y + paper.height * .40f, size);
    String unit = "/ " + label.unit();
    regular.write(page, unit, left + bold.width(price, size) + 4, y + paper.height * .40f, SMALL);
    regular.write(page, label.code(), left, y + EDGE, SMALL);
    bars(page, label.barcode(), right, y + EDGE);
  }

  /** As many whole words as fit; a word that is too long alone is cut where the row ends. */
  private String firstRow(String name, float room) {
    if (bold.width(name, NAME) <= room) {
      return name;
    }
    int end = 0;
    for (int i = 0; i < name.length() && bold.width(name.substring(0, i + 1), NAME) <= room; i++) {
      if (name.charAt(i) == ' ') {
        end = i;
      }
    }
    if (end > 0) {
      return name.substring(0, end);
    }
    int most = name.length();
    while (most > 1 && bold.width(name.substring(0, most), NAME) > room) {
      most--;
    }
    return name.substring(0, most);
  }

  /** Bars end at the right; what is neither EAN-13 nor EAN-8 has none. */
  private static void bars(PdfContentByte page, String code, float right, float y) {
    if (!code.matches("\\d{13}|\\d{8}")) {
      return;
    }
    int even = 0;
    for (int i = code.length() - 2; i >= 0; i--) {
      even += (code.charAt(i) - '0') * ((code.length() - 2 - i) % 2 == 0 ? 3 : 1);
    }
    if ((10 - even % 10) % 10 != code.charAt(code.length() - 1) - '0') {
      return;
    }
    BarcodeEAN bars = new BarcodeEAN();
    bars.setCodeType(code.length() == 13 ? Barcode.EAN13 : Barcode.EAN8);
    bars.setCode(code);
    bars.setX(.75f);
    bars.setBarHeight(20);
    bars.setSize(6);
    bars.setFont(null);
    page.saveState();
    page.concatCTM(1, 0, 0, 1, right - bars.getBarcodeSize().getWidth(), y);
    bars.placeBarcode(page, Color.BLACK, Color.BLACK);
    page.restoreState();
  }
}
