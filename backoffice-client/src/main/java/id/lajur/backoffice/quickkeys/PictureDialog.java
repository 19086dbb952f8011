package id.lajur.backoffice.quickkeys;

import id.lajur.kit.window.EnlargedFileChooser;
import java.awt.Component;
import java.nio.file.Path;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks for a picture; begins in the folder that was chosen last. */
final class PictureDialog {
  private final JFileChooser chooser = new EnlargedFileChooser();

  PictureDialog() {
    chooser.setFileFilter(new FileNameExtensionFilter("PNG, JPEG", "png", "jpg", "jpeg"));
  }

  /**
   * @return empty when nobody wants one
   */
  Optional<Path> ask(Component over) {
    return chooser.showOpenDialog(over) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chooser.getSelectedFile().toPath())
        : Optional.empty();
  }
}
