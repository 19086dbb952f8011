package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.monitor.Shop.DepartmentSales;
import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.LaneState;
import id.lajur.backoffice.monitor.Shop.LowStock;
import id.lajur.backoffice.monitor.Shop.Margin;
import id.lajur.backoffice.monitor.Shop.SalesFigures;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import id.lajur.backoffice.monitor.Shop.TenderSales;
import id.lajur.backoffice.monitor.Shop.TopItem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A shop of invented figures, and what was asked of it. */
final class FakeShop implements MonitorActions {
  static final Instant NOW = Instant.parse("2026-11-23T07:32:07Z"); // 14.32
  static final long AS_OF_MS = Instant.parse("2026-11-23T07:32:00Z").toEpochMilli();
  private static final long RP = 100;

  final List<String> asked = new ArrayList<>();
  final List<Runnable> later = new ArrayList<>();
  Optional<Told<Shop>> shop = Optional.empty();
  Optional<Told<List<Approval>>> approvals = Optional.empty();
  CompletableFuture<Void> answered = CompletableFuture.completedFuture(null);
  @Nullable CompletableFuture<ReceiptPage> page; // null: the receipts that are asked for
  @Nullable CompletableFuture<Replay> ticket; // null: the ticket that is asked for
  private List<SoldReceipt> listed = List.of();
  CompletableFuture<ReceiptDetail> receipt = CompletableFuture.completedFuture(detail());

  @Override
  public Followed shop(Told<Shop> told) {
    shop = Optional.of(told);
    asked.add("watch");
    return () -> asked.add("leave");
  }

  @Override
  public Followed approvals(Told<List<Approval>> told) {
    approvals = Optional.of(told);
    asked.add("watch approvals");
    return () -> asked.add("leave approvals");
  }

  @Override
  public CompletableFuture<Void> answer(String approvalId, boolean approve) {
    asked.add((approve ? "approve " : "decline ") + approvalId);
    return answered;
  }

  @Override
  public CompletableFuture<ReceiptPage> receipts(ReceiptQuery query, String from) {
    asked.add("receipts " + query + " " + from);
    return page == null ? CompletableFuture.completedFuture(listed(query)) : page;
  }

  @Override
  public CompletableFuture<ReceiptDetail> receipt(String saleId) {
    asked.add("receipt " + saleId);
    return listed.size() < 2 || !saleId.equals(listed.get(listed.size() - 2).saleId())
        ? receipt
        : CompletableFuture.completedFuture(detail(listed.get(listed.size() - 2)));
  }

  private ReceiptPage listed(ReceiptQuery query) {
    ReceiptPage answer = FakeReceipts.page(day(), query);
    listed = answer.receipts();
    return answer;
  }

  @Override
  public CompletableFuture<Replay> ticket(String basketId) {
    asked.add("ticket " + basketId);
    return ticket == null
        ? CompletableFuture.completedFuture(basketId.startsWith("basket") ? openBasket() : ticket())
        : ticket;
  }

  @Override
  public CompletableFuture<CashDocument> cashDocument(String terminal, long number) {
    asked.add("cash document " + terminal + " " + number);
    return CompletableFuture.completedFuture(cashDocument());
  }

  static CashDocument cashDocument() {
    return new CashDocument(
        "CASH_PAY_OUT",
        "Lajur 2",
        NOW.minusSeconds(900).toEpochMilli(),
        "2026-11-23",
        "Rudi Saputra",
        "Hadi",
        "galon dan parkir",
        -35_000 * RP,
        0,
        List.of(
            new ReceiptDetail.EntryLine("6101", "Biaya toko", 35_000 * RP),
            new ReceiptDetail.EntryLine("1102", "Kas kasir", -35_000 * RP)));
  }

  @Override
  public void openStockCard(String itemCode) {
    asked.add("stock card " + itemCode);
  }

