package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Map;

/** The sum, readable from the next lane; the rounded cash sum stands beside it. */
final class TotalPanel extends View {
  private static final int HIGHEST_OF_96 = 200;
  private static final int TALL = 190;
  private static final int LABEL = 44;
  private static final int SLIM = 100;

  /** Wider than any right column: label and count stand left of the sum, not above it. */
  private static final int WIDE = 600;

  private static final int WIDE_TOP = 14;

  TotalPanel(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    int w = getWidth();
    int h = getHeight();
    draw.card(new Rectangle(0, 0, w, h), Token.PANEL, Token.PANEL, 1);
    LaneState state = shown.state();
    if (h < SLIM) {
      slim(draw, shown, w, h);
      return;
    }
    boolean counting = state.phase() == LaneState.Phase.COUNTING;
    boolean change = state.phase() == LaneState.Phase.READY && state.lastReceipt().isPresent();
    String label = counting ? "total.counted" : change ? "total.change" : "total";
    Font first = Fonts.semiBold(19);
    float x = draw.text(shown.text(label), first, Token.ON_PANEL2, Draw.PADDING, 36);
    draw.text(shown.sign(), Fonts.regular(19), Token.ON_PANEL2, x + 6, 36);
    boolean wide = w > WIDE;
    if (!counting && !state.basket().isEmpty()) {
      String count = count(shown, w < 400);
      float width = Draw.width(count, Fonts.regular(16));
      float left = wide ? Draw.PADDING : w - 20f - width;
      draw.text(count, Fonts.regular(16), Token.ON_PANEL2, left, wide ? 66 : 36);
    }
    long minor =
        counting
            ? counted(state)
            : change
                ? state.lastReceipt().map(ReceiptView::changeMinor).orElse(0L)
                : state.basket().totalMinor();
    String sum = shown.money(minor);
    Font font = Draw.fitting(sum, h > HIGHEST_OF_96 ? 128 : 96, w - 2f * Draw.PADDING);
    int rule = h - 50;
    draw.right(
        sum,
        font,
        change ? Token.AMBER : Token.ON_PANEL,
        w - 20f,
        baseline(font, sum, wide ? WIDE_TOP : LABEL, rule));
    draw.graphics().setColor(Draw.veil(Token.ON_PANEL2, 44));
    draw.graphics().fillRect(Draw.PADDING, rule, w - 2 * Draw.PADDING, 1);
    float foot = h >= TALL ? h - 18 : h - 17;
    if (counting) {
      String pieces = shown.formats().count(pieces(state));
      draw.text(
          shown.text("total.pieces", Map.of("n", pieces)),
          Fonts.regular(17),
          Token.ON_PANEL2,
          Draw.PADDING,
          foot);
    } else if (change) {
      var number = Map.of("n", state.lastReceipt().map(ReceiptView::number).orElse(""));
      String sale = shown.text("total.sale", number);
      draw.text(sale, Fonts.regular(17), Token.ON_PANEL2, Draw.PADDING, foot);
    } else {
      foot(draw, shown, foot);
    }
  }

  /** Between label and rule; a comma hangs below the line and needs its room there. */
  private static float baseline(Font font, String sum, int top, int rule) {
    float capital = 2 * Draw.middle(font, 0);
    float hangs = sum.indexOf(',') >= 0 ? font.getSize2D() * Draw.COMMA_HANGS : 0;
    return top + (rule - 6 - top - capital - hangs) / 2 + capital;
  }

  /** In one row, while something else has its place. */
  private static void slim(Draw draw, Shown shown, int w, int h) {
    Font label = Fonts.semiBold(19);
    float base = Draw.middle(label, h / 2f);
    float x = draw.text(shown.text("total"), label, Token.ON_PANEL2, Draw.PADDING, base);
    draw.text(shown.sign(), Fonts.regular(19), Token.ON_PANEL2, x + 6, base);
    String sum = shown.money(shown.state().basket().totalMinor());
    Font font = Draw.fitting(sum, 40, w - x - 80);
    draw.right(sum, font, Token.ON_PANEL, w - 20f, Draw.middle(font, h / 2f));
  }

  private void foot(Draw draw, Shown shown, float baseline) {
    BasketView basket = shown.state().basket();
    boolean paying = shown.state().phase() == LaneState.Phase.TENDERING;
    long cash = paying ? shown.state().payment().cashLeftMinor() : basket.cashDueMinor();
    String label = paying ? "total.cashLeft" : "total.cash";
    float x =
        draw.text(shown.text(label), Fonts.regular(17), Token.ON_PANEL2, Draw.PADDING, baseline);
    draw.text(shown.money(cash), Fonts.semiBold(21), Token.ON_PANEL, x + 12, baseline);
    if (basket.savedMinor() > 0) {
      String saved = shown.text("total.saved", Map.of("n", shown.money(basket.savedMinor())));
      draw.wordsRight(saved, Fonts.semiBold(17), Token.AMBER, getWidth() - 20f, baseline);
    }
  }

  private static String count(Shown shown, boolean narrow) {
    BasketView basket = shown.state().basket();
    var values =
        Map.of(
            "lines", shown.formats().count(basket.lineCount()),
            "pieces", shown.formats().count(basket.pieceCount()));
    return shown.text(narrow ? "total.countShort" : "total.count", values);
  }

  private static long counted(LaneState state) {
    return TillPresenter.counted(state).stream().mapToLong(c -> c.valueMinor() * c.pieces()).sum();
  }

  private static long pieces(LaneState state) {
    return TillPresenter.counted(state).stream().mapToLong(CountedView::pieces).sum();
  }
}
