package id.lajur.pos.customer;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.thread.EventThread;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Logo;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.MemberView;
import id.lajur.pos.screen.ReceiptView;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;

/**
 * What the customer reads across the counter: the lines as they come, the last one large, and the
 * sum; then what goes back. Drawn for 1024 × 600 and enlarged to the screen it is on. On the event
 * thread only.
 */
final class CustomerPanel extends JComponent {
  static final Dimension DRAWN = new Dimension(1024, 600);
  private static final double LEFT = 0.59;
  private static final int EDGE = 36;
  private static final int LARGE = 188;
  private static final int ROW = 64;
  private static final int CARD = 24;
  private static final int INSET = EDGE - CARD; // of the large line: all amounts end alike
  private static final Font QUANTITY = Fonts.regular(24);

  private final Language language;
  private final Texts words;
  private CustomerView view;
  private Formats formats;

  CustomerPanel(Language language, CustomerView first) {
    this.language = language;
    this.words = Texts.of(CustomerPanel.class, "customer", language);
    this.view = first;
    this.formats = formats(first);
    setFocusable(false);
    setName("customer");
    setPreferredSize(DRAWN);
  }

  void render(CustomerView next) {
    EventThread.mustBeHere("the customer's display");
    if (!next.equals(view)) {
      formats = formats(next);
      view = next;
      repaint();
    }
  }

  private Formats formats(CustomerView shown) {
    return new Formats(language, shown.terminal().currency(), shown.terminal().zone());
  }

