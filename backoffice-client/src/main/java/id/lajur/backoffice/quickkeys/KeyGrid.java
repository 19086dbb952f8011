package id.lajur.backoffice.quickkeys;

import id.lajur.kit.format.Formats;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyPicture;
import id.lajur.kit.widget.QuickKeyFace;
import java.awt.BasicStroke;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the open page as a lane shows them. Arrows mark a place, with Ctrl they move its key;
 * a key is dragged as well.
 */
final class KeyGrid extends JComponent {
  private static final int GAP = 8;
  private static final int MOST_WIDE = 880;
  private static final int MOST_HIGH = 560;

  private final QuickKeysPresenter presenter;
  private final Formats formats;
  private final Map<String, Optional<BufferedImage>> pictures = new HashMap<>();
  private QuickKeysState state = QuickKeysState.FIRST;
  private int dragged = -1;
  private @Nullable MouseEvent drag;

  KeyGrid(QuickKeysPresenter presenter, Formats formats) {
    this.presenter = presenter;
    this.formats = formats;
    setName("quickkeys.grid");
    setFocusable(true);
    addMouseListener(new Mouse());
    addMouseMotionListener(new Mouse());
    step("LEFT", -1);
    step("RIGHT", 1);
    step("UP", -Page.COLUMNS);
    step("DOWN", Page.COLUMNS);
    key("DELETE", presenter::removeKey);
    key("PAGE_UP", () -> presenter.open(state.open() - 1));
    key("PAGE_DOWN", () -> presenter.open(state.open() + 1));
  }

  private void step(String key, int by) {
    key(key, () -> presenter.choose(state.place() + by));
    key("ctrl " + key, () -> presenter.move(state.place(), state.place() + by));
  }

  private void key(String stroke, Runnable act) {
    getInputMap().put(KeyStroke.getKeyStroke(stroke), stroke);
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

  void show(QuickKeysState now) {
    state = now;
    repaint();
  }

  /** Where a place is shown. */
  Rectangle where(int place) {
    int w = Math.min(MOST_WIDE, getWidth());
    var all = new Rectangle(0, 0, w, Math.min(MOST_HIGH, getHeight()));
    return QuickKeyFace.place(all, place, false, GAP);
  }

  private int placeAt(MouseEvent event) {
    for (int place = 0; place < Page.PLACES; place++) {
      if (where(place).contains(event.getPoint())) {
        return place;
      }
    }
    return -1;
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      state.page().ifPresent(page -> paint(new Draw(own), page));
    } finally {
      own.dispose();
    }
  }

  private void paint(Draw draw, Page page) {
    for (int place = 0; place < Page.PLACES; place++) {
      Rectangle where = where(place);
      Optional<Key> key = page.key(place);
      if (key.isPresent() && !(place == dragged && drag != null)) {
        face(key.get(), place == state.place()).paint(draw, where);
      } else {
        empty(draw, where, place);
      }
    }
    MouseEvent at = drag;
    if (at != null) {
      page.key(dragged)
          .ifPresent(
              key -> {
                Rectangle where = where(dragged);
                where.setLocation(at.getX() - where.width / 2, at.getY() - where.height / 2);
                face(key, true).paint(draw, where);
              });
    }
  }

  private void empty(Draw draw, Rectangle where, int place) {
    boolean chosen = place == state.place();
    draw.key(where, Token.SURFACE, chosen ? Token.PRIMARY : Token.LINE, chosen ? 2 : 1);
    draw.graphics().setStroke(new BasicStroke(1));
    draw.right(
        QuickKeyFace.letter(place),
        Fonts.semiBold(15),
        Token.INK3,
        where.x + where.width - 10f,
        where.y + 23f);
  }

  private QuickKeyFace face(Key key, boolean chosen) {
    return new QuickKeyFace(
        QuickKeyFace.letter(key.place()),
        key.label(),
        key.priceMinor().map(formats::money).orElse(""),
        key.weighed() ? "/" + key.unit() : "",
        key.rgb(),
        picture(key.picture()),
        chosen);
  }

  private @Nullable BufferedImage picture(String name) {
    return Optional.ofNullable(state.pictures().get(name))
        .flatMap(content -> pictures.computeIfAbsent(name, key -> KeyPicture.decode(content)))
        .orElse(null);
  }

  private final class Mouse extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      boolean unused = requestFocusInWindow();
      dragged = placeAt(event);
      presenter.choose(dragged);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
      drag = event;
      repaint();
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      boolean moved = drag != null;
      drag = null;
      if (moved) {
        presenter.move(dragged, placeAt(event));
      }
      repaint();
    }
  }
}
