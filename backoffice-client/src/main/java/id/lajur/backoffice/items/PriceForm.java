package id.lajur.backoffice.items;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.TypedDate;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Flow;
import id.lajur.kit.widget.Typed;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The prices of an item's units: now, to come, and a new one from a day on. */
final class PriceForm extends JPanel {
  private final Formats formats;
  private final Texts texts;
  private final boolean mayPrice;
  private final InstantSource clock;
  private final Runnable save;
  private final JTextField from = new JTextField();
  private final List<Field> fields = new ArrayList<>();
  private final Set<JTextField> touched = new HashSet<>(); // typed into, whatever came of it
  private @Nullable JTextField entered; // while Enter in it is answered

  /** A field, whose price it is, and what stood in it first. */
  private record Field(
      JTextField text, Items.Unit unit, Items.@Nullable AtLevel level, String atFirst) {
    boolean differs() {
      return !typed().equals(atFirst);
    }

    String typed() {
      return text.getText().strip();
    }

    boolean isOf(Items.PriceTyped price) {
      return unit.name().equals(price.unit()) && Objects.equals(level, price.level());
    }

    /** Whether there is something to set: a unit without a price keeps none. */
    boolean says() {
      return level != null || !typed().isEmpty();
    }
  }

  /** The prices that were typed, and the day that they begin with; empty = now. */
  record Filled(List<Items.PriceTyped> prices, Optional<LocalDate> from) {}

  /**
   * @param save keeps what is typed, when Enter is pressed in a field
   */
  PriceForm(Formats formats, Texts texts, boolean mayPrice, InstantSource clock, Runnable save) {
    super(
        new MigLayout(
            "insets 12 0 8 4, gap 12 8, wrap 2", "[260!,fill][180!,fill][grow,fill]", ""));
    this.formats = formats;
    this.texts = texts;
    this.mayPrice = mayPrice;
    this.clock = clock;
    this.save = save;
    from.setName("price.from");
    from.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, texts.get("price.now"));
    from.addActionListener(event -> save.run());
    setOpaque(false);
  }

  /** Whether whoever is signed on may set prices. */
  boolean isOpen() {
    return mayPrice;
  }

  /** Whether a price stands in a field that is to be set. */
  boolean isTyped() {
    return fields.stream().anyMatch(this::isTyped);
  }

  /**
   * Whether the price of a field is to be set. The present one is, from a day on, once it was typed
   * again or Enter pressed in it: so a price to come is taken back.
   */
  private boolean isTyped(Field field) {
    boolean again = field.text().equals(entered) || touched.contains(field.text());
    return field.differs() || again && field.says() && !from.getText().isBlank();
  }

  void fill(Items.Read read) {
    removeAll();
    fields.clear();
    touched.clear();
    if (mayPrice) {
      from.setText("");
      add(quiet(texts.get("price.from")));
      add(from, "h 36!");
    }
    for (Items.Unit unit : read.item().units()) {
      add(name(unit));
      add(field(unit, null, unit.priceMinor()), "h 36!");
      for (Items.Coming coming : unit.coming()) {
        add(coming(coming), "span 2");
      }
      for (Items.AtLevel at : read.levelsOf(unit)) {
        add(quiet(texts.get("price.level", Map.of("level", at.name()))), "gapleft 16, wmin 0");
        add(field(unit, at, at.priceMinor()), "h 36!");
      }
    }
    add(hint(mayPrice ? "price.hint" : "price.notYours"), "span 3, growx, wmin 0, gaptop 8");
    if (mayPrice && !read.levels().isEmpty()) {
      add(hint("price.levelHint"), "span 3, growx, wmin 0");
    }
    revalidate();
    repaint();
  }

  /** Takes over prices that were set while the rest was refused; what else is typed stays. */
  void take(Items.Read read, List<Items.Kept> kept) {
    String day = from.getText();
    Map<String, String> typed = new HashMap<>();
    for (Field field : fields) {
      if (isTyped(field) && kept.stream().noneMatch(one -> field.isOf(one.price()))) {
        typed.put(field.text().getName(), field.text().getText());
      }
    }
    fill(read);
    if (!typed.isEmpty()) {
      from.setText(day);
      for (Field field : fields) {
        String text = typed.get(field.text().getName());
        if (text != null) {
          field.text().setText(text);
        }
      }
    }
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

  private JTextField field(
      Items.Unit unit, Items.@Nullable AtLevel level, @Nullable Long priceMinor) {
    var field = new JTextField(priceMinor == null ? "" : formats.money(priceMinor));
    field.setName("price." + unit.name() + (level == null ? "" : "." + level.level()));
    field.setHorizontalAlignment(JTextField.RIGHT);
    field.setEnabled(mayPrice && unit.number() != null);
    field.addActionListener(event -> enter(field));
    watch(field);
    fields.add(new Field(field, unit, level, field.getText()));
    return field;
  }

  private void enter(JTextField field) {
    entered = field;
    save.run();
    entered = null;
  }

  private void watch(JTextField field) {
    Typed.on(field, () -> touched.add(field));
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

  /** What was typed; empty, and marked, where some of it is no price or no day to come. */
  Optional<Filled> filled() {
    List<Items.PriceTyped> prices = new ArrayList<>();
    Optional<LocalDate> day = day();
    boolean fits = true;
    for (Field field : fields) {
      boolean typed = isTyped(field);
      OptionalLong price = formats.parseMoney(field.typed());
      boolean retail = field.level() != null && field.typed().isEmpty();
      boolean right = !typed || retail || price.isPresent();
      mark(field.text(), right);
      fits &= right;
      if (typed) {
        prices.add(new Items.PriceTyped(field.unit().name(), field.level(), price));
      }
    }
    boolean inTime = prices.isEmpty() || dayFits(day);
    return fits && inTime ? Optional.of(new Filled(prices, day)) : Optional.empty();
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
