package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
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
    draw.text(shown.text("count.title"), Fonts.semiBold(24), Token.INK, 24, 42);
    var values =
        Map.of(
            "n", state.shift().map(s -> Integer.toString(s.number())).orElse(""),
            "name", state.operator().map(OperatorView::name).orElse(""));
    draw.right(shown.text("count.lead", values), Fonts.regular(16), Token.INK2, wide() - 24f, 41);
    draw.line(Token.LINE, 1, wide() - 1, HEAD);
    if (high() < LEAST_WITH_PIECES) { // letters to touch have their place meanwhile
      int half = (wide() - 64) / 2;
      int first = state.terminal().denominations().size();
      words(draw, shown, "count.explanation", first, new Rectangle(24, 116, half, WORDS));
      words(draw, shown, "count.handOver", first + 1, new Rectangle(40 + half, 116, half, WORDS));
      return;
    }
    int room = wide() - 72;
    int notes = room < TIGHT ? room * 57 / 100 : room / 2;
    column(draw, shown, true, 24, notes);
    column(draw, shown, false, 48 + notes, room - notes);
  }

  private void column(Draw draw, Shown shown, boolean notes, int x, int w) {
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
        sum += row(draw, shown, denomination, i, new Rectangle(x, y, w, step - 8));
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

  private long row(
      Draw draw, Shown shown, DenominationView denomination, int field, Rectangle where) {
    Form form = shown.state().form();
    onTouchField(new Rectangle(where.x, where.y - 4, where.width, where.height + 8), field);
    Font font = Fonts.semiBold(17);
    boolean tight = where.width < TIGHT / 2;
    int chip = denomination.note() ? (tight ? 88 : 96) : 74;
    TenderView.noteBox(draw, denomination, where.x, where.y + 3f, chip, where.height - 6f);
    float middle = where.y + where.height / 2f;
    String value = shown.money(denomination.valueMinor());
    draw.text(
        value,
        font,
        Color.WHITE,
        where.x + (chip - Draw.width(value, font)) / 2,
        Draw.middle(font, middle));
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