  static Replay ticket() {
    return new Replay(
        List.of(
            step(80, "LINE", "Beras Pandan Wangi 5 kg", 74_500),
            step(71, "LINE", "Susu UHT Full Cream 1 L", 24_900),
            voided(62, "12 Siti Rahmawati", "Susu UHT Full Cream 1 L · salah pindai")),
        Optional.of(
            new Replay.Sale(
                "L3-S001198",
                "12 Siti Rahmawati",
                NOW.minusSeconds(40),
                1,
                74_500 * RP,
                0,
                0,
                500 * RP,
                List.of(new Replay.Amount("CASH", 75_000 * RP)),
                List.of(
                    new Replay.Amount("1102 Kas kasir", 74_500 * RP),
                    new Replay.Amount("4101 Penjualan", -74_500 * RP),
                    new Replay.Amount("5101 Harga pokok penjualan", 61_090 * RP),
                    new Replay.Amount("1141 Persediaan", -61_090 * RP)))),
        Optional.empty());
  }

  /** What lane 1 is scanning: 312.300 rupiah, 13 pieces. */
  static Replay openBasket() {
    String cashier = "11 Dewi Lestari";
    return new Replay(
        List.of(
            step(95, cashier, "LINE", "Beras Pandan Wangi 5 kg", 2, 74_500),
            step(84, cashier, "LINE", "Minyak Goreng Sawit 2 L", 2, 38_750),
            step(76, cashier, "LINE", "Mi Goreng Instan", 5, 3_100),
            step(63, cashier, "LINE", "Susu UHT Full Cream 1 L", 1, 19_800),
            voided(52, cashier, "Susu UHT Full Cream 1 L \u00b7 salah pindai"),
            step(40, cashier, "LINE", "Telur Ayam 1 kg", 1, 28_500),
            step(31, cashier, "LINE", "Sabun Cair 450 ml", 2, 12_300),
            step(12, cashier, "LINE", "Gula Pasir 1 kg", 1, 17_200)),
        Optional.empty(),
        Optional.empty());
  }

  private static Replay.Step step(long seconds, String kind, String what, long rupiah) {
    return step(seconds, "12 Siti Rahmawati", kind, what, 1, rupiah);
  }

  private static Replay.Step voided(long seconds, String operator, String what) {
    return new Replay.Step(
        NOW.minusSeconds(seconds),
        true,
        "VOID_LINE",
        operator,
        "",
        "",
        "",
        what,
        Optional.empty(),
        Optional.empty());
  }

  private static Replay.Step step(
      long seconds, String operator, String kind, String what, long pieces, long rupiah) {
    return new Replay.Step(
        NOW.minusSeconds(seconds),
        true,
        kind,
        operator,
        "",
        "",
        "",
        what,
        Optional.of(pieces * 1_000),
        Optional.of(rupiah * RP));
  }

  @Override
  public void later(int delayMs, Runnable work) {
    later.add(work);
  }

  void runLater() {
    List<Runnable> due = List.copyOf(later);
    later.clear();
    due.forEach(Runnable::run);
  }

  static Shop day() {
    return day(69_012_300);
  }

