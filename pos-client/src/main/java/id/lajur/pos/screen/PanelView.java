package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.List;

/** What the cashier opened, in the right column; basket and total stay readable beside it. */
final class PanelView extends View {
  static final int ROW = 54;
  static final int ENTER_FITS = 400;
  static final int GAP = 6;
  static final int TOUCH = 48;

  /** In less, titles and fields give way, so that each digit has the height of a finger. */
  static final int TIGHT = 414;

  /** The least that fields, digits of a finger's height and the keys that end a question need. */
  private static final int LEAST = 346;

  static final int TURN = 48;
  private static final int MOST_DIGIT = 58;
  private static final int GOOD_DIGIT = 52;
  private static final int FREE = 20;
  private static final int FOUR_ROWS = 4 * TOUCH + 3 * Pad.GAP;
  private static final int EDGE = 20;
  private static final int NARROW_EDGE = 14; // six digits of a finger's width beside each other
  private static final List<String> DIGITS =
      List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "", Pad.BACK);

  PanelView(LaneScreen screen) {
    super(screen);
  }

  @Override
  double enlargement() {
    return screen().enlargement();
  }

  /** Where all that stands in a panel begins at its left, and so far from its right it ends. */
  int edge() {
    return wide() < ENTER_FITS ? NARROW_EDGE : EDGE;
  }

  /** From edge to edge. */
  int inner() {
    return wide() - 2 * edge();
  }

  /** Where the words of a list begin. */
  int rowText() {
    return edge() + 12;
  }

  /** What they have up to the other side. */
  float rowRoom() {
    return wide() - 2f * rowText();
  }

  /** Whether little height is left beside what must stay. */
  boolean isTight() {
    return high() < TIGHT;
  }

  /**
   * One measure where there is room, another where there is little; between the two what lies
   * between, so that heads stand off their border as soon as keys leave room for it.
   */
  int roomy(int measure, int tight) {
    int above = Math.max(0, Math.min(TIGHT - LEAST, high() - LEAST));
    return tight + Math.floorDiv((measure - tight) * above, TIGHT - LEAST);
  }

  /** As above for lists and what ends a question: they keep all the room that there is. */
  private int strict(int measure, int tight) {
    return isTight() ? tight : measure;
  }

  /** Where what stands below a title begins. */
  int top() {
    return roomy(70, 50);
  }

  /** Where a list begins. */
  int firstRow() {
    return strict(76, 56);
  }

  /** Of the keys that end a question. */
  private int keysTop() {
    return high() - strict(78, 56);
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
    var all = new Rectangle(0, 0, wide(), high());
    draw.card(all, Token.SURFACE, isLoud(shown.state()) ? Token.AMBER : Token.PRIMARY, 2);
    if (panel instanceof Panel.Search search) {
      GoodsPaint.search(this, draw, shown, search);
    } else if (panel instanceof Panel.PriceCheck price) {
      GoodsPaint.price(this, draw, shown, price);
    } else if (panel instanceof Panel.Explain explain) {
      ExplanationPaint.panel(this, draw, shown, explain);
    } else if (panel instanceof Panel.Quantity quantity) {
      BasketPaint.quantity(this, draw, shown, quantity);
    } else if (panel instanceof Panel.Weigh weigh) {
      BasketPaint.weigh(this, draw, shown, weigh);
    } else if (panel instanceof Panel.Approval approval) {
      ApprovalPaint.panel(this, draw, shown, approval);
    } else if (panel instanceof Panel.Resume resume) {
      WaitingPaint.panel(this, draw, shown, resume);
    } else if (panel instanceof Panel.VoidBasket) {
      BasketPaint.voiding(this, draw, shown);
    } else if (panel instanceof Panel.Cash cash) {
      CashPaint.panel(this, draw, shown, cash);
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
      PaperPaint.copy(this, draw, shown);
    } else if (panel instanceof Panel.Locked) {
      LockedPaint.panel(this, draw, shown);
    } else if (panel instanceof Panel.Papers papers) {
      PaperPaint.panel(this, draw, shown, papers);
    } else if (panel instanceof Panel.Printer printer) {
      PrinterPaint.panel(this, draw, shown, printer);
    } else if (panel instanceof Panel.Sounds sounds) {
      SoundPaint.panel(this, draw, shown, sounds);
    } else if (panel instanceof Panel.More) {
      MorePaint.panel(this, draw, shown);
    } else if (panel instanceof Panel.Help help) {
      HelpPaint.panel(this, draw, shown, help);
    }
  }

  /** Amber is for what must be seen, and for scans that wait behind whatever is asked. */
  static boolean isLoud(LaneState state) {
    boolean held = state.panel().holdsScans() && state.scansWaiting() > 0;
    return held || state.panel().mustBeSeen();
  }

  void title(Draw draw, Icon icon, String title, String second) {
    title(draw, icon, title, second, inner() - 58f);
  }

  private void title(Draw draw, Icon icon, String title, String second, float width) {
    boolean loud = screen().shown().state().panel().mustBeSeen();
    draw.graphics().setColor((loud ? Token.WARN_SOFT : Token.INFO_SOFT).color());
    Token ink = loud ? Token.WARN : Token.INFO;
    if (isTight()) {
      int down = roomy(12, 0);
      draw.graphics().fillOval(edge(), 4 + down, 32, 32);
      icon.paint(draw.graphics(), ink.color(), edge() + 7, 11 + down, 18);
      float first = down + (second.isEmpty() ? 27f : 22f);
      draw.name(title, Fonts.semiBold(19), Token.INK, edge() + 44, first, width + 14);
      draw.name(second, Fonts.regular(15), Token.INK2, edge() + 44, down + 42f, width + 14);
      return;
    }
    draw.graphics().fillOval(edge(), 18, 44, 44);
    icon.paint(draw.graphics(), ink.color(), edge() + 12, 30, 20);
    float y = second.isEmpty() ? 47 : 38;
    draw.name(title, Fonts.semiBold(21), Token.INK, edge() + 58, y, width);
    draw.name(second, Fonts.regular(16), Token.INK2, edge() + 58, 61, width);
  }

  /** The title of what asks nothing, with the key that leads out. */
  void titleWithWayOut(Draw draw, Shown shown, String title, String second) {
    String word = shown.text("key." + KeyBarOf.esc(shown.state().panel()));
    Font font = Fonts.semiBold(16);
    int wide = Math.round(10 + Draw.capWidth("Esc") + 8 + Draw.width(word, font) + 12);
    var where = new Rectangle(wide() - edge() - wide, roomy(14, 2), wide, TOUCH);
    draw.key(where, Token.RAISED, Token.LINE, 1);
    float middle = where.y + where.height / 2f;
    float x = draw.cap("Esc", where.x + 10f, middle - 11, false);
    draw.text(word, font, Token.INK, x + 8, Draw.middle(font, middle));
    onTouch(where, LaneKey.ESC);
    float room = where.x - 12f - edge() - 58;
    boolean fits = Draw.width(second, Fonts.regular(roomy(16, 15))) <= room;
    title(draw, Icon.INFO, title, fits ? second : "", room);
  }

  /** What is known, one field for a figure, digits to touch, and the keys that end it. */
  void figure(Draw draw, Shown shown, String lead, String label, String go) {
    draw.name(lead, Fonts.regular(17), Token.INK2, edge(), top() + roomy(28, 22), inner());
    var box = new Rectangle(edge(), top() + roomy(66, 52), inner(), roomy(60, TOUCH));
    fieldLabelled(draw, shown, label, 0, box, roomy(30, 24));
    digits(draw, shown, box.y + box.height + roomy(10, 8));
    keys(draw, shown, go);
  }

  /** Sentences below a title. */
  void paragraph(Draw draw, String text) {
    Font font = Fonts.regular(17);
    float at = top() + 42;
    for (String row : Draw.wrapped(text, font, inner())) {
      draw.text(row, font, Token.INK2, edge(), at);
      at += 26;
    }
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
  boolean turns(Draw draw, Panel.Listing list, int bottom) {
    if (list.size() <= Math.max(1, (bottom - firstRow()) / ROW)) {
      return false;
    }
    turns(draw, list.chosen() <= 0, list.chosen() >= list.size() - 1);
    return true;
  }

  private void turns(Draw draw, boolean first, boolean last) {
    turn(draw, "↑", LaneKey.PAGE_UP, first, wide() - edge() - 2 * TURN - GAP);
    turn(draw, "↓", LaneKey.PAGE_DOWN, last, wide() - edge() - TURN);
  }

  private void turn(Draw draw, String sign, LaneKey key, boolean dim, int x) {
    int y = roomy(14, 4);
    var where = new Rectangle(x, y, TURN, TURN);
    draw.key(where, Token.RAISED, Token.LINE, 1);
    Font font = Fonts.semiBold(21);
    draw.centre(
        sign, font, dim ? Token.INK3 : Token.INK, x + TURN / 2f, Draw.middle(font, y + TURN / 2f));
    onTouch(where, key);
  }

  /** The title of a list, which gives way to the keys that turn its pages. */
  void listTitle(
      Draw draw, Icon icon, String title, String second, Panel.Listing list, int bottom) {
    int turning = turns(draw, list, bottom) ? 2 * TURN + 2 * GAP : 0;
    title(draw, icon, title, second, inner() - 58f - turning);
  }

  /**
   * The title of what is read page by page. Where keys stand beside it the name has two rows: it is
   * worth more than sign and heading.
   */
  void turnedTitle(
      Draw draw, Icon icon, String title, String second, boolean turns, int at, int last) {
    int keys = turns ? 2 * TURN + 2 * GAP : 0;
    if (turns) {
      turns(draw, at <= 0, at >= last);
    }
    if (turns && Draw.width(title, Fonts.semiBold(roomy(21, 19))) > inner() - 58f - keys) {
      Font small = Fonts.semiBold(roomy(19, 17));
      draw.inTwoRows(title, small, Token.INK, edge(), roomy(38, 28), inner() - (float) keys);
    } else {
      title(draw, icon, title, second, inner() - 58f - keys);
    }
  }

  /** What stands below a title: a name, which gives way, and a figure, which does not. */
  String belowTitle(String name, String figure) {
    Font font = Fonts.regular(roomy(16, 15));
    float room = inner() - (isTight() ? 44f : 58f) - Draw.width(figure, font);
    return Draw.cut(name, font, room) + figure;
  }

  private Rectangle rowAt(int y) {
    return new Rectangle(edge(), y, inner(), ROW);
  }

  /** What a row of a list stands on: marked, or ruled off from the next. */
  void row(Draw draw, int y, boolean chosen) {
    if (!chosen) {
      draw.rowLine(edge(), wide() - edge(), y + ROW - 1);
      return;
    }
    draw.graphics().setColor(Token.P_SOFT.color());
    draw.graphics().fillRoundRect(edge(), y, inner(), ROW - 1, 12, 12);
    draw.fill(Token.PRIMARY, edge(), y + 8, 4, ROW - 17);
  }

  /**
   * The sum of a row, at its right.
   *
   * @return what room is left beside it
   */
  float rowSum(Draw draw, int y, String sum, Token ink) {
    Font font = Fonts.semiBold(19);
    float right = wide() - (float) rowText();
    draw.right(sum, font, ink, right, Draw.middle(font, y + ROW / 2f));
    return right - rowText() - 16 - Draw.width(sum, font);
  }

  /** A row that is a name alone. */
  void nameRow(Draw draw, int y, boolean chosen, String name) {
    row(draw, y, chosen);
    Font font = chosen ? Fonts.semiBold(19) : Fonts.regular(19);
    draw.name(name, font, Token.INK, rowText(), Draw.middle(font, y + ROW / 2f), rowRoom());
  }

  /** One of so many tiles beside each other, below the title. */
  Rectangle tileAt(int which, int of) {
    int gap = 8;
    int w = (inner() - (of - 1) * gap) / of;
    return new Rectangle(edge() + which * (w + gap), top(), w, roomy(52, TOUCH));
  }

  /**
   * A choice with its key above its word, or beside it where it is low and wide; one that is dim
   * says why when it is touched.
   */
  void tile(Draw draw, String word, LaneKey key, boolean chosen, boolean dim, Rectangle where) {
    choiceKey(draw, chosen, where);
    Font font = Fonts.semiBold(16);
    Token ink = chosen ? Token.P_INK : dim ? Token.INK3 : Token.INK;
    float beside = Draw.capWidth(key.cap()) + Draw.width(word, font) + 36;
    if (isTight() && beside <= where.width) {
      float middle = where.y + where.height / 2f;
      float x = draw.cap(key.cap(), where.x + 12f, middle - 11, dim);
      draw.text(word, font, ink, x + 10, Draw.middle(font, middle));
      onTouch(where, key);
      return;
    }
    draw.cap(key.cap(), where.x + 8f, where.y + roomy(5, 3), dim);
    draw.name(word, font, ink, where.x + 8f, where.y + roomy(45, 42), where.width - 12f);
    onTouch(where, key);
  }

  /**
   * The fields of an act that is a figure and has a reason, and digits to touch.
   *
   * @param plain whether the figure is shown as typed, else as money in groups
   */
  void amountAndReason(Draw draw, Shown shown, String label, boolean plain) {
    int left = (inner() - 12) * 2 / 5;
    int high = roomy(50, TOUCH);
    var amount = new Rectangle(edge(), fieldRow(), left, high);
    draw.name(label, Fonts.regular(16), Token.INK2, amount.x, amount.y - 8f, left);
    Form form = shown.state().form();
    String written = form.text("amount");
    String typed = plain ? written : Fields.grouped(shown, written);
    Fields.paintRight(draw, form, 0, amount, typed, Draw.fitting(typed, 24, left - 28f));
    onTouchField(amount, 0);
    int rest = inner() - 12 - left;
    field(
        draw,
        shown,
        "cash.reason",
        1,
        new Rectangle(edge() + 12 + left, fieldRow(), rest, high),
        19);
    digits(draw, shown, underField());
  }

  private static void choiceKey(Draw draw, boolean chosen, Rectangle where) {
    Token ground = chosen ? Token.P_SOFT : Token.RAISED;
    draw.key(where, ground, chosen ? Token.PRIMARY : Token.LINE, chosen ? 2 : 1);
  }

  /** A choice with its key beside its word. */
  void choice(Draw draw, String word, LaneKey key, boolean chosen, Rectangle where) {
    choiceKey(draw, chosen, where);
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

  void field(Draw draw, Shown shown, String label, int at, Rectangle box, float px) {
    fieldLabelled(draw, shown, shown.text(label), at, box, px);
  }

  void fieldLabelled(Draw draw, Shown shown, String label, int at, Rectangle box, float px) {
    draw.name(label, Fonts.regular(16), Token.INK2, box.x, box.y - 8f, box.width);
    input(draw, shown, at, box, px);
  }

  void input(Draw draw, Shown shown, int at, Rectangle box, float px) {
    Fields.paint(draw, shown.state().form(), at, box, px);
    onTouchField(box, at);
  }

  /** What digits of a good height leave over that begin there, up to a gap that looks right, px. */
  int free(int top) {
    int room = keysTop() - roomy(12, 8) - top;
    int keys = room >= FOUR_ROWS ? FOUR_ROWS : 2 * GOOD_DIGIT + GAP;
    return Math.max(0, Math.min(FREE, room - keys));
  }

  /** Digits for whoever has no keyboard, between the fields and the keys that end the question. */
  void digits(Draw draw, Shown shown, int top) {
    int room = keysTop() - roomy(12, 8) - top;
    if (room >= FOUR_ROWS) { // as on every other pad
      int whole = Math.min(room, 4 * MOST_DIGIT + 3 * Pad.GAP);
      Pad.paint(this, draw, shown, new Rectangle(edge(), top, inner(), whole), 21);
      return;
    }
    int high = Math.min(MOST_DIGIT, (room - GAP) / 2);
    int side = edge();
    int gap = wide() < ENTER_FITS ? 4 : GAP; // a finger needs its 48 px there too
    double step = (inner() + gap) / 6.0;
    String beside = Pad.besideZero(shown);
    for (int i = 0; i < DIGITS.size(); i++) {
      if (DIGITS.get(i).isEmpty() && beside.isEmpty()) {
        continue;
      }
      String digit = DIGITS.get(i).isEmpty() ? beside : DIGITS.get(i);
      boolean back = digit.equals(Pad.BACK);
      int columns = back && beside.isEmpty() ? 2 : 1;
      int left = side + (int) Math.round((i - columns + 1) % 6 * step);
      int y = top + i / 6 * (high + GAP);
      var where = new Rectangle(left, y, (int) (columns * step) - gap, high);
      Pad.key(this, draw, digit, where, 19);
    }
  }

  /** The one key that ends a question which cannot be given up. */
  void key(Draw draw, String word, LaneKey key) {
    endKey(draw, word, key, true, new Rectangle(edge(), keysTop(), inner(), strict(58, TOUCH)));
  }

  /** Out, and on with Enter. */
  void keys(Draw draw, Shown shown, String go) {
    keys(draw, shown, go, LaneKey.ENTER);
  }

  /** The word for the way out is the key bar's. */
  void keys(Draw draw, Shown shown, String go, LaneKey on) {
    int w = (inner() - 12) / 2;
    String out = shown.text("key." + KeyBarOf.esc(shown.state().panel()));
    int high = strict(58, TOUCH);
    endKey(draw, out, LaneKey.ESC, false, new Rectangle(edge(), keysTop(), w, high));
    boolean leadsOn = on == LaneKey.ENTER && shown.state().form().leadsOn();
    String word = shown.text(leadsOn ? "key.onward" : go);
    endKey(draw, word, on, true, new Rectangle(edge() + 12 + w, keysTop(), w, high));
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
