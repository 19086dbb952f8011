package id.lajur.backoffice.receiving;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JTextField;

/** Where the scanner types, with what the last scan did beside it. */
final class ScanBox extends JComponent {
  static final int HEIGHT = 60;
  private static final Font SAID = Fonts.semiBold(16);
  private static final float TWO_ROWS = 13.5f; // of a sentence that has no room in one
  private static final int LEAST_HINT = 260;

  private final ReceivingPresenter presenter;
  private final Words words;
  private final JTextField field = new JTextField();
  private String said = "";

  ScanBox(ReceivingPresenter presenter, Words words) {
    this.presenter = presenter;
    this.words = words;
    field.setName("receiving.scan");
    field.setFont(Fonts.regular(20));
    field.setBorder(BorderFactory.createEmptyBorder());
    field.setOpaque(false);
    field.putClientProperty("JTextField.placeholderText", words.get("scan.placeholder"));
    field.putClientProperty(FlatClientProperties.STYLE, "background: $Lajur.surface");
    field.addActionListener(event -> typed());
    field.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusGained(FocusEvent event) {
            repaint();
          }

          @Override
          public void focusLost(FocusEvent event) {
            repaint();
          }
        });
    Keys.on(field, "UP", () -> presenter.lines().step(-1));
    Keys.on(field, "DOWN", () -> presenter.lines().step(1));
    Keys.on(field, "PAGE_UP", () -> presenter.lines().step(-8));
    Keys.on(field, "PAGE_DOWN", () -> presenter.lines().step(8));
    Keys.on(field, "ESCAPE", this::escape);
    Keys.on(field, "DELETE", this::delete);
    add(field);
  }

  private void typed() {
    String code = field.getText();
    field.setText("");
    presenter.lines().scanned(code);
  }

  private void escape() {
    if (field.getText().isEmpty()) {
      presenter.back();
    } else {
      field.setText("");
    }
  }

  private void delete() {
    if (field.getText().isEmpty()) {
      presenter.lines().remove();
    }
  }

  void render(ReceivingState state) {
    ReceivingState.Said last = state.said();
    said = last != null && last.good() ? words.sentence(last) : "";
    field.setEnabled(state.isOpen());
    field.putClientProperty(
        "JTextField.placeholderText",
        state.isOpen()
            ? words.get("scan.placeholder")
            : state.sheet() == null ? "" : words.get("scan.posted"));
    revalidate();
    repaint();
  }

  void focus() {
    field.requestFocusInWindow();
  }

  private float saidWidth() {
    // Beside it somebody types, unless it is posted.
    float most = field.isEnabled() ? getWidth() * 0.62f : getWidth() - 76f;
    return said.isEmpty() ? 0 : Math.min(most, Draw.width(said, SAID) + 46);
  }

  @Override
  public void doLayout() {
    int room = Math.round(getWidth() - 70 - saidWidth());
    field.setVisible(field.isEnabled() || room > LEAST_HINT);
    field.setBounds(58, 6, Math.max(40, room), HEIGHT - 12);
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(300, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      boolean focus = field.isFocusOwner();
      draw.card(
          new Rectangle(getWidth(), getHeight()),
          Token.SURFACE,
          focus ? Token.PRIMARY : Token.LINE,
          focus ? 2 : 1);
      Icon.BARCODE.paint(own, focus ? Token.P_INK.color() : Token.INK3.color(), 17, 18, 24);
      float width = saidWidth();
      if (width > 0) {
        int left = Math.round(getWidth() - 10 - width);
        draw.key(new Rectangle(left, 11, Math.round(width), 38), Token.P_SOFT, Token.P_SOFT, 1);
        Icon.CHECK.paint(own, Token.P_INK.color(), left + 12f, 21, 18);
        boolean fits = Draw.width(said, SAID) <= width - 46;
        Font font = fits ? SAID : SAID.deriveFont(TWO_ROWS);
        draw.inTwoRows(said, font, Token.P_INK, left + 37f, 30, width - 46);
      }
    } finally {
      own.dispose();
    }
  }
}
