package id.lajur.pos.emergency;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketState;
import java.util.HashMap;
import java.util.ListIterator;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of a lane that sold by itself back to its server, with the basket at hand. */
final class WayBack {
  private static final Logger log = LoggerFactory.getLogger(WayBack.class);

  private final Lane lane;
  private final StoreConnection connection;
  private final BasketAtHand atHand;
  private final Runnable keep;

  /** How far the lane came. */
  enum Arrival {
    /** The server has the basket. */
    BACK,
    /** The lane goes on alone. */
    NOT_YET,
    /** The server went away meanwhile. */
    AWAY
  }

  /**
   * @param keep puts the basket at hand on the lane's disk
   */
  WayBack(Lane lane, StoreConnection connection, BasketAtHand atHand, Runnable keep) {
    this.lane = lane;
    this.connection = connection;
    this.atHand = atHand;
    this.keep = keep;
  }

  /** Goes back with a server that answers. */
  Arrival go() {
    return atHand.isUntouched() ? findLeft() : bringOver();
  }

  /** Whether the server may know of the basket at hand. */
  boolean mayBeAtServer() {
    Basket basket = atHand.now().basket();
    return basket.getVersion() > 0
        || atHand.acts().stream().anyMatch(BasketAct::isAsked)
        || lane.basket().getBasketId().equals(basket.getBasketId()); // named in an act in doubt
  }

  /** Takes up the basket that the server has open, so that it can be given up there. */
  private Arrival findLeft() {
    if (mayBeAtServer()) {
      atHand.leave(atHand.now().basket().getBasketId(), atHand.turns());
    }
    if (atHand.left().isEmpty() || !connection.isSignedOn()) {
      lane.putDown();
      return Arrival.BACK;
    }
    try {
      if (!connection.within(EmergencyLane.PATIENCE, this::isLeftOpen)) {
        lane.putDown(); // sold, put aside or given up meanwhile
      }
    } catch (ServerRefusal e) {
      if (e.isAbsence()) {
        return Arrival.NOT_YET;
      }
      lane.putDown();
    }
    return Arrival.BACK;
  }

  private boolean isLeftOpen() {
    if (!atHand.turns().isEmpty()) {
      try {
        return atHand.turns().ask(lane);
      } catch (ServerRefusal e) {
        if (e.isAbsence() || !atHand.turns().isVoid()) {
          throw e;
        }
        log.info("what was to be given up is open still: {}", e.getMessage());
      }
    }
    return lane.find(atHand.left()).getState() == BasketState.BASKET_STATE_OPEN;
  }

  /**
   * Does at the server what the lane has done alone, each act under its own request id. Where the
   * server says no to one, the basket stays the lane's until it is sold.
   */
  private Arrival bringOver() {
    if (!atHand.mayGoOver() || !connection.isSignedOn()) {
      return Arrival.NOT_YET;
    }
    try {
      if (connection.within(EmergencyLane.PATIENCE, this::isOver)) {
        return Arrival.BACK;
      }
    } catch (ServerRefusal e) {
      if (e.isAbsence()) {
        return Arrival.AWAY;
      }
      log.info("the basket at hand is finished by the lane: {}", e.getMessage());
    }
    atHand.staysToItsEnd();
    return Arrival.NOT_YET;
  }

  private boolean isOver() {
    Basket basket = atHand.now().basket();
    if (!atHand.turns().isEmpty()) {
      boolean open = atHand.turns().ask(lane);
      if (open) {
        askActs();
      }
      return open;
    }
    if (atHand.acts().isEmpty()) {
      return isOpenAtServer(basket);
    }
    takeUpAtServer(basket);
    askActs();
    return true;
  }

  /**
   * Takes up the basket as the server has it: with what it may have done of an act that the lane
   * refused when the answer had been lost.
   */
  private boolean isOpenAtServer(Basket basket) {
    Basket found = lane.find(basket.getBasketId());
    return found.getState() == BasketState.BASKET_STATE_OPEN
        && found.getGeneration() == basket.getGeneration();
  }

  private void takeUpAtServer(Basket basket) {
    if (lane.basket().getBasketId().equals(basket.getBasketId())) {
      return;
    }
    if (basket.getVersion() > 0) {
      Basket unused = lane.find(basket.getBasketId());
    } else {
      lane.begin(basket.getBasketId());
    }
  }

  private void askActs() {
    Map<Integer, Integer> lineAtServer = new HashMap<>();
    for (ListIterator<BasketAct> each = atHand.acts().listIterator(); each.hasNext(); ) {
      BasketAct act = each.next();
      if (!act.isAsked()) {
        act = act.onto(lane.refOrNew(), lineAtServer.getOrDefault(act.lineId(), act.lineId()));
        each.set(act);
        keep.run(); // asked again after a loss of power, it must be the same
      }
      BasketLine line = act.ask(lane);
      if (act.addsLine()) {
        lineAtServer.put(act.lineId(), line.getLineId());
      }
    }
  }
}