  @Override
  protected void paintComponent(Graphics g) {
    double scale = Math.min((double) getWidth() / DRAWN.width, (double) getHeight() / DRAWN.height);
    if (scale <= 0) {
      return;
    }
    int w = (int) Math.round(getWidth() / scale);
    int h = (int) Math.round(getHeight() / scale);
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.scale(scale, scale);
      var draw = new Draw(own);
      switch (view.stage()) {
        case CLOSED ->
            greeting(
                draw,
                w,
                h,
                words.get("closed", Map.of("lane", view.terminal().lane())),
                words.get("closed.lead"));
        case WELCOME -> greeting(draw, w, h, words.get("welcome"), words.get("welcome.lead"));
        case BASKET, TO_PAY, PAID -> {
          int left = (int) Math.round(w * LEFT);
          draw.fill(Token.SURFACE, 0, 0, left, h);
          draw.fill(Token.PANEL, left, 0, w - left, h);
          head(draw, left);
          lines(draw, left, h);
          sums(draw, new Rectangle(left + EDGE, 0, w - left - 2 * EDGE, h));
        }
      }
    } finally {
      own.dispose();
    }
  }

  private void greeting(Draw draw, int w, int h, String first, String second) {
    draw.fill(Token.PANEL, 0, 0, w, h);
    Logo.paint(draw.graphics(), w / 2f - 42, h * 0.2f, 84);
    float middle = w / 2f;
    Font shop = Fonts.semiBold(30);
    draw.centre(
        Draw.cut(view.terminal().storeName(), shop, w - 96f),
        shop,
        Token.ON_PANEL2,
        middle,
        h * .48f);
    draw.centre(first, Draw.fitting(first, 72, w - 96f), Token.ON_PANEL, middle, h * .65f);
    draw.centre(second, Fonts.regular(24), Token.ON_PANEL2, middle, h * .76f);
  }

  private void head(Draw draw, int left) {
    Logo.paint(draw.graphics(), Token.PRIMARY, EDGE, 30, 26);
    Font font = Fonts.regular(22);
    String lane = words.get("lane") + " " + view.terminal().lane();
    draw.wordsRight(lane, font, Token.INK2, left - EDGE, 52);
    float room = left - 2 * EDGE - 42 - Draw.width(lane, font) - 16;
    draw.name(view.terminal().storeName(), Fonts.semiBold(24), Token.INK, EDGE + 42f, 52, room);
  }

  private void lines(Draw draw, int left, int h) {
    List<LineView> lines = view.lines();
    if (lines.isEmpty()) {
      return;
    }
    var card = new Rectangle(CARD, h - LARGE - 28, left - 2 * CARD, LARGE);
    int room = (card.y - 16 - 92) / ROW;
    List<LineView> before = lines.subList(0, lines.size() - 1);
    List<LineView> shown = before.subList(Math.max(0, before.size() - room), before.size());
    int y = card.y - 16 - shown.size() * ROW;
    float names = EDGE + 62f; // all begin alike, beside the longest quantity
    for (LineView line : shown) {
      names = Math.max(names, EDGE + 12 + Draw.width(times(line), QUANTITY) + 14);
    }
    for (LineView line : shown) {
      row(draw, line, left, y, names);
      y += ROW;
    }
    large(draw, lines.get(lines.size() - 1), card);
  }

  private void row(Draw draw, LineView line, int left, int y, float x) {
    boolean saves = line.discountMinor() != 0;
    float base = y + (saves ? 28 : 40);
    Font sum = Fonts.semiBold(24);
    String total = formats.money(line.totalMinor());
    float right = left - EDGE;
    draw.right(total, sum, Token.INK, right, base);
    draw.text(times(line), QUANTITY, Token.INK2, EDGE + 12f, base);
    float room = right - Draw.width(total, sum) - 18 - x;
    draw.name(line.name(), Fonts.regular(24), Token.INK, x, base, room);
    if (saves) {
      String saved = words.get("discount", Map.of("n", formats.money(line.discountMinor())));
      draw.text(saved, Fonts.semiBold(19), Token.WARN, x, base + 27);
    }
    draw.line(Token.LINE, EDGE, left - EDGE, y + ROW - 1);
  }

  private String times(LineView line) {
    return line.weighed()
        ? formats.weight(line.quantityMilli(), line.unit())
        : formats.quantity(line.quantityMilli()) + " ×";
  }

  private void large(Draw draw, LineView line, Rectangle card) {
    draw.card(card, Token.P_SOFT, Token.P_SOFT, 1);
    float x = card.x + 24f;
    draw.name(line.name(), Fonts.semiBold(34), Token.INK, x, card.y + 66, card.width - 48f);
    String total = formats.money(line.totalMinor());
    Font sum = Draw.fitting(total, 60, card.width * .55f);
    draw.right(total, sum, Token.INK, card.x + card.width - (float) INSET, card.y + 138);
    String quantity =
        line.weighed()
            ? formats.weight(line.quantityMilli(), line.unit())
            : formats.quantity(line.quantityMilli());
    float room = card.width - 24 - INSET - Draw.width(total, sum) - 24;
    draw.name(
        quantity + " × " + formats.money(line.priceMinor()),
        Fonts.regular(28),
        Token.INK2,
        x,
        card.y + 134,
        room);
    if (line.discountMinor() != 0) {
      String saved = words.get("discount", Map.of("n", formats.money(line.discountMinor())));
      draw.text(saved, Fonts.semiBold(19), Token.WARN, x, card.y + 168);
    }
  }

  private void sums(Draw draw, Rectangle side) {
    view.basket().member().ifPresent(member -> member(draw, member, side));
    if (view.stage() == CustomerView.Stage.PAID) {
      paid(draw, side);
      return;
    }
    amount(draw, words.get("total"), view.basket().totalMinor(), Token.ON_PANEL, side, 230);
    String pieces = words.get("pieces", Map.of("n", formats.count(view.basket().pieceCount())));
    draw.text(pieces, Fonts.regular(26), Token.ON_PANEL2, side.x, 376);
    if (view.basket().savedMinor() > 0) {
      saved(draw, side);
    }
    if (view.basket().cashDueMinor() != view.basket().totalMinor()) {
      int y = side.height - 62;
      draw.text(words.get("cash"), Fonts.regular(22), Token.ON_PANEL2, side.x, y);
      String sign = formats.currency().sign(); // apart, as it stands beside every sum
      float x = draw.text(sign, Fonts.regular(24), Token.ON_PANEL2, side.x, y + 30) + 8;
      String cash = formats.money(view.basket().cashDueMinor());
      draw.text(cash, Fonts.semiBold(24), Token.ON_PANEL, x, y + 30);
    }
  }

  private void member(Draw draw, MemberView member, Rectangle side) {
    String hello = words.get("hello", Map.of("name", member.name()));
    draw.name(hello, Fonts.semiBold(30), Token.ON_PANEL, side.x, 64, side.width);
    if (!view.basket().level().isEmpty()) {
      String level = words.get("level", Map.of("level", view.basket().level()));
      draw.name(level, Fonts.regular(22), Token.ON_PANEL2, side.x, 98, side.width);
    }
  }

  private void saved(Draw draw, Rectangle side) {
    var box = new Rectangle(side.x, 420, side.width, 64);
    draw.card(box, Token.AMBER, Token.AMBER, 1);
    Font font = Fonts.semiBold(24);
    float base = Draw.middle(font, box.y + box.height / 2f);
    draw.text(words.get("saved"), font, Token.ON_AMBER, box.x + 20f, base);
    String sum = formats.money(view.basket().savedMinor());
    draw.right(sum, Fonts.bold(28), Token.ON_AMBER, box.x + box.width - 20f, base + 2);
  }

  private void paid(Draw draw, Rectangle side) {
    long total = view.paid().map(ReceiptView::totalMinor).orElse(0L);
    long other = view.paid().map(ReceiptView::otherMinor).orElse(0L);
    long given = view.paid().map(ReceiptView::receivedMinor).orElse(0L);
    long change = view.paid().map(ReceiptView::changeMinor).orElse(0L);
    long rounded = view.paid().map(ReceiptView::roundingMinor).orElse(0L);
    int y = 152;
    paidRow(draw, words.get("total"), total, side, y);
    if (rounded != 0) { // without it the sums would not be right
      y += 44;
      paidRow(draw, words.get("rounding"), rounded, side, y);
    }
    if (other != 0) {
      y += 44;
      paidRow(draw, words.get("otherTenders"), other, side, y);
    }
    if (given != 0 || other == 0) {
      y += 44;
      paidRow(draw, words.get("received"), given, side, y);
    }
    y += 4;
    amount(draw, words.get("change"), change, Token.AMBER, side, y + 90);
    draw.text(words.get("thanks"), Fonts.semiBold(30), Token.ON_PANEL, side.x, side.height - 76);
    draw.text(
        words.get("thanks.lead"), Fonts.regular(22), Token.ON_PANEL2, side.x, side.height - 42);
  }

  private void paidRow(Draw draw, String label, long minor, Rectangle side, int baseline) {
    Font sum = Fonts.semiBold(30);
    String text = formats.money(minor);
    float right = side.x + (float) side.width;
    float room = side.width - Draw.width(text, sum) - 16;
    draw.name(label, Fonts.regular(24), Token.ON_PANEL2, side.x, baseline, room);
    draw.right(text, sum, Token.ON_PANEL, right, baseline);
  }

  private void amount(
      Draw draw, String label, long minor, Token ink, Rectangle side, int baseline) {
    Font first = Fonts.regular(26);
    String sign = formats.currency().sign();
    draw.text(label + " " + sign, first, Token.ON_PANEL2, side.x, baseline);
    String sum = formats.money(minor);
    draw.text(sum, Draw.fitting(sum, 96, side.width), ink, side.x, baseline + 92f);
  }
}
