package id.lajur.kit.theme;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Insets;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/** A label whose figures are of equal width; right-aligned unless told otherwise, no icon. */
public final class FigureLabel extends JLabel {
  public FigureLabel(String text) {
    super(text, SwingConstants.RIGHT);
  }

  @Override
  public Dimension getPreferredSize() {
    if (isPreferredSizeSet()) {
      return super.getPreferredSize();
    }
    Insets insets = getInsets();
    String text = getText() == null ? "" : getText();
    int width = (int) Math.ceil(Figures.width(text, getFont()));
    int height = getFontMetrics(getFont()).getHeight();
    return new Dimension(width + insets.left + insets.right, height + insets.top + insets.bottom);
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (isOpaque()) {
      g.setColor(getBackground());
      g.fillRect(0, 0, getWidth(), getHeight());
    }
    Graphics2D own = (Graphics2D) g.create();
    try {
      Figures.paintLabel(this, own);
    } finally {
      own.dispose();
    }
  }
}
