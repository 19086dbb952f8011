package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

/** Keys for loose goods, each with its letter. */
final class QuickKeysView extends View {
  private static final int LEAST_WITH_PICTURE = 60;
  private static final int LEAST_HEIGHT = 160; // of a touch, three times
  private static final int HEAD = 46;
  private static final int GAP = 8;

  QuickKeysView(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(state.terminal(), state.panel(), state.language(), state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    draw.card(new Rectangle(0, 0, getWidth(), getHeight()));
    if (getHeight() >= LEAST_HEIGHT) {
      keys(draw, shown);
    }
  }

  private void keys(Draw draw, Shown shown) {
    String title = shown.text("quick.title");
    Font tab = Fonts.semiBold(16);
    draw.graphics().setColor(Token.P_SOFT.color());
    draw.graphics().fillRoundRect(14, 9, Math.round(Draw.width(title, tab)) + 24, 30, 30, 30);
    draw.text(title, tab, Token.P_INK, 26, Draw.middle(tab, 24));
    float x = getWidth() - 15f - Draw.capWidth("F9");
    draw.cap("F9", x, 13, shown.state().terminal().quickKeys().isEmpty());
    if (getWidth() >= 400) {
      draw.wordsRight(shown.text("quick.then"), Fonts.regular(15), Token.INK3, x - 9, 29);
    }
    List<QuickKey> quick = shown.state().terminal().quickKeys();
    if (quick.isEmpty()) {
      draw.name(shown.text("quick.none"), Fonts.regular(15), Token.INK3, 26, 78, getWidth() - 46f);
      return;
    }
    int columns = getWidth() < 400 ? 3 : getWidth() < 640 ? 4 : 6;
    int rows = 12 / columns;
    double w = (getWidth() - 24 - (columns - 1) * GAP) / (double) columns;
    double h = (getHeight() - HEAD - 12 - (rows - 1) * GAP) / (double) rows;
    for (int i = 0; i < Math.min(12, quick.size()); i++) {
      int left = 12 + (int) Math.round(i % columns * (w + GAP));
      int upper = HEAD + (int) Math.round(Math.floorDiv(i, columns) * (h + GAP));
      var where = new Rectangle(left, upper, (int) w, (int) h);
      key(draw, quick.get(i), where);
      String letter = quick.get(i).letter();
      onTouch(where, () -> screen().quickKey(letter));
    }
  }

  private static void key(Draw draw, QuickKey key, Rectangle where) {
    draw.key(where, Token.RAISED, Token.LINE, 1);
    if (where.height >= LEAST_WITH_PICTURE) {
      float picture = Math.max(26, Math.min(72, where.height - 50f));
      Produce.paint(
          draw.graphics(), key.label(), new Color(key.rgb()), where.x + 9f, where.y + 9f, picture);
    }
    Font letter = Fonts.semiBold(15);
    float letterY = where.y + (where.height >= LEAST_WITH_PICTURE ? 24f : 18f);
    draw.right(key.letter(), letter, Token.INK2, where.x + where.width - 10f, letterY);
    float foot = where.y + where.height - 11f;
    draw.name(key.label(), Fonts.semiBold(16), Token.INK, where.x + 10f, foot, where.width - 14f);
  }
}
