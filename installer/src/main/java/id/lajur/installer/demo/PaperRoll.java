package id.lajur.installer.demo;

import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.Scrollable;

/** The papers of one printer, newest at the bottom, each row as the printer would set it. */
final class PaperRoll extends JComponent implements Scrollable {
  private static final int MOST = 40;
  private static final int MARGIN = 18;
  private static final int GAP = 16;
  private static final int BARCODE = 54;
  private static final Color WHITE = new Color(0xFDFDFB);
  private static final Color INK = new Color(0x1C1C1C);
  private static final Color EDGE = new Color(0xB9BEBC);
  private static final Font PLAIN = new Font(Font.MONOSPACED, Font.PLAIN, 13);
  private static final Font BOLD = new Font(Font.MONOSPACED, Font.BOLD, 13);

  private final Paper paper;
  private final List<List<PaperRow>> sheets = new ArrayList<>();

  PaperRoll(Paper paper) {
    this.paper = paper;
    setName("papers");
  }

  /** Adds a paper at the bottom and shows it; the oldest goes. */
  void add(List<PaperRow> rows) {
    sheets.add(rows);
    if (sheets.size() > MOST) {
      sheets.remove(0);
    }
    revalidate();
    repaint();
  }

  int count() {
    return sheets.size();
  }

  /** The text of the newest paper. */
  String newest() {
    var text = new StringBuilder();
    if (!sheets.isEmpty()) {
      sheets.get(sheets.size() - 1).forEach(row -> text.append(row.text()).append('\n'));
    }
    return text.toString();
  }

  private FontMetrics metrics() {
    return getFontMetrics(PLAIN);
  }

  private int rowHeight(PaperRow row) {
    int one = metrics().getHeight();
    return switch (row.kind()) {
      case TALL -> 2 * one;
      case BARCODE -> BARCODE + one + 6;
      default -> one;
    };
  }

  private int height(List<PaperRow> sheet) {
    return 2 * MARGIN + sheet.stream().mapToInt(this::rowHeight).sum();
  }

  private int paperWidth() {
    return 2 * MARGIN + paper.columns() * metrics().charWidth('0');
  }

  @Override
  public Dimension getPreferredSize() {
    int high = GAP + sheets.stream().mapToInt(sheet -> height(sheet) + GAP).sum();
    return new Dimension(paperWidth() + 2 * GAP, Math.max(200, high));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_OFF);
    int left = Math.max(GAP, (getWidth() - paperWidth()) / 2);
    int y = GAP;
    for (List<PaperRow> sheet : sheets) {
      int high = height(sheet);
      g.setColor(WHITE);
      g.fillRect(left, y, paperWidth(), high);
      g.setColor(EDGE);
      g.drawRect(left, y, paperWidth(), high);
      paint(g, sheet, left + MARGIN, y + MARGIN);
      y += high + GAP;
    }
    g.dispose();
  }

  private void paint(Graphics2D g, List<PaperRow> sheet, int left, int top) {
    g.setColor(INK);
    int y = top;
    int wide = paper.columns() * metrics().charWidth('0');
    for (PaperRow row : sheet) {
      int textWide = row.text().length() * metrics().charWidth('0');
      int x = row.centred() ? left + (wide - textWide) / 2 : left;
      int base = metrics().getAscent();
      switch (row.kind()) {
        case BARCODE -> {
          int bars = Code128.width(row.text(), 1);
          Code128.paint(g, row.text(), left + (wide - bars) / 2, y + 4, 1, BARCODE);
          g.setFont(PLAIN);
          g.drawString(row.text(), x, y + 4 + BARCODE + base);
        }
        case TALL -> {
          Graphics2D high = (Graphics2D) g.create();
          high.translate(x, y);
          high.scale(1, 2);
          high.setFont(BOLD);
          high.drawString(row.text(), 0, base);
          high.dispose();
        }
        case BOLD -> {
          g.setFont(BOLD);
          g.drawString(row.text(), x, y + base);
        }
        case PLAIN -> {
          g.setFont(PLAIN);
          g.drawString(row.text(), x, y + base);
        }
      }
      y += rowHeight(row);
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return new Dimension(getPreferredSize().width, 600);
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
    return metrics().getHeight();
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
    return visible.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return false;
  }
}
