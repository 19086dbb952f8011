package id.lajur.kit.input;

import id.lajur.kit.input.BurstRecognizer.Decision;
import id.lajur.kit.platform.Platform;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyEventDispatcher;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import javax.swing.Timer;

/**
 * The one dispatcher that sees each key before the focus does. Scans go to their taker, everything
 * else to whoever has the focus, in order. On the event thread only.
 */
public final class ScanKeys implements KeyEventDispatcher {
  private final Component root;
  private final BurstRecognizer<KeyEvent> recognizer;
  private final Consumer<String> scans;
  private final Timer timer;

  /**
   * @param root the window whose keys these are; those of another pass by
   * @param scans gets each code, without prefix and Enter, in the order of scanning
   */
  public ScanKeys(Component root, ScanSettings settings, Consumer<String> scans) {
    this.root = root;
    this.recognizer = new BurstRecognizer<>(settings);
    this.scans = scans;
    this.timer = new Timer(settings.gapMs(), event -> silence());
    timer.setRepeats(false);
  }

  /** From now on this sees every key. */
  public void install() {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().addKeyEventDispatcher(this);
  }

  /** Keys that are held go to the focus, and this sees no more. */
  public void uninstall() {
    KeyboardFocusManager.getCurrentKeyboardFocusManager().removeKeyEventDispatcher(this);
    timer.stop();
    act(recognizer.timeout());
  }

  @Override
  public boolean dispatchKeyEvent(KeyEvent event) {
    if (!isOurs(event.getComponent())) {
      return false;
    }
    boolean heldBefore = recognizer.isHolding();
    Decision<KeyEvent> decision = recognizer.on(strokeOf(event), event);
    if (recognizer.isHolding()) {
      timer.setInitialDelay(recognizer.waitMs());
      timer.restart();
    } else {
      timer.stop();
    }
    boolean passesAlone =
        !heldBefore
            && decision.scan().isEmpty()
            && decision.passOn().size() == 1
            && !recognizer.isHolding();
    if (passesAlone) {
      return false;
    }
    act(decision);
    return true;
  }

  private boolean isOurs(Component source) {
    return SwingUtilities.isDescendingFrom(source, root);
  }

  private void silence() {
    EventQueue queue = Platform.eventQueue();
    boolean keysAreComing =
        queue.peekEvent(KeyEvent.KEY_PRESSED) != null
            || queue.peekEvent(KeyEvent.KEY_TYPED) != null;
    if (keysAreComing) {
      timer.restart();
    } else {
      act(recognizer.timeout());
    }
  }

  private void act(Decision<KeyEvent> decision) {
    decision.scan().ifPresent(scans);
    var focus = KeyboardFocusManager.getCurrentKeyboardFocusManager();
    for (KeyEvent event : decision.passOn()) {
      Component owner = focus.getFocusOwner();
      Component target = owner != null ? owner : event.getComponent();
      focus.redispatchEvent(target, event);
    }
  }

  private static Stroke strokeOf(KeyEvent event) {
    Stroke.Kind kind =
        switch (event.getID()) {
          case KeyEvent.KEY_PRESSED -> Stroke.Kind.PRESS;
          case KeyEvent.KEY_TYPED -> Stroke.Kind.TYPE;
          default -> Stroke.Kind.RELEASE;
        };
    int modifiers = event.getModifiersEx();
    boolean writesWithAltGr = (modifiers & InputEvent.ALT_GRAPH_DOWN_MASK) != 0;
    int commands = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK | InputEvent.META_DOWN_MASK;
    boolean command =
        (modifiers & commands) != 0
            && !writesWithAltGr
            && event.getKeyChar() != Stroke.GROUP_SEPARATOR;
    return new Stroke(kind, event.getKeyCode(), event.getKeyChar(), event.getWhen(), command);
  }
}
