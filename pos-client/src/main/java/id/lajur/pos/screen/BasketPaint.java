package id.lajur.pos.screen;

import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.util.Map;

/** The panels of what is done to a line, or to the whole basket. */
final class BasketPaint {
  private BasketPaint() {}

  static void quantity(PanelView view, Draw draw, View.Shown shown, Panel.Quantity panel) {
    String now = shown.text("quantity.now", Map.of("n", shown.quantity(panel.line())));
    view.title(draw, Icon.INFO, shown.text("quantity.title"), panel.line().name());
    view.figure(draw, shown, now, shown.text("field.quantity"), "panel.take");
  }

  static void weigh(PanelView view, Draw draw, View.Shown shown, Panel.Weigh panel) {
    view.title(draw, Icon.SCALE, shown.text("weigh.title"), panel.name());
    String label = shown.text("weigh.label", Map.of("unit", panel.unit()));
    view.figure(draw, shown, shown.text("weigh.lead"), label, "panel.add");
  }

  /** Whether the whole basket is to go. */
  static void voiding(PanelView view, Draw draw, View.Shown shown) {
    BasketView basket = shown.state().basket();
    view.title(draw, Icon.WARNING, shown.text("voidBasket.title"), "");
    var values =
        Map.of(
            "lines", shown.formats().count(basket.lineCount()),
            "n", shown.formats().moneyWithSign(basket.totalMinor()));
    view.paragraph(draw, shown.text("voidBasket.lead", values));
    view.keys(draw, shown, "voidBasket.go");
  }
}
