package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.QuickKeyFace;
import java.awt.BorderLayout;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.JComboBox;
import javax.swing.JPanel;
import javax.swing.JTextField;

/** Where an item stands among the quick keys, for the screen of that item. */
public final class ItemKeysPane extends JPanel {
  private final ItemKeysPresenter presenter;
  private final Texts texts;
  private final Formats formats;
  private final boolean mayWrite;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private Optional<ItemKeysState> made = Optional.empty();
  private int page;
  private Optional<Runnable> putting = Optional.empty();
  private Runnable watcher = () -> {};

  /** The quick keys of items at a desk's store. */
  public static ItemKeysPane at(Desk desk, Formats formats) {
    return new ItemKeysPane(
        new ItemKeysPresenter(new ServerQuickKeys(desk), desk.ui()),
        formats,
        desk.who().may("catalog.write"));
  }

  ItemKeysPane(ItemKeysPresenter presenter, Formats formats, boolean mayWrite) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.mayWrite = mayWrite;
    this.texts = Texts.of(QuickKeysView.class, "quickkeys", formats.language());
    setOpaque(false);
    add(side, BorderLayout.CENTER);
    presenter.in(this::render);
  }

  /** Reads where an item stands, and shows it. */
  public void look(String itemCode) {
    presenter.look(itemCode);
  }

  /** Whether there is a key that the item can be put on as the fields are filled in. */
  public boolean canPut() {
    return putting.isPresent() && !presenter.state().progress().sending();
  }

  /** Puts the item on the key that is chosen. */
  public void put() {
    putting.ifPresent(Runnable::run);
  }

  /** Tells from now on when it can be put, or cannot any more. */
  public void watch(Runnable changed) {
    watcher = changed;
  }

  private void render(ItemKeysState state) {
    // What is being filled stays while only the words about it change.
    Optional<ItemKeysState> now = Optional.of(state.with(id.lajur.backoffice.form.Progress.NONE));
    if (!made.equals(now)) {
      made = now;
      make(state);
    }
    Said.in(message, state.progress(), texts, formats);
    watcher.run();
  }

  private void make(ItemKeysState state) {
    putting = Optional.empty();
    List<ItemKeysState.Standing> standing = state.standing();
    String none = texts.get(state.saved().isEmpty() ? "loading" : "item.none");
    side.begin(standing.isEmpty() ? none : texts.get("title"));
    standing.forEach(this::standing);
    if (mayWrite && state.saved().isPresent() && !state.units().isEmpty()) {
      offer(state);
    }
    side.foot(message);
    side.end();
  }

  private void standing(ItemKeysState.Standing at) {
    side.fact(
        texts.get(
            "item.at", Map.of("page", at.name(), "key", QuickKeyFace.letter(at.key().place()))),
        at.key().label() + " / " + at.key().unit());
    if (mayWrite) {
      var off =
          new KeyButton(
              KeyButton.Look.PLAIN, "", "", texts.get("item.off"), () -> presenter.takeOff(at));
      off.setName("itemkeys.off." + at.page() + "." + at.key().place());
      side.below(off, "gaptop 6, h 48!");
    }
  }

  private void offer(ItemKeysState state) {
    if (!state.standing().isEmpty()) {
      side.heading(texts.get("item.put"));
    }
    if (state.pages().isEmpty()) {
      side.text(texts.get("item.noPage"));
      return;
    }
    page = Math.min(page, state.pages().size() - 1);
    JComboBox<Integer> pages =
        side.choice(
            "itemkeys.page",
            texts.get("item.page"),
            IntStream.range(0, state.pages().size()).boxed().toList(),
            page,
            at -> state.pages().get(at).name());
    pages.addActionListener(
        event -> {
          if (pages.getSelectedItem() instanceof Integer at && at != page) {
            page = at;
            make(presenter.state());
            watcher.run(); // the other page may be full, or not
          }
        });
    List<Integer> free = state.free(page);
    if (free.isEmpty()) {
      side.text(texts.get("item.full"));
      return;
    }
    JComboBox<Integer> places =
        side.choice(
            "itemkeys.place", texts.get("item.place"), free, free.get(0), QuickKeyFace::letter);
    List<Key> units = state.units();
    Optional<JComboBox<Key>> unit =
        units.size() == 1
            ? Optional.empty()
            : Optional.of(
                side.choice("itemkeys.unit", texts.get("unit"), units, units.get(0), Key::unit));
    JTextField label = side.field("itemkeys.label", texts.get("label"), units.get(0).label());
    putting =
        Optional.of(
            () -> {
              Key chosen =
                  unit.map(box -> box.getItemAt(box.getSelectedIndex()))
                      .orElseGet(() -> units.get(0));
              if (places.getSelectedItem() instanceof Integer place) {
                presenter.put(page, place, chosen, label.getText());
              }
            });
  }
}
