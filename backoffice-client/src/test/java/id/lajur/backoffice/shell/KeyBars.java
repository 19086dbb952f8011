package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.KeyBar;
import id.lajur.kit.widget.KeyButton;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;

/** The keys at the foot of a screen, wherever a picture of it is taken. */
final class KeyBars {
  private KeyBars() {}

  /**
   * Every key that reaches into the foot of the screen stands in its bar, as high as on every other
   * screen; on the event thread.
   */
  static void assertOneHeight(Component screen, String picture) {
    int top = screen.getHeight() - KeyBar.HEIGHT + KeyBar.TOP;
    for (KeyButton key : keys(screen)) {
      Rectangle at = SwingUtilities.convertRectangle(key.getParent(), key.getBounds(), screen);
      if (at.y + at.height > screen.getHeight() - KeyBar.HEIGHT) {
        assertThat(List.of(at.y, at.height))
            .as("top and height of the key %s in %s", key.getText(), picture)
            .isEqualTo(List.of(top, KeyBar.KEY));
      }
    }
  }

  private static List<KeyButton> keys(Component in) {
    List<KeyButton> found = new ArrayList<>();
    if (in instanceof KeyButton key && key.isShowing()) {
      found.add(key);
    } else if (in instanceof Container inner && !(in instanceof JViewport)) {
      for (Component each : inner.getComponents()) {
        found.addAll(keys(each));
      }
    }
    return found;
  }
}
