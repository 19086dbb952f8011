package id.lajur.backoffice.form;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import javax.swing.text.JTextComponent;

/** What stands in the fields of a form, whichever they are, to see whether somebody typed. */
public final class FieldValues {
  private FieldValues() {}

  /** In the order in which they stand; a list that equals an earlier one: nothing was typed. */
  public static List<Object> in(Container form) {
    List<Object> values = new ArrayList<>();
    collect(form, values);
    return values;
  }

  private static void collect(Container in, List<Object> values) {
    for (Component each : in.getComponents()) {
      if (each instanceof JComboBox<?> box) {
        Object chosen = box.isEditable() ? box.getEditor().getItem() : box.getSelectedItem();
        values.add(Objects.requireNonNullElse(chosen, ""));
      } else if (each instanceof JPasswordField secret) {
        values.add(Arrays.hashCode(secret.getPassword()));
      } else if (each instanceof JTextComponent text) {
        if (text.isEditable()) {
          values.add(text.getText());
        }
      } else if (each instanceof JCheckBox || each instanceof JRadioButton) {
        values.add(((AbstractButton) each).isSelected());
      } else if (each instanceof Container inner) {
        collect(inner, values);
      }
    }
  }
}
