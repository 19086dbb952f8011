package id.lajur.backoffice.quickkeys;

import id.lajur.backoffice.form.ListPane;
import id.lajur.backoffice.form.Said;
import id.lajur.backoffice.form.Side;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Typed;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;

/**
 * The pages as tabs, the keys of the open one as a lane shows them, and beside them the marked one.
 */
final class QuickKeysView extends JPanel {
  private static final double SIDE = 0.36;
  private static final int TAB_WIDE = 132;
  private static final int TAB_HIGH = 40;

  private final QuickKeysPresenter presenter;
  private final Texts texts;
  private final Formats formats;
  private final Function<Component, Optional<Path>> dialog;
  private final DefaultListModel<String> names = new DefaultListModel<>();
  private final JList<String> tabs = new JList<>(names);
  private final JLabel none = new JLabel();
  private final KeyGrid grid;
  private final Side side = new Side();
  private final MessageLine message = new MessageLine();
  private final DefaultListModel<Goods> found = new DefaultListModel<>();
  private final ListPane pane;
  private final KeyButton undo;
  private final KeyButton removePage;
  private final KeyButton earlier;
  private final KeyButton later;
  private final KeyButton removeKey;
  private final KeyButton picture;
  private final KeyButton save;
  private Optional<Made> made = Optional.empty();
  private String typedName = "";
  private String typedLabel = "";
  private boolean rendering;

  /** What the side was made for: whatever is typed in it is left out. */
  private record Made(int pages, int open, int place, Optional<Key> key, List<Key> units) {
    static Made of(QuickKeysState state) {
      return new Made(
          state.pages().size(),
          state.open(),
          state.place(),
          state.key().map(key -> key.labelled("")),
          state.units());
    }
  }

  /**
   * @param dialog asks for a picture over a window
   */
  QuickKeysView(
      QuickKeysPresenter presenter, Formats formats, Function<Component, Optional<Path>> dialog) {
    super(new BorderLayout());
    this.presenter = presenter;
    this.formats = formats;
    this.dialog = dialog;
    this.texts = Texts.of(QuickKeysView.class, "quickkeys", formats.language());
    setOpaque(false);
    grid = new KeyGrid(presenter, formats);
    var list = new JPanel(new MigLayout("insets 0, fill, wrap 1, hidemode 3", "[grow,fill]"));
    list.setOpaque(false);
    tabs();
    none.setFont(Fonts.regular(16));
    none.setHorizontalAlignment(SwingConstants.CENTER);
    none.setForeground(Token.INK2.color());
    list.add(tabs, "wmin 0, growy 0");
    list.add(none, "wmin 0, gaptop 8, growy 0");
    list.add(grid, "grow, push, gaptop 8");
    pane = new ListPane(list, side, SIDE);
    KeyButton add = KeyButton.f(4, texts.get("addPage"), this::addPage);
    KeyButton reload = KeyButton.f(5, texts.get("reload"), presenter::reload);
    earlier = KeyButton.f(6, texts.get("earlier"), () -> presenter.movePage(-1));
    later = KeyButton.f(7, texts.get("later"), () -> presenter.movePage(1));
    removePage = KeyButton.f(8, texts.get("removePage"), presenter::removePage);
    undo =
        new KeyButton(KeyButton.Look.KEY, "Ctrl+Z", "ctrl Z", texts.get("undo"), presenter::undo);
    removeKey =
        new KeyButton(
            KeyButton.Look.PLAIN, "Del", "", texts.get("removeKey"), presenter::removeKey);
    picture =
        new KeyButton(KeyButton.Look.PLAIN, "F9", "F9", texts.get("picture"), this::choosePicture);
    save = KeyButton.main("F12", "F12", texts.get("save"), presenter::save);
    pane.keys(List.of(add, reload, earlier, later, removePage, undo), List.of(save));
    add(pane, BorderLayout.CENTER);
  }

  private void tabs() {
    tabs.setName("quickkeys.pages");
    tabs.setFont(Fonts.semiBold(16));
    tabs.setLayoutOrientation(JList.HORIZONTAL_WRAP);
    tabs.setVisibleRowCount(-1);
    tabs.setFixedCellWidth(TAB_WIDE);
    tabs.setFixedCellHeight(TAB_HIGH);
    tabs.setOpaque(false);
    tabs.setSelectionBackground(Token.P_SOFT.color());
    tabs.setSelectionForeground(Token.P_INK.color());
    tabs.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    tabs.addListSelectionListener(
        event -> {
          if (!rendering) {
            presenter.open(tabs.getSelectedIndex());
          }
        });
  }

  private void addPage() {
    presenter.addPage(texts.get("newPage", Map.of("n", formats.count(names.size() + 1))));
    if (side.isShowing()) {
      focus("quickkeys.page");
    }
  }

  private void choosePicture() {
    if (presenter.state().key().isPresent()) {
      dialog.apply(this).ifPresent(presenter::picture);
    }
  }

