package id.lajur.server.store;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.Tender;
import id.lajur.sale.v1.Totals;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import id.lajur.till.v1.CloseShiftRequest;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What two lanes with four operators do in a day, made by a seed: goods of every tax class, by
 * weight and by the pack, deposits, discounts, coupons, returns, members, cash that is rounded,
 * several tenders, and receipts that a lane gave by itself, one of them sent after its shift was
 * counted.
 */
public final class RandomDay {
  private static final int SALES_OF_A_SHIFT = 12;

  private final StoreFixture store;
  private final SplittableRandom random;
  private final SplittableRandom buyers;
  private final List<String> items = new ArrayList<>();
  private final List<String> members = new ArrayList<>();
  private final List<String> terminals = new ArrayList<>();

  private RandomDay(StoreFixture store, long seed) {
    this.store = store;
    this.random = new SplittableRandom(seed);
    this.buyers = new SplittableRandom(~seed); // of its own, so that the same goods are sold
  }

  /** Codes of the two lanes after their day. */
  public static List<String> sold(StoreFixture store, long seed) throws SQLException {
    RandomDay day = new RandomDay(store, seed);
    day.stock(seed);
    for (int lane = 0; lane < 2; lane++) {
      day.lane();
    }
    return day.terminals;
  }

  private void stock(long seed) throws SQLException {
    for (String taxClass : List.of("BIASA", "BIASA", "MEWAH", "BEBAS", "NON_PPN")) {
      items.add(store.item(random.nextLong(1, 200) * 500_00, taxClass));
    }
    String code = "D" + seed;
    store
        .server()
        .catalog()
        .write(
            List.of(
                new NewItem(
                    code + "P",
                    "Beras " + seed,
                    "BERAS" + seed,
                    "",
                    SaleItem.Kind.GOODS,
                    null,
                    "BIASA",
                    false,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(
                        new NewItem.Unit("pcs", 1000, 3_450_00L, List.of(code + "P")),
                        new NewItem.Unit("dus", 12_000, 39_950_00L, List.of(code + "C")))),
                new NewItem(
                    code + "W",
                    "Jeruk " + seed,
                    "BUAH" + seed,
                    "",
                    SaleItem.Kind.GOODS,
                    null,
                    "BIASA",
                    true,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(new NewItem.Unit("kg", 1000, 23_750_00L, List.of(code + "W")))),
                new NewItem(
                    code + "B",
                    "Titipan botol " + seed,
                    "TITIPAN" + seed,
                    "",
                    SaleItem.Kind.DEPOSIT,
                    "2124",
                    "NON_PPN",
                    false,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(new NewItem.Unit("pcs", 1000, 1_500_00L, List.of(code + "B"))))),
            Clock.systemUTC().instant());
    store.server().setup().addSupplier("PT-LAPOR" + seed, "PT Laporan");
    PostGoodsReceiptRequest.Builder delivery =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setSupplier("PT-LAPOR" + seed)
            .setDeliveryNote("SJ" + seed);
    items.add(code + "P");
    items.add(code + "W");
    for (String item : items) {
      delivery.addLines(
          GoodsReceiptLine.newBuilder()
              .setCode(item)
              .setQuantityMilli(random.nextLong(3, 40) * 1_000)
              .setCostMinor(random.nextLong(1, 500) * 333_00));
    }
    items.add(code + "C");
    items.add(code + "B");
    try (TestLane buyer = store.lane("OWNER")) {
      var unused = buyer.receive(delivery.build());
      for (String number : List.of("M" + seed + "A", "M" + seed + "B")) {
        LevelActs.member(buyer, number, "Anggota " + number, "");
        members.add(number);
      }
    }
  }

