package id.lajur.pos.screen;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;

/** Paints a field of a form; the one with the caret has the focus' border, a PIN shows dots. */
final class Fields {
  private static final int LEAST_WITH_SIGN = 160;

  /** Nothing stands beside it that it would be as tall as, px. */
  private static final float EMPTY_CARET = 40;

  private Fields() {}

  static void paint(Draw draw, Form form, int at, Rectangle box, float px) {
    boolean active = form.at() == at;
    draw.key(box, Token.SURFACE, active ? Token.PRIMARY : Token.FIELD_BORDER, active ? 2 : 1);
    Form.Field field = form.fields().get(at);
    float middle = box.y + box.height / 2f;
    float x = box.x + 20f;
    if (field.takes() == Form.Takes.SECRET) {
      float dot = px * 0.46f;
      for (int i = 0; i < field.text().length(); i++) {
        draw.graphics().setColor(Token.INK.color());
        draw.graphics().fill(new Ellipse2D.Float(x, middle - dot / 2, dot, dot));
        x += dot * 2;
      }
    } else {
      Font font = Fonts.semiBold(px);
      x = draw.text(field.text(), font, Token.INK, x, Draw.middle(font, middle)) + 3;
    }
    if (active) {
      draw.caret(x, middle - px / 2 - 1, px + 2);
      letters(draw, form, box);
    }
  }

  /** The sign that a touch brings letters, where the field takes them. */
  static void letters(Draw draw, Form form, Rectangle box) {
    if (form.takesText() && box.width > LEAST_WITH_SIGN) {
      Font font = Fonts.semiBold(15);
      float base = Draw.middle(font, box.y + box.height / 2f);
      draw.wordsRight("ABC", font, Token.INK3, box.x + box.width - 14f, base);
    }
  }

  /** What a touch on a field does: the caret goes there, and letters come where it takes them. */
  static void touched(LaneScreen screen, int at) {
    Form form = screen.shown().state().form();
    if (form.at() == at && form.takesText()) {
      screen.letters();
    } else {
      screen.steps(Math.floorMod(at - form.at(), Math.max(1, form.fields().size())));
    }
  }

  /** Paints a field whose figures end at its right side. */
  static void paintRight(Draw draw, Form form, int at, Rectangle box, String text, Font font) {
    boolean active = form.at() == at;
    draw.key(box, Token.SURFACE, active ? Token.PRIMARY : Token.FIELD_BORDER, active ? 2 : 1);
    float middle = box.y + box.height / 2f;
    float inset = font.getSize2D() > 40 ? 28 : 15;
    draw.right(text, font, Token.INK, box.x + box.width - inset, Draw.middle(font, middle));
    if (active) {
      float most = text.isEmpty() ? EMPTY_CARET : font.getSize2D();
      float tall = Math.min(Math.min(most, font.getSize2D()), box.height - 20);
      draw.caret(box.x + box.width - inset + 6, middle - tall / 2, tall);
    }
  }

  /** What was typed of an amount, in groups while it is one. */
  static String grouped(View.Shown shown, String typed) {
    var minor = shown.formats().parseMoney(typed);
    return minor.isPresent() ? shown.money(minor.getAsLong()) : typed;
  }
}
