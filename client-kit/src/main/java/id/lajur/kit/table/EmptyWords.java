package id.lajur.kit.table;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.SwingConstants;

/** A sentence in the middle of its place, in as many rows as it needs: it says what to do next. */
final class EmptyWords extends JLabel {
  private static final int ROW = 26;

  EmptyWords() {
    super("", SwingConstants.CENTER);
    setFont(Fonts.regular(17));
  }

  /** What it says, from top to bottom. */
  List<String> rows() {
    return Draw.wrapped(getText(), getFont(), getWidth());
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      Font font = getFont();
      List<String> rows = rows();
      float middle = (getHeight() - ROW * (rows.size() - 1)) / 2f;
      for (String row : rows) {
        draw.centre(row, font, Token.INK2, getWidth() / 2f, Draw.middle(font, middle));
        middle += ROW;
      }
    } finally {
      own.dispose();
    }
  }
}
