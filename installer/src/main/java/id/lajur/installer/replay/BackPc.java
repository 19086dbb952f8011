package id.lajur.installer.replay;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.till.v1.CloseDayRequest;
import id.lajur.till.v1.TillServiceGrpc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** The back office: receives goods, and closes the day. */
final class BackPc implements AutoCloseable {
  private static final long SEED = 1945;
  private static final int MOST_LINES = 200;
  private static final int BEST_SELLERS = 200;
  private static final int LATER_LINES = 10;

  private final StoreConnection connection;
  private final GoodsReceiptServiceGrpc.GoodsReceiptServiceBlockingStub receipts;
  private final TillServiceGrpc.TillServiceBlockingStub till;
  private final Deque<List<GoodsReceiptLine>> later = new ArrayDeque<>();
  private int notes;

  BackPc(ReplayStore.Machine machine) {
    this.connection = machine.connection();
    this.receipts = GoodsReceiptServiceGrpc.newBlockingStub(connection.channel());
    this.till = TillServiceGrpc.newBlockingStub(connection.channel());
    new Lane(connection).signOn(machine.operator(), ReplayStore.PIN);
  }

  /**
   * Receives every second item before the first ticket, twice what the file sells of it, and keeps
   * the best sellers to receive them again during the run.
   */
  void open(Map<String, ShelfItem> shelf, FileProfile profile) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<ShelfItem> sold =
        shelf.values().stream().filter(item -> profile.sold(item.code())).toList();
    List<GoodsReceiptLine> opening = new ArrayList<>();
    for (int i = 0; i < sold.size(); i++) {
      ShelfItem item = sold.get(i);
      long cost = costMinor(item, random);
      if (i % 2 == 0) {
        opening.add(line(item, 2 * profile.quantityMilli(item.code()), cost));
      }
      if (opening.size() == MOST_LINES) {
        receive(opening);
        opening.clear();
      }
    }
    if (!opening.isEmpty()) {
      receive(opening);
    }
    List<ShelfItem> best =
        sold.stream()
            .sorted(
                Comparator.comparingLong((ShelfItem item) -> profile.quantityMilli(item.code()))
                    .reversed())
            .limit(BEST_SELLERS)
            .toList();
    for (int from = 0; from < best.size(); from += LATER_LINES) {
      List<GoodsReceiptLine> lines = new ArrayList<>();
      for (ShelfItem item : best.subList(from, Math.min(best.size(), from + LATER_LINES))) {
        long cost = costMinor(item, random) * random.nextInt(85, 126) / 100;
        lines.add(line(item, profile.quantityMilli(item.code()) / 4, cost));
      }
      later.add(lines);
    }
  }

  /** The catalogue's cost, else 55 to 85 % of the price. */
  private static long costMinor(ShelfItem item, SplittableRandom random) {
    int percent = random.nextInt(55, 86);
    if (item.costMinor() != null) {
      return item.costMinor();
    }
    return item.priceMinor() == null ? 0 : item.priceMinor() * percent / 100;
  }

  private static GoodsReceiptLine line(ShelfItem item, long quantityMilli, long unitCostMinor) {
    long quantity = Math.max(1000, quantityMilli / 1000 * 1000);
    return GoodsReceiptLine.newBuilder()
        .setCode(item.barcode())
        .setQuantityMilli(quantity)
        .setCostMinor(unitCostMinor * (quantity / 1000))
        .build();
  }

  /** Deliveries that are still to come during the run. */
  int deliveriesLeft() {
    return later.size();
  }

  /** Receives the next delivery of best sellers; nothing when all have come. */
  void receiveNext() {
    List<GoodsReceiptLine> lines = later.poll();
    if (lines != null) {
      receive(lines);
    }
  }

  private void receive(List<GoodsReceiptLine> lines) {
    PostGoodsReceiptRequest request =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier(ReplayStore.SUPPLIER)
            .setDeliveryNote("R" + ++notes)
            .addAllLines(lines)
            .build();
    connection.ask(() -> receipts.postGoodsReceipt(request));
  }

  /** Closes the store's business date. */
  void closeDay() {
    CloseDayRequest request =
        CloseDayRequest.newBuilder().setRequestId(StoreConnection.newRequestId()).build();
    connection.ask(() -> till.closeDay(request));
  }

  @Override
  public void close() {
    connection.close();
  }
}
