package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Rectangle;
import java.util.HashMap;
import java.util.Map;

/** What is, in one sentence, and the one key that leads on. */
final class MessageStrip extends View {
  static final int HEIGHT = 48;
  private static final int NARROW = 720;
  static final float CODE = 13.5f; // px of what the technician is told

  MessageStrip(LaneScreen screen) {
    super(screen);
  }

  @Override
  void paint(Draw draw, Shown shown) {
    LaneState state = shown.state();
    boolean slow = state.waiting() == LaneState.Waiting.LONG;
    boolean quiet = state.message().kind() == Message.Kind.OK;
    if (!slow && quiet && state.devices().sellsAlone() && !state.isPaying()) {
      emergency(draw, shown, state.devices().emergency().orElseThrow());
      return;
    }
    Message message = state.message();
    Message.Kind kind = slow ? Message.Kind.WARN : message.kind();
    var all = new Rectangle(0, 0, getWidth(), HEIGHT);
    switch (kind) {
      case ERROR -> draw.card(all, Token.DANGER, Token.DANGER, 1);
      case WARN -> draw.card(all, Token.WARN_SOFT, Token.AMBER, 1);
      default -> draw.card(all);
    }
    if (state.waiting() != LaneState.Waiting.NONE) {
      draw.fill(Token.PRIMARY, 10, HEIGHT - 2, (getWidth() - 20) * (slow ? 3 : 1) / 4, 2);
    }
    Token ink = ink(kind);
    icon(kind, state).paint(draw.graphics(), sign(kind).color(), 18, HEIGHT / 2f - 10, 20);
    float right = hint(draw, shown, message, kind, getWidth() - 16);
    right = code(draw, message, kind, right);
    Font font =
        kind == Message.Kind.ERROR || kind == Message.Kind.WARN
            ? Fonts.semiBold(17)
            : Fonts.regular(17);
    String text = slow ? shown.text("waiting.server") : textOf(shown, message);
    float baseline = Draw.middle(font, HEIGHT / 2f);
    String scans = scans(shown);
    Token second = kind == Message.Kind.ERROR ? Token.ON_DANGER : Token.INK;
    if (Draw.width(text, font) > right - 54) {
      if (!scans.isEmpty()) { // how many wait is never left out, the sentence gives way
        String count = shown.text("waiting.scans", scansWaiting(state));
        Font small = Fonts.semiBold(15);
        draw.wordsRight(count, small, second, right, Draw.middle(small, HEIGHT / 2f));
        right -= Draw.width(count, small) + 14;
      }
      draw.inTwoRows(text, Fonts.semiBold(15), ink, 54, HEIGHT / 2f, right - 54);
      return;
    }
    float end = draw.name(text, font, ink, 54, baseline, right - 54);
    if (!scans.isEmpty()) {
      Font plain = Fonts.regular(17);
      boolean fits = Draw.width(scans, plain) <= right - end - 10;
      String told = fits ? scans : shown.text("waiting.scans", scansWaiting(state));
      draw.name(told, plain, second, end + 10, baseline, right - end - 10);
    }
  }

  /**
   * Amber all over, as long as the lane sells by itself; what is said meanwhile comes before it.
   */
  private void emergency(Draw draw, Shown shown, EmergencyView emergency) {
    draw.card(new Rectangle(0, 0, getWidth(), HEIGHT), Token.AMBER, Token.AMBER, 1);
    Icon.WARNING.paint(draw.graphics(), Token.ON_AMBER.color(), 18, HEIGHT / 2f - 10, 20);
    Font font = Fonts.semiBold(17);
    float baseline = Draw.middle(font, HEIGHT / 2f);
    String text = shown.text("message.emergency");
    String key = emergency.refused() ? "message.emergencyRefused" : "message.emergencyKept";
    var waiting = Map.of("n", Integer.toString(emergency.waiting()));
    Font small = Fonts.regular(16);
    float left = 54 + Draw.width(text, font) + 20;
    String kept = shown.text(key, waiting);
    if (left + Draw.width(kept, small) >= getWidth() - 16) {
      kept = shown.text(key + ".short", waiting);
    }
    draw.text(text, font, Token.ON_AMBER, 54, baseline);
    if (left + Draw.width(kept, small) < getWidth() - 16) {
      draw.right(kept, small, Token.ON_AMBER, getWidth() - 16f, baseline);
    }
  }