  private void lane() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      terminals.add(lane.terminal());
      EmergencyTill till = EmergencyTill.of(store, lane);
      sell(lane);
      post(lane, till);
      String item = items.get(0);
      PostEmergencySaleRequest late = till.request(till.sale(store, item, priceOf(item)));
      count(lane);
      var unused = lane.emergency().postEmergencySale(late);
      String next = Integer.toString(7_000 + random.nextInt(900_000));
      store
          .server()
          .setup()
          .addOperator(next, "Kasir", "OWNER", StoreFixture.PIN.toCharArray(), "id");
      lane.as(next).signOn();
      lane.openShift(50_000_00);
      sell(lane);
      count(lane);
    }
  }

  private void post(TestLane lane, EmergencyTill till) {
    for (int i = 0; i < 2; i++) {
      String item = items.get(i);
      var unused =
          lane.emergency().postEmergencySale(till.request(till.sale(store, item, priceOf(item))));
    }
  }

  private long priceOf(String item) {
    return store.number(
        "SELECT price_minor FROM price JOIN item USING (item_id) WHERE code = '" + item + "'");
  }

  private void sell(TestLane lane) {
    for (int i = 0; i < SALES_OF_A_SHIFT; i++) {
      basket(lane);
      Totals totals = lane.reread().getTotals();
      var unused = lane.pay(paid(lane, totals));
    }
  }

  private void basket(TestLane lane) {
    if (buyers.nextInt(3) == 0) {
      var unused = LevelActs.setMember(lane, members.get(buyers.nextInt(members.size())));
    }
    int lines = random.nextInt(1, 6);
    for (int i = 0; i < lines; i++) {
      String code = items.get(random.nextInt(items.size()));
      boolean weighed = code.endsWith("W");
      long quantity = weighed ? random.nextLong(120, 3_000) : random.nextLong(1, 5) * 1_000;
      if (random.nextInt(7) == 0) {
        back(lane, code, quantity);
        continue;
      }
      int line = lane.scan(lane.scanRequest(code, quantity)).getLineId();
      long total = line(lane.basket(), line);
      if (random.nextInt(5) == 0 && total > 2_000_00) {
        lane.adopt(LineActs.discountLine(lane, line, random.nextLong(1, 20) * 100_00, ""));
      }
    }
    long total = lane.reread().getTotals().getTotalMinor();
    for (DiscountSource source :
        List.of(DiscountSource.DISCOUNT_SOURCE_MANUAL, DiscountSource.DISCOUNT_SOURCE_COUPON)) {
      if (random.nextInt(4) == 0 && total > 10_000_00) {
        discount(lane, source, random.nextLong(1, 40) * 99_00);
      }
    }
  }

  private static long line(Basket basket, int lineId) {
    return basket.getLinesList().stream()
        .filter(line -> line.getLineId() == lineId)
        .mapToLong(line -> line.getTotalMinor())
        .sum();
  }

  private static void back(TestLane lane, String code, long quantityMilli) {
    lane.adopt(
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setCode(code)
                    .setQuantityMilli(quantityMilli)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setReason("rusak")
                    .build())
            .getBasket());
  }

  private static void discount(TestLane lane, DiscountSource source, long amountMinor) {
    lane.adopt(
        lane.baskets()
            .discountBasket(
                DiscountBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setSource(source)
                    .setAmountMinor(amountMinor)
                    .setReason("K-" + amountMinor)
                    .build())
            .getBasket());
  }

  /** Cash with change, a card, or both; money back in cash. */
  private PayRequest paid(TestLane lane, Totals totals) {
    PayRequest.Builder pay =
        PayRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasket(lane.ref())
            .setTotalMinor(totals.getTotalMinor());
    long total = totals.getTotalMinor();
    int way = random.nextInt(3);
    if (total <= 0 || way == 0) {
      long cash = totals.getCashDueMinor() + (total > 0 ? random.nextLong(0, 5) * 10_000_00 : 0);
      return cash == 0 ? pay.build() : pay.addTenders(tender("CASH", cash)).build();
    }
    if (way == 1 || total < 20_000_00) {
      return pay.addTenders(tender(random.nextBoolean() ? "CARD" : "QRIS", total)).build();
    }
    long card = total / 2 / 100_00 * 100_00;
    return pay.addTenders(tender("CARD", card))
        .addTenders(tender("CASH", total - card + 10_000_00))
        .build();
  }

  private static Tender tender(String kind, long amountMinor) {
    return Tender.newBuilder()
        .setKind(kind)
        .setAmountMinor(amountMinor)
        .setReference("R" + amountMinor)
        .build();
  }

  private static void count(TestLane lane) {
    var unused =
        lane.till()
            .closeShift(CloseShiftRequest.newBuilder().setRequestId(TestLane.newId()).build());
  }
}
