package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.server.people.Settings;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane that was left alone, and one whose session the server has ended: no scan is lost. */
@CacioTest
class LaneLockWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String ENDS_ALL =
      "UPDATE session SET closed_at = UTC_TIMESTAMP(6) WHERE closed_at IS NULL";

  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  @Test
  void whatIsScannedWhileItIsLockedIsSoldAfterThePin(@TempDir Path folder) throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    try (DemoStore store = DemoStore.open(Clock.systemUTC())) {
      LaneWindow lane = lane(store, folder);
      try (lane) {
        LaneHand hand = new LaneHand(lane);
        signOn(hand, DemoStore.cashier(1));
        leftAlone(hand, store);
        sessionEnded(hand, store);
        sessionEndedAtTheMoney(hand, store);
        anotherCashier(hand, store);
        watch.assertClean();
      }
      assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
      assertThat(store.audit().clean()).as(store.audit().toText()).isTrue();
    }
  }

  @Test
  void aFaultOfTheProgramIsShownWhileTheLaneIsOpen(@TempDir Path folder) throws Exception {
    List<String> ids = new CopyOnWriteArrayList<>();
    Runnable end = Faults.watch(ids::add);
    try (DemoStore store = DemoStore.open(Clock.systemUTC());
        LaneWindow lane = lane(store, folder)) {
      LaneHand hand = new LaneHand(lane);

      Faults.tell(new IllegalStateException("on purpose"));

      hand.until(
          s ->
              s.message().key().equals("refused.PROGRAM_FAULT")
                  && ids.contains(s.message().code()));
      hand.picture("a-fault-of-the-program");
    } finally {
      end.run();
    }
  }

  private void leftAlone(LaneHand hand, DemoStore store) throws Exception {
    hand.scan(code(store, 0)).scan(code(store, 1)).until(lines(2));
    later.set(Duration.ofMinutes(14)); // the store lets go after 15

    hand.until(s -> s.isLocked() && s.message().key().equals("panel.Locked"));
    hand.scan(code(store, 2)).until(s -> s.scansWaiting() == 1);
    hand.picture("locked-with-a-scan");
    unlock(hand).until(lines(3));
  }

  private void sessionEnded(LaneHand hand, DemoStore store) throws Exception {
    endSessions(store);

    hand.scan(code(store, 3)).scan(code(store, 4)).scan(code(store, 5));
    hand.until(s -> s.isLocked() && s.scansWaiting() == 3);
    assertThat(hand.until(s -> true).message().key()).isEqualTo("refused.NOT_SIGNED_ON");
    unlock(hand).until(lines(6));
  }

  private static void sessionEndedAtTheMoney(LaneHand hand, DemoStore store) throws Exception {
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    hand.press(KeyEvent.VK_F2);
    endSessions(store);

    hand.press(KeyEvent.VK_ENTER).until(LaneState::isLocked);
    hand.picture("locked-at-the-money");
    unlock(hand).until(s -> s.phase() == Phase.TENDERING && !s.isLocked());
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    assertThat(sales(store)).isEqualTo(1);
  }

  private static void anotherCashier(LaneHand hand, DemoStore store) throws Exception {
    var unused = store.enrolLane(2);
    hand.scan(code(store, 0)).until(lines(1));
    endSessions(store);
    hand.scan(code(store, 1)).until(s -> s.isLocked() && s.scansWaiting() == 1);

    hand.press(KeyEvent.VK_F3).until(s -> s.phase() == Phase.SIGNED_OFF);
    hand.type(DemoStore.cashier(2)).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type("100000").press(KeyEvent.VK_ENTER);
    hand.until(s -> s.message().key().equals("refused.SHIFT_OPEN")); // it is not his drawer
    hand.press(KeyEvent.VK_ESCAPE).until(s -> s.phase() == Phase.SIGNED_OFF);
    hand.type(DemoStore.cashier(1)).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER);

    hand.until(lines(2));
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);
    assertThat(sales(store)).isEqualTo(2);
  }

  private static LaneHand unlock(LaneHand hand) throws Exception {
    return hand.type(DemoStore.CASHIER_PIN).press(KeyEvent.VK_ENTER);
  }

  private static void signOn(LaneHand hand, String number) throws Exception {
    hand.type(number).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type("100000").press(KeyEvent.VK_ENTER).until(LaneState::isSelling);
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.basket().lines().stream().filter(LineView::stands).count() == standing && !s.isLocked();
  }

  private static void endSessions(DemoStore store) {
    store.server().database().jdbi().useHandle(handle -> handle.execute(ENDS_ALL));
  }

  private static long sales(DemoStore store) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle -> handle.createQuery("SELECT COUNT(*) FROM sale").mapTo(Long.class).one());
  }

  /** Goods that are sold by the piece. */
  private static String code(DemoStore store, int which) {
    return store.goods().stream()
        .filter(item -> !item.weighed())
        .skip(which)
        .findFirst()
        .map(DemoStore::code)
        .orElseThrow();
  }

  private LaneWindow lane(DemoStore store, Path folder) throws Exception {
    MachineIdentity machine = store.enrolLane(1);
    new Settings(new EnrolledLane(store, 1, machine, folder).changes())
        .set("session.idle_minutes.lane", "15", null);
    InstantSource clock = () -> InstantSource.system().instant().plus(later.get());
    return LaneWindow.open(
        store.connect(machine),
        new LaneWindow.Settings(
            Language.INDONESIAN,
            Theme.LIGHT,
            List.of(PrinterPort.of("file:" + folder.resolve("paper"))),
            Paper.MM80,
            Language.INDONESIAN,
            folder.resolve("journal"),
            clock,
            false,
            100,
            LaneDevices.KEYBOARD_ONLY));
  }
}
