package id.lajur.backoffice.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What the window says of what it awaits; the second is given, not waited for. */
class WaitsTest {
  private final List<Runnable> alarms = new ArrayList<>();
  private final Waits waits = new Waits(this::later);
  private final AtomicInteger told = new AtomicInteger();
  private final AtomicInteger givenUp = new AtomicInteger();

  private void later(Duration pause, Runnable act) {
    assertThat(pause).isEqualTo(Duration.ofSeconds(1));
    alarms.add(act);
  }

  private void aSecondGoes() {
    List.copyOf(alarms).forEach(Runnable::run);
    alarms.clear();
  }

  private Runnable begins(Awaited.Kind kind) {
    return waits.begins(kind, givenUp::incrementAndGet);
  }

  @Test
  void nothingIsSaidOfWhatIsAnsweredWithinASecond() {
    waits.watch(told::incrementAndGet);
    Runnable end = begins(Awaited.Kind.READING);
    assertThat(waits.isAny()).isTrue();
    assertThat(waits.said()).isEmpty();

    end.run();
    aSecondGoes();

    assertThat(waits.isAny()).isFalse();
    assertThat(waits.said()).isEmpty();
    end.run();
    assertThat(told).as("its beginning, its end and the second, each once").hasValue(3);
  }

  @Test
  void afterASecondItIsSaidUntilItEnds() {
    Runnable end = begins(Awaited.Kind.WRITING);
    aSecondGoes();
    assertThat(waits.said()).contains(Awaited.Kind.WRITING);

    end.run();

    assertThat(waits.said()).isEmpty();
  }

  @Test
  void whatCannotBeTakenBackIsSaidBeforeAllElseAndGoesOn() {
    begins(Awaited.Kind.READING);
    Runnable saved = begins(Awaited.Kind.SAVING);
    aSecondGoes();
    assertThat(waits.said()).contains(Awaited.Kind.SAVING);

    waits.giveUp();
    assertThat(givenUp).hasValue(0);
    saved.run();
    assertThat(waits.said()).contains(Awaited.Kind.READING);
    waits.giveUp();

    assertThat(givenUp).hasValue(1);
  }

  @Test
  void onlyWhatIsSaidIsGivenUp() {
    begins(Awaited.Kind.READING);
    begins(Awaited.Kind.READING);
    begins(Awaited.Kind.WRITING);
    aSecondGoes();
    begins(Awaited.Kind.READING);

    waits.giveUp();

    assertThat(givenUp).as("the two that have gone for a second").hasValue(2);
  }
}
