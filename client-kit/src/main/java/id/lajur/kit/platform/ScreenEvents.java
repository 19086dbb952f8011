package id.lajur.kit.platform;

import java.awt.AWTEvent;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.AWTEventListener;

/** The program's way to the events of its windows. */
public final class ScreenEvents {
  private ScreenEvents() {}

  /**
   * From now on every event goes through this queue; on the event thread.
   *
   * @param contained told of each part that is put into another, anywhere
   */
  public static void goThrough(EventQueue queue, AWTEventListener contained) {
    Toolkit toolkit = Toolkit.getDefaultToolkit();
    toolkit.getSystemEventQueue().push(queue);
    toolkit.addAWTEventListener(contained, AWTEvent.CONTAINER_EVENT_MASK);
  }
}
