package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import id.lajur.installer.faults.Wire;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.window.ServerLane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane that is started while its server is away. */
@Timeout(240)
class AbsentSignOnTest {
  private static final Duration LONG = Duration.ofSeconds(30);
  private static @Nullable DemoStore opened;
  private static int lanes;

  private final int number = ++lanes;
  private final MachineIdentity machine = store().enrolLane(number);
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void openTheShop() throws Exception {
    opened = DemoStore.open(Clock.systemUTC());
  }

  @AfterAll
  static void thePromisesHold() throws Exception {
    try (DemoStore store = store()) {
      assertThat(store.audit().clean()).as(store.audit().toText()).isTrue();
    }
  }

  private static DemoStore store() {
    if (opened == null) {
      throw new IllegalStateException("the shop is not open");
    }
    return opened;
  }

  private final class Started implements AutoCloseable {
    final ReceiptPrinter printer =
        new ReceiptPrinter(
            PrinterPort.of("file:" + folder.resolve("paper")),
            Paper.MM80,
            Language.ENGLISH,
            folder.resolve("papers"),
            news -> {});
    final StoreConnection connection;
    final ServerLane lane;

    Started(int port) throws IOException {
      this.connection = new StoreConnection("127.0.0.1", port, machine);
      this.lane =
          WindowlessLane.open(
              connection, new LaneJournal(folder.resolve("journal.tsv")), folder, printer);
      lane.terminal().join();
    }

    SignedOnView signOn(String pin) {
      return lane.signOn(DemoStore.cashier(number), pin).join();
    }

    @Override
    public void close() {
      connection.close();
      lane.close();
      printer.close();
    }
  }

  private static String refusal(CompletableFuture<?> act) {
    try {
      act.join();
      return "";
    } catch (CompletionException e) {
      if (e.getCause() instanceof LaneRefusal refusal) {
        return refusal.reason();
      }
      throw e;
    }
  }

  private String code(int index) {
    return DemoStore.code(store().goods().get(index));
  }

  /** Signs on with the server, sells one item, scans another. */
  private BasketView aMorning(int port) throws IOException {
    BasketView atHand;
    try (Started lane = new Started(port)) {
      lane.signOn(DemoStore.CASHIER_PIN);
      lane.lane.openShift(200_000_00).join();
      BasketView sold = lane.lane.addLine(code(1), 1_000, "").join();
      lane.lane.payCash(sold.totalMinor(), sold.cashDueMinor()).join();
      atHand = lane.lane.addLine(code(2), 2_000, "").join();
      await()
          .atMost(LONG)
          .until(() -> new AbsentSignOn(folder, Clock.systemUTC()).knows(cashier()));
      await().atMost(LONG).until(() -> Files.exists(folder.resolve("shelf.snapshot")));
    }
    return atHand;
  }

  private String cashier() {
    return DemoStore.cashier(number);
  }

  @Test
  void itsOperatorSignsOnAndSellsTheBasketThatWasAtHand() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      wire.away(true);
      try (Started lane = new Started(wire.port())) {
        assertThat(refusal(lane.lane.signOn(cashier(), "9999"))).isEqualTo("SIGN_ON_FAILED");
        assertThat(refusal(lane.lane.signOn("4711", DemoStore.CASHIER_PIN)))
            .isEqualTo("EMERGENCY_SIGN_ON");

        SignedOnView on = lane.signOn(DemoStore.CASHIER_PIN);
        assertThat(on.shift()).isPresent();
        assertThat(on.basket()).isEqualTo(atHand);
        lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor()).join();
        wire.away(false);

