package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;

/** The panels of papers that are not out, and of a receipt that is printed once more. */
final class PaperPaint {
  private PaperPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Papers panel) {
    view.title(draw, Icon.PRINTER, shown.text("papers.title"), "");
    int bottom = view.aboveKeys();
    if (shown.state().devices().otherPrinter()) {
      bottom -= PanelView.TOUCH + 8;
      var where = new Rectangle(view.edge(), bottom + 8, view.inner(), PanelView.TOUCH);
      view.choice(draw, shown.text("papers.elsewhere"), LaneKey.SHIFT_F11, false, where);
    }
    List<PaperView> all = panel.papers();
    int room = Math.max(1, (bottom - view.firstRow()) / PanelView.ROW);
    int whole = all.size() > room ? room - 1 : all.size();
    int y = view.firstRow();
    for (PaperView paper : all.subList(0, whole)) {
      paper(view, draw, shown, paper, y);
      y += PanelView.ROW;
    }
    if (all.isEmpty()) {
      view.paragraph(draw, shown.text("papers.none"));
    } else if (whole < all.size()) {
      var more = Map.of("n", Integer.toString(all.size() - whole));
      draw.text(
          shown.text("papers.more", more), Fonts.regular(15), Token.INK2, view.rowText(), y + 30);
    }
    view.keys(draw, shown, all.isEmpty() ? "key.receipt" : "papers.print", LaneKey.F11);
  }

  private static void paper(PanelView view, Draw draw, View.Shown shown, PaperView paper, int y) {
    String stage = shown.text("papers." + paper.stage());
    draw.name(paper.name(), Fonts.semiBold(17), Token.INK, view.rowText(), y + 24, view.rowRoom());
    draw.name(
        paper.copy() ? shown.text("papers.asCopy", Map.of("stage", stage)) : stage,
        Fonts.regular(15),
        Token.INK2,
        view.rowText(),
        y + 45,
        view.rowRoom());
  }

  /** An older receipt that is printed once more. */
  static void copy(PanelView view, Draw draw, View.Shown shown) {
    view.title(draw, Icon.PRINTER, shown.text("copy.title"), shown.text("copy.lead"));
    var box = new Rectangle(view.edge(), view.roomy(118, 84), view.inner(), view.roomy(66, 48));
    view.field(draw, shown, "receipt.number", 0, box, 24);
    view.digits(draw, shown, view.roomy(200, 142));
    view.keys(draw, shown, "copy.go");
  }
}
