package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;

/** One key per act, with the act's word; a key that cannot work now is dim and says why. */
final class KeyBar extends View {
  static final int HEIGHT = 70;
  private static final int KEY = 54;
  private static final int GAP = 6;
  private static final int WIDE = 150;
  private static final float BESIDE_WORD = 11;
  private static final float USUAL = 16;
  private static final float SMALL = 15;
  private static final float SMALLEST = 13.5f;

  /** On a narrow and high screen. */
  private static final int IN_A_ROW = 6;

  private static final int FEW_IN_A_ROW = 4;

  KeyBar(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    boolean paying = state.phase() == LaneState.Phase.TENDERING;
    String typed = paying ? state.form().text("received") : "";
    return List.of(
        KeyBarOf.state(state),
        typed,
        state.form().at(),
        state.payment(),
        state.language(),
        state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    draw.fill(Token.SURFACE, 0, 0, getWidth(), getHeight());
    draw.line(Token.LINE, 0, getWidth(), 0);
    List<KeyCap> keys = KeyBarOf.state(shown.state());
    if (getHeight() > HEIGHT) {
      twoRows(draw, shown, keys);
    } else {
      oneRow(draw, shown, keys);
    }
  }

  /** Two rows, for a narrow and high screen; of few keys the main one has a row to itself. */
  private void twoRows(Draw draw, Shown shown, List<KeyCap> keys) {
    boolean whole = keys.size() == 12;
    int columns = whole ? IN_A_ROW : FEW_IN_A_ROW;
    double step = (getWidth() - 2 * Draw.MARGIN + GAP) / (double) columns;
    for (int i = 0; i < keys.size(); i++) {
      KeyCap key = keys.get(i);
      boolean alone = key.main() && !whole;
      int y = alone || whole && i >= columns ? getHeight() - KEY - 8 : 8;
      int left = (int) Math.round(Draw.MARGIN + (alone ? 0 : i % columns) * step);
      int right = (int) Math.round(Draw.MARGIN + (alone ? columns : i % columns + 1) * step) - GAP;
      var where = new Rectangle(left, y, right - left, KEY);
      if (key.main()) {
        main(draw, shown, key, where);
      } else {
        small(draw, shown, key, where, USUAL);
      }
      onTouch(where, key.key());
    }
  }

  private void oneRow(Draw draw, Shown shown, List<KeyCap> keys) {
    boolean whole = keys.size() == 12;
    int right = getWidth() - Draw.MARGIN;
    boolean narrow = getWidth() < 1200;
    int mainWidth = whole ? (narrow ? 142 : 176) : LaneGrid.rightColumn(getWidth());
    int room = right - Draw.MARGIN - mainWidth;
    long small = keys.stream().filter(key -> !key.main()).count();
    boolean beside = small < keys.size(); // the main key takes its place from the others
    double step = whole ? room / 11.0 : WIDE + GAP;
    if (beside && small > 0) {
      step = Math.min(step, room / (double) small);
    }
    boolean close = narrow && whole;
    float size = close ? size(shown, keys, (float) step - GAP - 1 - BESIDE_WORD) : USUAL;
    double x = Draw.MARGIN;
    for (KeyCap key : keys) {
      Rectangle where;
      if (key.main()) {
        where = new Rectangle(right - mainWidth, 8, mainWidth, KEY);
        main(draw, shown, key, where);
      } else {
        int left = (int) Math.round(x);
        where = new Rectangle(left, 8, (int) Math.round(x + step) - GAP - left, KEY);
        small(draw, shown, key, where, size);
        x += step;
      }
      onTouch(where, key.key());
    }
  }

  /** Px of all words of a bar whose keys are narrow: small only where not even short ones fit. */
  private static float size(Shown shown, List<KeyCap> keys, float room) {
    Font font = Fonts.semiBold(SMALL);
    boolean fits =
        keys.stream()
            .filter(key -> !key.main())
            .allMatch(key -> Draw.width(small(shown, key, font, room), font) <= room);
    return fits ? SMALL : SMALLEST;
  }

  /** A key's word, or the short one where that has no room. */
  private static String small(Shown shown, KeyCap key, Font font, float room) {
    String brief = "key." + key.text() + ".short";
    String whole = shown.text("key." + key.text());
    boolean shorter = Draw.width(whole, font) > room && shown.texts().has(brief);
    return shorter ? shown.text(brief) : whole;
  }

  private static void small(Draw draw, Shown shown, KeyCap key, Rectangle where, float size) {
    draw.key(where, key.dim() ? Token.SURFACE : Token.RAISED, Token.LINE, 1);
    draw.cap(key.key().cap(), where.x + 7f, where.y + 6f, key.dim());
    Font font = Fonts.semiBold(size);
    float room = where.width - BESIDE_WORD;
    Token ink = key.dim() ? Token.INK3 : Token.INK;
    String word = small(shown, key, font, room);
    draw.name(word, font, ink, where.x + 7f, where.y + 45f, room);
    if (key.badge() > 0) {
      float d = 22;
      float x = where.x + where.width - d - 5;
      draw.graphics().setColor(Token.AMBER.color());
      draw.graphics().fill(new Ellipse2D.Float(x, where.y + 5f, d, d));
      Font small = Fonts.semiBold(13.5f);
      draw.centre(
          Integer.toString(key.badge()),
          small,
          Token.ON_AMBER,
          x + d / 2,
          Draw.middle(small, where.y + 5 + d / 2));
    }
  }

  private static void main(Draw draw, Shown shown, KeyCap key, Rectangle where) {
    Token ground = key.dim() ? Token.RAISED : Token.PRIMARY;
    Token ink = key.dim() ? Token.INK3 : Token.ON_PRIMARY;
    draw.key(where, ground, key.dim() ? Token.LINE : Token.PRIMARY, 1);
    float y = where.y + KEY / 2f;
    float x =
        key.dim()
            ? draw.cap(key.key().cap(), where.x + 10f, y - 11, true)
            : draw.capOn(key.key().cap(), where.x + 10f, y - 11, ink);
    Font font = Fonts.bold(where.width < 150 ? 22 : 24);
    String word = word(shown, key);
    float room = where.x + where.width - x - 20;
    while (font.getSize2D() > 17 && Draw.width(word, font) > room) {
      font = Fonts.bold(font.getSize2D() - 1);
    }
    draw.name(word, font, ink, x + 12, Draw.middle(font, y), room);
  }

  private static String word(Shown shown, KeyCap key) {
    LaneState state = shown.state();
    if (KeyBarOf.asksForSlip(state)) {
      return shown.text("key.onward");
    }
    if (state.phase() == LaneState.Phase.TENDERING) {
      var received = shown.formats().parseMoney(state.form().text("received"));
      long due = state.payment().dueMinor();
      if (received.isPresent() || !state.payment().chosen().cash()) {
        String sum = shown.money(received.orElse(due));
        return shown.text("key.acceptSum", Map.of("n", sum));
      }
      if (due < 0) {
        return shown.text("key.giveOut", Map.of("n", shown.money(-due)));
      }
    }
    return shown.text("key." + key.text());
  }
}
