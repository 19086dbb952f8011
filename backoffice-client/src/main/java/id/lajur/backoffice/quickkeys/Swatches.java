package id.lajur.backoffice.quickkeys;

import id.lajur.kit.theme.Token;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.ActionEvent;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.function.IntConsumer;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** Colours for what is drawn on a key; arrows and touches choose one. */
final class Swatches extends JComponent {
  /** Of fruit, vegetables, bread, ice. */
  static final List<Integer> COLOURS =
      List.of(
          0xE5533D, 0x9C3A63, 0xF08C1E, 0xF2C230, 0x9CC46B, 0x3E9B4F, 0xC79A5B, 0xD9A06E, 0xBFE0F5,
          0x6E7FB8);

  private static final int MOST_SIDE = 32;

  private final int chosen;

  /**
   * @param chosen a colour, one of these or another
   * @param choose told of each choice
   */
  Swatches(int chosen, IntConsumer choose) {
    this.chosen = chosen;
    setName("quickkeys.colours");
    setFocusable(true);
    setPreferredSize(new Dimension(COLOURS.size() * MOST_SIDE, MOST_SIDE + 4));
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            int at = Math.floorDiv(event.getX(), side());
            if (at < COLOURS.size()) {
              choose.accept(COLOURS.get(at));
            }
          }
        });
    addFocusListener(
        new FocusListener() {
          @Override
          public void focusGained(FocusEvent event) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    step("LEFT", -1, choose);
    step("RIGHT", 1, choose);
  }

  private void step(String key, int by, IntConsumer choose) {
    getInputMap().put(KeyStroke.getKeyStroke(key), key);
    getActionMap()
        .put(
            key,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                int at = Math.floorMod(COLOURS.indexOf(chosen) + by, COLOURS.size());
                choose.accept(COLOURS.get(at));
              }
            });
  }

  /** Of a colour's place: all of them have room. */
  private int side() {
    return Math.max(1, Math.min(MOST_SIDE, Math.floorDiv(getWidth(), COLOURS.size())));
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      own.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      int side = side();
      for (int i = 0; i < COLOURS.size(); i++) {
        own.setColor(new Color(COLOURS.get(i)));
        own.fillRoundRect(i * side + 4, 4, side - 8, side - 8, 8, 8);
        if (COLOURS.get(i) == chosen) {
          own.setColor((isFocusOwner() ? Token.PRIMARY : Token.INK).color());
          own.setStroke(new BasicStroke(2));
          own.drawRoundRect(i * side + 1, 1, side - 3, side - 3, 10, 10);
        }
      }
    } finally {
      own.dispose();
    }
  }
}
