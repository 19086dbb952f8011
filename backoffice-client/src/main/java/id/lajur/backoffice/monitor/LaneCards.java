package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.backoffice.monitor.Shop.LaneState;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.RoundRectangle2D;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A card for each lane: its state, who sits there, and the basket as it grows. */
final class LaneCards {
  private static final int WIDE = 212; // from this width on a card has its words in full
  private static final int FULL = 116; // and from this height
  private static final int FULL_WITH_ITEM = 148; // who sits there, and beneath it what was scanned
  private static final int LOW = 74;
  private static final int LOW_WITH_ITEM = 96;
  private static final int TALL = 176;
  private static final int GAP = 12;
  private static final int NARROWEST = 118;
  private static final int LINE_WIDE = 150; // of a card with its number and state in one line
  private static final int LINE_HIGH = 30;
  private static final int LINE_GAP = 8;
  private static final float SMALLEST = 12.5f;
  private static final Font SMALL = Fonts.regular(18); // of a count with little room
  private static final Font LESS = Fonts.regular(20); // of a name with little room

  private LaneCards() {}

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    List<Lane> lanes = shown.shop().lanes();
    if (lanes.isEmpty()) {
      pen.card(where, false);
      String key = shown.state().shop().isEmpty() ? "coming" : "lanes.none";
      pen.empty(shown.text(key), where);
      return;
    }
    int columns = columns(lanes.size(), where);
    int rows = (lanes.size() + columns - 1) / columns;
    int gap = columns > 5 ? LINE_GAP : GAP;
    float width = (where.width - gap * (columns - 1f)) / columns;
    float height = Math.min(TALL, (where.height - gap * (rows - 1f)) / rows);
    for (int i = 0; i < lanes.size(); i++) {
      Lane lane = lanes.get(i);
      int row = i / columns;
      var card =
          new Rectangle(
              Math.round(where.x + (i % columns) * (width + gap)),
              Math.round(where.y + row * (height + gap)),
              Math.round(width),
              Math.round(height));
      paint(pen, shown, lane, card);
      touches.add(card, () -> presenter.drills().open(lane));
    }
  }

  /** As few columns as give every card its least height. */
  private static int columns(int lanes, Rectangle where) {
    int most = Math.max(1, where.width / NARROWEST);
    int columns = Math.max(1, Math.min(4, where.width / WIDE));
    while (columns < most) {
      int rows = (lanes + columns - 1) / columns;
      boolean full = where.width / columns >= WIDE;
      if (rows * ((full ? FULL : LOW) + GAP) - GAP <= where.height) {
        return columns;
      }
      columns++;
    }
    // One line each: as wide as their number leaves them high enough.
    for (int wide = Math.max(1, where.width / LINE_WIDE); wide < most; wide++) {
      int rows = (lanes + wide - 1) / wide;
      if (rows * (LINE_HIGH + LINE_GAP) - LINE_GAP <= where.height) {
        return wide;
      }
    }
    return most;
  }

  private static void paint(Pen pen, Shown shown, Lane lane, Rectangle card) {
    Draw draw = pen.draw();
    Look look = look(shown, lane);
    boolean closed = lane.state() == LaneState.CLOSED;
    boolean marked = shown.isMarked(Changes.key(lane));
    Token ground = marked ? Token.P_SOFT : closed ? Token.BG : Token.SURFACE;
    boolean framed = look.border() != Token.LINE && !pen.isOld();
    draw.card(card, ground, framed ? look.border() : Token.LINE, framed ? 3 : 1);
    boolean wide = card.width >= WIDE - GAP && card.height >= FULL;
    if (card.height < LOW) {
      line(pen, lane, look, card);
      return;
    }
    Font number = Fonts.bold(wide ? 46 : 30);
    int top = card.y + (wide ? 14 : 9);
    int bar = wide ? 38 : 26;
    draw.graphics().setColor(pen.sign(look.bar()).color());
    draw.graphics().fill(new RoundRectangle2D.Float(card.x + (wide ? 16 : 11), top, 6, bar, 6, 6));
    float x = card.x + (wide ? 34 : 24);
    Token ink = closed ? Token.INK3 : Token.INK;
    float end = draw.text(Shown.number(lane), number, ink, x, Draw.middle(number, top + bar / 2f));
    Font tag = Fonts.semiBold(wide ? 19 : 16);
    float room = card.x + card.width - (wide ? 16 : 10) - end - 38;
    String word = Draw.width(look.words(), tag) > room ? look.brief() : look.words();
    tag = fitting(word, tag.getSize2D(), room);
    word = Draw.cut(word, tag, Math.max(30, room));
    pen.pill(
        word,
        look.ground(),
        look.ink(),
        card.x + card.width - (wide ? 16f : 10f),
        top + (wide ? 2 : 0),
        tag);
    names(pen, shown, lane, card, wide);
    foot(draw, shown, lane, card, wide);
  }

  /** A state is written smaller sooner than cut. */
  private static Font fitting(String word, float px, float room) {
    float size = px;
    while (size > SMALLEST && Draw.width(word, Fonts.semiBold(size)) > room) {
      size -= 0.5f;
    }
    return Fonts.semiBold(size);
  }

  /** Where many lanes share the wall: number, and what there is to see in its colour. */
  private static void line(Pen pen, Lane lane, Look look, Rectangle card) {
    Draw draw = pen.draw();
    float middle = card.y + card.height / 2f;
    int high = Math.min(26, card.height - 8);
    draw.graphics().setColor(pen.sign(look.bar()).color());
    draw.graphics().fill(new RoundRectangle2D.Float(card.x + 8, middle - high / 2f, 5, high, 5, 5));
    Font number = Fonts.bold(Math.min(24, card.height - 6));
    float end =
        draw.text(Shown.number(lane), number, Token.INK, card.x + 20f, Draw.middle(number, middle));
    float room = card.x + card.width - end - 14;
    Font small = fitting(look.brief(), Math.min(17, card.height - 8), room);
    float unused =
        draw.name(
            look.brief(),
            small,
            look.ground() == Token.DANGER ? Token.DANGER : Token.INK2,
            end + 8,
            Draw.middle(small, middle),
            room);
  }

  /**
   * Who sits there, and what was scanned last; where both have no room, who sits there, and both
   * under the pointer.
   */
  private static void names(Pen pen, Shown shown, Lane lane, Rectangle card, boolean wide) {
    Optional<String> item =
        lane.basket().map(Shop.Basket::lastItem).filter(name -> !name.isEmpty());
    float x = card.x + (wide ? 18f : 12f);
    float room = card.width - (wide ? 36f : 24f);
    if (!wide) {
      if (card.height >= LOW_WITH_ITEM && item.isPresent()) {
        float y = card.y + card.height - 40f;
        float unused = pen.name(item.get(), Fonts.regular(17), Token.INK2, x, y, room);
      }
      return;
    }
    boolean closed = lane.state() == LaneState.CLOSED;
    String who = closed ? shown.text("lane.noShift") : lane.operatorName();
    Token ink = closed ? Token.INK3 : Token.INK2;
    int bottom = card.y + card.height;
    Font font = Draw.width(who, Pen.TEXT) <= room ? Pen.TEXT : LESS;
    if (item.isPresent() && card.height >= FULL_WITH_ITEM) {
      float unused = pen.name(who, font, ink, x, bottom - 78f, room);
      unused = pen.name(item.get(), Pen.TEXT, Token.INK3, x, bottom - 50f, room);
      return;
    }
    float y = bottom - (card.height < 140 ? 50f : 64f);
    float unused = pen.name(who, font, ink, x, y, room);
    item.ifPresent(name -> pen.tip(card, who + ": " + name));
  }

  private static void foot(Draw draw, Shown shown, Lane lane, Rectangle card, boolean wide) {
    float x = card.x + (wide ? 18f : 12f);
    float right = card.x + card.width - (wide ? 18f : 12f);
    float y = card.y + card.height - (wide ? 17f : 12f);
    Font large = Fonts.semiBold(wide ? 28 : 21);
    Font small = Fonts.regular(wide ? 20 : 17);
    if (lane.state() == LaneState.EMERGENCY) {
      float end = draw.text(Long.toString(lane.unsentSales()), large, Token.DANGER, x, y);
      if (wide) {
        draw.wordsRight(shown.text("lane.unsent"), small, Token.INK2, right, y);
      } else {
        float unused =
            draw.name(shown.text("lane.unsent"), small, Token.INK2, end + 8, y, right - end - 8);
      }
    } else if (lane.basket().isPresent()) {
      float end =
          draw.text(
              shown.formats().money(lane.basket().orElseThrow().totalMinor()),
              large,
              Token.INK,
              x,
              y);
      String pieces =
          shown.text(
              "lane.pieces",
              Map.of("n", shown.formats().count(lane.basket().orElseThrow().pieces())));
      float room = right - end - 7;
      Font font = Draw.width(pieces, small) <= room ? small : SMALL;
      if (Draw.width(pieces, font) <= room) {
        draw.wordsRight(pieces, font, Token.INK2, right, y);
      }
    } else if (lane.state() != LaneState.CLOSED) {
      String tickets =
          shown.text("lane.tickets", Map.of("n", shown.formats().count(lane.shiftTickets())));
      float unused = draw.name(tickets, wide ? Pen.TEXT : small, Token.INK2, x, y, right - x);
    } else if (lane.tickets() > 0) {
      String today = shown.text("lane.today", Map.of("n", shown.formats().count(lane.tickets())));
      float unused = draw.name(today, wide ? Pen.TEXT : small, Token.INK3, x, y, right - x);
    }
  }

  /**
   * How a state looks.
   *
   * @param brief where there is little room
   */
  private record Look(
      String words, String brief, Token ground, Token ink, Token bar, Token border) {}

  private static Look look(Shown shown, Lane lane) {
    String key = lane.state().name();
    String word = shown.text("lane." + key);
    if (lane.state() == LaneState.EMERGENCY) {
      return new Look(word, word, Token.DANGER, Token.ON_DANGER, Token.DANGER, Token.DANGER);
    }
    if (shown.isWaiting(lane.terminal())) {
      String asks = shown.text("lane.asks");
      return new Look(asks, asks, Token.AMBER, Token.ON_AMBER, Token.AMBER, Token.AMBER);
    }
    return switch (lane.state()) {
      case SERVING, PAYING ->
          new Look(word, word, Token.P_SOFT, Token.P_INK, Token.PRIMARY, Token.LINE);
      case PAUSED ->
          new Look(
              word + " " + shown.ago(lane.sinceMs()),
              word,
              Token.RAISED,
              Token.INK2,
              Token.INK3,
              Token.LINE);
      case AWAY ->
          new Look(
              word,
              shown.text("lane.AWAY.brief"),
              Token.WARN_SOFT,
              Token.WARN,
              Token.AMBER,
              Token.AMBER);
      default -> new Look(word, word, Token.RAISED, Token.INK2, Token.INK3, Token.LINE);
    };
  }
}