  /**
   * @param sales in rupiah
   */
  static Shop day(long sales) {
    return new Shop(
        "2026-11-23",
        true,
        "2026-11-16",
        AS_OF_MS,
        AS_OF_MS - 7 * 86_400_000L,
        new SalesFigures(sales * RP, 1_047, 65_914 * RP, 148),
        new SalesFigures(62_910_000 * RP, 1_006, 62_535 * RP, 151),
        Optional.of(new Margin(62_000_000 * RP, 184_200)),
        Optional.of(new Margin(56_000_000 * RP, 181_000)),
        hours(),
        List.of(
            department("SEM", "Sembako", 19_800_000, 18_010_000),
            department("SEG", "Segar", 13_100_000, 11_300_000),
            department("MIN", "Minuman & susu", 11_600_000, 10_440_000),
            department("MAK", "Makanan ringan", 9_200_000, 9_480_000),
            department("RT", "Rumah tangga", 8_900_000, 7_880_000),
            department("BAY", "Perlengkapan bayi", 3_700_000, 3_460_000),
            department("ROK", "Rokok", 2_712_300, 2_340_000)),
        List.of(
            new TenderSales("CASH", "Tunai", 41_210_000 * RP, 40_100_000 * RP),
            new TenderSales("QRIS", "QRIS", 18_402_300 * RP, 14_900_000 * RP),
            new TenderSales("CARD", "Kartu", 9_400_000 * RP, 7_910_000 * RP)),
        List.of(
            lane(1, "Dewi Lestari", LaneState.SERVING, 0, 64, 287_400, 14, 0),
            lane(2, "Rudi Saputra", LaneState.PAYING, 0, 81, 158_900, 9, 0),
            lane(3, "Siti Rahmawati", LaneState.SERVING, 0, 72, 145_300, 9, 0),
            lane(4, "Nur Aini", LaneState.PAUSED, 6, 48, 0, 0, 0),
            lane(5, "Yoga Pratama", LaneState.SERVING, 0, 55, 62_300, 5, 0),
            lane(6, "Hendra Wijaya", LaneState.EMERGENCY, 2, 40, 0, 0, 3),
            lane(7, "Maya Sari", LaneState.READY, 0, 117, 0, 0, 0),
            lane(8, "", LaneState.CLOSED, 0, 0, 0, 0, 0)),
        incidents(),
        receipts(20),
        List.of(
            new TopItem("B1", "Beras Pandan Wangi 5 kg", "sak", 42_000, 3_313_800 * RP),
            new TopItem("B2", "Minyak Goreng Sawit 2 L", "btl", 71_000, 2_662_500 * RP),
            new TopItem("B3", "Ayam Potong Segar", "kg", 38_246, 1_472_471 * RP),
            new TopItem("B4", "Telur Ayam 1 kg", "kg", 44_500, 1_268_250 * RP),
            new TopItem("B5", "Gula Pasir 1 kg", "pcs", 66_000, 1_221_000 * RP),
            new TopItem("B6", "Susu UHT Full Cream 1 L", "pcs", 58_000, 1_148_400 * RP)),
        List.of(
            new LowStock("R1", "Gula Pasir 1 kg", "pcs", -4_000, 61_000),
            new LowStock("R2", "Telur Ayam 1 kg", "kg", 6_000, 48_200),
            new LowStock("R3", "Air Mineral 600 ml", "btl", 24_000, 130_000),
            new LowStock("R4", "Roti Tawar Kupas", "pcs", 3_000, 8_400)));
  }

  /**
   * The day with a basket at one lane.
   *
   * @param basketId empty for none
   */
  static Shop scanned(int number, String basketId, long rupiah, long pieces) {
    Shop day = day();
    List<Lane> lanes = new ArrayList<>(day.lanes());
    Lane at = lanes.get(number - 1);
    lanes.set(
        number - 1,
        new Lane(
            at.terminal(),
            at.name(),
            basketId.isEmpty() ? LaneState.READY : LaneState.SERVING,
            at.sinceMs(),
            at.operatorName(),
            at.shiftTickets(),
            at.tickets(),
            at.salesMinor(),
            at.weekAgoMinor(),
            basketId.isEmpty()
                ? Optional.empty()
                : Optional.of(new Shop.Basket(basketId, rupiah * RP, pieces, "Gula Pasir 1 kg")),
            at.unsentSales()));
    return with(day, lanes);
  }

  /** A day with other lanes. */
  static Shop with(Shop day, List<Lane> lanes) {
    return new Shop(
        day.businessDate(),
        day.open(),
        day.comparedDate(),
        day.asOfMs(),
        day.weekAgoAsOfMs(),
        day.today(),
        day.weekAgo(),
        day.margin(),
        day.weekAgoMargin(),
        day.hours(),
        day.departments(),
        day.tenders(),
        lanes,
        day.incidents(),
        day.receipts(),
        day.topItems(),
        day.lowStock());
  }

