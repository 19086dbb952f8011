package id.lajur.pos.session;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyRefusal;
import id.lajur.pos.lane.CashInDoubt;
import id.lajur.pos.lane.Till;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cash without a sale, from the drawer into the books: once, whatever dies meanwhile. */
final class CashOnItsWay {
  private static final Logger log = LoggerFactory.getLogger(CashOnItsWay.class);

  private final CashInDoubt inDoubt;
  private final Till till;
  private final EmergencyLane selling;
  private final StoreConnection connection;
  private final LaneSession.Papers papers;

  CashOnItsWay(
      CashInDoubt inDoubt,
      Till till,
      EmergencyLane selling,
      StoreConnection connection,
      LaneSession.Papers papers) {
    this.inDoubt = inDoubt;
    this.till = till;
    this.selling = selling;
    this.connection = connection;
    this.papers = papers;
  }

  /** As {@link LaneSession#moveCash}. */
  void move(CashInDoubt.Moved moved) {
    selling.mustHaveServer();
    mustHaveSettled(moved.shiftId());
    keep(moved);
    try {
      selling.moveCash(moved.request());
    } catch (ServerRefusal refusal) {
      if (!refusal.isAbsence()) {
        settled(moved);
      }
      throw refusal;
    }
    papers.cashMoved(moved);
    settled(moved);
  }

  /** Without its place on the disk cash goes out all the same; a death now leaves it in doubt. */
  private void keep(CashInDoubt.Moved moved) {
    try {
      inDoubt.keep(moved);
    } catch (IOException e) {
      log.error("cash {} is not on the lane's disk", moved.request().getRequestId(), e);
    }
  }

  /**
   * @throws EmergencyRefusal CASH_IN_DOUBT: the server was asked for some, and has not answered yet
   */
  void mustHaveSettled(String shiftId) {
    if (!settle(shiftId)) {
      throw new EmergencyRefusal(EmergencyRefusal.CASH_IN_DOUBT);
    }
  }

  /** As {@link LaneSession#settleCash}. */
  boolean settle(String shiftId) {
    Optional<CashInDoubt.Moved> asked = of(shiftId);
    if (asked.isEmpty() || selling.state().emergency() || !connection.isSignedOn()) {
      return asked.isEmpty();
    }
    CashInDoubt.Moved moved = asked.get();
    String reason = "";
    try {
      connection.within(
          EmergencyLane.PATIENCE,
          () -> {
            till.moveCash(moved.request());
            return true;
          });
      papers.cashMoved(moved);
    } catch (ServerRefusal refusal) {
      if (refusal.isAbsence()) {
        return false; // the next act finds out that the server is away
      }
      log.error("the cash in doubt is refused, so it is not in the books: {}", refusal.toString());
      reason = refusal.reason();
    }
    settled(moved);
    papers.cashSettled(moved, reason);
    return true;
  }

  private Optional<CashInDoubt.Moved> of(String shiftId) {
    try {
      return inDoubt.read(shiftId);
    } catch (IOException e) {
      log.error("whether cash is in doubt cannot be read", e);
      return Optional.empty();
    }
  }

  /** Should it stand there still, it is asked for once more. */
  private void settled(CashInDoubt.Moved moved) {
    try {
      inDoubt.settled(moved.shiftId());
    } catch (IOException e) {
      log.warn("cash stands on the lane's disk as in doubt still", e);
    }
  }
}
