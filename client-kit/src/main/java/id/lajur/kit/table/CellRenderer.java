package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.theme.Figures;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Tag;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/** Cells as their column's kind wants them: figures of equal width at the right, tags, texts. */
final class CellRenderer extends DefaultTableCellRenderer {
  static final int LINE = 20; // of words that go on in the next one

  private static final int MOST_LINES = 5;
  private static final float LEAST_PX = 10f;

  private final Formats formats;
  private final IntFunction<? extends Column<?>> columns;
  private Kind kind = Kind.TEXT;
  private @Nullable Tag tag;
  private List<String> lines = List.of(); // of words that wrap

  CellRenderer(Formats formats, IntFunction<? extends Column<?>> columns) {
    this.formats = formats;
    this.columns = columns;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table,
      @Nullable Object value,
      boolean selected,
      boolean focused,
      int row,
      int column) {
    Column<?> of = columns.apply(table.convertColumnIndexToModel(column));
    kind = of.kind();
    tag = value instanceof Tag shown ? shown : null;
    String text = tag != null ? "" : Cells.text(kind, value, formats);
    Component cell = super.getTableCellRendererComponent(table, text, selected, false, row, column);
    setHorizontalAlignment(kind.isFigures() ? RIGHT : LEFT);
    String whole = tag != null ? tag.words() : text;
    int wide = table.getColumnModel().getColumn(column).getWidth();
    int room = wide - getInsets().left - getInsets().right;
    boolean high = of.wraps() && table.getRowHeight(row) > table.getRowHeight();
    lines = high ? lines(whole, getFont(), room) : List.of();
    boolean cut =
        lines.isEmpty()
            ? Draw.width(whole, getFont()) > room
            : !String.join(" ", lines).equals(String.join(" ", all(whole, getFont(), room)));
    // What the column cuts is read in full under the pointer.
    setToolTipText(cut ? whole : null);
    return cell;
  }

  private static List<String> all(String words, Font font, float room) {
    return Draw.wrapped(words, font, room);
  }

  /** Words in the lines of a cell of some width; what no line has room for is cut. */
  static List<String> lines(String words, Font font, float room) {
    List<String> all = all(words, font, room);
    List<String> few = new ArrayList<>(all.subList(0, Math.min(MOST_LINES, all.size())));
    if (all.size() > MOST_LINES) {
      few.set(MOST_LINES - 1, String.join(" ", all.subList(MOST_LINES - 1, all.size())));
    }
    few.replaceAll(line -> Draw.cut(line, font, room));
    return few;
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (!kind.isFigures() && tag == null && lines.size() < 2) {
      super.paintComponent(g);
      return;
    }
    if (isOpaque()) { // else the line between the rows lies beneath
      g.setColor(getBackground());
      g.fillRect(0, 0, getWidth(), getHeight());
    }
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      if (tag != null) {
        float unused =
            draw.tag(
                tag.words(),
                tag.tone().ground(),
                tag.tone().ink(),
                getInsets().left,
                getHeight() / 2f);
      } else if (lines.size() > 1) {
        float middle = getHeight() / 2f - (lines.size() - 1) * LINE / 2f;
        for (String line : lines) {
          float unused =
              draw.text(
                  line,
                  getFont(),
                  getForeground(),
                  getInsets().left,
                  Draw.middle(getFont(), middle));
          middle += LINE;
        }
      } else if (getText() != null) {
        float right = getWidth() - (float) getInsets().right;
        Font font = fitting(getText(), right - getInsets().left);
        own.setFont(font);
        own.setColor(getForeground());
        Figures.drawRight(own, getText(), right, Draw.middle(font, getHeight() / 2f));
      }
    } finally {
      own.dispose();
    }
  }

  /** An amount without its first digit is another amount: it is shown smaller sooner than cut. */
  private Font fitting(String figures, float room) {
    Font font = getFont();
    while (Figures.width(figures, font) > room && font.getSize2D() > LEAST_PX) {
      font = font.deriveFont(font.getSize2D() - 1);
    }
    return font;
  }
}
