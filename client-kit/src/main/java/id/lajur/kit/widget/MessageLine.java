package id.lajur.kit.widget;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * One sentence to the person at the screen, in as many rows as it needs; its code, if it has one,
 * small at the end, in rows of its own.
 */
public final class MessageLine extends JComponent {
  private static final int ROW = 22;
  private static final int CODE_ROW = 18;
  private static final float CODE = 13.5f;

  private String text = "";
  private String code = "";
  private Tag.Tone tone = Tag.Tone.QUIET;

  /** Says nothing yet. */
  public MessageLine() {
    setVisible(false);
  }

  /**
   * Says something; an empty sentence says nothing and takes no room.
   *
   * @param newCode by which support finds it in the log, or empty
   */
  public void say(String sentence, String newCode, Tag.Tone newTone) {
    text = sentence;
    code = newCode;
    tone = newTone;
    setVisible(!sentence.isEmpty());
    revalidate();
    repaint();
  }

  private List<String> rows(int width) {
    return Draw.wrapped(text, font(), Math.max(80, width - 62f));
  }

  private List<String> codeRows(int width) {
    return code.isEmpty()
        ? List.of()
        : Draw.wrapped(code, Fonts.regular(CODE), Math.max(80, width - 62f));
  }

  private static Font font() {
    return Fonts.semiBold(16);
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() > 0 ? getWidth() : 420;
    int rows = rows(width).size();
    int small = codeRows(width).size();
    return new Dimension(80, 24 + ROW * rows + CODE_ROW * small);
  }

  /** What is said is never pressed flat by what stands beneath it. */
  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean wider = width != getWidth();
    super.setBounds(x, y, width, height);
    if (wider) { // after this layout: what is asked for during one is lost
      SwingUtilities.invokeLater(this::revalidate);
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      boolean loud = tone == Tag.Tone.DANGER;
      Token ground = loud ? Token.DANGER : tone.ground();
      Token ink = loud ? Token.ON_DANGER : tone.ink();
      draw.key(new Rectangle(getWidth(), getHeight()), ground, ground, 1);
      Icon icon =
          switch (tone) {
            case GOOD -> Icon.CHECK;
            case INFO, QUIET -> Icon.INFO;
            default -> Icon.WARNING;
          };
      icon.paint(own, ink.color(), 16, 13, 20);
      float middle = 23;
      for (String row : rows(getWidth())) {
        float unused = draw.text(row, font(), ink, 48, Draw.middle(font(), middle));
        middle += ROW;
      }
      Font small = Fonts.regular(CODE);
      middle -= 2;
      for (String row : codeRows(getWidth())) {
        float unused = draw.text(row, small, ink, 48, Draw.middle(small, middle));
        middle += CODE_ROW;
      }
    } finally {
      own.dispose();
    }
  }
}
