package id.lajur.backoffice.shop;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;

/** A receipt's head and foot on white paper, whatever the theme: paper is white at night too. */
final class PaperView extends JComponent {
  private static final int MARGIN = 14;
  private static final int ROW = 18;
  private static final int GOODS = 3;
  private static final int HEIGHT = 300;
  private static final float LARGEST = 14;
  private static final Font TYPE = new Font(Font.MONOSPACED, Font.PLAIN, 100);
  private static final Color PAPER = new Color(0xFFFEFA);
  private static final Color PRINT = new Color(0x1B1B1B);
  private static final Color FAINT = new Color(0x8A8A86);
  private static final Color EDGE = new Color(0xC9CEC9);

  private Optional<ReceiptPreview> preview = Optional.empty();

  PaperView() {
    setName("shop.paper");
  }

  void show(ReceiptPreview now) {
    preview = Optional.of(now);
    revalidate();
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    int rows =
        preview
            .map(one -> 2 * one.name().size() + one.head().size() + one.foot().size() + GOODS)
            .orElse(0);
    return new Dimension(0, Math.min(HEIGHT, rows * ROW + 2 * MARGIN));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D on = (Graphics2D) g.create();
    on.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    on.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    preview.ifPresent(one -> paint(on, one));
    on.dispose();
  }

  /** The type is as large as leaves a whole row on the card. */
  private void paint(Graphics2D on, ReceiptPreview one) {
    double atHundred = on.getFontMetrics(TYPE).charWidth('0');
    double size = Math.min(LARGEST, (getWidth() - 2.0 * MARGIN) / one.columns() / atHundred * 100);
    Font type = TYPE.deriveFont((float) size);
    int wide = (int) Math.ceil(atHundred * size / 100 * one.columns());
    int paper = wide + 2 * MARGIN;
    int left = (getWidth() - paper) / 2;
    on.setColor(PAPER);
    on.fillRect(left, 0, paper, getHeight());
    on.setColor(EDGE);
    on.drawRect(left, 0, paper - 1, getHeight() - 1);
    int x = left + MARGIN;
    int y = MARGIN + ROW - 5;
    String rule = "-".repeat(one.columns());
    on.setColor(PRINT);
    on.setFont(type.deriveFont(AffineTransform.getScaleInstance(1, 1.8)));
    for (String row : one.name()) {
      on.drawString(row, x, y + ROW - 5);
      y += 2 * ROW;
    }
    on.setFont(type);
    y = rows(on, one.head(), x, y);
    y = rows(on, List.of(rule), x, y);
    on.setColor(FAINT);
    y = rows(on, List.of("…"), x + wide / 2, y);
    on.setColor(PRINT);
    y = rows(on, List.of(rule), x, y);
    int unused = rows(on, one.foot(), x, y);
  }

  private static int rows(Graphics2D on, List<String> rows, int x, int from) {
    int y = from;
    for (String row : rows) {
      on.drawString(row, x, y);
      y += ROW;
    }
    return y;
  }
}
