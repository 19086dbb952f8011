package id.lajur.backoffice.stock;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Acts in the order in which they were asked for, the next one when the one before is answered or
 * has failed: scans come faster than answers, and a figure that replaces another must come after
 * it.
 */
final class InTurn {
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  <R> CompletableFuture<R> act(Supplier<CompletableFuture<R>> asked) {
    CompletableFuture<R> next =
        last.handle((given, failure) -> true).thenCompose(before -> asked.get());
    last = next;
    return next;
  }
}
