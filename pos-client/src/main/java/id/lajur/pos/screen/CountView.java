package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;

/** The blind count: notes and coins as the cashier finds them, and no expected figure anywhere. */
final class CountView extends View {
  private static final int HEAD = 60;
  private static final int TIGHT = 720;
  private static final int LEAST_WITH_PIECES = 420;
  private static final int WORDS = 48;
  private static final int INSET = 16;
  private static final int BETWEEN = 12;
  private static final int PIECES_ROW = 66;
  private static final int LEAST_ROW = 48;

  /** So many rows of three pieces have room; of more kinds four stand beside each other. */
  private static final int MOST_ROWS = 5;

  CountView(LaneScreen screen) {
    super(screen);
  }

  @Override
  double enlargement() {
    return screen().enlargement();
  }

  @Override
  void paint(Draw draw, Shown shown) {
    draw.card(new Rectangle(0, 0, wide(), high()));
    LaneState state = shown.state();
    int words = state.terminal().denominations().size();
    if (high() < LEAST_WITH_PIECES) {
      if (state.form().at() < words) {
        pieces(draw, shown);
      } else {
        bothWords(draw, shown, words);
      }
      return;
    }
    title(draw, shown);
    int room = wide() - 72;
    int notes = room < TIGHT ? room * 57 / 100 : room / 2;
    boolean tight = Math.min(notes, room - notes) < TIGHT / 2;
    column(draw, shown, true, tight, new Rectangle(24, 0, notes, 0));
    column(draw, shown, false, tight, new Rectangle(48 + notes, 0, room - notes, 0));
  }

  private void title(Draw draw, Shown shown) {
    LaneState state = shown.state();
    draw.text(shown.text("count.title"), Fonts.semiBold(24), Token.INK, 24, 42);
    var values =
        Map.of(
            "n", state.shift().map(s -> Integer.toString(s.number())).orElse(""),
            "name", state.operator().map(OperatorView::name).orElse(""));
    draw.right(shown.text("count.lead", values), Fonts.regular(16), Token.INK2, wide() - 24f, 41);
    draw.line(Token.LINE, 1, wide() - 1, HEAD);
  }

  /** In few pixels all notes and coins stand in one grid, and the way to the words after them. */
  private void pieces(Draw draw, Shown shown) {
    List<DenominationView> all = shown.state().terminal().denominations();
    int cells = all.size() + 1;
    int columns = cells > 3 * MOST_ROWS ? 4 : 3;
    int rows = (cells + columns - 1) / columns;
    boolean titled = high() - HEAD - BETWEEN >= rows * LEAST_ROW;
    int top = titled ? HEAD + BETWEEN / 2 : BETWEEN / 2;
    int step = Math.min(PIECES_ROW, (high() - top - BETWEEN / 2) / rows);
    if (titled) {
      title(draw, shown);
    }
    int w = (wide() - 2 * INSET - (columns - 1) * BETWEEN) / columns;
    for (int i = 0; i < cells; i++) {
      int x = INSET + i / rows * (w + BETWEEN);
      int y = top + i % rows * step;
      onTouchField(new Rectangle(x, y, w, step), i);
      var where = new Rectangle(x, y + 3, w, step - 6);
      if (i < all.size()) {
        piece(draw, shown, all.get(i), i, where);
      } else {
        draw.key(where, Token.RAISED, Token.LINE, 1);
        float middle = where.y + where.height / 2f;
        String words = shown.text("count.toWords");
        draw.inTwoRows(words, Fonts.semiBold(15), Token.INK, x + 10f, middle, w - 16f);
      }
    }
  }

  private static void piece(
      Draw draw, Shown shown, DenominationView denomination, int field, Rectangle where) {
    Form form = shown.state().form();
    int chip = where.width * 48 / 100;
    chip(draw, shown, denomination, new Rectangle(where.x, where.y, chip, where.height), 15);
    var box = new Rectangle(where.x + chip + 8, where.y, where.width - chip - 8, where.height);
    String typed = form.fields().get(field).text();
    Fields.paintRight(draw, form, field, box, typed, Fonts.semiBold(21));
  }

