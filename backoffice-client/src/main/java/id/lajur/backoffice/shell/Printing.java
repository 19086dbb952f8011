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
import java.util.concurrent.Executor;

/** The way of a document to paper: a PDF, opened in the program that this machine prints from. */
public final class Printing {
  private Printing() {}

  /**
   * Makes the PDF and opens it.
   *
   * @param name what the file's name begins with
   * @return whether it could: the disk may be full, and a machine may have no program for PDFs
   */
  public static CompletableFuture<Boolean> open(
      TabularDocument document, Formats formats, String name, Executor background) {
    return open(name, file -> FileKind.PDF.save(document, formats, file), background);
  }

  /**
   * As above, of labels for the shelf.
   *
   * @param labels at least one
   */
  public static CompletableFuture<Boolean> labels(
      List<ShelfLabels.Label> labels,
      ShelfLabels.Paper paper,
      Formats formats,
      Executor background) {
    return open("lajur-label-", file -> ShelfLabels.save(labels, paper, formats, file), background);
  }

  private interface Written {
    void to(Path file) throws IOException;
  }

  private static CompletableFuture<Boolean> open(String name, Written paper, Executor background) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Path file = Files.createTempFile(name, ".pdf");
            paper.to(file);
            Platform.open(file);
            return true;
          } catch (IOException e) {
            return false;
          }
        },
        background);
  }
}
