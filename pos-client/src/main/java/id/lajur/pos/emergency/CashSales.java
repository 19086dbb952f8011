package id.lajur.pos.emergency;

import java.io.IOException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sells baskets for cash by the lane alone. Each sale has the next number of the lane's series and
 * is on its disk before its receipt comes.
 */
final class CashSales {
  private static final Logger log = LoggerFactory.getLogger(CashSales.class);

  private final EmergencyJournal journal;
  private final ShelfCopy shelf;
  private final InstantSource clock;

  CashSales(EmergencyJournal journal, ShelfCopy shelf, InstantSource clock) {
    this.journal = journal;
    this.shelf = shelf;
    this.clock = clock;
  }

  /**
   * Sells a basket as it stands.
   *
   * @param inDoubt whether the server was asked to sell it, and did not answer
   * @throws EmergencyRefusal BASKET_EMPTY, TENDER_SHORT, TENDER_ABSURD, EMERGENCY_DISK;
   *     EMERGENCY_ONLY_CASH: money out waits for the server. Nothing was sold
   */
  EmergencySale sell(
      EmergencyBasket basket, long receivedMinor, EmergencySale.Seller seller, boolean inDoubt) {
    if (basket.isEmpty()) {
      throw new EmergencyRefusal("BASKET_EMPTY");
    }
    if (basket.basket().getTotals().getTotalMinor() < 0) {
      throw new EmergencyRefusal(EmergencyRefusal.ONLY_CASH_SALES);
    }
    EmergencySale.Cash cash = EmergencySale.Cash.of(basket, receivedMinor);
    diskMustWork();
    EmergencySale sale = EmergencySale.of(basket, cash, seller, last(), clock.millis(), inDoubt);
    try {
      journal.note(sale);
    } catch (IOException e) {
      throw disk(e);
    }
    return sale;
  }

  /** The server's, where it has seen more than this disk: a lane that was replaced goes on. */
  private EmergencyJournal.Last last() {
    EmergencyJournal.Last own = journal.last();
    long server = shelf.now().rules().getLastNumber();
    return own.number() >= server
        ? own
        : new EmergencyJournal.Last(server, shelf.now().rules().getLastLink());
  }

  /** Takes its room now, as later there may be none. */
  void tryDisk() {
    if (!diskWorks()) {
      log.error("the lane's disk takes nothing: without the server nothing can be sold");
    }
  }

  boolean diskWorks() {
    try {
      journal.mustTakeMore();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * @throws EmergencyRefusal EMERGENCY_DISK
   */
  void diskMustWork() {
    try {
      journal.mustTakeMore();
    } catch (IOException e) {
      throw disk(e);
    }
  }

  private static EmergencyRefusal disk(IOException cause) {
    log.error("the lane's disk does not take receipts", cause);
    EmergencyRefusal refusal = new EmergencyRefusal(EmergencyRefusal.DISK);
    refusal.initCause(cause);
    return refusal;
  }
}
