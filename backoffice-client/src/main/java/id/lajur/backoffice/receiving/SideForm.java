package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.FieldValues;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.KeyButton;
import java.awt.BorderLayout;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;

/**
 * A form in the right column: a title, fields under their words, and the way on beneath. What room
 * is left stands under the last field, so that a word is always nearest to its own.
 */
class SideForm extends JPanel implements Scrollable {
  private static final int UNDER = 3; // a field under its word, px
  private static final int BETWEEN = 9; // what is asked next, px

  private final Words words;
  private final JPanel ways =
      new JPanel(new MigLayout("insets 4 16 10 16, fillx, wrap 1, gapy 6", "[grow,fill]"));
  private Runnable onward = () -> {};
  private List<Object> atFirst = List.of();

  SideForm(Words words, String title) {
    super(new MigLayout("insets 12 16 4 16, fillx, wrap 1, hidemode 3, gapy 0", "[grow,fill]", ""));
    this.words = words;
    setOpaque(false);
    var head = new JLabel(words.get(title));
    head.setFont(Fonts.semiBold(18));
    add(head, "gapbottom 8");
  }

  final Words words() {
    return words;
  }

  /** A field under its word; Enter goes to the next. */
  final void put(String label, JComponent field) {
    var word = new JLabel(words.get(label));
    word.setFont(Fonts.regular(14));
    word.setForeground(Token.INK2.color());
    word.setLabelFor(field);
    add(word, "gapbottom " + UNDER);
    field.setFont(Fonts.regular(16));
    field.setName("receiving." + label);
    add(field, "h 36!, wmin 0, gapbottom " + BETWEEN);
    if (field instanceof JTextField text) {
      text.addActionListener(event -> text.transferFocus());
    }
  }

  /** Two fields beside each other. */
  final void pair(String left, JComponent one, String right, JComponent other) {
    var both =
        new JPanel(new MigLayout("insets 0, fillx, gap 8 " + UNDER, "[50%,fill,sg][50%,fill,sg]"));
    both.setOpaque(false);
    for (String label : new String[] {left, right}) {
      var word = new JLabel(words.get(label));
      word.setFont(Fonts.regular(14));
      word.setForeground(Token.INK2.color());
      both.add(word, label.equals(right) ? "wrap" : "");
    }
    for (JComponent field : new JComponent[] {one, other}) {
      field.setFont(Fonts.regular(16));
      both.add(field, "h 36!, wmin 0");
      if (field instanceof JTextField text) {
        text.addActionListener(event -> text.transferFocus());
      }
    }
    add(both, "wmin 0, gapbottom " + BETWEEN);
  }

  /** The way on and the way back, beneath the fields, where they always stand. */
  final void ways(String word, Runnable act, Runnable back) {
    ways("Ctrl+Enter", "ctrl ENTER", word, act, back);
  }

  /**
   * @param cap as it is written on the key that goes on
   * @param stroke that key; empty where a field takes it itself
   */
  final void ways(String cap, String stroke, String word, Runnable act, Runnable back) {
    onward = act;
    var on = KeyButton.main(cap, stroke, words.get(word), act);
    on.setFont(Fonts.semiBold(16));
    var off = new KeyButton(KeyButton.Look.PLAIN, "Esc", "ESCAPE", words.get("key.back"), back);
    ways.add(on, "h 46!, wmin 0");
    ways.add(off, "h 42!, wmin 0");
  }

  /** Goes on with what stands in the fields. */
  final void goOn() {
    onward.run();
  }

  /** What stands in the fields now is as it was read. */
  final void untouched() {
    atFirst = FieldValues.in(this);
  }

  final boolean isTyped() {
    return !FieldValues.in(this).equals(atFirst);
  }

  static JComboBox<NamedCode> choice() {
    var box = new JComboBox<NamedCode>();
    box.setMaximumRowCount(12);
    return box;
  }

  /** Its card: in a low window the fields scroll over the way on and the way back. */
  final JPanel card() {
    var scroll =
        new JScrollPane(
            this,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    ways.setOpaque(false);
    var card = new Card();
    card.add(scroll, BorderLayout.CENTER);
    card.add(ways, BorderLayout.SOUTH);
    return card;
  }

  private static final class Card extends JPanel {
    Card() {
      super(new BorderLayout());
      setOpaque(false);
      setBorder(BorderFactory.createEmptyBorder(1, 1, 1, 1));
    }

    @Override
    protected void paintComponent(Graphics g) {
      Graphics2D own = (Graphics2D) g.create();
      try {
        new Draw(own).card(new Rectangle(getWidth(), getHeight()));
      } finally {
        own.dispose();
      }
    }
  }

  @Override
  public Dimension getPreferredScrollableViewportSize() {
    return getPreferredSize();
  }

  @Override
  public int getScrollableUnitIncrement(Rectangle seen, int orientation, int direction) {
    return 24;
  }

  @Override
  public int getScrollableBlockIncrement(Rectangle seen, int orientation, int direction) {
    return seen.height;
  }

  @Override
  public boolean getScrollableTracksViewportWidth() {
    return true;
  }

  @Override
  public boolean getScrollableTracksViewportHeight() {
    return getParent() != null && getParent().getHeight() >= getPreferredSize().height;
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(316, super.getPreferredSize().height);
  }
}
