package id.lajur.kit.table;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.window.EnlargedFileChooser;
import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Files that a table is saved to, and its way to paper; written beside the event thread. */
final class TableFiles {
  private final Component over;
  private final Texts texts;
  private final Consumer<String> tell;

  /**
   * @param tell told on the event thread what became of it, in a sentence
   */
  TableFiles(Component over, Texts texts, Consumer<String> tell) {
    this.over = over;
    this.texts = texts;
    this.tell = tell;
  }

  /** Asks for a file; its end decides what is written. */
  void export(TabularDocument document, Formats formats, String title) {
    var chooser = new EnlargedFileChooser();
    chooser.setDialogTitle(texts.get("export"));
    chooser.setAcceptAllFileFilterUsed(false);
    for (FileKind kind : new FileKind[] {FileKind.XLSX, FileKind.CSV, FileKind.PDF}) {
      String name = kind.suffix().toUpperCase(Locale.ROOT);
      chooser.addChoosableFileFilter(new FileNameExtensionFilter(name, kind.suffix()));
    }
    chooser.setSelectedFile(new File(title.replaceAll("[^\\p{L}\\p{N} _-]", "").strip()));
    if (chooser.showSaveDialog(over) == JFileChooser.APPROVE_OPTION) {
      FileKind chosen = chosen(chooser);
      Path file = withSuffix(chooser.getSelectedFile().toPath(), chosen);
      beside(
          () -> {
            kindOf(file, chosen).save(document, formats, file);
            return texts.get("saved", Map.of("file", file.toString()));
          });
    }
  }

  private static FileKind chosen(JFileChooser chooser) {
    if (chooser.getFileFilter() instanceof FileNameExtensionFilter filter) {
      for (FileKind kind : FileKind.values()) {
        if (kind.suffix().equals(filter.getExtensions()[0])) {
          return kind;
        }
      }
    }
    return FileKind.XLSX;
  }

  static FileKind kindOf(Path file, FileKind otherwise) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    for (FileKind kind : FileKind.values()) {
      if (name.endsWith("." + kind.suffix())) {
        return kind;
      }
    }
    return otherwise;
  }

  /** The file with the end of its kind, if it has none of ours. */
  static Path withSuffix(Path file, FileKind kind) {
    String name = String.valueOf(file.getFileName());
    boolean has =
        kindOf(file, FileKind.XLSX) == kindOf(file, FileKind.CSV); // found, whatever the default
    return has ? file : file.resolveSibling(name + "." + kind.suffix());
  }

  /** Makes a PDF and opens it where the machine prints from. */
  void print(TabularDocument document, Formats formats) {
    beside(
        () -> {
          Path file = Files.createTempFile("lajur-", ".pdf");
          FileKind.PDF.save(document, formats, file);
          Platform.open(file);
          return texts.get("printing");
        });
  }

  private interface Writing {
    String write() throws IOException;
  }

  private void beside(Writing writing) {
    var thread =
        new Thread(
            () -> {
              String said;
              try {
                said = writing.write();
              } catch (IOException e) {
                said = texts.get("notSaved", Map.of("why", String.valueOf(e.getMessage())));
              }
              String sentence = said;
              SwingUtilities.invokeLater(() -> tell.accept(sentence));
            },
            "table-file");
    thread.setDaemon(true);
    thread.start();
  }
}
