package id.lajur.backoffice.day;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.FigureLabel;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Typed;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A field for each note and coin, what they come to, and their sum; Enter leads to the next. */
final class PiecesForm extends JPanel {
  private final Formats formats;
  private final Map<Long, JTextField> fields = new LinkedHashMap<>();
  private final Map<Long, JLabel> sums = new LinkedHashMap<>();
  private final JLabel total = new FigureLabel("");

  PiecesForm(Texts texts, Formats formats) {
    super(new MigLayout("insets 0, gapx 12, gapy 2, wrap 3", "[right][84!,fill][grow,fill]"));
    this.formats = formats;
    setOpaque(false);
    for (long value : Pieces.of(formats.currency().code())) {
      line(value);
    }
    var word = new JLabel(texts.get("count.total"));
    word.setFont(Fonts.semiBold(16));
    add(word, "left, gaptop 6");
    total.setFont(Fonts.bold(19));
    total.setName("count.total");
    add(total, "span 2, growx, gaptop 6, wmin 0");
    reckon();
  }

  private void line(long value) {
    var label = new FigureLabel(formats.money(value));
    label.setFont(Fonts.semiBold(16));
    var field = new JTextField();
    field.setName("count." + value);
    field.setFont(Fonts.regular(16));
    field.setHorizontalAlignment(JTextField.RIGHT);
    field.addActionListener(event -> field.transferFocus());
    Typed.on(field, () -> reckon());
    var sum = new FigureLabel("");
    sum.setFont(Fonts.regular(16));
    sum.setForeground(Token.INK2.color());
    fields.put(value, field);
    sums.put(value, sum);
    add(label);
    add(field, "h 30!");
    add(sum, "wmin 0");
  }

  private void reckon() {
    fields.forEach(
        (value, field) -> {
          long sum = Pieces.sum(Map.of(value, field.getText()));
          JLabel label = sums.get(value);
          if (label != null) {
            label.setText(sum == 0 ? "" : formats.money(sum));
          }
        });
    total.setText(formats.money(Pieces.sum(typed())));
  }

  /** What stands in the fields, by value. */
  Map<Long, String> typed() {
    Map<Long, String> typed = new LinkedHashMap<>();
    fields.forEach((value, field) -> typed.put(value, field.getText()));
    return typed;
  }

  void focus() {
    boolean unused = fields.values().iterator().next().requestFocusInWindow();
  }
}
