package id.lajur.backoffice.shell;

import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * How a desk calls its store: beside the event thread, and said in the window while there is no
 * answer.
 *
 * @param background where calls are made
 * @param ui the event thread
 * @param awaited shows what has no answer yet
 */
record Calls(Executor background, Executor ui, Awaited awaited) {
  /**
   * Makes a call that changes nothing; fails with a {@link ServerRefusal}. Whoever cancels the
   * answer, or gives it up in the window, ends the call at the server too.
   *
   * @param canBeGivenUp whether the window offers that
   */
  <R> CompletableFuture<R> ask(Supplier<R> call, boolean canBeGivenUp) {
    Context.CancellableContext calls = Context.ROOT.withCancellation();
    CompletableFuture<R> answer = CompletableFuture.supplyAsync(in(calls, call), background).copy();
    CompletableFuture<R> unused = answer.whenComplete((given, failure) -> calls.cancel(null));
    if (!canBeGivenUp) {
      return shown(Awaited.Kind.SAVING, answer, () -> {});
    }
    return shown(
        Awaited.Kind.READING,
        answer,
        () -> {
          boolean unusedToo = answer.completeExceptionally(ServerRefusal.givenUp());
        });
  }

  /** Makes a call that does something: nobody gives it up. */
  <R> CompletableFuture<R> command(Supplier<R> call) {
    return shown(Awaited.Kind.SAVING, CompletableFuture.supplyAsync(call, background), () -> {});
  }

  /** Shows that something is awaited until it has come to its end. */
  <R> CompletableFuture<R> shown(Awaited.Kind kind, CompletableFuture<R> answer, Runnable giveUp) {
    ui.execute(
        () -> {
          Runnable end = awaited.begins(kind, giveUp);
          CompletableFuture<R> unused = answer.whenComplete((given, failure) -> ui.execute(end));
        });
    return answer;
  }

  /** The same work, with its calls made in a context. */
  static <R> Supplier<R> in(Context calls, Supplier<R> work) {
    return () -> {
      Context before = calls.attach();
      try {
        return work.get();
      } finally {
        calls.detach(before);
      }
    };
  }
}
