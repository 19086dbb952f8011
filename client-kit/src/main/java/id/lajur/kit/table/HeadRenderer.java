package id.lajur.kit.table;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;

/** A head at its column's side, with a small arrow where the rows stand by it. */
final class HeadRenderer extends JComponent implements TableCellRenderer {
  private static final int INSET = 12;
  private static final int HEIGHT = 38;
  private static final int ARROW = 14;

  private final IntFunction<? extends Column<?>> columns;
  private final Supplier<Optional<TableRows.Order>> order;
  private String head = "";
  private boolean right;
  private Optional<TableRows.Order> by = Optional.empty();

  HeadRenderer(
      IntFunction<? extends Column<?>> columns, Supplier<Optional<TableRows.Order>> order) {
    this.columns = columns;
    this.order = order;
  }

  @Override
  public Component getTableCellRendererComponent(
      JTable table,
      @Nullable Object value,
      boolean selected,
      boolean focused,
      int row,
      int column) {
    Column<?> shown = columns.apply(table.convertColumnIndexToModel(column));
    head = shown.head();
    right = shown.kind().isFigures();
    by = order.get().filter(each -> each.column().equals(shown.key()));
    return this;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Math.round(Draw.width(head, font())) + 2 * INSET, HEIGHT);
  }

  private static Font font() {
    return Fonts.regular(14);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.fill(Token.SURFACE, 0, 0, getWidth(), getHeight());
      draw.line(Token.LINE, 0, getWidth(), getHeight() - 1);
      float baseline = Draw.middle(font(), getHeight() / 2f);
      float room = getWidth() - 2f * INSET - (by.isPresent() ? ARROW : 0);
      String words = Draw.cut(head, font(), room);
      float wide = Draw.width(words, font());
      float x = right ? getWidth() - INSET - wide : INSET;
      Token ink = by.isPresent() ? Token.INK : Token.INK3;
      float end = draw.text(words, font(), ink, x, baseline);
      by.ifPresent(each -> arrow(own, right ? x - ARROW : end + ARROW - 8, each.descending()));
    } finally {
      own.dispose();
    }
  }

  private void arrow(Graphics2D g, float x, boolean down) {
    float middle = getHeight() / 2f;
    float tip = down ? middle + 3 : middle - 3;
    float foot = down ? middle - 2 : middle + 2;
    var path = new Path2D.Float();
    path.moveTo(x, foot);
    path.lineTo(x + 8, foot);
    path.lineTo(x + 4, tip);
    path.closePath();
    g.setColor(Token.INK2.color());
    g.fill(path);
  }
}
