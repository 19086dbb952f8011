package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Logo;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;

/**
 * The places of the back office, one above the other; the last stands at the bottom. Where they
 * have no room, the wheel turns them, and the open one is always seen.
 */
final class Rail extends JComponent {
  static final int RAIL_WIDTH = 88;
  private static final int LOGO = 26;
  private static final int HIGH_CELL = 58; // from here on with room around icon and word

  private final Consumer<String> go;
  private List<Place> places = List.of();
  private String open = "";
  private Optional<SignedOn> who = Optional.empty();
  private Texts texts;
  private Optional<String> under = Optional.empty();
  private int hidden; // px of the places turned past, above

  Rail(Texts texts, Consumer<String> go) {
    this.texts = texts;
    this.go = go;
    setName("rail");
    var mouse =
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            at(event.getY()).ifPresent(Rail.this.go);
          }

          @Override
          public void mouseMoved(MouseEvent event) {
            hover(at(event.getY()));
          }

          @Override
          public void mouseExited(MouseEvent event) {
            hover(Optional.empty());
          }

          @Override
          public void mouseWheelMoved(MouseWheelEvent event) {
            turn(hidden + event.getWheelRotation() * rows().step());
            hover(at(event.getY()));
          }
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
    addMouseWheelListener(mouse);
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            showOpen();
          }
        });
  }

  private RailRows rows() {
    return RailRows.of(getHeight(), places.size());
  }

  private void turn(int wanted) {
    int now = Math.max(0, Math.min(rows().mostHidden(), wanted));
    if (now != hidden) {
      hidden = now;
      repaint();
    }
  }

  private void showOpen() {
    int at = keys().indexOf(open);
    turn(at < 0 ? hidden : rows().showing(at, hidden));
  }

  void show(List<Place> shown, OfficeState state, Texts words) {
    boolean another = !open.equals(state.place());
    places = shown;
    open = state.place();
    who = state.who();
    texts = words;
    if (another) {
      showOpen();
    }
    repaint();
  }

  private void hover(Optional<String> key) {
    if (!key.equals(under)) {
      under = key;
      repaint();
    }
  }

  private Optional<String> at(int y) {
    for (int i = 0; i < places.size(); i++) {
      if (cell(i).contains(RAIL_WIDTH / 2, y)) {
        return Optional.of(places.get(i).key());
      }
    }
    return Optional.empty();
  }

  private Rectangle cell(int i) {
    boolean last = i == places.size() - 1 && places.get(i).key().equals("settings");
    return rows().cell(i, hidden, last);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(RAIL_WIDTH, 0); // as high as the window is
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.fill(Token.PANEL, 0, 0, getWidth(), getHeight());
      RailRows rows = rows();
      if (rows.logo()) {
        Logo.paint(own, 31, rows.step() < HIGH_CELL ? 13 : 15, LOGO);
      }
      for (int i = 0; i < places.size(); i++) {
        paint(draw, places.get(i), cell(i));
      }
      more(draw, rows);
    } finally {
      own.dispose();
    }
  }

  /** A line where places are turned past. */
  private void more(Draw draw, RailRows rows) {
    if (hidden > 0) {
      draw.fill(Token.AMBER, 8, 0, RAIL_WIDTH - 16, 2);
    }
    if (hidden < rows.mostHidden()) {
      draw.fill(Token.AMBER, 8, getHeight() - 2, RAIL_WIDTH - 16, 2);
    }
  }

  private void paint(Draw draw, Place place, Rectangle cell) {
    boolean here = place.key().equals(open);
    boolean may = who.filter(place::isFor).isPresent();
    boolean hovered = may && under.filter(place.key()::equals).isPresent();
    if (here || hovered) {
      Color veil = Draw.veil(Token.ON_PANEL, here ? 30 : 14);
      draw.box(cell, veil, new Color(0, 0, 0, 0), 0, 8);
    }
    if (here) {
      draw.fill(Token.AMBER, 0, cell.y + 12, 4, cell.height - 24);
    }
    Color ink = (here ? Token.ON_PANEL : may ? Token.ON_PANEL2 : Token.ON_PANEL3).color();
    boolean low = cell.height < HIGH_CELL;
    int icon = low ? 20 : 24;
    float above = low ? (cell.height - 38) / 2f : 9;
    float left = cell.x + (cell.width - icon) / 2f;
    place.icon().paint(draw.graphics(), ink, left, cell.y + above, icon);
    Font font = here ? Fonts.semiBold(14) : Fonts.regular(14);
    String word = texts.get("place." + place.key());
    float unused =
        draw.text(
            word,
            font,
            ink,
            cell.x + (cell.width - Draw.width(word, font)) / 2,
            cell.y + (low ? above + 35 : 53));
  }

  /** For whoever looks: the keys of the places, as they stand. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    places.forEach(place -> keys.add(place.key()));
    return keys;
  }
}
