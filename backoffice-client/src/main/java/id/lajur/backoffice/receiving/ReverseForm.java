package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import javax.swing.JLabel;
import javax.swing.JTextField;

/** Why a delivery is taken back. */
final class ReverseForm extends SideForm {
  private final JTextField reason = new JTextField();

  ReverseForm(ReceivingPresenter presenter, Words words) {
    super(words, "form.reverse");
    var what = new JLabel("<html>" + words.get("form.reverse.what") + "</html>");
    what.setFont(Fonts.regular(15));
    what.setForeground(Token.INK2.color());
    add(what, "gapbottom 8");
    put("form.reverse.reason", reason);
    ways("form.reverse.on", () -> presenter.reverse(reason.getText()), presenter::back);
  }

  void begin() {
    reason.setText("");
  }

  void focus() {
    reason.requestFocusInWindow();
  }
}
