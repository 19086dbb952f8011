package id.lajur.backoffice.catalogfile;

import id.lajur.kit.window.EnlargedFileChooser;
import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;

/** Asks for a file; begins in the folder that was chosen last. */
final class OpenDialog {
  private final JFileChooser chooser = new EnlargedFileChooser();

  /**
   * @return empty when nobody wants one
   */
  Optional<Path> ask(Component over) {
    return chooser.showOpenDialog(over) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }
}
