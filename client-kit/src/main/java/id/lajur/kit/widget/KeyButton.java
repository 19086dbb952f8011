package id.lajur.kit.widget;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/**
 * A button that shows its key: {@code F4} above the word, or beside it on the way on. The key works
 * whatever has the focus in its window, while the button shows and can be pressed.
 */
public final class KeyButton extends JButton {
  /** How it stands out. */
  public enum Look {
    /** The one way on of a screen. */
    MAIN,
    /** An act among others, cap above the word. */
    KEY,
    /** An act beside the way on, cap left of the word. */
    PLAIN
  }

  private static final int KEY_HEIGHT = 58;
  private static final int SIDE_HEIGHT = 48;

  private final Look look;
  private final String cap;
  private boolean ending;

  /**
   * @param cap as it is written on the key: F4, Enter, Esc, Ctrl+P; empty for none
   * @param stroke as {@link KeyStroke#getKeyStroke(String)} reads it; empty for none
   */
  public KeyButton(Look look, String cap, String stroke, String word, Runnable act) {
    super(word);
    this.look = look;
    this.cap = cap;
    setFont(look == Look.MAIN ? Fonts.bold(20) : Fonts.semiBold(15));
    setContentAreaFilled(false);
    setBorderPainted(false);
    setFocusPainted(false);
    setOpaque(false);
    // The focus stays where the person types; the key does it as well.
    setFocusable(false);
    getAccessibleContext().setAccessibleDescription(cap);
    addActionListener(event -> act.run());
    if (!stroke.isEmpty()) {
      getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke(stroke), "press");
      getActionMap()
          .put(
              "press",
              new AbstractAction() {
                @Override
                public void actionPerformed(ActionEvent event) {
                  if (isEnabled()) {
                    act.run();
                  }
                }
              });
    }
  }

  /** A key from F1 to F12. */
  public static KeyButton f(int number, String word, Runnable act) {
    return new KeyButton(Look.KEY, "F" + number, "F" + number, word, act);
  }

  /** The way on. */
  public static KeyButton main(String cap, String stroke, String word, Runnable act) {
    return new KeyButton(Look.MAIN, cap, stroke, word, act);
  }

  /**
   * Shows the way on in the colour of danger.
   *
   * @param ends whether it ends what nobody can begin again
   */
  public void ends(boolean ends) {
    ending = ends;
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    float word = Draw.width(getText(), getFont());
    if (look == Look.KEY) {
      float wide = Math.max(word, Draw.capWidth(cap));
      return new Dimension(Math.max(76, Math.round(wide) + 18), KEY_HEIGHT);
    }
    float capRoom = cap.isEmpty() ? 0 : Draw.capWidth(cap) + 10;
    int high = look == Look.MAIN ? KEY_HEIGHT : SIDE_HEIGHT;
    return new Dimension(Math.round(word + capRoom) + 34, high);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      paint(new Draw(own));
    } finally {
      own.dispose();
    }
  }

  private Token onMain() {
    return ending ? Token.ON_DANGER : Token.ON_PRIMARY;
  }

  private void paint(Draw draw) {
    boolean main = look == Look.MAIN && isEnabled();
    boolean pressed = getModel().isArmed() && getModel().isPressed();
    boolean over = getModel().isRollover() && isEnabled();
    var whole = new Rectangle(getWidth(), getHeight());
    Token on = ending ? Token.DANGER : Token.PRIMARY;
    Token ground = main ? on : pressed ? Token.P_SOFT : Token.RAISED;
    Token edge = main ? on : over ? Token.FIELD_BORDER : Token.LINE;
    draw.key(whole, isEnabled() ? ground : Token.BG, edge, 1);
    Token ink = !isEnabled() ? Token.INK3 : main ? onMain() : Token.INK;
    if (look == Look.KEY) {
      draw.cap(cap, 8, 7, !isEnabled());
      draw.name(getText(), getFont(), ink, 8, getHeight() - 10f, getWidth() - 13f);
      return;
    }
    Font font = getFont();
    float wide = Draw.width(getText(), font) + (cap.isEmpty() ? 0 : Draw.capWidth(cap) + 10);
    float x = Math.max(8, (getWidth() - wide) / 2);
    float middle = getHeight() / 2f;
    if (!cap.isEmpty()) {
      x = main ? draw.capOn(cap, x, middle - 11, ink) : draw.cap(cap, x, middle - 11, !isEnabled());
      x += 10;
    }
    draw.name(getText(), font, ink, x, Draw.middle(font, middle), getWidth() - x - 6);
  }
}
