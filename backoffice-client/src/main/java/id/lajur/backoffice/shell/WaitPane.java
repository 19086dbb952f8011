package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Fonts;
import id.lajur.kit.theme.Token;
import id.lajur.kit.widget.KeyButton;
import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** What is awaited in words, and the button that gives it up where that can be. */
final class WaitPane extends JPanel {
  private final JLabel words = new JLabel();
  private final KeyButton giveUp;
  private Optional<Awaited.Kind> shown = Optional.empty();

  WaitPane(Runnable cancel) {
    super(new MigLayout("insets 0, hidemode 3, aligny center", "[]", "[40!]"));
    setName("wait");
    setOpaque(false);
    words.setName("wait.words");
    words.setFont(Fonts.semiBold(16));
    // Esc does it too where it means nothing else on the screen, which the button does not know.
    giveUp = new KeyButton(KeyButton.Look.PLAIN, "", "ESCAPE", "", cancel);
    giveUp.setName("wait.giveUp");
    add(words, "cell 0 0");
    add(giveUp, "cell 0 0, gapleft 10, h 40!");
    setVisible(false);
  }

  void speak(Texts texts) {
    words.setForeground(Token.INK2.color());
    giveUp.setText(texts.get("wait.giveUp"));
    shown.ifPresent(kind -> words.setText(texts.get("wait." + kind)));
  }

  void show(Optional<Awaited.Kind> kind, Texts texts) {
    if (!kind.equals(shown)) {
      shown = kind;
      kind.ifPresent(
          one -> {
            words.setText(texts.get("wait." + one));
            giveUp.setVisible(one.canBeGivenUp());
          });
      setVisible(kind.isPresent());
    }
  }
}
