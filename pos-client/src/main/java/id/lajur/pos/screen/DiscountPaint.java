package id.lajur.pos.screen;

import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;

/** The panel of discounts and other prices. */
final class DiscountPaint {
  private static final int TILES = 4;

  private DiscountPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Discount panel) {
    boolean basket = panel.kind() == DiscountKind.BASKET;
    String subject =
        basket
            ? shown.text("approval.basket")
            : view.belowTitle(panel.line().name(), ", " + worth(shown, panel));
    view.title(draw, Icon.TAG, shown.text("discount.title"), subject);
    int place = 0;
    for (DiscountKind kind : DiscountKind.values()) {
      String word = shown.text("discount." + kind);
      view.tile(draw, word, kind.key(), kind == panel.kind(), false, view.tileAt(place++, TILES));
    }
    boolean price = panel.kind() == DiscountKind.PRICE;
    String other = panel.part() ? shown.sign() : "%";
    view.tile(draw, other, LaneKey.F5, false, price, view.tileAt(TILES - 1, TILES));
    String unit = panel.isPart() ? "%" : shown.sign();
    String label = shown.text(price ? "discount.newPrice" : "discount.amount") + " " + unit;
    view.amountAndReason(draw, shown, label, panel.isPart());
    view.keys(draw, shown, "panel.take");
  }

  private static String worth(View.Shown shown, Panel.Discount panel) {
    LineView line = panel.line();
    return shown.quantity(line) + " × " + shown.money(line.priceMinor());
  }
}
