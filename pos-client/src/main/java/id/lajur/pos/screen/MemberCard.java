package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The customer who is known; while the lane sells by itself, what is safe here instead. */
final class MemberCard extends View {
  MemberCard(LaneScreen screen) {
    super(screen);
  }

  @Override
  Object concern(LaneState state) {
    return List.of(
        state.basket().member(),
        state.basket().level(),
        state.devices().emergency(),
        opensHere(state),
        state.language(),
        state.theme());
  }

  /** Whether F5 asks for a member now: in what stands open it does something else, or nothing. */
  private static boolean opensHere(LaneState state) {
    boolean bare = state.panel() instanceof Panel.None || state.panel() instanceof Panel.QuickKeys;
    return bare && state.isSelling() || state.panel() instanceof Panel.Member;
  }

  @Override
  void paint(Draw draw, Shown shown) {
    Optional<EmergencyView> emergency = shown.state().devices().emergency();
    draw.card(new Rectangle(0, 0, getWidth(), getHeight()));
    if (emergency.isPresent()) {
      emergency(draw, shown, emergency.get());
    } else {
      member(draw, shown);
    }
  }

  /** In the member's place: what is safe here, and has not come in yet. */
  private void emergency(Draw draw, Shown shown, EmergencyView emergency) {
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
    Optional<MemberView> known = shown.state().basket().member();
    Graphics2D g = draw.graphics();
    g.setColor(known.isPresent() ? Token.P_SOFT.color() : Token.RAISED.color());
    g.fill(new Ellipse2D.Float(14, 13, 44, 44));
    Font name = Fonts.semiBold(19);
    String level = shown.state().basket().level();
    if (known.isEmpty()) {
      String first =
          level.isEmpty()
              ? shown.text("member.none")
              : shown.text("member.level", Map.of("level", level));
      if (opensHere(shown.state())) {
        float room = getWidth() - 84f;
        draw.name(first, name, Token.INK2, 72, 31, room);
        draw.name(shown.text("member.hint"), Fonts.regular(15), Token.INK3, 72, 54, room);
        draw.centre("F5", Fonts.semiBold(16), Token.INK3, 36, 41);
      } else {
        draw.name(first, name, Token.INK2, 72, Draw.middle(name, 35), getWidth() - 84f);
        Icon.PERSON.paint(g, Token.INK3.color(), 26, 25, 20);
      }
      return;
    }
    MemberView member = known.get();
    draw.centre(initials(member.name()), Fonts.semiBold(17), Token.P_INK, 36, 41);
    float room = getWidth() - 92f;
    draw.name(member.name(), name, Token.INK, 72, 31, room);
    String second =
        level.isEmpty()
            ? member.number()
            : shown.text("member.at", Map.of("number", member.number(), "level", level));
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
}