  /** What is no piece has all of the place while it is typed; letters to touch may share it. */
  private void bothWords(Draw draw, Shown shown, int first) {
    boolean titled = high() >= HEAD + 2 * BETWEEN + 2 * WORDS;
    if (titled) {
      title(draw, shown);
    }
    int half = (wide() - 2 * INSET - BETWEEN) / 2;
    int y = titled ? HEAD + BETWEEN + 26 : high() - WORDS - 4;
    words(draw, shown, "count.explanation", first, new Rectangle(INSET, y, half, WORDS));
    int second = INSET + half + BETWEEN;
    words(draw, shown, "count.handOver", first + 1, new Rectangle(second, y, half, WORDS));
    if (y + 2 * WORDS + 2 * BETWEEN <= high()) {
      var back = new Rectangle(INSET, y + WORDS + 2 * BETWEEN, half, WORDS);
      draw.key(back, Token.RAISED, Token.LINE, 1);
      Font font = Fonts.semiBold(16);
      float middle = back.y + back.height / 2f;
      Icon.ARROW_LEFT.paint(draw.graphics(), Token.INK.color(), back.x + 14f, middle - 10, 20);
      String money = shown.text("count.toPieces");
      draw.name(money, font, Token.INK, back.x + 46f, Draw.middle(font, middle), half - 60f);
      onTouchField(back, 0);
    }
  }

  private static void chip(
      Draw draw, Shown shown, DenominationView denomination, Rectangle where, int px) {
    TenderView.noteBox(draw, denomination, where.x, where.y + 3f, where.width, where.height - 6f);
    Font font = Fonts.semiBold(px);
    String value = shown.money(denomination.valueMinor());
    float centre = where.x + (where.width - Draw.width(value, font)) / 2;
    draw.text(value, font, Color.WHITE, centre, Draw.middle(font, where.y + where.height / 2f));
  }

  private void column(Draw draw, Shown shown, boolean notes, boolean tight, Rectangle where) {
    int x = where.x;
    int w = where.width;
    LaneState state = shown.state();
    List<DenominationView> all = state.terminal().denominations();
    draw.text(
        shown.text(notes ? "count.notes" : "count.coins"), Fonts.semiBold(16), Token.INK2, x, 90);
    long most = all.stream().filter(d -> d.note() == notes).count();
    int step = (int) Math.max(44, Math.min(54, (high() - HEAD - 84) / Math.max(7, most)));
    int y = 102;
    long sum = 0;
    for (int i = 0; i < all.size(); i++) {
      DenominationView denomination = all.get(i);
      if (denomination.note() == notes) {
        sum += row(draw, shown, i, tight, new Rectangle(x, y, w, step - 8));
        y += step;
      }
    }
    draw.line(Token.LINE, x, x + w, y + 2);
    draw.text(
        shown.text(notes ? "count.sumNotes" : "count.sumCoins"),
        Fonts.regular(16),
        Token.INK2,
        x,
        y + 32);
    draw.right(shown.money(sum), Fonts.semiBold(19), Token.INK, x + w, y + 32);
    if (!notes) { // the column with fewer rows has room for what is no piece
      words(draw, shown, "count.explanation", all.size(), new Rectangle(x, y + 86, w, WORDS));
      words(draw, shown, "count.handOver", all.size() + 1, new Rectangle(x, y + 172, w, WORDS));
    }
  }

  private void words(Draw draw, Shown shown, String label, int field, Rectangle box) {
    draw.name(shown.text(label), Fonts.regular(16), Token.INK2, box.x, box.y - 10f, box.width);
    Fields.paint(draw, shown.state().form(), field, box, 17);
    onTouchField(box, field);
  }

  private long row(Draw draw, Shown shown, int field, boolean tight, Rectangle where) {
    Form form = shown.state().form();
    DenominationView denomination = shown.state().terminal().denominations().get(field);
    onTouchField(new Rectangle(where.x, where.y - 4, where.width, where.height + 8), field);
    int wide = denomination.note() ? (tight ? 88 : 96) : 74;
    chip(draw, shown, denomination, new Rectangle(where.x, where.y, wide, where.height), 17);
    float middle = where.y + where.height / 2f;
    int left = where.x + (tight ? 94 : 110);
    draw.text("×", Fonts.regular(19), Token.INK2, left, Draw.middle(Fonts.regular(19), middle));
    String typed = form.fields().get(field).text();
    var box = new Rectangle(left + (tight ? 18 : 22), where.y, tight ? 66 : 98, where.height);
    Fields.paintRight(draw, form, field, box, typed, Fonts.semiBold(21));
    long pieces = typed.isEmpty() ? 0 : Long.parseLong(typed);
    long sum = pieces * denomination.valueMinor();
    Font right = Fonts.regular(19);
    draw.right(
        shown.money(sum),
        right,
        pieces == 0 ? Token.INK3 : Token.INK,
        where.x + where.width,
        Draw.middle(right, middle));
    return sum;
  }
}
