package id.lajur.kit.widget;

import id.lajur.kit.theme.Figures;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The strokes that painted views share: cards, texts, key caps, tags. Measures in px at 100 %. */
public final class Draw {
  public static final int MARGIN = 12;
  public static final int PADDING = 20;

  /** How far a comma hangs below its line, as a part of the font's size. */
  public static final float COMMA_HANGS = 0.16f;

  private static final float CARD = 10;
  private static final float CORNER = 8;
  private static final float CAP_SIZE = 13.5f;
  private static final float CAP_HEIGHT = 0.727f;

  private static final Pattern UNIT =
      Pattern.compile(
          "(?<=\\d) (?=(?:kg|g|ml|l|cm|m|pcs|%)(?![\\p{L}\\d]))", Pattern.CASE_INSENSITIVE);

  private static final FontRenderContext MEASURE = new FontRenderContext(null, true, true);

  private final Graphics2D g;
  private final UnaryOperator<Token> inks;

  public Draw(Graphics2D g) {
    this(g, UnaryOperator.identity());
  }

  /**
   * @param inks what is written with an ink of another view, for one that is dimmed
   */
  public Draw(Graphics2D g, UnaryOperator<Token> inks) {
    this.g = g;
    this.inks = inks;
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
  }

  public Graphics2D graphics() {
    return g;
  }

  /** The colour that is written with where a view asks for an ink. */
  public Color ink(Token token) {
    return inks.apply(token).color();
  }

  /** Width of words; figures among them keep the font's own widths. */
  public static float width(String text, Font font) {
    return (float) font.getStringBounds(text, MEASURE).getWidth();
  }

  /** The baseline on which capitals of the font stand in the middle of {@code y}. */
  public static float middle(Font font, float y) {
    return y + font.getSize2D() * CAP_HEIGHT / 2;
  }

  public void fill(Token token, int x, int y, int w, int h) {
    g.setColor(token.color());
    g.fillRect(x, y, w, h);
  }

  public void card(Rectangle r) {
    box(r, Token.SURFACE.color(), Token.LINE.color(), 1, CARD);
  }

  public void card(Rectangle r, Token fill, Token border, float line) {
    box(r, fill.color(), border.color(), line, CARD);
  }

  public void key(Rectangle r, Token fill, Token border, float line) {
    box(r, fill.color(), border.color(), line, CORNER);
  }

  public void box(Rectangle r, Color fill, Color border, float line, float arc) {
    float half = line / 2;
    var shape =
        new RoundRectangle2D.Float(
            r.x + half, r.y + half, r.width - line, r.height - line, 2 * arc, 2 * arc);
    g.setColor(fill);
    g.fill(shape);
    g.setColor(border);
    g.setStroke(new BasicStroke(line));
    g.draw(shape);
  }

  /**
   * Gives a card that was painted up to its edges its corners and its border; smooth, unlike a
   * clip.
   */
  public void roundOff(Rectangle r) {
    var round =
        new RoundRectangle2D.Float(
            r.x + .5f, r.y + .5f, r.width - 1, r.height - 1, 2 * CARD, 2 * CARD);
    var outside = new Path2D.Float(Path2D.WIND_EVEN_ODD);
    outside.append(r, false);
    outside.append(round, false);
    g.setColor(Token.BG.color());
    g.fill(outside);
    g.setColor(Token.LINE.color());
    g.setStroke(new BasicStroke(1));
    g.draw(round);
  }

  public void line(Token token, int x1, int x2, int y) {
    fill(token, x1, y, x2 - x1, 1);
  }

  /** A line between rows, fainter than a border. */
  public void rowLine(int x1, int x2, int y) {
    g.setColor(veil(Token.LINE, 105));
    g.fillRect(x1, y, x2 - x1, 1);
  }

  public float text(String text, Font font, Token token, float x, float baseline) {
    return text(text, font, ink(token), x, baseline);
  }

  /** Writes and returns where the text ends. */
  public float text(String text, Font font, Color color, float x, float baseline) {
    g.setFont(font);
    g.setColor(color);
    g.drawString(text, x, baseline);
    return x + width(text, font);
  }

  /** Writes to the left of {@code right}, figures of equal width, as a column needs them. */
  public void right(String text, Font font, Token token, float right, float baseline) {
    g.setFont(font);
    g.setColor(ink(token));
    Figures.drawRight(g, text, right, baseline);
  }

  /** Writes words so that they end at {@code right}. */
  public void wordsRight(String text, Font font, Token token, float right, float baseline) {
    text(text, font, ink(token), right - width(text, font), baseline);
  }

