package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

/** The right column while paying or counting: what is left to pay, and a number pad to touch. */
final class MoneySide extends View {
  private static final int SUMMARY = 150;
  private static final int WORDS = 82;
  private static final int TIGHT = 400;
  private static final List<String> PAD =
      List.of("7", "8", "9", "4", "5", "6", "1", "2", "3", "000", "0", "←");

  MoneySide(LaneScreen screen) {
    super(screen);
  }

  @Override
  double enlargement() {
    return screen().enlargement();
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean counting = shown.state().phase() == LaneState.Phase.COUNTING;
    int summary = counting && high() < TIGHT ? WORDS : SUMMARY;
    draw.card(new Rectangle(0, 0, wide(), summary));
    summary(draw, shown, counting);
    var pad = new Rectangle(0, summary + 12, wide(), high() - summary - 12);
    draw.card(pad);
    keys(draw, shown, pad, counting);
  }

  private void summary(Draw draw, Shown shown, boolean counting) {
    if (counting) {
      float y = 36;
      Font font = Fonts.regular(17);
      for (String part : shown.text("count.blind").split("(?<=\\.) ", -1)) {
        draw.name(part, font, Token.INK2, 20, y, wide() - 40f);
        y += 28;
      }
      return;
    }
    BasketView basket = shown.state().basket();
    String who = basket.member().map(MemberView::name).orElse(shown.text("member.none"));
    draw.name(who, Fonts.semiBold(17), Token.INK, 20, 36, wide() - 40f);
    draw.line(Token.LINE, 20, wide() - 20, 52);
    long rounding = basket.cashDueMinor() - basket.totalMinor();
    row(draw, shown, "tender.shop", basket.totalMinor(), 78, false);
    row(draw, shown, "tender.rounding", rounding, 106, false);
    boolean paid = shown.state().phase() == LaneState.Phase.DONE;
    row(draw, shown, paid ? "total.cash" : "tender.left", basket.cashDueMinor(), 134, true);
  }

  private void row(Draw draw, Shown shown, String label, long minor, float y, boolean strong) {
    Font font = strong ? Fonts.semiBold(16) : Fonts.regular(16);
    draw.text(shown.text(label), font, strong ? Token.INK : Token.INK2, 20, y);
    Font sum = strong ? Fonts.semiBold(19) : Fonts.regular(19);
    draw.right(shown.money(minor), sum, Token.INK, wide() - 20f, y);
  }

  private void keys(Draw draw, Shown shown, Rectangle pad, boolean counting) {
    double w = (pad.width - 24 - 24) / 4.0;
    double h = (pad.height - 24 - 24) / 4.0;
    for (int i = 0; i < PAD.size(); i++) {
      var where = cell(pad, i % 3, i / 3, w, h, 1);
      draw.key(where, Token.RAISED, Token.LINE, 1);
      String digit = PAD.get(i);
      if (digit.equals("←")) {
        Icon.ARROW_LEFT.paint(
            draw.graphics(),
            Token.INK.color(),
            where.x + where.width / 2f - 12,
            where.y + where.height / 2f - 12,
            24);
        onTouch(where, () -> screen().touched(LaneKey.BACKSPACE));
      } else {
        Font font = Fonts.semiBold(24);
        draw.centre(
            digit,
            font,
            Token.INK,
            where.x + where.width / 2f,
            Draw.middle(font, where.y + where.height / 2f));
        onTouch(where, () -> digit.chars().forEach(c -> screen().typed((char) c)));
      }
    }
    side(draw, shown.text("key.clear"), cell(pad, 3, 0, w, h, 2), false, LaneKey.DEL);
    String go = shown.text(counting ? "key.next" : "key.accept");
    boolean paid = shown.state().phase() == LaneState.Phase.DONE; // the way on is the key below
    side(draw, go, cell(pad, 3, 2, w, h, 2), !paid, LaneKey.ENTER);
  }

  private void side(Draw draw, String word, Rectangle where, boolean main, LaneKey key) {
    draw.key(where, main ? Token.PRIMARY : Token.RAISED, main ? Token.PRIMARY : Token.LINE, 1);
    Font font = Fonts.semiBold(where.width < 80 ? 15 : 17);
    draw.centre(
        word,
        font,
        main ? Token.ON_PRIMARY : Token.INK,
        where.x + where.width / 2f,
        Draw.middle(font, where.y + where.height / 2f));
    onTouch(where, () -> screen().touched(key));
  }

  private static Rectangle cell(Rectangle pad, int column, int row, double w, double h, int rows) {
    int x = pad.x + 12 + (int) Math.round(column * (w + 8));
    int y = pad.y + 12 + (int) Math.round(row * (h + 8));
    return new Rectangle(x, y, (int) Math.round(w), (int) Math.round(rows * h + (rows - 1) * 8));
  }
}
