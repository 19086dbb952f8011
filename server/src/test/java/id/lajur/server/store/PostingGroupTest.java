package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.server.database.Ids;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import id.lajur.server.posting.Posting;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents that ride together when one of them cannot be posted. */
@Timeout(60)
class PostingGroupTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int WRITERS = 2;
  private static final byte[] ANSWER = {1, 2, 3};

  /** A row that is there already, so that the statement of the whole group fails. */
  private static final InsertTable<Integer> TAKEN =
      new InsertTable<>(
          "INSERT INTO event_head (store_id, seq, fence, holder) VALUES (?, 0, 0, '')",
          (row, storeId) -> row.number(storeId));

  private final Posting posting =
      new Posting(
          store.server().database().dataSource(),
          1,
          store.server().right().fence(),
          Clock.systemUTC(),
          seq -> {});

  @AfterEach
  void end() {
    posting.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** A change of settings that also does something of its own. */
  private static final class Rider implements Document {
    private final Command command = new Command(Ids.next(), new byte[32], 1, 1, 1);
    private final Consumer<Draft> own;
    private final List<Claim<?>> claims;
    private final AtomicInteger posted = new AtomicInteger();

    Rider(Consumer<Draft> own, Claim<?>... claims) {
      this.own = own;
      this.claims = List.of(claims);
    }

    @Override
    public Command command() {
      return command;
    }

    @Override
    public int weight() {
      return 1;
    }

    @Override
    public boolean urgent() {
      return true;
    }

    @Override
    public List<Claim<?>> claims() {
      return claims;
    }

    @Override
    public byte[] post(Draft draft) {
      posted.incrementAndGet();
      draft.event(
          new Event(
              Event.Kind.SETTINGS_CHANGED,
              command.requestId(),
              1,
              null,
              Clock.systemUTC().instant(),
              0,
              0));
      own.accept(draft);
      return ANSWER;
    }
  }

  @Test
  void aStatementThatFailsHurtsOnlyTheGuiltyOne() throws Exception {
    onlyTheGuiltyOneFails(new Rider(draft -> draft.insert(TAKEN, 1)), SQLException.class);
  }

  @Test
  void aFaultInADocumentHurtsOnlyTheGuiltyOne() throws Exception {
    onlyTheGuiltyOneFails(
        new Rider(
            draft -> {
              throw new IllegalStateException("a fault in its rules");
            }),
        IllegalStateException.class);
  }

  private void onlyTheGuiltyOneFails(Rider guilty, Class<? extends Exception> fault)
      throws Exception {
    Rider before = new Rider(draft -> {});
    Rider after = new Rider(draft -> {});
    List<CompletableFuture<byte[]>> answers = postTogether(before, guilty, after);

    assertThat(answers.get(0).get()).isEqualTo(ANSWER);
    assertThat(answers.get(2).get()).isEqualTo(ANSWER);
    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> answers.get(1).get());
    assertThat(failure).hasRootCauseInstanceOf(fault);
    assertThat(recorded(before)).isEqualTo(1);
    assertThat(recorded(guilty)).isZero();
    assertThat(recorded(after)).isEqualTo(1);
    // With the others, with the others once more, and alone.
    assertThat(List.of(before.posted.get(), guilty.posted.get())).containsExactly(3, 3);
    theLogIsDense();
  }

  /** As two areas would that took the same number. */
  private static final class Rows implements LockedRows<Integer, Integer> {
    @Override
    public int order() {
      return 15;
    }

    @Override
    public Map<Integer, Integer> lock(Connection connection, List<Integer> keys) {
      return Map.of();
    }

    @Override
    public void save(Connection connection, Map<Integer, Integer> changed) {}
  }

  @Test
  void twoKindsOfRowsInOnePlaceAreNotTakenForOne() {
    Rider rider =
        new Rider(
            draft -> {},
            new Document.Claim<>(new Rows(), List.of(1)),
            new Document.Claim<>(new Rows(), List.of(1)));

    CompletableFuture<byte[]> answer = posting.post(rider);

    assertThat(catchThrowableOfType(ExecutionException.class, answer::get))
        .hasRootCauseInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage(
            Rows.class + " and " + Rows.class + " have one place in the order of locks");
    assertThat(recorded(rider)).isZero();
  }

  @Test
  void aRefusalIsNoFailure() throws Exception {
    Rider before = new Rider(draft -> {});
    Rider refused =
        new Rider(
            draft -> {
              throw new Refusal(Reason.SHIFT_CLOSED);
            });

    List<CompletableFuture<byte[]>> answers = postTogether(before, refused);

    assertThat(answers.get(0).get()).isEqualTo(ANSWER);
    assertThat(catchThrowableOfType(ExecutionException.class, () -> answers.get(1).get()))
        .hasCauseInstanceOf(Refusal.class);
    assertThat(before.posted.get()).isEqualTo(1);
    assertThat(recorded(refused)).isZero();
    theLogIsDense();
  }

  /** Holds every writer until all documents wait, so that one writer takes them as one group. */
  private List<CompletableFuture<byte[]>> postTogether(Rider... riders) throws Exception {
    CountDownLatch held = new CountDownLatch(WRITERS);
    List<CountDownLatch> releases = new ArrayList<>();
    List<CompletableFuture<byte[]>> holders = new ArrayList<>();
    for (int i = 0; i < WRITERS; i++) {
      CountDownLatch release = new CountDownLatch(1);
      releases.add(release);
      CountDownLatch taken = new CountDownLatch(1);
      holders.add(
          posting.post(
              new Rider(
                  draft -> {
                    taken.countDown();
                    held.countDown();
                    awaitQuietly(release);
                  })));
      taken.await(); // so that the next one is not taken with it
    }
    held.await();
    List<CompletableFuture<byte[]>> answers = new ArrayList<>();
    for (Rider rider : riders) {
      answers.add(posting.post(rider));
    }
    for (int i = 0; i < WRITERS; i++) {
      releases.get(i).countDown();
      holders.get(i).get();
    }
    return answers;
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long recorded(Rider rider) {
    UUID id = rider.command.requestId();
    return store.number(
        "SELECT COUNT(*) FROM request WHERE request_id = X'"
            + id.toString().replace("-", "")
            + "'");
  }

  private static void theLogIsDense() {
    assertThat(store.number("SELECT COUNT(*) FROM event"))
        .isEqualTo(store.number("SELECT seq FROM event_head WHERE store_id = 1"));
  }
}
