package id.lajur.server.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PostingQueueTest {
  private static final int ROWS = 10;

  private final AtomicLong now = new AtomicLong();
  private final PostingQueue queue = new PostingQueue(now::get);

  /** A document that is only waited for. */
  private record Paper(boolean urgent, boolean alone, int weight, Command command)
      implements Document {
    Paper(boolean urgent, boolean alone, int weight) {
      this(urgent, alone, weight, command(1));
    }

    Paper(boolean urgent, boolean alone) {
      this(urgent, alone, ROWS);
    }

    static Command command(int terminal) {
      return new Command(UUID.randomUUID(), new byte[32], 1, terminal, 1);
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
    return answer(paper) != null;
  }

  private @Nullable CompletableFuture<byte[]> answer(Paper paper) {
    return queue.offer(new Posting.Waiting(paper, new CompletableFuture<>(), now.get()));
  }

  private void after(Duration time) {
    now.addAndGet(time.toNanos());
  }

  /** So many groups of one document each take this long. */
  private void groups(int count, Duration each) {
    for (int i = 0; i < count; i++) {
      assertThat(offers(true)).isTrue();
      PostingQueue.Group group = queue.take();
      after(each);
      posted(group);
      after(Duration.ofSeconds(10)); // nobody comes, which is no work
    }
  }

  private void posted(PostingQueue.Group group) {
    group.waiting().forEach(waiting -> waiting.answer().complete(new byte[0]));
    queue.done(group);
  }

  @Test
  void whileTheFirstHasWaitedTooLongNoMoreIsTaken() {
    assertThat(offers(true)).isTrue();
    after(Duration.ofSeconds(1));
    assertThat(offers(true)).isTrue();
    after(Duration.ofMillis(1));
    assertThat(offers(true)).isFalse();
    assertThat(queue.longest()).isEqualTo(2);
  }

  @Test
  void whileAllGroupsStandStillNoMoreIsTaken() {
    assertThat(offers(true)).isTrue();
    PostingQueue.Group first = queue.take();
    after(Duration.ofSeconds(5));
    assertThat(offers(true)).as("the other writer is free").isTrue();
    PostingQueue.Group second = queue.take();
    after(Duration.ofSeconds(1));
    assertThat(offers(true)).isTrue();
    after(Duration.ofMillis(1));
    assertThat(offers(true)).isFalse();

    posted(second);

    assertThat(offers(true)).as("the other goes on").isTrue();
    posted(first);
  }

  @Test
  void groupsOfOtherDocumentsLeaveAWriterToSales() throws InterruptedException {
    assertThat(offers(new Paper(false, true))).isTrue();
    assertThat(offers(new Paper(false, true))).isTrue();
    PostingQueue.Group part = queue.take();
    after(Duration.ofSeconds(5));
    assertThat(offers(true)).isTrue();
    PostingQueue.Group sale = queue.take();
    assertThat(papers(sale)).extracting(Paper::urgent).containsExactly(true);
    posted(sale);

    List<PostingQueue.Group> taken = new CopyOnWriteArrayList<>();
    Thread writer = new Thread(() -> taken.add(queue.take()));
    writer.start();
    await().until(() -> writer.getState() == Thread.State.WAITING);
    posted(part);
    writer.join(Duration.ofSeconds(10).toMillis());
    assertThat(taken).singleElement().satisfies(group -> assertThat(papers(group)).hasSize(1));
  }

  @Test
  void whatWasRefusedTellsNothingOfThePace() {
    groups(8, Duration.ofMillis(100));
    for (int i = 0; i < 8; i++) {
      assertThat(offers(true)).isTrue();
      PostingQueue.Group group = queue.take();
      group
          .waiting()
          .forEach(
              waiting -> waiting.answer().completeExceptionally(new Refusal(Reason.SHIFT_CLOSED)));
      queue.done(group);
    }

    for (int i = 0; i < 11; i++) {
      assertThat(offers(true)).as("with %d before it", i).isTrue();
    }
    assertThat(offers(true)).isFalse();
  }

  @Test
  void noMoreIsTakenThanCanBePostedInTime() {
    groups(8, Duration.ofMillis(100));
    for (int i = 0; i < 11; i++) {
      assertThat(offers(true)).as("with %d before it", i).isTrue();
    }
    assertThat(offers(true)).as("with 1.1 s before it").isFalse();

    PostingQueue.Group group = queue.take();
    assertThat(offers(true)).as("what is under way is before it too").isFalse();
    after(Duration.ofMillis(99));
    assertThat(offers(true)).isFalse();
    after(Duration.ofMillis(1));
    assertThat(offers(true)).as("a tenth of it should be done").isTrue();
    assertThat(offers(true)).isFalse();

    posted(group);
    assertThat(offers(true)).isTrue();
  }

  @Test
  void twoGroupsBesideEachOtherTakeTheirTimeOneAfterTheOther() {
    groups(8, Duration.ofMillis(100));
    assertThat(offers(true)).isTrue();
    PostingQueue.Group first = queue.take();
    assertThat(offers(true)).isTrue();
    PostingQueue.Group second = queue.take();
    for (int i = 0; i < 9; i++) {
      assertThat(offers(true)).as("with %d before it", i + 2).isTrue();
    }
    assertThat(offers(true)).isFalse();

    after(Duration.ofMillis(100));
    posted(first);
    assertThat(offers(true)).isTrue();
    assertThat(offers(true)).as("the second has just begun").isFalse();
    posted(second);
    assertThat(offers(true)).isTrue();
  }

  @Test
  void oneGroupThatStoodStillSaysNothingOfThoseAfterIt() {
    groups(7, Duration.ofMillis(10));
    groups(1, Duration.ofSeconds(20));

    for (int i = 0; i < 101; i++) {
      assertThat(offers(true)).as("with %d before it", i).isTrue();
    }
    assertThat(offers(true)).isFalse();
  }

  @Test
  void aSaleWaitsForThePartThatIsUnderWayAndForNoOther() {
    groups(8, Duration.ofMillis(100));
    int partRows = 10 * ROWS + 1;
    assertThat(offers(new Paper(false, true, partRows))).isTrue();
    assertThat(offers(true)).isTrue();
    PostingQueue.Group sale = queue.take();
    assertThat(sale.waiting()).as("the part goes alone").hasSize(1);
    after(Duration.ofMillis(100));
    posted(sale);

    PostingQueue.Group underWay = queue.take();
    assertThat(offers(new Paper(false, true, partRows))).isTrue();
    assertThat(offers(true)).isFalse();
    after(Duration.ofMillis(10));
    assertThat(offers(true)).isTrue();
    posted(underWay);
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
    List<List<Paper>> groups = new ArrayList<>();
    assertThat(offers(new Paper(false, true))).isTrue();
    assertThat(offers(new Paper(false, true))).isTrue();
    for (int i = 0; i < 6; i++) {
      after(Duration.ofMillis(400));
      assertThat(offers(true)).isTrue();
      groups.add(takenPapers());
    }

    assertThat(groups)
        .extracting(group -> group.stream().map(Paper::urgent).toList())
        .as("every other group, and what came meanwhile with the next")
        .containsExactly(
            List.of(true),
            List.of(true),
            List.of(false),
            List.of(true, true),
            List.of(false),
            List.of(true, true));
  }

  private static List<Paper> papers(PostingQueue.Group group) {
    return group.waiting().stream().map(waiting -> (Paper) waiting.document()).toList();
  }

  private List<Paper> takenPapers() {
    PostingQueue.Group group = queue.take();
    posted(group);
    return papers(group);
  }

  @Test
  void aCommandThatIsSentAgainWaitsOnce() {
    Command command = Paper.command(1);
    Paper sale = new Paper(true, false, ROWS, command);
    CompletableFuture<byte[]> answer = Objects.requireNonNull(answer(sale));
    after(Duration.ofSeconds(5));

    assertThat(answer(sale)).as("late as it is").isSameAs(answer);
    PostingQueue.Group group = queue.take();
    assertThat(papers(group)).containsExactly(sale);
    assertThat(answer(sale)).as("while it is posted").isSameAs(answer);

    answer.completeExceptionally(new Refusal(Reason.SHIFT_CLOSED));
    CompletableFuture<byte[]> anew = answer(sale);
    assertThat(anew).as("once it was answered").isNotNull().isNotSameAs(answer);
    posted(group);

    assertThat(answer(sale)).as("its end is not that of the group before").isSameAs(anew);

    Command changed = new Command(command.requestId(), new byte[] {1}, 1, 1, 1);
    Command foreign = new Command(command.requestId(), new byte[] {1}, 1, 2, 1);
    assertThat(offers(new Paper(true, false, ROWS, changed))).isTrue();
    assertThat(offers(new Paper(true, false, ROWS, foreign))).isTrue();
    assertThat(takenPapers()).as("to be refused each").hasSize(3);
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
    assertThat(queue.take().waiting()).hasSize(1);
    assertThat(queue.take().isEmpty()).isTrue();
  }
}
