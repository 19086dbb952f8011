package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
  private final List<String> said = new ArrayList<>();
  private final WorkQueue work =
      new WorkQueue(Runnable::run, (delay, act) -> {}, () -> true, () -> {});

  private void refused(LaneRefusal refusal) {
    said.add(refusal.reason());
    assertThat(refusal.id()).matches("[0-9a-f]{8}");
  }

  @Test
  void anActThatCannotBeginHoldsUpNone() {
    work.<String>add(
        () -> {
          throw new IllegalStateException("closing");
        },
        said::add,
        this::refused);
    work.add(() -> CompletableFuture.completedFuture("done"), said::add, this::refused);

    assertThat(said).containsExactly(LaneRefusal.PROGRAM_FAULT, "done");
    assertThat(work.isBusy()).isFalse();
  }

  @Test
  void anAnswerThatCannotBeShownIsSaidAndTheNextActIsBegun() {
    var first = new CompletableFuture<String>();
    work.add(
        () -> first,
        answer -> {
          throw new IllegalStateException("cannot show " + answer);
        },
        this::refused);
    work.add(() -> CompletableFuture.completedFuture("done"), said::add, this::refused);
    first.complete("it");

    assertThat(said).containsExactly(LaneRefusal.PROGRAM_FAULT, "done");
  }

  @Test
  void whatCannotEvenBeSaidHoldsUpNone() {
    var first = new CompletableFuture<String>();
    work.add(
        () -> first,
        said::add,
        refusal -> {
          throw new IllegalStateException("cannot show " + refusal.reason());
        });
    work.add(() -> CompletableFuture.completedFuture("done"), said::add, this::refused);
    first.completeExceptionally(new LaneRefusal("BUSY", java.util.Map.of()));

    assertThat(said).containsExactly("done");
  }
}
