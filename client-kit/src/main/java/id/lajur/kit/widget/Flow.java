package id.lajur.kit.widget;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * Short phrases beside each other, in as many rows as they need; none is ever cut, and one is
 * parted only where a whole row has no room for it.
 */
public final class Flow extends JComponent {
  private static final int ROW = 22;
  private static final int GAP = 24;

  private List<String> parts = List.of("");

  /**
   * @param px of its letters
   */
  public Flow(float px) {
    setFont(Fonts.regular(px));
  }

  /** Says these from now on. */
  public void say(List<String> phrases) {
    if (!parts.equals(phrases)) {
      parts = List.copyOf(phrases);
      revalidate();
      repaint();
    }
  }

  /** What it says, in one row. */
  public String said() {
    return String.join("     ", parts);
  }

  private List<List<String>> rows(int width) {
    List<List<String>> rows = new ArrayList<>();
    float x = 0;
    List<String> all =
        parts.stream().flatMap(part -> Draw.wrapped(part, getFont(), width).stream()).toList();
    for (String part : all) {
      float wide = Draw.width(part, getFont());
      if (rows.isEmpty() || x + wide > width) {
        rows.add(new ArrayList<>());
        x = 0;
      }
      rows.get(rows.size() - 1).add(part);
      x += wide + GAP;
    }
    return rows;
  }

  @Override
  public Dimension getPreferredSize() {
    int width = getWidth() > 0 ? getWidth() : Integer.MAX_VALUE;
    return new Dimension(80, ROW * Math.max(1, rows(width).size()));
  }

  /** Makes nothing wider than its place. */
  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean other = width != getWidth() && rows(width).size() != rows(getWidth()).size();
    super.setBounds(x, y, width, height);
    if (other) { // after this layout: what is asked for during one is lost
      SwingUtilities.invokeLater(this::revalidate);
    }
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      Font font = getFont();
      float middle = (getHeight() - ROW * (rows(getWidth()).size() - 1)) / 2f;
      for (List<String> row : rows(getWidth())) {
        float x = 0;
        for (String part : row) {
          x = draw.text(part, font, Token.INK2, x, Draw.middle(font, middle)) + GAP;
        }
        middle += ROW;
      }
    } finally {
      own.dispose();
    }
  }
}
