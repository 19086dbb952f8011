package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;

/** The sum, readable from the next lane; the rounded cash sum stands beside it. */
final class TotalPanel extends View {
  /** Has all marks that a sum may have. */
  private static final long LARGE_MINOR = 1_000_000_00;

  private static final int HIGHEST_OF_96 = 200;
  private static final int TALL = 190;
  private static final int LABEL = 44;

  /** In less, label and sum stand in one row. */
  private static final int SLIM = 100;

  /** Of a column that has little width. */
  static final int NARROW_HIGH = 176;

  /** The least for label, sum and foot one under the other. */
  static final int WHOLE = 150;

  /** The least for the sum and what is left of it in two rows. */
  static final int BOTH = SLIM;

  /** Wider than any right column: label and count stand left of the sum, not above it. */
  private static final int WIDE = 600;

  private static final int WIDE_TOP = 14;

  /** Between what is said left and right, px. */
  private static final int APART = 16;

  /** How far two rows stand above, and below, where one would. */
  private static final int LIFTED = 12;

  private static final int LOWERED = -9;

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
    if (h < WHOLE) {
      inTwoRows(draw, shown, w, h);
      return;
    }
    boolean counting = isCounting(state);
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
    int rule = h - 50;
    int top = wide ? WIDE_TOP : LABEL;
    float px = most(shown, h > HIGHEST_OF_96 ? 128 : 96, top, rule);
    Font font = Draw.fitting(sum, px, w - 2f * Draw.PADDING);
    draw.right(
        sum,
        font,
        change ? Token.AMBER : Token.ON_PANEL,
        w - 20f,
        baseline(shown, font, top, rule));
    draw.graphics().setColor(Draw.veil(Token.ON_PANEL2, 44));
    draw.graphics().fillRect(Draw.PADDING, rule, w - 2 * Draw.PADDING, 1);
    float foot = h >= TALL ? h - 18 : h - 17;
    if (counting) {
      draw.text(pieces(shown), Fonts.regular(17), Token.ON_PANEL2, Draw.PADDING, foot);
    } else if (change) {
      var number = Map.of("n", state.lastReceipt().map(ReceiptView::number).orElse(""));
      String sale = shown.text("total.sale", number);
      draw.text(sale, Fonts.regular(17), Token.ON_PANEL2, Draw.PADDING, foot);
    } else if (!state.basket().lines().isEmpty()) {
      foot(draw, shown, foot);
    }
  }

  /** Px of a sum's type, at most so many that it has room between label and rule. */
  private static float most(Shown shown, float px, int top, int rule) {
    float capital = 2 * Draw.middle(Fonts.bold(px), 0) / px;
    float room = (rule - 6 - top) / (capital + hangs(shown));
    return Math.min(px, (float) Math.floor(room));
  }

  /** How far below its line a sum may hang, as a part of its size. */
  private static float hangs(Shown shown) {
    return shown.money(LARGE_MINOR).indexOf(',') >= 0 ? Draw.COMMA_HANGS : 0;
  }

  /**
   * Between label and rule; a comma hangs below the line and needs its room there. Where sums may
   * have one, those without stand as high, so that none jumps.
   */
  private static float baseline(Shown shown, Font font, int top, int rule) {
    float capital = 2 * Draw.middle(font, 0);
    float hangs = font.getSize2D() * hangs(shown);
    return top + (rule - 6 - top - capital - hangs) / 2 + capital;
  }

  /** The sum, and as large below it what of it is still open; or what is counted, alone. */
  private static void inTwoRows(Draw draw, Shown shown, int w, int h) {
    LaneState state = shown.state();
    if (isCounting(state)) {
      counted(draw, shown, w, h);
      return;
    }
    int half = h / 2;
    row(draw, shown, "total", state.basket().totalMinor(), new Rectangle(0, 2, w, half));
    draw.graphics().setColor(Draw.veil(Token.ON_PANEL2, 44));
    draw.graphics().fillRect(Draw.PADDING, half, w - 2 * Draw.PADDING, 1);
    row(draw, shown, openLabel(state), openMinor(state), new Rectangle(0, half, w, h - half - 2));
  }

  /** What is counted, with its word and how many pieces it is in one row above it. */
  private static void counted(Draw draw, Shown shown, int w, int h) {
    Font label = Fonts.semiBold(17);
    float x = draw.text(shown.text("total.counted"), label, Token.ON_PANEL2, Draw.PADDING, 27);
    draw.text(shown.sign(), Fonts.regular(17), Token.ON_PANEL2, x + 6, 27);
    draw.wordsRight(pieces(shown), Fonts.regular(15), Token.ON_PANEL2, w - 20f, 27);
    String sum = shown.money(counted(shown.state()));
    Font font = Draw.fitting(sum, Math.min(64, h - 44f), w - 2f * Draw.PADDING);
    draw.right(sum, font, Token.ON_PANEL, w - 20f, baseline(shown, font, 34, h - 4));
  }

  private static boolean isCounting(LaneState state) {
    return state.phase() == LaneState.Phase.COUNTING;
  }

  private static String pieces(Shown shown) {
    String pieces = shown.formats().count(pieces(shown.state()));
    return shown.text("total.pieces", Map.of("n", pieces));
  }

  private static void row(Draw draw, Shown shown, String key, long minor, Rectangle where) {
    Font label = Fonts.semiBold(17);
    float middle = where.y + where.height / 2f;
    float x =
        draw.text(
            shown.text(key), label, Token.ON_PANEL2, Draw.PADDING, Draw.middle(label, middle));
    String sum = shown.money(minor);
    float room = where.width - x - 16 - Draw.PADDING;
    Font font = Draw.fitting(sum, Math.min(56, where.height - 10f), room);
    float hangs = sum.indexOf(',') >= 0 ? font.getSize2D() * Draw.COMMA_HANGS / 2 : 0;
    float base = Draw.middle(font, middle) - hangs;
    draw.right(sum, font, Token.ON_PANEL, where.width - 20f, base);
  }

  private static String openLabel(LaneState state) {
    PaymentView payment = state.payment();
    return switch (state.phase()) {
      case TENDERING -> payment.chosen().cash() ? "total.cashLeft" : "total.left";
      case DONE -> payment.isWithoutCash() ? "total.paid" : "total.cash";
      default -> "total.cash";
    };
  }

  /** What is left to pay as it is paid now; of a sale that is done, what was paid in cash. */
  private static long openMinor(LaneState state) {
    PaymentView payment = state.payment();
    return switch (state.phase()) {
      case TENDERING -> payment.dueMinor();
      case DONE -> payment.isWithoutCash() ? payment.chargedMinor() : payment.cashLeftMinor();
      default -> state.basket().cashDueMinor();
    };
  }

  /** In one row, while something else has its place. */
  private static void slim(Draw draw, Shown shown, int w, int h) {
    Font label = Fonts.semiBold(19);
    float base = Draw.middle(label, h / 2f);
    boolean counting = isCounting(shown.state());
    String word = shown.text(counting ? "total.counted" : "total");
    float x = draw.text(word, label, Token.ON_PANEL2, Draw.PADDING, base);
    draw.text(shown.sign(), Fonts.regular(19), Token.ON_PANEL2, x + 6, base);
    long minor = counting ? counted(shown.state()) : shown.state().basket().totalMinor();
    String sum = shown.money(minor);
    Font font = Draw.fitting(sum, 40, w - x - 80);
    draw.right(sum, font, Token.ON_PANEL, w - 20f, Draw.middle(font, h / 2f));
  }

  /** Some words of the foot; {@code raised} by so many px above its last row. */
  record Words(String text, Font font, Token ink, float x, float raised) {
    float end() {
      return x + Draw.width(text, font);
    }
  }

  /** The rounded sum and what is saved: in one row, smaller, or in two where sums are too long. */
  static List<Words> foot(Shown shown, float width) {
    BasketView basket = shown.state().basket();
    String label = shown.text(openLabel(shown.state()));
    String sum = shown.money(openMinor(shown.state()));
    String saved = shown.text("total.saved", Map.of("n", shown.money(basket.savedMinor())));
    float right = width - Draw.PADDING;
    for (boolean small : new boolean[] {false, true}) {
      Font plain = Fonts.regular(small ? 15 : 17);
      Font font = Fonts.semiBold(small ? 15 : 17);
      float after = Draw.PADDING + Draw.width(label, plain) + 12;
      var first = new Words(label, plain, Token.ON_PANEL2, Draw.PADDING, 0);
      var second = new Words(sum, Fonts.semiBold(small ? 19 : 21), Token.ON_PANEL, after, 0);
      var third = new Words(saved, font, Token.AMBER, right - Draw.width(saved, font), 0);
      if (basket.savedMinor() <= 0) {
        return List.of(first, second);
      } else if (second.end() + APART <= third.x()) {
        return List.of(first, second, third);
      }
    }
    Font strong = Fonts.semiBold(17);
    return List.of(
        new Words(label, Fonts.regular(15), Token.ON_PANEL2, Draw.PADDING, LIFTED),
        new Words(sum, strong, Token.ON_PANEL, right - Draw.width(sum, strong), LIFTED),
        new Words(saved, Fonts.semiBold(15), Token.AMBER, Draw.PADDING, LOWERED));
  }

  private void foot(Draw draw, Shown shown, float baseline) {
    for (Words words : foot(shown, getWidth())) {
      draw.text(words.text(), words.font(), words.ink(), words.x(), baseline - words.raised());
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
