package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.SalesFigures;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The row of large figures, each beside the same weekday at the same minute. */
final class FigureCards {
  static final int HEIGHT = 166;
  private static final float LEAST_CHANGE = 17;
  private static final double FIRST = 2.0; // as wide as so many others
  private static final int CHANGE_TOP = 118; // below it stands the week ago, which opens its own
  private static final String CUSTOMERS = "customers";

  private FigureCards() {}

  /**
   * One figure.
   *
   * @param sign written small before it
   * @param change empty where there is nothing to compare
   */
  private record Card(
      String key, String label, String sign, String figure, String change, boolean up) {
    /** What has not come yet is not nothing. */
    Card unknown() {
      return new Card(key, label, "", "–", "", true);
    }
  }

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    List<Card> cards =
        shown.state().shop().isPresent()
            ? cards(shown)
            : cards(shown).stream().map(Card::unknown).toList();
    double parts = FIRST + cards.size() - 1;
    double one = (where.width - Pen.GAP * (cards.size() - 1)) / parts;
    double x = where.x;
    for (int i = 0; i < cards.size(); i++) {
      double width = i == 0 ? one * FIRST : one;
      var place =
          new Rectangle((int) Math.round(x), where.y, (int) Math.round(width), where.height);
      Card card = cards.get(i);
      paint(pen, shown, card, place, i == 0);
      boolean hour = card.key().equals(CUSTOMERS);
      touches.add(place, hour ? presenter.drills()::openLastHour : presenter.drills()::openDay);
      if (!card.change().isEmpty()) {
        touches.add(
            new Rectangle(place.x, place.y + CHANGE_TOP, place.width, HEIGHT - CHANGE_TOP),
            hour ? presenter.drills()::openLastHourWeekAgo : presenter.drills()::openWeekAgo);
      }
      x += width + Pen.GAP;
    }
  }

  private static void paint(Pen pen, Shown shown, Card card, Rectangle where, boolean first) {
    Draw draw = pen.draw();
    pen.card(where, shown.isMarked(card.key()));
    float x = where.x + Pen.PADDING;
    float room = where.width - 2f * Pen.PADDING;
    Font label = Draw.width(card.label(), Pen.LABEL) > room + 12 ? Fonts.regular(19) : Pen.LABEL;
    float unused = pen.name(card.label(), label, Token.INK2, x, where.y + 38f, room + 12);
    float at = x;
    if (!card.sign().isEmpty()) {
      at = draw.text(card.sign(), Fonts.regular(34), Token.INK3, x, where.y + 108f) + 12;
    }
    Font font = Draw.fitting(card.figure(), first ? 72 : 60, where.x + where.width - at - 16);
    unused = draw.text(card.figure(), font, Token.INK, at, where.y + (first ? 110f : 106f));
    if (!card.change().isEmpty()) {
      Font small = Pen.STRONG;
      while (Draw.width(card.change(), small) > room - 20 && small.getSize2D() > LEAST_CHANGE) {
        small = small.deriveFont(small.getSize2D() - 1);
      }
      String words = Draw.cut(card.change(), small, room - 20);
      unused = pen.change(words, card.up(), x, where.y + 146f, small);
    }
  }

  private static List<Card> cards(Shown shown) {
    Shop shop = shown.shop();
    SalesFigures today = shop.today();
    SalesFigures ago = shop.weekAgo();
    List<Card> cards = new ArrayList<>();
    String sales = percent(shown, today.salesMinor(), ago.salesMinor());
    cards.add(
        new Card(
            "sales",
            shown.text("figure.sales"),
            shown.formats().currency().sign(),
            shown.formats().money(today.salesMinor()),
            sales.isEmpty()
                ? ""
                : shown.text("figure.against", Map.of("change", sales, "day", shown.comparedDay())),
            today.salesMinor() >= ago.salesMinor()));
    cards.add(counted(shown, "tickets", today.tickets(), ago.tickets()));
    cards.add(
        new Card(
            "average",
            shown.text("figure.average"),
            "",
            shown.formats().money(today.averageMinor()),
            percent(shown, today.averageMinor(), ago.averageMinor()),
            today.averageMinor() >= ago.averageMinor()));
    cards.add(counted(shown, CUSTOMERS, today.ticketsOfTheHour(), ago.ticketsOfTheHour()));
    if (shop.margin().isPresent()) {
      cards.add(margin(shown, shop));
    }
    return cards;
  }

  private static Card counted(Shown shown, String key, long today, long ago) {
    return new Card(
        key,
        shown.text("figure." + key),
        "",
        shown.formats().count(today),
        percent(shown, today, ago),
        today >= ago);
  }

  private static Card margin(Shown shown, Shop shop) {
    long now = tenthsOfPercent(shop.margin().orElseThrow().micro());
    long before = tenthsOfPercent(shop.weekAgoMargin().map(Shop.Margin::micro).orElse(0L));
    boolean comparable = shop.weekAgoMargin().filter(margin -> margin.netMinor() != 0).isPresent();
    return new Card(
        "margin",
        shown.text("figure.margin"),
        "",
        shown.tenths(now) + "%",
        comparable
            ? shown.text("figure.points", Map.of("n", shown.tenths(Math.abs(now - before))))
            : "",
        now >= before);
  }

  private static long tenthsOfPercent(long micro) {
    return Math.round(micro / 1_000.0);
  }

  /** How much more or less, without its sign: the arrow has it. Empty where nothing was before. */
  private static String percent(Shown shown, long now, long before) {
    return before <= 0
        ? ""
        : shown.tenths(Math.round(Math.abs(now - before) * 1_000.0 / before)) + "%";
  }
}
