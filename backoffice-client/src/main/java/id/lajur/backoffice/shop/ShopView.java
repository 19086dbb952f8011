package id.lajur.backoffice.shop;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.backoffice.form.KeyedRows;
import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.table.Column;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.Kind;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import id.lajur.kit.widget.Typed;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jspecify.annotations.Nullable;

/** The shop's settings in a list; beside it the marked one with its history, or its change. */
final class ShopView extends JPanel {
  private static final double SIDE = 0.40;

  private final ShopPresenter presenter;
  private final Formats formats;
  private final Texts texts;
  private final SettingWords words;
  private final DataTable<Setting> table;
  private final KeyedRows<Setting> rows;
  private final Side side = new Side();
  private final PaperView paper = new PaperView();
  private final MessageLine message = new MessageLine();
  private final ListPane pane;
  private final KeyButton change;
  private final KeyButton reload;
  private final KeyButton width;
  private final KeyButton go;
  private final KeyButton cancel;
  private ShopSettings shop = ShopSettings.NONE;
  private Optional<Made> made = Optional.empty();
  private Runnable going = () -> {};
  private JTextField value = new JTextField(); // of the setting that is being changed
  private JTextField day = new JTextField();

  /** What the side panel was made for. */
  private record Made(Optional<Setting> setting, boolean typing) {}

