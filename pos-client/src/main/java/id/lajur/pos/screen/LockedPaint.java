package id.lajur.pos.screen;

import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Rectangle;

/** The panel of a locked lane: its cashier's PIN, or the new one that he must choose. */
final class LockedPaint {
  private LockedPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown) {
    String who = shown.state().operator().map(OperatorView::name).orElse("");
    view.title(draw, Icon.LOCK, shown.text("locked.title"), who);
    var box = new Rectangle(view.edge(), view.roomy(128, 84), view.inner(), view.roomy(66, 48));
    boolean change = shown.state().choosesPin();
    String chosen = shown.state().form().isAt("newPin") ? "signon.newPin" : "signon.newPin.again";
    view.field(draw, shown, change ? chosen : "approval.pin", 0, box, 30);
    view.digits(draw, shown, view.roomy(210, 142));
    view.key(draw, shown.text(change ? "signon.newPin.go" : "locked.go"), LaneKey.ENTER);
  }
}
