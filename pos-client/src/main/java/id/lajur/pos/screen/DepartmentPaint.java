package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Rectangle;

/** The panel of goods without a code: the list of departments, then the amount. */
final class DepartmentPaint {
  private DepartmentPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Department panel) {
    if (panel.picked()) {
      amount(view, draw, shown, panel.department());
      return;
    }
    int bottom = view.aboveKeys();
    String lead = shown.text("department.lead");
    view.listTitle(draw, Icon.BOX, shown.text("department.title"), lead, panel, bottom);
    view.rows(
        panel,
        bottom,
        (row, y) ->
            view.nameRow(draw, y, row == panel.chosen(), panel.departments().get(row).name()));
    view.keys(draw, shown, "panel.choose");
  }

  private static void amount(PanelView view, Draw draw, View.Shown shown, DepartmentView of) {
    view.title(draw, Icon.BOX, of.name(), shown.text("department.title"));
    Form form = shown.state().form();
    String label = shown.text("department.price") + " " + shown.sign();
    var box = new Rectangle(view.edge(), view.roomy(126, 82), view.inner(), view.roomy(72, 54));
    draw.name(label, Fonts.regular(17), Token.INK2, view.edge(), box.y - 14f, (float) view.inner());
    String typed = Fields.grouped(shown, form.text("amount"));
    Fields.paintRight(draw, form, 0, box, typed, Draw.fitting(typed, 40, box.width - 48f));
    view.digits(draw, shown, view.roomy(210, 146));
    view.keys(draw, shown, "panel.add");
  }
}
