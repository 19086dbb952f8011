package id.lajur.kit.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PdfFileTest {
  @Test
  void everyPageHasTheHeadAndSaysWhichOfHowManyItIs() throws IOException {
    PdfReader pdf = read(Documents.lasting(120));

    assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      String text = text(pdf, page);
      assertThat(text)
          .contains("Penjualan per barang")
          .contains("Nama barang")
          .contains("Halaman " + page + " dari " + pdf.getNumberOfPages())
          .contains("29 Nov 2026 14.32");
    }
    assertThat(text(pdf, 1)).contains("Kopi sachet isi sepuluh nomor 0").contains("Toko Maju Jaya");
    assertThat(text(pdf, pdf.getNumberOfPages())).contains("Kopi sachet isi sepuluh nomor 119");
  }

  @Test
  void amountsAreWrittenAsPeopleReadThemAndNeverCut() throws IOException {
    PdfReader pdf =
        read(Documents.of(Line.row("1", "x", 1_246L, 3L, -9_123_456_789_012_00L, 105_000L)));

    assertThat(text(pdf, 1).replace(" ", "")) // a narrow digit has room around it
        .contains("1,246")
        .contains("\u22129.123.456.789.012")
        .contains("10,5%");
  }

  @Test
  void aFewColumnsStandUprightAndManyLieAcross() throws IOException {
    TabularDocument narrow =
        new TabularDocument(
            "Pajak",
            "Toko",
            "",
            List.of(),
            Documents.COLUMNS.subList(1, 5),
            List.of(Line.row("PPN", 1_000L, 2L, 3_00L)));

    List<Column> twice = new ArrayList<>(Documents.COLUMNS);
    twice.addAll(Documents.COLUMNS);
    List<Object> cells = new ArrayList<>(Documents.row(1).cells());
    cells.addAll(Documents.row(1).cells());
    TabularDocument wide =
        new TabularDocument(
            "Semua", "Toko", "", List.of(), twice, List.of(new Line(Line.Rank.ROW, cells)));

    assertThat(read(narrow).getPageSizeWithRotation(1).getWidth()).isLessThan(600);
    assertThat(read(wide).getPageSizeWithRotation(1).getWidth()).isGreaterThan(800);
  }

  @Test
  void itsLettersAreInIt() throws IOException {
    PdfDictionary fonts =
        read(Documents.of(Documents.row(1)))
            .getPageN(1)
            .getAsDict(PdfName.RESOURCES)
            .getAsDict(PdfName.FONT);

    assertThat(fonts.getKeys()).isNotEmpty();
    fonts
        .getKeys()
        .forEach(
            name ->
                assertThat(
                        fonts
                            .getAsDict(name)
                            .getAsArray(PdfName.DESCENDANTFONTS)
                            .getAsDict(0)
                            .getAsDict(PdfName.FONTDESCRIPTOR)
                            .getAsStream(PdfName.FONTFILE3))
                    .as("%s", name)
                    .isNotNull());
  }

  @Test
  void digitsHaveOneWidthSoThatColumnsAlign() {
    PdfFont font = new PdfFont("Regular");

    assertThat(font.figures("1.111.111", 9)).isEqualTo(font.figures("8.888.888", 9));
    assertThat(font.width("1.111.111", 9)).isLessThan(font.width("8.888.888", 9));
  }

  @Test
  void aNameThatIsTooLongEndsInThreeDots() {
    PdfFont font = new PdfFont("Regular");

    String cut = font.cut("Minyak goreng kemasan botol plastik dua liter", 60, 9);

    assertThat(cut).endsWith("\u2026").startsWith("Minyak");
    assertThat(font.width(cut, 9)).isLessThanOrEqualTo(60);
  }

  @Test
  void aGroupNeverStandsAloneAtTheFootOfAPage() throws IOException {
    List<Line> lines =
        IntStream.range(0, 60)
            .boxed()
            .flatMap(
                i ->
                    List.of(
                        Line.group("Kelompok " + i + "."),
                        Documents.row(i),
                        Line.subtotal("Jumlah " + i + "."))
                        .stream())
            .toList();
    PdfReader pdf = read(Documents.of(lines));

    for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
      String text = text(pdf, page);
      for (int i = 0; i < 60; i++) {
        if (text.contains("Kelompok " + i + ".")) {
          assertThat(text).contains("Kopi sachet isi sepuluh nomor " + i);
        }
      }
    }
  }

  private static String text(PdfReader pdf, int page) throws IOException {
    return new PdfTextExtractor(pdf).getTextFromPage(page).replaceAll("\\s+", " ");
  }

  private static PdfReader read(TabularDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    PdfFile.write(document, Documents.INDONESIAN, Documents.MADE, out);
    return new PdfReader(out.toByteArray());
  }
}
