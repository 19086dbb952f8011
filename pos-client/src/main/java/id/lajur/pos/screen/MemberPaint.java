package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Map;

/** The panels of who buys, and at which price level. */
final class MemberPaint {
  private MemberPaint() {}

  static void panel(PanelView view, Draw draw, View.Shown shown, Panel.Member panel) {
    if (panel.size() > 0) {
      int bottom = view.aboveKeys();
      view.listTitle(draw, Icon.INFO, shown.text("memberPanel.which"), "", panel, bottom);
      view.rows(
          panel,
          bottom,
          (row, y) ->
              member(
                  view, draw, shown, panel.found().members().get(row), y, row == panel.chosen()));
      view.keys(draw, shown, "panel.choose");
      return;
    }
    BasketView basket = shown.state().basket();
    String now =
        basket.member().map(MemberView::name).orElseGet(() -> shown.text("memberPanel.lead"));
    view.title(draw, Icon.PERSON, shown.text("memberPanel.title"), now);
    var box = new Rectangle(view.edge(), view.roomy(98, 74), view.inner(), 48);
    view.field(draw, shown, "memberPanel.field", 0, box, 24);
    int w = (view.inner() - 12) / 2;
    int y = view.roomy(156, 127);
    int high = view.roomy(52, 48);
    var off = new Rectangle(view.edge(), y, w, high);
    view.choice(draw, shown.text("memberPanel.off"), LaneKey.F8, false, off);
    var levels = new Rectangle(view.edge() + 12 + w, y, w, high);
    view.choice(draw, shown.text("memberPanel.levels"), LaneKey.F10, false, levels);
    view.digits(draw, shown, view.roomy(218, 180));
    view.keys(draw, shown, "panel.find");
  }

  private static void member(
      PanelView view,
      Draw draw,
      View.Shown shown,
      MembersFound.Match member,
      int y,
      boolean chosen) {
    view.row(draw, y, chosen);
    float room = view.rowRoom();
    Font name = chosen ? Fonts.semiBold(17) : Fonts.regular(17);
    draw.name(member.name(), name, Token.INK, view.rowText(), y + 24, room);
    var values =
        Map.of("number", member.number(), "phone", member.phoneEnd(), "level", member.level());
    String key = member.phoneEnd().isEmpty() ? "member.at" : "memberPanel.row";
    draw.name(shown.text(key, values), Fonts.regular(15), Token.INK2, view.rowText(), y + 45, room);
  }

  static void levels(PanelView view, Draw draw, View.Shown shown, Panel.PriceLevels panel) {
    int bottom = view.aboveKeys();
    String lead = shown.text("levelPanel.lead");
    view.listTitle(draw, Icon.TAG, shown.text("levelPanel.title"), lead, panel, bottom);
    view.rows(
        panel,
        bottom,
        (row, y) -> view.nameRow(draw, y, row == panel.chosen(), panel.levels().get(row).name()));
    view.keys(draw, shown, "panel.choose");
  }
}
