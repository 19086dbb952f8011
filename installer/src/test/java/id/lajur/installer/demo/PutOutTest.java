package id.lajur.installer.demo;

import static id.lajur.installer.demo.StartedLane.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.screen.BasketView;
import id.lajur.server.people.Operators;
import id.lajur.server.security.PinHasher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whom the server lets on no longer sells at no lane, whether it reaches the server or not. */
@Timeout(240)
class PutOutTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final EnrolledLane at;
  private final Path folder;
  private final Operators operators;

  PutOutTest(@TempDir Path folder) {
    this.at = shop.enrolLane(folder);
    this.folder = folder;
    this.operators = new Operators(at.changes(), new PinHasher());
  }

  private void signOn(StartedLane lane) throws IOException {
    lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
    lane.lane.openShift(200_000_00).join();
    await().atMost(LONG).until(this::isKnown);
    await().atMost(LONG).until(() -> Files.exists(folder.resolve("shelf.snapshot")));
  }

  /** By what is on the lane's disk. */
  private boolean isKnown() throws IOException {
    try (AbsentSignOn kept = new AbsentSignOn(folder, Clock.systemUTC())) {
      return kept.knows(at.cashier());
    }
  }

  @Test
  void anOldPinOpensNoLaneThatIsAlone() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      try (StartedLane lane = at.start(wire.port())) {
        signOn(lane);
      }
      try (StartedLane lane = at.start(wire.port())) {
        operators.setPin(at.cashier(), "7391".toCharArray(), false);

        await().atMost(LONG).until(() -> !isKnown());
        lane.lane.signOn(at.cashier(), "7391").join();
        await().atMost(LONG).until(this::isKnown);
        wire.away(true);
        lane.lane.signOff().join();
        assertThat(refusal(lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN)))
            .isEqualTo("SIGN_ON_FAILED");
        assertThat(refusal(lane.lane.signOn(at.cashier(), "7391"))).isEmpty();
      }
    }
  }

  /** Another lane whose server goes away at the same moment shows when this one would be alone. */
  @Test
  void whoeverHasLeftAndIsOnStillDoesNotGoOnAlone(@TempDir Path another) throws Exception {
    EnrolledLane other = shop.enrolLane(another);
    try (Wire wire = new Wire(shop.store().server().port())) {
      try (StartedLane lane = at.start(wire.port())) {
        signOn(lane);
      }
      try (StartedLane lane = at.start(wire.port());
          StartedLane beside = other.start(wire.port())) {
        lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
        BasketView atHand = lane.lane.addLine(shop.code(2), 1_000, "").join();
        beside.lane.signOn(other.cashier(), DemoStore.CASHIER_PIN).join();
        beside.lane.openShift(200_000_00).join();
        await().atMost(LONG).until(() -> Files.exists(another.resolve("shelf.snapshot")));
        await().atMost(LONG).until(this::isKnown);

        operators.leave(at.cashier());

        await().atMost(LONG).until(() -> !isKnown());
        wire.away(true);
        CompletableFuture<BasketView> scan = lane.lane.addLine(shop.code(3), 1_000, "");
        for (int i = 0; i < 3; i++) {
          beside.lane.addLine(shop.code(3), 1_000, "").join();
        }
        assertThat(scan).as("asks the server, and nobody else").isNotDone();
        wire.away(false);
        assertThat(refusal(scan)).isEqualTo("NOT_SIGNED_ON");

        operators.comeBack(at.cashier());
        assertThat(lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join().basket())
            .isEqualTo(atHand);
      }
    }
  }
}
