package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.Logo;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Which lane, who, the shift, how the devices are, and the time. */
final class TopBar extends View {
  static final int HEIGHT = 52;
  private static final int NARROW = 1200;
  private static final Font WHO = Fonts.semiBold(17);
  private static final float LEAST_NAME = 110; // of who sells, before words of devices
  private static final int ICON = 20;
  private static final int BESIDE_ICON = 7;
  private static final int BETWEEN = 22;

  TopBar(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(
        state.operator(), state.shift(), state.devices(), state.language(), state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    boolean narrow = getWidth() < NARROW;
    draw.fill(Token.SURFACE, 0, 0, getWidth(), HEIGHT);
    draw.line(Token.LINE, 0, getWidth(), HEIGHT - 1);
    float x = brand(draw, shown);
    float right = clock(draw, shown, narrow);
    float name = shown.state().operator().map(who -> Draw.width(who.name(), WHO)).orElse(0f);
    float room = right - x - 18 - (name > 0 ? Math.min(name, LEAST_NAME) + 12 : 0);
    float end = devices(draw, withRoom(devices(shown, narrow), room), right);
    who(draw, shown, x + 18, end);
  }

  private float brand(Draw draw, Shown shown) {
    boolean dark = shown.state().theme() == Theme.DARK;
    var word = Fonts.semiBold(17);
    var number = Fonts.bold(30);
    String lane = shown.state().terminal().lane();
    float end = 46 + Draw.width(shown.text("lane"), word) + 12 + Draw.width(lane, number) + 12;
    draw.fill(dark ? Token.P_SOFT : Token.PRIMARY, 0, 0, Math.round(end), HEIGHT);
    Logo.paint(draw.graphics(), 14, 15, 22);
    Color white = Token.ON_PANEL.color();
    float x = draw.text(shown.text("lane"), word, white, 46, 35);
    draw.text(lane, number, white, x + 12, 37);
    return end;
  }

  /** The shift gives way to the devices, then the name. */
  private static void who(Draw draw, Shown shown, float x, float most) {
    var state = shown.state();
    if (state.operator().isEmpty()) {
      return;
    }
    String name = state.operator().get().name();
    float end = draw.name(name, WHO, Token.INK, x, 33, most - x - 12);
    if (state.shift().isEmpty()) {
      return;
    }
    ShiftView shift = state.shift().get();
    String text =
        shown.text(
            "shift",
            Map.of(
                "n", Integer.toString(shift.number()),
                "time", shown.formats().time(shift.openedAt())));
    if (end + 29 + Draw.width(text, Fonts.regular(16)) < most - 20) {
      draw.fill(Token.LINE, Math.round(end + 15), 16, 1, 20);
      draw.text(text, Fonts.regular(16), Token.INK2, end + 29, 32);
    }
  }

  private float clock(Draw draw, Shown shown, boolean narrow) {
    var formats = shown.formats();
    var font = Fonts.bold(24);
    String time = formats.time(screen().now());
    float right = getWidth() - 17;
    draw.wordsRight(time, font, Token.INK, right, 35);
    float x = right - Draw.width(time, font) - 15;
    if (!narrow) {
      String day = formats.dayAndMonth(formats.day(screen().now()));
      var small = Fonts.regular(16);
      draw.wordsRight(day, small, Token.INK2, x, 32);
      x -= Draw.width(day, small) + 15;
    }
    draw.fill(Token.LINE, Math.round(x), 16, 1, 20);
    return x - 16;
  }

  /**
   * How one device is.
   *
   * @param text empty where there is room for its picture alone
   */
  record Device(Icon icon, String text, boolean well) {
    private Font font() {
      return well ? Fonts.regular(16) : Fonts.semiBold(16);
    }

    float width() {
      return ICON + (text.isEmpty() ? 0 : BESIDE_ICON + Draw.width(text, font())) + BETWEEN;
    }

    private Device wordless() {
      return new Device(icon, "", well);
    }
  }

  /** All that are told of, from the right. */
  static List<Device> devices(Shown shown, boolean narrow) {
    DevicesView devices = shown.state().devices();
    var all = new ArrayList<Device>();
    boolean display = devices.customerDisplay().orElse(true);
    if (!display || !narrow && devices.customerDisplay().isPresent()) {
      String text = shown.text(display ? "status.display" : "status.displayOut");
      all.add(new Device(Icon.SCREEN, text, display));
    }
    if (!devices.scanner().orElse(true)) {
      all.add(new Device(Icon.BARCODE, shown.text("status.scannerOut"), false));
    }
    String printer =
        switch (devices.printer()) {
          case READY ->
              !devices.printerIsWell()
                  ? "status.papersKept"
                  : devices.elsewhere().isPresent() ? "status.printerElsewhere" : "status.printer";
          case NO_PAPER -> "status.printerOut";
          case STOPPED -> "status.printerStopped";
        };
    var kept =
        Map.of("n", Integer.toString(devices.papersKept()), "name", devices.elsewhere().orElse(""));
    all.add(new Device(Icon.PRINTER, shown.text(printer, kept), devices.printerIsWell()));
    boolean alone = devices.sellsAlone();
    String server =
        alone ? "status.emergency" : devices.server() ? "status.server" : "status.serverAway";
    all.add(new Device(Icon.SERVER, shown.text(server), devices.server() && !alone));
    return all;
  }

  /** Words give way where there is no room: first of what is well, then from the right. */
  static List<Device> withRoom(List<Device> all, float room) {
    var shown = new ArrayList<>(all);
    for (boolean well : new boolean[] {true, false}) {
      for (int i = 0; i < shown.size() && width(shown) > room; i++) {
        if (shown.get(i).well() == well) {
          shown.set(i, shown.get(i).wordless());
        }
      }
    }
    return shown;
  }

  static float width(List<Device> devices) {
    float width = 0;
    for (Device device : devices) {
      width += device.width();
    }
    return width;
  }

  private static float devices(Draw draw, List<Device> devices, float right) {
    float x = right;
    for (Device device : devices) {
      x = device(draw, device, x);
    }
    return x;
  }

  private static float device(Draw draw, Device device, float right) {
    boolean well = device.well();
    draw.wordsRight(device.text(), device.font(), well ? Token.INK2 : Token.WARN, right, 32);
    float x = right - device.width() + BETWEEN;
    Graphics2D g = draw.graphics();
    device.icon().paint(g, Token.INK2.color(), x, 16, ICON);
    g.setColor(Token.SURFACE.color());
    g.fill(new Ellipse2D.Float(x + 12, 12, 12, 12));
    g.setColor(well ? Token.DOT.color() : Token.AMBER.color());
    g.fill(new Ellipse2D.Float(x + 14, 14, 8, 8));
    return x - BETWEEN;
  }
}
