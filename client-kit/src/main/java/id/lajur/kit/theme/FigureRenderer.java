package id.lajur.kit.theme;

import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;

/** Table cells with figures of equal width, right-aligned. */
public final class FigureRenderer extends DefaultTableCellRenderer {
  public FigureRenderer() {
    setHorizontalAlignment(SwingConstants.RIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (isOpaque()) { // else the line between the rows lies beneath
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
