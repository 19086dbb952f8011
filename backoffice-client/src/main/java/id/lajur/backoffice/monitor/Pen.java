package id.lajur.backoffice.monitor;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;

/** Strokes that the parts of the monitor share. */
final class Pen {
  static final int GAP = 18;
  static final int PADDING = 22;
  static final Font LABEL = Fonts.regular(22);
  static final Font STRONG = Fonts.semiBold(22);
  static final Font TEXT = Fonts.regular(22);
  private static final int PILL = 40;

  private final Draw draw;
  private final Draw acts; // with the colours of what can be done, however old the figures are
  private final List<Tip> tips;
  private final boolean old;

  /** The whole of a name that was cut, and where it stands. */
  record Tip(Rectangle where, String name) {}

  Pen(Draw draw) {
    this(draw, draw, new ArrayList<>(), false);
  }

  private Pen(Draw draw, Draw acts, List<Tip> tips, boolean old) {
    this.draw = draw;
    this.acts = acts;
    this.tips = tips;
    this.old = old;
  }

  /**
   * One for figures that are old: dimmed as far as a text may be, and without a colour that would
   * ask for something now.
   */
  Pen ofOld() {
    return new Pen(new Draw(draw.graphics(), ink -> Token.INK3), draw, tips, true);
  }

  /** Whether what it paints is old. */
  boolean isOld() {
    return old;
  }

  /** What a bar, a mark or another sign without a word is filled with. */
  Token sign(Token token) {
    return old ? Token.FIELD_BORDER : token;
  }

  /** What lies under a word in a colour of its own. */
  Token ground(Token token) {
    return old ? Token.RAISED : token;
  }

  Draw draw() {
    return draw;
  }

  /** Writes a name; one that has to be cut is told in full where the pointer rests on it. */
  float name(String text, Font font, Token ink, float x, float baseline, float width) {
    return part(text, text, font, ink, x, baseline, width);
  }

  /** The same of one line of a name. */
  float part(String line, String name, Font font, Token ink, float x, float baseline, float width) {
    String written = Draw.cut(line, font, width);
    if (!written.equals(line)) {
      int high = Math.round(font.getSize2D() * 1.5f);
      tips.add(
          new Tip(
              new Rectangle(
                  Math.round(x), Math.round(baseline) - high + 8, Math.round(width), high),
              name));
    }
    return draw.text(written, font, ink, x, baseline);
  }

  /** Tells something more where the pointer rests. */
  void tip(Rectangle where, String words) {
    tips.add(new Tip(where, words));
  }

  /** What was cut so far. */
  List<Tip> tips() {
    return List.copyOf(tips);
  }

  /** A card; one whose figures have just changed is softly lit. */
  void card(Rectangle where, boolean marked) {
    draw.card(where, marked ? Token.P_SOFT : Token.SURFACE, Token.LINE, 1);
  }

  /** Up or down against a week ago, with its arrow; where it ends. */
  float change(String text, boolean up, float x, float baseline, Font font) {
    Token ink = up ? Token.PRIMARY : Token.WARN;
    float size = font.getSize2D() * 0.55f;
    var arrow = new Path2D.Float();
    float bottom = baseline - 2;
    if (up) {
      arrow.moveTo(x, bottom);
      arrow.lineTo(x + size, bottom);
      arrow.lineTo(x + size / 2, bottom - size);
    } else {
      arrow.moveTo(x, bottom - size);
      arrow.lineTo(x + size, bottom - size);
      arrow.lineTo(x + size / 2, bottom);
    }
    arrow.closePath();
    draw.graphics().setColor(draw.ink(ink));
    draw.graphics().fill(arrow);
    return draw.text(text, font, ink, x + size + 9, baseline);
  }

  /**
   * How much smaller than usual a row of tabs is, so that all of its words have room.
   *
   * @return 1 where they have room as they are, 0.7 at least
   */
  static float tabScale(List<String> words, int side, float room) {
    float wide = 0;
    for (String word : words) {
      wide += Draw.width(word, STRONG);
    }
    float free = room - words.size() * (2f * side + 2);
    return Math.max(0.7f, Math.min(1, free / wide));
  }

  /** A word of a row of tabs, the chosen one on its ground; where it ends. */
  float tab(
      String word,
      boolean chosen,
      float x,
      int y,
      int side,
      float scale,
      Touches touches,
      Runnable act) {
    Font strong = STRONG.deriveFont(STRONG.getSize2D() * scale);
    Font plain = TEXT.deriveFont(TEXT.getSize2D() * scale);
    float width = Draw.width(word, strong) + 2 * side;
    var where = new Rectangle(Math.round(x), y, Math.round(width), PILL);
    if (chosen) {
      acts.box(where, Token.P_SOFT.color(), Token.P_SOFT.color(), 1, PILL / 2f);
    }
    float unused =
        acts.text(
            word,
            chosen ? strong : plain,
            chosen ? Token.P_INK : Token.INK2,
            x + side,
            Draw.middle(plain, y + PILL / 2f));
    touches.add(where, act);
    return x + width + 2;
  }

  /** A word on a round ground that ends at {@code right}. */
  void pill(String word, Token ground, Token ink, float right, int y, Font font) {
    float width = Draw.width(word, font) + 28;
    int high = Math.round(font.getSize2D() * 1.85f);
    var where = new Rectangle(Math.round(right - width), y, Math.round(width), high);
    Color under = ground(ground).color();
    draw.box(where, under, under, 1, high / 2f);
    float unused = draw.text(word, font, ink, where.x + 14, Draw.middle(font, y + high / 2f));
  }

  /** A button with a word. */
  void button(Rectangle where, String word, boolean main, boolean enabled) {
    Token ground = main && enabled ? Token.PRIMARY : Token.RAISED;
    draw.key(where, ground, main && enabled ? Token.PRIMARY : Token.FIELD_BORDER, 1);
    Token ink = !enabled ? Token.INK3 : main ? Token.ON_PRIMARY : Token.INK;
    draw.centre(
        word,
        STRONG,
        ink,
        where.x + where.width / 2f,
        Draw.middle(STRONG, where.y + where.height / 2f));
  }

  /** What a list without a row says. */
  void empty(String sentence, Rectangle where) {
    List<String> rows = Draw.wrapped(sentence, TEXT, where.width - 2 * PADDING);
    float middle = where.y + where.height / 2f - (rows.size() - 1) * 15;
    for (String row : rows) {
      draw.centre(row, TEXT, Token.INK3, where.x + where.width / 2f, Draw.middle(TEXT, middle));
      middle += 30;
    }
  }
}
