package id.lajur.installer.bench;

import id.lajur.pos.screen.LaneState;
import id.lajur.pos.window.LaneWindow;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Keys and scans into a lane's window by the toolkit's own queue, and the moment at which what they
 * bring is painted.
 */
final class ScreenHand {
  private static final int PERSON_MS = 120; // keys carry times of their own; nobody waits
  private static final int SCANNER_MS = 5;
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(60);

  private final LaneWindow lane;
  private final Component panel;
  private long when = System.currentTimeMillis();
  private @Nullable LaneState painted;
  private long paintedAt;

  ScreenHand(LaneWindow lane) throws Exception {
    this.lane = lane;
    FutureTask<Component> ready =
        new FutureTask<>(
            () -> {
              RepaintManager.setCurrentManager(new Watched());
              Component content = lane.frame().getContentPane();
              lane.frame().toFront();
              content.requestFocusInWindow();
              return content;
            });
    SwingUtilities.invokeLater(ready);
    this.panel = ready.get();
  }

  /** Notes what each paint has brought to the screen. */
  private final class Watched extends RepaintManager {
    @Override
    public void paintDirtyRegions() {
      super.paintDirtyRegions();
      Toolkit.getDefaultToolkit().sync();
      long now = System.nanoTime();
      LaneState state = lane.state();
      synchronized (ScreenHand.this) {
        painted = state;
        paintedAt = now;
        ScreenHand.this.notifyAll();
      }
    }
  }

  /** Types as a person does. */
  ScreenHand type(String text) {
    text.chars().forEach(c -> stroke(KeyEvent.getExtendedKeyCodeForChar(c), (char) c, PERSON_MS));
    return this;
  }

  ScreenHand enter() {
    stroke(KeyEvent.VK_ENTER, '\n', PERSON_MS);
    return this;
  }

  ScreenHand f12() {
    stroke(KeyEvent.VK_F12, KeyEvent.CHAR_UNDEFINED, PERSON_MS);
    return this;
  }

  /**
   * Scans as a keyboard wedge does.
   *
   * @return nanoseconds from its last key until the screen showed what is expected
   */
  long scan(String code, Predicate<LaneState> expected)
      throws InterruptedException, TimeoutException {
    when += PERSON_MS;
    code.chars().forEach(c -> stroke(KeyEvent.getExtendedKeyCodeForChar(c), (char) c, SCANNER_MS));
    long begun = System.nanoTime();
    stroke(KeyEvent.VK_ENTER, '\n', SCANNER_MS);
    when += PERSON_MS;
    synchronized (this) {
      var unused = until(expected);
      return paintedAt - begun;
    }
  }

  /** Waits until what is expected has been painted. */
  synchronized LaneState until(Predicate<LaneState> expected)
      throws InterruptedException, TimeoutException {
    long last = System.nanoTime() + MOST_NANOS;
    while (true) {
      LaneState now = painted;
      if (now != null && expected.test(now)) {
        return now;
      }
      long left = last - System.nanoTime();
      if (left <= 0) {
        throw new TimeoutException("the screen stays at " + now);
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
  }

  private void stroke(int code, char c, int gapMs) {
    when += gapMs;
    EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_PRESSED, when, 0, code, c));
    if (c != KeyEvent.CHAR_UNDEFINED) {
      queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_TYPED, when, 0, KeyEvent.VK_UNDEFINED, c));
    }
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_RELEASED, when + 2, 0, code, c));
  }
}
