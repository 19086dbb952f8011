package id.lajur.pos.receipt;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.people.v1.Store;
import id.lajur.till.v1.CashCarried;
import id.lajur.till.v1.CashLine;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CashTaken;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.ReportTender;
import id.lajur.till.v1.ShiftReport;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** X, Z and slips of cash, to the last character. */
class ReportTest {
  private static final Instant AT = Instant.parse("2026-11-23T15:02:00Z");
  private static final String RECEIPT_HEAD = "0123456789abcdef".repeat(4);
  private static final String JOURNAL_HEAD = "fedcba9876543210".repeat(4);

  @Test
  void theZSaysWhatWasExpectedCountedAndDifferentAndProvesTheReceipts() {
    assertThat(text(z(), Paper.MM80, Language.INDONESIAN))
        .isEqualTo(
            """
                            Swalayan Melati
                       Jl. Kenanga Raya 18, Depok
                              LAPORAN Z 14
            ------------------------------------------------
            Tanggal usaha                         23/11/2026
            Lajur L03                   Kasir Siti Rahmawati
            Dibuka                          23/11/2026 06:58
            Ditutup                         23/11/2026 22:01
            ------------------------------------------------
            Penjualan                                    212
            Struk                                 831 - 1042
            TOTAL Rp                              18.245.900
            Potongan                                -112.400
            Pajak                                  1.208.311
            Retur                                    -18.900
            Pembulatan                                -4.100
            Baris dihapus                                  9
            Keranjang dibatalkan                           1
            Laci dibuka                                    2
            ------------------------------------------------
            Tunai (196)                           18.020.000
            Kartu (16)                             1.846.300
            Kembalian (171)                       -1.624.500
            ------------------------------------------------
            KAS DI LACI
            Modal awal (1)                           500.000
            Penjualan tunai (196)                 18.020.000
            Kembalian (171)                       -1.624.500
            Setoran (2)                          -10.000.000
            Seharusnya                             6.895.500
            Terhitung                              6.890.500
            SELISIH                                   -5.000
            ------------------------------------------------
                             STRUK LENGKAP
            Menurut lajur (212)                   18.245.900
            Menurut server (212)                  18.245.900
            ------------------------------------------------
            Rantai struk
            01234567 89abcdef 01234567 89abcdef 01234567
            89abcdef 01234567 89abcdef
            Rantai jurnal
            fedcba98 76543210 fedcba98 76543210 fedcba98
            76543210 fedcba98 76543210
            """);
  }

  @Test
  void onNarrowPaperNothingIsCutAndACopyIsMarked() {
    assertThat(text(z().asCopy(), Paper.MM58, Language.ENGLISH))
        .isEqualTo(
            """
                    Swalayan Melati
               Jl. Kenanga Raya 18, Depok
                      Z REPORT 14
                      *** COPY ***
            --------------------------------
            Business date         23/11/2026
            Lane L03  Cashier Siti Rahmawati
            Opened          23/11/2026 06:58
            Closed          23/11/2026 22:01
            Printed         23/11/2026 22:02
            --------------------------------
            Sales                        212
            Receipts              831 - 1042
            TOTAL Rp              18,245,900
            Discounts               -112,400
            Tax                    1,208,311
            Returns                  -18,900
            Rounding                  -4,100
            Lines removed                  9
            Baskets given up               1
            Drawer opened                  2
            --------------------------------
            Tunai (196)           18,020,000
            Kartu (16)             1,846,300
            Change (171)          -1,624,500
            --------------------------------
            CASH IN THE DRAWER
            Float (1)                500,000
            Cash sales (196)      18,020,000
            Change (171)          -1,624,500
            To the safe (2)      -10,000,000
            Expected               6,895,500
            Counted                6,890,500
            DIFFERENCE                -5,000
            --------------------------------
                   RECEIPTS COMPLETE
            Of the lane (212)     18,245,900
            At the server (212)   18,245,900
            --------------------------------
            Receipt chain
            01234567 89abcdef 01234567
            89abcdef 01234567 89abcdef
            01234567 89abcdef
            Journal chain
            fedcba98 76543210 fedcba98
            76543210 fedcba98 76543210
            fedcba98 76543210
            """);
  }

  @Test
  void aCopyThatTheServerHasNumberedSaysWhichItIsAndWhenItWasGiven() {
    ReportPrintout copy =
        ReportPrintout.copy(
            GetZReportResponse.newBuilder()
                .setReport(report())
                .setCopyNumber(3)
                .setCopiedAtMs(AT.plusSeconds(60).toEpochMilli())
                .build(),
            store(),
            AT.plusSeconds(300));

    assertThat(text(copy, Paper.MM58, Language.INDONESIAN))
        .contains("*** SALINAN 3 ***", "23/11/2026 22:03");
    assertThat(copy.asCopy()).as("some of it may be out").isEqualTo(copy);
  }

