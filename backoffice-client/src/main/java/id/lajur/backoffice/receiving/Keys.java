package id.lajur.backoffice.receiving;

import id.lajur.kit.widget.KeyButton;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.util.function.BooleanSupplier;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Keys of a component: while it has the focus, or while it shows. */
final class Keys {
  private Keys() {}

  /**
   * @param stroke as {@link KeyStroke#getKeyStroke(String)} reads it
   */
  static void on(JComponent component, String stroke, Runnable act) {
    bind(component, JComponent.WHEN_FOCUSED, stroke, () -> true, act);
  }

  /** Whatever has the focus in its window. */
  static void inWindow(JComponent component, String stroke, Runnable act) {
    inWindow(component, stroke, () -> true, act);
  }

  /**
   * Whatever has the focus in its window.
   *
   * @param means whether the key means anything here now; else it is left to whatever else it means
   *     in the window
   */
  static void inWindow(JComponent component, String stroke, BooleanSupplier means, Runnable act) {
    bind(component, JComponent.WHEN_IN_FOCUSED_WINDOW, stroke, means, act);
  }

  private static void bind(
      JComponent component, int when, String stroke, BooleanSupplier means, Runnable act) {
    component.getInputMap(when).put(KeyStroke.getKeyStroke(stroke), stroke);
    component
        .getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public boolean isEnabled() {
                return means.getAsBoolean();
              }

              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  /** F1 belongs to the window, which this presses: the key itself reaches it without a button. */
  static KeyButton help(JComponent inWindow, Words words) {
    return new KeyButton(
        KeyButton.Look.KEY, "F1", "", words.get("key.help"), () -> press(inWindow, "F1"));
  }

  private static void press(Component from, String stroke) {
    for (Component at = from; at != null; at = at.getParent()) {
      if (at instanceof JComponent component) {
        Action action = component.getActionMap().get(stroke);
        if (action != null) {
          action.actionPerformed(new ActionEvent(from, ActionEvent.ACTION_PERFORMED, stroke));
          return;
        }
      }
    }
  }
}
