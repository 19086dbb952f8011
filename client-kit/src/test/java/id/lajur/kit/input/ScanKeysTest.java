package id.lajur.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.KeyboardFocusManager;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;

class ScanKeysTest {
  private final List<String> scans = new ArrayList<>();
  private final JTextField field = new JTextField();
  private final ScanKeys keys = new ScanKeys(field, ScanSettings.USUAL, scans::add);
  private long nowMs = 5_000;

  @Test
  void aBurstReachesItsTakerAndNotTheField() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          type("8990000713043\n", 5);

          assertThat(scans).containsExactly("8990000713043");
          assertThat(field.getText()).isEmpty();
        });
  }

  @Test
  void typedKeysAreHandedBackInOrder() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          type("susu", 60);
          keys.uninstall();

          assertThat(field.getText()).isEqualTo("susu");
          assertThat(scans).isEmpty();
        });
  }

  @Test
  void aFunctionKeyIsNotHeld() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          var event =
              new KeyEvent(
                  field, KeyEvent.KEY_PRESSED, nowMs, 0, KeyEvent.VK_F8, KeyEvent.CHAR_UNDEFINED);

          assertThat(keys.dispatchKeyEvent(event)).isFalse();
        });
  }

  @Test
  void aScanInAnotherWindowIsNotOurs() throws Exception {
    SwingUtilities.invokeAndWait(
        () -> {
          var event =
              new KeyEvent(
                  new JTextField(), KeyEvent.KEY_TYPED, nowMs, 0, KeyEvent.VK_UNDEFINED, '8');

          assertThat(keys.dispatchKeyEvent(event)).isFalse();
        });
  }

  private void type(String text, int gapMs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int code = c == '\n' ? KeyEvent.VK_ENTER : KeyEvent.getExtendedKeyCodeForChar(c);
      play(KeyEvent.KEY_PRESSED, code, c);
      play(KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED, c);
      play(KeyEvent.KEY_RELEASED, code, c);
      nowMs += gapMs;
    }
  }

  private void play(int id, int code, char c) {
    var event = new KeyEvent(field, id, nowMs, 0, code, c);
    if (!keys.dispatchKeyEvent(event)) {
      KeyboardFocusManager.getCurrentKeyboardFocusManager().redispatchEvent(field, event);
    }
  }
}
