package id.lajur.backoffice.form;

import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Surface;
import java.awt.Graphics;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A list, beside it what concerns the marked row, and under both the keys. */
public final class ListPane extends JPanel {
  private final JPanel bar = new Bar();

  /**
   * @param side 0.3 = three tenths of the width
   */
  public ListPane(JComponent list, JComponent beside, double side) {
    super(
        new MigLayout(
            "insets 12 12 0 12, gap 12, fill",
            "[grow 100,fill,0:100%:n][" + Math.round(side * 100) + "%!,fill]",
            "[grow,fill][76!,fill]"));
    setOpaque(false);
    var card = new Surface(new MigLayout("insets 14 16 10 16, fill", "[grow,fill]", "[grow,fill]"));
    card.add(list);
    add(card, "cell 0 0, wmin 0");
    add(beside, "cell 1 0, wmin 0");
    add(bar, "cell 0 1 2 1, growx, wmin 0, gapleft 0, gapright 0, gaptop 0");
  }

  /** The keys, and the one way on at the right. */
  public void keys(List<KeyButton> keys, List<KeyButton> ways) {
    bar.removeAll();
    bar.add(row(keys), "growx, wmin 0");
    bar.add(row(ways), "");
    bar.revalidate();
    bar.repaint();
  }

  private static JPanel row(List<KeyButton> keys) {
    var row = new JPanel(new MigLayout("insets 0, gap 8", "", "[58!,fill]"));
    row.setOpaque(false);
    keys.forEach(key -> row.add(key, "growy"));
    return row;
  }

  private static final class Bar extends JPanel {
    Bar() {
      super(new MigLayout("insets 9 0 9 0, gap 8", "[grow][]", "[58!]"));
      setOpaque(false);
    }

    @Override
    protected void paintComponent(Graphics g) {
      g.setColor(Token.LINE.color());
      g.fillRect(0, 0, getWidth(), 1);
    }
  }
}
