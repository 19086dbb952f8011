package id.lajur.backoffice.shell;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.table.TableChoices;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every screen is given.
 *
 * @param background where calls are made
 * @param ui the event thread
 * @param choices what this operator has chosen of tables
 * @param refused told of each refusal, so that the window notices when nobody is signed on any more
 * @param opener opens another place of the rail
 */
public record Desk(
    StoreConnection connection,
    SignedOn who,
    StoreInfo store,
    Executor background,
    Executor ui,
    InstantSource clock,
    TableChoices choices,
    Consumer<ServerRefusal> refused,
    Opener opener) {
  /** Leads from one screen to another. */
  @FunctionalInterface
  public interface Opener {
    /**
     * Opens a place of the rail, where whoever is signed on may.
     *
     * @param place its key
     * @param what code of the thing to show there
     */
    void open(String place, String what);
  }

  /** Asks for something that changes nothing; fails with a {@link ServerRefusal}. */
  public <R> CompletableFuture<R> ask(Supplier<R> call) {
    return told(() -> connection.ask(call));
  }

  /**
   * Has the server do something; the request that the supplier sends must be the same each time.
   */
  public <R> CompletableFuture<R> command(Supplier<R> call) {
    return told(() -> connection.command(call));
  }

  private <R> CompletableFuture<R> told(Supplier<R> call) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return call.get();
          } catch (ServerRefusal refusal) {
            refused.accept(refusal);
            throw refusal;
          }
        },
        background);
  }

  /** The refusal that a call has failed with. */
  public static ServerRefusal refusal(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof ServerRefusal refusal) {
      return refusal;
    }
    throw new IllegalStateException("a call failed by itself", cause);
  }
}