  @Test
  void aCopyOfAServerThatNumbersNoneSaysWhenTheLanePrintedIt() {
    GetZReportResponse older = GetZReportResponse.newBuilder().setReport(report()).build();

    assertThat(
            text(
                ReportPrintout.copy(older, store(), AT.plusSeconds(300)),
                Paper.MM58,
                Language.ENGLISH))
        .contains("*** COPY ***", "Printed         23/11/2026 22:07")
        .doesNotContain("1970");
  }

  @Test
  void receiptsThatTheLaneGaveAloneHaveARangeOfTheirOwn() {
    ShiftReport.Builder some =
        report().toBuilder().setEmergencyCount(3).setFirstEmergency(7).setLastEmergency(9);
    ShiftReport only = some.clone().setSaleCount(3).clearFirstReceipt().clearLastReceipt().build();

    assertThat(text(new ReportPrintout(some.build(), store(), AT), Paper.MM80, Language.INDONESIAN))
        .contains(
            """
            Penjualan                                    212
            Struk                                 831 - 1042
            Struk darurat (3)                        E7 - E9
            TOTAL Rp                              18.245.900
            """);
    assertThat(text(new ReportPrintout(only, store(), AT), Paper.MM58, Language.ENGLISH))
        .contains(
            """
            Sales                          3
            Emergency receipts (3)   E7 - E9
            TOTAL Rp              18,245,900
            """);
  }

  @Test
  void theXKeepsTheCountBlind() {
    ShiftReport running =
        report().toBuilder().clearZNumber().clearClosedAtMs().clearCountedCashMinor().build();

    assertThat(text(new ReportPrintout(running, store(), AT), Paper.MM80, Language.ENGLISH))
        .contains("X REPORT", "Printed", "18,245,900", "Tunai (196)")
        .doesNotContain("Expected", "DIFFERENCE", "6,895,500", "COMPLETE", "Closed");
  }

  @Test
  void theZNamesWhatWasTakenOverAndWhatIsCarriedOn() {
    ShiftReport handed =
        report().toBuilder()
            .addTaken(
                CashTaken.newBuilder()
                    .setTerminal("L01")
                    .setZNumber(7)
                    .setOperatorName("Siti Rahmawati")
                    .setAmountMinor(500_000_00))
            .setCarried(
                CashCarried.newBuilder()
                    .setTerminal("L02")
                    .setOperatorName("Siti Rahmawati")
                    .setAmountMinor(890_500_00))
            .build();

    assertThat(text(new ReportPrintout(handed, store(), AT), Paper.MM80, Language.ENGLISH))
        .contains(
            """
            To the safe (2)                      -10,000,000
            from L01, Z 7: Siti Rahmawati            500,000
            Expected                               6,895,500
            Counted                                6,890,500
            DIFFERENCE                                -5,000
            Carried to L02                           890,500
            To the safe                            6,000,000
            """);
  }

  @Test
  void theZNamesADrawerThatWasLeftAndForWhom() {
    ShiftReport.Builder left = report().toBuilder();
    left.getCarriedBuilder()
        .setTerminal("L03")
        .setOperatorName("Budi Hartono")
        .setAmountMinor(6_890_500_00L);

    assertThat(text(new ReportPrintout(left.build(), store(), AT), Paper.MM58, Language.INDONESIAN))
        .contains(
            """
            SELISIH                   -5.000
            Ditinggal di laci      6.890.500
            untuk Budi Hartono
            Ke brankas                     0
            """);
  }

  @Test
  void missingReceiptsAndAForcedEndAreSaid() {
    ShiftReport forced =
        report().toBuilder().setForced(true).setComplete(false).setLaneSaleCount(0).build();

    assertThat(text(new ReportPrintout(forced, store(), AT), Paper.MM58, Language.INDONESIAN))
        .contains("DITUTUP BERSAMA HARI, TIDAK", "STRUK TIDAK LENGKAP", "Menurut lajur (0)");
  }

  @Test
  void theZBearsTheHashOverItsReceipts() {
    ShiftReport proven = report().toBuilder().setReceiptsHash("0123456789abcdef".repeat(4)).build();

    assertThat(text(new ReportPrintout(proven, store(), AT), Paper.MM58, Language.ENGLISH))
        .contains("Hash over its receipts", "01234567 89abcdef");
    assertThat(text(new ReportPrintout(report(), store(), AT), Paper.MM58, Language.ENGLISH))
        .as("an X, or a Z of before")
        .doesNotContain("Hash over");
  }

