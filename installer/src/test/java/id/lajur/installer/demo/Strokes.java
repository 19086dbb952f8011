package id.lajur.installer.demo;

import java.awt.Component;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;

/**
 * Keys as they come from a keyboard and from a scanner: through the toolkit's own queue, with the
 * times of a person or of a scanner, however busy this machine is.
 */
final class Strokes {
  private static final int PERSON_MS = 120;
  private static final int SCANNER_MS = 5;

  private final Component window;
  private long when = System.currentTimeMillis();

  /**
   * @param window whose keys they are; whatever of it has the focus gets them
   */
  Strokes(Component window) {
    this.window = window;
  }

  /** Types as a person does. */
  void type(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      stroke(KeyEvent.getExtendedKeyCodeForChar(c), c, 0, PERSON_MS);
    }
  }

  void press(int code) {
    boolean enter = code == KeyEvent.VK_ENTER;
    stroke(code, enter ? '\n' : KeyEvent.CHAR_UNDEFINED, 0, PERSON_MS);
  }

  /**
   * @param modifiers of {@link java.awt.event.InputEvent}, held meanwhile
   */
  void press(int code, int modifiers) {
    stroke(code, KeyEvent.CHAR_UNDEFINED, modifiers, PERSON_MS);
  }

  /** One scan among what a person does. */
  void scan(String code) {
    when += PERSON_MS;
    burst(code);
    when += PERSON_MS;
  }

  /** Scans one after the other, so that each begins so long after the one before. */
  void scans(String code, int times, int everyMs) {
    for (int i = 0; i < times; i++) {
      long begun = when;
      burst(code);
      when = Math.max(when, begun + everyMs);
    }
  }

  private void burst(String code) {
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      stroke(KeyEvent.getExtendedKeyCodeForChar(c), c, 0, SCANNER_MS);
    }
    stroke(KeyEvent.VK_ENTER, '\n', 0, SCANNER_MS);
  }

  private void stroke(int code, char c, int held, int gapMs) {
    when += gapMs;
    post(KeyEvent.KEY_PRESSED, when, held, code, c);
    if (c != KeyEvent.CHAR_UNDEFINED) {
      post(KeyEvent.KEY_TYPED, when, held, KeyEvent.VK_UNDEFINED, c);
    }
    post(KeyEvent.KEY_RELEASED, when + 2, held, code, c);
  }

  private void post(int id, long at, int held, int code, char c) {
    Toolkit.getDefaultToolkit()
        .getSystemEventQueue()
        .postEvent(new KeyEvent(window, id, at, held, code, c));
  }
}
