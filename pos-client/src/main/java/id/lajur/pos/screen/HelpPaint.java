package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.util.List;

/** Help in the right column: a cap and a word a row, in two columns where one has no room. */
final class HelpPaint {
  private static final int LEFT = 20;
  private static final int BETWEEN = 12;
  private static final int MOST = 34;
  private static final int LEAST = 24;
  private static final int CAPS = 40;

  private HelpPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Help help) {
    view.titleWithWayOut(draw, shown, shown.text("help.title"), shown.text("help.lead"));
    List<HelpOf.Row> rows = HelpOf.state(under(shown.state(), help));
    if (rows.isEmpty()) {
      return;
    }
    int top = view.roomy(80, 54);
    int room = view.high() - top - 10;
    int columns = columns(rows.size(), room);
    int deep = (rows.size() + columns - 1) / columns;
    int step = Math.min(MOST, room / deep);
    float width = width(view.wide(), columns);
    float widest = 0; // in one column all words begin alike; in two there is no room for that
    for (HelpOf.Row row : columns == 1 ? rows : List.<HelpOf.Row>of()) {
      widest = Math.max(widest, Draw.capWidth(row.cap()) + 8);
    }
    for (int i = 0; i < rows.size(); i++) {
      HelpOf.Row row = rows.get(i);
      int column = i / deep;
      float x = LEFT + column * (width + BETWEEN);
      float middle = top + i % deep * step + step / 2f;
      float unused = draw.cap(row.cap(), x, middle - 11, false);
      float words = Math.min(words(row, width), width - widest);
      draw.inTwoRows(row.word(shown), font(columns), Token.INK, x + width - words, middle, words);
    }
  }

  /** The state whose keys are told: what the help covers. */
  static LaneState under(LaneState state, Panel.Help help) {
    return state.withPanel(help.covered());
  }

  static int columns(int rows, int room) {
    return room / rows >= LEAST ? 1 : 2;
  }

  static Font font(int columns) {
    return Fonts.regular(columns == 1 ? 15 : 13.5f);
  }

  /** Of one column in a panel of a width. */
  static float width(int panel, int columns) {
    return (panel - 2f * LEFT - (columns - 1) * BETWEEN) / columns;
  }

  /** What a column of a width has for the words beside a cap. */
  static float words(HelpOf.Row row, float width) {
    return width - Math.max(CAPS, Draw.capWidth(row.cap()) + 8);
  }
}