        await().atMost(LONG).until(() -> refusal(lane.lane.search("kopi")).equals("NOT_SIGNED_ON"));
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket().lines()).isEmpty();
        lane.lane.addLine(code(3), 1_000, "").join();
      }
    }
    assertThat(Files.readString(folder.resolve("people.kept"), StandardCharsets.ISO_8859_1))
        .as("encrypted")
        .doesNotContain(cashier() + "\\0");
  }

  @Test
  void afterFiveWrongPinsOnlyTheServerDecides() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      aMorning(wire.port());
    }
    for (int i = 0; i < AbsentSignOn.MOST_WRONG; i++) {
      AbsentSignOn restarted = new AbsentSignOn(folder, Clock.systemUTC());
      assertThatThrownBy(() -> restarted.signOn(cashier(), "9999"))
          .hasMessageContaining("SIGN_ON_FAILED");
    }
    assertThatThrownBy(
            () ->
                new AbsentSignOn(folder, Clock.systemUTC())
                    .signOn(cashier(), DemoStore.CASHIER_PIN))
        .hasMessageContaining("EMERGENCY_SIGN_ON");
  }

  @Test
  void aSignOnOfTheDayBeforeIsNotEnough() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      aMorning(wire.port());
    }
    Instant tomorrow = Instant.now().plus(AbsentSignOn.LONGEST);
    assertThat(new AbsentSignOn(folder, () -> tomorrow).knows(cashier())).isFalse();
    assertThat(new AbsentSignOn(folder, () -> tomorrow.minusSeconds(3_600)).knows(cashier()))
        .isTrue();
  }

  @Test
  void aClosedShiftIsNoneToSignOnFor() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      aMorning(wire.port());
      try (Started lane = new Started(wire.port())) {
        SignedOnView on = lane.signOn(DemoStore.CASHIER_PIN);
        lane.lane.payCash(on.basket().totalMinor(), on.basket().cashDueMinor()).join();
        lane.lane.closeShift(java.util.List.of(), "").join();
      }
      assertThat(new AbsentSignOn(folder, Clock.systemUTC()).knows(cashier())).isFalse();
    }
  }

  @Test
  void noKeyHoldsALaneWhoseServerIsAway() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (Started lane = new Started(wire.port())) {
        lane.signOn(DemoStore.CASHIER_PIN);
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
    try (Wire wire = new Wire(store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (Started lane = new Started(wire.port())) {
        lane.signOn(DemoStore.CASHIER_PIN);
        wire.holdAnswers();
        lane.lane.signOff().join();

        BasketView found = lane.signOn(DemoStore.CASHIER_PIN).basket();

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
    try (Wire wire = new Wire(store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      try (Started lane = new Started(wire.port())) {
        lane.signOn(DemoStore.CASHIER_PIN);
        wire.holdAnswers();

        lane.lane.signOff().join();

        wire.cut();
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket()).isEqualTo(atHand);
      }
    }
  }

  @Test
  void aPaymentThatTheServerRefusedIsNotMadeAtTheNextSignOn() throws Exception {
    int port = store().server().port();
    BasketView atHand = aMorning(port);
    try (Started lane = new Started(port);
        StoreConnection elsewhere = store().connect(machine)) {
      lane.signOn(DemoStore.CASHIER_PIN);
      new Lane(elsewhere).signOn(cashier(), DemoStore.CASHIER_PIN); // the first session has ended

      assertThat(refusal(lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor())))
          .isEqualTo("NOT_SIGNED_ON");
      assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket()).isEqualTo(atHand);
    }
  }

  @Test
  void aSaleOfItsOwnSettlesNoPaymentOfAnotherBasket() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      aMorning(wire.port());
      var journal = new LaneJournal(folder.resolve("journal.tsv"));
      try (StoreConnection connection = store().connect(machine)) {
        Lane before = new Lane(connection);
        String shift = before.signOn(cashier(), DemoStore.CASHIER_PIN).getOpenShift().getShiftId();
        before.find(before.waitingBaskets().get(0).getBasketId());
        long due = before.basket().getTotals().getCashDueMinor();
        journal.saleInDoubt().keep(shift, before.payment(Lane.cash(due)));
      } // and here it loses power, and with it what it had kept of the basket
      Files.deleteIfExists(folder.resolve("basket.kept"));
      wire.away(true);
      try (Started lane = new Started(wire.port())) {
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket().lines()).isEmpty();
        BasketView next = lane.lane.addLine(code(5), 1_000, "").join();
        lane.lane.payCash(next.totalMinor(), next.cashDueMinor()).join();
      }
      wire.away(false);
      try (Started lane = new Started(wire.port())) {
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket().lines()).as("sold").isEmpty();
      }
      assertThat(journal.saleInDoubt().read()).isEmpty();
      assertThat(journal.rows()).hasSize(3);
    }
  }

  @Test
  void aBasketThatTheServerMayHaveSoldTakesNothingMore() throws Exception {
    try (Wire wire = new Wire(store().server().port())) {
      BasketView atHand = aMorning(wire.port());
      var journal = new LaneJournal(folder.resolve("journal.tsv"));
      try (StoreConnection connection = store().connect(machine)) {
        Lane before = new Lane(connection);
        String shift = before.signOn(cashier(), DemoStore.CASHIER_PIN).getOpenShift().getShiftId();
        before.find(before.waitingBaskets().get(0).getBasketId());
        var payment = before.payment(Lane.cash(atHand.cashDueMinor()));
        journal.saleInDoubt().keep(shift, payment);
        before.pay(payment);
      } // and here it loses power
      wire.away(true);
      try (Started lane = new Started(wire.port())) {
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket()).isEqualTo(atHand);

        assertThat(refusal(lane.lane.addLine(code(5), 1_000, ""))).isEqualTo("BASKET_IN_DOUBT");
        int line = atHand.lines().get(0).lineId();
        assertThat(refusal(lane.lane.changeQuantity(line, 5_000, ""))).isEqualTo("BASKET_IN_DOUBT");
        assertThat(refusal(lane.lane.voidLine(line, ""))).isEqualTo("BASKET_IN_DOUBT");
        assertThat(refusal(lane.lane.voidBasket(""))).isEqualTo("BASKET_IN_DOUBT");
        lane.lane.payCash(atHand.totalMinor(), atHand.cashDueMinor()).join();
        BasketView next = lane.lane.addLine(code(5), 1_000, "").join();
        assertThat(next.lines()).hasSize(1);
        lane.lane.payCash(next.totalMinor(), next.cashDueMinor()).join();
      }
      wire.away(false);
      try (Started lane = new Started(wire.port())) {
        assertThat(lane.signOn(DemoStore.CASHIER_PIN).basket().lines()).isEmpty();
        await().atMost(LONG).until(() -> refusal(lane.lane.printX()).isEmpty() && sold() == 3);
        assertThat(cash()).as("the till holds what the papers say").isEqualTo(papers());
      }
    }
  }

  private long number(String sql) {
    return store()
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(sql)
                    .bind("code", "L%02d".formatted(number))
                    .mapTo(Long.class)
                    .one());
  }

  private long sold() {
    return number("SELECT COUNT(*) FROM sale JOIN terminal USING (terminal_id) WHERE code = :code");
  }

  /** What the till holds besides its float. */
  private long cash() {
    return number(
            "SELECT SUM(amount_minor) FROM till_move JOIN terminal USING (terminal_id)"
                + " WHERE code = :code")
        - 200_000_00;
  }

  private long papers() throws IOException {
    return new LaneJournal(folder.resolve("journal.tsv"))
        .rows().stream().mapToLong(LaneJournal.Row::totalMinor).sum();
  }
}
