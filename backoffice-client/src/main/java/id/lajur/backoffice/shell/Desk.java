package id.lajur.backoffice.shell;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.table.TableChoices;
import io.grpc.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
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
 * @param awaited shows what has no answer yet
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
    Opener opener,
    Awaited awaited) {
  /** Whether what is asked now shows what was just kept. */
  private static final Context.Key<Boolean> AFTER_KEEPING =
      Context.keyWithDefault("after keeping", false);

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

  /** A file as it is written. */
  @FunctionalInterface
  public interface Writing<R> {
    /**
     * Writes it.
     *
     * @param stopped whether it was given up meanwhile
     * @throws CancellationException it was, and nothing of it stays
     */
    R write(BooleanSupplier stopped) throws IOException;
  }

  /**
   * Asks for something that changes nothing; fails with a {@link ServerRefusal}. Whoever cancels
   * the answer, or gives it up in the window, ends the call at the server too. What is asked {@link
   * #afterKeeping} is no more given up in the window than the command before it.
   */
  public <R> CompletableFuture<R> ask(Supplier<R> call) {
    return calls().ask(told(() -> connection.ask(call)), !AFTER_KEEPING.get());
  }

  private Calls calls() {
    return new Calls(background, ui, awaited);
  }

  /**
   * Shows that something is read in more steps than one, as one thing; what they ask is asked of
   * the {@link #unseen} desk. On the event thread. {@link #afterKeeping} nobody gives it up.
   *
   * @param giveUp reads no more of it
   * @return tells its end
   */
  public Runnable reading(Runnable giveUp) {
    return AFTER_KEEPING.get()
        ? awaited.begins(Awaited.Kind.SAVING, () -> {})
        : awaited.begins(Awaited.Kind.READING, giveUp);
  }

  /**
   * Asks for what a command has left. Nobody gives that up in the window: the screen would show
   * what was before, and whoever stopped it would think that nothing was kept.
   *
   * @param asks begins it, on this thread
   */
  public static void afterKeeping(Runnable asks) {
    Context.current().withValue(AFTER_KEEPING, true).run(asks);
  }

  /** As {@link #afterKeeping}, where the answer is taken elsewhere. */
  public static <R> CompletableFuture<R> askAfterKeeping(Supplier<CompletableFuture<R>> asks) {
    return Calls.in(Context.current().withValue(AFTER_KEEPING, true), asks).get();
  }

  /**
   * Has the server do something; the request that the supplier sends must be the same each time.
   */
  public <R> CompletableFuture<R> command(Supplier<R> call) {
    return calls().command(told(() -> connection.command(call)));
  }

  /**
   * Writes a file beside the event thread; fails with what it throws, an {@link IOException} as an
   * {@link UncheckedIOException}, and given up in the window with a {@link ServerRefusal} that says
   * so, once it has come to its end.
   */
  public <R> CompletableFuture<R> write(Writing<R> writing) {
    var stopped = new AtomicBoolean();
    return calls()
        .shown(
            Awaited.Kind.WRITING,
            CompletableFuture.supplyAsync(
                () -> {
                  try {
                    return writing.write(stopped::get);
                  } catch (CancellationException e) {
                    throw ServerRefusal.givenUp();
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                },
                background),
            () -> stopped.set(true));
  }

  /**
   * This desk, its window told of nothing that is awaited: for requests whose screen says itself
   * how far it is, and ends them itself.
   */
  public Desk unseen() {
    return new Desk(
        connection, who, store, background, ui, clock, choices, refused, opener, Awaited.UNSEEN);
  }

  private <R> Supplier<R> told(Supplier<R> call) {
    return () -> {
      try {
        return call.get();
      } catch (ServerRefusal refusal) {
        refused.accept(refusal);
        throw refusal;
      }
    };
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
