package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What counting needs of the store; each answer comes on a thread of its own. */
interface CountActions {
  /**
   * Open ones first, then the newest.
   *
   * @param token where to read on; empty = from the first
   */
  CompletableFuture<Page<Counts.Head>> counts(String token);

  CompletableFuture<List<Counts.Department>> departments();

  CompletableFuture<Counts.Sheet> count(String id);

  /**
   * Begins a count; gives its id.
   *
   * @param department whose goods are on the sheet; empty = whatever is scanned
   */
  CompletableFuture<String> begin(String name, String department);

  /** Brings in a figure; {@code typed} has a code. */
  CompletableFuture<Counts.Line> figure(String id, Typed typed);

  /** Posts the differences; gives how many there were. */
  CompletableFuture<Integer> post(String id);

  CompletableFuture<Void> cancel(String id);
}
