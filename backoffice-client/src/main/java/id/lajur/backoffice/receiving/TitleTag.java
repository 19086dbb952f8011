package id.lajur.backoffice.receiving;

import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import id.lajur.kit.widget.Tag;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.Map;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** What a delivery is, its number, and when it was saved. */
final class TitleTag extends JComponent {
  private static final Font TEXT = Fonts.regular(16);

  private final Words words;
  private @Nullable Sheet sheet;
  private boolean saving;

  TitleTag(Words words) {
    this.words = words;
  }

  void render(ReceivingState state) {
    sheet = state.sheet();
    saving = state.busy() > 0;
    setVisible(sheet != null);
    revalidate();
    repaint();
  }

  private Tag tag(Sheet shown) {
    if (shown.open()) {
      return new Tag(words.get("state.DRAFT"), Tag.Tone.WARN);
    }
    return shown.number().contains("-K")
        ? new Tag(words.get("state.CORRECTION"), Tag.Tone.INFO)
        : new Tag(words.get("state.POSTED"), Tag.Tone.GOOD);
  }

  private String saved(Sheet shown) {
    String key = !shown.open() ? "title.posted" : saving ? "title.saving" : "title.saved";
    return words.get(key, Map.of("time", words.second(shown.savedAt())));
  }

  @Override
  public Dimension getPreferredSize() {
    Sheet shown = sheet;
    if (shown == null) {
      return new Dimension(0, 28);
    }
    float width =
        Draw.width(tag(shown).words(), Fonts.semiBold(13.5f))
            + 16
            + 12
            + Draw.width(shown.number(), TEXT)
            + 20
            + 24
            + Draw.width(saved(shown), TEXT);
    return new Dimension(Math.round(width) + 4, 28);
  }

  @Override
  protected void paintComponent(Graphics g) {
    Sheet shown = sheet;
    if (shown == null) {
      return;
    }
    Graphics2D own = (Graphics2D) g.create();
    try {
      var draw = new Draw(own);
      float middle = getHeight() / 2f;
      Tag tag = tag(shown);
      float x = draw.tag(tag.words(), tag.tone().ground(), tag.tone().ink(), 0, middle) + 12;
      x = draw.text(shown.number(), TEXT, Token.INK2, x, Draw.middle(TEXT, middle)) + 20;
      if (!saving) {
        Icon.CHECK.paint(own, Token.P_INK.color(), x, middle - 9, 18);
      }
      float unused = draw.text(saved(shown), TEXT, Token.INK2, x + 24, Draw.middle(TEXT, middle));
    } finally {
      own.dispose();
    }
  }
}
