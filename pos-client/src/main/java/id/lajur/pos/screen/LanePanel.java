package id.lajur.pos.screen;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Token;
import id.lajur.kit.thread.EventThread;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * The lane's screen: puts the views in their places, shows each state, and hands keys on. It has
 * the focus itself and never gives it away, so that a key always reaches the presenter. On the
 * event thread only.
 */
public final class LanePanel extends JPanel {
  private static final int CLOCK_MS = 1_000;
  private static final double LARGER = 1.25;

  /** From here on the few pixels that are left are divided otherwise. */
  private static final double ENLARGED = 1.4;

  private final double zoom;
  private final boolean enlarged;
  private final Screen screen;
  private final TopBar topBar;
  private final BasketCard basket;
  private final MessageStrip message;
  private final EntryBox entry;
  private final TotalPanel total;
  private final MemberCard member;
  private final QuickKeysView quickKeys;
  private final PanelView panel;
  private final TenderView tender;
  private final CountView count;
  private final MoneySide money;
  private final KeyBar keyBar;
  private final SignOnView signOn;
  private final PaperPreview paper;
  private final LettersView letters;
  private final List<View> views;

  /** What the views see of the rest. */
  private static final class Screen implements LaneScreen {
    private final InstantSource clock;
    private View.Shown shown;
    private boolean portrait;
    private @Nullable LanePresenter presenter;
    private double scale = 1;
    private double enlargement = 1;

    Screen(InstantSource clock, LaneState state) {
      this.clock = clock;
      this.shown = shownOf(state);
    }

    @Override
    public View.Shown shown() {
      return shown;
    }

    @Override
    public double scale() {
      return scale;
    }

    @Override
    public double enlargement() {
      return enlargement;
    }

    @Override
    public boolean portrait() {
      return portrait;
    }

    @Override
    public Instant now() {
      return clock.instant();
    }

    @Override
    public void touched(LaneKey key) {
      if (presenter != null) {
        presenter.key(key);
      }
    }

    @Override
    public void typed(char c) {
      if (presenter != null) {
        presenter.typed(c);
      }
    }

    @Override
    public void letters() {
      if (presenter != null) {
        presenter.letters();
      }
    }

    @Override
    public void row(int row) {
      if (presenter != null) {
        presenter.row(row);
      }
    }

    @Override
    public void line(int lineId) {
      if (presenter != null) {
        presenter.line(lineId);
      }
    }

    @Override
    public void quickKey(String letter) {
      if (presenter != null) {
        presenter.quickKey(letter.charAt(0));
      }
    }

    @Override
    public void quickPage(int page) {
      if (presenter != null) {
        presenter.quickPage(page);
      }
    }
  }

  public LanePanel(LaneState first, InstantSource clock) {
    this(first, clock, 1);
  }

  /**
   * @param zoom how much larger than at 100 % everything is shown, 1 to 2
   */
  public LanePanel(LaneState first, InstantSource clock, double zoom) {
    super(null);
    this.zoom = zoom;
    this.enlarged = zoom * Platform.here().screenScale() >= ENLARGED;
    screen = new Screen(clock, first);
    topBar = new TopBar(screen);
    basket = new BasketCard(screen);
    message = new MessageStrip(screen);
    entry = new EntryBox(screen);
    total = new TotalPanel(screen);
    member = new MemberCard(screen);
    quickKeys = new QuickKeysView(screen);
    panel = new PanelView(screen);
    tender = new TenderView(screen);
    count = new CountView(screen);
    money = new MoneySide(screen);
    keyBar = new KeyBar(screen);
    signOn = new SignOnView(screen);
    paper = new PaperPreview(screen);
    letters = new LettersView(screen);
    views =
        List.of(
            panel, letters, topBar, basket, paper, message, entry, total, member, quickKeys, tender,
            count, money, keyBar, signOn);
    views.forEach(this::add);
    setName("lane");
    setFocusable(true);
    setFocusTraversalKeysEnabled(false);
    addKeyListener(new Keys());
    arrange(first);
  }

  /** From now on keys and touches go to this presenter. */
  public void attach(LanePresenter presenter) {
    screen.presenter = presenter;
  }

