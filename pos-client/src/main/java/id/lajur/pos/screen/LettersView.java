package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;

/** Letters and digits for whoever has no keyboard; they come where a field takes them. */
final class LettersView extends View {
  private static final List<String> ROWS =
      List.of("1234567890", "QWERTYUIOP", "ASDFGHJKL-", "ZXCVBNM");
  private static final int COLUMNS = 10;
  private static final int GAP = 6;
  private static final int LITTLE_GAP = 5;

  /** In less width ten keys are as wide as a finger only with little between them. */
  private static final int WIDE = 540;

  LettersView(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(state.showsLetters(), state.language(), state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    for (int row = 0; row < ROWS.size(); row++) {
      String letters = ROWS.get(row);
      for (int column = 0; column < letters.length(); column++) {
        letter(draw, letters.charAt(column), place(row, column, 1));
      }
    }
    int last = ROWS.size() - 1;
    Rectangle space = place(last, 7, 1);
    key(draw, space);
    word(draw, shown.text("letters.space"), 15, space);
    onTouch(space, " ");
    Rectangle enter = place(last, 9, 1); // the way on; where a panel has a key for it too
    draw.key(enter, Token.RAISED, Token.PRIMARY, 2);
    word(draw, "Enter", 15, enter);
    onTouch(enter, LaneKey.ENTER);
    Rectangle back = place(last, 8, 1);
    key(draw, back);
    float x = back.x + back.width / 2f - 10;
    Icon.ARROW_LEFT.paint(
        draw.graphics(), Token.INK.color(), x, back.y + back.height / 2f - 10, 20);
    onTouch(back, LaneKey.BACKSPACE);
  }

  private Rectangle place(int row, int column, int columns) {
    int gap = getWidth() < WIDE ? LITTLE_GAP : GAP;
    double w = (getWidth() + gap) / (double) COLUMNS;
    double h = (getHeight() + gap) / (double) ROWS.size();
    int x = (int) Math.round(column * w);
    int y = (int) Math.round(row * h);
    int right = (int) Math.round((column + columns) * w) - gap;
    return new Rectangle(x, y, right - x, (int) Math.round((row + 1) * h) - gap - y);
  }

  private void letter(Draw draw, char letter, Rectangle where) {
    key(draw, where);
    word(draw, String.valueOf(letter), 21, where);
    onTouch(where, String.valueOf(letter).toLowerCase(Locale.ROOT));
  }

  private static void key(Draw draw, Rectangle where) {
    draw.key(where, Token.SURFACE, Token.LINE, 1);
  }

  private static void word(Draw draw, String word, float px, Rectangle where) {
    Font font = Fonts.semiBold(px);
    float base = Draw.middle(font, where.y + where.height / 2f);
    draw.centre(word, font, Token.INK, where.x + where.width / 2f, base);
  }
}
