package id.lajur.backoffice.monitor;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What lanes ask for and nobody has answered yet. */
final class ApprovalsCard {
  private static final int HEAD = 58;
  private static final int LINE = 27;
  private static final int LINES = 3; // of an act's words, at most
  private static final int BARE_ROW = 96; // without them
  private static final int MORE = 42;
  static final int BUTTON = 42;
  private static final int MOST = 3;
  private static final Font BASKET = Fonts.regular(20);
  private static final Font AMOUNT = Fonts.semiBold(24);

  private ApprovalsCard() {}

  /** How high it wants to be in a column of this width; 0 when nothing waits. */
  static int height(Shown shown, int width, int most) {
    List<Approval> waiting = shown.state().waiting();
    if (waiting.isEmpty()) {
      return 0;
    }
    int rows = rows(shown, width, most);
    int high = HEAD + (rows < waiting.size() ? MORE : 6);
    for (Approval request : waiting.subList(0, rows)) {
      high += high(shown, request, width);
    }
    return high;
  }

  /** As many as have room, at least one; where not all have, a line says how many more wait. */
  private static int rows(Shown shown, int width, int most) {
    List<Approval> waiting = shown.state().waiting();
    int room = most - HEAD;
    int rows = 0;
    for (Approval request : waiting.subList(0, Math.min(MOST, waiting.size()))) {
      room -= high(shown, request, width);
      boolean last = rows + 1 == waiting.size();
      if (rows > 0 && room < (last ? 0 : MORE)) {
        break;
      }
      rows++;
    }
    return rows;
  }

  private static int high(Shown shown, Approval request, int width) {
    return BARE_ROW + lines(shown, request, width).size() * LINE;
  }

  /** What it is about; the last line is the one that is cut, where it is too long by far. */
  private static List<String> lines(Shown shown, Approval request, int width) {
    List<String> all =
        Draw.wrapped(ApprovalWords.act(shown, request), Pen.TEXT, width - 2f * Pen.PADDING);
    List<String> lines = new ArrayList<>(all.subList(0, Math.min(LINES, all.size())));
    if (all.size() > LINES) {
      lines.set(LINES - 1, String.join(" ", all.subList(LINES - 1, all.size())));
    }
    String basket = ApprovalWords.basket(shown, request);
    if (!basket.isEmpty() && !hasRoomBesideButtons(shown, basket, width)) {
      lines.add(basket);
    }
    return lines;
  }

  /** An amount is never cut. */
  private static boolean hasRoomBesideButtons(Shown shown, String basket, int width) {
    int buttons = buttonWidth(shown, true) + 10 + buttonWidth(shown, false);
    return Draw.width(basket, BASKET) <= width - 2 * Pen.PADDING - buttons - 18;
  }

  private static int buttonWidth(Shown shown, boolean approve) {
    String word = shown.text(approve ? "approvals.yes" : "approvals.no");
    return Math.round(Draw.width(word, Pen.STRONG)) + 38;
  }

  static void paint(
      Pen pen, Shown shown, Rectangle where, Touches touches, MonitorPresenter presenter) {
    Draw draw = pen.draw();
    List<Approval> waiting = shown.state().waiting();
    draw.card(where, Token.SURFACE, Token.AMBER, 3);
    float y = where.y + 40f;
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
    int rows = rows(shown, where.width, where.height);
    int top = where.y + HEAD;
    for (Approval request : waiting.subList(0, rows)) {
      var row = new Rectangle(where.x, top, where.width, high(shown, request, where.width));
      paint(pen, shown, request, row, touches, presenter);
      top += row.height;
    }
    if (rows < waiting.size()) {
      float unused =
          draw.text(
              shown.text("approvals.more", Map.of("n", Integer.toString(waiting.size() - rows))),
              Fonts.regular(20),
              Token.INK2,
              where.x + (float) Pen.PADDING,
              top + 26f);
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
    float top = row.y + 31f;
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
      int width = buttonWidth(shown, approve);
      var button = new Rectangle(at - width, row.y + row.height - BUTTON - 9, width, BUTTON);
      pen.button(button, word, approve, free);
      if (free) {
        touches.add(button, () -> presenter.answer(request, approve));
      }
      at -= width + 10;
    }
    float y = top + LINE + 3;
    String whole = ApprovalWords.act(shown, request);
    for (String line : lines(shown, request, row.width)) {
      unused = pen.part(line, whole, Pen.TEXT, Token.INK, left, y, right - left);
      y += LINE;
    }
    String basket = ApprovalWords.basket(shown, request);
    if (hasRoomBesideButtons(shown, basket, row.width)) {
      float middle = row.y + row.height - BUTTON / 2f - 9;
      unused = draw.text(basket, BASKET, Token.INK2, left, Draw.middle(BASKET, middle));
    }
  }

  /** What a discount or return takes from the shop is below zero; cash that moves is as it is. */
  private static long taken(Approval request, long mostMinor) {
    return request.permission().startsWith("till.") ? mostMinor : -Math.abs(mostMinor);
  }
}
