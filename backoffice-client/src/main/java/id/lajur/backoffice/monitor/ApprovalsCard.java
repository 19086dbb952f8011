package id.lajur.backoffice.monitor;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;

/** What lanes ask for and nobody has answered yet. */
final class ApprovalsCard {
  private static final int HEAD = 64;
  private static final int ROW = 100;
  private static final int MORE = 36;
  static final int BUTTON = 42;
  private static final int MOST = 3;
  private static final Font AMOUNT = Fonts.semiBold(24);

  private ApprovalsCard() {}

  /** How high it wants to be; 0 when nothing waits. */
  static int height(Shown shown, int most) {
    int waiting = shown.state().waiting().size();
    if (waiting == 0) {
      return 0;
    }
    int rows = rows(shown, most);
    return HEAD + rows * ROW + (rows < waiting ? MORE : 6);
  }

  private static int rows(Shown shown, int most) {
    int waiting = shown.state().waiting().size();
    boolean all = HEAD + waiting * ROW <= most;
    int room = Math.max(1, (most - HEAD - (all ? 0 : MORE)) / ROW);
    return Math.min(waiting, Math.min(MOST, room));
  }

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    Draw draw = pen.draw();
    List<Approval> waiting = shown.state().waiting();
    draw.card(where, Token.SURFACE, Token.AMBER, 3);
    float y = where.y + 42f;
    float end =
        draw.text(shown.text("approvals"), Pen.STRONG, Token.INK, where.x + (float) Pen.PADDING, y);
    String count = Integer.toString(waiting.size());
    float wide = Math.max(34, Draw.width(count, Pen.STRONG) + 20);
    var badge = new Rectangle(Math.round(end + 12), Math.round(y - 26), Math.round(wide), 34);
    draw.box(badge, Token.AMBER.color(), Token.AMBER.color(), 1, 17);
    draw.centre(
        count,
        Pen.STRONG,
        Token.ON_AMBER,
        badge.x + badge.width / 2f,
        Draw.middle(Pen.STRONG, badge.y + 17f));
    int rows = rows(shown, where.height);
    for (int i = 0; i < rows; i++) {
      var row = new Rectangle(where.x, where.y + HEAD + i * ROW, where.width, ROW);
      paint(pen, shown, waiting.get(i), row, touches, presenter);
    }
    if (rows < waiting.size()) {
      float unused =
          draw.text(
              shown.text("approvals.more", Map.of("n", Integer.toString(waiting.size() - rows))),
              Fonts.regular(20),
              Token.INK2,
              where.x + (float) Pen.PADDING,
              where.y + HEAD + rows * ROW + 24f);
    }
  }

  private static void paint(
      Pen pen,
      Shown shown,
      Approval request,
      Rectangle row,
      Touches touches,
      MonitorPresenter presenter) {
    Draw draw = pen.draw();
    int left = row.x + Pen.PADDING;
    int right = row.x + row.width - Pen.PADDING;
    draw.line(Token.LINE, left, right, row.y);
    float top = row.y + 33f;
    float end = draw.text(shown.laneName(request.terminal()), Pen.STRONG, Token.WARN, left, top);
    float unused =
        draw.text(shown.ago(request.requestedAtMs()), Fonts.regular(20), Token.INK3, end + 12, top);
    request
        .mostMinor()
        .ifPresent(
            most ->
                draw.right(
                    shown.formats().money(taken(request, most)), AMOUNT, Token.INK, right, top));
    boolean free = shown.state().answering().isEmpty();
    int at = right;
    for (boolean approve : new boolean[] {true, false}) {
      String word = shown.text(approve ? "approvals.yes" : "approvals.no");
      int width = Math.round(Draw.width(word, Pen.STRONG)) + 38;
      var button = new Rectangle(at - width, row.y + ROW - BUTTON - 10, width, BUTTON);
      pen.button(button, word, approve, free);
      if (free) {
        touches.add(button, () -> presenter.answer(request, approve));
      }
      at -= width + 10;
    }
    unused =
        pen.name(
            act(shown, request),
            Pen.TEXT,
            Token.INK,
            left,
            Draw.middle(Pen.TEXT, row.y + ROW - BUTTON / 2f - 10),
            at - left - 8f);
  }

  /** What a discount or return takes from the shop is below zero; cash that moves is as it is. */
  private static long taken(Approval request, long mostMinor) {
    return request.permission().startsWith("till.") ? mostMinor : -Math.abs(mostMinor);
  }

  private static String act(Shown shown, Approval request) {
    String key = "approvals." + request.permission();
    String act = shown.texts().has(key) ? shown.text(key) : request.permission();
    return request.reason().isEmpty() ? act : act + ": " + request.reason();
  }
}
