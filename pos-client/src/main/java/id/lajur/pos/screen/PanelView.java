package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the cashier opened, in the right column; basket and total stay readable beside it. */
final class PanelView extends View {
  static final int ROW = 54;
  private static final int FIRST_ROW = 76;
  private static final int ENTER_FITS = 400;
  private static final int GAP = 6;
  private static final int LEAST_DIGIT = 36;
  private static final int ROOMY = 440;
  private static final int FIELD = 50;
  static final int UNDER_FIELD = 212; // of fields that stand below a title and a row of choices
  private static final int TURN = 48;
  private static final List<String> DIGITS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", ",", "←");

  PanelView(LaneScreen screen) {
    super(screen);
  }

  @Override
  double enlargement() {
    return screen().enlargement();
  }

  @Override
  void paint(Draw draw, Shown shown) {
    Panel panel = shown.state().panel();
    boolean waits = panel.holdsScans() && !panel.onlyShows();
    var all = new Rectangle(0, 0, wide(), high());
    draw.card(all, Token.SURFACE, waits ? Token.AMBER : Token.PRIMARY, 2);
    if (panel instanceof Panel.Search search) {
      search(draw, shown, search);
    } else if (panel instanceof Panel.PriceCheck price) {
      price(draw, shown, price);
    } else if (panel instanceof Panel.Explain explain) {
      LineView line = explain.why().line();
      title(draw, Icon.TAG, line.name(), shown.text("explain.title"));
      ExplanationPaint.rows(draw, shown, explain, wide(), high());
    } else if (panel instanceof Panel.Quantity quantity) {
      var now = Map.of("n", shown.quantity(quantity.line()));
      title(draw, Icon.INFO, shown.text("quantity.title"), quantity.line().name());
      draw.text(shown.text("quantity.now", now), Fonts.regular(17), Token.INK2, 20, 98);
      field(draw, shown, "field.quantity", 0, new Rectangle(20, 136, wide() - 40, 60), 30);
      digits(draw, 206);
      keys(draw, shown, "approval.cancel", "panel.take");
    } else if (panel instanceof Panel.Weigh weigh) {
      title(draw, Icon.SCALE, shown.text("weigh.title"), weigh.name());
      draw.text(shown.text("weigh.lead"), Fonts.regular(17), Token.INK2, 20, 98);
      String label = shown.text("weigh.label", Map.of("unit", weigh.unit()));
      fieldLabelled(draw, shown, label, 0, new Rectangle(20, 136, wide() - 40, 60), 30);
      digits(draw, 206);
      keys(draw, shown, "approval.cancel", "panel.add");
    } else if (panel instanceof Panel.Approval approval) {
      approval(draw, shown, approval);
    } else if (panel instanceof Panel.Resume resume) {
      resume(draw, shown, resume);
    } else if (panel instanceof Panel.VoidBasket) {
      BasketView basket = shown.state().basket();
      title(draw, Icon.WARNING, shown.text("voidBasket.title"), "");
      var values =
          Map.of(
              "lines", shown.formats().count(basket.lineCount()),
              "n", shown.formats().moneyWithSign(basket.totalMinor()));
      paragraph(draw, shown.text("voidBasket.lead", values), 112);
      keys(draw, shown, "approval.cancel", "voidBasket.go");
    } else if (panel instanceof Panel.Cash cash) {
      cash(draw, shown, cash);
    } else if (panel instanceof Panel.Discount discount) {
      DiscountPaint.panel(this, draw, shown, discount);
    } else if (panel instanceof Panel.Department department) {
      DepartmentPaint.panel(this, draw, shown, department);
    } else if (panel instanceof Panel.Member member) {
      MemberPaint.panel(this, draw, shown, member);
    } else if (panel instanceof Panel.PriceLevels levels) {
      MemberPaint.levels(this, draw, shown, levels);
    } else if (panel instanceof Panel.ReturnReceipt) {
      ReturnPaint.receipt(this, draw, shown);
    } else if (panel instanceof Panel.ReturnLines lines) {
      ReturnPaint.lines(this, draw, shown, lines);
    } else if (panel instanceof Panel.ReturnItem) {
      ReturnPaint.item(this, draw, shown);
    } else if (panel instanceof Panel.Copy) {
      ReturnPaint.copy(this, draw, shown);
    } else if (panel instanceof Panel.Locked) {
      ReturnPaint.locked(this, draw, shown);
    } else if (panel instanceof Panel.Papers papers) {
      papers(draw, shown, papers);
    } else if (panel instanceof Panel.Printer printer) {
      printer(draw, shown, printer);
    } else if (panel instanceof Panel.More) {
      more(draw, shown);
    } else if (panel instanceof Panel.Help help) {
      HelpPaint.panel(this, draw, shown, help);
    }
  }

