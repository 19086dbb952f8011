package id.lajur.installer.demo;

import static id.lajur.installer.demo.StartedLane.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.SignedOnView;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane that is started while its server is away. */
@Timeout(240)
class AbsentSignOnTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final EnrolledLane at;
  private final Path folder;

  AbsentSignOnTest(@TempDir Path folder) {
    this.at = shop.enrolLane(folder);
    this.folder = folder;
  }

  private SignedOnView signOn(StartedLane lane) {
    return lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
  }

  /** Signs on with the server, sells one item, scans another. */
  private BasketView aMorning(int port) throws IOException {
    BasketView atHand;
    try (StartedLane lane = at.start(port)) {
      signOn(lane);
      lane.lane.openShift(200_000_00).join();
      BasketView sold = lane.lane.addLine(shop.code(1), 1_000, "").join();
      lane.lane.payCash(sold.totalMinor(), sold.cashDueMinor()).join();
      atHand = lane.lane.addLine(shop.code(2), 2_000, "").join();
      await()
          .atMost(LONG)
          .until(() -> new AbsentSignOn(folder, Clock.systemUTC()).knows(at.cashier()));
      await().atMost(LONG).until(() -> Files.exists(folder.resolve("shelf.snapshot")));
    }
    return atHand;
  }

  @Test
  void itsOperatorSignsOnAndSellsTheBasketThatWasAtHand() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      wire.away(true);
      try (StartedLane lane = at.start(wire.port())) {
        assertThat(refusal(lane.lane.signOn(at.cashier(), "9999"))).isEqualTo("SIGN_ON_FAILED");
        assertThat(refusal(lane.lane.signOn("4711", DemoStore.CASHIER_PIN)))
            .isEqualTo("EMERGENCY_SIGN_ON");

        SignedOnView on = signOn(lane);
        assertThat(on.shift()).isPresent();
        assertThat(on.basket()).isEqualTo(atHand);
        lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor()).join();
        wire.away(false);

        await().atMost(LONG).until(() -> refusal(lane.lane.search("kopi")).equals("NOT_SIGNED_ON"));
        assertThat(signOn(lane).basket().lines()).isEmpty();
        lane.lane.addLine(shop.code(3), 1_000, "").join();
      }
    }
    assertThat(Files.readString(folder.resolve("people.kept"), StandardCharsets.ISO_8859_1))
        .as("encrypted")
        .doesNotContain(at.cashier() + "\\0");
  }

  @Test
  void afterFiveWrongPinsOnlyTheServerDecides() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      aMorning(wire.port());
    }
    for (int i = 0; i < AbsentSignOn.MOST_WRONG; i++) {
      AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC());
      assertThatThrownBy(() -> restarted.signOn(at.cashier(), "9999"))
          .hasMessageContaining("SIGN_ON_FAILED");
    }
    assertThatThrownBy(
            () ->
                new AbsentSignOn(folder, Clock.systemUTC())
                    .signOn(at.cashier(), DemoStore.CASHIER_PIN))
        .hasMessageContaining("EMERGENCY_SIGN_ON");
  }

  @Test
  void aSignOnOfTheDayBeforeIsNotEnough() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      aMorning(wire.port());
    }
    Instant tomorrow = Instant.now().plus(AbsentSignOn.LONGEST);
    assertThat(new AbsentSignOn(folder, () -> tomorrow).knows(at.cashier())).isFalse();
    assertThat(new AbsentSignOn(folder, () -> tomorrow.minusSeconds(3_600)).knows(at.cashier()))
        .isTrue();
  }

  @Test
  void aClosedShiftIsNoneToSignOnFor() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      aMorning(wire.port());
      try (StartedLane lane = at.start(wire.port())) {
        SignedOnView on = signOn(lane);
        lane.lane.payCash(on.basket().totalMinor(), on.basket().cashDueMinor()).join();
        lane.lane.closeShift(List.of(), "").join();
      }
      assertThat(new AbsentSignOn(folder, Clock.systemUTC()).knows(at.cashier())).isFalse();
    }
  }

  @Test
  void noKeyHoldsALaneWhoseServerIsAway() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (StartedLane lane = at.start(wire.port())) {
        signOn(lane);
        wire.away(true);

        assertThat(refusal(lane.lane.printAgain())).isEqualTo("EMERGENCY_ONLY_CASH");
        assertThat(refusal(lane.lane.printX())).isEqualTo("EMERGENCY_ONLY_CASH");
        assertThat(refusal(lane.lane.suspend())).isEqualTo("EMERGENCY_ONLY_CASH");
        lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor()).join();
        assertThat(lane.lane.printAgain().join().receiptNumber())
            .as("of its own sale")
            .contains("E0");
        lane.lane.signOff().join();
      }
    }
  }

  @Test
  void aSignOffThatNobodyHearsLeavesTheBasketToTheSignOnAlone() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (StartedLane lane = at.start(wire.port())) {
        signOn(lane);
        wire.holdAnswers();
        lane.lane.signOff().join();

        BasketView found = signOn(lane).basket();

        assertThat(found.lines())
            .extracting(LineView::name)
            .containsExactly(atHand.lines().get(0).name());
        assertThat(found.totalMinor()).isEqualTo(atHand.totalMinor());
        lane.lane.payCash(found.totalMinor(), found.cashDueMinor()).join();
        wire.cut();
      }
    }
  }

  @Test
  void aSignOffThatNobodyHearsEndsOnTheLane() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (StartedLane lane = at.start(wire.port())) {
        signOn(lane);
        wire.holdAnswers();

        lane.lane.signOff().join();

        wire.cut();
        assertThat(signOn(lane).basket()).isEqualTo(atHand);
      }
    }
  }

  @Test
  void aPaymentThatTheServerRefusedIsNotMadeAtTheNextSignOn() throws Exception {
    int port = shop.store().server().port();
    BasketView atHand = aMorning(port);
    try (StartedLane lane = at.start(port);
        StoreConnection elsewhere = shop.store().connect(at.machine())) {
      signOn(lane);
      new Lane(elsewhere)
          .signOn(at.cashier(), DemoStore.CASHIER_PIN); // the first session has ended

      assertThat(refusal(lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor())))
          .isEqualTo("NOT_SIGNED_ON");
      assertThat(signOn(lane).basket()).isEqualTo(atHand);
    }
  }

  @Test
  void aSaleOfItsOwnSettlesNoPaymentOfAnotherBasket() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      aMorning(wire.port());
      var journal = at.journal();
      try (StoreConnection connection = shop.store().connect(at.machine())) {
        Lane before = new Lane(connection);
        String shift =
            before.signOn(at.cashier(), DemoStore.CASHIER_PIN).getOpenShift().getShiftId();
        before.find(before.waiting().list().get(0).getBasketId());
        long due = before.basket().getTotals().getCashDueMinor();
        journal.saleInDoubt().keep(shift, before.payment(Lane.cash(due)));
      } // and here it loses power, and with it what it had kept of the basket
      Files.deleteIfExists(folder.resolve("basket.kept"));
      wire.away(true);
      try (StartedLane lane = at.start(wire.port())) {
        assertThat(signOn(lane).basket().lines()).isEmpty();
        BasketView next = lane.lane.addLine(shop.code(5), 1_000, "").join();
        lane.lane.payCash(next.totalMinor(), next.cashDueMinor()).join();
      }
      wire.away(false);
      try (StartedLane lane = at.start(wire.port())) {
        assertThat(signOn(lane).basket().lines()).as("sold").isEmpty();
      }
      assertThat(journal.saleInDoubt().read()).isEmpty();
      assertThat(journal.rows()).hasSize(3);
    }
  }

  @Test
  void aBasketThatTheServerMayHaveSoldTakesNothingMore() throws Exception {
    try (Wire wire = new Wire(shop.store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      var journal = at.journal();
      try (StoreConnection connection = shop.store().connect(at.machine())) {
        Lane before = new Lane(connection);
        String shift =
            before.signOn(at.cashier(), DemoStore.CASHIER_PIN).getOpenShift().getShiftId();
        before.find(before.waiting().list().get(0).getBasketId());
        var payment = before.payment(Lane.cash(atHand.cashDueMinor()));
        journal.saleInDoubt().keep(shift, payment);
        before.pay(payment);
      } // and here it loses power
      wire.away(true);
      try (StartedLane lane = at.start(wire.port())) {
        assertThat(signOn(lane).basket()).isEqualTo(atHand);

        assertThat(refusal(lane.lane.addLine(shop.code(5), 1_000, "")))
            .isEqualTo("BASKET_IN_DOUBT");
        int line = atHand.lines().get(0).lineId();
        assertThat(refusal(lane.lane.changeQuantity(line, 5_000, ""))).isEqualTo("BASKET_IN_DOUBT");
        assertThat(refusal(lane.lane.voidLine(line, ""))).isEqualTo("BASKET_IN_DOUBT");
        assertThat(refusal(lane.lane.voidBasket(""))).isEqualTo("BASKET_IN_DOUBT");
        lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor()).join();
        BasketView next = lane.lane.addLine(shop.code(5), 1_000, "").join();
        assertThat(next.lines()).hasSize(1);
        lane.lane.payCash(next.totalMinor(), next.cashDueMinor()).join();
      }
      wire.away(false);
      try (StartedLane lane = at.start(wire.port())) {
        assertThat(signOn(lane).basket().lines()).isEmpty();
        await().atMost(LONG).until(() -> refusal(lane.lane.printX()).isEmpty() && at.sales() == 3);
        assertThat(cash()).as("the till holds what the papers say").isEqualTo(papers());
        assertThat(lane.lane.closeShift(List.of(), "").join().complete())
            .as("a paper of the lane's own for a sale of the server's is one receipt")
            .isTrue();
      }
    }
  }

  /** What the till holds besides its float. */
  private long cash() {
    return at.figure(
            "SELECT SUM(amount_minor) FROM till_move JOIN terminal USING (terminal_id)"
                + " WHERE code = :code")
        - 200_000_00;
  }

  private long papers() throws IOException {
    return at.journal().rows().stream().mapToLong(LaneJournal.Row::totalMinor).sum();
  }
}
