package id.lajur.backoffice.items;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The prices of an item's units: now, to come, and a new one from a day on. */
final class PriceForm extends JPanel {
  private final Formats formats;
  private final Texts texts;
  private final boolean mayPrice;
  private final InstantSource clock;
  private final Setter set;
  private final JTextField from = new JTextField();

  /** Told a unit's name, its new price, and the day that it begins with; empty = now. */
  @FunctionalInterface
  interface Setter {
    void set(String unit, long priceMinor, Optional<LocalDate> from);
  }

  PriceForm(Formats formats, Texts texts, boolean mayPrice, InstantSource clock, Setter set) {
    super(new MigLayout("insets 12 0 8 4, gap 12 8, wrap 2", "[260!,fill][180!,fill]push", ""));
    this.formats = formats;
    this.texts = texts;
    this.mayPrice = mayPrice;
    this.clock = clock;
    this.set = set;
    from.setName("price.from");
    from.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("price.now"));
    setOpaque(false);
  }

  void fill(Items.Sheet item) {
    removeAll();
    if (mayPrice) {
      from.setText("");
      add(quiet(texts.get("price.from")));
      add(from, "h 36!");
    }
    for (Items.Unit unit : item.units()) {
      add(name(unit));
      add(field(unit), "h 36!");
      for (Items.Coming coming : unit.coming()) {
        add(coming(coming), "span 2");
      }
    }
    add(quiet(texts.get(mayPrice ? "price.hint" : "price.notYours")), "span 2, gaptop 8, wmin 0");
    revalidate();
    repaint();
  }

  private JLabel name(Items.Unit unit) {
    var head =
        new JLabel(
            texts.get(
                "price.unit",
                Map.of("unit", unit.name(), "factor", formats.quantity(unit.factorMilli()))));
    head.setFont(Fonts.semiBold(16));
    return head;
  }

  private JTextField field(Items.Unit unit) {
    var field = new JTextField(unit.priceMinor() == null ? "" : formats.money(unit.priceMinor()));
    field.setName("price." + unit.name());
    field.setHorizontalAlignment(JTextField.RIGHT);
    field.setEnabled(mayPrice && unit.number() != null);
    field.addActionListener(event -> typed(unit, field));
    return field;
  }

  private JLabel coming(Items.Coming coming) {
    var later =
        new JLabel(
            texts.get(
                "price.coming",
                Map.of(
                    "date", formats.date(formats.day(coming.from())),
                    "price", formats.money(coming.priceMinor()))));
    later.setForeground(Token.INFO.color());
    return later;
  }

  private static JLabel quiet(String text) {
    var label = new JLabel(text);
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    return label;
  }

  private void typed(Items.Unit unit, JTextField field) {
    OptionalLong price = formats.parseMoney(field.getText().strip());
    Instant now = clock.instant();
    Optional<LocalDate> day = TypedDate.read(from.getText(), formats.day(now));
    boolean dayFits =
        from.getText().isBlank() || day.filter(formats.day(now)::isBefore).isPresent();
    mark(field, price.isPresent());
    mark(from, dayFits);
    if (price.isPresent() && dayFits) {
      set.set(unit.name(), price.getAsLong(), day);
    }
  }

  private static void mark(JTextField field, boolean right) {
    field.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
  }
}
