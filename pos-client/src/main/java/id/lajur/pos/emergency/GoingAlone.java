package id.lajur.pos.emergency;

import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.Basket;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the server does an act or the lane by itself: how long an answer is waited for, when the
 * lane goes on alone, who may, and when it comes back.
 */
final class GoingAlone {
  private static final Logger log = LoggerFactory.getLogger(GoingAlone.class);

  private final Lane lane;
  private final StoreConnection connection;
  private final ShelfCopy shelf;
  private final EmergencyPost post;
  private final OnDuty duty;
  private final BasketAtHand atHand;
  private final KeptBasket kept;
  private final WayBack wayBack;
  private final Runnable tell;

  /**
   * @param tell tells the screen how the lane stands
   */
  GoingAlone(
      Lane lane,
      StoreConnection connection,
      ShelfCopy shelf,
      EmergencyPost post,
      OnDuty duty,
      BasketAtHand atHand,
      KeptBasket kept,
      Runnable tell) {
    this.lane = lane;
    this.connection = connection;
    this.shelf = shelf;
    this.post = post;
    this.duty = duty;
    this.atHand = atHand;
    this.kept = kept;
    this.wayBack = new WayBack(lane, connection, atHand, kept::keep);
    this.tell = tell;
  }

  /** Nobody sells any longer; what is at hand waits on the disk. */
  void stop() {
    kept.keep();
    duty.end();
    if (atHand.isThere()) {
      atHand.end();
      tell.run();
    }
  }

  /** Whether the server may know of the basket at hand. */
  boolean mayBeAtServer() {
    return wayBack.mayBeAtServer();
  }

  /**
   * Whether the lane does the next act on the basket at hand by itself; comes back to the server
   * where it can. A basket that was given up here and is open at the server still does not come in
   * its place.
   */
  boolean isAlone() {
    if (atHand.left().isEmpty()) {
      comeBack();
    }
    mustBeThere();
    return atHand.isThere();
  }

  /** Back to the server once it answers, with the basket at hand; what waits comes in meanwhile. */
  void comeBack() {
    if (!atHand.isThere() || !post.isBack()) {
      return;
    }
    switch (wayBack.go()) {
      case BACK -> {
        log.info("the server is back");
        atHand.end();
        kept.keep();
        tell.run();
      }
      case AWAY -> post.begin();
      case NOT_YET -> {}
    }
  }

  /**
   * Whoever is on and does nothing is on no longer, as with the server; the basket waits on the
   * disk.
   *
   * @throws EmergencyRefusal NOT_SIGNED_ON
   */
  void mustBeThere() {
    duty.acts();
    if (atHand.isThere()) {
      mustBeLetOn();
    }
  }

  /**
   * Whoever had gone when the server went away, or was put out by it, does not go on alone. Said
   * when all that is known of an act is on the disk, for whoever signs on next.
   */
  void mustBeLetOn() {
    mustBeLetOn(Map.of());
  }

  void mustBeLetOn(Map<String, String> facts) {
    if (!duty.mayGoOn()) {
      stop();
      throw new EmergencyRefusal(EmergencyRefusal.NOT_SIGNED_ON, facts);
    }
  }

  /** What the server does for whoever is on. */
  <R> R byServer(Supplier<R> act) {
    R answer = act.get();
    duty.isServed();
    return answer;
  }

  /**
   * Asks the server, no longer than a cashier has patience. A lane that could not go on alone asks
   * until the answer is known: given up, the act would stay in doubt, and be done twice.
   */
  <R> R soon(Supplier<R> act) {
    return canGoOn() ? connection.within(EmergencyLane.PATIENCE, act) : act.get();
  }

  boolean canGoOn() {
    return duty.seller() != null && shelf.now().isUsable() && shelf.now().knowsTaxesOf(kept.now());
  }

  /**
   * Goes on alone, if the server gave no answer and the lane knows enough. Where the act has been
   * put down, {@link #mustBeLetOn()} follows.
   */
  void goOn(ServerRefusal absence) {
    if (!absence.isAbsence() || !canGoOn()) {
      throw absence;
    }
    log.warn("the server does not answer, the lane sells by itself: {}", absence.getMessage());
    post.begin();
    Basket basket = lane.basket();
    atHand.begin(
        basket.getBasketId().isEmpty() ? kept.fresh() : EmergencyBasket.of(shelf.now(), basket));
  }

  /** Goes on alone, with nothing done yet that the screen would learn of it by. */
  void goOnIdle(ServerRefusal absence) {
    goOn(absence);
    kept.keep();
    tell.run();
    mustBeLetOn();
  }

  /**
   * What the server knows, or the shelf where the lane is alone.
   *
   * @throws ServerRefusal the server's no, or its absence where the lane cannot go on alone
   */
  <R> R known(Supplier<R> server, Supplier<R> byShelf) {
    if (!isAlone()) {
      try {
        return soon(() -> byServer(server));
      } catch (ServerRefusal absence) {
        goOnIdle(absence);
      }
    }
    return byShelf.get();
  }

  /**
   * As {@link EmergencyLane#mustHaveServer()}.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH
   */
  void mustHaveServer() {
    if (isAlone() || (canGoOn() && connection.linkState() == LinkState.AWAY)) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
  }

  /**
   * As {@link EmergencyLane#ask(Supplier)}.
   *
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH
   */
  <R> R ask(Supplier<R> question) {
    mustHaveServer();
    try {
      return connection.within(EmergencyLane.PATIENCE, () -> byServer(question));
    } catch (ServerRefusal absence) {
      goOnIdle(absence);
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
  }

  /**
   * An act on a basket that the lane cannot do by itself.
   *
   * @param unanswered what is put down of it where the server dies meanwhile
   * @throws EmergencyRefusal EMERGENCY_ONLY_CASH
   */
  <R> R onlyByServer(Supplier<R> act, Runnable unanswered) {
    try {
      R answer = soon(() -> byServer(act));
      kept.keep();
      return answer;
    } catch (ServerRefusal absence) {
      goOn(absence);
      unanswered.run();
      kept.keep();
      tell.run();
      mustBeLetOn();
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
  }
}
