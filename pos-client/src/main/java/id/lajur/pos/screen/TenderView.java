package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** The left half while money is on the counter: how it is paid, what was given, what goes back. */
final class TenderView extends View {
  private static final int GAP = 8;
  private static final int LOW_KEY = 66;
  private static final int KINDS_IN_A_ROW = 60; // as high as a key with its cap beside the word

  /** The notes to hand out: their rows, and the font in them. */
  private static final int NOTES_ROW = 46;

  private static final int LITTLE_NOTES_ROW = 32;
  private static final int NEAR_NOTES_ROW = 29;
  private static final float NEAR_NOTE = .84f; // so that notes of two near rows stand apart
  private static final int MOST_NOTES_ROWS = 2;
  private static final int SUM_APART = 6; // from its card's edge, and from the notes below it
  private static final float SMALLEST_NOTE = 13.5f;
  private static final float LEAST_BETWEEN = 8;

  TenderView(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean done = shown.state().phase() == LaneState.Phase.DONE;
    boolean cash = shown.state().payment().chosen().cash();
    int fields = cash ? 0 : Math.max(0, shown.state().form().fields().size() - 1);
    TenderRows rows = TenderRows.of(getWidth(), getHeight(), fields);
    if (!rows.kinds().isEmpty()) { // letters to touch may have its place meanwhile
      kinds(draw, shown, rows.kinds(), done);
    }
    if (rows.roomy()) {
      amounts(draw, shown, rows.amounts(), done);
    } else if (cash) {
      givenOrQuick(draw, shown, rows.amounts(), done);
    } else {
      slipIn(draw, shown, rows, fields, done);
    }
    if (!rows.change().isEmpty()) {
      change(draw, shown, rows.change(), rows.roomy());
    }
  }

  /** Each in a card of its own. */
  private void amounts(Draw draw, Shown shown, Rectangle all, boolean done) {
    int left = Math.round(all.width * 0.54f);
    var first = new Rectangle(0, all.y, left, all.height);
    var second = new Rectangle(left + 12, all.y, all.width - left - 12, all.height);
    if (shown.state().payment().chosen().cash()) {
      received(draw, shown, first, done);
      quick(draw, shown, second, done);
    } else {
      charged(draw, shown, first, done);
      slip(draw, shown, second, done);
    }
  }

  /** In few pixels: the field with its word in it, and beside it the keys without a card. */
  private void givenOrQuick(Draw draw, Shown shown, Rectangle all, boolean done) {
    int left = Math.round(all.width * 0.48f);
    var box = new Rectangle(0, all.y, left, all.height);
    String sum =
        shown.money(shown.state().lastReceipt().map(ReceiptView::receivedMinor).orElse(0L));
    String typed = Fields.grouped(shown, shown.state().form().text("received"));
    amount(draw, shown, box, shown.text("tender.received"), done ? sum : typed, done, false);
    quickKeys(
        draw, shown, new Rectangle(left + GAP, all.y, all.width - left - GAP, all.height), done);
  }

  /** The same for an amount of another kind and the numbers of its slip. */
  private void slipIn(Draw draw, Shown shown, TenderRows rows, int fields, boolean done) {
    Rectangle all = rows.amounts();
    PaymentView payment = shown.state().payment();
    boolean oneRow = rows.inOneRow(fields);
    int columns = oneRow ? 1 + fields : 2;
    double w = (all.width + GAP) / (double) columns;
    var box = new Rectangle(0, all.y, (int) Math.round(w) - GAP, all.height);
    String kind = word(shown, payment.chosen().code(), payment.chosen().name());
    String typed = Fields.grouped(shown, shown.state().form().text("received"));
    boolean whole = done || typed.isEmpty();
    String sum = whole ? shown.money(charged(payment, done)) : typed;
    amount(draw, shown, box, kind, sum, done, whole);
    if (!done) {
      onTouchField(box, 0);
    }
    int high = oneRow ? all.height : (all.height + GAP) / Math.max(1, fields);
    for (int field = 1; !done && field <= fields; field++) {
      int x = (int) Math.round(oneRow ? field * w : w);
      int y = all.y + (oneRow ? 0 : (field - 1) * high);
      int width = (int) Math.round(oneRow ? (field + 1) * w : all.width + GAP) - GAP - x;
      numbered(draw, shown, field, new Rectangle(x, y, width, high - (oneRow ? 0 : GAP)));
    }
  }