  /** A day with other hours. */
  static Shop withHours(Shop day, List<HourSales> hours) {
    return new Shop(
        day.businessDate(),
        day.open(),
        day.comparedDate(),
        day.asOfMs(),
        day.weekAgoAsOfMs(),
        day.today(),
        day.weekAgo(),
        day.margin(),
        day.weekAgoMargin(),
        hours,
        day.departments(),
        day.tenders(),
        day.lanes(),
        day.incidents(),
        day.receipts(),
        day.topItems(),
        day.lowStock());
  }

  private static DepartmentSales department(String code, String name, long now, long before) {
    return new DepartmentSales(code, name, now * RP, before * RP);
  }

  private static List<HourSales> hours() {
    double[] today = {3.4, 5.6, 9.2, 12.1, 13.0, 10.6, 9.9, 5.2};
    double[] before = {
      3.1, 5.3, 8.4, 11.0, 11.9, 10.2, 8.8, 8.1, 9, 11.6, 14.8, 15.9, 13.4, 8.7, 3.9
    };
    List<HourSales> hours = new ArrayList<>();
    for (int i = 0; i < before.length; i++) {
      long now = i < today.length ? Math.round(today[i] * 1_000_000) * RP : 0;
      long ago = Math.round(before[i] * 1_000_000) * RP;
      hours.add(new HourSales(7 + i, now, now > 0 ? 100 : 0, ago));
    }
    return hours;
  }

  // By lane: what they come to is what the day has.
  private static final long[] TICKETS = {0, 152, 171, 160, 118, 131, 98, 217, 0};
  private static final long[] SOLD = {
    0, 9_870_400, 11_204_100, 10_653_800, 7_402_900, 8_951_600, 6_118_700, 14_810_800, 0
  };
  private static final long[] SOLD_BEFORE = {
    0, 9_310_000, 9_820_000, 9_960_000, 7_750_000, 7_990_000, 5_240_000, 12_840_000, 0
  };

  private static Lane lane(
      int number,
      String operator,
      LaneState state,
      long minutes,
      long tickets,
      long total,
      long pieces,
      long unsent) {
    return new Lane(
        "L" + number,
        "Lajur " + number,
        state,
        NOW.minusSeconds(minutes * 60 + 7).toEpochMilli(),
        operator,
        tickets,
        TICKETS[number],
        SOLD[number] * RP,
        SOLD_BEFORE[number] * RP,
        total == 0
            ? Optional.empty()
            : Optional.of(
                new Shop.Basket("basket-" + number, total * RP, pieces, "Beras Pandan Wangi 5 kg")),
        unsent);
  }

  private static List<Incident> incidents() {
    return List.of(
        incident(1, 3, 9, "LINE_VOIDED", "", 24_900),
        incident(3, 6, 8, "EMERGENCY_RECEIPT", "", 54_300),
        incident(3, 5, 7, "PRICE_OVERRIDDEN", "Semangka", 21_500),
        incident(6, 4, 6, "RETURNED", "Minyak Goreng Sawit 2 L", 18_900),
        incident(14, 2, 5, "DRAWER_OPENED", "", 0),
        incident(17, 7, 4, "BASKET_VOIDED", "", 83_200),
        incident(30, 1, 3, "BASKET_DISCOUNTED", "", 5_000),
        incident(41, 2, 2, "APPROVED", "", 12_000));
  }

  private static Incident incident(
      long minutes, int lane, long number, String kind, String item, long rupiah) {
    return new Incident(
        NOW.minusSeconds(minutes * 60).toEpochMilli(),
        "L" + lane,
        number,
        kind,
        item,
        rupiah == 0 ? Optional.empty() : Optional.of(rupiah * RP),
        kind.equals("DRAWER_OPENED") ? "tukar uang" : "",
        "subject-" + number);
  }

