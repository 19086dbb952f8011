package id.lajur.installer.demo;

import id.lajur.pos.screen.LaneState;
import id.lajur.pos.window.LaneWindow;
import java.awt.Component;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.InputEvent;
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
  private static final int LONGEST_WAIT_S = 60;

  private final LaneWindow lane;
  private final Component panel;
  private final Strokes strokes;

  LaneHand(LaneWindow lane) throws Exception {
    this.lane = lane;
    this.panel = onScreen(() -> lane.frame().getContentPane());
    this.strokes = new Strokes(panel);
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
    strokes.type(text);
    return this;
  }

  LaneHand press(int code) throws Exception {
    strokes.press(code);
    return this;
  }

  LaneHand shiftF8() throws Exception {
    strokes.press(KeyEvent.VK_F8, InputEvent.SHIFT_DOWN_MASK);
    return this;
  }

  LaneHand scan(String code) throws Exception {
    strokes.scan(code);
    return this;
  }

  /** Waits, within bounds, until the screen shows what is expected. */
  LaneState until(Predicate<LaneState> shows) throws Exception {
    until(() -> shows.test(lane.state()), "the screen");
    return onScreen(lane::state);
  }

  /** Waits until the strip says this; it is what a screen reader is given too. */
  LaneHand says(String part) throws Exception {
    until(
        () -> String.valueOf(panel.getAccessibleContext().getAccessibleName()).contains(part),
        "the sentence " + part);
    return this;
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

  void picture(String name) throws Exception {
    picture(onScreen(lane::frame), name);
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
