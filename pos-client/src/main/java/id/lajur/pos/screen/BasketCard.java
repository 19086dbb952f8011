package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the basket, and below them, large, the one that keys act on. */
final class BasketCard extends View {
  private static final int HEAD = 34;
  private static final int LEAST_ROW = 36;
  private static final int TOUCH_ROW = 48;
  private static final int LARGE = 106;

  /** In less height the large line gives a row to the others. */
  private static final int LITTLE = 300;

  private static final int LITTLE_LARGE = 84;
  private static final int NUMBER_RIGHT = 38;

  /** Where a number has four digits it comes nearer to the name. */
  private static final int LONG_NUMBER_RIGHT = 49;

  private static final int NAME = 54;
  private static final int NARROW = 760;

  /** Right edges of the columns; the discount's is negative where there is no such column. */
  private record Columns(int total, int discount, int price, int quantity) {}

  BasketCard(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    int w = getWidth();
    int h = getHeight();
    var all = new Rectangle(0, 0, w, h);
    draw.card(all);
    boolean narrow = w < NARROW;
    int total = w - Draw.PADDING;
    Columns columns =
        narrow
            ? new Columns(total, -1, total - 100, total - 184)
            : new Columns(total, total - 122, total - 220, total - 318);
    head(draw, shown, columns);
    rows(draw, shown, columns);
    if (EmptyBasket.isShown(shown.state())) {
      EmptyBasket.paint(draw, shown, new Rectangle(0, HEAD, w, h - HEAD));
    }
    shown.state().largeLine().ifPresent(line -> large(draw, shown, line, narrow));
    draw.roundOff(all);
  }

  private void head(Draw draw, Shown shown, Columns columns) {
    Font font = Fonts.regular(15);
    draw.text(shown.text("col.item"), font, Token.INK3, NAME, 23);
    draw.right(shown.text("col.quantity"), font, Token.INK3, columns.quantity(), 23);
    draw.right(shown.text("col.price"), font, Token.INK3, columns.price(), 23);
    if (columns.discount() > 0) {
      draw.right(shown.text("col.discount"), font, Token.INK3, columns.discount(), 23);
    }
    draw.right(shown.text("col.total"), font, Token.INK3, columns.total(), 23);
    draw.line(Token.LINE, 1, getWidth() - 1, HEAD - 1);
  }

  private void rows(Draw draw, Shown shown, Columns columns) {
    LaneState state = shown.state();
    boolean marked = state.choseAnother();
    Optional<LineView> large = state.largeLine();
    List<LineView> lines =
        state.basket().lines().stream()
            .filter(line -> marked || large.isEmpty() || line.lineId() != large.get().lineId())
            .toList();
    int rowHigh = rowHigh();
    int room = Math.max(0, roomForRows() / rowHigh);
    int first = firstShown(lines, large, marked, room);
    hidden(draw, shown, first, Math.max(0, lines.size() - first - room));
    int y = HEAD;
    for (LineView line : lines.subList(first, Math.min(lines.size(), first + room))) {
      boolean chosen = marked && large.isPresent() && line.lineId() == large.get().lineId();
      row(draw, shown, columns, line, y, chosen);
      onTouch(
          new Rectangle(0, y, getWidth(), rowHigh),
          "line " + line.lineId(),
          () -> screen().line(line.lineId()));
      y += rowHigh;
      if (y + rowHigh <= HEAD + roomForRows()) {
        draw.rowLine(16, getWidth() - 16, y - 1);
      }
    }
  }

  private int roomForRows() {
    boolean large = screen().shown().state().largeLine().isPresent();
    return getHeight() - HEAD - (large ? largeHigh() : 0);
  }

  private int largeHigh() {
    return getHeight() < LITTLE ? LITTLE_LARGE : LARGE;
  }

  /**
   * Rows share out what they have. A screen that is higher than wide is touched, and has the room;
   * on others they are no higher than a touch needs.
   */
  private int rowHigh() {
    int least = screen().portrait() ? TOUCH_ROW : LEAST_ROW;
    int rows = Math.max(1, roomForRows() / least);
    return Math.max(
        least, Math.min(screen().portrait() ? 2 * TOUCH_ROW : TOUCH_ROW, roomForRows() / rows));
  }

  /** How many lines have no room above and below those that are seen. */
  private static void hidden(Draw draw, Shown shown, int above, int below) {
    Font font = Fonts.semiBold(15);
    float x = NAME + Draw.width(shown.text("col.item"), Fonts.regular(15)) + 16;
    if (above > 0) {
      String text = shown.text("col.above", Map.of("n", shown.formats().count(above)));
      x = draw.text(text, font, Token.P_INK, x, 23) + 12;
    }
    if (below > 0) {
      String text = shown.text("col.below", Map.of("n", shown.formats().count(below)));
      draw.text(text, font, Token.P_INK, x, 23);
    }
  }

  private static int firstShown(
      List<LineView> lines, Optional<LineView> large, boolean marked, int room) {
    int last = Math.max(0, lines.size() - room);
    if (!marked || large.isEmpty()) {
      return last;
    }
    int at = lines.indexOf(large.get());
    return Math.max(0, Math.min(last, at - room / 2));
  }

