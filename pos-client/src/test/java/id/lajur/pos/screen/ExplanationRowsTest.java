package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.pos.screen.ExplanationRows.Row;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A price in words, each step once, in both languages. */
class ExplanationRowsTest {
  private static final LineView TEA =
      new LineView(
          11,
          FakeLane.TEA,
          "Teh Celup Melati",
          "pcs",
          2_000,
          false,
          8_750_00,
          1_750_00,
          15_750_00,
          "",
          Optional.empty());

  @Test
  void everyStepIsToldFromTheListPriceDown() {
    assertThat(rows(FakeLane.why(TEA), Language.INDONESIAN))
        .containsExactly(
            new Row("Harga saat dipindai", "9.750", "Harga eceran.", false),
            new Row(
                "Diubah menjadi",
                "8.750",
                "Oleh Siti Rahmawati, disetujui Budi Hartono. Alasan: kemasan penyok.",
                false),
            new Row("2 × 8.750", "17.500", "", false),
            new Row(
                "Diskon 10%",
                "−1.750",
                "Oleh Siti Rahmawati, disetujui Budi Hartono. Alasan: kemasan penyok.",
                false),
            new Row(
                "Diskon anggota",
                "−412",
                "Bagian dari 10.000 atas seluruh keranjang. Oleh Siti Rahmawati. Alasan: anggota.",
                false),
            new Row("Promosi", "tidak ada", "", false),
            new Row(
                "PPN 12% di dalam harga",
                "1.520", "Dasar pengenaan 13.818,92, nilai lain 12.667,34.", false),
            new Row("Dibayar untuk baris ini", "15.338", "", true));
  }

  @Test
  void aPlainPriceOfAnotherLevelWithTaxOnTop() {
    var why =
        new ExplanationView(
            TEA,
            "grosir",
            8_750_00,
            ExplanationView.From.LIST,
            17_500_00,
            -33,
            Optional.empty(),
            List.of(),
            new ExplanationView.Tax("VAT", 110_000, true, 17_500_00, 17_500_00, 1_925_00),
            19_425_00);

    assertThat(rows(why, Language.ENGLISH))
        .containsExactly(
            new Row("Price when scanned", "8,750", "Price level: grosir.", false),
            new Row("2 × 8,750", "17,500", "", false),
            new Row("Rounding", "−0.33", "", false),
            new Row("Promotion", "none", "", false),
            new Row("VAT 11% on top of it", "+1,925", "On a base of 17,500.", false),
            new Row("Paid for this line", "19,425", "", true));
  }

  @Test
  void aLevelsPriceIsToldAfterTheRetailPrice() {
    var why =
        new ExplanationView(
            TEA,
            "Anggota",
            9_750_00,
            ExplanationView.From.LEVEL,
            17_500_00,
            0,
            Optional.empty(),
            List.of(),
            new ExplanationView.Tax("BEBAS", 0, false, 17_500_00, 17_500_00, 0),
            17_500_00);

    assertThat(rows(why, Language.INDONESIAN))
        .startsWith(
            new Row("Harga saat dipindai", "9.750", "Harga eceran.", false),
            new Row("Tingkat harga: Anggota.", "8.750", "", false),
            new Row("2 × 8.750", "17.500", "", false));
  }

  @Test
  void aLabelsPriceWithoutTax() {
    var why =
        new ExplanationView(
            TEA,
            "",
            0,
            ExplanationView.From.LABEL,
            15_000_00,
            0,
            Optional.empty(),
            List.of(),
            new ExplanationView.Tax("BEBAS", 0, false, 15_000_00, 15_000_00, 0),
            15_000_00);

    assertThat(rows(why, Language.INDONESIAN))
        .extracting(Row::label)
        .containsExactly(
            "Harga dari label", "Promosi", "Tanpa pajak (BEBAS)", "Dibayar untuk baris ini");
  }

  private static List<Row> rows(ExplanationView why, Language language) {
    return ExplanationRows.of(
        why,
        Texts.of(LanePanel.class, "lane", language),
        new Formats(language, FakeLane.TERMINAL.currency(), FakeLane.TERMINAL.zone()));
  }
}
