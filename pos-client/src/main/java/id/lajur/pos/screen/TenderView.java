package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.OptionalLong;

/** The left half while money is on the counter: how it is paid, what was given, what goes back. */
final class TenderView extends View {
  private static final int LEAST_WITH_CHANGE = 298 + 110;

  TenderView(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    kinds(draw, shown);
    boolean done = shown.state().phase() == LaneState.Phase.DONE;
    int w = getWidth();
    int left = Math.round(w * 0.54f);
    var second = new Rectangle(left + 12, 72, w - left - 12, 214);
    if (shown.state().payment().chosen().cash()) {
      received(draw, shown, new Rectangle(0, 72, left, 214), done);
      quick(draw, shown, second, done);
    } else {
      charged(draw, shown, new Rectangle(0, 72, left, 214), done);
      slip(draw, shown, second, done);
    }
    if (getHeight() >= LEAST_WITH_CHANGE) { // letters to touch have its place meanwhile
      change(draw, shown, new Rectangle(0, 298, w, getHeight() - 298));
    }
  }

  private void kinds(Draw draw, Shown shown) {
    int gap = 8;
    PaymentView payment = shown.state().payment();
    List<PaymentView.Slot> slots = payment.slots();
    double w = (getWidth() - (slots.size() - 1) * gap) / (double) slots.size();
    for (int i = 0; i < slots.size(); i++) {
      PaymentView.Slot slot = slots.get(i);
      var where = new Rectangle((int) Math.round(i * (w + gap)), 0, (int) w, 60);
      boolean chosen = slot.code().equals(payment.chosen().code());
      boolean dim = slot.kind().isEmpty();
      if (chosen) {
        draw.key(where, Token.P_SOFT, Token.PRIMARY, 2);
      } else {
        draw.key(where, Token.SURFACE, Token.LINE, 1);
      }
      float x = draw.cap(slot.key().cap(), where.x + (w < 140 ? 8f : 13f), 19, dim);
      Font font = Fonts.semiBold(w < 140 ? 15 : 19);
      Token ink = chosen ? Token.P_INK : dim ? Token.INK3 : Token.INK;
      String word = word(shown, slot.code(), slot.kind().map(TenderKindView::name).orElse(""));
      float room = where.x + where.width - x - 16;
      draw.name(word, font, ink, x + 12, Draw.middle(font, 30), room);
      onTouch(where, slot.key());
    }
  }

  /** What a kind is called: in the screen's words, or as the store names one of its own. */
  static String word(Shown shown, String code, String name) {
    String key = "tender.kind." + code;
    return shown.texts().has(key) ? shown.text(key) : name;
  }

  private static void received(Draw draw, Shown shown, Rectangle card, boolean done) {
    draw.card(card);
    float x =
        draw.text(
            shown.text("tender.received"),
            Fonts.semiBold(19),
            Token.INK2,
            card.x + 22f,
            card.y + 38f);
    draw.text(shown.sign(), Fonts.regular(19), Token.INK2, x + 6, card.y + 38f);
    var box = new Rectangle(card.x + 20, card.y + 56, card.width - 40, card.height - 72);
    if (done) {
      String sum = shown.state().lastReceipt().map(r -> shown.money(r.receivedMinor())).orElse("");
      draw.key(box, Token.RAISED, Token.LINE, 1);
      Font font = Draw.fitting(sum, 84, box.width - 60f);
      draw.right(
          sum,
          font,
          Token.INK2,
          box.x + box.width - 28f,
          Draw.middle(font, box.y + box.height / 2f));
      return;
    }
    String typed = Fields.grouped(shown, shown.state().form().text("received"));
    Font font = Draw.fitting(typed, 84, box.width - 60f);
    Fields.paintRight(draw, shown.state().form(), 0, box, typed, font);
  }

