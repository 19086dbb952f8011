package id.lajur.kit.thread;

import java.awt.EventQueue;

/** Who may be on Swing's event thread, and who must not. */
public final class EventThread {
  private EventThread() {}

  /**
   * Called by whatever may wait: disk, network, devices.
   *
   * @throws IllegalStateException on the event thread, where waiting would freeze every window
   */
  public static void mustNotBeHere(String what) {
    if (EventQueue.isDispatchThread()) {
      throw new IllegalStateException(what + " on the event thread");
    }
  }

  /**
   * Called by whatever touches Swing.
   *
   * @throws IllegalStateException on any thread but the event thread
   */
  public static void mustBeHere(String what) {
    if (!EventQueue.isDispatchThread()) {
      throw new IllegalStateException(
          what + " outside the event thread, on " + Thread.currentThread().getName());
    }
  }
}
