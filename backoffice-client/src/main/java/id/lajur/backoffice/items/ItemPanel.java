package id.lajur.backoffice.items;

import id.lajur.backoffice.quickkeys.ItemKeysPane;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Surface;
import id.lajur.kit.widget.Tag;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTabbedPane;
import net.miginfocom.swing.MigLayout;

/** One item: its fields, its prices, its stock card, its history. */
final class ItemPanel extends JPanel {
  private static final int PRICES = 1;
  private static final int MOVES = 2;
  private static final int HISTORY = 3;
  private static final int KEYS = 4;

  private final Formats formats;
  private final Texts texts;
  private final JLabel name = new JLabel();
  private final JLabel under = new JLabel();
  private final MessageLine message = new MessageLine();
  private final JTabbedPane tabs = new JTabbedPane();
  private final ItemForm form;
  private final PriceForm prices;
  private final CardTab card;
  private final HistoryTab history;
  private final ItemKeysPane keys;
  private final KeyButton save;
  private boolean saving;
  private Optional<Items.Read> shown = Optional.empty();
  private List<Items.Kept> taken = List.of();

  ItemPanel(
      ItemsPresenter presenter,
      ItemKeysPane keys,
      Formats formats,
      Texts texts,
      ItemsView.May may) {
    super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
    this.formats = formats;
    this.texts = texts;
    this.keys = keys;
    setOpaque(false);
    this.form = new ItemForm(formats, texts, may.write(), presenter::newDepartment);
    this.prices = new PriceForm(formats, texts, may.price(), may.clock(), () -> keep(presenter));
    this.card = new CardTab(presenter, formats, texts, may);
    this.history = new HistoryTab(presenter, formats, texts, may);
    save = KeyButton.main("F12", "F12", texts.get("key.save"), () -> goOn(presenter));
    name.setFont(Fonts.semiBold(21));
    under.setFont(Fonts.regular(15));
    under.setForeground(Token.INK2.color());
    tabs.addTab(texts.get("tab.item"), scrolled(form));
    tabs.addTab(texts.get("tab.prices"), scrolled(prices));
    tabs.addTab(texts.get("tab.moves"), card);
    tabs.addTab(texts.get("tab.history"), history);
    tabs.addTab(texts.get("tab.keys"), keys);
    keys.watch(this::light);
    tabs.addChangeListener(event -> looked(presenter));
    var surface = new Surface(new MigLayout("insets 16, gap 4, fillx", "[grow,fill]"));
    surface.add(name, "wmin 0, wrap");
    surface.add(under, "wmin 0, wrap");
    surface.add(message, "hidemode 3, wrap");
    surface.add(tabs, "wmin 0, hmin 0, push, grow");
    add(surface);
    message.say("", "", Tag.Tone.QUIET);
    presenter
        .unsaved()
        .of(
            () -> presenter.state().card().isPresent() && isTyped(),
            () -> presenter.state().card().ifPresent(card -> fill(card, presenter.state())));
    presenter.unsaved().saves(() -> true, () -> keep(presenter), () -> presenter.state().saving());
  }

  private boolean isTyped() {
    return form.isTyped() || prices.isTyped();
  }

  private void fill(ItemsState.Card item, ItemsState state) {
    form.fill(item, state.choices());
    prices.fill(item.read());
  }

  /** Keeps what is typed, whichever tab it stands on; a price that is none is shown instead. */
  private void keep(ItemsPresenter presenter) {
    prices
        .filled()
        .ifPresentOrElse(
            typed ->
                presenter.save(
                    form.isEnabled() ? form.filled() : Optional.empty(),
                    typed.prices(),
                    typed.from()),
            () -> tabs.setSelectedIndex(PRICES));
  }

  /** The way on, for the foot of the screen. */
  KeyButton saving() {
    return save;
  }

  private void looked(ItemsPresenter presenter) {
    light();
    if (tabs.getSelectedIndex() == MOVES) {
      presenter.showMoves();
    } else if (tabs.getSelectedIndex() == HISTORY) {
      presenter.showHistory();
    } else if (tabs.getSelectedIndex() == KEYS) {
      presenter.state().card().map(ItemsState.Card::code).ifPresent(keys::look);
    }
  }

  void render(ItemsState state) {
    say(state);
    if (state.card().isEmpty()) {
      shown = Optional.empty();
    }
    state.card().ifPresent(item -> render(item, state));
    saving = state.saving();
    light();
  }

  /** The way on is that of the tab, and is lit where there is something that it would do. */
  private void light() {
    int tab = tabs.getSelectedIndex();
    boolean fields = tab <= PRICES && !saving && (form.isEnabled() || prices.isOpen());
    save.setText(texts.get(tab == KEYS ? "key.put" : "key.save"));
    save.setEnabled(fields || tab == KEYS && keys.canPut());
  }

  private void goOn(ItemsPresenter presenter) {
    if (tabs.getSelectedIndex() == KEYS) {
      keys.put();
    } else {
      keep(presenter);
    }
  }

  private static JScrollPane scrolled(JPanel fields) {
    var scroll = new JScrollPane(fields);
    scroll.setBorder(null);
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(36);
    return scroll;
  }

  private void render(ItemsState.Card item, ItemsState state) {
    if (!taken.equals(state.kept())) {
      taken = state.kept();
      if (!taken.isEmpty()) {
        shown = Optional.of(item.read()); // the fields that were refused stay as they are typed
        prices.take(item.read(), taken);
      }
    }
    if (shown.filter(item.read()::equals).isEmpty()) {
      boolean other = shown.filter(was -> was.item().code().equals(item.code())).isEmpty();
      shown = Optional.of(item.read());
      fill(item, state);
      name.setText(item.isNew() ? texts.get("new") : item.read().item().name());
      under.setText(item.isNew() ? texts.get("new.lead") : stock(item.read()));
      if (other || item.atMoves()) {
        tabs.setSelectedIndex(item.atMoves() ? MOVES : 0);
      } else if (tabs.getSelectedIndex() == KEYS) {
        keys.look(item.code());
      }
      for (int tab = 1; tab < tabs.getTabCount(); tab++) {
        tabs.setEnabledAt(tab, !item.isNew());
      }
    }
    form.offer(state.choices());
    card.render(item);
    history.render(item);
  }

  private void say(ItemsState state) {
    if (state.refused().isPresent()) {
      Refusals.say(message, state.refused().get(), formats);
      if (!state.kept().isEmpty()) {
        String set = texts.get("note.partly", Map.of("n", formats.count(state.kept().size())));
        message.say(
            set + " " + Refusals.sentence(state.refused().get(), formats),
            state.refused().get().code(),
            Tag.Tone.DANGER);
      }
    } else {
      message.say(state.note().map(key -> texts.get("note." + key)).orElse(""), "", Tag.Tone.GOOD);
    }
  }

  private String stock(Items.Read read) {
    String unit = read.item().units().get(0).name();
    String held =
        read.stock().stream()
            .map(at -> at.location() + " " + formats.quantity(at.quantityMilli()))
            .collect(Collectors.joining(", "));
    return texts.get("under", Map.of("code", read.item().code(), "stock", held + " " + unit));
  }
}
