package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.backoffice.monitor.Shop.LowStock;
import id.lajur.backoffice.monitor.Shop.SoldReceipt;
import id.lajur.backoffice.monitor.Shop.TopItem;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The newest at the right: incidents, receipts, best sellers, what is over soon. */
final class FeedCard {
  private static final int HEAD = 66;
  private static final int ROW = 52;
  private static final Font TIME = Fonts.regular(21);
  private static final Font VALUE = Fonts.semiBold(22);
  private static final Set<String> ALARMS =
      Set.of("EMERGENCY_RECEIPT", "EMERGENCY_LINE_VOIDED", "EMERGENCY_BASKET_VOIDED");
  private static final Set<String> QUIET =
      Set.of("LINE_VOIDED", "QUANTITY_LOWERED", "RECEIPT_COPIED", "APPROVED", "BASKET_VOIDED");

  private FeedCard() {}

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    pen.card(where, false);
    float x = where.x + 12f;
    for (MonitorState.Feed each : MonitorState.Feed.values()) {
      x =
          pen.tab(
              shown.text("feed." + each.name().toLowerCase(Locale.ROOT)),
              shown.state().feed() == each,
              x,
              where.y + 14,
              where.width < 470 ? 8 : 14,
              touches,
              () -> presenter.feed(each));
    }
    int rows = Math.max(0, (where.height - HEAD - 4) / ROW);
    int painted =
        switch (shown.state().feed()) {
          case INCIDENTS -> incidents(pen, shown, where, rows);
          case RECEIPTS -> receipts(pen, shown, where, rows, touches, presenter);
          case TOP -> top(pen, shown, where, rows, touches, presenter);
          case LOW -> low(pen, shown, where, rows);
        };
    if (painted == 0) {
      String key = "feed.none." + shown.state().feed().name().toLowerCase(Locale.ROOT);
      pen.empty(shown.text(shown.state().shop().isEmpty() ? "coming" : key), where);
    }
  }

  private static Rectangle row(Pen pen, Rectangle where, int at, boolean marked) {
    var row = new Rectangle(where.x, where.y + HEAD + at * ROW, where.width, ROW);
    if (marked) {
      pen.draw()
          .box(
              new Rectangle(row.x + 10, row.y + 3, row.width - 20, ROW - 6),
              Token.P_SOFT.color(),
              Token.P_SOFT.color(),
              1,
              8);
    }
    if (at > 0) {
      pen.draw().line(Token.LINE, row.x + Pen.PADDING, row.x + row.width - Pen.PADDING, row.y);
    }
    return row;
  }

  private static int incidents(Pen pen, Shown shown, Rectangle where, int most) {
    List<Incident> incidents = shown.shop().incidents();
    int rows = Math.min(most, incidents.size());
    for (int i = 0; i < rows; i++) {
      Incident each = incidents.get(i);
      Rectangle row = row(pen, where, i, shown.isMarked(Changes.key(each)));
      String value =
          each.amountMinor().map(minor -> shown.formats().money(signed(each, minor))).orElse("");
      boolean alarm = ALARMS.contains(each.kind());
      Token ground = alarm ? Token.DANGER : QUIET.contains(each.kind()) ? Token.LINE : Token.AMBER;
      Token ink = alarm ? Token.ON_DANGER : ground == Token.LINE ? Token.INK2 : Token.ON_AMBER;
      entry(
          pen,
          row,
          shown.formats().time(Instant.ofEpochMilli(each.occurredAtMs())),
          shown.laneNumber(each.terminal()),
          new Token[] {ground, ink},
          words(shown, each),
          value);
    }
    return rows;
  }

  /** What leaves the shop is below zero. */
  private static long signed(Incident incident, long minor) {
    return switch (incident.kind()) {
      case "RETURNED",
          "CREDITED",
          "LINE_DISCOUNTED",
          "BASKET_DISCOUNTED",
          "CASH_PAY_OUT",
          "CASH_DROP" ->
          -Math.abs(minor);
      default -> minor;
    };
  }

  private static String words(Shown shown, Incident incident) {
    String key = "incident." + incident.kind();
    String act = shown.texts().has(key) ? shown.text(key) : incident.kind();
    String about = incident.itemName().isEmpty() ? incident.reason() : incident.itemName();
    return about.isEmpty() ? act : act + ", " + about;
  }

  private static int receipts(
      Pen pen,
      Shown shown,
      Rectangle where,
      int most,
      Touches touches,
      MonitorPresenter presenter) {
    List<SoldReceipt> receipts = shown.shop().receipts();
    int rows = Math.min(most, receipts.size());
    for (int i = 0; i < rows; i++) {
      SoldReceipt each = receipts.get(i);
      Rectangle row = row(pen, where, i, shown.isMarked(Changes.key(each)));
      entry(
          pen,
          row,
          shown.formats().time(Instant.ofEpochMilli(each.soldAtMs())),
          shown.laneNumber(each.terminal()),
          new Token[] {Token.LINE, Token.INK2},
          each.number() + "  " + each.operatorName(),
          shown.formats().money(each.totalMinor()));
      touches.add(row, () -> presenter.openReceipt(each.saleId()));
    }
    return rows;
  }

  private static void entry(
      Pen pen, Rectangle row, String time, String lane, Token[] badge, String words, String value) {
    Draw draw = pen.draw();
    float middle = row.y + ROW / 2f;
    int right = row.x + row.width - Pen.PADDING;
    float x = row.x + Pen.PADDING;
    float unused = draw.text(time, TIME, Token.INK3, x, Draw.middle(TIME, middle));
    Font small = Fonts.bold(19);
    int wide = Math.max(34, Math.round(Draw.width(lane, small)) + 18);
    var box = new Rectangle(Math.round(x + 74), Math.round(middle - 17), wide, 34);
    draw.box(box, badge[0].color(), badge[0].color(), 1, 7);
    draw.centre(lane, small, badge[1], box.x + box.width / 2f, Draw.middle(small, middle));
    float end = right;
    if (!value.isEmpty()) {
      draw.right(value, VALUE, Token.INK, right, Draw.middle(VALUE, middle));
      end -= Draw.width(value, VALUE) + 18;
    }
    float from = box.x + box.width + 16f;
    unused = draw.name(words, Pen.TEXT, Token.INK, from, Draw.middle(Pen.TEXT, middle), end - from);
  }

  private static int top(
      Pen pen,
      Shown shown,
      Rectangle where,
      int most,
      Touches touches,
      MonitorPresenter presenter) {
    List<TopItem> items = shown.shop().topItems();
    int rows = Math.min(most, items.size());
    for (int i = 0; i < rows; i++) {
      TopItem each = items.get(i);
      Rectangle row = row(pen, where, i, false);
      goods(
          pen,
          row,
          each.name(),
          shown.formats().quantity(each.quantityMilli()) + " " + each.unit(),
          shown.formats().money(each.salesMinor()),
          Token.INK);
      touches.add(row, () -> presenter.open(each));
    }
    return rows;
  }

  private static int low(Pen pen, Shown shown, Rectangle where, int most) {
    List<LowStock> items = shown.shop().lowStock();
    int rows = Math.min(most, items.size());
    for (int i = 0; i < rows; i++) {
      LowStock each = items.get(i);
      goods(
          pen,
          row(pen, where, i, false),
          each.name(),
          shown.text(
              "feed.aDay", Map.of("n", shown.formats().quantity(rounded(each.soldADayMilli())))),
          shown.formats().quantity(each.stockMilli()) + " " + each.unit(),
          each.stockMilli() <= 0 ? Token.DANGER : Token.INK);
    }
    return rows;
  }

  /** A mean is read in whole units, a small one in tenths. */
  private static long rounded(long milli) {
    return milli >= 10_000 ? Math.round(milli / 1_000.0) * 1_000 : Math.round(milli / 100.0) * 100;
  }

  private static void goods(
      Pen pen, Rectangle row, String name, String beside, String value, Token ink) {
    Draw draw = pen.draw();
    float middle = row.y + ROW / 2f;
    float right = row.x + row.width - (float) Pen.PADDING;
    draw.right(value, VALUE, ink, right, Draw.middle(VALUE, middle));
    right -= Math.max(110, Draw.width(value, VALUE) + 20);
    draw.right(beside, TIME, Token.INK3, right, Draw.middle(TIME, middle));
    right -= Draw.width(beside, TIME) + 16;
    float x = row.x + (float) Pen.PADDING;
    float unused =
        draw.name(name, Pen.TEXT, Token.INK, x, Draw.middle(Pen.TEXT, middle), right - x);
  }
}
