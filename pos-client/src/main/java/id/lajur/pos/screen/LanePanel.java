package id.lajur.pos.screen;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.thread.EventThread;
import id.lajur.kit.widget.Draw;
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
  private static final int NARROW = 1200;
  private static final int WIDE = 1600;
  private static final int HIGH = 900;
  private static final double LARGER = 1.25;

  /** In a smaller window everything is shown smaller, and nothing is cut off. */
  private static final Dimension LEAST = new Dimension(1024, 700);

  private final Screen screen;
  private final TopBar topBar;
  private final BasketCard basket;
  private final MessageStrip message;
  private final EntryBox entry;
  private final TotalPanel total;
  private final QuickKeysView quickKeys;
  private final PanelView panel;
  private final TenderView tender;
  private final CountView count;
  private final MoneySide money;
  private final KeyBar keyBar;
  private final SignOnView signOn;
  private final List<View> views;

  /** What the views see of the rest. */
  private static final class Screen implements LaneScreen {
    private final InstantSource clock;
    private View.Shown shown;
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
    public void quickKey(String letter) {
      if (presenter != null) {
        presenter.quickKey(letter.charAt(0));
      }
    }
  }

  public LanePanel(LaneState first, InstantSource clock) {
    super(null);
    screen = new Screen(clock, first);
    topBar = new TopBar(screen);
    basket = new BasketCard(screen);
    message = new MessageStrip(screen);
    entry = new EntryBox(screen);
    total = new TotalPanel(screen);
    quickKeys = new QuickKeysView(screen);
    panel = new PanelView(screen);
    tender = new TenderView(screen);
    count = new CountView(screen);
    money = new MoneySide(screen);
    keyBar = new KeyBar(screen);
    signOn = new SignOnView(screen);
    views =
        List.of(
            panel, topBar, basket, message, entry, total, quickKeys, tender, count, money, keyBar,
            signOn);
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

  /** Width of the right column in a window of this width. */
  static int rightColumn(int width) {
    return width < NARROW ? 336 : width >= WIDE ? 560 : 440;
  }

  @Override
  public void doLayout() {
    double scale = Math.min((double) getWidth() / LEAST.width, (double) getHeight() / LEAST.height);
    screen.scale = scale > 0 ? Math.min(1, scale) : 1;
    int w = (int) Math.round(getWidth() / screen.scale);
    int h = (int) Math.round(getHeight() / screen.scale);
    int gap = Draw.MARGIN;
    int right = rightColumn(w);
    int rightX = w - gap - right;
    int left = rightX - 2 * gap;
    int top = TopBar.HEIGHT + gap;
    int bottom = h - KeyBar.HEIGHT - gap;
    boolean large = w >= WIDE && h >= HIGH;
    screen.enlargement = large ? LARGER : 1;
    int totalHeight = w < NARROW ? 176 : large ? 236 : 196;
    topBar.setBounds(0, 0, w, TopBar.HEIGHT);
    keyBar.setBounds(0, h - KeyBar.HEIGHT, w, KeyBar.HEIGHT);
    signOn.setBounds(0, 0, w, h);
    total.setBounds(rightX, top, right, totalHeight);
    int sideTop = top + totalHeight + gap;
    quickKeys.setBounds(rightX, sideTop, right, bottom - sideTop);
    money.setBounds(rightX, sideTop, right, bottom - sideTop);
    boolean overMoney = !screen.shown.state().isSelling();
    int panelTop = overMoney && signOn.isVisible() ? top : sideTop;
    panel.setBounds(rightX, panelTop, right, bottom - panelTop);
    boolean entryShown = screen.shown.state().isSelling();
    int messageY =
        entryShown
            ? bottom - EntryBox.HEIGHT - 10 - MessageStrip.HEIGHT
            : bottom - MessageStrip.HEIGHT;
    entry.setBounds(gap, bottom - EntryBox.HEIGHT, left, EntryBox.HEIGHT);
    message.setBounds(gap, messageY, left, MessageStrip.HEIGHT);
    int upper = messageY - 10 - top;
    basket.setBounds(gap, top, left, upper);
    tender.setBounds(gap, top, left, upper);
    count.setBounds(gap, top, left, upper);
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
    boolean reduced = screen != null && screen.scale < 1; // Swing's own constructor repaints too
    super.repaint(
        withinMs,
        reduced ? 0 : x,
        reduced ? 0 : y,
        reduced ? getWidth() : width,
        reduced ? getHeight() : height);
  }

  private void arrange(LaneState state) {
    boolean before =
        state.phase() == LaneState.Phase.SIGNED_OFF
            || state.phase() == LaneState.Phase.OPENING_SHIFT;
    boolean counting = state.phase() == LaneState.Phase.COUNTING;
    boolean asks = !(state.panel() instanceof Panel.None);
    signOn.setVisible(before);
    panel.setVisible(asks);
    for (View view : List.of(topBar, message, total, keyBar)) {
      view.setVisible(!before);
    }
    basket.setVisible(state.isSelling());
    entry.setVisible(state.isSelling());
    quickKeys.setVisible(state.isSelling() && !asks);
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
    return new View.Shown(state, texts, LanePresenter.formatsOf(state));
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
      boolean selling =
          screen.shown.state().isSelling() && screen.shown.state().panel() instanceof Panel.None;
      if (c == '*' && selling) {
        screen.touched(LaneKey.TIMES);
      } else if (plain && c >= ' ' && c != KeyEvent.VK_DELETE && !actsOnPad(c, selling)) {
        screen.typed(c);
      }
    }

    /** The pad's operators are keys of the selling screen, not letters. */
    private static boolean actsOnPad(char c, boolean selling) {
      return selling && (c == '+' || c == '-' || c == '/');
    }

    private @Nullable LaneKey keyOf(KeyEvent event) {
      int code = event.getKeyCode();
      boolean selling =
          screen.shown.state().isSelling() && screen.shown.state().panel() instanceof Panel.None;
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
        case KeyEvent.VK_DIVIDE -> selling ? LaneKey.F3 : null;
        default -> null;
      };
    }
  }
}