  /** An amount of another kind; left empty it is all that is left. */
  private void charged(Draw draw, Shown shown, Rectangle card, boolean done) {
    PaymentView payment = shown.state().payment();
    draw.card(card);
    String kind = word(shown, payment.chosen().code(), payment.chosen().name());
    Font label = Fonts.semiBold(19);
    float x = draw.text(kind, label, Token.INK2, card.x + 22f, card.y + 38f);
    draw.text(shown.sign(), Fonts.regular(19), Token.INK2, x + 6, card.y + 38f);
    var box = new Rectangle(card.x + 20, card.y + 56, card.width - 40, card.height - 72);
    String typed = Fields.grouped(shown, shown.state().form().text("received"));
    String all = shown.money(payment.leftMinor());
    Font font = Draw.fitting(typed.isEmpty() ? all : typed, 84, box.width - 60f);
    if (done || typed.isEmpty()) {
      boolean active = !done && shown.state().form().at() == 0;
      draw.key(box, Token.SURFACE, active ? Token.PRIMARY : Token.FIELD_BORDER, active ? 2 : 1);
      float base = Draw.middle(font, box.y + box.height / 2f);
      draw.right(all, font, Token.INK3, box.x + box.width - 28f, base);
    } else {
      Fields.paintRight(draw, shown.state().form(), 0, box, typed, font);
    }
    onTouchField(box, 0);
  }

  /** The numbers that a slip of another kind carries. */
  private void slip(Draw draw, Shown shown, Rectangle card, boolean done) {
    draw.card(card);
    Form form = shown.state().form();
    for (int field = 1; !done && field < form.fields().size(); field++) {
      int y = card.y + 12 + (field - 1) * 98;
      String label = shown.text("tender." + form.fields().get(field).name());
      draw.name(label, Fonts.regular(17), Token.INK2, card.x + 18f, y + 24, card.width - 36f);
      var box = new Rectangle(card.x + 18, y + 34, card.width - 36, 56);
      Fields.paint(draw, form, field, box, 24);
      int at = field;
      onTouchField(box, at);
    }
  }

  private void quick(Draw draw, Shown shown, Rectangle card, boolean done) {
    draw.card(card);
    draw.text(
        shown.text("tender.quick"), Fonts.semiBold(19), Token.INK2, card.x + 18f, card.y + 38f);
    LaneState state = shown.state();
    List<Long> sums =
        CashHelp.likelySums(state.payment().cashLeftMinor(), state.terminal().denominations());
    OptionalLong typed = shown.formats().parseMoney(state.form().text("received"));
    int w = (card.width - 46) / 2;
    for (int i = 0; i < Math.min(4, sums.size()); i++) {
      LaneKey key = LaneKey.valueOf("F" + (i + 2));
      var where = new Rectangle(card.x + 18 + i % 2 * (w + 10), card.y + 56 + i / 2 * 76, w, 66);
      long sum = sums.get(i);
      boolean chosen = !done && typed.isPresent() && typed.getAsLong() == sum;
      draw.key(
          where,
          chosen ? Token.P_SOFT : Token.RAISED,
          chosen ? Token.PRIMARY : Token.LINE,
          chosen ? 2 : 1);
      Color edge = i == 0 ? Token.PRIMARY.color() : noteColour(state, sum);
      draw.graphics().setColor(edge);
      draw.graphics().fillRoundRect(where.x + 9, where.y + 12, 5, 42, 5, 5);
      draw.cap(key.cap(), where.x + 22f, where.y + 8f, done);
      if (i == 0) {
        draw.right(
            shown.text("tender.exact"),
            Fonts.semiBold(15),
            Token.P_INK,
            where.x + where.width - 12f,
            where.y + 24f);
      }
      String text = shown.money(sum);
      Font font =
          Draw.width(text, Fonts.semiBold(24)) < w - 30 ? Fonts.semiBold(24) : Fonts.semiBold(19);
      draw.right(
          text, font, done ? Token.INK3 : Token.INK, where.x + where.width - 12f, where.y + 54f);
      onTouch(where, key);
    }
  }

  /** The colour of the note that a sum is rounded up to. */
  private static Color noteColour(LaneState state, long sum) {
    return state.terminal().denominations().stream()
        .filter(d -> d.note() && sum % d.valueMinor() == 0)
        .findFirst()
        .map(d -> new Color(d.rgb()))
        .orElse(Token.FIELD_BORDER.color());
  }

