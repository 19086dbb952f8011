package id.lajur.backoffice.machines;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.Timer;

/** The one-time code, large enough to be read across a desk, and the fingerprint to compare. */
final class CodeCard extends JComponent {
  private static final int SECOND_MS = 1_000;
  private static final int GROUPS_IN_A_ROW = 4;
  private static final int GROUP = 72; // room of one, px
  private static final int CODE_BOX = 118;
  private static final int ROW = 30;
  private static final int HEIGHT = CODE_BOX + 44 + 4 * ROW + 8;

  private final EnrolmentCode code;
  private final Texts texts;
  private final InstantSource clock;
  private final Timer seconds = new Timer(SECOND_MS, event -> repaint());

  CodeCard(EnrolmentCode code, Texts texts, InstantSource clock) {
    this.code = code;
    this.texts = texts;
    this.clock = clock;
  }

  @Override
  public void addNotify() {
    super.addNotify();
    seconds.start();
  }

  @Override
  public void removeNotify() {
    seconds.stop();
    super.removeNotify();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(260, HEIGHT);
  }

  /** The fingerprint's groups, a few in each row, which stand below each other. */
  static List<List<String>> rows(String fingerprint) {
    List<String> groups = List.of(fingerprint.strip().split("[\\s:]+"));
    List<List<String>> rows = new ArrayList<>();
    for (int from = 0; from < groups.size(); from += GROUPS_IN_A_ROW) {
      rows.add(groups.subList(from, Math.min(groups.size(), from + GROUPS_IN_A_ROW)));
    }
    return rows;
  }

  private String left() {
    Duration left = Duration.between(clock.instant(), code.until());
    return left.isNegative() || left.isZero()
        ? texts.get("code.over")
        : texts.get(
            "code.left",
            Map.of(
                "minutes",
                Long.toString(left.toMinutes()),
                "seconds",
                Integer.toString(left.toSecondsPart())));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      boolean over = !clock.instant().isBefore(code.until());
      Token ground = over ? Token.RAISED : Token.P_SOFT;
      draw.key(new Rectangle(getWidth(), CODE_BOX), ground, ground, 1);
      float middle = getWidth() / 2f;
      Font large = Draw.fitting(code.code(), 48, getWidth() - 32f);
      draw.centre(
          code.code(), large, over ? Token.INK3 : Token.P_INK, middle, Draw.middle(large, 48));
      Font small = Fonts.semiBold(16);
      draw.centre(left(), small, over ? Token.DANGER : Token.P_INK, middle, Draw.middle(small, 94));
      int y = CODE_BOX + 28;
      float unused = draw.text(texts.get("code.fingerprint"), small, Token.INK, 0, y);
      Font figures = Fonts.semiBold(19);
      y += 12;
      List<List<String>> rows = rows(code.fingerprint());
      int column = Math.min(GROUP, getWidth() / GROUPS_IN_A_ROW);
      for (List<String> row : rows) {
        float x = middle - column * (GROUPS_IN_A_ROW - 1) / 2f;
        for (String group : row) {
          draw.centre(group, figures, Token.INK, x, Draw.middle(figures, y + ROW / 2f));
          x += column;
        }
        y += ROW;
      }
    } finally {
      own.dispose();
    }
  }
}
