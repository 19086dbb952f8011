package id.lajur.backoffice.form;

import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Surface;
import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** A list, beside it what concerns the marked row, and under both the keys. */
public final class ListPane extends JPanel {
  private final KeyBar bar = new KeyBar();

  /**
   * @param side 0.3 = three tenths of the width
   */
  public ListPane(JComponent list, JComponent beside, double side) {
    super(new BorderLayout());
    setOpaque(false);
    var both =
        new JPanel(
            new MigLayout(
                "insets 12 16 12 16, gap 12, fill",
                "[grow 100,fill,0:100%:n][" + Math.round(side * 100) + "%!,fill]",
                "[grow,fill]"));
    both.setOpaque(false);
    var card = new Surface(new MigLayout("insets 14 16 10 16, fill", "[grow,fill]", "[grow,fill]"));
    card.add(list);
    both.add(card, "wmin 0");
    both.add(beside, "wmin 0");
    add(both, BorderLayout.CENTER);
    add(bar, BorderLayout.SOUTH);
  }

  /** The keys, and the one way on at the right. */
  public void keys(List<KeyButton> keys, List<KeyButton> ways) {
    bar.keys(keys, ways);
  }
}
