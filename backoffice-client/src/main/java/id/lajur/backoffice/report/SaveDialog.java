package id.lajur.backoffice.report;

import id.lajur.kit.window.EnlargedFileChooser;
import java.awt.Component;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;

/** Asks where a file shall lie; begins in the folder that was chosen last. */
final class SaveDialog {
  private final JFileChooser chooser = new EnlargedFileChooser();

  /**
   * @param name that is proposed
   * @return empty when nobody wants it saved
   */
  Optional<Path> ask(Component over, String name) {
    chooser.setSelectedFile(new File(chooser.getCurrentDirectory(), name));
    return chooser.showSaveDialog(over) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }
}
