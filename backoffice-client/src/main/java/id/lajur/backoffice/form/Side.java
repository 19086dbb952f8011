package id.lajur.backoffice.form;

import com.formdev.flatlaf.FlatClientProperties;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.Surface;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.util.List;
import java.util.function.Function;
import javax.swing.BorderFactory;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.ScrollPaneConstants;
import javax.swing.Scrollable;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The card beside a list: facts about the marked row, or the fields of what is being changed. */
public final class Side extends JPanel {
  private static final int FIELD = 44;
  private static final int FACT = 420; // px, from its word to the end of its value

  private final JPanel inside = new Tall();
  private final JPanel foot =
      new JPanel(new MigLayout("insets 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));

  private List<Object> atFirst = List.of();

  public Side() {
    super(new BorderLayout());
    setOpaque(false);
    inside.setOpaque(false);
    foot.setOpaque(false);
    var scroll =
        new JScrollPane(
            inside,
            ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
            ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.setBorder(BorderFactory.createEmptyBorder());
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.getVerticalScrollBar().setUnitIncrement(24);
    var card =
        new Surface(
            new MigLayout(
                "insets 18 20 16 8, fill, gap 0, wrap 1, hidemode 3",
                "[grow,fill]",
                "[grow,fill][]"));
    card.add(scroll, "wmin 0");
    card.add(foot, "gaptop 10, gapright 12, wmin 0, hmin pref");
    add(card, BorderLayout.CENTER);
  }

  /** As wide as the card, as tall as it needs. */
  private static final class Tall extends JPanel implements Scrollable {
    Tall() {
      super(new MigLayout("insets 0 0 0 12, gap 0, wrap 1, fillx, hidemode 3", "[grow,fill]"));
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
      return false;
    }
  }

  /** Begins anew under a title. */
  public void begin(String title) {
    inside.removeAll();
    foot.removeAll();
    JTextArea heading = paragraph(title, Token.INK);
    heading.setFont(Fonts.bold(20));
    inside.add(heading, "wmin 0, gapbottom 4");
  }

  /** Puts what was added on the screen. */
  public void end() {
    atFirst = FieldValues.in(inside);
    revalidate();
    repaint();
  }

  /** Whether something stands in its fields that was not there when they were made. */
  public boolean isTyped() {
    return !FieldValues.in(inside).equals(atFirst);
  }

  /** A sentence, in as many rows as it needs. */
  public void text(String words) {
    inside.add(paragraph(words, Token.INK2), "wmin 0, gaptop 4, gapbottom 6");
  }

  private static JTextArea paragraph(String words, Token ink) {
    var text = new JTextArea(words);
    text.setFont(Fonts.regular(16));
    text.setForeground(ink.color());
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setEditable(false);
    text.setFocusable(false);
    text.setOpaque(false);
    text.setBorder(BorderFactory.createEmptyBorder());
    return text;
  }

  /** A heading of what follows. */
  public void heading(String words) {
    var label = new JLabel(words);
    label.setFont(Fonts.semiBold(16));
    inside.add(label, "wmin 0, gaptop 14, gapbottom 4");
  }

  /** A fact: its word left, its value right; where both have no room, the value is below. */
  public void fact(String word, String value) {
    inside.add(new Fact(word, value), "wmin 0, wmax " + FACT + ", gaptop 6");
  }

  public JTextField field(String name, String label, String value) {
    return put(new JTextField(value), name, label);
  }

  /**
   * A field that shows what may stand in it while it is empty.
   *
   * @param example as it is said: mis. L01
   */
  public JTextField field(String name, String label, String value, String example) {
    JTextField field = field(name, label, value);
    field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, example);
    return field;
  }

  /** A field whose contents nobody reads over a shoulder. */
  public JPasswordField secret(String name, String label) {
    return put(new JPasswordField(), name, label);
  }

  /** One of several. */
  public <T> JComboBox<T> choice(
      String name, String label, List<T> all, @Nullable T chosen, Function<T, String> words) {
    var box = new JComboBox<T>();
    all.forEach(box::addItem);
    box.setSelectedItem(chosen);
    box.setRenderer(
        new DefaultListCellRenderer() {
          @Override
          @SuppressWarnings("unchecked")
          public Component getListCellRendererComponent(
              JList<?> list, @Nullable Object value, int index, boolean selected, boolean focused) {
            String shown = value == null ? "" : words.apply((T) value);
            return super.getListCellRendererComponent(list, shown, index, selected, focused);
          }
        });
    return put(box, name, label);
  }

  /** What is so or not. */
  public JCheckBox box(String name, String words, boolean ticked) {
    var box = new JCheckBox(words, ticked);
    box.setName(name);
    box.setFont(Fonts.regular(16));
    box.setOpaque(false);
    below(box, "gaptop 14");
    return box;
  }

  private <C extends JComponent> C put(C field, String name, String label) {
    field.setName(name);
    if (field instanceof JTextField text) {
      text.addActionListener(event -> text.transferFocus());
    }
    field.setFont(Fonts.regular(17));
    var word = new JLabel(label);
    word.setFont(Fonts.semiBold(15));
    word.setForeground(Token.INK2.color());
    word.setLabelFor(field);
    inside.add(word, "wmin 0, gaptop 12, gapbottom 4");
    inside.add(field, "wmin 0, h " + FIELD + "!");
    return field;
  }

  /** Anything else, below what is there. */
  public void below(JComponent component, String constraints) {
    inside.add(component, "wmin 0, " + constraints);
  }

  /** What stays at the foot of the card while the rest scrolls. */
  public void foot(JComponent component) {
    foot.add(component, "wmin 0");
  }
}