  @Test
  void aShiftWithoutASaleHasAZToo() {
    ShiftReport nothing =
        ShiftReport.newBuilder().setZNumber(1).setBusinessDate("2026-11-23").build();

    assertThat(text(new ReportPrintout(nothing, store(), AT), Paper.MM58, Language.ENGLISH))
        .contains("Z REPORT 1", "Sales                          0")
        .doesNotContain("Receipts  ");
  }

  @Test
  void theZComesOutOfThePrinterAsBytes() {
    String bytes =
        new String(
            EscPosReceipt.bytes(z().rows(Paper.MM80, Language.INDONESIAN), false), ISO_8859_1);

    assertThat(bytes).startsWith("\u001b@\u001c.\u001bt\0").endsWith("\u001dVB\0");
    assertThat(bytes).contains("\u001d!\u0001LAPORAN Z 14\n").contains("SELISIH");
  }

  @Test
  void aSlipForCashNamesWayAmountReasonAndWhoApproved() {
    var slip =
        new CashSlip(
            store(),
            "L03",
            "Siti Rahmawati",
            CashMovement.CASH_MOVEMENT_PAY_OUT,
            50_000_00,
            "es batu untuk ikan",
            "Budi Hartono",
            AT,
            false);

    assertThat(PlainReceipt.text(slip.asCopy().rows(Paper.MM58, Language.INDONESIAN), Paper.MM58))
        .isEqualTo(
            """
                    Swalayan Melati
               Jl. Kenanga Raya 18, Depok
                       KAS KELUAR
                    *** SALINAN ***
            --------------------------------
            Lajur L03       23/11/2026 22:02
            Kasir Siti Rahmawati
            JUMLAH Rp                 50.000
            es batu untuk ikan
            Disetujui Budi Hartono
            --------------------------------
            Tanda tangan
            ................................
            """);
    assertThat(slip.rows(Paper.MM58, Language.INDONESIAN))
        .noneMatch(row -> row.text().contains("SALINAN"));
  }

  private static String text(ReportPrintout printout, Paper paper, Language language) {
    List<PaperRow> rows = printout.rows(paper, language);
    assertThat(rows).allMatch(row -> row.text().length() <= paper.columns());
    return PlainReceipt.text(rows, paper);
  }

  private static ReportPrintout z() {
    return new ReportPrintout(report(), store(), AT);
  }

  private static Store store() {
    return Store.newBuilder()
        .setName("Swalayan Melati")
        .setAddress("Jl. Kenanga Raya 18, Depok")
        .setCurrency("IDR")
        .setAmountUnitMinor(100)
        .setTimeZone("Asia/Jakarta")
        .build();
  }

  private static ShiftReport report() {
    return ShiftReport.newBuilder()
        .setTerminal("L03")
        .setZNumber(14)
        .setBusinessDate("2026-11-23")
        .setOperatorName("Siti Rahmawati")
        .setOpenedAtMs(Instant.parse("2026-11-22T23:58:00Z").toEpochMilli())
        .setClosedAtMs(Instant.parse("2026-11-23T15:01:00Z").toEpochMilli())
        .setSaleCount(212)
        .setFirstReceipt(831)
        .setLastReceipt(1042)
        .setSalesMinor(18_245_900_00L)
        .setDiscountMinor(112_400_00)
        .setTaxMinor(1_208_311_00)
        .setRoundingMinor(-4_100_00)
        .setReturnMinor(18_900_00)
        .setVoidedLines(9)
        .setVoidedBaskets(1)
        .setDrawerOpenings(2)
        .addTenders(tender("CASH", "Tunai", 196, 18_020_000_00L))
        .addTenders(tender("CARD", "Kartu", 16, 1_846_300_00))
        .addCash(cash("FLOAT", 1, 500_000_00))
        .addCash(cash("SALE", 196, 18_020_000_00L))
        .addCash(cash("CHANGE", 171, -1_624_500_00))
        .addCash(cash("DROP", 2, -10_000_000_00L))
        .setExpectedCashMinor(6_895_500_00L)
        .setCountedCashMinor(6_890_500_00L)
        .setDifferenceMinor(-5_000_00)
        .setReceiptHead(RECEIPT_HEAD)
        .setJournalHead(JOURNAL_HEAD)
        .setComplete(true)
        .setLaneSaleCount(212)
        .setLaneSaleTotalMinor(18_245_900_00L)
        .build();
  }

  private static ReportTender tender(String kind, String name, long count, long minor) {
    return ReportTender.newBuilder()
        .setKind(kind)
        .setName(name)
        .setCount(count)
        .setAmountMinor(minor)
        .build();
  }

  private static CashLine cash(String kind, long count, long minor) {
    return CashLine.newBuilder().setKind(kind).setCount(count).setAmountMinor(minor).build();
  }
}
