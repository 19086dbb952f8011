package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;

/** The one field of selling: codes are typed here; grey while a panel takes the keys. */
final class EntryBox extends View {
  static final int HEIGHT = 56;
  private static final int TEXT = 66;

  EntryBox(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    LaneState state = shown.state();
    boolean takes = state.panel() instanceof Panel.None;
    boolean narrow = getWidth() < 720;
    var all = new Rectangle(0, 0, getWidth(), HEIGHT);
    if (takes) {
      draw.card(all, Token.SURFACE, Token.PRIMARY, 2);
    } else {
      draw.card(all, Token.RAISED, Token.LINE, 1);
    }
    bars(draw, takes ? Token.PRIMARY : Token.INK2);
    Font font = Fonts.regular(19);
    float baseline = Draw.middle(font, HEIGHT / 2f);
    float right = getWidth() - 14;
    if (takes) {
      right = times(draw, shown, right, baseline);
      onTouch(
          new Rectangle(Math.round(right), 0, getWidth() - Math.round(right), HEIGHT),
          LaneKey.TIMES);
    }
    onTouch(all, "letters", () -> screen().letters());
    String typed = takes ? state.form().text() : "";
    float x = TEXT;
    if (state.nextQuantityMilli() > 0 && takes) {
      String next = shown.formats().quantity(state.nextQuantityMilli()) + " ×";
      x = draw.text(next, Fonts.bold(24), Token.P_INK, x, baseline + 2) + 10;
    }
    if (typed.isEmpty()) {
      String hint = shown.text(hint(state, narrow));
      draw.name(hint, font, Token.INK3, takes ? x : TEXT, baseline, right - x - 12);
    } else {
      x = draw.text(typed, Fonts.semiBold(24), Token.INK, x, baseline + 2);
    }
    if (takes) {
      draw.caret(typed.isEmpty() ? x - 8 : x + 2, 15, 26);
    }
  }

  private static float times(Draw draw, Shown shown, float right, float baseline) {
    Font small = Fonts.regular(15);
    String text = shown.text("entry.times");
    draw.right(text, small, Token.INK3, right, baseline - 1);
    float x = right - Draw.width(text, small) - 10 - Draw.capWidth("*");
    draw.cap("*", x, 17, false);
    return x - 12;
  }

  /** Key of what stands in the empty field: what to scan, or what becomes of scans. */
  static String hint(LaneState state, boolean narrow) {
    Panel panel = state.panel();
    boolean scans = state.devices().scanner().orElse(true);
    if (panel instanceof Panel.None && !scans) {
      return narrow ? "empty.type" : "entry.typed";
    } else if (panel instanceof Panel.None) {
      return narrow ? "entry.hintShort" : "entry.hint";
    } else if (state.isLocked()) {
      return "entry.locked";
    } else if (panel instanceof Panel.PriceCheck) {
      return "entry.price";
    } else if (panel instanceof Panel.Member) {
      return "entry.member";
    } else if (panel instanceof Panel.ReturnReceipt || panel instanceof Panel.Copy) {
      return "entry.receipt";
    } else if (panel instanceof Panel.ReturnItem) {
      return "entry.returned";
    }
    return panel.holdsScans() ? "entry.held" : "entry.search";
  }

  private static void bars(Draw draw, Token token) {
    draw.graphics().setColor(token.color());
    int[] bars = {0, 2, 4, 1, 7, 2, 10, 1, 13, 3, 18, 1, 20, 2};
    for (int i = 0; i < bars.length; i += 2) {
      draw.graphics().fillRect(19 + bars[i], 20, bars[i + 1], 16);
    }
  }
}
