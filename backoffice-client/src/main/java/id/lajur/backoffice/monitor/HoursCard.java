package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.HourSales;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.CategorySeries.CategorySeriesRenderStyle;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Sales by hour as bars, the running one darker, and the same weekday as a line. The chart draws
 * bars and line alone; axis and grid are ours, so that their figures are the screen's.
 */
final class HoursCard {
  private static final int FIRST_HOUR = 7; // of an axis without sales
  private static final int LAST_HOUR = 21;
  private static final int HEAD = 66;
  private static final int FOOT = 38;
  private static final int AXIS = 52;
  private static final Font TICK = Fonts.regular(20);
  private static final int CLOSER = 24;
  private static final int RUNNING = 115; // how dense the hour that is not over is painted
  private static final int OLD = 150; // and a week ago beside figures that are old

  private List<HourSales> hours = List.of();
  private long lastHour;
  private Color primary = new Color(0, true);
  private Color before = new Color(0, true);
  private CategoryChart chart = new CategoryChartBuilder().build();
  private List<HourSales> axis = List.of();
  private long topMinor;
  private long stepMinor;

  void paint(Pen pen, Shown shown, Rectangle where, Touches touches, Consumer<HourSales> open) {
    make(pen, shown);
    Draw draw = pen.draw();
    pen.card(where, false);
    Shown.Unit unit = shown.unit(topMinor);
    if (axis.stream().allMatch(hour -> hour.salesMinor() == 0 && hour.weekAgoMinor() == 0)) {
      // A line along 0 would say that a week ago nothing was sold.
      float unused =
          draw.text(shown.text("hours"), Pen.STRONG, Token.INK, where.x + 22f, where.y + 42f);
      pen.empty(shown.text(shown.state().shop().isEmpty() ? "coming" : "hours.none"), where);
      return;
    }
    head(pen, shown, where, unit);
    var plot =
        new Rectangle(
            where.x + AXIS,
            where.y + HEAD,
            where.width - AXIS - Pen.PADDING,
            where.height - HEAD - FOOT);
    for (long tick = 0; tick <= topMinor; tick += stepMinor) {
      int y = plot.y + plot.height - Math.round((float) tick * plot.height / topMinor);
      draw.rowLine(plot.x, plot.x + plot.width, y);
      String figure =
          stepMinor % unit.minor() == 0
              ? shown.formats().count(tick / unit.minor())
              : shown.rounded(tick, unit);
      draw.right(figure, TICK, Token.INK2, plot.x - 10f, Draw.middle(TICK, y));
    }
    var own = (Graphics2D) draw.graphics().create(plot.x, plot.y, plot.width, plot.height);
    try {
      chart.paint(own, plot.width, plot.height);
    } finally {
      own.dispose();
    }
    float column = (float) plot.width / axis.size();
    for (int i = 0; i < axis.size(); i++) {
      float middle = plot.x + column * (i + .5f);
      String hour = Integer.toString(axis.get(i).hour() % 24);
      draw.centre(hour, TICK, Token.INK2, middle, plot.y + plot.height + 28f);
      HourSales at = axis.get(i);
      touches.add(
          new Rectangle(
              Math.round(middle - column / 2), plot.y, Math.round(column), plot.height + FOOT),
          () -> open.accept(at));
    }
  }

  private static void head(Pen pen, Shown shown, Rectangle where, Shown.Unit unit) {
    Draw draw = pen.draw();
    float y = where.y + 42f;
    float x = draw.text(shown.text("hours"), Pen.STRONG, Token.INK, where.x + 22f, y);
    float end = draw.text(shown.word(unit), Fonts.regular(20), Token.INK3, x + 12, y);
    if (shown.comparedDay().isEmpty()) {
      return;
    }
    Font font = Fonts.regular(20);
    String before = shown.text("hours.before", Map.of("day", shown.comparedDay()));
    float right = where.x + where.width - 22f;
    float legend =
        Draw.width(before, font) + Draw.width(shown.text("hours.today"), font) + 24 + 66 + 12;
    boolean close = right - legend < end; // then its parts stand closer together
    boolean whole = right - (close ? legend - CLOSER : legend) >= end;
    if (!whole && right - Draw.width(before, font) - 60 < end) {
      return; // bars and line are told apart by their looks
    }
    draw.wordsRight(before, font, Token.INK2, right, y);
    right -= Draw.width(before, font) + (close ? 8 : 12);
    draw.graphics().setColor(weekAgo(pen));
    draw.graphics().fillRect(Math.round(right - 24), Math.round(y - 9), 24, 4);
    if (!whole) {
      return; // the bars are today's, as in every chart of today
    }
    right -= 24 + (close ? 10 : 26);
    draw.wordsRight(shown.text("hours.today"), font, Token.INK2, right, y);
    right -= Draw.width(shown.text("hours.today"), font) + (close ? 6 : 10);
    draw.box(
        new Rectangle(Math.round(right - 18), Math.round(y - 16), 18, 18),
        pen.sign(Token.PRIMARY).color(),
        pen.sign(Token.PRIMARY).color(),
        1,
        4);
  }

