package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Surface;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;

/** The keys of the screen that is open, read from its own buttons, and those that always work. */
final class HelpCard {
  private static final List<String> ALWAYS =
      List.of(
          "Alt 1–8",
          "Ctrl L",
          "Ctrl Q",
          "Ctrl C",
          "Ctrl E",
          "Ctrl P",
          "Ctrl O",
          "Ctrl + -",
          "Ctrl 0");

  private HelpCard() {}

  private record Entry(String cap, String word) {}

  static JComponent of(Container screen, Texts texts) {
    var card = new Surface(new MigLayout("insets 20 24 22 24, gap 6 8, wrap 1", "[grow,fill]"));
    card.border(Token.PRIMARY, 2);
    var title = new JLabel(texts.get("help.title"));
    title.setFont(Fonts.bold(20));
    card.add(title, "gapbottom 8");
    var entries = new ArrayList<Entry>();
    collect(screen, entries);
    entries.forEach(entry -> card.add(new Line(entry)));
    var always = new JLabel(texts.get("help.always"));
    always.setFont(Fonts.semiBold(15));
    always.setForeground(Token.INK2.color());
    card.add(always, "gaptop 10");
    for (String cap : ALWAYS) {
      boolean shown = entries.stream().anyMatch(entry -> entry.cap().equals(cap.replace(' ', '+')));
      if (!shown) {
        card.add(new Line(new Entry(cap, texts.get("help." + word(cap)))));
      }
    }
    var close = new JLabel(texts.get("help.close"));
    close.setFont(Fonts.regular(15));
    close.setForeground(Token.INK2.color());
    card.add(close, "gaptop 10");
    return card;
  }

  /** "Ctrl + -" as the key of its word: CtrlPlus; "Alt 1–8" by its first. */
  private static String word(String cap) {
    return cap.replace("–8", "").replace(" ", "").replace("-", "").replace("+", "Plus");
  }

  private static void collect(Container in, List<Entry> entries) {
    for (Component each : in.getComponents()) {
      if (each instanceof KeyButton button && button.isShowing()) {
        String cap = button.getAccessibleContext().getAccessibleDescription();
        if (!cap.isEmpty()) {
          entries.add(new Entry(cap, button.getText()));
        }
      } else if (each instanceof Container inner && each.isVisible()) {
        collect(inner, entries);
      }
    }
  }

  private static final class Line extends JComponent {
    private static final int CAPS = 84;
    private final Entry entry;

    Line(Entry entry) {
      this.entry = entry;
      setName(entry.cap() + ": " + entry.word());
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(CAPS + Math.round(Draw.width(entry.word(), Fonts.regular(16))) + 4, 26);
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        var draw = new Draw(own);
        float unused = draw.cap(entry.cap(), 0, 2, false);
        unused =
            draw.text(
                entry.word(),
                Fonts.regular(16),
                Token.INK,
                CAPS,
                Draw.middle(Fonts.regular(16), 13));
      } finally {
        own.dispose();
      }
    }
  }
}
