package id.lajur.backoffice.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.Line;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportDocumentTest {
  private static final Formats FORMATS =
      new Formats(Language.INDONESIAN, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  private final ReportWords words = new ReportWords(FORMATS);

  @Test
  void aDocumentHasTheRowsTheSumsAndWhatMustBeKnown() {
    ReportTable table = Samples.table(ReportKind.SALES_ITEM);
    List<ReportColumn> columns = ReportKind.SALES_ITEM.columns(true);

    TabularDocument document =
        new ReportDocument(words, table, columns)
            .of("Penjualan per barang", "Toko Maju Jaya", "25 Nov 2026", List.of("Lajur: L01"));

    List<Line> lines = new ArrayList<>();
    document.lines().forEach(lines::add);
    assertThat(lines).hasSize(table.rows().size() + 1);
    Line sum = lines.get(lines.size() - 1);
    assertThat(sum.rank()).isEqualTo(Line.Rank.TOTAL);
    assertThat(sum.cells().get(0)).isEqualTo("Jumlah");
    assertThat(sum.cells().get(columns.size() - 5))
        .isEqualTo(table.totals().get(table.totals().size() - 1).value());
    assertThat(document.notes().get(0)).isEqualTo("Lajur: L01");
    assertThat(document.notes().get(1)).contains("setelah Z-nya");
    assertThat(document.columns().get(1).head()).isEqualTo("Nama barang");
  }

  @Test
  void whoMayNotSeeCostPrintsNone() {
    assertThat(ReportKind.SALES_ITEM.columns(false))
        .extracting(ReportColumn::key)
        .doesNotContain("cost", "margin", "marginShare")
        .contains("total");
    assertThat(ReportKind.STOCK_ITEM.columns(false))
        .extracting(ReportColumn::key)
        .doesNotContain("value", "unitCost");
  }

  @ParameterizedTest
  @EnumSource
  void everyReportIsWrittenInEveryKind(ReportKind kind) throws IOException {
    TabularDocument document =
        new ReportDocument(words, Samples.table(kind), kind.columns(true))
            .of(words.title(kind), "Toko Maju Jaya", "25 Nov 2026", List.of());

    for (FileKind file : FileKind.values()) {
      var out = new ByteArrayOutputStream();
      file.write(document, FORMATS, out);
      assertThat(out.size()).isGreaterThan(100);
      if (file == FileKind.CSV) {
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("\nJumlah,");
      }
    }
  }

  @Test
  void aFileIsNamedByReportAndDates() {
    ReportQuery query =
        new ReportQuery(
            ReportKind.SALES_ITEM,
            LocalDate.of(2026, 11, 1),
            LocalDate.of(2026, 11, 25),
            false,
            "",
            "",
            "");

    assertThat(ReportDocument.fileName("Penjualan: Kopi/Susu 10 × 20 g", query, "pdf"))
        .isEqualTo("penjualan-kopi-susu-10-20-g 2026-11-01 2026-11-25.pdf");
  }
}
