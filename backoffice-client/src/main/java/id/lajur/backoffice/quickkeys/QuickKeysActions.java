package id.lajur.backoffice.quickkeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What the screen of quick keys needs of the store; each fails with a ServerRefusal. */
interface QuickKeysActions {
  CompletableFuture<Pages> pages();

  /** Makes the pages these, and gives the new etag. */
  CompletableFuture<String> save(Pages pages);

  CompletableFuture<List<Goods>> search(String text);

  /** A key for each unit of an item that a lane can sell by, the base unit first. */
  CompletableFuture<List<Key>> keysOf(String itemCode);

  CompletableFuture<byte[]> picture(String name);

  /**
   * Makes a file small and keeps it.
   *
   * @return what names it; empty where it is no picture, or cannot be read
   */
  CompletableFuture<Optional<String>> keep(Path file);
}