  private static Color weekAgo(Pen pen) {
    return pen.isOld() ? Draw.veil(Token.AMBER, OLD) : Token.AMBER.color();
  }

  /** Makes the chart anew when its hours or colours are others. */
  private void make(Pen pen, Shown shown) {
    List<HourSales> now = shown.shop().hours();
    long running =
        shown.shop().open()
            ? now.stream()
                .filter(hour -> hour.tickets() > 0)
                .mapToLong(HourSales::hour)
                .max()
                .orElse(-1)
            : -1;
    if (now.equals(hours)
        && running == lastHour
        && pen.sign(Token.PRIMARY).color().equals(primary)
        && !axis.isEmpty()) {
      return;
    }
    hours = now;
    lastHour = running;
    primary = pen.sign(Token.PRIMARY).color();
    before = weekAgo(pen);
    axis = axis(now);
    long largest =
        axis.stream()
            .mapToLong(hour -> Math.max(hour.salesMinor(), hour.weekAgoMinor()))
            .max()
            .orElse(0);
    stepMinor = step(largest);
    topMinor = Math.max(stepMinor, (largest + stepMinor - 1) / stepMinor * stepMinor);
    chart = chart();
  }

  /** Every hour from the first to the last in which something was sold on either day. */
  private static List<HourSales> axis(List<HourSales> sold) {
    Map<Integer, HourSales> found = new HashMap<>();
    sold.forEach(hour -> found.put(hour.hour(), hour));
    int first =
        Math.min(FIRST_HOUR, sold.stream().mapToInt(HourSales::hour).min().orElse(FIRST_HOUR));
    int last = Math.max(LAST_HOUR, sold.stream().mapToInt(HourSales::hour).max().orElse(LAST_HOUR));
    List<HourSales> all = new ArrayList<>();
    for (int hour = first; hour <= last; hour++) {
      all.add(found.getOrDefault(hour, new HourSales(hour, 0, 0, 0)));
    }
    return all;
  }

  /** A round step that three to six of fill the axis. */
  private static long step(long largest) {
    long step = 100;
    while (largest > 4 * step) {
      long next = Long.toString(step).startsWith("2") ? step / 2 * 5 : step * 2;
      step = next;
    }
    return step;
  }

  private CategoryChart chart() {
    CategoryChart made = new CategoryChartBuilder().build();
    var styler = made.getStyler();
    styler.setOverlapped(true);
    styler.setAvailableSpaceFill(.62);
    styler.setPlotBorderVisible(false);
    styler.setPlotGridLinesVisible(false);
    styler.setPlotMargin(0);
    styler.setPlotContentSize(1);
    styler.setAxisTicksVisible(false);
    styler.setXAxisTitleVisible(false);
    styler.setYAxisTitleVisible(false);
    styler.setYAxisMin(0.0);
    styler.setYAxisMax((double) topMinor);
    styler.setLegendVisible(false);
    styler.setChartTitleVisible(false);
    styler.setChartPadding(0);
    var clear = new Color(0, 0, 0, 0);
    styler.setChartBackgroundColor(clear);
    styler.setPlotBackgroundColor(clear);
    List<Integer> names = axis.stream().map(HourSales::hour).toList();
    bars(made, "today", names, false).setFillColor(primary);
    bars(made, "running", names, true).setFillColor(Draw.veil(primary, RUNNING));
    CategorySeries line =
        made.addSeries(
            "before", names, axis.stream().map(hour -> Math.max(0, hour.weekAgoMinor())).toList());
    line.setChartCategorySeriesRenderStyle(CategorySeriesRenderStyle.Line);
    line.setMarker(SeriesMarkers.NONE);
    line.setLineColor(before);
    line.setLineWidth(4);
    return made;
  }

  private CategorySeries bars(
      CategoryChart made, String name, List<Integer> names, boolean running) {
    List<Long> heights =
        axis.stream()
            .map(hour -> (hour.hour() == lastHour) == running ? Math.max(0, hour.salesMinor()) : 0L)
            .toList();
    return made.addSeries(name, names, heights);
  }
}
