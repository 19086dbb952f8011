package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Rectangle;
import java.util.Map;

/** The panels of goods that come back. */
final class ReturnPaint {
  private static final int NARROW = 400;

  private ReturnPaint() {}

  static void receipt(PanelView view, Draw draw, View.Shown shown) {
    view.title(draw, Icon.BARCODE, shown.text("return.title"), shown.text("return.lead"));
    int high = view.roomy(50, 48);
    var box = new Rectangle(view.edge(), view.roomy(94, 74), view.inner(), high);
    view.field(draw, shown, "receipt.number", 0, box, 24);
    var without = new Rectangle(view.edge(), view.roomy(152, 126), view.inner(), high);
    view.choice(draw, shown.text("return.without"), LaneKey.F2, false, without);
    view.digits(draw, shown, view.underField());
    view.keys(draw, shown, "panel.find");
  }

  static void lines(PanelView view, Draw draw, View.Shown shown, Panel.ReturnLines panel) {
    if (panel.picked()) {
      quantity(view, draw, shown, panel.line());
      return;
    }
    var sold =
        Map.of(
            "date", shown.formats().numericDate(shown.formats().day(panel.receipt().soldAt())),
            "name", panel.receipt().operator());
    int bottom = view.aboveKeys();
    String when = shown.text("return.sold", sold);
    view.listTitle(draw, Icon.BARCODE, panel.receipt().number(), when, panel, bottom);
    view.rows(
        panel,
        bottom,
        (row, y) ->
            line(view, draw, shown, panel.receipt().lines().get(row), y, row == panel.chosen()));
    view.keys(draw, shown, "panel.choose");
  }

  private static void line(
      PanelView view,
      Draw draw,
      View.Shown shown,
      OldReceiptView.Line line,
      int y,
      boolean chosen) {
    view.row(draw, y, chosen);
    boolean gone = line.quantityMilli() <= 0;
    Token ink = gone ? Token.INK3 : Token.INK;
    float room = view.rowSum(draw, y, shown.money(line.priceMinor()), ink);
    draw.name(
        line.name(),
        chosen ? Fonts.semiBold(17) : Fonts.regular(17),
        ink,
        view.rowText(),
        y + 24,
        room);
    String left =
        gone
            ? shown.text("return.gone")
            : shown.text("return.left", Map.of("n", text(shown, line)));
    draw.name(
        left, Fonts.regular(15), gone ? Token.INK3 : Token.INK2, view.rowText(), y + 45, room);
  }

  private static String text(View.Shown shown, OldReceiptView.Line line) {
    return line.weighed()
        ? shown.formats().weight(line.quantityMilli(), line.unit())
        : shown.formats().quantity(line.quantityMilli());
  }

  private static void quantity(
      PanelView view, Draw draw, View.Shown shown, OldReceiptView.Line line) {
    view.title(draw, Icon.BARCODE, shown.text("return.title"), line.name());
    String left = shown.text("return.left", Map.of("n", text(shown, line)));
    view.figure(draw, shown, left, shown.text("return.quantity"), "return.go");
  }

  static void item(PanelView view, Draw draw, View.Shown shown) {
    String lead = view.isTight() ? "" : shown.text("return.itemLead"); // the strip says it too
    view.title(draw, Icon.BARCODE, shown.text("return.withoutTitle"), lead);
    int wide = view.inner();
    var code = new Rectangle(view.edge(), view.roomy(92, 58), wide, 48);
    view.field(draw, shown, "return.code", 0, code, 21);
    int left = (view.inner() - 12) * (view.wide() < NARROW ? 5 : 4) / 10;
    int rest = view.inner() - 12 - left;
    int second = view.roomy(168, 128);
    view.field(draw, shown, "return.quantity", 1, new Rectangle(view.edge(), second, left, 48), 21);
    view.field(
        draw,
        shown,
        "cash.reason",
        2,
        new Rectangle(view.edge() + 12 + left, second, rest, 48),
        19);
    view.digits(draw, shown, view.roomy(222, 180));
    view.keys(draw, shown, "return.go");
  }
}
