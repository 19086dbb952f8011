package id.lajur.installer.demo;

import id.lajur.backoffice.shell.OfficeState;
import id.lajur.backoffice.shell.OfficeWindow;
import java.awt.Component;
import java.awt.Container;
import java.awt.Frame;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.swing.JFrame;

/** Somebody at one desk of the back office: keys, scanner, and what he can point at. */
final class OfficeHand {
  private static final int LONGEST_WAIT_S = 60;

  private final OfficeWindow office;
  private final JFrame frame;
  private final Strokes strokes;

  OfficeHand(OfficeWindow office) throws Exception {
    this.office = office;
    this.frame = LaneHand.onScreen(office::frame);
    this.strokes = new Strokes(frame.getContentPane());
  }

  JFrame frame() {
    return frame;
  }

  /** Goes to this desk; the other windows are put away meanwhile. */
  OfficeHand alone() throws Exception {
    LaneHand.onScreen(
        () -> {
          for (Frame other : Frame.getFrames()) {
            if (other != frame && other.isVisible()) {
              other.setVisible(false);
            }
          }
          frame.setBounds(0, 0, 1920, 1080);
          frame.setVisible(true);
          frame.toFront();
          frame.requestFocus();
          return frame;
        });
    return until(frame::isFocused, "the window's focus");
  }

  OfficeHand signOn(String number, String pin) throws Exception {
    focus("signon.number").type(number).press(KeyEvent.VK_ENTER);
    until(() -> find("signon.pin").isFocusOwner(), "the PIN's turn");
    type(pin).press(KeyEvent.VK_ENTER);
    return until(() -> office.state().phase() == OfficeState.Phase.AT_WORK, "the work");
  }

  OfficeHand signOff() throws Exception {
    press(KeyEvent.VK_Q, InputEvent.CTRL_DOWN_MASK);
    return until(() -> office.state().phase() == OfficeState.Phase.SIGNED_OFF, "the end");
  }

  /** A place of the rail by its number. */
  OfficeHand go(int place, String key) throws Exception {
    press(KeyEvent.VK_0 + place, InputEvent.ALT_DOWN_MASK);
    return until(() -> office.state().place().equals(key), "the place " + key);
  }

  OfficeHand type(String text) {
    strokes.type(text);
    return this;
  }

  OfficeHand press(int code) {
    strokes.press(code);
    return this;
  }

  OfficeHand press(int code, int modifiers) {
    strokes.press(code, modifiers);
    return this;
  }

  OfficeHand scan(String code) {
    strokes.scan(code);
    return this;
  }

  /** Ten scans a second. */
  OfficeHand scans(String code, int times) {
    strokes.scans(code, times, 100);
    return this;
  }

  /** Clicks into a field. */
  OfficeHand focus(String name) throws Exception {
    until(() -> find(name).isShowing(), name);
    Component field = LaneHand.onScreen(() -> find(name));
    LaneHand.onScreen(field::requestFocusInWindow);
    return until(field::isFocusOwner, "the focus of " + name);
  }

  /** A component that shows, by its name; on the event thread. */
  Component find(String name) {
    return all(Component.class, each -> name.equals(each.getName())).get(0);
  }

  /** All that show, of a kind; on the event thread. */
  <C extends Component> List<C> all(Class<C> kind, Predicate<C> wanted) {
    List<C> found = new ArrayList<>();
    collect(frame.getContentPane(), kind, wanted, found);
    if (found.isEmpty()) {
      throw new NoSuchElementException("nothing shows of the kind " + kind.getSimpleName());
    }
    return found;
  }

  private static <C extends Component> void collect(
      Container in, Class<C> kind, Predicate<C> wanted, List<C> found) {
    for (Component each : in.getComponents()) {
      if (kind.isInstance(each) && each.isShowing() && wanted.test(kind.cast(each))) {
        found.add(kind.cast(each));
      }
      if (each instanceof Container inner) {
        collect(inner, kind, wanted, found);
      }
    }
  }

  /** Waits, within bounds; what does not show yet is waited for. */
  OfficeHand until(Callable<Boolean> holds, String what) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_WAIT_S);
    while (!LaneHand.onScreen(() -> shows(holds))) {
      if (System.nanoTime() > end) {
        LaneHand.picture(frame, "not-come");
        throw new AssertionError(what + " did not come");
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
    return this;
  }

  private static boolean shows(Callable<Boolean> holds) throws Exception {
    try {
      return holds.call();
    } catch (NoSuchElementException notYet) {
      return false;
    }
  }

  void picture(String name) throws Exception {
    LaneHand.picture(frame, name);
  }
}
