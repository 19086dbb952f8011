package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.Logo;
import id.lajur.kit.widget.Road;
import java.awt.Color;
import java.awt.Font;
import java.awt.Rectangle;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Map;

/**
 * Before a shift: the shop and the lane on the left, number and PIN, or the float, on the right.
 */
final class SignOnView extends View {
  private static final int EVENING = 18;
  private static final int DAY = 11;

  /** Of the shop and the lane, above the form on a narrow and high screen. */
  private static final int BAND = 440;

  private static final int NARROW = 1200;
  private static final int GAP = 14;

  /** How wide the words about the devices are, with their sign. */
  private static final int WORDS = 291;

  /** Below the shop's name and address. */
  private static final int ROAD = 196;

  private static final int FIELDS = 114; // below the titles
  private static final int FIELD = 68;
  private static final int PAD = 232;
  private static final int LEAST_PAD = 4 * 48 + 3 * 8;

  /** Below the clock. */
  private static final int LEAST_TOP = 68;

  private static final int GO = 60;
  private static final int NOTE = 64;
  private static final int WHOLE = FIELDS + FIELD + PAD + GO + NOTE + 3 * GAP;

  /** The place of the keys at the bottom. */
  private static final int KEYS = 65;

  SignOnView(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean portrait = getHeight() > getWidth() * 1.2;
    var ground =
        portrait
            ? new Rectangle(0, 0, getWidth(), BAND)
            : new Rectangle(0, 0, Math.round(getWidth() * 0.429f), getHeight());
    draw.fill(Token.BG, 0, 0, getWidth(), getHeight());
    draw.fill(Token.PANEL, 0, 0, ground.width, ground.height);
    int words = shop(draw, shown, ground, portrait);
    if (!portrait) { // there words stand over all of the band
      int room = Math.max(0, ground.width - words);
      var free = new Rectangle(words, ROAD, room, ground.height - ROAD);
      Road.paint(draw.graphics(), ground.width, free);
    }
    clock(draw, shown, portrait);
    int left = portrait ? 0 : ground.width;
    int w = Math.min(560, getWidth() - left - 96);
    int x = left + (getWidth() - left - w) / 2;
    int y = portrait ? BAND + 64 : Math.max(LEAST_TOP, (getHeight() - KEYS - WHOLE) / 2);
    if (shown.state().phase() == LaneState.Phase.OPENING_SHIFT) {
      openingFloat(draw, shown, x, y, w);
      float next = key(draw, LaneKey.F1, shown.text("signon.help"), x, getHeight() - 52);
      key(draw, LaneKey.ESC, shown.text("signon.off"), next, getHeight() - 52);
    } else {
      signOn(draw, shown, x, y, w);
      keys(draw, shown, x);
    }
  }

  /** Returns where the longest of the words ends that stand beside the road. */
  private int shop(Draw draw, Shown shown, Rectangle ground, boolean portrait) {
    TerminalView terminal = shown.state().terminal();
    Logo.paint(draw.graphics(), 48, 48, 40);
    Color white = Token.ON_PANEL.color();
    draw.text(shown.text("app"), Fonts.semiBold(34), white, 104, 80);
    float room = ground.width - 96f;
    draw.name(terminal.storeName(), Fonts.semiBold(24), Token.ON_PANEL, 48, 150, room);
    draw.name(terminal.storeAddress(), Fonts.regular(17), Token.ON_PANEL2, 48, 180, room);
    draw.text(shown.text("lane"), Fonts.regular(21), Token.ON_PANEL2, 48, 270);
    float end = draw.text(terminal.lane(), Fonts.bold(170), white, 46, 414);
    DevicesView devices = shown.state().devices();
    int x = portrait ? ground.width - 348 : 48; // beside the lane's number, or beneath it
    int y = portrait ? ground.height - 108 : ground.height - 189;
    String server = devices.server() ? "signon.server" : "signon.serverAway";
    ready(draw, shown, Icon.SERVER, server, devices.server(), x, y);
    boolean prints = devices.printerIsWell();
    String printer =
        prints
            ? "signon.printer"
            : devices.printer() == PrinterView.READY ? "signon.papersKept" : "signon.printerOut";
    ready(draw, shown, Icon.PRINTER, printer, prints, x, y + 40);
    if (terminal.training()) {
      Font font = Fonts.semiBold(16);
      float row = portrait ? y + 92 : y + 84;
      for (String part :
          Draw.wrapped(shown.text("signon.training"), font, portrait ? WORDS + 40f : WORDS)) {
        draw.text(part, font, Token.AMBER, x, row);
        row += 22;
      }
    }
    return Math.round(Math.max(end, x + WORDS)) + GAP;
  }

  private static void ready(
      Draw draw, Shown shown, Icon icon, String text, boolean well, float x, float y) {
    icon.paint(draw.graphics(), Token.ON_PANEL2.color(), x + 4, y - 10, 22);
    Font font = Fonts.regular(17);
    draw.text(shown.text(text), font, Token.ON_PANEL, x + 40, Draw.middle(font, y + 1));
    Icon sign = well ? Icon.CHECK : Icon.WARNING;
    Color colour = well ? new Color(0x6FE0C4) : Token.AMBER.color();
    sign.paint(draw.graphics(), colour, x + WORDS - 17, y - 8, 17);
  }

