package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.util.Map;
import java.util.Optional;
import javax.swing.ButtonGroup;
import javax.swing.JLabel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;

/** Why a delivery is taken back: all that is left of it, or the marked line. */
final class ReverseForm extends SideForm {
  private final ReceivingPresenter presenter;
  private final JRadioButton all = new JRadioButton();
  private final JRadioButton one = new JRadioButton();
  private final JLabel which = new JLabel();
  private final JTextField quantity = new JTextField();
  private final JTextField reason = new JTextField();

  ReverseForm(ReceivingPresenter presenter, Words words) {
    super(words, "form.reverse");
    this.presenter = presenter;
    var what = new JLabel("<html>" + words.get("form.reverse.what") + "</html>");
    small(what);
    add(what, "gapbottom 8");
    var group = new ButtonGroup();
    radio(all, "form.reverse.all", group);
    radio(one, "form.reverse.one", group);
    small(which);
    add(which, "wmin 0, gapleft 26, gapbottom 10");
    put("form.reverse.quantity", quantity);
    put("form.reverse.reason", reason);
    ways("form.reverse.on", this::go, presenter::back);
  }

  private static void small(JLabel label) {
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
  }

  private void radio(JRadioButton button, String word, ButtonGroup group) {
    button.setText(words().get(word));
    button.setName("receiving." + word);
    button.setFont(Fonts.regular(16));
    button.setOpaque(false);
    button.addActionListener(event -> quantity.setEnabled(one.isSelected()));
    group.add(button);
    add(button, "wmin 0");
  }

  private void go() {
    if (one.isSelected()) {
      presenter.posting().reverseLine(quantity.getText(), reason.getText(), words().formats());
    } else {
      presenter.posting().reverse(reason.getText());
    }
  }

  void begin() {
    all.setSelected(true);
    quantity.setEnabled(false);
    quantity.setText("");
    reason.setText("");
  }

  /** The marked line, with what is left of it. */
  void about(Optional<GoodsLine> line) {
    one.setEnabled(line.filter(each -> each.leftMilli() > 0).isPresent());
    if (!one.isEnabled() && one.isSelected()) {
      all.setSelected(true);
      quantity.setEnabled(false);
    }
    which.setText(
        line.map(
                each ->
                    words()
                        .get(
                            "form.reverse.left",
                            Map.of(
                                "item",
                                each.name(),
                                "n",
                                words().formats().quantity(each.leftMilli()) + " " + each.unit())))
            .map(text -> "<html>" + text)
            .orElse(""));
  }

  void focus() {
    reason.requestFocusInWindow();
  }
}
