package id.lajur.server.store;

import static org.awaitility.Awaitility.await;

import id.lajur.audit.v1.AuditServiceGrpc;
import id.lajur.journal.v1.JournalServiceGrpc;
import id.lajur.people.v1.PeopleServiceGrpc;
import id.lajur.people.v1.SettingServiceGrpc;
import id.lajur.people.v1.TerminalServiceGrpc;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.stub.MetadataUtils;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What a manager asks at his desk. */
final class ManagerCalls {
  private ManagerCalls() {}

  static PeopleServiceGrpc.PeopleServiceBlockingStub people(TestLane desk) {
    return PeopleServiceGrpc.newBlockingStub(signedOn(desk));
  }

  static TerminalServiceGrpc.TerminalServiceBlockingStub terminals(TestLane desk) {
    return TerminalServiceGrpc.newBlockingStub(signedOn(desk));
  }

  static SettingServiceGrpc.SettingServiceBlockingStub settings(TestLane desk) {
    return SettingServiceGrpc.newBlockingStub(signedOn(desk));
  }

  static JournalServiceGrpc.JournalServiceBlockingStub journal(TestLane desk) {
    return JournalServiceGrpc.newBlockingStub(signedOn(desk));
  }

  static AuditServiceGrpc.AuditServiceBlockingStub audit(TestLane desk) {
    return AuditServiceGrpc.newBlockingStub(signedOn(desk));
  }

  private static Channel signedOn(TestLane desk) {
    return ClientInterceptors.intercept(
        desk.channel(), MetadataUtils.newAttachHeadersInterceptor(desk.headers()));
  }

  /** What becomes of calls that all wait for the store's row, in this order, until it is let go. */
  static List<String> atOnce(StoreFixture store, List<Supplier<?>> calls) throws Exception {
    List<String> outcomes = new ArrayList<>();
    try (Connection side = store.server().database().dataSource().getConnection();
        Statement sql = side.createStatement()) {
      side.setAutoCommit(false);
      sql.execute("SELECT store_id FROM store WHERE store_id = 1 FOR UPDATE");
      List<CompletableFuture<String>> running = new ArrayList<>();
      for (Supplier<?> call : calls) {
        running.add(
            CompletableFuture.supplyAsync(
                () -> TestLane.outcome(call), task -> new Thread(task).start()));
        await().atMost(Duration.ofMinutes(1)).until(() -> waitingForARow(store) >= running.size());
      }
      side.commit();
      for (CompletableFuture<String> one : running) {
        outcomes.add(one.get());
      }
    }
    return outcomes;
  }

  private static long waitingForARow(StoreFixture store) {
    return store.number(
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
  }
}
