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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Before a shift: the shop and the lane on the left, number and PIN, or the float, on the right.
 */
final class SignOnView extends View {
  private static final int EVENING = 18;
  private static final int DAY = 11;

  private static final int NARROW = 1200;
  private static final int GAP = 14;

  /** How wide the words about the devices are, with their sign. */
  private static final int WORDS = 291;

  /** Below the shop's name and address. */
  private static final int ROAD = 196;

  /** Beside the signs of what is to be known. */
  private static final int BESIDE_NOTE = 70;

  private static final int NOTE_ROW = 23;
  private static final int CLOSE_NOTE_ROW = 20; // of more than three

  SignOnView(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean opens = shown.state().phase() == LaneState.Phase.OPENING_SHIFT;
    int w = SignOnPlaces.of(getWidth(), getHeight(), SignOnPlaces.NOTE).w();
    List<Row> note = note(shown, w, opens ? "float.note" : "signon.noShift");
    SignOnPlaces places = SignOnPlaces.of(getWidth(), getHeight(), noteHigh(note));
    Rectangle band = places.band();
    draw.fill(Token.BG, 0, 0, getWidth(), getHeight());
    draw.fill(Token.PANEL, 0, 0, band.width, band.height);
    switch (places.shape()) {
      case LANDSCAPE -> {
        int words = shop(draw, shown, band, false);
        int room = Math.max(0, band.width - words);
        Road.paint(
            draw.graphics(), band.width, new Rectangle(words, ROAD, room, band.height - ROAD));
      }
      case PORTRAIT -> shop(draw, shown, band, true); // its words stand over all of the band
      case COMPACT -> smallShop(draw, shown, band);
    }
    clock(draw, shown, places);
    int x = places.x();
    if (opens) {
      openingFloat(draw, shown, places);
      float next = key(draw, LaneKey.F1, shown.text("signon.help"), x, getHeight() - 52);
      key(draw, LaneKey.ESC, shown.text("signon.off"), next, getHeight() - 52);
    } else {
      signOn(draw, shown, places);
      keys(draw, shown, x, w);
    }
    note(draw, shown, places, note);
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
    int x = portrait ? ground.width - 348 : 48; // beside the lane's number, or beneath it
    int y = portrait ? ground.height - 108 : ground.height - 189;
    devices(draw, shown, x, y, WORDS);
    if (terminal.training()) {
      training(draw, shown, x, portrait ? y + 92 : y + 84, portrait ? WORDS + 40 : WORDS);
    }
    return Math.round(Math.max(end, x + WORDS)) + GAP;
  }

  /** The same on a band of few pixels. */
  private static void smallShop(Draw draw, Shown shown, Rectangle band) {
    TerminalView terminal = shown.state().terminal();
    int x = 28;
    int room = band.width - 2 * x;
    Color white = Token.ON_PANEL.color();
    Logo.paint(draw.graphics(), x, 28, 34);
    draw.text(shown.text("app"), Fonts.semiBold(28), white, x + 48, 55);
    draw.name(terminal.storeName(), Fonts.semiBold(21), Token.ON_PANEL, x, 104, room);
    draw.name(terminal.storeAddress(), Fonts.regular(15), Token.ON_PANEL2, x, 130, room);
    int y = band.height - (terminal.training() ? 140 : 96);
    float middle = (140 + y) / 2f;
    draw.text(shown.text("lane"), Fonts.regular(19), Token.ON_PANEL2, x, middle - 54);
    draw.text(terminal.lane(), Fonts.bold(130), white, x - 2f, middle + 60);
    devices(draw, shown, x, y, room);
    if (terminal.training()) {
      training(draw, shown, x, y + 78, room);
    }
  }

  private static void devices(Draw draw, Shown shown, int x, int y, int wide) {
    DevicesView devices = shown.state().devices();
    String server = devices.server() ? "signon.server" : "signon.serverAway";
    ready(draw, shown, Icon.SERVER, server, devices.server(), new Rectangle(x, y, wide, 0));
    boolean prints = devices.printerIsWell();
    String printer =
        prints
            ? "signon.printer"
            : devices.printer() == PrinterView.READY ? "signon.papersKept" : "signon.printerOut";
    ready(draw, shown, Icon.PRINTER, printer, prints, new Rectangle(x, y + 40, wide, 0));
  }

  private static void training(Draw draw, Shown shown, int x, float y, int wide) {
    Font font = Fonts.semiBold(16);
    float row = y;
    for (String part : Draw.wrapped(shown.text("signon.training"), font, wide)) {
      draw.text(part, font, Token.AMBER, x, row);
      row += 22;
    }
  }

