package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.util.List;

/** Paints the steps of a price one under the other; what has no room is a page further. */
final class ExplanationPaint {
  private static final int ROW = 27;
  private static final int NOTE = 20;
  private static final int BETWEEN = 4;
  private static final int BELOW_RULE = 6; // between a rule and the sum below it

  private ExplanationPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Explain panel) {
    List<ExplanationRows.Row> all = ExplanationRows.of(panel.why(), shown.texts(), shown.formats());
    int edge = view.edge();
    float room = view.inner();
    ExplanationRows.Row paid = all.get(all.size() - 1);
    int foot = view.high() - 10 - height(paid, room);
    int top = view.firstRow();
    paint(draw, paid, foot, edge, room);
    List<ExplanationRows.Row> rows = all.subList(0, all.size() - 1);
    int last = lastFirst(rows, room, foot - top);
    String name = panel.why().line().name();
    view.turnedTitle(
        draw, Icon.TAG, name, shown.text("explain.title"), last > 0, panel.from(), last);
    int y = top;
    for (ExplanationRows.Row row : rows.subList(Math.min(panel.from(), last), rows.size())) {
      int high = height(row, room);
      if (y + high > foot) {
        return;
      }
      paint(draw, row, y, edge, room);
      y += high;
    }
  }

  /** The first row that may stand on top: with it, all that follow have room. */
  private static int lastFirst(List<ExplanationRows.Row> rows, float room, int high) {
    int left = high;
    int first = rows.size();
    while (first > 0 && left >= height(rows.get(first - 1), room)) {
      left -= height(rows.get(first - 1), room);
      first--;
    }
    return first;
  }

  private static int height(ExplanationRows.Row row, float room) {
    return ROW + NOTE * notes(row, room).size() + BETWEEN + (row.strong() ? BELOW_RULE : 0);
  }

  private static List<String> notes(ExplanationRows.Row row, float room) {
    return row.note().isEmpty() ? List.of() : Draw.wrapped(row.note(), Fonts.regular(15), room);
  }

  private static void paint(Draw draw, ExplanationRows.Row row, int y, int edge, float room) {
    if (row.strong()) {
      draw.line(Token.LINE, edge, Math.round(edge + room), y);
    }
    Font label = row.strong() ? Fonts.semiBold(17) : Fonts.regular(17);
    Font amount = row.strong() ? Fonts.bold(21) : Fonts.semiBold(17);
    float base = y + 20 + (row.strong() ? BELOW_RULE : 0);
    draw.right(row.amount(), amount, Token.INK, edge + room, base);
    float left = room - Draw.width(row.amount(), amount) - 12;
    draw.name(row.label(), label, Token.INK, edge, base, left);
    float note = base + NOTE;
    for (String part : notes(row, room)) {
      draw.text(part, Fonts.regular(15), Token.INK2, edge, note);
      note += NOTE;
    }
  }
}
