package id.lajur.kit.enrolment;

import id.lajur.kit.enrolment.EnrolmentState.Phase;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.Logo;
import id.lajur.kit.widget.Road;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JComponent;

/** What this machine goes through, and where it is. */
final class StepsView extends JComponent {
  private static final int FIRST = 290;
  private static final int STEP = 54;
  private static final int LEFT = 84;

  private Phase phase = Phase.SERVER;
  private Optional<Texts> texts = Optional.empty();

  void show(Phase now, Texts words) {
    phase = now;
    texts = Optional.of(words);
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.fill(Token.PANEL, 0, 0, getWidth(), getHeight());
      texts.ifPresent(
          words -> {
            Road.paint(own, getWidth(), free(words));
            paint(draw, words);
          });
    } finally {
      own.dispose();
    }
  }

  /** Beside the longest of the steps, below what is said above them. */
  private Rectangle free(Texts words) {
    float longest = 0;
    for (Phase each : Phase.values()) {
      longest = Math.max(longest, Draw.width(words.get(key(each)), Fonts.bold(19)));
    }
    int left = LEFT + Math.round(longest) + 16;
    return new Rectangle(left, 240, Math.max(0, getWidth() - left), getHeight() - 240);
  }

  private static String key(Phase phase) {
    return "step." + phase.name().toLowerCase(Locale.ROOT);
  }

  private void paint(Draw draw, Texts words) {
    float room = getWidth() - 96f;
    Logo.paint(draw.graphics(), 48, 48, 40);
    float unused = draw.text("Lajur", Fonts.semiBold(34), Token.ON_PANEL, 104, 80);
    String title = words.get("title");
    unused = draw.name(title, Draw.fitting(title, 40, room), Token.ON_PANEL, 48, 186, room);
    String lead = words.get(phase == Phase.DONE ? "lead.done" : "lead");
    unused = draw.name(lead, Fonts.regular(17), Token.ON_PANEL2, 48, 222, room);
    float y = FIRST;
    int step = 1;
    for (Phase each : Phase.values()) {
      boolean now = each == phase;
      boolean past = each.compareTo(phase) < 0;
      Token ink = now ? Token.AMBER : Token.ON_PANEL2;
      Font font = now ? Fonts.bold(19) : Fonts.regular(19);
      if (past) {
        Icon.CHECK.paint(draw.graphics(), ink.color(), 48, y - 10, 20);
      } else {
        unused = draw.text(Integer.toString(step), font, ink, 52, Draw.middle(font, y));
      }
      String word = words.get(key(each));
      unused = draw.name(word, font, ink, LEFT, Draw.middle(font, y), room - 40);
      y += STEP;
      step++;
    }
  }
}
