package id.lajur.backoffice.people;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;

/** One permission: a tick and its words, and how far it goes; paler where a role has it not. */
final class PermissionLine extends JComponent {
  private static final int ROW = 28;
  private static final int TEXT = 28;

  private final String words;
  private final String limit;
  private final boolean has;

  PermissionLine(String words, String limit, boolean has) {
    this.words = words;
    this.limit = limit;
    this.has = has;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(120, ROW);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      float middle = ROW / 2f;
      Icon sign = has ? Icon.CHECK : Icon.CROSS;
      sign.paint(
          own, (has ? Token.PRIMARY : Token.INK3).color(), has ? 1 : 4, has ? 5 : 8, has ? 18 : 12);
      Font small = Fonts.semiBold(15);
      float right = getWidth();
      if (!limit.isEmpty()) {
        right -= Draw.width(limit, small);
        float unused = draw.text(limit, small, Token.INK2, right, Draw.middle(small, middle));
        right -= 10;
      }
      Font font = Fonts.regular(16);
      draw.name(
          words, font, has ? Token.INK : Token.INK3, TEXT, Draw.middle(font, middle), right - TEXT);
    } finally {
      own.dispose();
    }
  }
}
