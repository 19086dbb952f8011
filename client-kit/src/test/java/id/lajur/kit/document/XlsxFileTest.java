package id.lajur.kit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxFileTest {
  @TempDir private Path folder = Path.of("");

  private static final int HEAD = 5; // after title, store, period, note and an empty row

  @Test
  void numbersAndDatesAreRealAndHaveTheirFormats() throws IOException {
    List<Row> rows =
        read(
            Documents.of(
                Line.row(
                    "899",
                    "=1+1",
                    1_246L,
                    3L,
                    -12_500_50L,
                    105_000L,
                    LocalDate.of(2026, 11, 29),
                    Documents.MADE)));
    Row row = rows.get(HEAD);

    assertThat(row.getCellText(0)).isEqualTo("899");
    assertThat(row.getCell(1).getType()).isEqualTo(CellType.STRING); // no formula
    assertThat(row.getCellText(1)).isEqualTo("=1+1");
    assertThat(row.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("1.246");
    assertThat(row.getCellAsNumber(3).orElseThrow()).isEqualByComparingTo("3");
    assertThat(row.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("-12500.50");
    assertThat(row.getCellAsNumber(5).orElseThrow()).isEqualByComparingTo("0.105");
    assertThat(row.getCellAsDate(6).orElseThrow().toLocalDate())
        .isEqualTo(LocalDate.of(2026, 11, 29));
    assertThat(row.getCellAsDate(7).orElseThrow().withNano(0))
        .isEqualTo(LocalDateTime.of(2026, 11, 29, 14, 32, 5));
    assertThat(row.getCell(4).getDataFormatString()).isEqualTo("#,##0.00");
    assertThat(row.getCell(6).getDataFormatString()).isEqualTo("dd/mm/yyyy");
  }

  @Test
  void titlesStandAboveTheHeadAndSumsBelow() throws IOException {
    List<Row> rows =
        read(
            Documents.of(
                Line.group("Minuman"),
                Documents.row(1),
                Line.total("Jumlah", null, null, 1L, 12_500_00L)));

    assertThat(rows.get(0).getCellText(0)).isEqualTo("Penjualan per barang");
    assertThat(rows.get(1).getCellText(0)).isEqualTo("Toko Maju Jaya");
    assertThat(rows.get(HEAD - 1).getCellText(1)).isEqualTo("Nama barang");
    assertThat(rows.get(HEAD).getCellText(0)).isEqualTo("Minuman");
    assertThat(rows.get(HEAD + 2).getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("12500");
  }

  @Test
  void theHeadStaysInSightAndIsPrintedOnEveryPage() throws IOException {
    Map<String, String> parts = parts(Documents.of(Documents.row(1)));

    assertThat(parts.get("xl/worksheets/sheet1.xml"))
        .contains("ySplit=\"6\"")
        .contains("state=\"frozen\"")
        .contains("orientation=\"landscape\"");
    assertThat(parts.get("xl/workbook.xml")).contains("Print_Titles").contains("$6:$6");
  }

  @Test
  void aTitleThatExcelTakesForNoNameIsMadeOne() throws IOException {
    TabularDocument odd =
        new TabularDocument(
            "Stok: rak A/B [akhir] per 29 Nov 2026 sampai dengan sekarang",
            "Toko",
            "",
            List.of(),
            Documents.COLUMNS,
            List.of());

    assertThat(parts(odd).get("xl/workbook.xml"))
        .contains("name=\"Stok  rak A B  akhir  per 29 No\"");
  }

  private static List<Row> read(TabularDocument document) throws IOException {
    try (var book =
        new ReadableWorkbook(
            new ByteArrayInputStream(bytes(document)), new ReadingOptions(true, false))) {
      return book.getFirstSheet().read();
    }
  }

  private static byte[] bytes(TabularDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    FileKind.XLSX.write(document, Documents.INDONESIAN, out);
    return out.toByteArray();
  }

  private Map<String, String> parts(TabularDocument document) throws IOException {
    Path file = Files.write(folder.resolve("laporan.xlsx"), bytes(document));
    Map<String, String> parts = new HashMap<>();
    try (var zip = new ZipFile(file.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }
}
