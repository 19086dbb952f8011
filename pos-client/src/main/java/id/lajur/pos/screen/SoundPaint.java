package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;

/** The panel of the sounds: a row each, on or off. */
final class SoundPaint {
  private SoundPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Sounds panel) {
    int bottom = view.aboveKeys();
    view.listTitle(
        draw, Icon.INFO, shown.text("sounds.title"), shown.text("sounds.lead"), panel, bottom);
    view.rows(panel, bottom, (row, y) -> row(view, draw, shown, panel, row, y));
    boolean on = shown.state().devices().sounds().contains(panel.sound());
    view.keys(draw, shown, on ? "sounds.turnOff" : "sounds.turnOn");
  }

  private static void row(
      PanelView view, Draw draw, View.Shown shown, Panel.Sounds panel, int row, int y) {
    boolean chosen = row == panel.chosen();
    view.row(draw, y, chosen);
    LaneSound sound = Panel.Sounds.ROWS.get(row);
    boolean on = shown.state().devices().sounds().contains(sound);
    Font font = Fonts.semiBold(17);
    float base = Draw.middle(font, y + PanelView.ROW / 2f);
    float right = view.wide() - (float) view.rowText();
    String how = shown.text(on ? "sounds.on" : "sounds.off");
    draw.wordsRight(how, font, on ? Token.PRIMARY : Token.INK3, right, base);
    float room = right - 16 - Draw.width(how, font) - view.rowText();
    Font name = chosen ? Fonts.semiBold(19) : Fonts.regular(19);
    draw.name(shown.text("sounds." + sound), name, Token.INK, view.rowText(), base, room);
  }
}