  private void clock(Draw draw, Shown shown, boolean onPanel) {
    var formats = shown.formats();
    Font small = Fonts.regular(16);
    String day = formats.dayAndDate(formats.day(screen().now()));
    float right = getWidth() - 36f;
    draw.wordsRight(day, small, onPanel ? Token.ON_PANEL2 : Token.INK2, right, 58);
    Font large = Fonts.bold(26);
    String time = formats.time(screen().now());
    Token ink = onPanel ? Token.ON_PANEL : Token.INK;
    draw.wordsRight(time, large, ink, right - Draw.width(day, small) - 18, 60);
  }

  private void signOn(Draw draw, Shown shown, int x, int y, int w) {
    Form form = shown.state().form();
    boolean change = form.fields().get(0).name().equals("newPin");
    String title = change ? "signon.newPin.title" : greeting(shown);
    String lead = change ? "signon.newPin.lead" : "signon.lead";
    titles(draw, shown.text(title), shown.text(lead), x, y, w);
    int half = (w - GAP) / 2;
    label(draw, shown.text(change ? "signon.newPin" : "signon.number"), x, y + 102);
    field(draw, form, 0, new Rectangle(x, y + FIELDS, half, FIELD));
    int second = x + half + GAP;
    label(draw, shown.text(change ? "signon.newPin.again" : "signon.pin"), second, y + 102);
    field(draw, form, 1, new Rectangle(second, y + FIELDS, w - half - GAP, FIELD));
    String go = shown.text(change ? "signon.newPin.go" : "signon.go");
    padAndGo(draw, shown, go, x, y, w, "signon.noShift");
  }

  private void field(Draw draw, Form form, int at, Rectangle box) {
    Fields.paint(draw, form, at, box, 30);
    onTouchField(box, at);
  }

  private void openingFloat(Draw draw, Shown shown, int x, int y, int w) {
    String name = shown.state().operator().map(OperatorView::name).orElse("");
    String title = shown.text("float.title", Map.of("name", name));
    titles(draw, title, shown.text("float.lead"), x, y, w);
    label(draw, shown.text("float.label") + " " + shown.sign(), x, y + 102);
    String typed = Fields.grouped(shown, shown.state().form().text());
    var box = new Rectangle(x, y + FIELDS, w, FIELD);
    Fields.paintRight(draw, shown.state().form(), 0, box, typed, Draw.fitting(typed, 48, w - 60f));
    padAndGo(draw, shown, shown.text("float.go"), x, y, w, "float.note");
  }

  /** Digits for whoever has no keyboard, the way on, and what is to be known. */
  private void padAndGo(Draw draw, Shown shown, String go, int x, int y, int w, String note) {
    int top = y + FIELDS + FIELD + GAP;
    int room = getHeight() - KEYS - 4 - top - 2 * GAP - NOTE;
    int pad = Math.min(PAD, room - GO);
    int high = pad < LEAST_PAD ? GO - 6 : GO; // gives way to digits that a finger hits
    pad = Math.min(PAD, room - high);
    pad(draw, shown, new Rectangle(x, top, w, pad));
    int next = top + pad + GAP;
    go(draw, go, new Rectangle(x, next, w, high));
    note(draw, shown, x, next + high + GAP, w, note, note + "More");
  }

  private void pad(Draw draw, Shown shown, Rectangle all) {
    String beside = Pad.besideZero(shown);
    double wide = (all.width + 8) / 3.0;
    double high = (all.height + 8) / 4.0;
    for (int i = 0; i < Pad.KEYS.size(); i++) {
      boolean widerZero = Pad.KEYS.get(i).equals("0") && beside.isEmpty();
      if (Pad.KEYS.get(i).isEmpty() && beside.isEmpty()) {
        continue;
      }
      String digit = Pad.KEYS.get(i).isEmpty() ? beside : Pad.KEYS.get(i);
      int left = all.x + (int) Math.round((widerZero ? 0 : i % 3) * wide);
      int top = all.y + (int) Math.round(Math.floorDiv(i, 3) * high);
      int columns = widerZero ? 2 : 1;
      var where = new Rectangle(left, top, (int) (columns * wide) - 8, (int) high - 8);
      Pad.key(this, draw, digit, where, 24);
    }
  }

  private static void titles(Draw draw, String title, String lead, int x, int y, int w) {
    Font font = Fonts.bold(32);
    while (font.getSize2D() > 22 && Draw.width(title, font) > w) {
      font = Fonts.bold(font.getSize2D() - 1);
    }
    draw.name(title, font, Token.INK, x, y + 33f, w);
    draw.name(lead, Fonts.regular(17), Token.INK2, x, y + 67f, w);
  }

  private static void label(Draw draw, String text, int x, int y) {
    draw.text(text, Fonts.semiBold(16), Token.INK2, x, y);
  }

