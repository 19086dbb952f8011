package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.Tender;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;

/** Sales of one side for a while, with as many baskets laid out before as it may sell. */
final class LaidOut {
  private final BenchStore store;
  private final List<BenchLane> lanes;
  private final Acts acts;
  private double perSecond;

  /** What sells the baskets of each lane. */
  @FunctionalInterface
  interface Acts {
    List<Load.Act> of(List<Queue<PreparedBasket>> baskets) throws SQLException;
  }

  LaidOut(BenchStore store, List<BenchLane> lanes, Acts acts) {
    this.store = store;
    this.lanes = lanes;
    this.acts = acts;
    this.perSecond = 300 + 30 * lanes.size();
  }

  /** The side that pays by the store's own call. */
  static LaidOut paid(BenchStore store, List<BenchLane> lanes) {
    return new LaidOut(store, lanes, baskets -> pay(lanes, baskets));
  }

  /**
   * The baskets of each lane, in the lanes' order: a third more than the best pace so far would
   * sell.
   */
  List<Queue<PreparedBasket>> baskets(Duration length) throws Exception {
    int each = 20 + (int) (perSecond * 1.35 * length.toMillis() / 1000.0 / lanes.size());
    return store.prepare(lanes, each);
  }

  Load.Measured sell(List<Queue<PreparedBasket>> baskets, Duration length) throws Exception {
    Load.Measured measured = Load.run(acts.of(baskets), length);
    perSecond = Math.max(perSecond, measured.perSecond());
    return measured;
  }

  Load.Measured sell(Duration length) throws Exception {
    return sell(baskets(length), length);
  }

  /** In pieces, so that the first guess of the pace does no harm. */
  Load.Measured warmUp(Duration length) throws Exception {
    int pieces = (int) Math.max(1, length.toMillis() / 3_000);
    Load.Measured last = null;
    for (int i = 0; i < pieces; i++) {
      last = sell(length.dividedBy(pieces));
    }
    return Objects.requireNonNull(last);
  }

  private static List<Load.Act> pay(List<BenchLane> lanes, List<Queue<PreparedBasket>> baskets) {
    List<Load.Act> acts = new ArrayList<>();
    for (int i = 0; i < lanes.size(); i++) {
      StoreConnection wire = lanes.get(i).connection();
      Queue<PreparedBasket> mine = baskets.get(i);
      SaleServiceGrpc.SaleServiceBlockingStub sales =
          SaleServiceGrpc.newBlockingStub(wire.channel());
      acts.add(
          () -> {
            PreparedBasket basket = mine.poll();
            if (basket == null) {
              return false;
            }
            PayRequest request = pay(basket);
            wire.ask(() -> sales.pay(request));
            return true;
          });
    }
    return acts;
  }

  private static PayRequest pay(PreparedBasket basket) {
    return PayRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(
            BasketRef.newBuilder()
                .setBasketId(basket.basketId().toString())
                .setGeneration(1)
                .setVersion(basket.template().lines().size()))
        .setTotalMinor(basket.template().totalMinor())
        .addTenders(
            Tender.newBuilder().setKind("CASH").setAmountMinor(basket.template().tenderMinor()))
        .build();
  }
}
