package id.lajur.backoffice.receiving;

import id.lajur.backoffice.receiving.ReceivingState.Field;
import id.lajur.backoffice.receiving.ReceivingState.Side;
import id.lajur.backoffice.shell.Refusals;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.MessageLine;
import id.lajur.kit.widget.Tag;
import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Receiving goods: the list, or one delivery. Decides nothing. */
final class ReceivingView extends JPanel {
  private static final String LIST = "list";
  private static final String SHEET = "sheet";
  private static final String OPEN = "open";
  private static final String POSTED = "posted";
  private static final int NARROW = 1100;
  private static final int SIDE_NARROW = 262;
  private static final int SIDE_WIDE = 316;
  private static final int ROOMY = 1480; // px from which suppliers have room for their names
  private static final int SIDE_ROOMY = 400;

  private final Words words;
  private final ReceivingPresenter presenter;
  private final boolean mayPrice;
  private final boolean mayCost;
  private final Supplier<LocalDate> today;
  private final CardLayout pages = new CardLayout();
  private final CardLayout sides = new CardLayout();
  private final JPanel side = new JPanel(sides);
  private final ListPane list;
  private final HeadCard head;
  private final ScanBox scan;
  private final SheetTable table;
  private final PostedLines posted;
  private final CardLayout lines = new CardLayout();
  private final JPanel bothLines = new JPanel(lines);
  private final FactsCard facts;
  private final HeadForm headForm;
  private final NewItemForm newItem;
  private final SearchForm search;
  private final ReverseForm reverse;
  private final MessageLine message = new MessageLine();
  private final FootBar openFoot;
  private final FootBar postedFoot;
  private final CardLayout foots = new CardLayout();
  private final JPanel foot = new JPanel(foots);
  private final KeyButton post;
  private final KeyButton another;
  private final KeyButton takesBack;
  private final List<KeyButton> forDraft;
  private final List<KeyButton> forLine;
  private @Nullable ReceivingState shown;
  private String store = "";

  ReceivingView(
      ReceivingPresenter presenter,
      Words words,
      TableChoices choices,
      boolean mayPrice,
      boolean mayCost,
      Supplier<LocalDate> today) {
    this.words = words;
    this.presenter = presenter;
    this.mayPrice = mayPrice;
    this.mayCost = mayCost;
    this.today = today;
    setLayout(pages);
    setOpaque(false);
    setName("receiving");
    list = new ListPane(presenter, words, choices, mayCost);
    head = new HeadCard(presenter, words);
    scan = new ScanBox(presenter, words);
    table = new SheetTable(presenter, words);
    posted = new PostedLines(presenter, words, choices, mayCost);
    facts = new FactsCard(presenter, words);
    headForm = new HeadForm(presenter, words);
    newItem = new NewItemForm(presenter, words, mayPrice);
    search = new SearchForm(presenter, words);
    reverse = new ReverseForm(presenter, words);
    post = KeyButton.main("F12", "F12", words.get("key.post"), presenter.posting()::post);
    another = KeyButton.main("F12", "F12", words.get("key.another"), presenter::begin);
    takesBack = KeyButton.f(8, words.get("key.reverse"), presenter.posting()::reverse);
    forDraft =
        List.of(
            KeyButton.f(2, words.get("key.search"), presenter.goods()::search),
            KeyButton.f(7, words.get("key.newItem"), presenter.goods()::newItem));
    forLine =
        List.of(
            KeyButton.f(4, words.get("key.quantity"), () -> presenter.lines().edit(Field.QUANTITY)),
            KeyButton.f(5, words.get("key.bonus"), () -> presenter.lines().edit(Field.BONUS)));
    openFoot =
        new FootBar(
            words,
            List.of(
                Keys.help(this, words),
                forDraft.get(0),
                forLine.get(0),
                forLine.get(1),
                forDraft.get(1)),
            post,
            mayCost);
    postedFoot =
        new FootBar(
            words,
            List.of(
                Keys.help(this, words),
                new KeyButton(
                    KeyButton.Look.KEY, "Esc", "", words.get("key.list"), presenter::back),
                takesBack,
                KeyButton.f(9, words.get("key.print"), this::print),
                KeyButton.f(
                    6,
                    words.get("key.labels"),
                    () -> presenter.posting().labels(ShelfLabels.Paper.SHEET, words.formats())),
                KeyButton.f(
                    11,
                    words.get("key.labelsRoll"),
                    () -> presenter.posting().labels(ShelfLabels.Paper.ROLL_58, words.formats()))),
            another,
            mayCost);
    Keys.inWindow(this, "F3", presenter::changeHead);
    Keys.inWindow(this, "ESCAPE", () -> onSheet(presenter.state()), presenter::back);
    add(list, LIST);
    add(sheet(), SHEET);
    presenter
        .unsaved()
        .of(() -> form().filter(SideForm::isTyped).isPresent(), presenter::closeForm);
    presenter
        .unsaved()
        .saves(
            () -> form().filter(open -> open != reverse).isPresent(),
            () -> form().ifPresent(SideForm::goOn),
            () -> presenter.state().busy() > 0);
  }

