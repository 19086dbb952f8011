package id.lajur.kit.table;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.Typed;
import java.awt.BorderLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** The field above a table that tells which rows are seen, with room beside it. */
final class TableFilter extends JPanel {
  private final JTextField field = new JTextField(24);
  private final Consumer<String> told;
  private final Runnable leave;
  private boolean stays = true; // else it takes room only while something stands in it

  /**
   * @param name of the table
   * @param told is told what is typed
   * @param leave gives the focus to the rows
   */
  TableFilter(String name, Texts texts, Consumer<String> told, Runnable leave) {
    super(new BorderLayout());
    this.told = told;
    this.leave = leave;
    field.setName(name + ".filter");
    field.putClientProperty("JTextField.placeholderText", texts.get("filter"));
    field.putClientProperty("JTextField.showClearButton", true);
    field.putClientProperty("JTextField.selectAllOnFocusPolicy", "never"); // one types on
    setOpaque(false);
    setBorder(BorderFactory.createEmptyBorder(0, 0, 10, 0));
    add(field, BorderLayout.LINE_START);
  }

  /**
   * Begins to hear what is typed.
   *
   * @param intoTheRows what the keys do that lead out of it
   */
  void listen(Runnable intoTheRows) {
    Typed.on(field, () -> changed());
    TableKeys.on(field, "ESCAPE", emptying());
    TableKeys.on(field, "DOWN", TableKeys.action(intoTheRows));
    TableKeys.on(field, "ENTER", TableKeys.action(intoTheRows));
  }

  private void changed() {
    boolean seen = stays || !text().isEmpty();
    if (!seen && field.isFocusOwner()) {
      leave.run();
    }
    setVisible(seen);
    told.accept(text());
  }

  /** Where nothing is filtered, the key is left to whatever else it means in the window. */
  Action emptying() {
    return new AbstractAction() {
      @Override
      public boolean isEnabled() {
        return !text().isEmpty();
      }

      @Override
      public void actionPerformed(ActionEvent event) {
        text("");
      }
    };
  }

  /** Whoever types over the rows types into the filter. */
  void typedOver(KeyEvent event) {
    char typed = event.getKeyChar();
    boolean command = event.isControlDown() || event.isAltDown() || event.isMetaDown();
    if (!command && !Character.isISOControl(typed)) {
      text(text() + typed); // before the focus: only then is it surely there
      field.requestFocusInWindow();
      event.consume();
    }
  }

  /** It takes no room until somebody types over the rows. */
  void seenOnTyping() {
    stays = false;
    setVisible(!text().isEmpty());
  }

  String text() {
    return field.getText();
  }

  void text(String text) {
    field.setText(text);
  }
}