  /** Shows a state; the large line of a scan is there with the next paint. */
  public void render(LaneState state) {
    EventThread.mustBeHere("render");
    LaneState before = screen.shown.state();
    screen.shown = shownOf(state, screen.shown);
    if (state.theme() != before.theme()) {
      state.theme().install();
    }
    arrange(state);
    View.Shown shown = screen.shown;
    getAccessibleContext().setAccessibleName(MessageStrip.textOf(shown, state.message()));
    getAccessibleContext().setAccessibleDescription(shown.money(state.basket().totalMinor()));
    for (View view : views) {
      if (!view.concern(state).equals(view.concern(before))) {
        view.repaint();
      }
    }
    requestFocusInWindow();
  }

  /** Keeps the clock running while the panel is on a screen. */
  @Override
  public void addNotify() {
    super.addNotify();
    var timer = new Timer(CLOCK_MS, event -> topBar.repaint());
    timer.start();
    putClientProperty(Timer.class, timer);
  }

  @Override
  public void removeNotify() {
    if (getClientProperty(Timer.class) instanceof Timer timer) {
      timer.stop();
    }
    super.removeNotify();
  }

  /** In a window smaller than its shape needs everything is shown smaller, nothing is cut off. */
  @Override
  public void doLayout() {
    LaneState state = screen.shown.state();
    var shape = LaneGrid.Shape.of(getWidth() / zoom, getHeight() / zoom, enlarged);
    Dimension least = shape.least();
    double fits = Math.min((double) getWidth() / least.width, (double) getHeight() / least.height);
    screen.scale = fits > 0 ? Math.min(zoom, fits) : 1;
    int w = (int) Math.round(getWidth() / screen.scale);
    int h = (int) Math.round(getHeight() / screen.scale);
    var grid = LaneGrid.of(shape, w, h, LaneGrid.Open.of(state));
    screen.portrait = shape == LaneGrid.Shape.PORTRAIT;
    screen.enlargement = grid.large() && shape == LaneGrid.Shape.LANDSCAPE ? LARGER : 1;
    signOn.setBounds(0, 0, w, h);
    topBar.setBounds(grid.topBar());
    keyBar.setBounds(grid.keyBar());
    total.setBounds(grid.total());
    member.setBounds(grid.member());
    quickKeys.setBounds(grid.quickKeys());
    money.setBounds(grid.money());
    panel.setBounds(grid.panel());
    entry.setBounds(grid.entry());
    letters.setBounds(grid.letters());
    message.setBounds(grid.message());
    for (View view : List.of(basket, paper, tender, count)) {
      view.setBounds(grid.main());
    }
    boolean compact = shape == LaneGrid.Shape.COMPACT;
    boolean page = state.panel() instanceof Panel.QuickKeys;
    boolean asks = LaneGrid.Open.of(state).panel();
    boolean covered = asks || compact && page;
    boolean stacked = shape == LaneGrid.Shape.PORTRAIT; // the member's place is never covered
    member.setVisible(state.isSelling() && (!covered || stacked));
    quickKeys.setVisible(state.isSelling() && !asks && (!compact || page));
    // The entry takes nothing while something is asked, and so lends its place.
    boolean typing = state.showsLetters();
    boolean lent = compact && covered || (stacked || typing) && asks;
    entry.setVisible(state.isSelling() && !lent);
    letters.setVisible(typing);
    if (compact && typing && asks) {
      basket.setVisible(false); // the sum has its place
      tender.setVisible(false);
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.BG.color());
    g.fillRect(0, 0, getWidth(), getHeight());
  }

