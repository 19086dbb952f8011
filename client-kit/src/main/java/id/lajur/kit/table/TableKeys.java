package id.lajur.kit.table;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** What keys do in a table. */
final class TableKeys {
  private TableKeys() {}

  /** While a component has the focus. */
  static void on(JComponent component, String stroke, Action act) {
    component
        .getInputMap(JComponent.WHEN_FOCUSED)
        .put(KeyStroke.getKeyStroke(stroke), "table." + stroke);
    component.getActionMap().put("table." + stroke, act);
  }

  /** Anywhere in the window; of two tables in one the key is for that which has the focus. */
  static void anywhere(JComponent table, String stroke, Runnable act) {
    table
        .getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW)
        .put(KeyStroke.getKeyStroke(stroke), "table." + stroke);
    table
        .getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT)
        .put(KeyStroke.getKeyStroke(stroke), "table." + stroke);
    table.getActionMap().put("table." + stroke, action(act));
  }

  static Action action(Runnable act) {
    return new AbstractAction() {
      @Override
      public void actionPerformed(ActionEvent event) {
        act.run();
      }
    };
  }
}
