package id.lajur.kit.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final List<String> told = new ArrayList<>();

  @Test
  void aFaultInWhatFollowsAnAnswerIsTold() {
    Runnable end = Faults.watch(told::add);
    try {
      Faults.then(
          CompletableFuture.completedFuture("answer"),
          (answer, failure) -> {
            throw new IllegalStateException(answer);
          },
          Runnable::run);
    } finally {
      end.run();
    }
    Faults.tell(new IllegalStateException("nobody watches"));

    assertThat(told).singleElement().asString().matches("[0-9a-f]{8}");
  }

  @Test
  void aCallThatCannotBeginHasFailed() {
    List<Throwable> seen = new ArrayList<>();
    Faults.then(
        Faults.begun(
            () -> {
              throw new IllegalStateException("closing");
            }),
        (answer, failure) -> seen.add(failure),
        Runnable::run);

    assertThat(seen).singleElement().isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCauseIsWhatFailedFirst() {
    var fault = new IllegalStateException("first");
    assertThat(Faults.causeOf(new CompletionException(new CompletionException(fault))))
        .isSameAs(fault);
    assertThat(Faults.causeOf(fault)).isSameAs(fault);
  }
}
