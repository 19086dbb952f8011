package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.database.StartRefused;
import id.lajur.server.posting.PostRight;
import io.grpc.StatusRuntimeException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PostRightTest {
  private static final Duration SHORT = Duration.ofSeconds(3);

  @Test
  void aSecondServerWaitsForTheLeaseAndTheOldOneStopsPostingOnceItIsPassedOver() throws Exception {
    Path folder = Path.of("target", "lease").toAbsolutePath();
    DataFolders.deleteTree(folder);
    ServerConfig config =
        new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 128));
    try (StoreServer old = StoreServer.start(config, StoreProfile.standard(), Clock.systemUTC())) {
      old.catalog()
          .write(
              List.of(NewItem.goods("A", "A", "Barang", "UMUM", "BIASA", 1_000_00)),
              Clock.systemUTC().instant());
      old.setup().addOperator("1", "Kasir", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
      var identity = old.setup().addTerminal("T1", "Lajur 1", "LANE");
      try (TestLane lane =
          new TestLane(old.port(), old.authority().certificatePem(), identity, "1")) {
        lane.signOn();
        lane.openShift(100_000_00);
        lane.scan("A");

        assertThatThrownBy(() -> take(old, false))
            .isInstanceOf(StartRefused.class)
            .hasMessageContaining("holds the right to post");

        lane.pay(lane.cashRequest(1_000_00));
        lane.scan("A");
        old.right().abandon();
        expire(old, "INTERVAL 0 HOUR"); // as that of a server that was cut off
        try (PostRight next = take(old, false)) {
          assertThat(next.fence()).isGreaterThan(old.right().fence());
          assertThat(refused(lane)).isEqualTo("RIGHT_TO_POST_LOST");
          assertThat(refused(lane)).isEqualTo("RIGHT_TO_POST_LOST");
        }
        assertThat(number(old, "SELECT COUNT(*) FROM sale")).isEqualTo(1);
      }

      try (PostRight after = take(old, false)) {
        assertThat(after.fence()).as("a lease given back is not waited for").isPositive();
      }

      // As if the database's clock had gone back by an hour, and the holder had died just then.
      expire(old, "INTERVAL 1 HOUR");
      try (PostRight after = take(old, false)) {
        assertThat(after.fence()).as("a lease of an hour is none").isPositive();
      }
    }
  }

  private static String refused(TestLane lane) {
    return TestLane.reason(
        catchThrowableOfType(
            StatusRuntimeException.class, () -> lane.sales().pay(lane.cashRequest(1_000_00))));
  }

  private static PostRight take(StoreServer on, boolean alone) {
    return PostRight.take(
        on.database().dataSource(),
        (int) number(on, "SELECT store_id FROM store"),
        "second",
        alone,
        SHORT);
  }

  private static void expire(StoreServer server, String in) {
    server
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute("UPDATE post_lease SET expires_at = UTC_TIMESTAMP(6) + " + in));
  }

  private static long number(StoreServer server, String sql) {
    return server
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }
}
