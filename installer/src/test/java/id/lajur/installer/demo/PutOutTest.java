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

  /** Started again after its operator opened a shift here; nobody has signed on since. */
  private StartedLane startedAfterAMorning(int port) throws IOException {
    try (StartedLane lane = at.start(port)) {
      lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
      lane.lane.openShift(200_000_00).join();
      await().atMost(LONG).until(this::isKnown);
      await().atMost(LONG).until(() -> Files.exists(folder.resolve("shelf.snapshot")));
    }
    return at.start(port);
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
      try (StartedLane lane = startedAfterAMorning(wire.port())) {
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

  @Test
  void whoeverHasLeftAndIsOnStillDoesNotGoOnAlone() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      try (StartedLane lane = startedAfterAMorning(wire.port())) {
        lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
        BasketView atHand = lane.lane.addLine(shop.code(2), 1_000, "").join();
        await().atMost(LONG).until(this::isKnown);

        operators.leave(at.cashier());

        await().atMost(LONG).until(() -> !isKnown());
        wire.away(true);
        assertThat(refusal(lane.lane.addLine(shop.code(3), 1_000, ""))).isEqualTo("NOT_SIGNED_ON");
        wire.away(false);
        operators.comeBack(at.cashier());
        BasketView found = lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join().basket();
        assertThat(found.lines()).hasSize(2).first().isEqualTo(atHand.lines().get(0));
      }
    }
  }

  @Test
  void whoeverIsPutOutWhileTheLaneIsAloneSellsNothingMore() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      try (StartedLane lane = startedAfterAMorning(wire.port())) {
        lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
        lane.lane.addLine(shop.code(2), 1_000, "").join();
        await().atMost(LONG).until(this::isKnown);
        wire.away(true);
        lane.lane.addLine(shop.code(3), 1_000, "").join();
        operators.leave(at.cashier());

        wire.away(false);
        await().atMost(LONG).until(() -> !isKnown());
        wire.away(true);

        assertThat(refusal(lane.lane.addLine(shop.code(3), 1_000, ""))).isEqualTo("NOT_SIGNED_ON");
      }
    }
    operators.comeBack(at.cashier());
  }
}
