package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** Whose delivery it is; a press changes it while it is a draft. */
final class HeadCard extends JComponent {
  static final int HEIGHT = 66;
  private static final Font LABEL = Fonts.regular(14);
  private static final Font VALUE = Fonts.semiBold(16);
  private static final Font KEY = Fonts.semiBold(15);

  private final Words words;
  private @Nullable Sheet sheet;

  HeadCard(ReceivingPresenter presenter, Words words) {
    this.words = words;
    setName("receiving.head");
    addMouseListener(
        new MouseAdapter() {
          @Override
          public void mousePressed(MouseEvent event) {
            presenter.changeHead();
          }
        });
  }

  void show(@Nullable Sheet next) {
    sheet = next;
    repaint();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(600, HEIGHT);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      draw.card(new Rectangle(getWidth(), getHeight()));
      Sheet shown = sheet;
      if (shown != null) {
        paint(draw, shown);
      } else {
        unknown(draw);
      }
    } finally {
      own.dispose();
    }
  }

  private void paint(Draw draw, Sheet shown) {
    float x = 16;
    float end = getWidth() - 16f - (shown.open() ? keyWidth() + 16 : 0);
    String due = shown.dueOn() == null ? "–" : words.formats().date(shown.dueOn());
    // The supplier gives way where there is little room.
    float rest =
        width("head.note", note(shown))
            + width("head.date", words.formats().date(shown.deliveredOn()))
            + width("head.location", shown.location())
            + width("head.due", due);
    x = item(draw, "head.supplier", shown.supplierName(), x, Math.max(90, end - x - rest - 26));
    x = item(draw, "head.note", note(shown), x, 180);
    x = item(draw, "head.date", words.formats().date(shown.deliveredOn()), x, 140);
    x = item(draw, "head.location", shown.location(), x, 180);
    last(draw, due, x, end);
    if (shown.open()) {
      float left = getWidth() - 16f - keyWidth();
      float unused = draw.cap("F3", left, 10, false);
      unused = draw.text(words.get("head.change"), KEY, Token.INK, left, Draw.middle(KEY, 45));
    }
  }

  /** Of a delivery that is about to begin. */
  private void unknown(Draw draw) {
    float x = 16;
    for (String label : List.of("head.supplier", "head.note", "head.date", "head.location")) {
      x = item(draw, label, "–", x, 90);
    }
    last(draw, "–", x, getWidth() - 16f);
  }

  private float keyWidth() {
    return Math.max(Draw.capWidth("F3"), Draw.width(words.get("head.change"), KEY));
  }

  private static String note(Sheet shown) {
    return shown.deliveryNote().isEmpty() ? "–" : shown.deliveryNote();
  }

  private float width(String label, String value) {
    return Math.max(Draw.width(words.get(label), LABEL), Math.min(180, Draw.width(value, VALUE)))
        + 34;
  }

  private float item(Draw draw, String label, String value, float x, float room) {
    float end = draw.text(words.get(label), LABEL, Token.INK2, x, Draw.middle(LABEL, 21));
    float right = draw.name(value, VALUE, Token.INK, x, Draw.middle(VALUE, 44), room);
    float line = Math.max(end, right) + 14;
    draw.fill(Token.LINE, Math.round(line), 15, 1, HEIGHT - 30);
    return line + 18;
  }

  private void last(Draw draw, String value, float x, float end) {
    float unused = draw.text(words.get("head.due"), LABEL, Token.INK2, x, Draw.middle(LABEL, 21));
    unused = draw.name(value, VALUE, Token.INK, x, Draw.middle(VALUE, 44), end - x);
  }
}
