package id.lajur.pos.lane;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.GetBasketRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The basket at hand, put together from what each answer says has changed. Where an answer does not
 * fit what the lane has, the whole is asked for.
 */
final class OpenBasket {
  private final StoreConnection connection;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;
  private Basket basket = Basket.getDefaultInstance();

  OpenBasket(StoreConnection connection) {
    this.connection = connection;
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
  }

  /** Without lines when there is none. */
  Basket now() {
    return basket;
  }

  /** As {@link Lane#basketId}. */
  String id() {
    if (basket.getBasketId().isEmpty()) {
      begin(StoreConnection.newRequestId());
    }
    return basket.getBasketId();
  }

  void begin(String basketId) {
    basket = Basket.newBuilder().setBasketId(basketId).build();
  }

  /** How the next act names it; where there is none, the one that this act begins. */
  BasketRef refOrNew() {
    String id = id();
    return basket.getVersion() == 0
        ? BasketRef.newBuilder().setBasketId(id).setGeneration(1).build()
        : ref();
  }

  BasketRef ref() {
    return BasketRef.newBuilder()
        .setBasketId(basket.getBasketId())
        .setGeneration(basket.getGeneration())
        .setVersion(basket.getVersion())
        .build();
  }

  /** Puts what has changed into what the lane has. */
  void take(Basket update) {
    if (update.getVersion() < basket.getVersion()) {
      update = whole(update.getBasketId());
    }
    Map<Integer, BasketLine> lines = new TreeMap<>();
    if (update.getBasketId().equals(basket.getBasketId())) {
      basket.getLinesList().forEach(line -> lines.put(line.getLineId(), line));
    }
    update.getLinesList().forEach(line -> lines.put(line.getLineId(), line));
    basket = update.toBuilder().clearLines().addAllLines(lines.values()).build();
  }

  /**
   * Another basket in place of the one at hand, which stays where the server says no: somebody may
   * be on it already.
   */
  Basket turnTo(Supplier<Basket> other) {
    try {
      return become(other.get());
    } catch (ServerRefusal refusal) {
      if (refusal.isAbsence()) {
        putDown();
      }
      throw refusal;
    }
  }

  /** As {@link Lane#find}. */
  Basket find(String basketId) {
    putDown(); // also where the server says no
    return become(whole(basketId));
  }

  private Basket become(Basket other) {
    putDown();
    take(other);
    return basket;
  }

  private Basket whole(String basketId) {
    GetBasketRequest request = GetBasketRequest.newBuilder().setBasketId(basketId).build();
    return connection.ask(() -> baskets.getBasket(request)).getBasket();
  }

  BasketLine line(int lineId) {
    return basket.getLinesList().stream()
        .filter(line -> line.getLineId() == lineId)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("the answer lacks its line " + lineId));
  }

  void putDown() {
    basket = Basket.getDefaultInstance();
  }
}
