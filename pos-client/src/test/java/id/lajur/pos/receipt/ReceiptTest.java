package id.lajur.pos.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptDiscount;
import id.lajur.sale.v1.ReceiptLine;
import id.lajur.sale.v1.ReceiptTax;
import id.lajur.sale.v1.ReceiptTender;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Receipt R of the tax rules, and receipts of all shapes. */
class ReceiptTest {
  @Test
  void theReceiptCarriesWhatATaxInvoiceOfARetailerMust() {
    String text = text(shop().build(), Paper.MM80);

    assertThat(text)
        .contains("Swalayan Melati")
        .contains("NPWP 0012345678901000")
        .contains("No L03-S000042                  23/11/2026 14:32")
        .contains("Lajur L03                   Kasir Siti Rahmawati")
        .contains("  1 pcs x 18.900                          18.900")
        .contains("  Potongan                                -1.900")
        .contains("  0,845 kg x 42.900                       36.251")
        .contains("TOTAL Rp                                 182.001")
        .contains("Pembulatan                                    -1")
        .contains("Tunai                                    200.000")
        .contains("Kembali                                   18.000")
        .contains("Harga termasuk PPN")
        .contains("DPP BIASA                                 64.189")
        .contains("DPP nilai lain                            58.840")
        .contains("PPN 12%                                    7.061")
        .contains("Bebas PPN                                110.751")
        .contains("||| L03-S000042 |||")
        .contains("7K2M-QX")
        .doesNotContain("SALINAN")
        .doesNotContain("LATIHAN");
  }

  @Test
  void aCopyAndATrainingShopAreMarked() {
    assertThat(text(shop().setCopyNumber(2).build(), Paper.MM58)).contains("*** SALINAN 2 ***");
    assertThat(text(shop().setTraining(true).build(), Paper.MM58))
        .contains("*** TOKO LATIHAN ***", "BUKAN BUKTI PEMBAYARAN");
  }

  @Test
  void aMemberAndAnotherPriceLevelStandUnderTheCashier() {
    Receipt receipt =
        shop()
            .setMemberName("Ratna W.")
            .setMemberNumber("****4471")
            .setPriceLevel("Anggota")
            .build();

    assertThat(text(receipt, Paper.MM80))
        .contains("Anggota Ratna W.                        ****4471\nTingkat harga Anggota\n---");
    assertThat(text(shop().build(), Paper.MM80)).doesNotContain("Anggota", "Tingkat harga");
  }

  @Test
  void whatIsNotAsciiIsReplaced() {
    Receipt receipt =
        shop()
            .clearLines()
            .addLines(goods("Crème brûlée × 2 \u7cd6 \ud83c\udf6c\n", 1_000))
            .build();

    assertThat(text(receipt, Paper.MM80)).contains("Creme brulee x 2 ? ?");
    assertThat(text(receipt, Paper.MM80)).matches("[ -~\n]*");
  }

  @Test
  void thePrinterGetsEachReceiptFromAKnownState() {
    String bytes = hex(ReceiptLayout.of(shop().build(), Paper.MM80, Language.INDONESIAN), false);

    assertThat(bytes).startsWith("1b401c2e1b7400").endsWith("1d564200");
    assertThat(bytes).doesNotContain("1b700019fa");
    assertThat(bytes).contains("1d6b490d7b42" + ascii("L03-S000042"));
    assertThat(bytes).contains("1d6850").contains("1d7702").contains("1d4802");
  }

  @Test
  void boldTallAndCentredRowsSayItInTheirBytes() {
    assertThat(hex(List.of(new PaperRow(PaperRow.Kind.TALL, true, "Toko")), false))
        .contains("1b4501", "1d2101", "1b6101", ascii("Toko") + "0a");
    assertThat(hex(List.of(new PaperRow(PaperRow.Kind.PLAIN, false, "Teh")), false))
        .contains("1b4500", "1d2100", "1b6100", ascii("Teh") + "0a");
  }

  @Test
  void theDrawerIsKickedBeforeThePaper() {
    assertThat(hex(List.of(), true)).isEqualTo("1b401c2e1b74001b700019fa1d564200");
  }

  @Test
  void anEnglishLaneGivesAnEnglishReceipt() {
    String text =
        PlainReceipt.text(
            ReceiptLayout.of(shop().setCopyNumber(1).build(), Paper.MM80, Language.ENGLISH),
            Paper.MM80);

    assertThat(text)
        .contains("*** COPY 1 ***")
        .contains("Lane L03" + " ".repeat(18) + "Cashier Siti Rahmawati")
        .contains("TOTAL Rp" + " ".repeat(33) + "182,001")
        .contains("Change" + " ".repeat(36) + "18,000")
        .contains("  0.845 kg x 42,900" + " ".repeat(23) + "36,251")
        .doesNotContain("SALINAN", "Kembali", "Pembulatan", "Kasir");
  }

