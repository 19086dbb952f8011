package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** Files of a desk; what it asks of the store needs one, and is tested there. */
class DeskTest {
  private final List<Runnable> beside = new ArrayList<>();
  private final List<Runnable> alarms = new ArrayList<>();
  private final Waits waits = new Waits((pause, act) -> alarms.add(act));
  private final Desk desk = desk();

  @SuppressWarnings("NullAway") // nothing here asks the store
  private Desk desk() {
    return new Desk(
        null,
        new SignedOn("401", "Rina", "MANAGER", Language.ENGLISH, Set.of(), 15),
        OfficePresenterTest.STORE,
        beside::add,
        Runnable::run,
        InstantSource.fixed(Instant.EPOCH),
        TableChoices.NONE,
        refusal -> {},
        (place, what) -> {},
        waits);
  }

  private static String written(BooleanSupplier stopped) {
    if (stopped.getAsBoolean()) {
      throw new CancellationException();
    }
    return "laporan.pdf";
  }

  private void aSecondGoes() {
    alarms.forEach(Runnable::run);
  }

  @Test
  void aFileIsAwaitedUntilItIsThere() {
    CompletableFuture<String> file = desk.write(DeskTest::written);
    aSecondGoes();
    assertThat(waits.said()).contains(Awaited.Kind.WRITING);

    beside.forEach(Runnable::run);

    assertThat(file).isCompletedWithValue("laporan.pdf");
    assertThat(waits.isAny()).isFalse();
  }

  @Test
  void oneThatIsGivenUpIsAwaitedUntilItHasComeToItsEnd() {
    CompletableFuture<String> file = desk.write(DeskTest::written);
    aSecondGoes();

    waits.giveUp();
    assertThat(file).isNotDone();
    beside.forEach(Runnable::run);

    assertThat(Desk.refusal(file.handle((done, failure) -> failure).join()).isGivenUp()).isTrue();
    assertThat(waits.isAny()).isFalse();
  }

  @Test
  void whatTheDiskDoesNotTakeIsToldAsThat() {
    CompletableFuture<String> file =
        desk.write(
            stopped -> {
              throw new IOException("full");
            });
    beside.forEach(Runnable::run);

    assertThat(file.handle((done, failure) -> failure).join())
        .isInstanceOf(CompletionException.class)
        .hasCauseInstanceOf(UncheckedIOException.class);
    assertThat(waits.isAny()).isFalse();
  }

  @Test
  void whatAScreenShowsItselfIsNotSaidTwice() {
    CompletableFuture<String> unused = desk.unseen().write(DeskTest::written);
    aSecondGoes();

    assertThat(waits.isAny()).isFalse();
  }

  @Test
  void whatIsAskedAfterACommandIsNotGivenUp() {
    var given = new ArrayList<CompletableFuture<String>>();
    Desk.afterKeeping(() -> given.add(desk.ask(() -> "kept")));
    aSecondGoes();
    assertThat(waits.said()).contains(Awaited.Kind.SAVING);

    waits.giveUp();
    assertThat(given).noneMatch(CompletableFuture::isDone);

    CompletableFuture<String> later = desk.ask(() -> "read");
    aSecondGoes();
    given.get(0).complete("kept");
    assertThat(waits.said()).contains(Awaited.Kind.READING);
    waits.giveUp();
    assertThat(later).isCompletedExceptionally();
  }
}
