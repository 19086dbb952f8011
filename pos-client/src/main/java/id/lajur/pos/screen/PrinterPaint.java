package id.lajur.pos.screen;

import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Rectangle;
import java.util.Map;

/** The panel of the lane's printer and drawer, with the key that leads to its sounds. */
final class PrinterPaint {
  private static final int ROOMY = 440;

  private PrinterPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Printer panel) {
    view.title(draw, Icon.PRINTER, shown.text("printer.title"), "");
    boolean tight = view.high() < ROOMY;
    int high = tight ? 48 : 54;
    var address = new Rectangle(view.edge(), tight ? 92 : 108, view.inner(), tight ? 48 : 56);
    view.field(draw, shown, "printer.address", 0, address, 19);
    int gap = 12;
    int w = (view.inner() - gap) / 2;
    int right = view.edge() + w + gap;
    int y = tight ? 148 : 176;
    paper(view, draw, shown, 58, LaneKey.F2, panel, new Rectangle(view.edge(), y, w, high));
    paper(view, draw, shown, 80, LaneKey.F3, panel, new Rectangle(right, y, w, high));
    y += high + (tight ? 6 : gap);
    view.choice(
        draw, shown.text("printer.try"), LaneKey.F4, false, new Rectangle(view.edge(), y, w, high));
    view.choice(
        draw, shown.text("printer.drawer"), LaneKey.F5, false, new Rectangle(right, y, w, high));
    y += high + (tight ? 6 : gap);
    view.choice(
        draw,
        shown.text("printer.sounds"),
        LaneKey.F6,
        false,
        new Rectangle(view.edge(), y, w, high));
    view.keys(draw, shown, "printer.use");
  }

  private static void paper(
      PanelView view,
      Draw draw,
      View.Shown shown,
      int mm,
      LaneKey key,
      Panel.Printer panel,
      Rectangle where) {
    String word = shown.text("printer.paper", Map.of("mm", Integer.toString(mm)));
    view.choice(draw, word, key, panel.choice().paperMm() == mm, where);
  }
}
