package id.lajur.backoffice.shell;

import id.lajur.kit.document.FileKind;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.kit.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            Path file = Files.createTempFile(name, ".pdf");
            FileKind.PDF.save(document, formats, file);
            Platform.open(file);
            return true;
          } catch (IOException e) {
            return false;
          }
        },
        background);
  }
}
