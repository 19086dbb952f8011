package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

/** The panel of what F10 leads to. */
final class MorePaint {
  private static final int THREE_COLUMNS = 600;

  private MorePaint() {}

  /** In columns: twelve keys that a finger can hit need more height than one has. */
  static void panel(PanelView view, Draw draw, View.Shown shown) {
    view.titleWithWayOut(draw, shown, shown.text("more.title"), "");
    List<String> rows = HelpOf.MORE;
    int columns = view.wide() >= THREE_COLUMNS ? 3 : 2;
    int deep = (rows.size() + columns - 1) / columns;
    int first = view.roomy(72, 51);
    int step = Math.min(72, (view.high() - first - view.roomy(4, 0)) / deep);
    int between = Math.max(1, Math.min(6, step - PanelView.TOUCH));
    int w = (view.inner() - (columns - 1) * 8) / columns;
    for (int i = 0; i < rows.size(); i++) {
      LaneKey key = HelpOf.moreKey(i);
      var where =
          new Rectangle(
              view.edge() + i / deep * (w + 8), first + i % deep * step, w, step - between);
      draw.key(where, Token.RAISED, Token.LINE, 1);
      float middle = where.y + where.height / 2f;
      boolean dim = key == LaneKey.SHIFT_F8 && KeyBarOf.hasNothingToVoid(shown.state());
      float x = draw.cap(key.cap(), where.x + 8f, middle - 11, dim);
      float room = where.x + where.width - x - 14;
      Font font = Fonts.semiBold(15);
      String word = shown.text(rows.get(i));
      String brief = rows.get(i) + ".short";
      if (Draw.wrapped(word, font, room).size() > 2 && shown.texts().has(brief)) {
        word = shown.text(brief);
      }
      draw.inTwoRows(word, font, dim ? Token.INK3 : Token.INK, x + 8, middle, room);
      view.onTouch(where, key);
    }
  }
}