  private void go(Draw draw, String word, Rectangle where) {
    draw.key(where, Token.PRIMARY, Token.PRIMARY, 1);
    Font font = Fonts.bold(22);
    float wide = Draw.width(word, font) + 13 + Draw.capWidth("Enter");
    float x = where.x + (where.width - wide) / 2;
    float middle = where.y + where.height / 2f;
    float end = draw.text(word, font, Token.ON_PRIMARY, x, Draw.middle(font, middle));
    draw.capOn("Enter", end + 13, middle - 11, Token.ON_PRIMARY);
    onTouch(where, LaneKey.ENTER);
  }

  private record Row(String text, Font font, boolean loud) {}

  /** What was said last and what papers are kept, or else what comes next. */
  private void note(Draw draw, Shown shown, int x, int top, int w, String first, String second) {
    Message message = shown.state().message();
    boolean waits = shown.state().waiting() == LaneState.Waiting.LONG;
    boolean kept = shown.state().devices().papersKept() > 0;
    float room = w - 70f;
    Font bold = Fonts.semiBold(16);
    var rows = new ArrayList<Row>();
    if (waits || !message.equals(Message.READY)) {
      String text = waits ? shown.text("waiting.server") : MessageStrip.textOf(shown, message);
      Draw.wrapped(text, bold, room).forEach(row -> rows.add(new Row(row, bold, true)));
      if (!waits && !message.code().isEmpty()) {
        rows.add(new Row(message.code(), Fonts.regular(MessageStrip.CODE), true));
      }
    } else if (!kept) {
      rows.add(new Row(Draw.cut(shown.text(first), bold, room), bold, true));
      Font plain = Fonts.regular(15);
      rows.add(new Row(Draw.cut(shown.text(second), plain, room), plain, false));
    }
    if (kept) {
      Draw.wrapped(kept(shown), bold, room).forEach(row -> rows.add(new Row(row, bold, true)));
    }
    boolean refused = !waits && message.kind() == Message.Kind.ERROR;
    boolean warns = kept || !waits && message.kind() == Message.Kind.WARN;
    Token ink = refused ? Token.ON_DANGER : warns ? Token.WARN : Token.INFO;
    int step = rows.size() > 3 ? 20 : 23;
    int high = Math.max(64, 18 + step * rows.size());
    var box = new Rectangle(x, Math.min(top, getHeight() - KEYS - 4 - high), w, high);
    Token ground = refused ? Token.DANGER : warns ? Token.WARN_SOFT : Token.INFO_SOFT;
    draw.key(box, ground, warns && !refused ? Token.AMBER : ground, 1);
    Icon icon = refused || warns ? Icon.WARNING : Icon.INFO;
    icon.paint(draw.graphics(), ink.color(), x + 18f, box.y + high / 2f - 10, 20);
    float middle = box.y + (high - step * (rows.size() - 1)) / 2f;
    for (Row row : rows) {
      Token colour = row.loud() ? ink : Token.INK;
      draw.text(row.text(), row.font(), colour, x + 54f, Draw.middle(row.font(), middle));
      middle += step;
    }
    if (kept) {
      onTouch(box, LaneKey.F11);
    }
  }

  private static String kept(Shown shown) {
    DevicesView devices = shown.state().devices();
    String key =
        switch (devices.printer()) {
          case READY -> "papers.kept";
          case NO_PAPER -> "papers.keptNoPaper";
          case STOPPED -> "papers.keptStopped";
        };
    return shown.text(key, Map.of("n", Integer.toString(devices.papersKept())));
  }

  private void keys(Draw draw, Shown shown, int left) {
    boolean dark = shown.state().theme() == Theme.DARK;
    float x = left;
    int y = getHeight() - 52;
    x = key(draw, LaneKey.F1, shown.text("signon.help"), x, y);
    x = key(draw, LaneKey.F2, shown.text("signon.language"), x, y);
    x = key(draw, LaneKey.F3, shown.text(dark ? "signon.light" : "signon.dark"), x, y);
    if (shown.state().form().fields().get(0).name().equals("newPin")) {
      key(draw, LaneKey.ESC, shown.text("key.cancel"), x, y);
    } else {
      key(draw, LaneKey.F10, shown.text("signon.pinChange"), x, y);
    }
  }

  private float key(Draw draw, LaneKey key, String word, float x, int y) {
    float end = draw.cap(key.cap(), x, y, false);
    Font font = Fonts.regular(16);
    end = draw.text(word, font, Token.INK2, end + 8, Draw.middle(font, y + 11));
    onTouch(new Rectangle(Math.round(x), y - 13, Math.max(48, Math.round(end - x)), 48), key);
    return end + (getWidth() < NARROW ? 17 : 25);
  }

  private String greeting(Shown shown) {
    int hour = ZonedDateTime.ofInstant(screen().now(), shown.state().terminal().zone()).getHour();
    if (hour >= EVENING) {
      return "signon.evening";
    }
    return hour >= DAY ? "signon.day" : "signon.morning";
  }
}
