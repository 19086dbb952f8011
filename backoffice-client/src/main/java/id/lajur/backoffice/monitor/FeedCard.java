package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.Incident;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The newest at the right: incidents, receipts, best sellers, what is over soon. */
final class FeedCard {
  private static final int HEAD = 66;
  private static final int ROW = 50;
  static final int LEAST = HEAD + ROW + 4;
  private static final int LINE = 27; // of a name that needs more than one
  private static final int MOST_LINES = 3;
  private static final int TIME_WIDE = 66;
  private static final int BESIDE = 12;
  private static final Font TIME = Fonts.regular(21);
  private static final Font VALUE = Fonts.semiBold(22);
  private static final Font BADGE = Fonts.bold(19);
  private static final Set<String> ALARMS =
      Set.of("EMERGENCY_RECEIPT", "EMERGENCY_LINE_VOIDED", "EMERGENCY_BASKET_VOIDED");
  private static final Set<String> QUIET =
      Set.of("LINE_VOIDED", "QUANTITY_LOWERED", "RECEIPT_COPIED", "APPROVED", "BASKET_VOIDED");

  private FeedCard() {}

  /**
   * One row.
   *
   * @param time empty for goods
   * @param lane with the two colours of its badge; empty for goods
   * @param beside small, before the value; empty for none
   * @param open what a touch does; empty for nothing
   */
  private record Row(
      boolean marked,
      String time,
      String lane,
      List<Token> badge,
      String words,
      String beside,
      String value,
      Token ink,
      Optional<Runnable> open) {}

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    pen.card(where, false);
    float x = where.x + 12f;
    int side = where.width < 470 ? 8 : 14;
    List<String> tabs =
        Arrays.stream(MonitorState.Feed.values()).map(each -> tab(shown, each)).toList();
    float scale = Pen.tabScale(tabs, side, where.width - 24f);
    for (MonitorState.Feed each : MonitorState.Feed.values()) {
      x =
          pen.tab(
              tab(shown, each),
              shown.state().feed() == each,
              x,
              where.y + 14,
              side,
              scale,
              touches,
              () -> presenter.feed(each));
    }
    List<Row> rows =
        switch (shown.state().feed()) {
          case INCIDENTS -> incidents(shown, presenter);
          case RECEIPTS -> receipts(shown, presenter);
          case TOP -> top(shown, presenter);
          case LOW -> low(shown, presenter);
        };
    int y = where.y + HEAD;
    int bottom = where.y + where.height - 4;
    for (Row row : rows) {
      if (y + ROW > bottom) {
        break;
      }
      List<String> words = words(row, where.width, 1 + (bottom - y - ROW) / LINE);
      var place = new Rectangle(where.x, y, where.width, ROW + (words.size() - 1) * LINE);
      paint(pen, row, words, place, y > where.y + HEAD);
      row.open().ifPresent(act -> touches.add(place, act));
      y += place.height;
    }
    if (rows.isEmpty()) {
      String key = "feed.none." + shown.state().feed().name().toLowerCase(Locale.ROOT);
      pen.empty(shown.text(shown.state().shop().isEmpty() ? "coming" : key), where);
    }
  }

  private static String tab(Shown shown, MonitorState.Feed feed) {
    return shown.text("feed." + feed.name().toLowerCase(Locale.ROOT));
  }

  /**
   * A name that has no room in one line has up to three; of more, the rest under the pointer.
   *
   * @param high lines that have room down to the card's end, at least one
   */
  private static List<String> words(Row row, int width, int high) {
    int most = Math.min(MOST_LINES, high);
    float room = room(row, width);
    if (Draw.width(row.words(), Pen.TEXT) <= room) {
      return List.of(row.words());
    }
    List<String> lines = Draw.wrapped(row.words(), Pen.TEXT, room);
    if (lines.size() <= most) {
      return lines;
    }
    List<String> few = new ArrayList<>(lines.subList(0, most - 1));
    few.add(String.join(" ", lines.subList(most - 1, lines.size())));
    return few;
  }

  private static float room(Row row, int width) {
    float room = width - 2f * Pen.PADDING;
    if (!row.lane().isEmpty()) {
      room -= TIME_WIDE + badgeWide(row.lane()) + BESIDE;
    }
    if (!row.beside().isEmpty()) {
      room -= Math.max(110, Draw.width(row.value(), VALUE) + 20);
      return room - Draw.width(row.beside(), TIME) - 16;
    }
    return row.value().isEmpty() ? room : room - Draw.width(row.value(), VALUE) - 18;
  }

  private static int badgeWide(String lane) {
    return Math.max(34, Math.round(Draw.width(lane, BADGE)) + 18);
  }

  private static void paint(Pen pen, Row row, List<String> words, Rectangle place, boolean lined) {
    Draw draw = pen.draw();
    if (row.marked()) {
      draw.box(
          new Rectangle(place.x + 10, place.y + 3, place.width - 20, place.height - 6),
          Token.P_SOFT.color(),
          Token.P_SOFT.color(),
          1,
          8);
    }
    int right = place.x + place.width - Pen.PADDING;
    if (lined) {
      draw.line(Token.LINE, place.x + Pen.PADDING, right, place.y);
    }
    float first = place.y + ROW / 2f;
    float x = place.x + (float) Pen.PADDING;
    if (!row.lane().isEmpty()) {
      float unused = draw.text(row.time(), TIME, Token.INK3, x, Draw.middle(TIME, first));
      var box =
          new Rectangle(
              Math.round(x + TIME_WIDE), Math.round(first - 17), badgeWide(row.lane()), 34);
      Color ground = pen.ground(row.badge().get(0)).color();
      draw.box(box, ground, ground, 1, 7);
      draw.centre(
          row.lane(), BADGE, row.badge().get(1), box.x + box.width / 2f, Draw.middle(BADGE, first));
      x = box.x + box.width + (float) BESIDE;
    }
    draw.right(row.value(), VALUE, row.ink(), right, Draw.middle(VALUE, first));
    if (!row.beside().isEmpty()) {
      float end = right - Math.max(110, Draw.width(row.value(), VALUE) + 20);
      draw.right(row.beside(), TIME, Token.INK3, end, Draw.middle(TIME, first));
    }
    float room = room(row, place.width);
    for (int line = 0; line < words.size(); line++) {
      float unused =
          pen.part(
              words.get(line),
              row.words(),
              Pen.TEXT,
              Token.INK,
              x,
              Draw.middle(Pen.TEXT, first + line * LINE),
              room);
    }
  }

  private static List<Row> incidents(Shown shown, MonitorPresenter presenter) {
    return shown.shop().incidents().stream()
        .map(
            each -> {
              boolean alarm = ALARMS.contains(each.kind());
              boolean quiet = !alarm && QUIET.contains(each.kind());
              Token ground = alarm ? Token.DANGER : quiet ? Token.LINE : Token.AMBER;
              Token ink = alarm ? Token.ON_DANGER : quiet ? Token.INK2 : Token.ON_AMBER;
              return new Row(
                  shown.isMarked(Changes.key(each)),
                  shown.formats().time(Instant.ofEpochMilli(each.occurredAtMs())),
                  shown.laneNumber(each.terminal()),
                  List.of(ground, ink),
                  said(shown, each),
                  "",
                  each.amountMinor()
                      .map(minor -> shown.formats().money(signed(each, minor)))
                      .orElse(""),
                  Token.INK,
                  presenter.drills().opens(each)
                      ? Optional.of(() -> presenter.drills().open(each))
                      : Optional.empty());
            })
        .toList();
  }

  private static List<Row> receipts(Shown shown, MonitorPresenter presenter) {
    return shown.shop().receipts().stream()
        .map(
            each ->
                new Row(
                    shown.isMarked(Changes.key(each)),
                    shown.formats().time(Instant.ofEpochMilli(each.soldAtMs())),
                    shown.laneNumber(each.terminal()),
                    List.of(Token.LINE, Token.INK2),
                    each.number() + " " + each.operatorName(),
                    "",
                    shown.formats().money(each.totalMinor()),
                    Token.INK,
                    Optional.of(() -> presenter.drills().openReceipt(each.saleId()))))
        .toList();
  }

  private static List<Row> top(Shown shown, MonitorPresenter presenter) {
    return shown.shop().topItems().stream()
        .map(
            each ->
                goods(
                    each.name(),
                    shown.formats().quantity(each.quantityMilli()) + " " + each.unit(),
                    shown.formats().money(each.salesMinor()),
                    Token.INK,
                    Optional.of(() -> presenter.drills().open(each))))
        .toList();
  }

  private static List<Row> low(Shown shown, MonitorPresenter presenter) {
    return shown.shop().lowStock().stream()
        .map(
            each ->
                goods(
                    each.name(),
                    shown.text(
                        "feed.aDay",
                        Map.of("n", shown.formats().quantity(rounded(each.soldADayMilli())))),
                    shown.formats().quantity(each.stockMilli()) + " " + each.unit(),
                    each.stockMilli() <= 0 ? Token.DANGER : Token.INK,
                    presenter.drills().opensItems()
                        ? Optional.of(() -> presenter.drills().open(each))
                        : Optional.empty()))
        .toList();
  }

  private static Row goods(
      String name, String beside, String value, Token ink, Optional<Runnable> open) {
    return new Row(false, "", "", List.of(), name, beside, value, ink, open);
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

  private static String said(Shown shown, Incident incident) {
    String key = "incident." + incident.kind();
    String act = shown.texts().has(key) ? shown.text(key) : incident.kind();
    String about = incident.itemName().isEmpty() ? incident.reason() : incident.itemName();
    return about.isEmpty() ? act : act + ", " + about;
  }

  /** A mean is read in whole units, a small one in tenths. */
  private static long rounded(long milli) {
    return milli >= 10_000 ? Math.round(milli / 1_000.0) * 1_000 : Math.round(milli / 100.0) * 100;
  }
}
