package id.lajur.pos.screen;

import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.util.Optional;

/** The panel of cash in or out without a sale. */
final class CashPaint {
  private CashPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Cash cash) {
    view.title(draw, Icon.DRAWER, shown.text("cash.title"), shown.text("cash.lead"));
    int place = 0;
    for (CashKind kind : CashKind.values()) {
      boolean chosen = cash.kind().equals(Optional.of(kind));
      view.tile(
          draw, shown.text("cash." + kind), kind.key(), chosen, false, view.tileAt(place++, 3));
    }
    view.amountAndReason(draw, shown, shown.text("cash.amount") + " " + shown.sign(), false);
    view.keys(draw, shown, "cash.go");
  }
}