  private static void ready(
      Draw draw, Shown shown, Icon icon, String key, boolean well, Rectangle row) {
    icon.paint(draw.graphics(), Token.ON_PANEL2.color(), row.x + 4f, row.y - 10f, 22);
    String text = shown.text(key);
    float room = row.width - 40f - 27;
    Font font = Fonts.regular(17);
    while (font.getSize2D() > 15 && Draw.width(text, font) > room) {
      font = Fonts.regular(font.getSize2D() - 1);
    }
    draw.text(text, font, Token.ON_PANEL, row.x + 40f, Draw.middle(font, row.y + 1));
    Icon sign = well ? Icon.CHECK : Icon.WARNING;
    Color colour = well ? new Color(0x6FE0C4) : Token.AMBER.color();
    sign.paint(draw.graphics(), colour, row.x + row.width - 17f, row.y - 8f, 17);
  }

  private void clock(Draw draw, Shown shown, SignOnPlaces places) {
    boolean onPanel = places.shape() == SignOnPlaces.Shape.PORTRAIT;
    boolean small = places.shape() == SignOnPlaces.Shape.COMPACT;
    var formats = shown.formats();
    Font second = Fonts.regular(16);
    String day = formats.dayAndDate(formats.day(screen().now()));
    float right = small ? places.x() + places.w() : getWidth() - 36f;
    float base = small ? 36 : 60;
    Token ink = onPanel ? Token.ON_PANEL2 : Token.INK2;
    draw.wordsRight(day, second, ink, right, base);
    String time = formats.time(screen().now());
    draw.wordsRight(
        time,
        Fonts.bold(small ? 22 : 26),
        onPanel ? Token.ON_PANEL : Token.INK,
        right - Draw.width(day, second) - 18,
        base);
  }

  private void signOn(Draw draw, Shown shown, SignOnPlaces places) {
    Form form = shown.state().form();
    boolean change = form.fields().get(0).name().equals("newPin");
    String title = change ? "signon.newPin.title" : greeting(shown);
    String lead = change ? "signon.newPin.lead" : "signon.lead";
    titles(draw, shown.text(title), shown.text(lead), places);
    label(draw, shown.text(change ? "signon.newPin" : "signon.number"), places.first());
    field(draw, form, 0, places.first());
    label(draw, shown.text(change ? "signon.newPin.again" : "signon.pin"), places.second());
    field(draw, form, 1, places.second());
    Pad.paint(this, draw, shown, places.pad(), 24);
    go(draw, shown.text(change ? "signon.newPin.go" : "signon.go"), places.go());
  }

  private void field(Draw draw, Form form, int at, Rectangle box) {
    Fields.paint(draw, form, at, box, 30);
    onTouchField(box, at);
  }

  private void openingFloat(Draw draw, Shown shown, SignOnPlaces places) {
    String name = shown.state().operator().map(OperatorView::name).orElse("");
    String title = shown.text("float.title", Map.of("name", name));
    titles(draw, title, shown.text("float.lead"), places);
    Rectangle box = places.amount();
    label(draw, shown.text("float.label") + " " + shown.sign(), box);
    String typed = Fields.grouped(shown, shown.state().form().text());
    Font font = Draw.fitting(typed, 48, box.width - 60f);
    Fields.paintRight(draw, shown.state().form(), 0, box, typed, font);
    Pad.paint(this, draw, shown, places.pad(), 24);
    go(draw, shown.text("float.go"), places.go());
  }

  private static void titles(Draw draw, String title, String lead, SignOnPlaces places) {
    if (places.top() < 0) {
      return;
    }
    boolean small = places.shape() == SignOnPlaces.Shape.COMPACT;
    Font font = Fonts.bold(small ? 28 : 32);
    while (font.getSize2D() > 22 && Draw.width(title, font) > places.w()) {
      font = Fonts.bold(font.getSize2D() - 1);
    }
    float first = places.top() + (small ? 25f : 33f);
    float second = places.top() + (small ? 50f : 67f);
    draw.name(title, font, Token.INK, places.x(), first, places.w());
    draw.name(lead, Fonts.regular(17), Token.INK2, places.x(), second, places.w());
  }

