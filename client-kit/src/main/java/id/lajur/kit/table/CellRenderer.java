package id.lajur.kit.table;

import id.lajur.kit.format.Formats;
import id.lajur.kit.theme.Figures;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Tag;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.IntFunction;
import javax.swing.JTable;
import javax.swing.table.DefaultTableCellRenderer;
import org.jspecify.annotations.Nullable;

/** Cells as their column's kind wants them: figures of equal width at the right, tags, texts. */
final class CellRenderer extends DefaultTableCellRenderer {
  private static final float LEAST_PX = 10f;

  private final Formats formats;
  private final IntFunction<? extends Column<?>> columns;
  private Kind kind = Kind.TEXT;
  private @Nullable Tag tag;

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
    kind = columns.apply(table.convertColumnIndexToModel(column)).kind();
    tag = value instanceof Tag shown ? shown : null;
    String text = tag != null ? "" : Cells.text(kind, value, formats);
    Component cell = super.getTableCellRendererComponent(table, text, selected, false, row, column);
    setHorizontalAlignment(kind.isFigures() ? RIGHT : LEFT);
    String whole = tag != null ? tag.words() : text;
    int wide = table.getColumnModel().getColumn(column).getWidth();
    int room = wide - getInsets().left - getInsets().right;
    // What the column cuts is read in full under the pointer.
    setToolTipText(Draw.width(whole, getFont()) > room ? whole : null);
    return cell;
  }

  @Override
  protected void paintComponent(Graphics g) {
    if (!kind.isFigures() && tag == null) {
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