  @Test
  void bothLanguagesOfThePaperSayTheSameThings() {
    Texts indonesian = Texts.of(ReceiptLayout.class, "receipt", Language.INDONESIAN);
    Texts english = Texts.of(ReceiptLayout.class, "receipt", Language.ENGLISH);

    assertThat(english.keys()).isEqualTo(indonesian.keys());
    for (String key : indonesian.keys()) {
      assertThat(english.placeholders(key)).as(key).isEqualTo(indonesian.placeholders(key));
    }
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void noRowIsWiderThanThePaperAndEveryAmountStandsWhole(long seed) {
    var random = new SplittableRandom(seed);
    Receipt.Builder receipt = shop().clearLines();
    for (int i = random.nextInt(1, 20); i > 0; i--) {
      receipt.addLines(
          goods(words(random), random.nextLong(1, 1_000_000))
              .setPriceMinor(random.nextLong(1, 10_000_000_000L) * 100)
              .setTotalMinor(random.nextLong(-10_000_000_000L, 10_000_000_000L) * 100));
    }
    receipt.setStoreName(words(random)).setStoreAddress(words(random)).setFooter(words(random));
    receipt.setOperatorName(words(random)).setTotalMinor(random.nextLong(1L << 50) * 100);
    var paper = new Paper(80, random.nextInt(24, 65));

    List<PaperRow> rows = ReceiptLayout.of(receipt.build(), paper, Language.INDONESIAN);

    assertThat(rows).allMatch(row -> row.text().length() <= paper.columns());
    List<String> ends = rows.stream().map(row -> row.text().replaceAll(".* ", "")).toList();
    receipt.getLinesList().forEach(line -> assertThat(ends).contains(money(line.getTotalMinor())));
    assertThat(ends).contains(money(receipt.getTotalMinor()));
  }

  private static String words(SplittableRandom random) {
    var words = new StringBuilder();
    for (int i = random.nextInt(0, 12); i >= 0; i--) {
      words.append("x".repeat(random.nextInt(1, 20))).append(random.nextInt(9) == 0 ? "" : " ");
    }
    return words.toString();
  }

  private static String money(long minor) {
    return String.format(Locale.ROOT, "%,d", minor / 100).replace(',', '.');
  }

  private static String text(Receipt receipt, Paper paper) {
    return PlainReceipt.text(ReceiptLayout.of(receipt, paper, Language.INDONESIAN), paper);
  }

  private static String hex(List<PaperRow> rows, boolean opensDrawer) {
    return HexFormat.of().formatHex(EscPosReceipt.bytes(rows, opensDrawer));
  }

  private static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static ReceiptLine.Builder goods(String name, long rupiah) {
    return ReceiptLine.newBuilder()
        .setName(name)
        .setUnit("pcs")
        .setQuantityMilli(1_000)
        .setPriceMinor(rupiah * 100)
        .setTotalMinor(rupiah * 100)
        .setKind(LineKind.LINE_KIND_SALE);
  }

  private static Receipt.Builder shop() {
    return Receipt.newBuilder()
        .setStoreName("Swalayan Melati")
        .setStoreAddress("Jl. Kenanga Raya 18, Depok")
        .setTaxNumber("0012345678901000")
        .setTerminal("L03")
        .setSeries("S")
        .setNumber(42)
        .setSoldAtMs(1_795_419_120_000L)
        .setTimeZone("Asia/Jakarta")
        .setOperatorName("Siti Rahmawati")
        .setCurrency("IDR")
        .setAmountUnitMinor(100)
        .addLines(goods("Mi Goreng Spesial", 15_500))
        .addLines(goods("Sabun Mandi", 18_900).setDiscountMinor(1_900_00).setTotalMinor(17_000_00))
        .addLines(goods("Minyak Goreng 2 L", 38_750))
        .addLines(goods("Beras 5 kg", 74_500))
        .addLines(
            goods("Apel", 42_900)
                .setUnit("kg")
                .setWeighed(true)
                .setQuantityMilli(845)
                .setTotalMinor(36_251_00))
        .setLinesMinor(182_001_00)
        .setTotalMinor(182_001_00)
        .setRoundingMinor(-1_00)
        .setChangeMinor(18_000_00)
        .addTenders(
            ReceiptTender.newBuilder().setKind("CASH").setName("Tunai").setAmountMinor(200_000_00))
        .addTaxes(
            ReceiptTax.newBuilder()
                .setTaxClass("BIASA")
                .setName("PPN")
                .setRateMicro(120_000)
                .setTaxableMinor(64_189_00)
                .setOtherBaseMinor(58_840_00)
                .setTaxMinor(7_061_00))
        .addTaxes(
            ReceiptTax.newBuilder()
                .setTaxClass("BEBAS")
                .setName("Bebas PPN")
                .setTaxableMinor(110_751_00)
                .setOtherBaseMinor(110_751_00))
        .setFooter("Terima kasih")
        .setChainCode("7K2M-QX");
  }

  @Test
  void discountsOnTheWholeBasketAreNamed() {
    Receipt receipt =
        shop()
            .addDiscounts(
                ReceiptDiscount.newBuilder()
                    .setSource(DiscountSource.DISCOUNT_SOURCE_MEMBER)
                    .setAmountMinor(5_000_00))
            .build();

    assertThat(text(receipt, Paper.MM58))
        .contains("Subtotal                 182.001")
        .contains("Potongan anggota          -5.000");
  }
}