  void render(QuickKeysState state) {
    rendering = true;
    List<String> now = state.pages().stream().map(Page::name).toList();
    if (!now.equals(java.util.Collections.list(names.elements()))) {
      names.clear();
      names.addAll(now);
    }
    tabs.setSelectedIndex(now.isEmpty() ? -1 : state.open());
    rendering = false;
    tabs.setVisible(!now.isEmpty());
    grid.setVisible(!now.isEmpty());
    none.setVisible(now.isEmpty());
    none.setText(texts.get(state.progress().loading() ? "loading" : "none"));
    grid.show(state);
    found.clear();
    found.addAll(state.found());
    String name = state.page().map(Page::name).orElse("");
    String label = state.key().map(Key::label).orElse("");
    boolean other = !name.equals(typedName) || !label.equals(typedLabel);
    if (!made.equals(Optional.of(Made.of(state))) || other) {
      made = Optional.of(Made.of(state));
      typedName = name;
      typedLabel = label;
      make(state);
    }
    Said.in(message, state.progress(), texts, formats);
    boolean free = !state.progress().sending();
    boolean page = state.page().isPresent();
    undo.setEnabled(free && !state.before().isEmpty());
    removePage.setEnabled(free && page);
    earlier.setEnabled(free && page && state.open() > 0);
    later.setEnabled(free && page && state.open() < now.size() - 1);
    save.setEnabled(free && state.isChanged());
  }

  private void make(QuickKeysState state) {
    side.begin(texts.get("title"));
    Page page = state.page().orElse(null);
    if (page == null) {
      side.text(texts.get("hint"));
    } else {
      typed(
          side.field("quickkeys.page", texts.get("page"), page.name()),
          text -> {
            typedName = text;
            presenter.rename(text);
          });
      Optional<Key> key = state.key();
      if (key.isPresent()) {
        key(key.get(), state.units());
      } else {
        search();
      }
    }
    side.foot(message);
    side.end();
  }

  private void key(Key key, List<Key> units) {
    side.heading(
        texts.get("key", Map.of("n", id.lajur.kit.widget.QuickKeyFace.letter(key.place()))));
    side.text(key.itemName() + " (" + key.itemCode() + ")");
    typed(
        side.field("quickkeys.label", texts.get("label"), key.label()),
        text -> {
          typedLabel = text;
          presenter.label(text);
        });
    boolean several = units.size() > 1 && units.get(0).itemCode().equals(key.itemCode());
    if (several) {
      Key chosen =
          units.stream().filter(unit -> unit.unitNo() == key.unitNo()).findFirst().orElse(null);
      JComboBox<Key> box =
          side.choice("quickkeys.unit", texts.get("unit"), units, chosen, Key::unit);
      box.addActionListener(
          event -> {
            if (box.getSelectedItem() instanceof Key unit) {
              presenter.unit(unit);
            }
          });
    } else {
      side.fact(texts.get("unit"), key.unit());
    }
    side.heading(texts.get("colour"));
    side.below(new Swatches(key.rgb(), presenter::colour), "");
    side.below(picture, "gaptop 12, h 48!");
    side.below(removeKey, "gaptop 8, h 48!");
    side.text(texts.get("moving"));
  }

  private void search() {
    int place = presenter.state().place();
    side.heading(texts.get("key", Map.of("n", id.lajur.kit.widget.QuickKeyFace.letter(place))));
    JTextField field = side.field("quickkeys.search", texts.get("search"), "");
    JList<Goods> list = new JList<>(found);
    list.setName("quickkeys.found");
    list.setFont(Fonts.regular(16));
    list.setFixedCellHeight(36);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(
        new javax.swing.DefaultListCellRenderer() {
          @Override
          public Component getListCellRendererComponent(
              JList<?> all, Object value, int index, boolean selected, boolean focused) {
            String words = value instanceof Goods goods ? goods.name() + " " + goods.code() : "";
            return super.getListCellRendererComponent(all, words, index, selected, focused);
          }
        });
    typed(field, presenter::search);
    field.addActionListener(event -> put(found.isEmpty() ? null : found.get(0)));
    down(field, list);
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            put(list.getSelectedValue());
          }
        });
    list.getInputMap().put(KeyStroke.getKeyStroke("ENTER"), "put");
    list.getActionMap().put("put", action(() -> put(list.getSelectedValue())));
    var scroll = new JScrollPane(list);
    side.below(scroll, "gaptop 8, h 220!");
    side.text(texts.get("search.hint"));
  }

  private static void down(JTextField field, JList<Goods> list) {
    field.getInputMap().put(KeyStroke.getKeyStroke("DOWN"), "down");
    field
        .getActionMap()
        .put(
            "down",
            action(
                () -> {
                  list.setSelectedIndex(0);
                  boolean unused = list.requestFocusInWindow();
                }));
  }

  private static AbstractAction action(Runnable act) {
    return new AbstractAction() {
      @Override
      public void actionPerformed(ActionEvent event) {
        act.run();
      }
    };
  }

  private void put(@org.jspecify.annotations.Nullable Goods goods) {
    if (goods != null) {
      presenter.put(goods);
      boolean unused = grid.requestFocusInWindow();
    }
  }

  private void focus(String name) {
    field(side, name).ifPresent(field -> field.requestFocusInWindow());
  }

  private static Optional<JTextField> field(java.awt.Container in, String name) {
    for (Component each : in.getComponents()) {
      if (each instanceof JTextField field && name.equals(field.getName())) {
        field.selectAll();
        return Optional.of(field);
      }
      if (each instanceof java.awt.Container inner && field(inner, name).isPresent()) {
        return field(inner, name);
      }
    }
    return Optional.empty();
  }

  private static void typed(JTextField field, Consumer<String> told) {
    Typed.on(field, () -> told.accept(field.getText()));
  }
}
