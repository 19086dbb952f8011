package id.lajur.server.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.database.Ids;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.store.StoreFixture;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CountPostingTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final Jdbi jdbi = store.server().database().jdbi();
  private final Clock clock = Clock.systemUTC();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** That thread has a connection of its own, and the next sales wait for it. */
  @Test
  void theThreadThatPostsACountDoesNotWaitForAConnection() throws Exception {
    String item = store.item(10_000_00);
    store.lane("OWNER").close(); // whose machine and person the commands are of
    Command opens = command();
    Counts counts = new Counts(jdbi, clock);
    byte[] unused =
        counts.open(
            opens,
            new Counts.Sheet(
                (int) store.number("SELECT MIN(location_id) FROM location"),
                "Rak satu",
                "",
                List.of(item)),
            new byte[0]);
    byte[] unusedToo =
        counts.figure(
            command(),
            opens.requestId(),
            new Counts.Figure(item, 5_000, false),
            line -> new byte[0]);

    try (CountPosting posting =
        new CountPosting(
            jdbi,
            store.server().posting(),
            new Adjusting(jdbi, store.server().posting(), clock, new StoreZone(jdbi, 1)),
            clock,
            (countId, differences) -> new byte[] {differences.byteValue()})) {
      String by =
          posting
              .post(command(), opens.requestId())
              .thenApply(posted -> posted[0] + " by " + Thread.currentThread().getName())
              .get();

      assertThat(by).startsWith("1 by ").doesNotContain("posting-");
    }
  }

  private static Command command() {
    return new Command(
        Ids.next(),
        new byte[32],
        1,
        (int) store.number("SELECT MAX(terminal_id) FROM terminal"),
        (int) store.number("SELECT MAX(operator_id) FROM operator"));
  }
}
