package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Map;

/** What stands where lines will: a sentence of how the first one comes, as things are now. */
final class EmptyBasket {
  private static final int CIRCLE = 88;
  private static final int ICON = 40;
  private static final int GAP = 22;
  private static final int ROW = 32;
  private static final int INSET = 40;
  private static final int NARROW = 560;
  private static final int STEP = 16;

  private EmptyBasket() {}

  /** Whether nothing is sold or asked, so that the place of the lines is free. */
  static boolean isShown(LaneState state) {
    boolean nothing = state.isSelling() && state.basket().lines().isEmpty();
    return nothing && state.panel() instanceof Panel.None;
  }

  /** The way on that most likely is meant: a basket that waits, goods without a barcode, a name. */
  static String sentence(View.Shown shown) {
    LaneState state = shown.state();
    boolean scans = state.devices().scanner().orElse(true);
    String way =
        state.waitingBaskets() > 0 && !state.devices().serverIsAway()
            ? "resume"
            : state.terminal().quickPages().isEmpty() ? "search" : "quick";
    return shown.text(
        "empty." + way, Map.of("first", shown.text(scans ? "empty.scan" : "empty.type")));
  }

  /** In the middle of a place; where that is low, the sentence stands without its sign. */
  static void paint(Draw draw, View.Shown shown, Rectangle place) {
    boolean narrow = place.width < NARROW;
    Font font = Fonts.regular(narrow ? 19 : 24);
    List<String> rows = even(sentence(shown), font, place.width - 2 * INSET);
    int words = ROW * rows.size();
    if (place.height < words) {
      return;
    }
    boolean sign = place.height >= words + CIRCLE + 2 * GAP;
    float centre = place.x + place.width / 2f;
    float y = place.y + (place.height - words - (sign ? CIRCLE + GAP : 0)) / 2f;
    if (sign) {
      draw.graphics().setColor(Token.RAISED.color());
      draw.graphics().fill(new Ellipse2D.Float(centre - CIRCLE / 2f, y, CIRCLE, CIRCLE));
      float left = centre - ICON / 2f;
      float top = y + (CIRCLE - ICON) / 2f;
      Icon.BARCODE.paint(draw.graphics(), Token.INK3.color(), left, top, ICON);
      y += CIRCLE + GAP;
    }
    for (String row : rows) {
      draw.centre(row, font, Token.INK2, centre, Draw.middle(font, y + ROW / 2f));
      y += ROW;
    }
  }

  /** Rows of about one length: no word stands alone below the others. */
  private static List<String> even(String text, Font font, int width) {
    List<String> rows = Draw.wrapped(text, font, width);
    for (int less = width - STEP; less > STEP; less -= STEP) {
      List<String> narrower = Draw.wrapped(text, font, less);
      if (narrower.size() > rows.size()) {
        return rows;
      }
      rows = narrower;
    }
    return rows;
  }
}
