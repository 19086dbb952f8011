package id.lajur.backoffice.report;

import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.report.v1.AccountKind;
import id.lajur.report.v1.AccountRow;
import id.lajur.report.v1.GetTrialBalanceResponse;
import id.lajur.report.v1.ListSalesResponse;
import id.lajur.report.v1.ListStockResponse;
import id.lajur.report.v1.ListTaxesResponse;
import id.lajur.report.v1.ListTendersResponse;
import id.lajur.report.v1.SalesFigures;
import id.lajur.report.v1.SalesRow;
import id.lajur.report.v1.StockRow;
import id.lajur.report.v1.TaxMode;
import id.lajur.report.v1.TaxRow;
import id.lajur.report.v1.TenderRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/** Reports as a busy shop has them. */
final class Samples {
  static final Instant READ_AT = Instant.parse("2026-11-25T07:32:00Z");
  static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private static final List<String> ITEMS =
      List.of(
          "8991002101|Kopi Susu Sachet 10 × 20 g|Minuman|pcs",
          "8992761136|Air Mineral Botol 600 ml|Minuman|pcs",
          "8993175532|Mi Goreng Spesial 85 g|Makanan|pcs",
          "8998866200|Minyak Goreng Sawit Kemasan Botol Isi Dua Liter|Sembako|pcs",
          "8999999706|Gula Pasir Kristal 1 kg|Sembako|pcs",
          "2100045000|Jeruk Medan|Buah dan sayur|kg",
          "8996001600|Biskuit Kelapa 300 g|Makanan|pcs",
          "8999909000|Beras Pandan Wangi 5 kg|Sembako|pcs",
          "8991389220|Susu UHT Full Cream 1 L|Minuman|pcs",
          "8992696404|Deterjen Lavender 770 g|Rumah tangga|pcs",
          "8999999036|Sabun Mandi Cair 450 ml|Rumah tangga|pcs",
          "8991111102|Teh Celup Melati isi 25|Minuman|pcs",
          "2100046000|Pisang Cavendish|Buah dan sayur|kg",
          "8992770033|Kecap Manis 520 ml|Sembako|pcs",
          "8993007000|Telur Ayam Negeri|Sembako|kg",
          "8998009010|Popok Bayi M isi 34|Rumah tangga|pcs");
  private static final List<String> DEPARTMENTS =
      List.of(
          "BUAH|Buah dan sayur",
          "MAKANAN|Makanan",
          "MINUMAN|Minuman",
          "RUMAH|Rumah tangga",
          "SEMBAKO|Sembako");
  private static final List<String> OPERATORS =
      List.of("101|Sari Wulandari", "102|Dewi Lestari", "104|Agus Salim", "110|Bambang Prakoso");
  private static final List<String> LANES =
      List.of("L01|Lajur 1", "L02|Lajur 2", "L03|Lajur 3 (ekspres)", "L04|Lajur 4");

  private Samples() {}

  static ReportTable table(ReportKind kind) {
    return switch (kind) {
      case TENDERS -> ReportTables.tenders(tenders(), READ_AT);
      case TAXES -> ReportTables.taxes(taxes(), READ_AT);
      case STOCK_ITEM, STOCK_DEPARTMENT -> ReportTables.stock(kind, stock(kind));
      case TRIAL_BALANCE -> ReportTables.trialBalance(trialBalance());
      default -> ReportTables.sales(kind, sales(kind));
    };
  }

  static ReportActions.Choices choices() {
    return new ReportActions.Choices(
        LANES.stream().map(Samples::choice).toList(),
        DEPARTMENTS.stream().map(Samples::choice).toList());
  }

  private static ReportActions.Choice choice(String both) {
    String[] parts = both.split("\\|", -1);
    return new ReportActions.Choice(parts[0], parts[1]);
  }

  static TabularDocument document(Formats formats) {
    ReportKind kind = ReportKind.SALES_ITEM;
    return new ReportDocument(new ReportWords(formats), table(kind), kind.columns(true))
        .of("Penjualan per barang", "Toko Maju Jaya", "25 Nov 2026", List.of());
  }

  static ListSalesResponse sales(ReportKind kind) {
    SplittableRandom random = new SplittableRandom(kind.name().hashCode());
    ListSalesResponse.Builder answer =
        ListSalesResponse.newBuilder()
            .setReadAtMs(READ_AT.toEpochMilli())
            .setLateTickets(2)
            .setLateTotalMinor(45_500_00);
    SalesFigures.Builder total = SalesFigures.newBuilder();
    for (String of : of(kind)) {
      String[] parts = of.split("\\|", -1);
      SalesFigures figures = figures(random, 1_500_000 / of(kind).size() * 100L);
      SalesRow.Builder row =
          SalesRow.newBuilder()
              .setCode(parts[0])
              .setName(parts.length > 1 ? parts[1] : "")
              .setFigures(figures);
      if (kind == ReportKind.SALES_ITEM) {
        long milli = random.nextLong(4, 400) * 1_000;
        row.setDepartment(parts[2])
            .setUnit(parts[3])
            .setQuantityMilli(parts[3].equals("kg") ? milli / 4 + 246 : milli);
      }
      if (kind == ReportKind.ITEM_DAYS) {
        row.setUnit("pcs").setQuantityMilli(random.nextLong(4, 60) * 1_000);
      }
      answer.addRows(row);
      add(total, figures);
    }
    if (kind == ReportKind.SALES_ITEM || kind == ReportKind.SALES_DEPARTMENT) {
      total.setTickets(412); // one receipt has several items: they do not add up
    }
    return answer.setTotal(total).setRowCount(answer.getRowsCount()).build();
  }

