package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import id.lajur.audit.v1.RunAuditRequest;
import id.lajur.audit.v1.RunAuditResponse;
import id.lajur.server.audit.Audit;
import io.grpc.Context;
import io.grpc.StatusRuntimeException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit as a manager runs it at his desk, while the shop sells. */
@Timeout(120)
class AuditServiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane manager = store.enrolled("MANAGER");

  AuditServiceTest() {
    manager.signOn();
  }

  @AfterEach
  void leave() {
    manager.close();
  }

  private static Iterator<RunAuditResponse> run(TestLane desk) {
    return ManagerCalls.audit(desk).runAudit(RunAuditRequest.getDefaultInstance());
  }

  private static String end(Iterator<RunAuditResponse> run) {
    return TestLane.outcome(
        () -> {
          while (run.hasNext()) {
            run.next();
          }
          return run;
        });
  }

  @Test
  void eachPromiseIsAnnouncedAndJudgedAndTheEndSaysWhetherAllHold() {
    List<RunAuditResponse> told = new ArrayList<>();
    run(manager).forEachRemaining(told::add);

    assertThat(told).hasSize(2 * Audit.promises() + 1);
    for (int i = 0; i < Audit.promises(); i++) {
      assertThat(told.get(2 * i).getBegun().getNumber()).isEqualTo(i + 1);
      assertThat(told.get(2 * i).getBegun().getOf()).isEqualTo(Audit.promises());
      assertThat(told.get(2 * i + 1).getJudged().getName())
          .isEqualTo(told.get(2 * i).getBegun().getName());
      assertThat(told.get(2 * i + 1).getJudged().getDifferences()).isZero();
    }
    assertThat(told.get(told.size() - 1).getEnded().getClean()).isTrue();
  }

  @Test
  void whatDoesNotHoldIsToldWithExamples() throws SQLException {
    long before = store.number("SELECT COALESCE(MAX(last_number), 0) FROM audit_head");
    long terminal = store.number("SELECT MIN(terminal_id) FROM audit_head WHERE last_number > 0");
    assertThat(before).isPositive();
    store.sql(
        "UPDATE audit_head SET last_number = last_number + 1 WHERE terminal_id = " + terminal);
    try {
      List<RunAuditResponse> told = new ArrayList<>();
      run(manager).forEachRemaining(told::add);

      assertThat(told)
          .filteredOn(RunAuditResponse::hasJudged)
          .filteredOn(one -> one.getJudged().getDifferences() > 0)
          .isNotEmpty()
          .allSatisfy(one -> assertThat(one.getJudged().getExamplesList()).isNotEmpty());
      assertThat(told.get(told.size() - 1).getEnded().getClean()).isFalse();
    } finally {
      store.sql(
          "UPDATE audit_head SET last_number = last_number - 1 WHERE terminal_id = " + terminal);
    }
  }

  /** The first one stands at a table that somebody keeps to himself. */
  @Test
  void oneRunsAtATimeAndEndsWhenWhoAskedGoesAway() throws Exception {
    try (TestLane other = store.enrolled("OWNER");
        Connection side = store.server().database().dataSource().getConnection();
        Statement sql = side.createStatement()) {
      other.signOn();
      Context.CancellableContext asking = Context.current().withCancellation();
      sql.execute("LOCK TABLES stock_move WRITE");
      try {
        Iterator<RunAuditResponse> first = asking.call(() -> run(manager));
        assertThat(first.next().hasBegun()).isTrue();

        assertThat(
                TestLane.reason(
                    catchThrowableOfType(StatusRuntimeException.class, () -> run(other).next())))
            .isEqualTo("AUDIT_RUNNING");
        asking.cancel(null);
      } finally {
        sql.execute("UNLOCK TABLES");
      }

      await().atMost(Duration.ofSeconds(30)).until(() -> end(run(other)).equals("answered"));
    }
  }

  @Test
  void theShopSellsMeanwhileAndWhatItSellsIsNoDifference() throws Exception {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      Iterator<RunAuditResponse> run = run(manager);
      assertThat(run.next().hasBegun()).isTrue();

      lane.scan(item);
      lane.pay(lane.cashRequest(1_000_00));

      RunAuditResponse last = RunAuditResponse.getDefaultInstance();
      while (run.hasNext()) {
        last = run.next();
      }
      assertThat(last.getEnded().getClean()).isTrue();
    }
  }
}
