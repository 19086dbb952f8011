package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.server.people.IdleSessions;
import id.lajur.server.people.Settings;
import id.lajur.server.people.SignOn;
import id.lajur.server.security.Activity;
import id.lajur.server.security.PinHasher;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdleSessionTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final AtomicLong nanos = new AtomicLong();
  private final Activity activity = new Activity(nanos::get);
  private final IdleSessions idle =
      new IdleSessions(
          store.server().database().jdbi(),
          1,
          activity,
          new SignOn(store.server().database().jdbi(), new PinHasher(), Clock.systemUTC()),
          Clock.systemUTC());

  @BeforeAll
  static void aShopWhereSessionsEndAfterAQuarterOfAnHour() throws SQLException {
    new Settings(store.changes()).set("session.idle_minutes", "15", null);
  }

  @AfterAll
  static void asItWas() throws SQLException {
    new Settings(store.changes()).set("session.idle_minutes", "0", null);
    store.assertAuditClean();
  }

  @Test
  void anIdleSessionEndsAndTheBasketStays() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      lane.scan(item);
      idle.sweep();
      seen(lane, 14);
      minutesLater(14);
      idle.sweep();
      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("answered");

      seen(lane, 16);
      minutesLater(2);
      idle.sweep();

      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("NOT_SIGNED_ON");
      assertThat(journal(lane)).isOne();
      lane.signOn();
      assertThat(lane.scan(item).getBasket().getTotals().getTotalMinor()).isEqualTo(4_000_00);
      lane.pay(lane.cashRequest(4_000_00));
    }
  }

  @Test
  void aDeskMayHaveAnotherIdleTimeThanALane() throws SQLException {
    new Settings(store.changes()).set("session.idle_minutes.back_office", "60", null);
    try (TestLane lane = store.enrolled();
        TestLane desk = store.enrolled()) {
      store.sql(
          "UPDATE terminal SET kind = 'BACK_OFFICE' WHERE terminal_id ="
              + " (SELECT MAX(terminal_id) FROM terminal)");
      lane.signOn();
      desk.signOn();
      sweep();
      seen(lane, 30);
      seen(desk, 30);
      minutesLater(30);
      sweep();
      assertThat(open(lane)).isZero();
      assertThat(open(desk)).isOne();

      seen(desk, 61);
      minutesLater(31);
      sweep();
      assertThat(open(desk)).isZero();
    }
  }

  @Test
  void whatAnotherServerHasSeenIsAlive() {
    try (TestLane lane = store.enrolled()) {
      lane.signOn();
      sweep();
      minutesLater(60);
      seen(lane, 1);

      sweep();

      assertThat(open(lane)).isOne();
    }
  }

  @Test
  void aClockSetForwardEndsNobodysSession() {
    try (TestLane lane = store.enrolled()) {
      lane.signOn();
      sweep();
      seen(lane, 60);

      sweep();

      assertThat(open(lane)).isOne();
    }
  }

  @Test
  void anActIsWrittenForOtherServersOnceAMinute() {
    try (TestLane lane = store.enrolled()) {
      lane.signOn();
      sweep();
      seen(lane, 2);
      sweep();

      assertThat(secondsSinceSeen(lane)).isLessThan(60);
      long before = secondsSinceSeen(lane);
      sweep();
      assertThat(secondsSinceSeen(lane)).isGreaterThanOrEqualTo(before);
    }
  }

  /** It comes every ten seconds; a session that is alive is written down by it. */
  @Test
  void theServerItselfLooksForIdleSessions() {
    try (TestLane lane = store.enrolled()) {
      lane.signOn();
      seen(lane, 2);

      await().atMost(Duration.ofMinutes(1)).until(() -> secondsSinceSeen(lane) < 60);
    }
  }

  private void sweep() {
    try {
      idle.sweep();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void minutesLater(long minutes) {
    nanos.addAndGet(TimeUnit.MINUTES.toNanos(minutes));
  }

  private static void seen(TestLane lane, int minutesAgo) {
    store.sql(
        "UPDATE session SET seen_at = UTC_TIMESTAMP(6) - INTERVAL "
            + minutesAgo
            + " MINUTE WHERE closed_at IS NULL AND "
            + of(lane));
  }

  private static long secondsSinceSeen(TestLane lane) {
    return store.number(
        "SELECT TIMESTAMPDIFF(SECOND, MAX(seen_at), UTC_TIMESTAMP(6)) FROM session WHERE "
            + of(lane));
  }

  private static long open(TestLane lane) {
    return store.number("SELECT COUNT(*) FROM session WHERE closed_at IS NULL AND " + of(lane));
  }

  private static long journal(TestLane lane) {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry WHERE kind = 'SESSION_IDLE' AND " + of(lane));
  }

  private static String of(TestLane lane) {
    return "operator_id = (SELECT operator_id FROM operator WHERE number = '"
        + lane.operator()
        + "')";
  }
}
