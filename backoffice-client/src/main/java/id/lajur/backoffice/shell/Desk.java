package id.lajur.backoffice.shell;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.table.TableChoices;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
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

  /** The refusal that a call has failed with; a fault of this program is written, and told so. */
  public static ServerRefusal refusal(Throwable failure) {
    return ServerRefusal.in(failure);
  }

  /**
   * Takes an answer where it is shown. What then fails in the screen itself is written, and shown
   * there as a refusal is: whoever waits for the answer waits no longer. A call that was cancelled
   * has no answer.
   *
   * @param ui the event thread
   */
  public static <R> void take(
      CompletableFuture<R> call,
      Consumer<R> answered,
      Consumer<ServerRefusal> refused,
      Executor ui) {
    Faults.then(
        call,
        (answer, failure) -> {
          if (failure != null) {
            if (!(Faults.causeOf(failure) instanceof CancellationException)) {
              refused.accept(refusal(failure));
            }
            return;
          }
          try {
            answered.accept(answer);
          } catch (RuntimeException fault) {
            refused.accept(ServerRefusal.ofFault(fault));
          }
        },
        ui);
  }
}