  /** What another kind took at last, or would take of what is left. */
  private static long charged(PaymentView payment, boolean done) {
    List<TakenTender> taken = payment.taken();
    return done && !taken.isEmpty()
        ? taken.get(taken.size() - 1).amountMinor()
        : payment.leftMinor();
  }

  /** A field of the slip below its word. */
  private void numbered(Draw draw, Shown shown, int field, Rectangle where) {
    Form form = shown.state().form();
    String label = shown.text("tender." + form.fields().get(field).name());
    draw.name(label, Fonts.regular(15), Token.INK2, where.x + 2f, where.y + 14, where.width - 4f);
    int high = Math.min(56, where.height - 20);
    var box = new Rectangle(where.x, where.y + 20, where.width, high);
    Fields.paint(draw, form, field, box, 22);
    onTouchField(box, field);
  }

  /** A field whose word stands in it, above its figures. */
  private static void amount(
      Draw draw, Shown shown, Rectangle box, String word, String sum, boolean done, boolean hint) {
    boolean active = !done && shown.state().form().at() == 0;
    Token border = done ? Token.LINE : active ? Token.PRIMARY : Token.FIELD_BORDER;
    draw.key(box, done ? Token.RAISED : Token.SURFACE, border, active ? 2 : 1);
    float x = draw.text(word, Fonts.semiBold(17), Token.INK2, box.x + 16f, box.y + 28f);
    draw.text(shown.sign(), Fonts.regular(17), Token.INK2, x + 6, box.y + 28f);
    Font font = Draw.fitting(sum, Math.min(84, (box.height - 44) / .8f), box.width - 42f);
    float middle = box.y + 34 + (box.height - 44) / 2f;
    Token ink = hint ? Token.INK3 : done ? Token.INK2 : Token.INK;
    draw.right(sum, font, ink, box.x + box.width - 22f, Draw.middle(font, middle));
    if (active && !hint) {
      float tall = Math.min(font.getSize2D(), box.height - 48f);
      draw.caret(box.x + box.width - 16f, middle - tall / 2, tall);
    }
  }

