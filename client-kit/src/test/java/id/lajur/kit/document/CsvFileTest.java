package id.lajur.kit.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @Test
  void aProgramReadsBackWhatStandsInTheTable() throws IOException {
    List<CSVRecord> records =
        read(
            Documents.of(
                Line.group("Minuman"),
                Line.row(
                    "899",
                    "Kopi \"hitam\",\nisi 10",
                    1_246L,
                    3L,
                    -12_500_50L,
                    105_000L,
                    LocalDate.of(2026, 11, 29),
                    Documents.MADE),
                Line.row("900", null, 2_000L),
                Line.total("Jumlah", null, null, 3L, -12_500_50L)));

    assertThat(records).hasSize(3);
    assertThat(records.get(0).toList())
        .startsWith("Kode", "Nama barang")
        .hasSize(Documents.COLUMNS.size());
    assertThat(records.get(1).toList())
        .containsExactly(
            "899",
            "Kopi \"hitam\",\nisi 10",
            "1.246",
            "3",
            "-12500.50",
            "10.5",
            "2026-11-29",
            "2026-11-29 14:32:05");
    assertThat(records.get(2).toList()).startsWith("900", "", "2", "", "");
  }

  @Test
  void itBeginsWithTheMarkThatTellsExcelItsEncodingAndLinesEndAsTheStandardSays()
      throws IOException {
    byte[] bytes = bytes(Documents.of(Documents.row(1)));

    assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).endsWith("\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=HYPERLINK(\"http://x\",\"klik\")",
        "+62812",
        "-2+3+cmd|' /C calc'!A0",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\uFF1D1"
      })
  void aTextThatASpreadsheetWouldRunIsATextThere(String name) throws IOException {
    assertThat(read(Documents.of(Line.row("1", name))).get(1).get(1)).isEqualTo("'" + name);
  }

  @Test
  void aNegativeNumberStaysANumber() throws IOException {
    assertThat(read(Documents.of(Line.row("1", "x", -1_500L))).get(1).get(2)).isEqualTo("-1.5");
  }

  @Test
  void aCellOfAnotherKindThanItsColumnIsAMistake() {
    TabularDocument wrong = Documents.of(Line.row("1", "x", "zwei"));

    assertThatThrownBy(() -> bytes(wrong)).isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bytes(TabularDocument document) throws IOException {
    var out = new ByteArrayOutputStream();
    FileKind.CSV.write(document, Documents.INDONESIAN, out);
    return out.toByteArray();
  }

  private static List<CSVRecord> read(TabularDocument document) throws IOException {
    String text = new String(bytes(document), StandardCharsets.UTF_8).substring(1);
    return CSVFormat.RFC4180.parse(new StringReader(text)).getRecords();
  }
}
