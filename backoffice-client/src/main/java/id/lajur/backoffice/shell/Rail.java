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
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** The places of the back office, one above the other; the last stands at the bottom. */
final class Rail extends JComponent {
  static final int RAIL_WIDTH = 88;
  private static final int FIRST = 66;
  private static final int STEP = 72;
  private static final int CELL = 64;
  private static final int LOGO = 26;

  private final Consumer<String> go;
  private List<Place> places = List.of();
  private String open = "";
  private Optional<SignedOn> who = Optional.empty();
  private Texts texts;
  private Optional<String> under = Optional.empty();

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
        };
    addMouseListener(mouse);
    addMouseMotionListener(mouse);
  }

  void show(List<Place> shown, OfficeState state, Texts words) {
    places = shown;
    open = state.place();
    who = state.who();
    texts = words;
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
    int below = getHeight() - 90;
    int y = FIRST + i * STEP;
    return new Rectangle(8, last ? Math.max(y, below - CELL + 26) : y, RAIL_WIDTH - 16, CELL);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(RAIL_WIDTH, FIRST + places.size() * STEP);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.fill(Token.PANEL, 0, 0, getWidth(), getHeight());
      Logo.paint(own, 31, 15, LOGO);
      for (int i = 0; i < places.size(); i++) {
        paint(draw, places.get(i), cell(i));
      }
    } finally {
      own.dispose();
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
    place.icon().paint(draw.graphics(), ink, cell.x + cell.width / 2f - 12, cell.y + 9f, 24);
    Font font = here ? Fonts.semiBold(14) : Fonts.regular(14);
    String word = texts.get("place." + place.key());
    float unused =
        draw.text(
            word, font, ink, cell.x + (cell.width - Draw.width(word, font)) / 2, cell.y + 53f);
  }

  /** For whoever looks: the keys of the places, as they stand. */
  List<String> keys() {
    var keys = new ArrayList<String>();
    places.forEach(place -> keys.add(place.key()));
    return keys;
  }
}
