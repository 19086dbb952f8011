package id.lajur.kit.thread;

import java.awt.EventQueue;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.RepaintManager;

/**
 * For tests: collects every touch of a showing component outside the event thread. The places that
 * Swing itself documents as safe ({@code repaint}) are let through.
 */
public final class SwingThreadWatch extends RepaintManager {
  private final List<Throwable> violations = new CopyOnWriteArrayList<>();

  /** Puts a new watch in place; {@link #uninstall} gives Swing its own back. */
  public static SwingThreadWatch install() {
    var watch = new SwingThreadWatch();
    RepaintManager.setCurrentManager(watch);
    return watch;
  }

  public static void uninstall() {
    RepaintManager.setCurrentManager(null);
  }

  /**
   * Fails when something touched Swing from elsewhere.
   *
   * @throws AssertionError with the first place as its cause
   */
  public void assertClean() {
    if (!violations.isEmpty()) {
      throw new AssertionError(
          violations.size() + " touches of Swing outside the event thread", violations.get(0));
    }
  }

  @Override
  public synchronized void addInvalidComponent(JComponent component) {
    check(component);
    super.addInvalidComponent(component);
  }

  @Override
  public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
    check(component);
    super.addDirtyRegion(component, x, y, width, height);
  }

  private void check(JComponent component) {
    if (EventQueue.isDispatchThread()) {
      return;
    }
    var place = new IllegalStateException("touched: " + component.getClass().getName());
    if (!isBareRepaint(place.getStackTrace())) {
      violations.add(place);
    }
  }

  /** True when our code called {@code repaint} itself, and not Swing on behalf of a setter. */
  private static boolean isBareRepaint(StackTraceElement[] frames) {
    boolean repaint = false;
    boolean fromSwing = false;
    for (StackTraceElement frame : frames) {
      if (repaint && frame.getMethodName().equals("imageUpdate")) {
        return true;
      }
      if (frame.getMethodName().equals("repaint")) {
        repaint = true;
        fromSwing = false;
      } else if (frame.getClassName().startsWith("javax.swing.")) {
        fromSwing = repaint;
      }
    }
    return repaint && !fromSwing;
  }
}
