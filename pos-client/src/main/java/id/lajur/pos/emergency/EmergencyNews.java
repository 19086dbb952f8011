package id.lajur.pos.emergency;

import id.lajur.sale.v1.PostEmergencySaleResponse;

/** What happens to a lane that sells by itself; told on whatever thread. */
public interface EmergencyNews {
  /** For a lane that shows nothing. */
  EmergencyNews UNHEARD = new EmergencyNews() {};

  /** It began or ended to sell by itself, or another number of receipts waits. */
  default void changed(EmergencyLane.State now) {}

  /** A receipt came in. */
  default void cameIn(PostEmergencySaleResponse answer) {}

  /** The server answers: the lane may look for it. */
  default void serverIsBack() {}
}
