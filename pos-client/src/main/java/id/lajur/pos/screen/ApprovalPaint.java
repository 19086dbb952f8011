package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;

/** The panel of what a supervisor is asked: the act, its sum, and his number and PIN. */
final class ApprovalPaint {
  private ApprovalPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Approval approval) {
    String key = "permission." + approval.permission();
    String what = shown.text(shown.texts().has(key) ? key : "permission.other");
    String detail = approval.matter().told(shown.formats());
    String asked = detail.isEmpty() ? what : what + ": " + detail;
    view.title(draw, Icon.LOCK, shown.text("approval.title"), asked);
    var box = new Rectangle(view.edge(), view.roomy(68, 49), view.inner(), view.roomy(54, 46));
    draw.key(box, Token.RAISED, Token.RAISED, 1);
    float middle = box.y + box.height / 2f;
    float upper = middle - view.roomy(12, 10);
    float lower = middle + view.roomy(12, 11);
    String subject =
        approval.line().map(LineView::name).orElse(shown.text(subjectOf(approval, shown)));
    String times =
        approval
            .line()
            .map(l -> shown.quantity(l) + " × " + shown.money(l.priceMinor()))
            .orElse("");
    long minor = approval.line().map(LineView::totalMinor).orElse(approval.totalMinor());
    String sum = shown.money(minor);
    float right = view.wide() - 34f;
    Font bold = Fonts.semiBold(19);
    draw.right(sum, bold, Token.INK, right, Draw.middle(bold, times.isEmpty() ? middle : lower));
    float room = right - 34 - (times.isEmpty() ? Draw.width(sum, bold) + 12 : 0);
    float first = times.isEmpty() ? middle : upper;
    draw.name(
        subject, Fonts.regular(17), Token.INK, 34, Draw.middle(Fonts.regular(17), first), room);
    draw.text(times, Fonts.regular(16), Token.INK2, 34, Draw.middle(Fonts.regular(16), lower));
    int w = (view.inner() - 12) / 2;
    int high = view.roomy(50, PanelView.TOUCH);
    view.field(
        draw,
        shown,
        "approval.number",
        0,
        new Rectangle(view.edge(), view.fieldRow(), w, high),
        24);
    view.field(
        draw,
        shown,
        "approval.pin",
        1,
        new Rectangle(view.edge() + 12 + w, view.fieldRow(), w, high),
        24);
    view.digits(draw, shown, view.underField());
    view.keys(draw, shown, "approval.go");
  }

  private static String subjectOf(Panel.Approval approval, View.Shown shown) {
    String own = "approval.subject." + approval.permission();
    return shown.texts().has(own) ? own : "approval.basket";
  }
}
