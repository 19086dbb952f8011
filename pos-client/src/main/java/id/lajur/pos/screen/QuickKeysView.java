package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The right column while nothing is asked: the customer, and keys for loose goods. */
final class QuickKeysView extends View {
  private static final int LEAST_WITH_PICTURE = 60;
  private static final int MEMBER = 70;
  private static final int HEAD = 46;
  private static final int GAP = 8;

  QuickKeysView(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(
        state.basket().member(),
        state.devices().emergency(),
        state.terminal(),
        state.language(),
        state.theme());
  }

  @Override
  void paint(Draw draw, Shown shown) {
    Optional<EmergencyView> emergency = shown.state().devices().emergency();
    if (emergency.isPresent()) {
      emergency(draw, shown, emergency.get());
    } else {
      member(draw, shown);
    }
    int top = MEMBER + Draw.MARGIN;
    draw.card(new Rectangle(0, top, getWidth(), getHeight() - top));
    keys(draw, shown, top);
  }

  /** In the member's place: what is safe here, and has not come in yet. */
  private void emergency(Draw draw, Shown shown, EmergencyView emergency) {
    draw.card(new Rectangle(0, 0, getWidth(), MEMBER));
    Graphics2D g = draw.graphics();
    g.setColor(Token.WARN_SOFT.color());
    g.fill(new Ellipse2D.Float(14, 13, 44, 44));
    Icon.LOCK.paint(g, Token.WARN.color(), 26, 25, 20);
    String count =
        shown.text("emergency.sales", Map.of("n", Integer.toString(emergency.waiting())));
    float right = getWidth() - 20f;
    draw.right(count, Fonts.semiBold(17), Token.INK, right, 31);
    draw.right(shown.money(emergency.waitingMinor()), Fonts.regular(17), Token.INK2, right, 54);
    float room = right - 72 - Draw.width(count, Fonts.semiBold(17)) - 12;
    String kept = shown.text("emergency.kept");
    boolean fits = Draw.width(kept, Fonts.semiBold(19)) <= room;
    draw.name(
        fits ? kept : shown.text("emergency.kept.short"),
        Fonts.semiBold(19),
        Token.INK,
        72,
        31,
        room);
    String second =
        emergency.refused()
            ? "emergency.refused"
            : emergency.on() ? "emergency.shelf" : "emergency.sending";
    draw.name(shown.text(second), Fonts.regular(15), Token.INK2, 72, 54, room);
  }

  private void member(Draw draw, Shown shown) {
    draw.card(new Rectangle(0, 0, getWidth(), MEMBER));
    Optional<MemberView> known = shown.state().basket().member();
    Graphics2D g = draw.graphics();
    g.setColor(known.isPresent() ? Token.P_SOFT.color() : Token.RAISED.color());
    g.fill(new Ellipse2D.Float(14, 13, 44, 44));
    Font name = Fonts.semiBold(19);
    if (known.isEmpty()) {
      draw.name(shown.text("member.none"), name, Token.INK2, 72, 31, getWidth() - 84f);
      draw.name(shown.text("member.hint"), Fonts.regular(15), Token.INK3, 72, 54, getWidth() - 84f);
      draw.centre("F5", Fonts.semiBold(16), Token.INK3, 36, 41);
      return;
    }
    MemberView member = known.get();
    boolean narrow = getWidth() < 400;
    Font initials = Fonts.semiBold(17);
    draw.centre(initials(member.name()), initials, Token.P_INK, 36, 41);
    String points = shown.formats().count(member.points());
    float right = getWidth() - 20f;
    if (!narrow) {
      draw.right(points, Fonts.bold(21), Token.P_INK, right, 36);
      draw.wordsRight(shown.text("member.points"), Fonts.regular(15), Token.INK2, right, 57);
    }
    float room = right - 72 - (narrow ? 0 : Draw.width(points, Fonts.bold(21)) + 12);
    draw.name(member.name(), name, Token.INK, 72, 31, room);
    String second =
        narrow
            ? points + " " + shown.text("member.points")
            : shown.text(
                "member.since", Map.of("since", member.since(), "phone", member.phoneEnd()));
    draw.name(second, Fonts.regular(15), Token.INK2, 72, 54, room);
  }

  private static String initials(String name) {
    var initials = new StringBuilder();
    for (String word : name.split("\\s+", -1)) {
      if (!word.isEmpty() && initials.length() < 2) {
        initials.append(word.charAt(0));
      }
    }
    return initials.toString().toUpperCase(Locale.ROOT);
  }

  private void keys(Draw draw, Shown shown, int top) {
    String title = shown.text("quick.title");
    Font tab = Fonts.semiBold(16);
    draw.graphics().setColor(Token.P_SOFT.color());
    draw.graphics().fillRoundRect(14, top + 9, Math.round(Draw.width(title, tab)) + 24, 30, 30, 30);
    draw.text(title, tab, Token.P_INK, 26, Draw.middle(tab, top + 24));
    float x = getWidth() - 15f - Draw.capWidth("F9");
    draw.cap("F9", x, top + 13, shown.state().terminal().quickKeys().isEmpty());
    if (getWidth() >= 400) {
      draw.wordsRight(shown.text("quick.then"), Fonts.regular(15), Token.INK3, x - 9, top + 29);
    }
    List<QuickKey> quick = shown.state().terminal().quickKeys();
    if (quick.isEmpty()) {
      draw.name(
          shown.text("quick.none"), Fonts.regular(15), Token.INK3, 26, top + 78, getWidth() - 46f);
      return;
    }
    int columns = getWidth() < 400 ? 3 : 4;
    int rows = 12 / columns;
    double w = (getWidth() - 24 - (columns - 1) * GAP) / (double) columns;
    double h = (getHeight() - top - HEAD - 12 - (rows - 1) * GAP) / (double) rows;
    for (int i = 0; i < Math.min(12, quick.size()); i++) {
      int left = 12 + (int) Math.round(i % columns * (w + GAP));
      int upper = top + HEAD + (int) Math.round(Math.floorDiv(i, columns) * (h + GAP));
      var where = new Rectangle(left, upper, (int) w, (int) h);
      key(draw, quick.get(i), where);
      String letter = quick.get(i).letter();
      onTouch(where, () -> screen().quickKey(letter));
    }
  }

  private static void key(Draw draw, QuickKey key, Rectangle where) {
    draw.key(where, Token.RAISED, Token.LINE, 1);
    if (where.height >= LEAST_WITH_PICTURE) {
      float picture = Math.max(26, Math.min(72, where.height - 50f));
      Produce.paint(
          draw.graphics(), key.label(), new Color(key.rgb()), where.x + 9f, where.y + 9f, picture);
    }
    Font letter = Fonts.semiBold(15);
    float letterY = where.y + (where.height >= LEAST_WITH_PICTURE ? 24f : 18f);
    draw.right(key.letter(), letter, Token.INK2, where.x + where.width - 10f, letterY);
    float foot = where.y + where.height - 11f;
    draw.name(key.label(), Fonts.semiBold(16), Token.INK, where.x + 10f, foot, where.width - 14f);
  }
}