  void title(Draw draw, Icon icon, String title, String second) {
    title(draw, icon, title, second, wide() - 98f);
  }

  private static void title(Draw draw, Icon icon, String title, String second, float width) {
    boolean note = icon == Icon.INFO || icon == Icon.TAG;
    draw.graphics().setColor((note ? Token.INFO_SOFT : Token.WARN_SOFT).color());
    draw.graphics().fillOval(20, 18, 44, 44);
    icon.paint(draw.graphics(), (note ? Token.INFO : Token.WARN).color(), 32, 30, 20);
    float y = second.isEmpty() ? 47 : 38;
    draw.name(title, Fonts.semiBold(21), Token.INK, 78, y, width);
    draw.name(second, Fonts.regular(16), Token.INK2, 78, 61, width);
  }

  void paragraph(Draw draw, String text, float y) {
    Font font = Fonts.regular(17);
    float at = y;
    for (String row : Draw.wrapped(text, font, wide() - 40f)) {
      draw.text(row, font, Token.INK2, 20, at);
      at += 26;
    }
  }

  private void search(Draw draw, Shown shown, Panel.Search search) {
    var box = new Rectangle(14, 14, wide() - 28, 52);
    draw.key(box, Token.SURFACE, Token.PRIMARY, 2);
    Icon.SEARCH.paint(draw.graphics(), Token.PRIMARY.color(), 30, 30, 20);
    String typed = shown.state().form().text();
    Font font = Fonts.semiBold(19);
    float base = Draw.middle(font, 40);
    float right = wide() - 28f;
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
    draw.caret(x + 1, 28, 24);
    if (typed.isEmpty()) {
      Fields.letters(draw, shown.state().form(), box);
    }
    onTouch(box, "letters", () -> screen().letters());
    if (search.matches().isEmpty()) {
      String key = typed.isEmpty() ? "search.empty" : "search.none";
      draw.name(shown.text(key), Fonts.regular(16), Token.INK3, 24, 102, wide() - 48f);
    }
    rows(
        search,
        high() - 8,
        (row, y) -> match(draw, shown, search.matches().get(row), y, row == search.chosen()));
  }

  /** Paints one row of a list. */
  interface RowPaint {
    void paint(int row, int y);
  }

  /** As many rows as there is room for, the marked one among them; each takes a touch. */
  void rows(Panel.Listing list, int bottom, RowPaint paint) {
    int room = Math.max(1, (bottom - FIRST_ROW) / ROW);
    int first = Math.max(0, Math.min(list.chosen() - room + 1, list.size() - room));
    for (int i = first; i < Math.min(list.size(), first + room); i++) {
      int row = i;
      int y = FIRST_ROW + (i - first) * ROW;
      paint.paint(row, y);
      onTouch(rowAt(y), "row " + row, () -> screen().row(row));
    }
  }

  /** Beside a list's title, where it has more rows than room: a page up, a page down. */
  private boolean turns(Draw draw, Panel.Listing list, int bottom) {
    if (list.size() <= Math.max(1, (bottom - FIRST_ROW) / ROW)) {
      return false;
    }
    turn(draw, "↑", LaneKey.PAGE_UP, wide() - 14 - 2 * TURN - GAP);
    turn(draw, "↓", LaneKey.PAGE_DOWN, wide() - 14 - TURN);
    return true;
  }

  private void turn(Draw draw, String sign, LaneKey key, int x) {
    var where = new Rectangle(x, 14, TURN, TURN);
    draw.key(where, Token.RAISED, Token.LINE, 1);
    Font font = Fonts.semiBold(21);
    draw.centre(sign, font, Token.INK, x + TURN / 2f, Draw.middle(font, 14 + TURN / 2f));
    onTouch(where, key);
  }