  /** Whether whoever is signed on may write the catalogue. */
  void mayMakeDepartments(boolean may) {
    newItem.mayMakeDepartments(may);
  }

  /** The form that is open and would be missed; what was looked for is typed again. */
  private Optional<SideForm> form() {
    return switch (presenter.state().side()) {
      case HEAD -> Optional.of(headForm);
      case NEW_ITEM -> Optional.of(newItem);
      case REVERSE -> Optional.of(reverse);
      case SEARCH, FACTS -> Optional.empty();
    };
  }

  private JPanel sheet() {
    var page = new JPanel(new BorderLayout());
    page.setOpaque(false);
    var body =
        new JPanel(
            new MigLayout(
                "insets 12 16 12 16, fill, gap 12 12, hidemode 3",
                "[grow,fill][" + SIDE_WIDE + "!,fill]",
                "[]12[]12[grow,fill]"));
    body.setOpaque(false);
    body.add(head, "span 2, growx, h 66!, wrap");
    body.add(scan, "growx, h 60!");
    side.setOpaque(false);
    side.add(facts, Side.FACTS.name());
    side.add(headForm.card(), Side.HEAD.name());
    side.add(newItem.card(), Side.NEW_ITEM.name());
    side.add(search.card(), Side.SEARCH.name());
    side.add(reverse.card(), Side.REVERSE.name());
    body.add(side, "spany 2, grow, wmin 0, hmin 0, wrap");
    var all = new JPanel(new BorderLayout());
    all.setOpaque(false);
    var said = new JPanel(new MigLayout("insets 0, fillx, hidemode 3", "[grow,fill]"));
    said.setOpaque(false);
    said.add(message, "wmin 0, gapbottom 12");
    all.add(said, BorderLayout.NORTH);
    bothLines.setOpaque(false);
    bothLines.add(new TableCard(table, words), OPEN);
    bothLines.add(posted, POSTED);
    all.add(bothLines, BorderLayout.CENTER);
    body.add(all, "grow, wmin 0, hmin 0");
    body.addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            int width =
                body.getWidth() < NARROW
                    ? SIDE_NARROW
                    : body.getWidth() < ROOMY ? SIDE_WIDE : SIDE_ROOMY;
            ((MigLayout) body.getLayout()).setColumnConstraints("[grow,fill][" + width + "!,fill]");
            body.revalidate();
          }
        });
    page.add(body, BorderLayout.CENTER);
    foot.setOpaque(false);
    foot.add(openFoot, OPEN);
    foot.add(postedFoot, POSTED);
    page.add(foot, BorderLayout.SOUTH);
    return page;
  }

  /** The lines under their heads, in a card. */
  private static final class TableCard extends JPanel {
    TableCard(SheetTable table, Words words) {
      super(new BorderLayout());
      setOpaque(false);
      setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1));
      var scroll = new JScrollPane(table);
      scroll.setBorder(BorderFactory.createEmptyBorder());
      scroll.setColumnHeaderView(new SheetTable.Head(words));
      scroll.getColumnHeader().setOpaque(false);
      scroll.setOpaque(false);
      scroll.getViewport().setOpaque(false);
      add(scroll, BorderLayout.CENTER);
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        new Draw(own).card(new Rectangle(getWidth(), getHeight()));
      } finally {
        own.dispose();
      }
    }

    @Override
    protected void paintChildren(Graphics g) {
      super.paintChildren(g);
      Graphics2D own = (Graphics2D) g.create();
      try {
        new Draw(own).roundOff(new Rectangle(getWidth(), getHeight()));
      } finally {
        own.dispose();
      }
    }
  }

  /**
   * @param storeName as it stands over what is printed
   */
  void belongsTo(String storeName) {
    store = storeName;
    list.belongsTo(storeName);
  }

  private void print() {
    Sheet sheet = shown == null ? null : shown.sheet();
    if (sheet != null && !sheet.open()) {
      presenter.posting().print(ReceiptPaper.of(sheet, store, words, mayCost), words.formats());
    }
  }

  /** What it shows now; null before the first. */
  @Nullable ReceivingState shown() {
    return shown;
  }

  private static boolean onSheet(ReceivingState state) {
    return state.sheet() != null || state.side() == Side.HEAD;
  }

  /** Shows a state; on the event thread. */
  void render(ReceivingState state) {
    ReceivingState before = shown;
    shown = state;
    boolean onSheet = onSheet(state);
    list.render(state);
    head.show(state.sheet());
    scan.render(state);
    table.render(state);
    facts.render(state, mayPrice);
    Sheet sheet = state.sheet();
    boolean isPosted = sheet != null && !sheet.open();
    if (sheet != null && isPosted) {
      posted.show(sheet, state.marked(), store);
    }
    lines.show(bothLines, isPosted ? POSTED : OPEN);
    openFoot.show(state.sheet());
    postedFoot.show(state.sheet());
    foots.show(foot, isPosted ? POSTED : OPEN);
    keys(state);
    say(state);
    sides.show(side, state.side().name());
    forms(state, before);
    pages.show(this, onSheet ? SHEET : LIST);
    focus(state, before, onSheet);
  }

  /** A key that would do nothing now is dim; while a form has a way on of its own, it alone is. */
  private void keys(ReceivingState state) {
    boolean ownWay = state.side() != Side.FACTS;
    Sheet sheet = state.sheet();
    post.setEnabled(sheet != null && sheet.open() && !sheet.lines().isEmpty() && !ownWay);
    another.setEnabled(!ownWay);
    takesBack.setEnabled(!ownWay);
    forDraft.forEach(key -> key.setEnabled(state.isOpen()));
    forLine.forEach(key -> key.setEnabled(state.isOpen() && state.line().isPresent()));
  }

  private void say(ReceivingState state) {
    ReceivingState.Said said = state.said();
    if (said == null || said.good()) {
      message.say("", "", Tag.Tone.QUIET);
    } else if (said.refusal() != null) {
      Refusals.say(message, said.refusal(), words.formats());
    } else {
      message.say(words.sentence(said), "", Tag.Tone.DANGER);
    }
  }

  private void forms(ReceivingState state, @Nullable ReceivingState before) {
    boolean comesUp = before == null || before.side() != state.side();
    // Choices come later than the form; they are nothing that somebody typed.
    Optional<SideForm> asRead = form().filter(open -> comesUp || !open.isTyped());
    switch (state.side()) {
      case HEAD -> {
        if (comesUp) {
          headForm.begin(state.sheet(), today.get());
        }
        headForm.suppliers(state.suppliers(), state.sheet());
      }
      case NEW_ITEM -> {
        if (comesUp) {
          newItem.begin(state.unknown());
        }
        newItem.choices(state.choices());
      }
      case SEARCH -> {
        if (comesUp) {
          search.begin();
        }
        search.found(state.found());
      }
      case REVERSE -> {
        if (comesUp) {
          reverse.begin();
        }
        reverse.about(state.line());
      }
      case FACTS -> {}
    }
    asRead.ifPresent(SideForm::untouched);
  }

  private void focus(ReceivingState state, @Nullable ReceivingState before, boolean onSheet) {
    boolean moved =
        before == null
            || before.side() != state.side()
            || before.field() != state.field()
            || (before.sheet() == null) != (state.sheet() == null)
            || before.isOpen() != state.isOpen();
    if (!moved) {
      return;
    }
    if (!onSheet) {
      list.focus();
      return;
    }
    switch (state.side()) {
      case HEAD -> headForm.focus();
      case NEW_ITEM -> newItem.focus();
      case SEARCH -> search.focus();
      case REVERSE -> reverse.focus();
      case FACTS -> {
        if (state.field() == null && state.isOpen()) {
          scan.focus();
        } else if (!state.isOpen()) {
          posted.focus();
        }
      }
    }
  }
}