  private String scans(Shown shown) {
    LaneState state = shown.state();
    boolean held = state.panel().holdsScans() || state.isPaying();
    boolean waits = state.waiting() != LaneState.Waiting.NONE || held;
    if (state.scansWaiting() == 0 || !waits) {
      return "";
    }
    String key = held && getWidth() >= NARROW ? "waiting.scansAfter" : "waiting.scans";
    return shown.text(key, scansWaiting(state));
  }

  private static Map<String, String> scansWaiting(LaneState state) {
    return Map.of("n", Integer.toString(state.scansWaiting()));
  }

  /** The sentence of a message; a reason that has no words of its own is named by its code. */
  static String textOf(Shown shown, Message message) {
    String key = "message." + message.key();
    if (shown.texts().has(key)) {
      boolean whole = message.values().keySet().containsAll(shown.texts().placeholders(key));
      String shorter = key + ".short";
      String text =
          shown.text(whole || !shown.texts().has(shorter) ? key : shorter, message.values());
      return message.also().isEmpty() ? text : text + " " + shown.text("message." + message.also());
    }
    var values = new HashMap<>(message.values());
    values.put("code", message.key().replace("refused.", ""));
    return shown.text("message.refused.other", values);
  }

  private float hint(Draw draw, Shown shown, Message message, Message.Kind kind, float right) {
    if (message.hint().isEmpty() || kind != message.kind()) {
      return right;
    }
    String word = shown.text("message." + message.key() + ".hint");
    Font font = Fonts.semiBold(17);
    float x = right - Draw.width(word, font);
    draw.text(word, font, ink(kind), x, Draw.middle(font, HEIGHT / 2f));
    LaneKey key = LaneKey.valueOf(message.hint());
    x -= Draw.capWidth(key.cap()) + 9;
    if (kind == Message.Kind.ERROR) {
      draw.capOn(key.cap(), x, HEIGHT / 2f - 11, Token.ON_DANGER);
    } else {
      draw.cap(key.cap(), x, HEIGHT / 2f - 11, false);
    }
    onTouch(new Rectangle(Math.round(x), 0, getWidth() - Math.round(x), HEIGHT), key);
    return x - 12;
  }

  /** Small behind the words: what the technician is told. */
  private static float code(Draw draw, Message message, Message.Kind kind, float right) {
    if (message.code().isEmpty() || kind != message.kind()) {
      return right;
    }
    Font small = Fonts.regular(CODE);
    draw.right(message.code(), small, ink(kind), right, Draw.middle(small, HEIGHT / 2f));
    return right - Draw.width(message.code(), small) - 12;
  }

  private static Token ink(Message.Kind kind) {
    return switch (kind) {
      case ERROR -> Token.ON_DANGER;
      case WARN -> Token.WARN;
      default -> Token.INK;
    };
  }

  private static Token sign(Message.Kind kind) {
    return switch (kind) {
      case ERROR -> Token.ON_DANGER;
      case WARN -> Token.WARN;
      case INFO -> Token.INFO;
      case OK -> Token.PRIMARY;
    };
  }

  private static Icon icon(Message.Kind kind, LaneState state) {
    if (state.waiting() == LaneState.Waiting.LONG) {
      return Icon.CLOCK;
    }
    return switch (kind) {
      case ERROR -> Icon.WARNING;
      case WARN -> state.panel() instanceof Panel.Approval ? Icon.LOCK : Icon.INFO;
      case INFO -> state.isPaying() ? Icon.DRAWER : Icon.INFO;
      case OK -> Icon.CHECK;
    };
  }
}