  /** The title of a list, which gives way to the keys that turn its pages. */
  void listTitle(
      Draw draw, Icon icon, String title, String second, Panel.Listing list, int bottom) {
    int right = turns(draw, list, bottom) ? 20 + 2 * TURN + GAP : 20;
    title(draw, icon, title, second, wide() - 78f - right);
  }

  private void match(Draw draw, Shown shown, ItemMatch item, int y, boolean chosen) {
    int w = wide();
    if (chosen) {
      chosen(draw, y);
    } else {
      draw.rowLine(24, w - 22, y + ROW - 1);
    }
    Font price = Fonts.semiBold(19);
    String sum = price(shown, item);
    float right = w - 24f;
    draw.right(sum, price, Token.INK, right, Draw.middle(price, y + ROW / 2f));
    float room = right - Draw.width(sum, price) - 16 - 24;
    if (chosen && w >= ENTER_FITS) {
      float cap = right - Draw.width(sum, price) - 24 - Draw.capWidth("Enter");
      draw.cap("Enter", cap, y + 16, false);
      room = cap - 12 - 24;
    }
    Font name = chosen ? Fonts.semiBold(17) : Fonts.regular(17);
    draw.name(item.name(), name, Token.INK, 24, y + 24, room);
    var stock = Map.of("unit", item.unit(), "n", shown.formats().quantity(item.stockMilli()));
    Token ink = item.stockMilli() <= 0 ? Token.DANGER : Token.INK2;
    draw.name(shown.text("search.stock", stock), Fonts.regular(15), ink, 24, y + 45, room);
  }

  private static String price(Shown shown, ItemMatch item) {
    return item.priceMinor().isPresent() ? shown.money(item.priceMinor().getAsLong()) : "–";
  }

  Rectangle rowAt(int y) {
    return new Rectangle(8, y, wide() - 16, ROW);
  }

  void chosen(Draw draw, int y) {
    draw.graphics().setColor(Token.P_SOFT.color());
    draw.graphics().fillRoundRect(8, y, wide() - 16, ROW - 1, 12, 12);
    draw.fill(Token.PRIMARY, 8, y + 8, 4, ROW - 17);
  }

  private void price(Draw draw, Shown shown, Panel.PriceCheck price) {
    title(draw, Icon.TAG, shown.text("price.title"), shown.text("price.note"));
    float y = 84;
    if (price.found().isPresent()) {
      ItemMatch item = price.found().get();
      draw.name(item.name(), Fonts.semiBold(24), Token.INK, 20, 116, wide() - 40f);
      String sum = price(shown, item);
      Font large = Draw.fitting(sum, 72, wide() - 60f);
      draw.right(sum, large, Token.INK, wide() - 20f, 190);
      draw.text(shown.sign(), Fonts.regular(19), Token.INK3, 20, 190);
      var stock = Map.of("unit", item.unit(), "n", shown.formats().quantity(item.stockMilli()));
      draw.text(shown.text("search.stock", stock), Fonts.regular(16), Token.INK2, 20, 222);
      y = 240;
    } else {
      draw.name(shown.text("price.lead"), Fonts.regular(17), Token.INK2, 20, 112, wide() - 40f);
      y = 132;
    }
    var box = new Rectangle(20, Math.round(y), wide() - 40, 56);
    input(draw, shown, 0, box, 24);
  }

