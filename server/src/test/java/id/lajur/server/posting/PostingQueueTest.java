package id.lajur.server.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PostingQueueTest {
  private final AtomicLong now = new AtomicLong();
  private final PostingQueue queue = new PostingQueue(now::get);

  /** A document that is only waited for. */
  private record Paper(boolean urgent, boolean alone) implements Document {
    @Override
    public Command command() {
      return new Command(UUID.randomUUID(), new byte[32], 1, 1, 1);
    }

    @Override
    public int weight() {
      return 10;
    }

    @Override
    public List<Claim<?>> claims() {
      return List.of();
    }

    @Override
    public byte[] post(Draft draft) {
      return new byte[0];
    }
  }

  private boolean offers(boolean urgent) {
    return offers(new Paper(urgent, false));
  }

  private boolean offers(Paper paper) {
    return queue.offer(new Posting.Waiting(paper, new CompletableFuture<>(), now.get()));
  }

  private void after(Duration time) {
    now.addAndGet(time.toNanos());
  }

  @Test
  void whileTheFirstHasWaitedTooLongNoMoreIsTaken() {
    assertThat(offers(true)).isTrue();
    after(Duration.ofSeconds(1));
    assertThat(offers(true)).isTrue();
    after(Duration.ofMillis(1));
    assertThat(offers(true)).isFalse();

    assertThat(queue.take()).hasSize(2);

    assertThat(offers(true)).isTrue();
    assertThat(queue.longest()).isEqualTo(2);
  }

  @Test
  void aSaleIsTakenWhilePartsOfALargeDocumentWait() {
    assertThat(offers(false)).isTrue();
    after(Duration.ofMinutes(1));

    assertThat(offers(true)).isTrue();
    assertThat(offers(false)).isTrue();
  }

  @Test
  void aDocumentThatPostsAloneIsPassedForASecondAndNotForEver() {
    Paper alone = new Paper(false, true);
    List<List<Paper>> groups = new ArrayList<>();
    assertThat(offers(alone)).isTrue();
    assertThat(offers(alone)).isTrue();
    for (int i = 0; i < 6; i++) {
      after(Duration.ofMillis(400));
      assertThat(offers(true)).isTrue();
      groups.add(takenPapers());
    }

    Paper sale = new Paper(true, false);
    assertThat(groups)
        .as("every other group, and what came meanwhile with the next")
        .containsExactly(
            List.of(sale),
            List.of(sale),
            List.of(alone),
            List.of(sale, sale),
            List.of(alone),
            List.of(sale, sale));
  }

  private List<Paper> takenPapers() {
    return queue.take().stream().map(waiting -> (Paper) waiting.document()).toList();
  }

  @Test
  void aFullQueueTakesNoMore() {
    for (int i = 0; i < 1_024; i++) {
      assertThat(offers(false)).isTrue();
    }

    assertThat(offers(false)).isFalse();
    assertThat(offers(true)).isFalse();
  }

  @Test
  void aClosedQueueGivesOutWhatItHasAndTakesNoMore() {
    assertThat(offers(true)).isTrue();
    queue.close();

    assertThat(offers(true)).isFalse();
    assertThat(queue.take()).hasSize(1);
    assertThat(queue.take()).isEmpty();
  }
}