  private void kinds(Draw draw, Shown shown, Rectangle all, boolean done) {
    PaymentView payment = shown.state().payment();
    List<PaymentView.Slot> slots = payment.slots();
    double w = (all.width - (slots.size() - 1) * GAP) / (double) slots.size();
    for (int i = 0; i < slots.size(); i++) {
      PaymentView.Slot slot = slots.get(i);
      var where = new Rectangle((int) Math.round(i * (w + GAP)), all.y, (int) w, all.height);
      boolean chosen = slot.code().equals(payment.chosen().code());
      boolean dim = done || slot.kind().isEmpty();
      if (chosen) {
        draw.key(where, Token.P_SOFT, Token.PRIMARY, 2);
      } else {
        draw.key(where, Token.SURFACE, Token.LINE, 1);
      }
      Token ink = chosen ? Token.P_INK : dim ? Token.INK3 : Token.INK;
      String word = word(shown, slot.code(), slot.kind().map(TenderKindView::name).orElse(""));
      Font font = Fonts.semiBold(w < 140 ? 16 : 19);
      float beside = Draw.capWidth(slot.key().cap()) + 12 + Draw.width(word, font) + 26;
      if (all.height < KINDS_IN_A_ROW || beside > where.width) {
        draw.cap(slot.key().cap(), where.x + 8f, where.y + 6f, dim);
        float base = where.y + where.height - 9f;
        draw.name(word, font, ink, where.x + 8f, base, where.width - 14f);
      } else {
        float x = draw.cap(slot.key().cap(), where.x + (w < 140 ? 8f : 13f), where.y + 19f, dim);
        float room = where.x + where.width - x - 16;
        draw.name(word, font, ink, x + 12, Draw.middle(font, where.y + 30f), room);
      }
      if (!done) {
        onTouch(where, slot.key());
      }
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
    String all = shown.money(charged(payment, done));
    Font font = Draw.fitting(typed.isEmpty() ? all : typed, 84, box.width - 60f);
    if (done || typed.isEmpty()) {
      boolean active = !done && shown.state().form().at() == 0;
      draw.key(box, Token.SURFACE, active ? Token.PRIMARY : Token.FIELD_BORDER, active ? 2 : 1);
      float base = Draw.middle(font, box.y + box.height / 2f);
      draw.right(all, font, Token.INK3, box.x + box.width - 28f, base);
    } else {
      Fields.paintRight(draw, shown.state().form(), 0, box, typed, font);
    }
    if (!done) {
      onTouchField(box, 0);
    }
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
    var keys = new Rectangle(card.x + 18, card.y + 56, card.width - 36, 142);
    quickKeys(draw, shown, keys, done);
  }

  /** Two rows of two. */
  private void quickKeys(Draw draw, Shown shown, Rectangle all, boolean done) {
    LaneState state = shown.state();
    List<Long> sums =
        CashHelp.likelySums(state.payment().cashLeftMinor(), state.terminal().denominations());
    OptionalLong typed = shown.formats().parseMoney(state.form().text("received"));
    int w = (all.width - GAP) / 2;
    int h = (all.height - GAP) / 2;
    for (int i = 0; i < Math.min(4, sums.size()); i++) {
      LaneKey key = LaneKey.valueOf("F" + (i + 2));
      var where = new Rectangle(all.x + i % 2 * (w + GAP), all.y + i / 2 * (h + GAP), w, h);
      long sum = sums.get(i);
      boolean chosen = !done && typed.isPresent() && typed.getAsLong() == sum;
      draw.key(
          where,
          chosen ? Token.P_SOFT : Token.RAISED,
          chosen ? Token.PRIMARY : Token.LINE,
          chosen ? 2 : 1);
      Color edge =
          done ? Token.LINE.color() : i == 0 ? Token.PRIMARY.color() : noteColour(state, sum);
      draw.graphics().setColor(edge);
      draw.graphics().fillRoundRect(where.x + 9, where.y + 12, 5, h - 24, 5, 5);
      draw.cap(key.cap(), where.x + 22f, where.y + 7f, done);
      float right = where.x + where.width - 12f;
      if (i == 0) {
        String exact = shown.text("tender.exact");
        Token ink = done ? Token.INK3 : Token.P_INK;
        draw.wordsRight(exact, Fonts.semiBold(15), ink, right, where.y + 23f);
      }
      String text = shown.money(sum);
      boolean low = h < LOW_KEY;
      Font font = Fonts.semiBold(low ? 22 : 24);
      while (font.getSize2D() > 15 && Draw.width(text, font) > w - 34) {
        font = Fonts.semiBold(font.getSize2D() - 1);
      }
      draw.right(text, font, done ? Token.INK3 : Token.INK, right, where.y + h - (low ? 9f : 11f));
      if (!done) {
        onTouch(where, key);
      }
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

  private void change(Draw draw, Shown shown, Rectangle card, boolean roomy) {
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
    int inset = roomy ? 24 : 16;
    float label = roomy ? 24 : 19;
    float top = card.y + (roomy ? 46f : 31f);
    Font first = Fonts.semiBold(label);
    float x = draw.text(shown.text(key), first, ink, card.x + (float) inset, top);
    draw.text(shown.sign(), Fonts.regular(label), ink, x + 7, top);
    int foot = roomy ? 24 : 8;
    if (enough && change > 0) {
      foot = handOut(draw, shown, card, change, roomy);
    } else if (!roomy && !done && !payment.taken().isEmpty()) {
      foot = taken(draw, shown, card, inset);
    }
    if (empty) {
      return;
    }
    String sum = shown.money(Math.abs(change));
    int above =
        roomy ? 30 : SUM_APART; // the word stands left of the sum where there is little room
    float room = card.height - foot - above - (roomy ? 0 : SUM_APART);
    float aside = roomy ? 60f : x - card.x + Draw.width(shown.sign(), first) + inset + 24;
    boolean comma = sum.indexOf(',') >= 0;
    float tall = roomy ? 1.06f : .75f + (comma ? Draw.COMMA_HANGS : 0);
    Font font = Draw.fitting(sum, Math.min(140, room / tall), card.width - aside);
    float middle = card.y + above + room / 2f + (roomy ? 4 : 0);
    float hangs = comma ? font.getSize2D() * Draw.COMMA_HANGS : 0;
    float lowest = card.y + card.height - foot - (roomy ? 12 : SUM_APART) - hangs;
    float base = Math.min(Draw.middle(font, middle), lowest);
    draw.right(sum, font, enough ? ink : Token.INK, card.x + card.width - (float) inset, base);
  }

  /** What has been given so far, where the column beside has no room for it; how high it is. */
  private int taken(Draw draw, Shown shown, Rectangle card, int inset) {
    if (screen().portrait()) {
      return 8; // it stands below
    }
    String all =
        shown.state().payment().taken().stream()
            .map(
                one ->
                    word(shown, one.kind().code(), one.kind().name())
                        + " "
                        + shown.money(one.amountMinor()))
            .collect(Collectors.joining(" \u00b7 "));
    float base = card.y + card.height - 13f;
    draw.name(
        all, Fonts.regular(16), Token.INK2, card.x + (float) inset, base, card.width - 2f * inset);
    return 34;
  }

  /** The notes and coins, in as few rows as they need; returns how high it is. */
  private static int handOut(Draw draw, Shown shown, Rectangle card, long change, boolean roomy) {
    int inset = roomy ? 24 : 16;
    float width = card.width - 2f * inset;
    String word = shown.text("tender.handOut");
    Font label = Fonts.regular(roomy ? 17 : 15);
    float begin = Draw.width(word, label) + (roomy ? 17 : 12);
    var all = CashHelp.handOut(change, shown.state().terminal().denominations());
    float px = roomy ? 17 : 15;
    List<List<CashHelp.Pieces>> rows = inRows(shown, all, px, begin, width);
    if (rows.size() > (roomy ? MOST_NOTES_ROWS : 1)) {
      px = SMALLEST_NOTE;
      rows = inRows(shown, all, px, begin, width);
    }
    boolean near = !roomy && rows.size() > 1; // so that the sum above them is large
    int rowHigh = roomy ? NOTES_ROW : near ? NEAR_NOTES_ROW : LITTLE_NOTES_ROW;
    int foot = rows.size() * rowHigh + (roomy ? 15 : 5);
    Color ink = Token.ON_AMBER.color();
    draw.graphics().setColor(new Color(ink.getRed(), ink.getGreen(), ink.getBlue(), 90));
    int y = card.y + card.height - foot;
    draw.graphics().fillRect(card.x + inset, y, card.width - 2 * inset, 1);
    float middle = y + (roomy ? 30 : 3 + rowHigh / 2f);
    draw.text(word, label, Token.ON_AMBER, card.x + (float) inset, Draw.middle(label, middle));
    for (List<CashHelp.Pieces> row : rows) {
      float wide = 0;
      for (CashHelp.Pieces pieces : row) {
        wide += width(shown, pieces, px);
      }
      float gap = (width - begin - wide) / Math.max(1, row.size() - 1);
      float x = card.x + inset + begin;
      for (CashHelp.Pieces pieces : row) {
        Font font = Fonts.semiBold(px + (roomy ? 2 : 0));
        x = draw.text(count(pieces), font, Token.ON_AMBER, x, Draw.middle(font, middle)) + px / 2;
        x = note(draw, shown, pieces.denomination(), x, middle, px, near ? NEAR_NOTE * px : px);
        x += Math.max(LEAST_BETWEEN, Math.min(26, gap));
      }
      middle += rowHigh;
    }
    return foot;
  }

  private static List<List<CashHelp.Pieces>> inRows(
      Shown shown, List<CashHelp.Pieces> all, float px, float begin, float width) {
    var rows = new ArrayList<List<CashHelp.Pieces>>();
    float x = width + 1;
    for (CashHelp.Pieces pieces : all) {
      float wide = width(shown, pieces, px);
      if (rows.isEmpty() || x + wide > width) {
        rows.add(new ArrayList<>());
        x = begin;
      }
      rows.get(rows.size() - 1).add(pieces);
      x += wide + LEAST_BETWEEN;
    }
    return rows;
  }

  private static String count(CashHelp.Pieces pieces) {
    return pieces.count() + " ×";
  }

  private static float width(Shown shown, CashHelp.Pieces pieces, float px) {
    String worth = shown.money(pieces.denomination().valueMinor());
    float beside = Draw.width(count(pieces), Fonts.semiBold(px + 2)) + px / 2;
    return beside + Draw.width(worth, Fonts.semiBold(px)) + 1.5f * px;
  }

  /** A note or coin in its colour, of twice that half height; returns where it ends. */
  private static float note(
      Draw draw,
      Shown shown,
      DenominationView denomination,
      float x,
      float middle,
      float px,
      float half) {
    Font font = Fonts.semiBold(px);
    String text = shown.money(denomination.valueMinor());
    float w = Draw.width(text, font) + 1.5f * px;
    noteBox(draw, denomination, x, middle - half, w, 2 * half);
    draw.text(text, font, Color.WHITE, x + 0.75f * px, Draw.middle(font, middle));
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