  private void approval(Draw draw, Shown shown, Panel.Approval approval) {
    String key = "permission." + approval.permission();
    String what = shown.text(shown.texts().has(key) ? key : "permission.other");
    String detail = approval.matter().told(shown.formats());
    String asked = detail.isEmpty() ? what : what + ": " + detail;
    title(draw, Icon.LOCK, shown.text("approval.title"), asked);
    var box = new Rectangle(20, 68, wide() - 40, 60);
    draw.key(box, Token.RAISED, Token.RAISED, 1);
    String subject =
        approval.line().map(LineView::name).orElse(shown.text(subjectOf(approval, shown)));
    String times =
        approval
            .line()
            .map(l -> shown.quantity(l) + " × " + shown.money(l.priceMinor()))
            .orElse("");
    long minor = approval.line().map(LineView::totalMinor).orElse(approval.totalMinor());
    String sum = shown.money(minor);
    float right = wide() - 34f;
    Font bold = Fonts.semiBold(19);
    draw.right(sum, bold, Token.INK, right, Draw.middle(bold, times.isEmpty() ? 98 : 112));
    float room = right - 34 - (times.isEmpty() ? Draw.width(sum, bold) + 12 : 0);
    float first = times.isEmpty() ? 98 : 86;
    draw.name(
        subject, Fonts.regular(17), Token.INK, 34, Draw.middle(Fonts.regular(17), first), room);
    draw.text(times, Fonts.regular(16), Token.INK2, 34, Draw.middle(Fonts.regular(16), 112));
    int w = (wide() - 52) / 2;
    field(draw, shown, "approval.number", 0, new Rectangle(20, 152, w, FIELD), 24);
    field(draw, shown, "approval.pin", 1, new Rectangle(32 + w, 152, w, FIELD), 24);
    digits(draw, UNDER_FIELD);
    keys(draw, shown, "approval.cancel", "approval.go");
  }

  private static String subjectOf(Panel.Approval approval, Shown shown) {
    String own = "approval.subject." + approval.permission();
    return shown.texts().has(own) ? own : "approval.basket";
  }

  private void cash(Draw draw, Shown shown, Panel.Cash cash) {
    title(draw, Icon.DRAWER, shown.text("cash.title"), shown.text("cash.lead"));
    int place = 0;
    for (CashKind kind : CashKind.values()) {
      boolean chosen = cash.kind().equals(Optional.of(kind));
      tile(draw, shown.text("cash." + kind), kind.key(), chosen, tileAt(place++, 3));
    }
    amountAndReason(draw, shown, shown.text("cash.amount") + " " + shown.sign(), false);
    keys(draw, shown, "approval.cancel", "cash.go");
  }

  /** One of so many tiles beside each other, below the title. */
  Rectangle tileAt(int which, int of) {
    int gap = 8;
    int w = (wide() - 40 - (of - 1) * gap) / of;
    return new Rectangle(20 + which * (w + gap), 70, w, 56);
  }

  /** A choice with its key above its word. */
  void tile(Draw draw, String word, LaneKey key, boolean chosen, Rectangle where) {
    draw.key(
        where,
        chosen ? Token.P_SOFT : Token.RAISED,
        chosen ? Token.PRIMARY : Token.LINE,
        chosen ? 2 : 1);
    draw.cap(key.cap(), where.x + 8f, where.y + 5f, false);
    Font font = Fonts.semiBold(16);
    Token ink = chosen ? Token.P_INK : Token.INK;
    draw.name(word, font, ink, where.x + 8f, where.y + 47f, where.width - 12f);
    onTouch(where, key);
  }

  /**
   * The fields of an act that is a figure and has a reason, and digits to touch.
   *
   * @param plain whether the figure is shown as typed, else as money in groups
   */
  void amountAndReason(Draw draw, Shown shown, String label, boolean plain) {
    int left = (wide() - 52) * 2 / 5;
    var amount = new Rectangle(20, 152, left, FIELD);
    draw.name(label, Fonts.regular(16), Token.INK2, amount.x, 144, left);
    Form form = shown.state().form();
    String written = form.text("amount");
    String typed = plain ? written : Fields.grouped(shown, written);
    Fields.paintRight(draw, form, 0, amount, typed, Draw.fitting(typed, 24, left - 28f));
    onTouchField(amount, 0);
    int rest = wide() - 52 - left;
    field(draw, shown, "cash.reason", 1, new Rectangle(32 + left, 152, rest, FIELD), 19);
    digits(draw, UNDER_FIELD);
  }

  private void resume(Draw draw, Shown shown, Panel.Resume resume) {
    listTitle(draw, Icon.CLOCK, shown.text("resume.title"), "", resume, high() - 8);
    rows(
        resume,
        high() - 8,
        (row, y) -> waiting(draw, shown, resume.baskets().get(row), y, row == resume.chosen()));
  }

