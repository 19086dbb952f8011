package id.lajur.kit.table;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.window.EnlargedFileChooser;
import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Files that a table is saved to, and its way to paper; written beside the event thread. */
final class TableFiles {
  private static final Logger log = LoggerFactory.getLogger(TableFiles.class);

  private final Component over;
  private final Texts texts;
  private final Told told;
  private final Executor beside;

  /** A thread for each file, so that one on a slow disk holds up no other. */
  static final Executor BESIDE =
      task -> {
        var thread = new Thread(task, "table-file");
        thread.setDaemon(true);
        thread.start();
      };

  /** Whoever waits for a file; told on the event thread. */
  interface Told {
    /**
     * @param stop gives it up: nothing of it stays
     */
    void writes(Runnable stop);

    /**
     * @param stop as it was told when it began
     * @param sentence what became of it, done or not
     */
    void ended(Runnable stop, String sentence);
  }

  /**
   * @param beside where files are written
   */
  TableFiles(Component over, Texts texts, Told told, Executor beside) {
    this.over = over;
    this.texts = texts;
    this.told = told;
    this.beside = beside;
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
      save(document, formats, file, kindOf(file, chosen));
    }
  }

  /** Writes the whole file, or leaves what was there. */
  void save(TabularDocument document, Formats formats, Path file, FileKind kind) {
    beside(
        stopped -> {
          kind.save(document.until(stopped), formats, file);
          return texts.get("saved", Map.of("file", file.toString()));
        });
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
    print(document, formats, Platform::open);
  }

  /** What opens a file. */
  interface Opener {
    void open(Path file) throws IOException;
  }

  void print(TabularDocument document, Formats formats, Opener opener) {
    beside(
        stopped -> {
          Path file = Files.createTempFile("lajur-", ".pdf");
          try {
            FileKind.PDF.save(document.until(stopped), formats, file);
          } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
          }
          try {
            opener.open(file);
          } catch (IOException | RuntimeException e) {
            log.warn("{} is not opened", file, e);
            return texts.get("notOpened", Map.of("file", file.toString()));
          }
          return texts.get("printing");
        });
  }

  private interface Writing {
    String write(BooleanSupplier stopped) throws IOException;
  }

  private void beside(Writing writing) {
    var stopped = new AtomicBoolean();
    Runnable stop = () -> stopped.set(true);
    told.writes(stop);
    beside.execute(
        () -> {
          String sentence = sentenceOf(writing, stopped::get);
          SwingUtilities.invokeLater(() -> told.ended(stop, sentence));
        });
  }

  /** Whatever comes of it: nobody waits for a file that nobody writes any more. */
  private String sentenceOf(Writing writing, BooleanSupplier stopped) {
    try {
      return writing.write(stopped);
    } catch (CancellationException e) {
      return texts.get("stopped");
    } catch (AccessDeniedException | NoSuchFileException e) {
      return texts.get("notSavedThere", Map.of("file", String.valueOf(e.getFile())));
    } catch (IOException e) {
      return texts.get("notSaved", Map.of("why", String.valueOf(e.getMessage())));
    } catch (RuntimeException | Error fault) {
      return texts.get("notSavedFault", Map.of("id", Faults.note(fault)));
    }
  }
}
