package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.util.Map;

/** The panel of baskets that wait. */
final class WaitingPaint {
  private WaitingPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Resume resume) {
    view.listTitle(draw, Icon.CLOCK, shown.text("resume.title"), "", resume, view.aboveKeys());
    view.rows(
        resume,
        view.aboveKeys(),
        (row, y) ->
            waiting(view, draw, shown, resume.baskets().get(row), y, row == resume.chosen()));
    view.keys(draw, shown, "key.resume");
  }

  private static void waiting(
      PanelView view, Draw draw, View.Shown shown, WaitingView waiting, int y, boolean chosen) {
    view.row(draw, y, chosen);
    float room = view.rowSum(draw, y, shown.money(waiting.totalMinor()), Token.INK);
    String what =
        waiting.isOpen()
            ? shown.text("resume.open", Map.of("lane", waiting.lane()))
            : shown.text("resume.number", Map.of("n", Integer.toString(waiting.number())));
    draw.name(what, Fonts.semiBold(17), Token.INK, view.rowText(), y + 24, room);
    var values =
        Map.of(
            "operator", waiting.operator(),
            "time", shown.formats().time(waiting.since()),
            "lines", Integer.toString(waiting.lineCount()));
    draw.name(
        shown.text("resume.row", values),
        Fonts.regular(15),
        Token.INK2,
        view.rowText(),
        y + 45,
        room);
  }
}