  private void waiting(Draw draw, Shown shown, WaitingView waiting, int y, boolean chosen) {
    if (chosen) {
      chosen(draw, y);
    }
    String sum = shown.money(waiting.totalMinor());
    Font bold = Fonts.semiBold(19);
    float right = wide() - 24f;
    draw.right(sum, bold, Token.INK, right, Draw.middle(bold, y + ROW / 2f));
    float room = right - 40 - Draw.width(sum, bold);
    String what =
        waiting.isOpen()
            ? shown.text("resume.open", Map.of("lane", waiting.lane()))
            : shown.text("resume.number", Map.of("n", Integer.toString(waiting.number())));
    draw.name(what, Fonts.semiBold(17), Token.INK, 24, y + 24, room);
    var values =
        Map.of(
            "operator", waiting.operator(),
            "time", shown.formats().time(waiting.since()),
            "lines", Integer.toString(waiting.lineCount()));
    draw.name(shown.text("resume.row", values), Fonts.regular(15), Token.INK2, 24, y + 45, room);
  }

  private void papers(Draw draw, Shown shown, Panel.Papers panel) {
    title(draw, Icon.PRINTER, shown.text("papers.title"), "");
    int y = 76;
    for (PaperView paper : panel.papers()) {
      String stage = shown.text("papers." + paper.stage());
      draw.name(paper.name(), Fonts.semiBold(17), Token.INK, 24, y + 24, wide() - 48f);
      draw.name(
          paper.copy() ? stage + " " + shown.text("papers.asCopy") : stage,
          Fonts.regular(15),
          Token.INK2,
          24,
          y + 45,
          wide() - 48f);
      y += ROW;
      if (y + ROW >= high()) {
        return;
      }
    }
    if (panel.papers().isEmpty()) {
      paragraph(draw, shown.text("papers.none"), 112);
    }
  }

  private void printer(Draw draw, Shown shown, Panel.Printer panel) {
    title(draw, Icon.PRINTER, shown.text("printer.title"), shown.text("printer.lead"));
    boolean tight = high() < ROOMY;
    int high = tight ? 48 : 54;
    var address = new Rectangle(20, tight ? 92 : 108, wide() - 40, tight ? 48 : 56);
    field(draw, shown, "printer.address", 0, address, 19);
    int gap = 12;
    int w = (wide() - 40 - gap) / 2;
    int right = 20 + w + gap;
    int y = tight ? 148 : 176;
    paper(draw, shown, 58, LaneKey.F2, panel, new Rectangle(20, y, w, high));
    paper(draw, shown, 80, LaneKey.F3, panel, new Rectangle(right, y, w, high));
    y += high + (tight ? 6 : gap);
    choice(draw, shown.text("printer.try"), LaneKey.F4, false, new Rectangle(20, y, w, high));
    choice(draw, shown.text("printer.drawer"), LaneKey.F5, false, new Rectangle(right, y, w, high));
    keys(draw, shown, "approval.cancel", "printer.use");
  }

  private void paper(
      Draw draw, Shown shown, int mm, LaneKey key, Panel.Printer panel, Rectangle where) {
    String word = shown.text("printer.paper", Map.of("mm", Integer.toString(mm)));
    choice(draw, word, key, panel.choice().paperMm() == mm, where);
  }

  void choice(Draw draw, String word, LaneKey key, boolean chosen, Rectangle where) {
    draw.key(
        where,
        chosen ? Token.P_SOFT : Token.RAISED,
        chosen ? Token.PRIMARY : Token.LINE,
        chosen ? 2 : 1);
    float middle = where.y + where.height / 2f;
    float x = draw.cap(key.cap(), where.x + 10f, middle - 11, false);
    Font font = Fonts.semiBold(16);
    float room = where.x + where.width - x - 18;
    draw.name(
        word, font, chosen ? Token.P_INK : Token.INK, x + 10, Draw.middle(font, middle), room);
    onTouch(where, key);
  }

  /** Two columns: twelve keys that a finger can hit need more height than one column has. */
  private void more(Draw draw, Shown shown) {
    title(draw, Icon.INFO, shown.text("more.title"), "");
    List<String> rows = HelpOf.MORE;
    int deep = (rows.size() + 1) / 2;
    int step = Math.min(72, (high() - 72 - 10) / deep);
    int w = (wide() - 28 - 8) / 2;
    for (int i = 0; i < rows.size(); i++) {
      LaneKey key = HelpOf.moreKey(i);
      var where = new Rectangle(14 + i / deep * (w + 8), 72 + i % deep * step, w, step - 6);
      draw.key(where, Token.RAISED, Token.LINE, 1);
      float middle = where.y + where.height / 2f;
      float x = draw.cap(key.cap(), where.x + 8f, middle - 11, false);
      draw.inTwoRows(
          shown.text(rows.get(i)),
          Fonts.semiBold(15),
          Token.INK,
          x + 8,
          middle,
          where.x + where.width - x - 14);
      onTouch(where, key);
    }
  }