  private static List<String> of(ReportKind kind) {
    return switch (kind) {
      case SALES_HOUR ->
          List.of(
              "07", "08", "09", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20");
      case SALES_DEPARTMENT -> DEPARTMENTS;
      case SALES_ITEM -> ITEMS;
      case SALES_OPERATOR -> OPERATORS;
      case SALES_TERMINAL -> LANES;
      case SALES_MEMBER ->
          List.of("880000005582|Warung Bu Tini", "880000004471|Ratna Wulandari", "|");
      default ->
          TODAY.minusDays(17).datesUntil(TODAY.plusDays(1)).map(LocalDate::toString).toList();
    };
  }

  private static SalesFigures figures(SplittableRandom random, long scale) {
    long gross = random.nextLong(scale, scale * 40) / 100_00 * 100_00;
    long discount = random.nextInt(3) == 0 ? 0 : gross / 40 / 100_00 * 100_00;
    long back = random.nextInt(4) == 0 ? gross / 90 / 100_00 * 100_00 : 0;
    long total = gross - discount - back;
    long tax = total * 11 / 111 / 100_00 * 100_00;
    long cost = (total - tax) * random.nextLong(70, 88) / 100;
    return SalesFigures.newBuilder()
        .setTickets(random.nextLong(20, 400))
        .setPiecesMilli(random.nextLong(50, 2_000) * 1_000)
        .setGrossMinor(gross)
        .setDiscountMinor(discount)
        .setReturnMinor(back)
        .setTotalMinor(total)
        .setTaxMinor(tax)
        .setNetMinor(total - tax)
        .setCostMinor(cost)
        .setMarginMinor(total - tax - cost)
        .build();
  }

  private static void add(SalesFigures.Builder sum, SalesFigures more) {
    sum.setTickets(sum.getTickets() + more.getTickets())
        .setPiecesMilli(sum.getPiecesMilli() + more.getPiecesMilli())
        .setGrossMinor(sum.getGrossMinor() + more.getGrossMinor())
        .setDiscountMinor(sum.getDiscountMinor() + more.getDiscountMinor())
        .setReturnMinor(sum.getReturnMinor() + more.getReturnMinor())
        .setTotalMinor(sum.getTotalMinor() + more.getTotalMinor())
        .setTaxMinor(sum.getTaxMinor() + more.getTaxMinor())
        .setNetMinor(sum.getNetMinor() + more.getNetMinor())
        .setCostMinor(sum.getCostMinor() + more.getCostMinor())
        .setMarginMinor(sum.getMarginMinor() + more.getMarginMinor());
  }

  static ListTendersResponse tenders() {
    return ListTendersResponse.newBuilder()
        .addRows(tender("Tunai", 812, 98_450_000_00L, 135_500_00L))
        .addRows(tender("Kartu", 204, 61_230_500_00L, 0))
        .addRows(tender("QRIS", 377, 42_118_200_00L, 0))
        .setAmountMinor(201_663_200_00L)
        .setChangeMinor(21_405_300_00L)
        .setRoundingMinor(-12_350_00L)
        .setSalesMinor(180_270_250_00L)
        .setTickets(1_240)
        .build();
  }

  private static TenderRow.Builder tender(String name, long count, long taken, long back) {
    return TenderRow.newBuilder()
        .setKind(name)
        .setName(name)
        .setCount(count)
        .setTakenMinor(taken)
        .setGivenBackMinor(back)
        .setAmountMinor(taken - back);
  }

  static ListTaxesResponse taxes() {
    return ListTaxesResponse.newBuilder()
        .addRows(
            tax("BEBAS", "Bebas PPN", TaxMode.TAX_MODE_UNSPECIFIED, 0, 1, 1, 18_404_000_00L, 0))
        .addRows(
            tax(
                "BIASA",
                "PPN",
                TaxMode.TAX_MODE_INCLUSIVE,
                120_000,
                11,
                12,
                145_830_000_00L,
                16_041_300_00L))
        .addRows(
            tax(
                "MEWAH",
                "PPN barang mewah",
                TaxMode.TAX_MODE_INCLUSIVE,
                120_000,
                1,
                1,
                1_250_000_00L,
                150_000_00L))
        .setTaxableMinor(165_484_000_00L)
        .setTaxMinor(16_191_300_00L)
        .build();
  }

  private static TaxRow.Builder tax(
      String code, String name, TaxMode mode, int rate, int up, int down, long base, long tax) {
    return TaxRow.newBuilder()
        .setTaxClass(code)
        .setName(name)
        .setMode(mode)
        .setRateMicro(rate)
        .setBaseNumerator(up)
        .setBaseDenominator(down)
        .setTickets(base / 400_000_00)
        .setTaxableMinor(base)
        .setReducedBaseMinor(base / 100 * up / down * 100)
        .setTaxMinor(tax);
  }

  static ListStockResponse stock(ReportKind kind) {
    SplittableRandom random = new SplittableRandom(9);
    ListStockResponse.Builder answer =
        ListStockResponse.newBuilder().setReadAtMs(READ_AT.toEpochMilli());
    long sum = 0;
    long items = 0;
    for (String of : kind == ReportKind.STOCK_ITEM ? ITEMS : DEPARTMENTS) {
      String[] parts = of.split("\\|", -1);
      long value = random.nextLong(40_000, 9_000_000) * 100;
      StockRow.Builder row =
          StockRow.newBuilder().setCode(parts[0]).setName(parts[1]).setValueMinor(value);
      if (kind == ReportKind.STOCK_ITEM) {
        long milli = random.nextLong(6, 900) * 1_000;
        long held = parts[3].equals("kg") ? milli / 8 + 500 : milli;
        value = held / 100 * random.nextLong(350, 4_200) * 10;
        row.setDepartment(parts[2])
            .setUnit(parts[3])
            .setQuantityMilli(held)
            .setValueMinor(value)
            .setItems(1);
      } else {
        row.setItems(random.nextLong(200, 4_000));
      }
      sum += value;
      items += row.getItems();
      answer.addRows(row);
    }
    return answer.setValueMinor(sum).setItems(items).setRowCount(answer.getRowsCount()).build();
  }

  static GetTrialBalanceResponse trialBalance() {
    return GetTrialBalanceResponse.newBuilder()
        .addRows(
            account("1102", "Kas kasir", AccountKind.ACCOUNT_KIND_ASSET, 2_000_000, 98_000, 97_500))
        .addRows(
            account("1103", "Brankas", AccountKind.ACCOUNT_KIND_ASSET, 45_000_000, 97_500, 60_000))
        .addRows(
            account("1111", "Bank", AccountKind.ACCOUNT_KIND_ASSET, 182_000_000, 159_002, 120_300))
        .addRows(
            account(
                "1121",
                "Piutang kartu",
                AccountKind.ACCOUNT_KIND_ASSET,
                12_400_000,
                61_230,
                58_000))
        .addRows(
            account(
                "1122", "Piutang QRIS", AccountKind.ACCOUNT_KIND_ASSET, 3_100_000, 42_118, 41_002))
        .addRows(
            account(
                "1141",
                "Persediaan",
                AccountKind.ACCOUNT_KIND_ASSET,
                486_200_000,
                131_900,
                125_400))
        .addRows(
            account(
                "2101",
                "Hutang dagang",
                AccountKind.ACCOUNT_KIND_LIABILITY,
                -155_000_000,
                120_300,
                88_400))
        .addRows(
            account(
                "2102",
                "Penerimaan belum difakturkan",
                AccountKind.ACCOUNT_KIND_LIABILITY,
                -22_000_000,
                88_400,
                131_900))
        .addRows(
            account(
                "2111", "PPN keluaran", AccountKind.ACCOUNT_KIND_LIABILITY, -14_200_000, 0, 16_191))
        .addRows(account("3101", "Modal", AccountKind.ACCOUNT_KIND_EQUITY, -539_500_000, 0, 0))
        .addRows(account("4101", "Penjualan", AccountKind.ACCOUNT_KIND_INCOME, 0, 0, 190_299))
        .addRows(
            account("4102", "Potongan penjualan", AccountKind.ACCOUNT_KIND_INCOME, 0, 3_900, 0))
        .addRows(account("4103", "Retur penjualan", AccountKind.ACCOUNT_KIND_INCOME, 0, 1_230, 0))
        .addRows(
            account(
                "5101", "Harga pokok penjualan", AccountKind.ACCOUNT_KIND_EXPENSE, 0, 125_400, 0))
        .addRows(account("7101", "Pembulatan", AccountKind.ACCOUNT_KIND_INCOME, 0, 12, 0))
        .setDebitMinor(928_992_00000L)
        .setCreditMinor(928_992_00000L)
        .setReadAtMs(READ_AT.toEpochMilli())
        .build();
  }

  private static AccountRow.Builder account(
      String code, String name, AccountKind kind, long opening, long debitK, long creditK) {
    long debit = debitK * 1_000_00;
    long credit = creditK * 1_000_00;
    return AccountRow.newBuilder()
        .setAccount(code)
        .setName(name)
        .setKind(kind)
        .setOpeningMinor(opening * 100)
        .setDebitMinor(debit)
        .setCreditMinor(credit)
        .setClosingMinor(opening * 100 + debit - credit);
  }
}