  static List<SoldReceipt> receipts(int count) {
    List<SoldReceipt> receipts = new ArrayList<>();
    String[] names = {"Dewi Lestari", "Rudi Saputra", "Siti Rahmawati", "Yoga Pratama"};
    for (int i = 0; i < count; i++) {
      long total = (23_500 + (i * 37_417L) % 180_000) / 100 * 100 * RP;
      receipts.add(
          new SoldReceipt(
              "sale-" + i,
              "L%d-S%06d".formatted(i % 4 + 1, 1_204 - i),
              "L" + (i % 4 + 1),
              NOW.minusSeconds(40L * i).toEpochMilli(),
              names[i % 4],
              3 + i % 9,
              total,
              total,
              total * 8 / 10));
    }
    return receipts;
  }

  /** Receipt R of the Indonesian rules: 182.001, of which 182.000 are paid in cash. */
  static ReceiptDetail detail() {
    return detail(receipts(1).get(0));
  }

  private static ReceiptDetail detail(SoldReceipt receipt) {
    return new ReceiptDetail(
        new SoldReceipt(
            receipt.saleId(),
            receipt.number(),
            receipt.terminal(),
            receipt.soldAtMs(),
            receipt.operatorName(),
            5,
            182_001 * RP,
            182_001 * RP,
            145_600 * RP),
        List.of(
            line("Mi Goreng Instan", "dus", 1_000, 15_500, 0, 15_500),
            line("Sabun Cair 450 ml", "pcs", 1_000, 18_900, 1_900, 17_000),
            line("Minyak Goreng Sawit 2 L", "btl", 1_000, 38_750, 0, 38_750),
            line("Beras Pandan Wangi 5 kg", "sak", 1_000, 74_500, 0, 74_500),
            line("Apel Fuji", "kg", 845, 42_900, 0, 36_251)),
        List.of(new ReceiptDetail.DetailTender("Tunai", 200_000 * RP)),
        7_061 * RP,
        -1 * RP,
        18_000 * RP,
        List.of(
            new ReceiptDetail.EntryLine("1102", "Kas kasir", 182_000 * RP),
            new ReceiptDetail.EntryLine("7101", "Pembulatan", RP),
            new ReceiptDetail.EntryLine("4102", "Potongan penjualan", 1_712 * RP),
            new ReceiptDetail.EntryLine("4101", "Penjualan", -176_652 * RP),
            new ReceiptDetail.EntryLine("2111", "PPN keluaran", -7_061 * RP),
            new ReceiptDetail.EntryLine("5101", "Harga pokok penjualan", 145_600 * RP),
            new ReceiptDetail.EntryLine("1141", "Persediaan", -145_600 * RP)));
  }

  private static ReceiptDetail.DetailLine line(
      String name, String unit, long milli, long price, long discount, long net) {
    return new ReceiptDetail.DetailLine(
        name,
        false,
        "Sembako",
        "8990000713043",
        unit,
        milli,
        price * RP,
        discount * RP,
        net * RP,
        0,
        0);
  }

  static List<Approval> waiting() {
    return List.of(
        new Approval(
            "a1",
            "L3",
            "sale.override",
            "kemasan penyok",
            Optional.of(5_940 * RP),
            new Approval.Matter(
                "Susu UHT Full Cream 1 L",
                3_000,
                Optional.of(19_800 * RP),
                Optional.of(17_820 * RP),
                0,
                Optional.of(145_300 * RP)),
            NOW.minusSeconds(20).toEpochMilli()),
        new Approval(
            "a2",
            "L1",
            "sale.return",
            "L1-S000412",
            Optional.of(37_500 * RP),
            new Approval.Matter(
                "Minyak Goreng 2 L", 1_000, Optional.empty(), Optional.empty(), 0, Optional.of(0L)),
            NOW.minusSeconds(75).toEpochMilli()));
  }
}
