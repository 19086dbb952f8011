package id.lajur.backoffice.items;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Flow;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
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
  private final LevelSetter setAtLevel;
  private final JTextField from = new JTextField();

  /** Told a unit's name, its new price, and the day that it begins with; empty = now. */
  @FunctionalInterface
  interface Setter {
    void set(String unit, long priceMinor, Optional<LocalDate> from);
  }

  /** Told a unit's price at a level; empty = retail again, which an empty field means. */
  @FunctionalInterface
  interface LevelSetter {
    void set(Items.AtLevel at, OptionalLong priceMinor, Optional<LocalDate> from);
  }

  PriceForm(
      Formats formats,
      Texts texts,
      boolean mayPrice,
      InstantSource clock,
      Setter set,
      LevelSetter setAtLevel) {
    super(
        new MigLayout(
            "insets 12 0 8 4, gap 12 8, wrap 2", "[260!,fill][180!,fill][grow,fill]", ""));
    this.formats = formats;
    this.texts = texts;
    this.mayPrice = mayPrice;
    this.clock = clock;
    this.set = set;
    this.setAtLevel = setAtLevel;
    from.setName("price.from");
    from.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("price.now"));
    setOpaque(false);
  }

  void fill(Items.Read read) {
    removeAll();
    if (mayPrice) {
      from.setText("");
      add(quiet(texts.get("price.from")));
      add(from, "h 36!");
    }
    for (Items.Unit unit : read.item().units()) {
      add(name(unit));
      add(field(unit), "h 36!");
      for (Items.Coming coming : unit.coming()) {
        add(coming(coming), "span 2");
      }
      for (Items.AtLevel at : read.levelsOf(unit)) {
        add(quiet(texts.get("price.level", Map.of("level", at.name()))), "gapleft 16, wmin 0");
        add(field(unit, at), "h 36!");
      }
    }
    add(hint(mayPrice ? "price.hint" : "price.notYours"), "span 3, growx, wmin 0, gaptop 8");
    if (mayPrice && !read.levels().isEmpty()) {
      add(hint("price.levelHint"), "span 3, growx, wmin 0");
    }
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

  private JTextField field(Items.Unit unit, Items.AtLevel at) {
    var field = new JTextField(at.priceMinor() == null ? "" : formats.money(at.priceMinor()));
    field.setName("price." + unit.name() + "." + at.level());
    field.setHorizontalAlignment(JTextField.RIGHT);
    field.setEnabled(mayPrice && unit.number() != null);
    field.addActionListener(event -> typed(at, field));
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

  private Flow hint(String key) {
    var hint = new Flow(15);
    hint.say(List.of(texts.get(key)));
    return hint;
  }

  private static JLabel quiet(String text) {
    var label = new JLabel(text);
    label.setFont(Fonts.regular(15));
    label.setForeground(Token.INK2.color());
    return label;
  }

  private void typed(Items.AtLevel at, JTextField field) {
    String text = field.getText().strip();
    OptionalLong price = formats.parseMoney(text);
    Optional<LocalDate> day = day();
    boolean fits = text.isEmpty() || price.isPresent();
    mark(field, fits);
    if (fits && dayFits(day)) {
      setAtLevel.set(at, price, day);
    }
  }

  private void typed(Items.Unit unit, JTextField field) {
    OptionalLong price = formats.parseMoney(field.getText().strip());
    Optional<LocalDate> day = day();
    mark(field, price.isPresent());
    if (dayFits(day) && price.isPresent()) {
      set.set(unit.name(), price.getAsLong(), day);
    }
  }

  private Optional<LocalDate> day() {
    return TypedDate.read(from.getText(), formats.day(clock.instant()));
  }

  /** Marks the day where it is none to come. */
  private boolean dayFits(Optional<LocalDate> day) {
    boolean fits =
        from.getText().isBlank() || day.filter(formats.day(clock.instant())::isBefore).isPresent();
    mark(from, fits);
    return fits;
  }

  private static void mark(JTextField field, boolean right) {
    field.putClientProperty(FlatClientProperties.OUTLINE, right ? null : "error");
  }
}
