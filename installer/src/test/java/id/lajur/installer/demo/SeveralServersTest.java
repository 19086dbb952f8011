package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.ServerAddress;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane that knows several servers of its store: here two ways to the same one. */
@Timeout(120)
class SeveralServersTest {
  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(20); // on a busy machine

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final EnrolledLane at;
  private final MachineIdentity machine;

  SeveralServersTest(@TempDir Path folder) {
    this.at = shop.enrolLane(folder);
    this.machine = at.machine();
  }

  private Lane signedOn(StoreConnection connection) {
    Lane lane = new Lane(connection);
    lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
    return lane;
  }

  private static ServerAddress nobodyThere() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new ServerAddress("127.0.0.1", free.getLocalPort());
    }
  }

  private static ServerAddress through(Wire wire) {
    return new ServerAddress("127.0.0.1", wire.port());
  }

  @Test
  void aLaneWhoseFirstServerIsDeadSellsWithTheSecond() throws IOException {
    var servers =
        List.of(nobodyThere(), new ServerAddress("127.0.0.1", shop.store().server().port()));
    try (StoreConnection connection = new StoreConnection(servers, machine)) {
      Lane lane = signedOn(connection);
      lane.openShift(0);
      lane.scan(shop.code(0), 1_000, "");
      assertThat(lane.payCash(lane.basket().getTotals().getCashDueMinor()).getNumber())
          .isEqualTo(1);
      assertThat(connection.linkState()).isEqualTo(LinkState.GOOD);
    }
  }

  @Test
  void aLaneThatNobodyUsesNoticesThatItsServerIsGoneAndThereAgain() throws IOException {
    try (Wire wire = new Wire(shop.store().server().port());
        StoreConnection connection = new StoreConnection(List.of(through(wire)), machine)) {
      signedOn(connection);

      wire.away(true);
      await().atMost(A_FEW_SECONDS).until(() -> connection.linkState() == LinkState.AWAY);
      wire.away(false);
      await().atMost(A_FEW_SECONDS).until(() -> connection.linkState() == LinkState.GOOD);
    }
  }

  @Test
  void theBasketGoesOnWithWhicheverServerIsThere() throws IOException {
    try (Wire first = new Wire(shop.store().server().port());
        Wire second = new Wire(shop.store().server().port());
        StoreConnection connection =
            new StoreConnection(List.of(through(first), through(second)), machine)) {
      Lane lane = signedOn(connection);
      lane.openShift(0);
      lane.scan(shop.code(1), 1_000, "");

      first.away(true);
      lane.scan(shop.code(2), 1_000, "");
      first.away(false);
      second.away(true); // nobody but the first is left
      lane.scan(shop.code(3), 1_000, "");
      second.away(false);
      first.away(true);
      lane.scan(shop.code(4), 1_000, "");

      assertThat(lane.basket().getLinesList()).hasSize(4);
      assertThat(lane.payCash(lane.basket().getTotals().getCashDueMinor()).getNumber())
          .isEqualTo(1);
    }
  }
}
