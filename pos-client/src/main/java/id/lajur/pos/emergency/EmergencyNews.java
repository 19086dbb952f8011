package id.lajur.pos.emergency;

import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.till.v1.MoveCashRequest;

/** What happens to a lane that sells by itself; told on whatever thread. */
public interface EmergencyNews {
  /** For a lane that shows nothing. */
  EmergencyNews UNHEARD = new EmergencyNews() {};

  /** It began or ended to sell by itself, or another number of receipts waits. */
  default void changed(EmergencyLane.State now) {}

  /** A receipt came in. */
  default void cameIn(PostEmergencySaleResponse answer) {}

  /**
   * How cash without a sale ended whose booking was in doubt.
   *
   * @param booked false: the server refused it, so the drawer differs from the books
   */
  default void cashSettled(MoveCashRequest cash, boolean booked) {}

  /** The lane's copy of the shelf, its prices or quick keys, is another one. */
  default void shelfChanged() {}

  /** The server answers: the lane may look for it. */
  default void serverIsBack() {}
}