  @Override
  protected void paintChildren(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.scale(screen.scale, screen.scale);
      super.paintChildren(own);
    } finally {
      own.dispose();
    }
  }

  @Override
  public void repaint(long withinMs, int x, int y, int width, int height) {
    boolean scaled = screen != null && screen.scale != 1; // Swing's own constructor repaints too
    super.repaint(
        withinMs,
        scaled ? 0 : x,
        scaled ? 0 : y,
        scaled ? getWidth() : width,
        scaled ? getHeight() : height);
  }

  private void arrange(LaneState state) {
    boolean before =
        state.phase() == LaneState.Phase.SIGNED_OFF
            || state.phase() == LaneState.Phase.OPENING_SHIFT;
    boolean counting = state.phase() == LaneState.Phase.COUNTING;
    boolean asks = LaneGrid.Open.of(state).panel();
    signOn.setVisible(before);
    panel.setVisible(asks);
    for (View view : List.of(topBar, message, total, keyBar)) {
      view.setVisible(!before);
    }
    boolean setsUp = state.panel() instanceof Panel.Printer;
    basket.setVisible(state.isSelling() && !setsUp);
    paper.setVisible(state.isSelling() && setsUp);
    tender.setVisible(state.isPaying());
    count.setVisible(counting);
    money.setVisible((state.isPaying() || counting) && !asks);
    revalidate();
    if (getWidth() > 0) {
      doLayout();
    }
  }

  /** The words are read again only when the language changes. */
  private static View.Shown shownOf(LaneState state, View.Shown before) {
    return state.language() == before.state().language()
        ? new View.Shown(state, before.texts(), before.formats())
        : shownOf(state);
  }

  private static View.Shown shownOf(LaneState state) {
    Texts texts = Texts.of(LanePanel.class, "lane", state.language());
    return new View.Shown(state, texts, state.formats());
  }

  /** Turns the toolkit's keys into the lane's. */
  private final class Keys extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      LaneKey key = keyOf(event);
      if (key != null) {
        event.consume();
        screen.touched(key);
      }
    }

    @Override
    public void keyTyped(KeyEvent event) {
      char c = event.getKeyChar();
      int commands = InputEvent.CTRL_DOWN_MASK | InputEvent.ALT_DOWN_MASK;
      boolean plain = (event.getModifiersEx() & commands) == 0;
      boolean selling = takesPad();
      if (c == '*' && selling) {
        screen.touched(LaneKey.TIMES);
      } else if (plain && c >= ' ' && c != KeyEvent.VK_DELETE && !actsOnPad(c, selling)) {
        screen.typed(c);
      }
    }

    /** The pad's operators are keys of the selling screen, not letters. */
    private boolean actsOnPad(char c, boolean selling) {
      return selling && (c == '+' || c == '-') || c == '/' && (selling || asksForPrice());
    }

    private boolean takesPad() {
      LaneState state = screen.shown.state();
      return state.isSelling() && state.panel() instanceof Panel.None;
    }

    private boolean asksForPrice() {
      LaneState state = screen.shown.state();
      return state.isSelling() && state.panel() instanceof Panel.PriceCheck;
    }

    private @Nullable LaneKey keyOf(KeyEvent event) {
      int code = event.getKeyCode();
      boolean selling = takesPad();
      if (code >= KeyEvent.VK_F1 && code <= KeyEvent.VK_F12) {
        String name = "F" + (code - KeyEvent.VK_F1 + 1);
        boolean hasAnother = code == KeyEvent.VK_F8 || code == KeyEvent.VK_F11;
        return LaneKey.valueOf(hasAnother && event.isShiftDown() ? "SHIFT_" + name : name);
      }
      return switch (code) {
        case KeyEvent.VK_ESCAPE -> LaneKey.ESC;
        case KeyEvent.VK_ENTER -> LaneKey.ENTER;
        case KeyEvent.VK_TAB -> LaneKey.TAB;
        case KeyEvent.VK_BACK_SPACE -> LaneKey.BACKSPACE;
        case KeyEvent.VK_DELETE -> LaneKey.DEL;
        case KeyEvent.VK_UP -> LaneKey.UP;
        case KeyEvent.VK_DOWN -> LaneKey.DOWN;
        case KeyEvent.VK_PAGE_UP -> LaneKey.PAGE_UP;
        case KeyEvent.VK_PAGE_DOWN -> LaneKey.PAGE_DOWN;
        case KeyEvent.VK_ADD -> selling ? LaneKey.F12 : null;
        case KeyEvent.VK_SUBTRACT -> selling ? LaneKey.F8 : null;
        case KeyEvent.VK_DIVIDE -> selling || asksForPrice() ? LaneKey.F3 : null;
        default -> null;
      };
    }
  }
}
