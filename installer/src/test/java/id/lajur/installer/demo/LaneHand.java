package id.lajur.installer.demo;

import id.lajur.pos.screen.LaneState;
import id.lajur.pos.window.LaneWindow;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

/**
 * A cashier's hand and scanner at one window: every key goes through the toolkit's own queue, with
 * the times of a person or of a scanner, however busy this machine is.
 */
final class LaneHand {
  private static final int PERSON_MS = 120;
  private static final int SCANNER_MS = 5;
  private static final int LONGEST_WAIT_S = 60;

  private final LaneWindow lane;
  private final Component panel;
  private long when = System.currentTimeMillis();

  LaneHand(LaneWindow lane) throws Exception {
    this.lane = lane;
    this.panel = onScreen(() -> lane.frame().getContentPane());
    onScreen(
        () -> {
          lane.frame().toFront();
          lane.frame().requestFocus();
          return panel.requestFocusInWindow();
        });
    until(() -> panel.isFocusOwner(), "the focus");
  }

  /** Goes to this window from another one, which is put away meanwhile. */
  LaneHand alone() throws Exception {
    onScreen(
        () -> {
          for (Frame other : Frame.getFrames()) {
            if (other != lane.frame() && other.isVisible()) {
              other.setVisible(false);
            }
          }
          lane.frame().setVisible(true);
          lane.frame().requestFocus();
          return panel.requestFocusInWindow();
        });
    until(() -> panel.isFocusOwner(), "the focus");
    return this;
  }

  /** Types as a person does. */
  LaneHand type(String text) throws Exception {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      stroke(KeyEvent.getExtendedKeyCodeForChar(c), c, PERSON_MS);
    }
    return this;
  }

  LaneHand press(int code) throws Exception {
    boolean enter = code == KeyEvent.VK_ENTER;
    stroke(code, enter ? '\n' : KeyEvent.CHAR_UNDEFINED, PERSON_MS);
    return this;
  }

  LaneHand shiftF8() throws Exception {
    when += PERSON_MS;
    int shift = KeyEvent.SHIFT_DOWN_MASK;
    char none = KeyEvent.CHAR_UNDEFINED;
    var queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_PRESSED, when, shift, KeyEvent.VK_F8, none));
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_RELEASED, when, shift, KeyEvent.VK_F8, none));
    return this;
  }

  LaneHand scan(String code) throws Exception {
    when += PERSON_MS;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      stroke(KeyEvent.getExtendedKeyCodeForChar(c), c, SCANNER_MS);
    }
    stroke(KeyEvent.VK_ENTER, '\n', SCANNER_MS);
    when += PERSON_MS;
    return this;
  }

  private void stroke(int code, char c, int gapMs) throws Exception {
    when += gapMs;
    var queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_PRESSED, when, 0, code, c));
    if (c != KeyEvent.CHAR_UNDEFINED) {
      queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_TYPED, when, 0, KeyEvent.VK_UNDEFINED, c));
    }
    queue.postEvent(new KeyEvent(panel, KeyEvent.KEY_RELEASED, when + 2, 0, code, c));
  }

  /** Waits, within bounds, until the screen shows what is expected. */
  LaneState until(Predicate<LaneState> shows) throws Exception {
    until(() -> shows.test(lane.state()), "the screen");
    return onScreen(lane::state);
  }

  void until(Callable<Boolean> holds, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_S);
    while (!onScreen(holds)) {
      if (System.nanoTime() > end) {
        throw new AssertionError(what + " did not come; it is " + onScreen(lane::state));
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  static void picture(Window window, String name) throws Exception {
    BufferedImage image =
        onScreen(
            () -> {
              var root = SwingUtilities.getRootPane(window.getComponent(0));
              var painted =
                  new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
              var g = painted.createGraphics();
              root.paint(g);
              g.dispose();
              return painted;
            });
    Path folder = Files.createDirectories(Path.of("target", "screens"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }

  static <T> T onScreen(Callable<T> work) throws Exception {
    var task = new FutureTask<T>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
