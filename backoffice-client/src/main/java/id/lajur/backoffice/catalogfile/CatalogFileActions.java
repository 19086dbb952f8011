package id.lajur.backoffice.catalogfile;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** What the import needs of this PC and of the store; the store's no is a ServerRefusal. */
interface CatalogFileActions {
  /** Reads a file of this PC; never fails, the pieces tell what is wrong. */
  CompletableFuture<Catalog.Pieces> read(Path file);

  /** A name for a file on its way, known to nobody else. */
  String newUpload();

  /**
   * @param part from 1; one that comes again replaces itself
   */
  CompletableFuture<Void> upload(String upload, int part, byte[] content);

  /** What stands in the first line of what was sent. */
  CompletableFuture<Catalog.Heads> heads(String upload, int parts);

  /** Judges what was sent; writes nothing. */
  CompletableFuture<Catalog.Report> trial(String upload, int parts, Catalog.Rules rules);

  /** Brings what was sent into the catalogue: all of it, or nothing. */
  CompletableFuture<Catalog.Counts> write(
      String upload, int parts, Catalog.Rules rules, String fileName);
}
