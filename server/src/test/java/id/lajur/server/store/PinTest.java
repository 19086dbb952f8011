package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import id.lajur.people.v1.ChangePinRequest;
import id.lajur.people.v1.SignOffRequest;
import id.lajur.server.people.Operators;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.PinHasher;
import io.grpc.StatusRuntimeException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

class PinTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger numbers = new AtomicInteger(40_000);

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static String newNumber() {
    return Integer.toString(numbers.incrementAndGet());
  }

  private static String operator(boolean mustChange) throws SQLException {
    String number = newNumber();
    store
        .operators()
        .add(
            new Operators.NewOperator(number, "Uji PIN", "CASHIER", "id", mustChange),
            "4711".toCharArray());
    return number;
  }

  private static String tried(TestLane lane, String pin) {
    return TestLane.outcome(() -> lane.tryPin(pin));
  }

  private static Map<String, String> facts(TestLane lane, String pin) {
    return TestLane.facts(
        catchThrowableOfType(StatusRuntimeException.class, () -> lane.tryPin(pin)));
  }

  private static String changed(TestLane lane, String old, String chosen) {
    return TestLane.outcome(
        () ->
            lane.sessions()
                .changePin(
                    ChangePinRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setOldPin(old)
                        .setNewPin(chosen)
                        .build()));
  }

  @Test
  void whoeverChangesHisPinIsOnWithTheOldOneNowhereElse() throws SQLException {
    String item = store.item(1_000_00);
    String number = operator(false);
    try (TestLane here = store.enrolled().as(number);
        TestLane elsewhere = store.enrolled().as(number)) {
      var unused = elsewhere.tryPin("4711");
      unused = here.tryPin("4711");
      assertThat(shift(here)).isEqualTo("answered");
      assertThat(TestLane.outcome(() -> elsewhere.scan(item))).isEqualTo("SHIFT_CLOSED");

      assertThat(changed(here, "4711", "8364")).isEqualTo("answered");

      assertThat(TestLane.outcome(() -> here.scan(item))).isEqualTo("answered");
      assertThat(TestLane.outcome(() -> elsewhere.scan(item))).isEqualTo("NOT_SIGNED_ON");
    }
  }

  @Test
  void aNumberThatNobodyHasIsLockedAsOneThatSomebodyHasAndAsALeavers() throws SQLException {
    String known = operator(false);
    String gone = operator(false);
    store.operators().leave(gone);
    try (TestLane lane = store.enrolled()) {
      for (String number : List.of(known, gone, newNumber())) {
        lane.as(number);
        List<Boolean> locked = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
          locked.add(facts(lane, "9090").containsKey("lockedUntilMs"));
        }
        assertThat(locked).as(number).containsExactly(false, false, false, false, true, true, true);
        assertThat(tried(lane, "4711")).as(number).isEqualTo("SIGN_ON_FAILED");
      }
    }
  }

  /** Lets go what is held once so many wait for it or for each other. */
  private static void whileHeld(Connection side, int waiting) throws SQLException {
    await()
        .until(
            () ->
                store.number(
                        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                            + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'")
                    == waiting);
    side.commit();
  }

  private static Connection held(String number, String sql) throws SQLException {
    Connection side = store.server().database().dataSource().getConnection();
    side.setAutoCommit(false);
    try (Statement statement = side.createStatement()) {
      statement.execute(sql + " WHERE number = '" + number + "'");
    }
    return side;
  }

  private static <T> CompletableFuture<T> apart(Supplier<T> call) {
    return CompletableFuture.supplyAsync(call, task -> new Thread(task).start());
  }

  @Test
  @Timeout(60)
  void twoWhoSignOnAtOnceAtATerminalLeaveOneSession() throws Exception {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number);
        Connection side = store.server().database().dataSource().getConnection()) {
      side.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ); // so that it holds gaps
      side.setAutoCommit(false);
      try (Statement noSessionBegins = side.createStatement()) {
        noSessionBegins.execute(
            "SELECT * FROM session WHERE session_id > REPEAT(X'F0', 16) FOR UPDATE");
      }
      CompletableFuture<String> one = apart(() -> tried(lane, "4711"));
      CompletableFuture<String> other = apart(() -> tried(lane, "4711"));
      whileHeld(side, 2);

      assertThat(List.of(one.get(), other.get())).containsOnly("answered");
      assertThat(openSessions(number)).isOne();
    }
  }

  @Test
  @Timeout(60)
  void aPinThatIsSetWhileItsOperatorChangesTheOldOneStays() throws Exception {
    String number = operator(false);
    String kept =
        store.text("SELECT pin_hash FROM operator WHERE number = '%s'".formatted(operator(false)));
    try (TestLane lane = store.enrolled().as(number)) {
      assertThat(tried(lane, "4711")).isEqualTo("answered");
      try (Connection side = held(number, "UPDATE operator SET pin_hash = '" + kept + "'")) {
        CompletableFuture<String> late = apart(() -> changed(lane, "4711", "836402"));
        whileHeld(side, 1);

        assertThat(late.get()).isEqualTo("SIGN_ON_FAILED");
      }
      assertThat(store.text("SELECT pin_hash FROM operator WHERE number = '%s'".formatted(number)))
          .isEqualTo(kept);
    }
  }

  @Test
  @Timeout(60)
  void nobodySignsOnByAPinThatIsReplacedMeanwhile() throws Exception {
    String number = operator(false);
    String other =
        store.text("SELECT pin_hash FROM operator WHERE number = '%s'".formatted(operator(false)));
    try (TestLane lane = store.enrolled().as(number);
        Connection side = held(number, "UPDATE operator SET pin_hash = '" + other + "'")) {
      CompletableFuture<String> late = apart(() -> tried(lane, "4711"));
      whileHeld(side, 1);

      assertThat(late.get()).isEqualTo("SIGN_ON_FAILED");
      assertThat(openSessions(number)).isZero();
    }
  }

  private static long openSessions(String number) {
    return store.number(
        "SELECT COUNT(*) FROM session JOIN operator USING (operator_id)"
            + " WHERE closed_at IS NULL AND number = '%s'".formatted(number));
  }

  @Test
  void neitherARightNorAWrongPinLengthensALock() throws SQLException {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number)) {
      for (int i = 0; i < 4; i++) {
        facts(lane, "9090");
      }
      String until = Objects.requireNonNull(facts(lane, "9090").get("lockedUntilMs"));

      assertThat(facts(lane, "4711")).containsEntry("lockedUntilMs", until);
      assertThat(facts(lane, "9090")).containsEntry("lockedUntilMs", until);
      assertThat(facts(lane, "4711")).containsEntry("lockedUntilMs", until);
    }
  }

  @Test
  void eachTryAfterALockDoublesItAndARightPinForgetsThemAll() throws SQLException {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number)) {
      for (int i = 0; i < 5; i++) {
        facts(lane, "9090");
      }
      for (int seconds : new int[] {60, 120, 240}) {
        lift(number);
        Instant before = Instant.now();
        String until = Objects.requireNonNull(facts(lane, "9090").get("lockedUntilMs"));
        assertThat(Instant.ofEpochMilli(Long.parseLong(until)))
            .isBetween(before.plusSeconds(seconds - 1), Instant.now().plusSeconds(seconds + 1));
      }
      lift(number);

      assertThat(tried(lane, "4711")).isEqualTo("answered");
      assertThat(facts(lane, "9090")).isEmpty();
      assertThat(store.number("SELECT tries FROM sign_on_failure WHERE number = '" + number + "'"))
          .isOne();
    }
  }

  private static void lift(String number) {
    store.sql("UPDATE sign_on_failure SET locked_until = NULL WHERE number = '" + number + "'");
  }

  @Test
  void triesAtTheSameMomentAreNoMoreThanOneAfterAnother() throws Exception {
    String number = operator(false);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (TestLane lane = store.enrolled().as(number)) {
      List<Callable<Boolean>> tries =
          Collections.nCopies(16, () -> facts(lane, "9090").containsKey("lockedUntilMs"));
      int free = 0;
      for (Future<Boolean> one : threads.invokeAll(tries)) {
        free += one.get() ? 0 : 1;
      }

      assertThat(free).isEqualTo(4);
      assertThat(store.number("SELECT tries FROM sign_on_failure WHERE number = '" + number + "'"))
          .isEqualTo(5);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void whatIsADayOldIsForgotten() throws SQLException {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number)) {
      for (int i = 0; i < 5; i++) {
        facts(lane, "9090");
      }
      store.sql(
          "UPDATE sign_on_failure SET last_at = last_at - INTERVAL 25 HOUR, locked_until = NULL"
              + " WHERE number = '"
              + number
              + "'");

      assertThat(facts(lane, "9090")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0000, PIN_TRIVIAL", "1234, PIN_TRIVIAL", "87654321, PIN_TRIVIAL", "8901, PIN_TRIVIAL",
    "55555555, PIN_TRIVIAL", "0070701, PIN_TRIVIAL", "70701, PIN_TRIVIAL", "123, PIN_INVALID",
    "1234567890123, PIN_INVALID", "12e4, PIN_INVALID", "'', PIN_INVALID"
  })
  void aPinThatIsEasyToGuessIsRefused(String pin, String reason) {
    char[] typed = pin.toCharArray();
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                store
                    .operators()
                    .add(new Operators.NewOperator("70701", "Uji", "CASHIER", "id", false), typed));

    assertThat(refusal.reason().name()).isEqualTo(reason);
    assertThat(new String(typed)).matches("\\x00*");
  }

  @Test
  void whoMustChangeHisPinDoesNothingElseFirst() throws SQLException {
    String item = store.item(1_000_00);
    String number = operator(true);
    try (TestLane lane = store.enrolled().as(number)) {
      assertThat(lane.tryPin("4711").getMustChangePin()).isTrue();

      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("PIN_CHANGE_NEEDED");
      assertThat(shift(lane)).isEqualTo("PIN_CHANGE_NEEDED");
      assertThat(TestLane.outcome(() -> lane.approve(lane, "sale.discount", TestLane.newId())))
          .isEqualTo("PIN_CHANGE_NEEDED");
      assertThat(changed(lane, "4711", "8364")).isEqualTo("answered");

      assertThat(shift(lane)).isEqualTo("answered");
      assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("answered");
      assertThat(tried(lane, "4711")).isEqualTo("SIGN_ON_FAILED");
      assertThat(lane.tryPin("8364").getMustChangePin()).isFalse();
      lane.pay(lane.cashRequest(1_000_00));
    }
  }

  @Test
  void aPinThatMustBeChangedIsNotKeptByNamingAnotherOldOne() throws SQLException {
    String number = operator(true);
    try (TestLane lane = store.enrolled().as(number)) {
      lane.tryPin("4711");

      assertThat(changed(lane, "9090", "4711")).isEqualTo("PIN_SAME");
      assertThat(lane.tryPin("4711").getMustChangePin()).isTrue();
      assertThat(shift(lane)).isEqualTo("PIN_CHANGE_NEEDED");

      assertThat(changed(lane, "4711", "8364")).isEqualTo("answered");
      assertThat(changed(lane, "4711", "8364")).as("sent again").isEqualTo("answered");
      assertThat(lane.tryPin("8364").getMustChangePin()).isFalse();
    }
  }

  private static String shift(TestLane lane) {
    return TestLane.outcome(
        () -> {
          lane.openShift(0);
          return "";
        });
  }

  @Test
  void whoMustChangeHisPinSignsOffOrApprovesNothing() throws SQLException {
    String number = newNumber();
    store
        .operators()
        .add(new Operators.NewOperator(number, "Baru", "OWNER", "id", true), "4711".toCharArray());
    try (TestLane lane = store.lane();
        TestLane supervisor = store.enrolled().as(number)) {
      lane.refOrNew();
      assertThat(
              TestLane.outcome(
                  () -> lane.approve(supervisor, "sale.discount", lane.ref().getBasketId())))
          .isEqualTo("PIN_CHANGE_NEEDED");

      supervisor.tryPin("4711");
      assertThat(
              TestLane.outcome(
                  () -> supervisor.sessions().signOff(SignOffRequest.getDefaultInstance())))
          .isEqualTo("answered");
    }
  }

  @Test
  void aChangeIsRefusedForAWrongOldPinATrivialAndTheSameOne() throws SQLException {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number)) {
      lane.tryPin("4711");

      assertThat(changed(lane, "4712", "8364")).isEqualTo("SIGN_ON_FAILED");
      assertThat(changed(lane, "4711", "4711")).isEqualTo("PIN_SAME");
      assertThat(changed(lane, "4711", "1111")).isEqualTo("PIN_TRIVIAL");
      assertThat(changed(lane, "4711", "47a1")).isEqualTo("PIN_INVALID");
      assertThat(tried(lane, "4711")).isEqualTo("answered");
    }
  }

  @Test
  void aChangeSentTwiceIsDone() throws SQLException {
    String number = operator(false);
    try (TestLane lane = store.enrolled().as(number)) {
      lane.tryPin("4711");

      assertThat(changed(lane, "4711", "8364")).isEqualTo("answered");
      assertThat(changed(lane, "4711", "8364")).isEqualTo("answered");
      assertThat(tried(lane, "8364")).isEqualTo("answered");
    }
  }

  @Test
  void hashingLeavesNoPinBehind() {
    PinHasher pins = new PinHasher();
    char[] first = "836402".toCharArray();
    char[] second = "836402".toCharArray();

    String kept = pins.hash(first);

    assertThat(pins.matches(second, kept)).isTrue();
    assertThat(first).containsOnly('\0');
    assertThat(second).containsOnly('\0');
    assertThat(kept).doesNotContain("836402");
  }

  @Test
  void noPinIsInAnyLogHoweverMuchIsLogged() throws SQLException {
    String pin = "836402957";
    String number = operator(false);
    List<String> lines = Collections.synchronizedList(new ArrayList<>());
    AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent event) {
            lines.add(event.getFormattedMessage() + event.getThrowableProxy());
          }
        };
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    appender.setContext(root.getLoggerContext());
    appender.start();
    List<Appender<ILoggingEvent>> others = new ArrayList<>();
    root.iteratorForAppenders().forEachRemaining(others::add);
    others.forEach(root::detachAppender);
    root.addAppender(appender);
    root.setLevel(Level.TRACE);
    try (TestLane lane = store.enrolled().as(number)) {
      assertThat(tried(lane, pin)).isEqualTo("SIGN_ON_FAILED");
      assertThat(tried(lane, "4711")).isEqualTo("answered");
      assertThat(changed(lane, "4711", pin)).isEqualTo("answered");
      assertThat(tried(lane, pin)).isEqualTo("answered");
      store.operators().setPin(number, pin.toCharArray(), true);
    } finally {
      root.setLevel(before);
      root.detachAppender(appender);
      others.forEach(root::addAppender);
    }

    String hex = HexFormat.of().formatHex(pin.getBytes(StandardCharsets.US_ASCII));
    assertThat(lines).as("TRACE was on").isNotEmpty();
    assertThat(lines).noneMatch(line -> line.contains(pin) || line.replace(" ", "").contains(hex));
  }
}
