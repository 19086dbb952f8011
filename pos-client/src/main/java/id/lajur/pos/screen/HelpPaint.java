package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.util.List;

/** Help in the right column: a cap and a word a row, in two columns where one has no room. */
final class HelpPaint {
  static final Font FONT = Fonts.regular(15);

  private static final int BETWEEN = 12;
  private static final int MOST = 34;
  private static final int MOST_OF_TWO = 42; // words may stand in two rows
  private static final int LEAST = 24;
  private static final int BESIDE = 8;

  private HelpPaint() {}

  /**
   * One column.
   *
   * @param caps where its caps begin
   * @param words where all its words begin
   * @param room what they have
   */
  record Column(List<HelpOf.Row> rows, float caps, float words, float room) {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Help help) {
    view.titleWithWayOut(draw, shown, shown.text("help.title"), shown.text("help.lead"));
    List<HelpOf.Row> rows = HelpOf.state(under(shown.state(), help));
    if (rows.isEmpty()) {
      return;
    }
    int top = view.isTight() ? 54 : 80;
    int room = view.high() - top - 10;
    List<Column> columns = columns(rows, shown, room, view.edge(), view.inner());
    int deep = columns.get(0).rows().size();
    int step = Math.min(columns.size() == 1 ? MOST : MOST_OF_TWO, room / deep);
    for (Column column : columns) {
      float middle = top + step / 2f;
      for (HelpOf.Row row : column.rows()) {
        draw.cap(row.cap(), column.caps(), middle - 11, false);
        draw.inTwoRows(row.word(shown), FONT, Token.INK, column.words(), middle, column.room());
        middle += step;
      }
    }
  }

  /** The state whose keys are told: what the help covers. */
  static LaneState under(LaneState state, Panel.Help help) {
    return state.withPanel(help.covered());
  }

  /** All rows in one column, or halves in two; of two the one whose words are longer is wider. */
  static List<Column> columns(
      List<HelpOf.Row> rows, View.Shown shown, int high, int left, int width) {
    if (high / rows.size() >= LEAST) {
      float words = left + caps(rows);
      return List.of(new Column(rows, left, words, left + width - words));
    }
    int deep = (rows.size() + 1) / 2;
    List<HelpOf.Row> first = rows.subList(0, deep);
    List<HelpOf.Row> second = rows.subList(deep, rows.size());
    float needed = least(first, shown);
    float other = least(second, shown);
    float free = width - BETWEEN - caps(first) - caps(second) - needed - other;
    float words = left + caps(first);
    float room = needed + share(widths(first, shown), needed, widths(second, shown), other, free);
    float next = words + room + BETWEEN;
    float nextWords = next + caps(second);
    return List.of(
        new Column(first, left, words, room),
        new Column(second, next, nextWords, left + width - nextWords));
  }

  /** Of what is free, the first column's part: with which the fewest words need two rows. */
  private static float share(
      List<Float> first, float needed, List<Float> second, float other, float free) {
    float best = free / 2;
    long least = broken(first, needed + best) + broken(second, other + free - best);
    for (int part = 0; part <= free; part++) {
      long broken = broken(first, needed + part) + broken(second, other + free - part);
      boolean nearer = Math.abs(part - free / 2) < Math.abs(best - free / 2);
      if (broken < least || broken == least && nearer) {
        best = part;
        least = broken;
      }
    }
    return best;
  }

  private static long broken(List<Float> widths, float room) {
    return widths.stream().filter(width -> width > room).count();
  }

  private static List<Float> widths(List<HelpOf.Row> rows, View.Shown shown) {
    return rows.stream().map(row -> Draw.width(row.word(shown), FONT)).toList();
  }

  /** What caps take, and the space beside them. */
  private static float caps(List<HelpOf.Row> rows) {
    float widest = 0;
    for (HelpOf.Row row : rows) {
      widest = Math.max(widest, Draw.capWidth(row.cap()));
    }
    return widest + BESIDE;
  }

  /** In which width all words have room in two rows each. */
  private static float least(List<HelpOf.Row> rows, View.Shown shown) {
    float least = 0;
    for (HelpOf.Row row : rows) {
      least = Math.max(least, inTwo(row.word(shown)));
    }
    return least;
  }

  private static float inTwo(String text) {
    float least = Draw.width(text, FONT);
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      float first = Draw.width(text.substring(0, at), FONT);
      least = Math.min(least, Math.max(first, Draw.width(text.substring(at + 1), FONT)));
    }
    return least;
  }
}
