package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.Lane;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Departments, lanes or tenders as bars, each beside a week ago. */
final class SharesCard {
  private static final int HEAD = 64;
  private static final int UNIT_ROW = 22;
  private static final int UNIT_DOWN = 33; // its baseline, where it stands under the tabs
  static final int ROW = 44;
  private static final int BAR = 35; // where it lies in its row
  private static final Font VALUE = Fonts.semiBold(24);
  private static final Font SMALL = Fonts.regular(20); // of a name that has little room
  private static final Font CHANGE = Fonts.regular(20);

  private SharesCard() {}

  /**
   * One bar.
   *
   * @param key under which it is marked
   */
  private record Bar(String key, String name, long minor, long weekAgoMinor, Runnable open) {}

  /**
   * What all bars are drawn by.
   *
   * @param widest of the amounts, in px
   */
  private record Scale(long largest, Shown.Unit unit, float widest) {}

  private static String tab(Shown shown, MonitorState.Shares shares) {
    return shown.text("shares." + shares.name().toLowerCase(Locale.ROOT));
  }

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    pen.card(where, false);
    float x = where.x + 14f;
    int side = where.width < 380 ? 9 : 14;
    List<String> tabs =
        Arrays.stream(MonitorState.Shares.values()).map(each -> tab(shown, each)).toList();
    float scale = Pen.tabScale(tabs, side, where.width - 28f);
    for (MonitorState.Shares each : MonitorState.Shares.values()) {
      x =
          pen.tab(
              tab(shown, each),
              shown.state().shares() == each,
              x,
              where.y + 13,
              side,
              scale,
              touches,
              () -> presenter.shares(each));
    }
    float right = where.x + where.width - (float) Pen.PADDING;
    long greatest = bars(shown, presenter).stream().mapToLong(Bar::minor).max().orElse(0);
    // Figures without their unit say nothing: it stands beside the tabs, or under them.
    boolean beside = x + Draw.width(shown.word(shown.unit(greatest)), CHANGE) <= right;
    int head = HEAD + (beside ? 0 : UNIT_ROW);
    int most = Math.max(1, (where.height - head - 6) / ROW);
    List<Bar> bars = gathered(bars(shown, presenter), most, shown, presenter);
    long largest = bars.stream().mapToLong(Bar::minor).max().orElse(0);
    Shown.Unit unit = shown.unit(largest);
    if (!bars.isEmpty()) {
      float y = where.y + 41f + (beside ? 0 : UNIT_DOWN);
      pen.draw().wordsRight(shown.word(unit), CHANGE, Token.INK3, right, y);
    }
    if (bars.isEmpty()) {
      String key = shown.state().shop().isEmpty() ? "coming" : "shares.none";
      pen.empty(shown.text(key), where);
      return;
    }
    int y = where.y + head;
    double widest =
        bars.stream()
            .mapToDouble(bar -> Draw.width(shown.rounded(bar.minor(), unit), VALUE))
            .max()
            .orElse(0);
    for (Bar bar : bars) {
      var row = new Rectangle(where.x, y, where.width, ROW);
      paint(pen, shown, bar, row, new Scale(largest, unit, (float) widest));
      touches.add(row, bar.open());
      y += ROW;
    }
  }

  private static void paint(Pen pen, Shown shown, Bar bar, Rectangle row, Scale scale) {
    Draw draw = pen.draw();
    int left = row.x + Pen.PADDING;
    int right = row.x + row.width - Pen.PADDING;
    if (shown.isMarked(bar.key())) {
      draw.box(
          new Rectangle(left - 8, row.y + 3, right - left + 16, ROW - 2),
          Token.P_SOFT.color(),
          Token.P_SOFT.color(),
          1,
          8);
    }
    float baseline = row.y + 28f;
    String value = shown.rounded(bar.minor(), scale.unit());
    draw.right(value, VALUE, Token.INK, right, baseline);
    float end = right - scale.widest() - 14;
    if (bar.weekAgoMinor() > 0) {
      long change = Math.round((bar.minor() - bar.weekAgoMinor()) * 100.0 / bar.weekAgoMinor());
      String text = (change < 0 ? "\u2212" : "+") + Math.abs(change) + "%";
      draw.right(text, CHANGE, change < 0 ? Token.WARN : Token.INK2, end, baseline);
      end -= Draw.width(text, CHANGE) + 10;
    }
    Font font = Draw.width(bar.name(), Pen.TEXT) <= end - left ? Pen.TEXT : SMALL;
    float unused = pen.name(bar.name(), font, Token.INK, left, baseline, end - left);
    int wide = right - left;
    bar(draw, Token.LINE, left, row.y + BAR, wide);
    long largest = scale.largest();
    int filled =
        largest <= 0 ? 0 : (int) (wide * Math.max(0, Math.min(bar.minor(), largest)) / largest);
    if (filled > 0) {
      bar(draw, pen.sign(Token.PRIMARY), left, row.y + BAR, Math.max(8, filled));
    }
  }

  private static void bar(Draw draw, Token token, int x, int y, int width) {
    draw.box(new Rectangle(x, y, width, 8), token.color(), token.color(), 1, 4);
  }

  private static List<Bar> bars(Shown shown, MonitorPresenter presenter) {
    return switch (shown.state().shares()) {
      case DEPARTMENTS ->
          shown.shop().departments().stream()
              .map(
                  each ->
                      new Bar(
                          Changes.key(each),
                          each.name(),
                          each.salesMinor(),
                          each.weekAgoMinor(),
                          () -> presenter.drills().open(each)))
              .toList();
      case LANES ->
          shown.shop().lanes().stream()
              .filter(each -> each.salesMinor() != 0 || each.weekAgoMinor() != 0)
              .sorted(Comparator.comparingLong(Lane::salesMinor).reversed())
              .map(
                  each ->
                      new Bar(
                          Changes.salesKey(each),
                          each.name(),
                          each.salesMinor(),
                          each.weekAgoMinor(),
                          () -> presenter.drills().openSales(each)))
              .toList();
      case TENDERS ->
          shown.shop().tenders().stream()
              .map(
                  each ->
                      new Bar(
                          Changes.key(each),
                          each.name(),
                          each.amountMinor(),
                          each.weekAgoMinor(),
                          () -> presenter.drills().open(each)))
              .toList();
    };
  }

  /** What has no room of its own stands together in the last row. */
  private static List<Bar> gathered(
      List<Bar> bars, int most, Shown shown, MonitorPresenter presenter) {
    if (bars.size() <= most) {
      return bars;
    }
    List<Bar> shownBars = new ArrayList<>(bars.subList(0, most - 1));
    List<Bar> rest = bars.subList(most - 1, bars.size());
    shownBars.add(
        new Bar(
            "rest",
            shown.text("shares.rest", Map.of("n", Integer.toString(rest.size()))),
            rest.stream().mapToLong(Bar::minor).sum(),
            rest.stream().mapToLong(Bar::weekAgoMinor).sum(),
            presenter.drills()::openDay));
    return shownBars;
  }
}
