package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.KeyBar;
import id.lajur.kit.theme.Figures;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyButton;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** The keys of the screen, its sums, and the way on. */
final class FootBar extends JComponent {
  private static final int HEIGHT = KeyBar.HEIGHT;
  private static final int EDGE = KeyBar.EDGE;
  private static final Font SMALL = Fonts.regular(15);

  private final Words words;
  private final List<KeyButton> keys;
  private final KeyButton main;
  private final boolean mayCost;
  private @Nullable Sheet sheet;

  /**
   * @param keys from left to right
   * @param main the way on
   * @param mayCost whether sums are told
   */
  FootBar(Words words, List<KeyButton> keys, KeyButton main, boolean mayCost) {
    this.words = words;
    this.mayCost = mayCost;
    this.keys = List.copyOf(keys);
    this.main = main;
    keys.forEach(this::add);
    add(main);
  }

  void show(@Nullable Sheet next) {
    sheet = next;
    repaint();
  }

  @Override
  public void doLayout() {
    int x = EDGE;
    for (KeyButton key : keys) {
      int width = key.getPreferredSize().width;
      key.setBounds(x, KeyBar.TOP, width, KeyBar.KEY);
      x += width + 8;
    }
    main.setBounds(getWidth() - EDGE - mainWidth(), KeyBar.TOP, mainWidth(), KeyBar.KEY);
  }

  private int mainWidth() {
    return Math.max(KeyBar.MAIN, main.getPreferredSize().width);
  }

  private int keysEnd() {
    int x = EDGE;
    for (KeyButton key : keys) {
      x += key.getPreferredSize().width + 8;
    }
    return x;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(700, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.fill(Token.SURFACE, 0, 0, getWidth(), getHeight());
      draw.line(Token.LINE, 0, getWidth(), 0);
      Sheet shown = sheet;
      if (shown != null) {
        sums(draw, shown);
      }
    } finally {
      own.dispose();
    }
  }

  private void sums(Draw draw, Sheet shown) {
    int right = getWidth() - EDGE - mainWidth() - 24;
    int left = keysEnd() + 12;
    String total = words.formats().money(shown.totalMinor());
    List<String> names = new ArrayList<>(List.of(words.get("sum.net"), words.get("sum.tax")));
    List<String> figures =
        List.of(words.formats().money(shown.netMinor()), words.formats().money(shown.taxMinor()));
    String lines = words.get("sum.lines", Map.of("n", words.formats().count(shown.lines().size())));
    String pieces =
        words.get("sum.pieces", Map.of("n", words.formats().quantity(shown.quantityMilli())));
    float counts = Math.max(Draw.width(lines, SMALL), Draw.width(pieces, SMALL)) + 12;
    float sums =
        Math.max(Draw.width(names.get(0), SMALL), Draw.width(names.get(1), SMALL))
            + 14
            + Math.max(Figures.width(figures.get(0), SMALL), Figures.width(figures.get(1), SMALL));
    String label = words.get("sum.total");
    Font labelFont = Fonts.regular(17);
    float wanted =
        counts + sums + 44 + Draw.width(label, labelFont) + 12 + Draw.width(total, Fonts.bold(38));
    if (mayCost && wanted > right - left) {
      narrow(draw, lines, names, figures, total, left, right);
      return;
    }
    float x = left;
    float unused = draw.text(lines, SMALL, Token.INK2, x, Draw.middle(SMALL, 32));
    unused = draw.text(pieces, SMALL, Token.INK2, x, Draw.middle(SMALL, 57));
    if (!mayCost) {
      return;
    }
    x += counts;
    for (int i = 0; i < 2; i++) {
      unused = draw.text(names.get(i), SMALL, Token.INK2, x, Draw.middle(SMALL, 32 + 25 * i));
      draw.right(
          figures.get(i), Fonts.regular(16), Token.INK, x + sums, Draw.middle(SMALL, 32 + 25 * i));
    }
    x += sums + 22;
    draw.fill(Token.LINE, Math.round(x), 20, 1, HEIGHT - 40);
    float labelRoom = Draw.width(label, labelFont) + 12;
    Font font = Draw.fitting(total, 38, right - x - 22 - labelRoom);
    float start = right - Draw.width(total, font);
    unused = draw.text(total, font, Token.INK, start, Draw.middle(font, 42));
    unused = draw.text(label, labelFont, Token.INK2, start - labelRoom, Draw.middle(font, 42));
  }

  /** Where little room is: what the net sum is follows from the other two. */
  private void narrow(
      Draw draw,
      String lines,
      List<String> names,
      List<String> figures,
      String total,
      int left,
      int right) {
    Font small = Fonts.regular(13.5f);
    String tax = names.get(1) + " " + figures.get(1);
    float room = right - (float) left;
    boolean both = Draw.width(lines + "   " + tax, small) <= room;
    draw.wordsRight(
        both ? lines + "   " + tax : lines, small, Token.INK2, right, Draw.middle(small, 24));
    String label = words.get("sum.total");
    float labelRoom = Draw.width(label, small) + 10;
    Font font = Draw.fitting(total, 26, right - left - labelRoom);
    draw.wordsRight(total, font, Token.INK, right, Draw.middle(font, 58));
    float beside = right - Draw.width(total, font) - 10;
    boolean fits = beside - Draw.width(label, small) >= left;
    draw.wordsRight(
        label, small, Token.INK2, fits ? beside : right, Draw.middle(small, fits ? 58 : 41));
  }
}
