package id.lajur.pos.screen;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.Draw;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;

/** A painted part of the lane's screen: shows a state, and hands touches on. It decides nothing. */
abstract class View extends JComponent {
  /**
   * A place that answers to a touch.
   *
   * @param name the key that it stands for, what it types, or what it leads to
   */
  record Touch(String name, Rectangle where, Runnable act) {}

  /** What every view shows: a state, in the words and figures of its language. */
  record Shown(LaneState state, Texts texts, Formats formats) {
    String text(String key) {
      return texts.get(key);
    }

    String text(String key, Map<String, String> values) {
      return texts.get(key, values);
    }

    String money(long minor) {
      return formats.money(minor);
    }

    /** "Total Rp": the currency's sign stands in the label. */
    String sign() {
      return formats.currency().sign();
    }

    String quantity(LineView line) {
      return line.weighed()
          ? formats.weight(line.quantityMilli(), line.unit())
          : formats.quantity(line.quantityMilli());
    }
  }

  private final List<Touch> touches = new ArrayList<>();
  private final LaneScreen screen;

  View(LaneScreen screen) {
    this.screen = screen;
    setFocusable(false);
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            touched(inPicture(event.getX(), event.getY()));
          }
        });
  }

  abstract void paint(Draw draw, Shown shown);

  /** What of a state this view shows; while it stays equal, nothing is painted again. */
  Object concern(LaneState state) {
    return state;
  }

  /** How much larger than at 100 % this view shows itself where there is room. */
  double enlargement() {
    return 1;
  }

  /** Width of the picture. */
  final int wide() {
    return (int) Math.round(getWidth() / enlargement());
  }

  /** Height of the picture. */
  final int high() {
    return (int) Math.round(getHeight() / enlargement());
  }

  final LaneScreen screen() {
    return screen;
  }

  /** Makes a place of the picture being painted answer to a touch. */
  final void onTouch(Rectangle where, String name, Runnable act) {
    touches.add(new Touch(name, where, act));
  }

  /** As a key does. */
  final void onTouch(Rectangle where, LaneKey key) {
    onTouch(where, key.name(), () -> screen().touched(key));
  }

  /** As typing does. */
  final void onTouch(Rectangle where, String typed) {
    onTouch(where, typed, () -> typed.chars().forEach(c -> screen().typed((char) c)));
  }

  /** As going to a field does; on the one with the caret letters come. */
  final void onTouchField(Rectangle where, int at) {
    onTouch(where, "field " + at, () -> Fields.touched(screen(), at));
  }

  /** What answers to a touch in the picture that was painted last. */
  final List<Touch> touches() {
    return List.copyOf(touches);
  }

  @Override
  protected final void paintComponent(Graphics g) {
    touches.clear();
    Graphics2D own = (Graphics2D) g.create();
    own.scale(enlargement(), enlargement());
    try {
      paint(new Draw(own), screen.shown());
    } finally {
      own.dispose();
    }
  }

  /**
   * Where a point of the window lies in this view's picture, which may be shown reduced or
   * enlarged.
   */
  private Point inPicture(int x, int y) {
    double scale = screen.scale();
    return new Point(
        (int) Math.round((x + getX()) / scale) - getX(),
        (int) Math.round((y + getY()) / scale) - getY());
  }

  @Override
  public boolean contains(int x, int y) {
    Point point = inPicture(x, y);
    return super.contains(point.x, point.y);
  }

  /**
   * What is shown reduced or enlarged lies elsewhere than its bounds say; the screen paints it
   * whole.
   */
  @Override
  public void repaint(long withinMs, int x, int y, int width, int height) {
    if (getParent() != null && screen.scale() != 1) {
      getParent().repaint();
    } else {
      super.repaint(withinMs, x, y, width, height);
    }
  }

  private void touched(Point point) {
    double x = point.x / enlargement();
    double y = point.y / enlargement();
    for (Touch touch : List.copyOf(touches)) {
      if (touch.where().contains(x, y)) {
        touch.act().run();
        return;
      }
    }
  }
}
