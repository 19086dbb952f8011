package id.lajur.kit.widget;

import id.lajur.kit.theme.Token;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.LayoutManager;
import java.awt.Rectangle;
import javax.swing.JPanel;

/** A card: a panel with round corners and a hairline around it. */
public final class Surface extends JPanel {
  private Token border = Token.LINE;
  private float line = 1;

  public Surface(LayoutManager layout) {
    super(layout);
    setOpaque(false);
  }

  /** The border's colour and width in px; amber for what must be seen. */
  public void border(Token token, float width) {
    border = token;
    line = width;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      new Draw(own).card(new Rectangle(getWidth(), getHeight()), Token.SURFACE, border, line);
    } finally {
      own.dispose();
    }
  }
}
