package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.Map;

/** The panels of goods that are looked for by name, and of what goods cost. */
final class GoodsPaint {
  private static final int UNDER_PRICE = PanelView.TOUCH + 8; // the field, and what parts it

  private GoodsPaint() {}

  static void search(PanelView view, Draw draw, View.Shown shown, Panel.Search search) {
    int y = view.roomy(14, 4);
    int bottom = view.high() - 8;
    boolean turns = view.turns(draw, search, bottom);
    int turning = turns ? 2 * (PanelView.TURN + PanelView.GAP) : 0;
    int high = view.roomy(52, PanelView.TOUCH);
    var box = new Rectangle(view.edge(), y, view.inner() - turning, high);
    draw.key(box, Token.SURFACE, Token.PRIMARY, 2);
    float middle = box.y + box.height / 2f;
    Icon.SEARCH.paint(draw.graphics(), Token.PRIMARY.color(), view.edge() + 16, middle - 10, 20);
    String typed = shown.state().form().text();
    Font font = Fonts.semiBold(19);
    float base = Draw.middle(font, middle);
    float right = box.x + box.width - 14f;
    if (!typed.isEmpty()) {
      var count = Map.of("n", shown.formats().count(search.matches().size()));
      String text = shown.text("search.count", count);
      draw.wordsRight(text, Fonts.regular(15), Token.INK3, right, base - 1);
      right -= Draw.width(text, Fonts.regular(15)) + 14;
    }
    float x = 66;
    if (typed.isEmpty()) {
      float room = right - x - 50;
      draw.name(shown.text("search.hint"), Fonts.regular(19), Token.INK3, x + 8, base, room);
    } else {
      x = draw.name(typed, font, Token.INK, x, base, right - x);
    }
    draw.caret(x + 1, middle - 12, 24);
    if (typed.isEmpty()) {
      Fields.letters(draw, shown.state().form(), box);
    }
    view.onTouch(box, "letters", () -> view.screen().letters());
    if (search.matches().isEmpty()) {
      String key = typed.isEmpty() ? "search.empty" : "search.none";
      float first = view.firstRow() + 26f;
      draw.name(
          shown.text(key), Fonts.regular(16), Token.INK3, view.rowText(), first, view.rowRoom());
    }
    view.rows(
        search,
        bottom,
        (row, at) ->
            match(view, draw, shown, search.matches().get(row), at, row == search.chosen()));
  }

  private static void match(
      PanelView view, Draw draw, View.Shown shown, ItemMatch item, int y, boolean chosen) {
    view.row(draw, y, chosen);
    float room = view.rowSum(draw, y, priceOf(shown, item), Token.INK);
    if (chosen && view.wide() >= PanelView.ENTER_FITS) {
      float cap = room + 16 - Draw.capWidth("Enter");
      draw.cap("Enter", cap, y + 16, false);
      room = cap - 12 - view.rowText();
    }
    Font name = chosen ? Fonts.semiBold(17) : Fonts.regular(17);
    draw.name(item.name(), name, Token.INK, view.rowText(), y + 24, room);
    var stock = Map.of("unit", item.unit(), "n", shown.formats().quantity(item.stockMilli()));
    Token ink = item.stockMilli() <= 0 ? Token.DANGER : Token.INK2;
    draw.name(
        shown.text("search.stock", stock), Fonts.regular(15), ink, view.rowText(), y + 45, room);
  }

  private static String priceOf(View.Shown shown, ItemMatch item) {
    return item.priceMinor().isPresent() ? shown.money(item.priceMinor().getAsLong()) : "–";
  }

  static void price(PanelView view, Draw draw, View.Shown shown, Panel.PriceCheck price) {
    view.title(draw, Icon.TAG, shown.text("price.title"), shown.text("price.note"));
    int below = view.roomy(62, 32);
    if (price.found().isPresent()) {
      // of the price, where there is room
      int tall = Math.max(0, Math.min(24, view.high() - PanelView.TIGHT));
      below = view.roomy(90, 58) + tall;
      ItemMatch item = price.found().get();
      Font name = Fonts.semiBold(view.roomy(24, 19));
      draw.name(
          item.name(),
          name,
          Token.INK,
          view.edge(),
          view.top() + view.roomy(30, 20),
          (float) view.inner());
      String sum = priceOf(shown, item);
      int free = view.free(view.top() + below + UNDER_PRICE);
      below += free;
      float hangs = sum.indexOf(',') >= 0 ? (48 + tall) * Draw.COMMA_HANGS : 8;
      float base = view.top() + below - view.roomy(4, 2) - Math.max(8, hangs) - free / 2f;
      var stock = Map.of("unit", item.unit(), "n", shown.formats().quantity(item.stockMilli()));
      Font small = Fonts.regular(16);
      float x =
          draw.text(shown.text("search.stock", stock), small, Token.INK2, view.edge(), base) + 16;
      Font sign = Fonts.regular(19);
      float room = view.wide() - view.edge() - x - Draw.width(shown.sign(), sign) - 10;
      Font large = Draw.fitting(sum, view.roomy(48 + tall, 32), room);
      draw.right(sum, large, Token.INK, view.wide() - (float) view.edge(), base);
      float left = view.wide() - view.edge() - Draw.width(sum, large) - 10;
      draw.wordsRight(shown.sign(), sign, Token.INK3, left, base);
    } else {
      String lead = shown.text("price.lead");
      draw.name(
          lead,
          Fonts.regular(17),
          Token.INK2,
          view.edge(),
          view.top() + view.roomy(42, 22),
          (float) view.inner());
    }
    var box = new Rectangle(view.edge(), view.top() + below, view.inner(), PanelView.TOUCH);
    view.input(draw, shown, 0, box, 24);
    view.digits(draw, shown, box.y + box.height + 8);
    view.keys(draw, shown, "price.go");
  }
}