  private static void label(Draw draw, String text, Rectangle field) {
    draw.text(text, Fonts.semiBold(16), Token.INK2, field.x, field.y - 12f);
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
  private static List<Row> note(Shown shown, int w, String next) {
    Message message = shown.state().message();
    boolean waits = waits(shown);
    boolean kept = shown.state().devices().papersKept() > 0;
    float room = w - BESIDE_NOTE;
    Font bold = Fonts.semiBold(16);
    var rows = new ArrayList<Row>();
    if (waits || !message.equals(Message.READY)) {
      String text = waits ? shown.text("waiting.server") : MessageStrip.textOf(shown, message);
      Draw.wrapped(text, bold, room).forEach(row -> rows.add(new Row(row, bold, true)));
      if (!waits && !message.code().isEmpty()) {
        rows.add(new Row(message.code(), Fonts.regular(MessageStrip.CODE), true));
      }
    } else if (!kept) {
      rows.add(new Row(Draw.cut(shown.text(next), bold, room), bold, true));
      Font plain = Fonts.regular(15);
      rows.add(new Row(Draw.cut(shown.text(next + "More"), plain, room), plain, false));
    }
    if (kept) {
      Draw.wrapped(kept(shown), bold, room).forEach(row -> rows.add(new Row(row, bold, true)));
    }
    return rows;
  }

  private static boolean waits(Shown shown) {
    return shown.state().waiting() == LaneState.Waiting.LONG;
  }

  private static int noteHigh(List<Row> rows) {
    return Math.max(SignOnPlaces.NOTE, 18 + step(rows) * rows.size());
  }

  private static int step(List<Row> rows) {
    return rows.size() > 3 ? CLOSE_NOTE_ROW : NOTE_ROW;
  }

  private void note(Draw draw, Shown shown, SignOnPlaces places, List<Row> rows) {
    Message message = shown.state().message();
    boolean waits = waits(shown);
    boolean kept = shown.state().devices().papersKept() > 0;
    boolean refused = !waits && message.kind() == Message.Kind.ERROR;
    boolean warns = kept || !waits && message.kind() == Message.Kind.WARN;
    Token ink = refused ? Token.ON_DANGER : warns ? Token.WARN : Token.INFO;
    int high = noteHigh(rows);
    int lowest = getHeight() - SignOnPlaces.KEYS - high;
    var box = new Rectangle(places.x(), Math.min(places.noteTop(), lowest), places.w(), high);
    Token ground = refused ? Token.DANGER : warns ? Token.WARN_SOFT : Token.INFO_SOFT;
    draw.key(box, ground, warns && !refused ? Token.AMBER : ground, 1);
    Icon icon = refused || warns ? Icon.WARNING : Icon.INFO;
    icon.paint(draw.graphics(), ink.color(), box.x + 18f, box.y + high / 2f - 10, 20);
    int step = step(rows);
    float middle = box.y + (high - step * (rows.size() - 1)) / 2f;
    for (Row row : rows) {
      Token colour = row.loud() ? ink : Token.INK;
      draw.text(row.text(), row.font(), colour, box.x + 54f, Draw.middle(row.font(), middle));
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

  private void keys(Draw draw, Shown shown, int left, int width) {
    boolean dark = shown.state().theme() == Theme.DARK;
    var words = new EnumMap<LaneKey, String>(LaneKey.class);
    words.put(LaneKey.F1, shown.text("signon.help"));
    words.put(LaneKey.F2, shown.text("signon.language"));
    words.put(LaneKey.F3, shown.text(dark ? "signon.light" : "signon.dark"));
    if (shown.state().form().fields().get(0).name().equals("newPin")) {
      words.put(LaneKey.ESC, shown.text("key.cancel"));
    } else {
      words.put(LaneKey.F10, shown.text("signon.pinChange"));
    }
    if (shown.state().devices().papersKept() > 0) {
      words.put(LaneKey.F11, shown.text("papers.print"));
    }
    float x = left;
    for (Map.Entry<LaneKey, String> one : withRoom(words, width).entrySet()) {
      x = key(draw, one.getKey(), one.getValue(), x, getHeight() - 52);
    }
  }

  /** Without the key of the theme where not all have room: help tells of it too. */
  private Map<LaneKey, String> withRoom(Map<LaneKey, String> words, int width) {
    float needed = -between();
    for (Map.Entry<LaneKey, String> one : words.entrySet()) {
      float cap = Draw.capWidth(one.getKey().cap());
      needed += cap + 8 + Draw.width(one.getValue(), Fonts.regular(16)) + between();
    }
    if (needed > width && words.containsKey(LaneKey.F11)) {
      words.remove(LaneKey.F3);
    }
    return words;
  }

  private int between() {
    return getWidth() < NARROW ? 17 : 25;
  }

  private float key(Draw draw, LaneKey key, String word, float x, int y) {
    float end = draw.cap(key.cap(), x, y, false);
    Font font = Fonts.regular(16);
    end = draw.text(word, font, Token.INK2, end + 8, Draw.middle(font, y + 11));
    onTouch(new Rectangle(Math.round(x), y - 13, Math.max(48, Math.round(end - x)), 48), key);
    return end + between();
  }

  private String greeting(Shown shown) {
    int hour = ZonedDateTime.ofInstant(screen().now(), shown.state().terminal().zone()).getHour();
    if (hour >= EVENING) {
      return "signon.evening";
    }
    return hour >= DAY ? "signon.day" : "signon.morning";
  }
}
