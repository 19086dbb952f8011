package id.lajur.backoffice.monitor;

import id.lajur.backoffice.monitor.Shop.LaneState;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Logo;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.time.LocalDate;
import java.util.Map;

/** Whose shop it is, which date, whether it is live, and the time. */
final class HeadBar {
  static final int HEIGHT = 76;

  private HeadBar() {}

  /**
   * @param whole with the shop and the time, which a window around it shows otherwise
   */
  static void paint(Pen pen, Shown shown, Rectangle where, boolean whole) {
    Draw draw = pen.draw();
    float y = where.y + (whole ? 50f : 32f);
    float x = where.x;
    float right = where.x + where.width;
    String live = shown.link();
    Font strong = Fonts.semiBold(24);
    if (whole) {
      Font clock = Fonts.bold(48);
      String time = shown.formats().time(shown.now());
      draw.wordsRight(time, clock, Token.INK, right, where.y + 58f);
      right -= Draw.width(time, clock) + 28;
      logo(draw, x, where.y + 22f);
      Font name = Fonts.bold(30);
      float room = right - x - Math.max(700, Draw.width(live, strong) + 450);
      x = draw.name(shown.storeName(), name, Token.INK, x + 54, y, room) + 20;
    }
    float end = date(draw, shown, x, y);
    boolean lost = shown.state().link() != MonitorState.Link.LIVE;
    draw.wordsRight(live, strong, lost ? Token.WARN : Token.PRIMARY, right, y);
    right -= Draw.width(live, strong) + 26;
    draw.graphics().setColor((lost ? Token.AMBER : Token.DOT).color());
    draw.graphics().fill(new Ellipse2D.Float(right, y - 16, 14, 14));
    int all = shown.shop().lanes().size();
    if (all > 0) {
      long open =
          shown.shop().lanes().stream().filter(lane -> lane.state() != LaneState.CLOSED).count();
      String lanes =
          shown.text("head.lanes", Map.of("n", Long.toString(open), "all", Integer.toString(all)));
      Font font = Fonts.regular(24);
      if (right - 26 - Draw.width(lanes, font) > end + 20) {
        draw.wordsRight(lanes, font, Token.INK2, right - 26, y);
      }
    }
  }

  /** Ours is made for dark grounds; a light one gets it on a dark field. */
  private static void logo(Draw draw, float x, float y) {
    if (Token.BG.color().getRed() > 128) {
      var field = new Rectangle(Math.round(x - 6), Math.round(y - 6), 48, 46);
      draw.box(field, Token.PANEL.color(), Token.PANEL.color(), 1, 8);
    }
    Logo.paint(draw.graphics(), x, y, 34);
  }

  /** Where it ends. */
  private static float date(Draw draw, Shown shown, float x, float y) {
    if (shown.shop().businessDate().isEmpty()) {
      return x;
    }
    LocalDate date = LocalDate.parse(shown.shop().businessDate());
    String words = shown.formats().weekday(date) + " " + shown.formats().longDate(date);
    if (!shown.shop().open()) {
      words = shown.text("head.closed", Map.of("date", words));
    }
    return draw.text(words, Fonts.regular(24), Token.INK2, x, y);
  }
}