  public void centre(String text, Font font, Token token, float x, float baseline) {
    text(text, font, ink(token), x - width(text, font) / 2, baseline);
  }

  /** Writes a name, cut with "…" where it does not fit; returns where it ends. */
  public float name(String text, Font font, Token token, float x, float baseline, float width) {
    return text(cut(text, font, width), font, token, x, baseline);
  }

  public static String cut(String text, Font font, float width) {
    if (width(text, font) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 1 && width(text.substring(0, end).stripTrailing() + "…", font) > width) {
      end--;
    }
    return text.substring(0, end).stripTrailing() + "…";
  }

  /** The largest bold font up to {@code px}, in steps of 2, in which the amount fits. */
  public static Font fitting(String text, float px, float width) {
    float size = px;
    while (size > 20 && width(text, Fonts.bold(size)) > width) {
      size -= 2;
    }
    return Fonts.bold(size);
  }

  /** A small key cap; returns where it ends. */
  public float cap(String text, float x, float y, boolean dim) {
    Color fill = veil(Token.LINE, dim ? 40 : 140);
    return cap(text, x, y, fill, Token.LINE.color(), dim ? Token.INK3 : Token.INK2);
  }

  /** A key cap on a coloured ground. */
  public float capOn(String text, float x, float y, Token ink) {
    return cap(text, x, y, veil(ink, 46), new Color(0, 0, 0, 0), ink);
  }

  /** A colour through which the ground is seen; {@code alpha} 0 to 255. */
  public static Color veil(Token token, int alpha) {
    return veil(token.color(), alpha);
  }

  /** The same of any colour. */
  public static Color veil(Color c, int alpha) {
    return new Color(c.getRed(), c.getGreen(), c.getBlue(), alpha);
  }

  private float cap(String text, float x, float y, Color fill, Color border, Token ink) {
    Font font = Fonts.semiBold(CAP_SIZE);
    float w = Math.max(26, width(text, font) + 12);
    var shape = new RoundRectangle2D.Float(x + .5f, y + .5f, w - 1, 21, 8, 8);
    g.setColor(fill);
    g.fill(shape);
    g.setColor(border);
    g.setStroke(new BasicStroke(1));
    g.draw(shape);
    text(text, font, ink, x + (w - width(text, font)) / 2, middle(font, y + 11));
    return x + w;
  }

  public static float capWidth(String text) {
    return Math.max(26, width(text, Fonts.semiBold(CAP_SIZE)) + 12);
  }

  /** A tag on a line; returns where it ends. */
  public float tag(String text, Token ground, Token ink, float x, float middleY) {
    Font font = Fonts.semiBold(CAP_SIZE);
    float w = width(text, font) + 16;
    g.setColor(ground.color());
    g.fill(new RoundRectangle2D.Float(x, middleY - 10, w, 21, 21, 21));
    text(text, font, ink, x + 8, middle(font, middleY + .5f));
    return x + w;
  }

  public void caret(float x, float y, float height) {
    g.setColor(Token.PRIMARY.color());
    g.fill(new Rectangle2D.Float(x, y, 2, height));
  }

  /** "520 ml" ends as one word: a unit stays beside its number where a row ends. */
  static String kept(String text) {
    return UNIT.matcher(text).replaceAll("\u00a0");
  }

  /** Words in as many rows as they need. */
  public static List<String> wrapped(String text, Font font, float width) {
    var rows = new ArrayList<String>();
    var row = new StringBuilder();
    for (String word : kept(text).split(" ", -1)) {
      if (!row.isEmpty() && width(row + " " + word, font) > width) {
        rows.add(row.toString());
        row.setLength(0);
      }
      row.append(row.isEmpty() ? "" : " ").append(word);
    }
    rows.add(row.toString());
    return rows;
  }

  /** Words in one row, or in two where one has no room; what stands last is not cut. */
  public void inTwoRows(String words, Font font, Token ink, float x, float middle, float width) {
    String text = kept(words);
    int end = text.length();
    while (end > 0 && width(text.substring(0, end), font) > width) {
      end = text.lastIndexOf(' ', end - 1);
    }
    if (end <= 0 || end == text.length()) {
      name(text, font, ink, x, middle(font, middle), width);
      return;
    }
    float half = font.getSize2D() * .57f; // rows of one thing are nearer than those of two
    name(text.substring(0, end), font, ink, x, middle(font, middle) - half, width);
    name(text.substring(end).strip(), font, ink, x, middle(font, middle) + half, width);
  }
}
