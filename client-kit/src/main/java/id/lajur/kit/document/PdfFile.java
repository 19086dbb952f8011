package id.lajur.kit.document;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfWriter;
import id.lajur.kit.format.Formats;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A document to print: A4, the head on every page, figures right-aligned in equal width. A page
 * leaves memory when the next one begins.
 */
final class PdfFile {
  private static final float MARGIN = 36; // points: 12.7 mm

  private final TabularDocument document;
  private final Formats formats;
  private final PdfColumns columns;
  private final PdfPages pages;

  private PdfFile(TabularDocument document, Formats formats, PdfColumns columns, PdfPages pages) {
    this.document = document;
    this.formats = formats;
    this.columns = columns;
    this.pages = pages;
  }

  static void write(TabularDocument document, Formats formats, OutputStream out)
      throws IOException {
    write(document, formats, Instant.now(), out);
  }

  /**
   * @param made what its foot says of when it was made
   */
  static void write(TabularDocument document, Formats formats, Instant made, OutputStream out)
      throws IOException {
    PdfFont regular = new PdfFont("Regular");
    PdfFont bold = new PdfFont("SemiBold");
    PdfColumns columns =
        PdfColumns.of(
            document,
            formats,
            regular,
            bold,
            PageSize.A4.getWidth() - 2 * MARGIN,
            PageSize.A4.getHeight() - 2 * MARGIN);
    Rectangle size = columns.landscape() ? PageSize.A4.rotate() : PageSize.A4;
    Document pdf = new Document(size, MARGIN, MARGIN, MARGIN, MARGIN);
    try {
      PdfWriter writer = PdfWriter.getInstance(pdf, out);
      writer.setCloseStream(false);
      pdf.addTitle(document.title());
      pdf.addCreator("Lajur");
      pdf.open();
      PdfPages pages = new PdfPages(pdf, writer, regular, bold, document, columns, formats, made);
      new PdfFile(document, formats, columns, pages).lines();
      pages.finish();
      pdf.close();
    } catch (DocumentException e) {
      throw new IOException(e);
    }
  }

  private void lines() {
    for (Line line : document.lines()) {
      if (line.rank() == Line.Rank.GROUP) {
        pages.group(CellText.of(Column.Kind.TEXT, line.cell(0, Column.Kind.TEXT), formats));
      } else {
        pages.line(line.rank(), texts(line));
      }
    }
  }

  private List<String> texts(Line line) {
    List<String> texts = new ArrayList<>(columns.places().size());
    for (int i = 0; i < document.columns().size(); i++) {
      Column.Kind kind = document.columns().get(i).kind();
      texts.add(CellText.of(kind, line.cell(i, kind), formats));
    }
    return texts;
  }
}
