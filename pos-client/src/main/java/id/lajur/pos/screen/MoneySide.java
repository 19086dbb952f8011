package id.lajur.pos.screen;

import static java.util.stream.Collectors.joining;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** The right column while paying or counting: what is left to pay, and a number pad to touch. */
final class MoneySide extends View {
  private static final int SUMMARY = 150;
  private static final int ROW = 28;
  private static final int MOST_TENDERS = 3;
  private static final int PAD_HIGH = 12 + 24 + 24 + 4 * 48; // four rows that a finger hits
  private static final int WORDS = 82;
  private static final int TIGHT = 400;
  private static final int SIDE_ROW = 22; // of a word that has two rows

  /** The sums alone. */
  private static final int BRIEF = 94;

  /** In less, the sums stand with the total. */
  static final int LEAST_WITH_SUMS = BRIEF + PAD_HIGH;

  static final int LEAST_PAD = PAD_HIGH - 12;

  /** Who buys stands on the card before; here he gives way to keys that a finger hits. */
  private boolean tight;

  /** Whether there is room for what the sums begin with, once something has been given. */
  private boolean begins;

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
    if (high() < LEAST_WITH_SUMS) {
      var whole = new Rectangle(0, 0, wide(), high());
      draw.card(whole);
      keys(draw, shown, whole, counting);
      return;
    }
    int rows = Math.min(mostTenders(), shown.state().payment().taken().size());
    tight = high() < SUMMARY + PAD_HIGH + (rows > 0 ? ROW : 0);
    begins = rows == 0 || high() >= LEAST_WITH_SUMS + ROW;
    int summary =
        counting
            ? (high() < TIGHT ? WORDS : SUMMARY)
            : (tight ? BRIEF : SUMMARY) + ROW * (begins ? rows : rows - 1);
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
    float y = 28;
    if (!tight) {
      String who = basket.member().map(MemberView::name).orElse(shown.text("member.none"));
      draw.name(who, Fonts.semiBold(17), Token.INK, 20, 36, wide() - 40f);
      draw.line(Token.LINE, 20, wide() - 20, 52);
      y = 78;
    }
    PaymentView payment = shown.state().payment();
    boolean paid = shown.state().phase() == LaneState.Phase.DONE;
    if (begins) {
      row(draw, shown, shown.text("tender.shop"), basket.totalMinor(), y, false);
      y += ROW;
    }
    for (List<TakenTender> tenders : inRows(payment.taken(), mostTenders())) {
      String words = tenders.stream().map(one -> word(shown, one)).collect(joining(", "));
      long sum = tenders.stream().mapToLong(TakenTender::amountMinor).sum();
      row(draw, shown, words, -sum, y, false);
      y += ROW;
    }
    boolean cash = paid ? !payment.isWithoutCash() : payment.chosen().cash();
    if (cash) { // nothing else is rounded
      long rounding = payment.cashLeftMinor() - payment.leftMinor();
      row(draw, shown, shown.text("tender.rounding"), rounding, y, false);
    }
    String last = shown.text(!cash ? "total.left" : paid ? "total.cash" : "tender.left");
    long left = cash ? payment.cashLeftMinor() : payment.leftMinor();
    row(draw, shown, last, left, y + ROW, true);
  }

  /** As many as leave the pad its height; at least one. */
  private int mostTenders() {
    int room = Math.floorDiv(high() - PAD_HIGH - SUMMARY, ROW);
    return Math.max(1, Math.min(MOST_TENDERS, room));
  }

  /**
   * What has been given, a row each; where there are more than rows the oldest share the first, so
   * that the column always adds up.
   */
  static List<List<TakenTender>> inRows(List<TakenTender> taken, int most) {
    int together = Math.max(1, taken.size() - most + 1);
    var rows = new ArrayList<List<TakenTender>>();
    if (!taken.isEmpty()) {
      rows.add(taken.subList(0, together));
      taken.subList(together, taken.size()).forEach(one -> rows.add(List.of(one)));
    }
    return rows;
  }

  private static String word(Shown shown, TakenTender tender) {
    String kind = TenderView.word(shown, tender.kind().code(), tender.kind().name());
    return tender.reference().isEmpty() ? kind : kind + " " + tender.reference();
  }

  private void row(Draw draw, Shown shown, String label, long minor, float y, boolean strong) {
    Font font = strong ? Fonts.semiBold(16) : Fonts.regular(16);
    Font sum = strong ? Fonts.semiBold(19) : Fonts.regular(19);
    String figure = shown.money(minor);
    float room = wide() - 52f - Draw.width(figure, sum);
    draw.name(label, font, strong ? Token.INK : Token.INK2, 20, y, room);
    draw.right(figure, sum, Token.INK, wide() - 20f, y);
  }

  private void keys(Draw draw, Shown shown, Rectangle pad, boolean counting) {
    double w = (pad.width - 24 - 24) / 4.0;
    double h = (pad.height - 24 - 24) / 4.0;
    boolean paid = shown.state().phase() == LaneState.Phase.DONE;
    int digits = (int) Math.round(3 * w) + 2 * Pad.GAP;
    Pad.paint(
        this,
        draw,
        shown,
        new Rectangle(pad.x + 12, pad.y + 12, digits, pad.height - 24),
        24,
        paid);
    boolean onward = KeyBarOf.asksForSlip(shown.state());
    String go = shown.text(counting ? "key.next" : onward ? "key.onward" : "key.accept");
    boolean waits = KeyBarOf.awaitsMoney(shown.state());
    boolean nothing = KeyBarOf.hasNothingToRemove(shown.state());
    String clear = KeyBarOf.removesTender(shown.state()) ? "key.removeTender" : "key.clear";
    side(draw, shown.text(clear), cell(pad, 3, 0, w, h, 2), LaneKey.DEL, false, nothing);
    side(draw, go, cell(pad, 3, 2, w, h, 2), LaneKey.ENTER, !paid && !waits, paid || waits);
  }

  private void side(
      Draw draw, String word, Rectangle where, LaneKey key, boolean main, boolean dim) {
    draw.key(where, main ? Token.PRIMARY : Token.RAISED, main ? Token.PRIMARY : Token.LINE, 1);
    Font font = Fonts.semiBold(where.width < 80 ? 15 : 17);
    Token ink = main ? Token.ON_PRIMARY : dim ? Token.INK3 : Token.INK;
    List<String> rows = Draw.wrapped(word, font, where.width - 6f);
    float y = where.y + (where.height - (rows.size() - 1) * SIDE_ROW) / 2f;
    for (String row : rows) {
      draw.centre(row, font, ink, where.x + where.width / 2f, Draw.middle(font, y));
      y += SIDE_ROW;
    }
    if (screen().shown().state().phase() != LaneState.Phase.DONE) { // the way on is the key below
      onTouch(where, key); // a dim one says why
    }
  }

  private static Rectangle cell(Rectangle pad, int column, int row, double w, double h, int rows) {
    int x = pad.x + 12 + (int) Math.round(column * (w + 8));
    int y = pad.y + 12 + (int) Math.round(row * (h + 8));
    return new Rectangle(x, y, (int) Math.round(w), (int) Math.round(rows * h + (rows - 1) * 8));
  }
}
