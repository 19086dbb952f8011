package id.lajur.backoffice.form;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.widget.KeyButton;
import java.util.function.BiConsumer;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/**
 * A way to a department that is not there yet, within the form of an item: a button, and once it is
 * pressed the two fields that a department needs.
 */
public final class NewDepartment extends JPanel {
  private final JButton open;
  private final JPanel fields =
      new JPanel(new MigLayout("insets 0, gap 8 2, fillx", "[80!,fill][grow,fill]"));
  private final JTextField code = new JTextField();
  private final JTextField name = new JTextField();

  /** What stands on it. */
  public record Words(String open, String code, String name, String make) {}

  /**
   * @param make told code and name once both are filled in
   */
  public NewDepartment(Words words, BiConsumer<String, String> make) {
    super(new MigLayout("insets 0, gap 0, wrap 1, hidemode 3, fillx", "[grow,fill]"));
    setOpaque(false);
    fields.setOpaque(false);
    open = new JButton(words.open());
    open.setName("newDepartment.open");
    open.setFont(Fonts.semiBold(14));
    open.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_BORDERLESS);
    code.setName("newDepartment.code");
    name.setName("newDepartment.name");
    Runnable on =
        () -> {
          String typedCode = code.getText().strip();
          String typedName = name.getText().strip();
          if (typedCode.isEmpty() || typedName.isEmpty()) {
            (typedCode.isEmpty() ? code : name).requestFocusInWindow();
            return;
          }
          make.accept(typedCode, typedName);
        };
    open.addActionListener(event -> shown(true));
    code.addActionListener(event -> code.transferFocus());
    name.addActionListener(event -> on.run());
    var go = new KeyButton(KeyButton.Look.PLAIN, "Enter", "", words.make(), on);
    go.setName("newDepartment.make");
    fields.add(label(words.code(), code));
    fields.add(label(words.name(), name), "wmin 0, wrap");
    fields.add(code, "h 36!");
    fields.add(name, "h 36!, wmin 0, wrap");
    fields.add(go, "skip, h 36!, wmin 0");
    add(open, "growx 0, h 22!");
    add(fields, "wmin 0");
    shown(false);
  }

  private static JLabel label(String word, JTextField field) {
    var label = new JLabel(word);
    label.setFont(Fonts.regular(14));
    label.setLabelFor(field);
    return label;
  }

  private void shown(boolean fieldsToo) {
    open.setVisible(!fieldsToo);
    fields.setVisible(fieldsToo);
    revalidate();
    repaint();
    if (fieldsToo) {
      code.requestFocusInWindow();
    }
  }

  /** The department is there, or another item is: the fields are empty and gone. */
  public void done() {
    code.setText("");
    name.setText("");
    shown(false);
  }
}
