package id.lajur.installer.faults;

import java.io.IOException;

/** A lane that sells, in this process or in one of its own. */
interface FaultLane {
  /** Lets it finish the sale at hand, and ends it. */
  void end() throws InterruptedException;

  /** Ends it as it stands. */
  void abandon();

  /** Kills it, as a loss of power would. */
  default void kill() throws InterruptedException {
    throw new UnsupportedOperationException("this lane has no process of its own");
  }

  /** Starts it again after a kill. */
  default void startAgain() throws IOException {
    throw new UnsupportedOperationException("this lane has no process of its own");
  }
}
