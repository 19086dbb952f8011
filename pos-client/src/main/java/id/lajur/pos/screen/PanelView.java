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
  private static final int ENTER_FITS = 400;
  private static final int GAP = 6;
  private static final int TOUCH = 48;
  private static final int ROOMY = 440;

  /** In less, titles and fields give way, so that each digit has the height of a finger. */
  private static final int TIGHT = 414;

  private static final int TURN = 48;
  private static final int THREE_COLUMNS = 600;
  private static final List<String> DIGITS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "", "←");

  PanelView(LaneScreen screen) {
    super(screen);
  }

  @Override
  double enlargement() {
    return screen().enlargement();
  }

  /** Whether little height is left beside what must stay. */
  boolean isTight() {
    return high() < TIGHT;
  }

  /** One measure where there is room, another where there is little. */
  int roomy(int measure, int tight) {
    return isTight() ? tight : measure;
  }

  /** Where what stands below a title begins. */
  private int top() {
    return roomy(70, 50);
  }

  /** Where a list begins. */
  int firstRow() {
    return roomy(76, 56);
  }

  /** Of the keys that end a question. */
  private int keysTop() {
    return high() - roomy(78, 56);
  }

  /** Where a list above such keys ends. */
  int aboveKeys() {
    return keysTop() - 8;
  }

  /** Of fields that stand below a title and a row of choices. */
  int fieldRow() {
    return roomy(152, 122);
  }

  int underField() {
    return roomy(212, 180);
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
      ExplanationPaint.panel(this, draw, shown, explain);
    } else if (panel instanceof Panel.Quantity quantity) {
      String now = shown.text("quantity.now", Map.of("n", shown.quantity(quantity.line())));
      title(draw, Icon.INFO, shown.text("quantity.title"), quantity.line().name());
      figure(draw, shown, now, shown.text("field.quantity"), "panel.take");
    } else if (panel instanceof Panel.Weigh weigh) {
      title(draw, Icon.SCALE, shown.text("weigh.title"), weigh.name());
      String label = shown.text("weigh.label", Map.of("unit", weigh.unit()));
      figure(draw, shown, shown.text("weigh.lead"), label, "panel.add");
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
      paragraph(draw, shown.text("voidBasket.lead", values), top() + 42);
      keys(draw, shown, "voidBasket.go");
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

  private void title(Draw draw, Icon icon, String title, String second, float width) {
    boolean note = icon == Icon.INFO || icon == Icon.TAG;
    draw.graphics().setColor((note ? Token.INFO_SOFT : Token.WARN_SOFT).color());
    Token ink = note ? Token.INFO : Token.WARN;
    if (isTight()) {
      draw.graphics().fillOval(20, 4, 32, 32);
      icon.paint(draw.graphics(), ink.color(), 27, 11, 18);
      draw.name(title, Fonts.semiBold(19), Token.INK, 64, second.isEmpty() ? 27 : 22, width + 14);
      draw.name(second, Fonts.regular(15), Token.INK2, 64, 42, width + 14);
      return;
    }
    draw.graphics().fillOval(20, 18, 44, 44);
    icon.paint(draw.graphics(), ink.color(), 32, 30, 20);
    float y = second.isEmpty() ? 47 : 38;
    draw.name(title, Fonts.semiBold(21), Token.INK, 78, y, width);
    draw.name(second, Fonts.regular(16), Token.INK2, 78, 61, width);
  }

  /** The title of what asks nothing, with the key that leads out. */
  void titleWithWayOut(Draw draw, Shown shown, String title, String second) {
    String word = shown.text("key." + KeyBarOf.esc(shown.state().panel()));
    Font font = Fonts.semiBold(16);
    int wide = Math.round(10 + Draw.capWidth("Esc") + 8 + Draw.width(word, font) + 12);
    var where = new Rectangle(wide() - 14 - wide, roomy(14, 2), wide, TOUCH);
    draw.key(where, Token.RAISED, Token.LINE, 1);
    float middle = where.y + where.height / 2f;
    float x = draw.cap("Esc", where.x + 10f, middle - 11, false);
    draw.text(word, font, Token.INK, x + 8, Draw.middle(font, middle));
    onTouch(where, LaneKey.ESC);
    float room = where.x - 12f - 78;
    boolean fits = Draw.width(second, Fonts.regular(roomy(16, 15))) <= room;
    title(draw, Icon.INFO, title, fits ? second : "", room);
  }

  /** What is known, one field for a figure, digits to touch, and the keys that end it. */
  void figure(Draw draw, Shown shown, String lead, String label, String go) {
    draw.name(lead, Fonts.regular(17), Token.INK2, 20, top() + roomy(28, 22), wide() - 40f);
    var box = new Rectangle(20, top() + roomy(66, 52), wide() - 40, roomy(60, TOUCH));
    fieldLabelled(draw, shown, label, 0, box, roomy(30, 24));
    digits(draw, shown, box.y + box.height + roomy(10, 8));
    keys(draw, shown, go);
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
    int y = roomy(14, 4);
    int bottom = high() - 8;
    boolean turns = turns(draw, search, bottom);
    var box =
        new Rectangle(14, y, wide() - 28 - (turns ? 2 * TURN + 2 * GAP : 0), roomy(52, TOUCH));
    draw.key(box, Token.SURFACE, Token.PRIMARY, 2);
    float middle = box.y + box.height / 2f;
    Icon.SEARCH.paint(draw.graphics(), Token.PRIMARY.color(), 30, middle - 10, 20);
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
    onTouch(box, "letters", () -> screen().letters());
    if (search.matches().isEmpty()) {
      String key = typed.isEmpty() ? "search.empty" : "search.none";
      float first = firstRow() + 26f;
      draw.name(shown.text(key), Fonts.regular(16), Token.INK3, 24, first, wide() - 48f);
    }
    rows(
        search,
        bottom,
        (row, at) -> match(draw, shown, search.matches().get(row), at, row == search.chosen()));
  }

  /** Paints one row of a list. */
  interface RowPaint {
    void paint(int row, int y);
  }

  /** As many rows as there is room for, the marked one among them; each takes a touch. */
  void rows(Panel.Listing list, int bottom, RowPaint paint) {
    int room = Math.max(1, (bottom - firstRow()) / ROW);
    int first = Math.max(0, Math.min(list.chosen() - room + 1, list.size() - room));
    for (int i = first; i < Math.min(list.size(), first + room); i++) {
      int row = i;
      int y = firstRow() + (i - first) * ROW;
      paint.paint(row, y);
      onTouch(rowAt(y), "row " + row, () -> screen().row(row));
    }
  }

  /** Beside a list's title, where it has more rows than room: a page up, a page down. */
  private boolean turns(Draw draw, Panel.Listing list, int bottom) {
    if (list.size() <= Math.max(1, (bottom - firstRow()) / ROW)) {
      return false;
    }
    turns(draw);
    return true;
  }

  private void turns(Draw draw) {
    turn(draw, "↑", LaneKey.PAGE_UP, wide() - 14 - 2 * TURN - GAP);
    turn(draw, "↓", LaneKey.PAGE_DOWN, wide() - 14 - TURN);
  }

  private void turn(Draw draw, String sign, LaneKey key, int x) {
    int y = roomy(14, 4);
    var where = new Rectangle(x, y, TURN, TURN);
    draw.key(where, Token.RAISED, Token.LINE, 1);
    Font font = Fonts.semiBold(21);
    draw.centre(sign, font, Token.INK, x + TURN / 2f, Draw.middle(font, y + TURN / 2f));
    onTouch(where, key);
  }

  /** The title of a list, which gives way to the keys that turn its pages. */
  void listTitle(
      Draw draw, Icon icon, String title, String second, Panel.Listing list, int bottom) {
    int right = turns(draw, list, bottom) ? 20 + 2 * TURN + GAP : 20;
    title(draw, icon, title, second, wide() - 78f - right);
  }

  /** The title of what is read page by page. */
  void turnedTitle(Draw draw, Icon icon, String title, String second, boolean turns) {
    if (turns) {
      turns(draw);
    }
    title(draw, icon, title, second, wide() - 78f - (turns ? 20 + 2 * TURN + GAP : 20));
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
    int below = roomy(62, 32);
    if (price.found().isPresent()) {
      int tall = Math.max(0, Math.min(24, high() - TIGHT)); // of the price, where there is room
      below = roomy(90, 58) + tall;
      ItemMatch item = price.found().get();
      Font name = Fonts.semiBold(roomy(24, 19));
      draw.name(item.name(), name, Token.INK, 20, top() + roomy(30, 20), wide() - 40f);
      float base = top() + below - roomy(12, 8);
      String sum = price(shown, item);
      var stock = Map.of("unit", item.unit(), "n", shown.formats().quantity(item.stockMilli()));
      Font small = Fonts.regular(16);
      float x = draw.text(shown.text("search.stock", stock), small, Token.INK2, 20, base) + 16;
      Font sign = Fonts.regular(19);
      float room = wide() - 20 - x - Draw.width(shown.sign(), sign) - 10;
      Font large = Draw.fitting(sum, roomy(48 + tall, 32), room);
      draw.right(sum, large, Token.INK, wide() - 20f, base);
      float left = wide() - 20 - Draw.width(sum, large) - 10;
      draw.wordsRight(shown.sign(), sign, Token.INK3, left, base);
    } else {
      String lead = shown.text("price.lead");
      draw.name(lead, Fonts.regular(17), Token.INK2, 20, top() + roomy(42, 22), wide() - 40f);
    }
    var box = new Rectangle(20, top() + below, wide() - 40, TOUCH);
    input(draw, shown, 0, box, 24);
    digits(draw, shown, box.y + box.height + 8);
    keys(draw, shown, "price.go");
  }

  private void approval(Draw draw, Shown shown, Panel.Approval approval) {
    String key = "permission." + approval.permission();
    String what = shown.text(shown.texts().has(key) ? key : "permission.other");
    String detail = approval.matter().told(shown.formats());
    String asked = detail.isEmpty() ? what : what + ": " + detail;
    title(draw, Icon.LOCK, shown.text("approval.title"), asked);
    var box = new Rectangle(20, roomy(68, 49), wide() - 40, roomy(60, 46));
    draw.key(box, Token.RAISED, Token.RAISED, 1);
    float middle = box.y + box.height / 2f;
    float upper = middle - roomy(12, 10);
    float lower = middle + roomy(14, 11);
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
    draw.right(sum, bold, Token.INK, right, Draw.middle(bold, times.isEmpty() ? middle : lower));
    float room = right - 34 - (times.isEmpty() ? Draw.width(sum, bold) + 12 : 0);
    float first = times.isEmpty() ? middle : upper;
    draw.name(
        subject, Fonts.regular(17), Token.INK, 34, Draw.middle(Fonts.regular(17), first), room);
    draw.text(times, Fonts.regular(16), Token.INK2, 34, Draw.middle(Fonts.regular(16), lower));
    int w = (wide() - 52) / 2;
    int high = roomy(50, TOUCH);
    field(draw, shown, "approval.number", 0, new Rectangle(20, fieldRow(), w, high), 24);
    field(draw, shown, "approval.pin", 1, new Rectangle(32 + w, fieldRow(), w, high), 24);
    digits(draw, shown, underField());
    keys(draw, shown, "approval.go");
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
    keys(draw, shown, "cash.go");
  }

  /** One of so many tiles beside each other, below the title. */
  Rectangle tileAt(int which, int of) {
    int gap = 8;
    int w = (wide() - 40 - (of - 1) * gap) / of;
    return new Rectangle(20 + which * (w + gap), top(), w, roomy(56, TOUCH));
  }

  /** A choice with its key above its word. */
  void tile(Draw draw, String word, LaneKey key, boolean chosen, Rectangle where) {
    draw.key(
        where,
        chosen ? Token.P_SOFT : Token.RAISED,
        chosen ? Token.PRIMARY : Token.LINE,
        chosen ? 2 : 1);
    draw.cap(key.cap(), where.x + 8f, where.y + roomy(5, 3), false);
    Font font = Fonts.semiBold(16);
    Token ink = chosen ? Token.P_INK : Token.INK;
    draw.name(word, font, ink, where.x + 8f, where.y + roomy(47, 42), where.width - 12f);
    onTouch(where, key);
  }

  /**
   * The fields of an act that is a figure and has a reason, and digits to touch.
   *
   * @param plain whether the figure is shown as typed, else as money in groups
   */
  void amountAndReason(Draw draw, Shown shown, String label, boolean plain) {
    int left = (wide() - 52) * 2 / 5;
    int high = roomy(50, TOUCH);
    var amount = new Rectangle(20, fieldRow(), left, high);
    draw.name(label, Fonts.regular(16), Token.INK2, amount.x, amount.y - 8f, left);
    Form form = shown.state().form();
    String written = form.text("amount");
    String typed = plain ? written : Fields.grouped(shown, written);
    Fields.paintRight(draw, form, 0, amount, typed, Draw.fitting(typed, 24, left - 28f));
    onTouchField(amount, 0);
    int rest = wide() - 52 - left;
    field(draw, shown, "cash.reason", 1, new Rectangle(32 + left, fieldRow(), rest, high), 19);
    digits(draw, shown, underField());
  }

  private void resume(Draw draw, Shown shown, Panel.Resume resume) {
    listTitle(draw, Icon.CLOCK, shown.text("resume.title"), "", resume, aboveKeys());
    rows(
        resume,
        aboveKeys(),
        (row, y) -> waiting(draw, shown, resume.baskets().get(row), y, row == resume.chosen()));
    keys(draw, shown, "key.resume");
  }

  private void waiting(Draw draw, Shown shown, WaitingView waiting, int y, boolean chosen) {
    if (chosen) {
      chosen(draw, y);
    } else {
      draw.rowLine(24, wide() - 22, y + ROW - 1);
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
    int bottom = aboveKeys();
    if (shown.state().devices().otherPrinter()) {
      bottom -= TOUCH + 8;
      var where = new Rectangle(20, bottom + 8, wide() - 40, TOUCH);
      choice(draw, shown.text("papers.elsewhere"), LaneKey.SHIFT_F11, false, where);
    }
    List<PaperView> all = panel.papers();
    int room = Math.max(1, (bottom - firstRow()) / ROW);
    int whole = all.size() > room ? room - 1 : all.size();
    int y = firstRow();
    for (PaperView paper : all.subList(0, whole)) {
      paper(draw, shown, paper, y);
      y += ROW;
    }
    if (all.isEmpty()) {
      paragraph(draw, shown.text("papers.none"), top() + 42);
    } else if (whole < all.size()) {
      var more = Map.of("n", Integer.toString(all.size() - whole));
      draw.text(shown.text("papers.more", more), Fonts.regular(15), Token.INK2, 24, y + 30);
    }
    keys(draw, shown, all.isEmpty() ? "key.receipt" : "papers.print", LaneKey.F11);
  }

  private void paper(Draw draw, Shown shown, PaperView paper, int y) {
    String stage = shown.text("papers." + paper.stage());
    draw.name(paper.name(), Fonts.semiBold(17), Token.INK, 24, y + 24, wide() - 48f);
    draw.name(
        paper.copy() ? stage + " " + shown.text("papers.asCopy") : stage,
        Fonts.regular(15),
        Token.INK2,
        24,
        y + 45,
        wide() - 48f);
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
    keys(draw, shown, "printer.use");
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
    Token ink = chosen ? Token.P_INK : Token.INK;
    float room = where.x + where.width - x - 18;
    if (Draw.width(word, font) <= room) {
      draw.text(word, font, ink, x + 10, Draw.middle(font, middle));
    } else {
      draw.inTwoRows(word, Fonts.semiBold(15), ink, x + 8, middle, room + 4);
    }
    onTouch(where, key);
  }

  /** In columns: twelve keys that a finger can hit need more height than one has. */
  private void more(Draw draw, Shown shown) {
    titleWithWayOut(draw, shown, shown.text("more.title"), "");
    List<String> rows = HelpOf.MORE;
    int columns = wide() >= THREE_COLUMNS ? 3 : 2;
    int deep = (rows.size() + columns - 1) / columns;
    int first = roomy(72, 51);
    int step = Math.min(72, (high() - first - roomy(4, 0)) / deep);
    int between = Math.max(1, Math.min(6, step - TOUCH));
    int w = (wide() - 28 - (columns - 1) * 8) / columns;
    for (int i = 0; i < rows.size(); i++) {
      LaneKey key = HelpOf.moreKey(i);
      var where =
          new Rectangle(14 + i / deep * (w + 8), first + i % deep * step, w, step - between);
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
  void digits(Draw draw, Shown shown, int top) {
    int high = Math.min(58, (keysTop() - roomy(12, 8) - top - GAP) / 2);
    boolean narrow = wide() < ENTER_FITS; // a finger needs its 48 px there too
    int side = narrow ? 8 : 20;
    int gap = narrow ? 4 : GAP;
    double step = (wide() - 2 * side + gap) / 6.0;
    String beside = Pad.besideZero(shown);
    for (int i = 0; i < DIGITS.size(); i++) {
      if (DIGITS.get(i).isEmpty() && beside.isEmpty()) {
        continue;
      }
      String digit = DIGITS.get(i).isEmpty() ? beside : DIGITS.get(i);
      boolean back = digit.equals("←");
      int columns = back && beside.isEmpty() ? 2 : 1;
      int left = side + (int) Math.round((i - columns + 1) % 6 * step);
      int y = top + i / 6 * (high + GAP);
      var where = new Rectangle(left, y, (int) (columns * step) - gap, high);
      draw.key(where, Token.RAISED, Token.LINE, 1);
      float middle = where.y + where.height / 2f;
      float centre = where.x + where.width / 2f;
      if (back) {
        Icon.ARROW_LEFT.paint(draw.graphics(), Token.INK.color(), centre - 10, middle - 10, 20);
        onTouch(where, LaneKey.BACKSPACE);
      } else {
        Font font = Fonts.semiBold(19);
        draw.centre(digit, font, Token.INK, centre, Draw.middle(font, middle));
        onTouch(where, digit);
      }
    }
  }

  /** The one key that ends a question which cannot be given up. */
  void key(Draw draw, String word, LaneKey key) {
    endKey(draw, word, key, true, new Rectangle(20, keysTop(), wide() - 40, roomy(58, TOUCH)));
  }

  /** Out, and on with Enter. */
  void keys(Draw draw, Shown shown, String go) {
    keys(draw, shown, go, LaneKey.ENTER);
  }

  /** The word for the way out is the key bar's. */
  private void keys(Draw draw, Shown shown, String go, LaneKey on) {
    int w = (wide() - 52) / 2;
    String out = shown.text("key." + KeyBarOf.esc(shown.state().panel()));
    int high = roomy(58, TOUCH);
    endKey(draw, out, LaneKey.ESC, false, new Rectangle(20, keysTop(), w, high));
    endKey(draw, shown.text(go), on, true, new Rectangle(32 + w, keysTop(), w, high));
  }

  private void endKey(Draw draw, String word, LaneKey key, boolean main, Rectangle where) {
    draw.key(where, main ? Token.PRIMARY : Token.RAISED, main ? Token.PRIMARY : Token.LINE, 1);
    boolean narrow = where.width < 160;
    float middle = where.y + where.height / 2f;
    float left = where.x + (narrow ? 8 : 14);
    Token ink = main ? Token.ON_PRIMARY : Token.INK;
    float x =
        main
            ? draw.capOn(key.cap(), left, middle - 11, ink)
            : draw.cap(key.cap(), left, middle - 11, false);
    Font font = Fonts.semiBold(narrow ? 15 : 17);
    float room = where.x + where.width - x - 12;
    draw.name(word, font, ink, x + (narrow ? 6 : 8), Draw.middle(font, middle), room);
    onTouch(where, key);
  }
}
