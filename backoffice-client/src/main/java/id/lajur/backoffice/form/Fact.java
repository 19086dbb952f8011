package id.lajur.backoffice.form;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Dimension;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.SwingUtilities;

/**
 * A word and its value in one row; where both have no room beside each other, the value has a row
 * of its own, so that an amount is never cut for a long word.
 */
final class Fact extends JComponent {
  private static final int GAP = 12;

  private final JLabel word = new JLabel();
  private final JLabel value = new JLabel();
  private boolean high;

  Fact(String words, String told) {
    word.setText(words);
    word.setFont(Fonts.regular(16));
    word.setForeground(Token.INK2.color());
    value.setText(told);
    value.setFont(Fonts.semiBold(16));
    add(word);
    add(value);
  }

  private boolean isTooNarrow() {
    return getWidth() > 0
        && word.getPreferredSize().width + GAP + value.getPreferredSize().width > getWidth();
  }

  @Override
  public Dimension getPreferredSize() {
    Dimension left = word.getPreferredSize();
    Dimension right = value.getPreferredSize();
    int row = Math.max(left.height, right.height);
    return new Dimension(left.width + GAP + right.width, high ? 2 * row : row);
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(0, getPreferredSize().height);
  }

  @Override
  public void doLayout() {
    if (high != isTooNarrow()) {
      high = !high;
      SwingUtilities.invokeLater(this::revalidate); // as high as it is wide enough
    }
    int row = word.getPreferredSize().height;
    int wide = Math.min(getWidth(), value.getPreferredSize().width);
    int room = high ? getWidth() : Math.max(0, getWidth() - GAP - wide);
    word.setBounds(0, 0, Math.min(room, word.getPreferredSize().width), row);
    value.setBounds(getWidth() - wide, high ? row : 0, wide, row);
  }
}