  void field(Draw draw, Shown shown, String label, int at, Rectangle box, float px) {
    fieldLabelled(draw, shown, shown.text(label), at, box, px);
  }

  void fieldLabelled(Draw draw, Shown shown, String label, int at, Rectangle box, float px) {
    draw.name(label, Fonts.regular(16), Token.INK2, box.x, box.y - 8f, box.width);
    input(draw, shown, at, box, px);
  }

  private void input(Draw draw, Shown shown, int at, Rectangle box, float px) {
    Fields.paint(draw, shown.state().form(), at, box, px);
    onTouchField(box, at);
  }

  /** Digits for whoever has no keyboard, between the fields and the keys that end the question. */
  void digits(Draw draw, int top) {
    int high = Math.min(58, (high() - 78 - 12 - top - GAP) / 2);
    if (high < LEAST_DIGIT) {
      return;
    }
    boolean narrow = wide() < ENTER_FITS; // a finger needs its 48 px there too
    int side = narrow ? 8 : 20;
    int gap = narrow ? 4 : GAP;
    double step = (wide() - 2 * side + gap) / 6.0;
    for (int i = 0; i < DIGITS.size(); i++) {
      int left = side + (int) Math.round(i % 6 * step);
      int y = top + i / 6 * (high + GAP);
      var where = new Rectangle(left, y, (int) step - gap, high);
      draw.key(where, Token.RAISED, Token.LINE, 1);
      float middle = where.y + where.height / 2f;
      String digit = DIGITS.get(i);
      if (digit.equals("←")) {
        Icon.ARROW_LEFT.paint(
            draw.graphics(), Token.INK.color(), where.x + where.width / 2f - 10, middle - 10, 20);
        onTouch(where, LaneKey.BACKSPACE);
      } else {
        Font font = Fonts.semiBold(19);
        float centre = where.x + where.width / 2f;
        draw.centre(digit, font, Token.INK, centre, Draw.middle(font, middle));
        onTouch(where, digit);
      }
    }
  }

  /** The one key that ends a question which cannot be given up. */
  void key(Draw draw, String word, LaneKey key) {
    var where = new Rectangle(20, high() - 78, wide() - 40, 58);
    draw.key(where, Token.PRIMARY, Token.PRIMARY, 1);
    float x = draw.capOn(key.cap(), where.x + 14f, where.y + 18f, Token.ON_PRIMARY);
    Font font = Fonts.semiBold(17);
    float room = where.x + where.width - x - 12;
    draw.name(word, font, Token.ON_PRIMARY, x + 8, Draw.middle(font, where.y + 29f), room);
    onTouch(where, key);
  }

  void keys(Draw draw, Shown shown, String cancel, String go) {
    int w = (wide() - 52) / 2;
    int y = high() - 78;
    var left = new Rectangle(20, y, w, 58);
    draw.key(left, Token.RAISED, Token.LINE, 1);
    boolean narrow = w < 160;
    float inset = narrow ? 8 : 14;
    float x = draw.cap("Esc", left.x + inset, y + 18f, false);
    Font font = Fonts.semiBold(narrow ? 15 : 17);
    float base = Draw.middle(font, y + 29);
    draw.name(shown.text(cancel), font, Token.INK, x + 8, base, left.x + w - x - 12);
    onTouch(left, LaneKey.ESC);
    var right = new Rectangle(32 + w, y, w, 58);
    draw.key(right, Token.PRIMARY, Token.PRIMARY, 1);
    x = draw.capOn("Enter", right.x + inset, y + 18f, Token.ON_PRIMARY);
    draw.name(shown.text(go), font, Token.ON_PRIMARY, x + 8, base, right.x + w - x - 12);
    onTouch(right, LaneKey.ENTER);
  }
}