  private void change(Draw draw, Shown shown, Rectangle card) {
    LaneState state = shown.state();
    PaymentView payment = state.payment();
    String text = state.form().text("received");
    boolean done = state.phase() == LaneState.Phase.DONE;
    boolean cash = payment.chosen().cash();
    boolean givesOut = cash && payment.cashLeftMinor() < 0 && text.isEmpty();
    OptionalLong typed =
        givesOut || !cash && text.isEmpty()
            ? OptionalLong.of(givesOut ? 0 : payment.leftMinor())
            : shown.formats().parseMoney(text);
    long change =
        done
            ? state.lastReceipt().map(ReceiptView::changeMinor).orElse(0L)
            : typed.orElse(0) - payment.dueMinor();
    boolean enough = done || cash && typed.isPresent() && change >= 0;
    boolean empty = !done && cash && text.isEmpty() && !givesOut;
    Token ink = enough ? Token.ON_AMBER : Token.INK2;
    if (enough) {
      draw.card(card, Token.AMBER, Token.AMBER, 1);
    } else {
      draw.card(card);
    }
    String key = enough || empty ? "tender.change" : cash ? "tender.short" : "tender.leftAfter";
    Font first = Fonts.semiBold(24);
    float x = draw.text(shown.text(key), first, ink, card.x + 24f, card.y + 46f);
    draw.text(shown.sign(), Fonts.regular(24), ink, x + 7, card.y + 46f);
    if (empty) {
      return;
    }
    String sum = shown.money(Math.abs(change));
    int foot = enough ? 61 : 24;
    float room = card.height - foot - 40f;
    Font font = Draw.fitting(sum, Math.min(140, room), card.width - 60f);
    float middle = card.y + 30 + (card.height - foot - 30) / 2f + 8;
    float hangs = sum.indexOf(',') >= 0 ? font.getSize2D() * Draw.COMMA_HANGS : 0;
    float lowest = card.y + card.height - foot - 12 - hangs;
    float base = Math.min(Draw.middle(font, middle), lowest);
    draw.right(sum, font, enough ? ink : Token.INK, card.x + card.width - 24f, base);
    if (enough && change > 0) {
      handOut(draw, shown, card, change);
    }
  }

  private static void handOut(Draw draw, Shown shown, Rectangle card, long change) {
    Graphics2D g = draw.graphics();
    int y = card.y + card.height - 61;
    Color ink = Token.ON_AMBER.color();
    g.setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 90));
    g.fillRect(card.x + 24, y, card.width - 48, 1);
    Font font = Fonts.semiBold(19);
    float base = Draw.middle(font, y + 30);
    float x =
        draw.text(
                shown.text("tender.handOut"), Fonts.regular(17), Token.ON_AMBER, card.x + 24f, base)
            + 17;
    var all = CashHelp.handOut(change, shown.state().terminal().denominations());
    float wide = 0;
    for (var pieces : all) {
      String worth = shown.money(pieces.denomination().valueMinor());
      wide += Draw.width(pieces.count() + " ×", font) + 35 + Draw.width(worth, Fonts.semiBold(17));
    }
    float room = card.x + card.width - 24 - x - wide;
    float gap = Math.max(6, Math.min(26, room / Math.max(1, all.size() - 1)));
    for (var pieces : all) {
      x = draw.text(pieces.count() + " ×", font, Token.ON_AMBER, x, base) + 9;
      x = note(draw, shown, pieces.denomination(), x, y + 13f) + gap;
    }
  }

  /** A note or coin in its colour; returns where it ends. */
  static float note(Draw draw, Shown shown, DenominationView denomination, float x, float y) {
    Font font = Fonts.semiBold(17);
    String text = shown.money(denomination.valueMinor());
    float w = Draw.width(text, font) + 26;
    noteBox(draw, denomination, x, y, w, 34);
    draw.text(text, font, Color.WHITE, x + 13, Draw.middle(font, y + 17));
    return x + w;
  }

  static void noteBox(
      Draw draw, DenominationView denomination, float x, float y, float w, float h) {
    float arc = denomination.note() ? 8 : h;
    var shape = new RoundRectangle2D.Float(x, y, w, h, arc, arc);
    draw.graphics().setColor(new Color(denomination.rgb()));
    draw.graphics().setStroke(new BasicStroke(1));
    draw.graphics().fill(shape);
  }
}
