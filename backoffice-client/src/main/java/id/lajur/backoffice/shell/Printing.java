package id.lajur.backoffice.shell;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;

/** The way of a document to paper: a PDF, opened in the program that this machine prints from. */
public final class Printing {
  private Printing() {}

  /**
   * Makes the PDF and opens it.
   *
   * @param name what the file's name begins with
   * @return whether it could: the disk may be full, and a machine may have no program for PDFs;
   *     fails where somebody gave it up
   */
  public static CompletableFuture<Boolean> open(
      TabularDocument document, Formats formats, String name, Desk desk) {
    return open(
        name, (file, stopped) -> FileKind.PDF.save(document.until(stopped), formats, file), desk);
  }

  /**
   * As above, of labels for the shelf.
   *
   * @param labels at least one
   */
  public static CompletableFuture<Boolean> labels(
      List<ShelfLabels.Label> labels, ShelfLabels.Paper paper, Formats formats, Desk desk) {
    return open(
        "lajur-label-",
        (file, stopped) -> ShelfLabels.save(labels, paper, formats, file, stopped),
        desk);
  }

  private interface Written {
    void to(Path file, BooleanSupplier stopped) throws IOException;
  }

  private static CompletableFuture<Boolean> open(String name, Written paper, Desk desk) {
    return desk.write(
        stopped -> {
          try {
            Path file = Files.createTempFile(name, ".pdf");
            write(paper, file, stopped);
            Platform.open(file);
            return true;
          } catch (IOException e) {
            return false;
          }
        });
  }

  /** Writes all of it, or leaves no file. */
  private static void write(Written paper, Path file, BooleanSupplier stopped) throws IOException {
    try {
      paper.to(file, stopped);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }
}
