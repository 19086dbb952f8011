package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Acts on baskets that come twice at the same moment, as after a stall on the wire. */
@Timeout(60)
class SentTwiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int ROUNDS = 20;

  private final TestLane lane = store.lane("OWNER");
  private final TestLane other = store.lane("OWNER");

  @AfterEach
  void leave() throws SQLException {
    lane.close();
    other.close();
    store.assertAuditClean();
  }

  @Test
  void bothAreToldTheLineThatTheActMadeWhateverCameInBetween() throws Exception {
    String item = store.item(1_000_00);
    lane.scan(item);
    for (int round = 0; round < ROUNDS; round++) {
      AddReturnLineRequest twice = returning(item);
      AddReturnLineRequest between = returning(item);

      List<String> lines = atOnce(List.of(told(twice), told(between), told(twice)));

      assertThat(lines.get(0)).isEqualTo(lines.get(2)).isEqualTo(made(twice.getRequestId()));
      assertThat(lines.get(1)).isEqualTo(made(between.getRequestId()));
    }
  }

  @Test
  void anotherTerminalIsNotAnsweredInItsPlace() throws Exception {
    lane.scan(store.item(1_000_00));
    var unused =
        lane.baskets()
            .suspendBasket(
                SuspendBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .build());
    ResumeBasketRequest request =
        ResumeBasketRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasketId(lane.ref().getBasketId())
            .build();

    List<String> outcomes =
        atOnce(
            List.of(
                () -> TestLane.outcome(() -> lane.baskets().resumeBasket(request)),
                () -> TestLane.outcome(() -> other.baskets().resumeBasket(request))));

    assertThat(outcomes).containsExactlyInAnyOrder("answered", "REQUEST_REUSED");
  }

  private AddReturnLineRequest returning(String item) {
    return AddReturnLineRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setBasket(lane.ref())
        .setCode(item)
        .setQuantityMilli(1_000)
        .setKind(LineKind.LINE_KIND_RETURN)
        .setReason("rusak")
        .build();
  }

  private Supplier<String> told(AddReturnLineRequest request) {
    return () -> Integer.toString(lane.baskets().addReturnLine(request).getLineId());
  }

  private static String made(String requestId) {
    return Long.toString(
        store.number("SELECT seq FROM basket_entry WHERE request_id =" + id(requestId)));
  }

  /** What becomes of calls that all wait for the lane's basket before it is let go. */
  private List<String> atOnce(List<Supplier<String>> calls) throws Exception {
    List<String> outcomes = new ArrayList<>();
    try (Connection side = store.server().database().dataSource().getConnection();
        Statement sql = side.createStatement()) {
      side.setAutoCommit(false);
      sql.execute(
          "SELECT * FROM basket WHERE basket_id =" + id(lane.ref().getBasketId()) + " FOR UPDATE");
      List<CompletableFuture<String>> running = new ArrayList<>();
      for (Supplier<String> call : calls) {
        running.add(CompletableFuture.supplyAsync(call, task -> new Thread(task).start()));
      }
      await()
          .until(
              () ->
                  store.number(
                          "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                              + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'")
                      == calls.size());
      side.commit();
      for (CompletableFuture<String> one : running) {
        outcomes.add(one.get());
      }
    }
    return outcomes;
  }

  private static String id(String uuid) {
    return " UNHEX(REPLACE('" + uuid + "', '-', ''))";
  }
}