  private void row(Draw draw, Shown shown, Columns columns, LineView line, int y, boolean chosen) {
    if (chosen) {
      draw.fill(Token.P_SOFT, 0, y, getWidth(), rowHigh() - 1);
      draw.fill(Token.PRIMARY, 0, y, 6, rowHigh() - 1);
    }
    boolean gone = !line.stands();
    float middle = y + rowHigh() / 2f - .5f;
    Font name = Fonts.regular(19);
    Font sum = gone ? name : Fonts.semiBold(19);
    Token ink = gone ? Token.INK3 : Token.INK;
    float baseline = Draw.middle(name, middle);
    if (gone) {
      Icon.CROSS.paint(draw.graphics(), Token.DANGER.color(), 23, middle - 7, 16);
    } else {
      Font small = Fonts.regular(15);
      String number = numberOf(shown, line);
      draw.right(number, small, Token.INK3, numberRight(number), baseline);
    }
    String quantity = gone ? shown.formats().quantity(line.quantityMilli()) : shown.quantity(line);
    float quantityLeft = columns.quantity() - Draw.width(quantity, sum);
    draw.right(quantity, sum, ink, columns.quantity(), baseline);
    if (line.weighed() && !gone) {
      quantityLeft -= 23;
      Icon.SCALE.paint(draw.graphics(), Token.INK2.color(), quantityLeft, middle - 8, 16);
    }
    Token second = gone ? Token.INK3 : Token.INK2;
    draw.right(shown.money(line.priceMinor()), name, second, columns.price(), baseline);
    if (line.discountMinor() != 0 && columns.discount() > 0) {
      String discount = shown.money(-line.discountMinor());
      draw.right(discount, Fonts.semiBold(19), Token.WARN, columns.discount(), baseline);
    }
    draw.right(shown.money(line.totalMinor()), sum, ink, columns.total(), baseline);
    name(draw, shown, line, middle, quantityLeft - 16 - NAME, columns.discount() < 0);
  }

  private static void name(
      Draw draw, Shown shown, LineView line, float middle, float width, boolean narrow) {
    Font font = Fonts.regular(19);
    boolean gone = !line.stands();
    String tag = tagOf(shown, line, narrow);
    float tagWidth = tag.isEmpty() ? 0 : Draw.width(tag, Fonts.semiBold(13.5f)) + 28;
    float baseline = Draw.middle(font, middle);
    float end =
        draw.name(
            line.name(), font, gone ? Token.INK3 : Token.INK, NAME, baseline, width - tagWidth);
    if (gone) {
      draw.line(Token.INK3, NAME, Math.round(end), Math.round(middle));
    }
    if (!tag.isEmpty()) {
      boolean discount = line.discountMinor() != 0;
      Token ground = gone ? Token.DANGER_SOFT : discount ? Token.WARN_SOFT : Token.P_SOFT;
      Token ink = gone ? Token.DANGER : discount ? Token.WARN : Token.P_INK;
      draw.tag(tag, ground, ink, end + 12, middle);
    }
  }

  private static String tagOf(Shown shown, LineView line, boolean narrow) {
    if (line.removedAt().isPresent()) {
      String time = shown.formats().time(line.removedAt().get());
      return shown.text("tag.removed", Map.of("time", time));
    }
    boolean discountHasNoColumn = narrow && line.discountMinor() != 0;
    return discountHasNoColumn ? shown.money(-line.discountMinor()) : line.tag();
  }

  private static String numberOf(Shown shown, LineView line) {
    int number = 0;
    for (LineView other : shown.state().basket().lines()) {
      if (other.stands()) {
        number++;
      }
      if (other.lineId() == line.lineId()) {
        break;
      }
    }
    return Integer.toString(number);
  }

  private static int numberRight(String number) {
    return number.length() > 3 ? LONG_NUMBER_RIGHT : NUMBER_RIGHT;
  }

  private void large(Draw draw, Shown shown, LineView line, boolean narrow) {
    int high = largeHigh();
    int less = (LARGE - high) / 2;
    int top = getHeight() - high;
    int right = getWidth() - Draw.PADDING;
    draw.fill(Token.P_SOFT, 0, top, getWidth(), high);
    draw.fill(Token.PRIMARY, 0, top, 6, high);
    top -= less;
    String number = numberOf(shown, line);
    Font small = Fonts.bold(number.length() > 3 ? 15 : 17);
    draw.wordsRight(number, small, Token.P_INK, numberRight(number), top + 41);
    String total = shown.money(line.totalMinor());
    Font sum = narrow ? Fonts.bold(36) : Fonts.bold(48);
    draw.right(total, sum, Token.INK, right, top + (narrow ? 84 : 68));
    float width = narrow ? right - NAME : right - Draw.width(total, sum) - 24 - NAME;
    Font name = narrow ? Fonts.semiBold(24) : Fonts.semiBold(30);
    draw.name(line.name(), name, Token.INK, NAME, top + 44, width);
    String times = shown.quantity(line) + " × " + shown.money(line.priceMinor());
    float x = draw.text(times, Fonts.regular(24), Token.INK2, NAME, top + 82) + 20;
    if (line.discountMinor() != 0) {
      String tag = line.tag().isEmpty() ? shown.money(-line.discountMinor()) : line.tag();
      draw.tag(tag, Token.WARN_SOFT, Token.WARN, x, top + 74);
    } else if (!narrow) {
      draw.text(line.barcode(), Fonts.regular(16), Token.INK3, x, top + 81);
    }
  }
}
