package id.lajur.backoffice.monitor;

import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.BasicStroke;
import java.awt.Cursor;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The monitor's picture, painted. It is laid out for a wall of 1536 × 864 and shown larger or
 * smaller as the window is, so that nothing has to be cut before it is small. Every figure answers
 * to a touch; arrows go from one to the next, Enter opens it.
 */
final class Board extends JComponent {
  private static final double WALL_WIDTH = 1536;
  private static final double WALL_HEIGHT = 864;
  private static final double SMALLEST = 0.68; // so that 22 px become 15
  private static final double LARGEST = 1.25;
  private static final int MARGIN = 20;
  private static final int MANY = 16; // lanes that want more than half of the room

  private final MonitorPresenter presenter;
  private final Supplier<Shown> shown;
  private final boolean whole;
  private final HoursCard hours = new HoursCard();
  private final Touches touches = new Touches();
  private List<Pen.Tip> tips = List.of();
  private int focused = -1;

  /**
   * @param whole it fills the screen: with the shop's name and the time
   */
  Board(MonitorPresenter presenter, Supplier<Shown> shown, boolean whole) {
    this.presenter = presenter;
    this.shown = shown;
    this.whole = whole;
    setFocusable(true);
    setOpaque(true);
    var mouse = new Mouse();
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    setToolTipText(""); // asked for by place
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            focused = -1;
            repaint();
          }
        });
    key("RIGHT", () -> step(1));
    key("DOWN", () -> step(1));
    key("LEFT", () -> step(-1));
    key("UP", () -> step(-1));
    key("ENTER", this::press);
    key("SPACE", this::press);
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      requestFocusInWindow();
      focused = -1;
      at(event).ifPresent(touch -> touch.act().run());
    }

    @Override
    public void mouseMoved(MouseEvent event) {
      boolean does = at(event).isPresent();
      setCursor(Cursor.getPredefinedCursor(does ? Cursor.HAND_CURSOR : Cursor.DEFAULT_CURSOR));
    }
  }

  /** A name that has no room is read in full under the pointer. */
  @Override
  public @Nullable String getToolTipText(MouseEvent event) {
    return tips.stream()
        .filter(tip -> tip.where().contains(event.getX() / scale(), event.getY() / scale()))
        .map(Pen.Tip::name)
        .findFirst()
        .orElse(null);
  }

  private Optional<Touches.Touch> at(MouseEvent event) {
    return touches.at(event.getX() / scale(), event.getY() / scale());
  }

  /** Where a touch does something, as it was painted last; in this component's pixels. */
  List<Rectangle> touchable() {
    double scale = scale();
    return touches.all().stream()
        .map(touch -> touch.where())
        .map(
            where ->
                new Rectangle(
                    (int) Math.round(where.x * scale),
                    (int) Math.round(where.y * scale),
                    (int) Math.round(where.width * scale),
                    (int) Math.round(where.height * scale)))
        .toList();
  }

  private void key(String stroke, Runnable act) {
    getInputMap(WHEN_FOCUSED).put(KeyStroke.getKeyStroke(stroke), stroke);
    getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  private void step(int by) {
    int count = touches.all().size();
    if (count > 0) {
      focused = focused < 0 ? (by > 0 ? 0 : count - 1) : Math.floorMod(focused + by, count);
      repaint();
    }
  }

  private void press() {
    List<Touches.Touch> all = touches.all();
    if (focused >= 0 && focused < all.size()) {
      all.get(focused).act().run();
    }
  }

  double scale() {
    double fits = Math.min(getWidth() / WALL_WIDTH, getHeight() / WALL_HEIGHT);
    return Math.max(SMALLEST, Math.min(LARGEST, fits));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.setColor(Token.BG.color());
      own.fillRect(0, 0, getWidth(), getHeight());
      double scale = scale();
      own.scale(scale, scale);
      touches.clear();
      var pen = new Pen(new Draw(own));
      paint(
          pen,
          shown.get(),
          (int) Math.floor(getWidth() / scale),
          (int) Math.floor(getHeight() / scale));
      tips = pen.tips();
      focus(own);
    } finally {
      own.dispose();
    }
  }

  private void focus(Graphics2D g) {
    List<Touches.Touch> all = touches.all();
    if (isFocusOwner() && focused >= 0 && focused < all.size()) {
      Rectangle where = all.get(focused).where();
      g.setColor(Token.PRIMARY.color());
      g.setStroke(new BasicStroke(3));
      g.draw(
          new RoundRectangle2D.Float(
              where.x + 1.5f, where.y + 1.5f, where.width - 3f, where.height - 3f, 18, 18));
    }
  }

  private void paint(Pen live, Shown now, int width, int height) {
    int left = MARGIN;
    int wide = width - 2 * MARGIN;
    int y = MARGIN / 2;
    int head = whole ? HeadBar.HEIGHT : HeadBar.HEIGHT - 30;
    HeadBar.paint(live, now, new Rectangle(left, y, wide, head), whole);
    Pen pen = now.isOld() ? live.ofOld() : live;
    y += head + 6;
    FigureCards.paint(
        pen, now, new Rectangle(left, y, wide, FigureCards.HEIGHT), touches, presenter);
    y += FigureCards.HEIGHT + Pen.GAP;
    int bottom = height - MARGIN;
    int right = Math.max(420, Math.min(620, Math.round(wide * 0.315f)));
    int main = wide - right - Pen.GAP;
    right(pen, now, new Rectangle(left + main + Pen.GAP, y, right, bottom - y));
    boolean crowded = now.shop().lanes().size() > MANY;
    int upper = Math.round((bottom - y - Pen.GAP) * (crowded ? 0.42f : 0.53f));
    int shares = Math.max(330, Math.round(main * 0.335f));
    hours.paint(
        pen,
        now,
        new Rectangle(left, y, main - shares - Pen.GAP, upper),
        touches,
        presenter.drills()::open);
    SharesCard.paint(
        pen, now, new Rectangle(left + main - shares, y, shares, upper), touches, presenter);
    y += upper + Pen.GAP;
    LaneCards.paint(pen, now, new Rectangle(left, y, main, bottom - y), touches, presenter);
  }

  private void right(Pen pen, Shown now, Rectangle where) {
    int most = where.height - FeedCard.LEAST - Pen.GAP; // the newest event is always seen
    int asked = ApprovalsCard.height(now, where.width, most);
    int y = where.y;
    if (asked > 0) {
      ApprovalsCard.paint(
          pen, now, new Rectangle(where.x, y, where.width, asked), touches, presenter);
      y += asked + Pen.GAP;
    }
    FeedCard.paint(
        pen,
        now,
        new Rectangle(where.x, y, where.width, where.y + where.height - y),
        touches,
        presenter);
  }
}
