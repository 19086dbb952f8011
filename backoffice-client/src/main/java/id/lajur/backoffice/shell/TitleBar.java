package id.lajur.backoffice.shell;

import id.lajur.kit.connection.LinkState;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.BusyLine;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.time.InstantSource;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * What is open, what stands beside it, what is awaited, whether the server is there, who works
 * here, the time. Whatever is awaited, it is as high as before, so that no screen moves.
 */
final class TitleBar extends JPanel {
  static final int BAR_HEIGHT = 56;
  private static final int NARROW = 1200;
  private static final int EDGE = 16;
  private static final int GAP = 14;

  private final InstantSource clock;
  private final Words title = new Words();
  private final Status status = new Status();
  private final WaitPane wait;
  private final BusyLine line = new BusyLine();
  private final JPanel besides = new JPanel(new BorderLayout());
  private @Nullable JComponent beside;

  /**
   * @param giveUp what the key beside what is awaited does
   */
  TitleBar(InstantSource clock, Runnable giveUp) {
    super(
        new MigLayout(
            "insets 0 " + EDGE + " 0 0, gap " + GAP + ", aligny center, hidemode 3",
            "[grow][][]",
            "[56!]"));
    this.clock = clock;
    this.wait = new WaitPane(giveUp);
    line.setName("wait.line");
    add(line, "pos 0 53 container.x2 56");
    title.setName("title");
    besides.setOpaque(false);
    add(title, "cell 0 0");
    add(besides, "cell 0 0, growx, wmin 0");
    add(wait, "cell 1 0");
    add(status, "cell 2 0, growy");
  }

  /** Shows what is awaited: a line at once where it is not quick, after a second its words. */
  void awaits(Waits waits, Texts texts) {
    line.busy(waits.isAny());
    wait.show(waits.said(), texts);
  }

  void show(OfficeState state, Texts texts, String words, @Nullable JComponent besideTitle) {
    title.show(words);
    wait.speak(texts);
    status.show(state, texts);
    if (beside != besideTitle) {
      besides.removeAll();
      beside = besideTitle;
      if (besideTitle != null) {
        besideTitle.setOpaque(false);
        besides.add(besideTitle);
      }
      revalidate();
    }
    repaint();
  }

  /**
   * What is awaited is read whole: where there is no room for it, what stands beside the title
   * gives way first, then the person's name.
   */
  @Override
  public void doLayout() {
    status.brief = false;
    besides.setVisible(beside != null && (!wait.isVisible() || room() >= wide(besides) + GAP));
    status.brief = wait.isVisible() && !besides.isVisible() && room() < 0;
    super.doLayout();
  }

  /** What is left beside the title, what is awaited and the status; below 0 there is too little. */
  private int room() {
    return getWidth() - EDGE - wide(title) - wide(wait) - wide(status) - 2 * GAP;
  }

  private static int wide(JComponent one) {
    return one.getPreferredSize().width;
  }

  /** The minute may be another one. */
  void tick() {
    status.repaint();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(Token.SURFACE.color());
    g.fillRect(0, 0, getWidth(), getHeight());
    g.setColor(Token.LINE.color());
    g.fillRect(0, getHeight() - 1, getWidth(), 1);
  }

  private static final class Words extends JComponent {
    private static final Font FONT = Fonts.bold(24);
    private String words = "";

    void show(String newWords) {
      words = newWords;
      revalidate();
      repaint();
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(Math.round(Draw.width(words, FONT)) + 4, BAR_HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        float unused =
            new Draw(own).text(words, FONT, Token.INK, 0, Draw.middle(FONT, BAR_HEIGHT / 2f));
      } finally {
        own.dispose();
      }
    }
  }

  /** Server, person and clock, from right to left as there is room. */
  private final class Status extends JComponent {
    private boolean brief; // without the person's name
    private @Nullable OfficeState state;
    private @Nullable Texts texts;

    void show(OfficeState newState, Texts newTexts) {
      state = newState;
      texts = newTexts;
      revalidate();
      repaint();
    }

    @Override
    public Dimension getPreferredSize() {
      return new Dimension(Math.round(pieces(null)), BAR_HEIGHT);
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        float unused = pieces(new Draw(own));
      } finally {
        own.dispose();
      }
    }

    /** Paints, or only measures; gives the width. */
    private float pieces(@Nullable Draw draw) {
      if (state == null || texts == null) {
        return 0;
      }
      Formats formats = state.store().formats(state.language());
      Font large = Fonts.bold(22);
      Font small = Fonts.regular(16);
      float right = getWidth() - 17f;
      float x = right;
      String time = formats.time(clock.instant());
      float middle = BAR_HEIGHT / 2f;
      x -= Draw.width(time, large);
      if (draw != null) {
        float unused = draw.text(time, large, Token.INK, x, Draw.middle(large, middle));
        draw.fill(Token.LINE, Math.round(x - 13), 18, 1, 20);
      }
      x -= 28;
      boolean narrow = getParent() != null && getParent().getWidth() < NARROW;
      if (state.who().isPresent() && !brief) {
        String name = state.who().get().name();
        x = piece(draw, Icon.PERSON, name, small, Token.INK2, x);
      }
      boolean well = state.link() == LinkState.GOOD;
      String link =
          texts.get(
              switch (state.link()) {
                case GOOD -> "link.good";
                case SLOW -> "link.slow";
                case AWAY -> "link.away";
              });
      Font font = well ? small : Fonts.semiBold(16);
      float before = x;
      x =
          piece(
              draw,
              Icon.SERVER,
              narrow && well ? "" : link,
              font,
              well ? Token.INK2 : Token.WARN,
              x);
      if (draw != null) {
        dot(draw.graphics(), before, x, well);
      }
      return right - x + 17;
    }

    private float piece(
        @Nullable Draw draw, Icon icon, String words, Font font, Token ink, float right) {
      float x = right - Draw.width(words, font);
      if (draw != null) {
        float unused = draw.text(words, font, ink, x, Draw.middle(font, BAR_HEIGHT / 2f));
        icon.paint(draw.graphics(), Token.INK2.color(), x - 27, 18, 20);
      }
      return x - 27 - 20;
    }

    private void dot(Graphics2D g, float before, float x, boolean well) {
      float at = x + 20 + 12;
      if (at < before) {
        g.setColor(Token.SURFACE.color());
        g.fill(new Ellipse2D.Float(at, 14, 12, 12));
        g.setColor(well ? Token.DOT.color() : Token.AMBER.color());
        g.fill(new Ellipse2D.Float(at + 2, 16, 8, 8));
      }
    }
  }
}
