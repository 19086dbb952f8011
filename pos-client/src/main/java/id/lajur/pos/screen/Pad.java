package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

/**
 * A pad of digits to touch: what one key of it is, and what it has for the field with the caret.
 */
final class Pad {
  /** Takes the last digit back. */
  static final String BACK = "←";

  /** The keys of a pad three wide, row by row; the empty one is {@link #besideZero}'s. */
  static final List<String> KEYS =
      List.of("7", "8", "9", "4", "5", "6", "1", "2", "3", "", "0", BACK);

  /** Between its keys. */
  static final int GAP = 8;

  private Pad() {}

  /** As below, where digits can be typed. */
  static void paint(View view, Draw draw, View.Shown shown, Rectangle all, int px) {
    paint(view, draw, shown, all, px, false);
  }

  /**
   * All of it, three keys wide; 0 is wider where it has nothing beside it.
   *
   * @param dim nothing is typed now: it is seen and takes no touch
   */
  static void paint(View view, Draw draw, View.Shown shown, Rectangle all, int px, boolean dim) {
    String beside = besideZero(shown);
    double wide = (all.width + GAP) / 3.0;
    double high = (all.height + GAP) / 4.0;
    for (int i = 0; i < KEYS.size(); i++) {
      boolean widerZero = KEYS.get(i).equals("0") && beside.isEmpty();
      if (KEYS.get(i).isEmpty() && beside.isEmpty()) {
        continue;
      }
      String digit = KEYS.get(i).isEmpty() ? beside : KEYS.get(i);
      int left = all.x + (int) Math.round((widerZero ? 0 : i % 3) * wide);
      int top = all.y + (int) Math.round(Math.floorDiv(i, 3) * high);
      int columns = widerZero ? 2 : 1;
      var where = new Rectangle(left, top, (int) (columns * wide) - GAP, (int) high - GAP);
      key(view, draw, digit, where, px, dim);
    }
  }

  /**
   * One key.
   *
   * @param sign what it types, or {@link #BACK}
   * @param px size of the sign
   */
  static void key(View view, Draw draw, String sign, Rectangle where, int px) {
    key(view, draw, sign, where, px, false);
  }

  /**
   * @param dim nothing is typed now: it is seen and takes no touch
   */
  static void key(View view, Draw draw, String sign, Rectangle where, int px, boolean dim) {
    Token ink = dim ? Token.INK3 : Token.INK;
    draw.key(where, Token.RAISED, Token.LINE, 1);
    float centre = where.x + where.width / 2f;
    float middle = where.y + where.height / 2f;
    if (sign.equals(BACK)) {
      int size = px + px % 2;
      float left = centre - size / 2f;
      Icon.ARROW_LEFT.paint(draw.graphics(), ink.color(), left, middle - size / 2f, size);
      if (!dim) {
        view.onTouch(where, LaneKey.BACKSPACE);
      }
    } else {
      Font font = Fonts.semiBold(px);
      draw.centre(sign, font, ink, centre, Draw.middle(font, middle));
      if (!dim) {
        view.onTouch(where, sign);
      }
    }
  }

  /**
   * The key beside 0: the language's decimal mark where parts of one can be typed, "000" for money
   * that has none, and nothing for a number, a PIN or pieces.
   */
  static String besideZero(View.Shown shown) {
    LaneState state = shown.state();
    Form form = state.form();
    if (form.fields().isEmpty()) {
      return "";
    }
    boolean percent = state.panel() instanceof Panel.Discount discount && discount.isPart();
    boolean parts = percent || shown.formats().currency().digitsShown() > 0;
    return switch (form.fields().get(form.at()).takes()) {
      case QUANTITY -> isOfPieces(state.panel()) ? "" : shown.formats().decimalMark();
      case AMOUNT -> parts ? shown.formats().decimalMark() : "000";
      case TEXT, DIGITS, SECRET -> "";
    };
  }

  /** Whether a quantity is asked of what is not weighed: half a piece cannot be meant. */
  private static boolean isOfPieces(Panel panel) {
    return panel instanceof Panel.Quantity quantity && !quantity.line().weighed()
        || panel instanceof Panel.ReturnLines lines && !lines.line().weighed();
  }
}