  ShopView(ShopPresenter presenter, Formats formats, String store, TableChoices choices) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.texts = Texts.of(ShopView.class, "shop", formats.language());
    this.words = new SettingWords(texts, formats);
    setOpaque(false);
    table =
        new DataTable<>(
            "shop",
            new DataTable.About(texts.get("title"), store, ""),
            columns(),
            formats,
            choices);
    table.whenEmpty(texts.get("none"));
    table.onOpen(setting -> presenter.change());
    rows = new KeyedRows<>(table, Setting::key, presenter::choose);
    pane = new ListPane(table, side, SIDE);
    change = KeyButton.f(4, texts.get("change"), presenter::change);
    reload = KeyButton.f(5, texts.get("reload"), presenter::load);
    width = KeyButton.f(6, texts.get("paper"), presenter::paper);
    go = KeyButton.main("F12", "F12", texts.get("save"), () -> going.run());
    cancel =
        new KeyButton(
            KeyButton.Look.PLAIN, "Esc", "ESCAPE", texts.get("cancel"), presenter::cancel);
    add(pane, BorderLayout.CENTER);
    presenter.unsaved().of(side::isTyped, presenter::giveUp);
    presenter
        .unsaved()
        .saves(
            () -> presenter.state().draft().isPresent(),
            () -> going.run(),
            () -> presenter.state().progress().sending());
  }

  private List<Column<Setting>> columns() {
    return List.of(
        Column.<Setting>text("name", texts.get("column.name"), 175, words::name).wrapping(),
        Column.<Setting>text("value", texts.get("column.value"), 220, words::value).wrapping(),
        Column.of("state", texts.get("column.state"), Kind.TAG, 108, this::tag));
  }

  private Tag tag(Setting setting) {
    if (!setting.changeable()) {
      return new Tag(texts.get("state.kept"), Tag.Tone.QUIET);
    }
    if (setting.next(shop.now()).isPresent()) {
      return new Tag(texts.get("state.next"), Tag.Tone.INFO);
    }
    return setting.set()
        ? new Tag(texts.get("state.set"), Tag.Tone.GOOD)
        : new Tag(texts.get("state.asMade"), Tag.Tone.QUIET);
  }

  void render(ShopState state) {
    shop = state.shop();
    rows.show(state.shop().settings(), state.chosen(), state.progress());
    paper.show(state.preview());
    var now = new Made(state.setting(), state.draft().isPresent());
    boolean typing =
        now.typing() && made.filter(before -> before.typing() && sameKey(before, now)).isPresent();
    if (!typing && !made.equals(Optional.of(now))) {
      boolean over = made.filter(Made::typing).isPresent();
      made = Optional.of(now);
      make(state);
      if (over && !now.typing()) {
        rows.focus();
      }
    }
    Said.in(message, state.progress(), texts, formats);
    Optional<String> wrong =
        state.progress().note().filter(note -> !note.good()).map(Progress.Note::key);
    value.putClientProperty(FlatClientProperties.OUTLINE, outline(wrong, "wrong.value"));
    day.putClientProperty(FlatClientProperties.OUTLINE, outline(wrong, "wrong.day"));
    boolean free = !state.progress().sending();
    go.setEnabled(free);
    change.setEnabled(free && state.setting().filter(Setting::changeable).isPresent());
  }

  private static @Nullable String outline(Optional<String> said, String wrong) {
    return said.equals(Optional.of(wrong)) ? "error" : null;
  }

  private static boolean sameKey(Made one, Made other) {
    return one.setting().map(Setting::key).equals(other.setting().map(Setting::key));
  }

  private void make(ShopState state) {
    Setting setting = state.setting().orElse(null);
    if (setting == null) {
      side.begin(texts.get("title"));
      side.text(texts.get("hint"));
      pane.keys(List.of(change, reload, width), List.of());
    } else if (state.draft().isPresent()) {
      form(setting);
      pane.keys(onPaper(setting) ? List.of(width) : List.of(), List.of(cancel, go));
    } else {
      facts(setting);
      pane.keys(
          onPaper(setting) ? List.of(change, reload, width) : List.of(change, reload), List.of());
    }
    if (setting == null || onPaper(setting)) {
      side.heading(texts.get("preview"));
      side.below(paper, "gaptop 4, growx");
    }
    if (setting != null && state.draft().isEmpty()) {
      history(setting);
    }
    side.foot(message);
    side.end();
  }

  private static boolean onPaper(Setting setting) {
    return setting.unit() == SettingUnit.TEXT;
  }

  private void facts(Setting setting) {
    side.begin(words.name(setting));
    side.text(words.about(setting));
    if (onPaper(setting)) {
      side.text(words.value(setting));
    } else {
      side.fact(texts.get("value.now"), words.value(setting));
    }
    if (!setting.changeable()) {
      side.text(texts.get("kept.hint"));
    } else if (setting.unit().isOfTheShop()) {
      side.text(texts.get("once.hint"));
    }
  }

  private void history(Setting setting) {
    if (setting.dated().isEmpty()) {
      return;
    }
    side.heading(texts.get("history"));
    for (int i = setting.dated().size() - 1; i >= 0; i--) {
      Setting.Dated dated = setting.dated().get(i);
      side.text(words.since(dated.from()) + ": " + words.value(setting, dated.value()));
    }
  }

  private void form(Setting setting) {
    side.begin(words.name(setting));
    side.text(words.about(setting));
    if (setting.unit().isOfTheShop()) {
      Supplier<String> place =
          choice(
              setting,
              setting.unit() == SettingUnit.ZONE ? Places.zones() : Places.currencies(),
              words::place);
      side.text(texts.get("once.hint"));
      going = () -> presenter.save(place.get(), "", formats);
      return;
    }
    Supplier<String> typed =
        setting.unit() == SettingUnit.CHOICE
            ? choice(setting, setting.choices(), words::choice)
            : typed(setting);
    day = side.field("shop.day", texts.get("day"), "");
    side.text(texts.get("day.hint"));
    JTextField from = day;
    going = () -> presenter.save(typed.get(), from.getText(), formats);
  }

  private Supplier<String> choice(
      Setting setting, List<String> choices, Function<String, String> word) {
    JComboBox<String> box =
        side.choice("shop.value", texts.get("column.value"), choices, setting.value(), word);
    boolean unused = box.requestFocusInWindow();
    return () -> box.getSelectedItem() instanceof String chosen ? chosen : "";
  }

  private Supplier<String> typed(Setting setting) {
    JTextField field =
        side.field(
            "shop.value", words.bounds(setting), setting.unit().typed(setting.value(), formats));
    Typed.on(field, () -> presenter.typed(field.getText()));
    value = field;
    boolean unused = field.requestFocusInWindow();
    return field::getText;
  }
}
