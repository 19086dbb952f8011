package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import id.lajur.kit.widget.Surface;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.event.ActionEvent;
import java.awt.event.MouseAdapter;
import javax.swing.AbstractAction;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;

/**
 * The question before something typed would be lost; it lies over the window until it is answered.
 */
final class UnsavedCard extends JPanel {
  private static final int SHADE = 90; // of 255

  private final KeyButton stay;

  /**
   * @param texts of the window, whose language the words are in
   */
  UnsavedCard(Unsaved unsaved, Texts texts) {
    super(new MigLayout("insets 20, fill", "[grow]", "[grow]"));
    Texts words = Texts.of(UnsavedCard.class, "unsaved", texts.language());
    setName("unsaved");
    setOpaque(false);
    addMouseListener(new MouseAdapter() {}); // nothing below is touched meanwhile
    var card =
        new Surface(new MigLayout("insets 22 26 20 26, gap 10, wrap 1", "[grow,fill,::600]"));
    card.border(Token.AMBER, 2);
    var title = new JLabel(words.get("title"));
    title.setFont(Fonts.bold(20));
    var lead = new JLabel("<html>" + words.get("lead"));
    lead.setFont(Fonts.regular(16));
    lead.setForeground(Token.INK2.color());
    boolean canSave = unsaved.canSave();
    this.stay =
        new KeyButton(
            canSave ? KeyButton.Look.PLAIN : KeyButton.Look.MAIN,
            "Esc",
            "",
            words.get("stay"),
            unsaved::stay);
    var discard =
        new KeyButton(KeyButton.Look.PLAIN, "F8", "", words.get("discard"), unsaved::discard);
    stay.setName("unsaved.stay");
    discard.setName("unsaved.discard");
    var keys =
        new JPanel(
            new MigLayout("insets 12 0 0 0, gap 10, fillx", "[][grow,fill][]", "[58!,fill]"));
    keys.setOpaque(false);
    keys.add(discard);
    keys.add(stay);
    if (canSave) {
      var save = new KeyButton(KeyButton.Look.MAIN, "F12", "", words.get("save"), unsaved::save);
      save.setName("unsaved.save");
      keys.add(save);
      key("F12", unsaved::save);
    }
    card.add(title);
    card.add(lead, "wmin 0");
    card.add(keys);
    add(card, "center");
    key("ESCAPE", unsaved::stay);
    key("F8", unsaved::discard);
  }

  /** Before the keys of the screen below, as the focus is here. */
  private void key(String stroke, Runnable act) {
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(stroke), stroke);
    getActionMap()
        .put(
            stroke,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                act.run();
              }
            });
  }

  void focus() {
    boolean unused = stay.requestFocusInWindow();
  }

  @Override
  protected void paintComponent(Graphics g) {
    g.setColor(new Color(0, 0, 0, SHADE));
    g.fillRect(0, 0, getWidth(), getHeight());
  }
}
