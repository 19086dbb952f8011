package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.DenominationView;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Panel;
import id.lajur.pos.screen.TouchPlaces;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A shift at a lane of a real server by a finger alone: no key is pressed, nothing is scanned. */
@CacioTest
class TouchedDayWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private static final long FLOAT = 200_000_00;
  private static final String FOUND = "Garam Dapur Halus";

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  /** A finger at one window. */
  private static final class Finger {
    private final Component window;
    private final LaneHand eyes;
    private final Component panel;
    private final TouchPlaces places;

    Finger(LaneWindow lane) throws Exception {
      this.window = LaneHand.onScreen(lane::frame);
      this.eyes = new LaneHand(lane);
      this.panel = LaneHand.onScreen(() -> lane.frame().getContentPane());
      this.places = new TouchPlaces(panel);
    }

    /** Each by its name, when it is there. */
    Finger touch(String... names) throws Exception {
      for (String name : names) {
        eyes.until(() -> places.middle(name).isPresent(), name);
        Point where =
            LaneHand.onScreen(
                () ->
                    SwingUtilities.convertPoint(panel, places.middle(name).orElseThrow(), window));
        Toolkit.getDefaultToolkit()
            .getSystemEventQueue()
            .postEvent(
                new MouseEvent(
                    window,
                    MouseEvent.MOUSE_PRESSED,
                    System.currentTimeMillis(),
                    InputEvent.BUTTON1_DOWN_MASK,
                    where.x,
                    where.y,
                    1,
                    false,
                    MouseEvent.BUTTON1));
        LaneHand.onScreen(() -> true);
      }
      return this;
    }

    /** Digits or letters, one by one. */
    Finger types(String text) throws Exception {
      for (int i = 0; i < text.length(); i++) {
        touch(text.substring(i, i + 1).toLowerCase(Locale.ROOT));
      }
      return this;
    }

    LaneState until(Predicate<LaneState> shows) throws Exception {
      return eyes.until(shows);
    }

    String firstQuickKey() throws Exception {
      return LaneHand.onScreen(
          () ->
              places.names().stream()
                  .filter(name -> name.startsWith("quick "))
                  .findFirst()
                  .orElseThrow());
    }
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.panel() instanceof Panel.None
            && s.basket().lines().stream().filter(LineView::stands).count() == standing;
  }

  @Test
  void aShiftFromItsSignOnToItsZ(@TempDir Path folder) throws Exception {
    try (StoreConnection desk = shop.store().connect(shop.store().backPc())) {
      new Lane(desk).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      DemoStore.quickKeys(desk, DemoGoods.quickPage(shop.store().goods()));
    }
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    EnrolledLane at = shop.enrolLane(folder);
    LaneWindow window = open(at, folder);
    try (window) {
      var finger = new Finger(window);
      signOn(finger, at);
      sell(finger);
      long due = pay(finger);
      finger.touch("F10", "F7").until(s -> s.message().key().equals("xPrinted"));
      count(finger, FLOAT + due);
      watch.assertClean();
    }
    assertThat(window.awaitClosed(Duration.ofSeconds(20))).isTrue();
    assertThat(Files.readString(folder.resolve("paper"), ISO_8859_1))
        .contains("Z REPORT", "RECEIPTS COMPLETE");
  }

  private static void signOn(Finger finger, EnrolledLane at) throws Exception {
    finger.types(at.cashier()).touch("field 1").types(DemoStore.CASHIER_PIN);
    finger.touch("ENTER").until(s -> s.phase() == Phase.OPENING_SHIFT);
    finger.types("200").touch("000", "ENTER").until(s -> s.phase() == Phase.READY);
  }

  private static void sell(Finger finger) throws Exception {
    finger.touch(finger.firstQuickKey());
    if (finger.until(s -> !s.basket().isEmpty() || s.panel() instanceof Panel.Weigh).panel()
        instanceof Panel.Weigh) {
      finger.types("1").touch("ENTER");
    }
    LineView first = finger.until(lines(1)).basket().lastLine().orElseThrow();

    finger.touch("F2", "letters").types("garam dapur");
    finger.until(s -> s.panel() instanceof Panel.Search search && !search.matches().isEmpty());
    finger.touch("row 0");
    LineView found = finger.until(lines(2)).basket().lastLine().orElseThrow();
    assertThat(found.name()).startsWith(FOUND);

    finger.touch("F4").types("3").touch("ENTER");
    finger.until(s -> s.basket().lastLine().orElseThrow().quantityMilli() == 3_000);

    finger.touch("line " + first.lineId(), "F8").until(lines(1));

    finger.touch("F6").types("10").touch("field 1", "field 1").types("penyok").touch("ENTER");
    finger.until(s -> s.panel() instanceof Panel.Approval);
    finger.types(DemoStore.SUPERVISOR).touch("field 1").types(DemoStore.SUPERVISOR_PIN);
    finger.touch("ENTER").until(s -> s.basket().lines().stream().anyMatch(l -> discounted(l)));
  }

  private static boolean discounted(LineView line) {
    return line.stands() && line.discountMinor() > 0;
  }

  /** With the second of the likely sums. */
  private static long pay(Finger finger) throws Exception {
    LaneState selling = finger.until(lines(1));
    finger.touch("F12").until(s -> s.phase() == Phase.TENDERING);
    finger.touch("F3", "ENTER");
    LaneState done = finger.until(s -> s.phase() == Phase.DONE);
    assertThat(done.lastReceipt().orElseThrow().changeMinor()).isPositive();
    finger.touch("ENTER").until(s -> s.phase() == Phase.READY);
    return selling.basket().cashDueMinor();
  }

  /** Blind: every note and coin, each touched first. */
  private static void count(Finger finger, long minor) throws Exception {
    LaneState counting = finger.touch("F10", "F2").until(s -> s.phase() == Phase.COUNTING);
    List<DenominationView> all = counting.terminal().denominations();
    long left = minor;
    for (int i = 0; i < all.size(); i++) {
      long pieces = left / all.get(i).valueMinor();
      left %= all.get(i).valueMinor();
      if (pieces > 0) {
        finger.touch("field " + i).types(Long.toString(pieces));
      }
    }
    assertThat(left).isZero();
    LaneState closed = finger.touch("F12").until(s -> s.phase() == Phase.SIGNED_OFF);
    assertThat(closed.message().key()).as(closed.message().toString()).isEqualTo("shiftClosed");
  }

  private static LaneWindow open(EnrolledLane at, Path folder) throws Exception {
    return LaneWindow.open(
        shop.store().connect(at.machine()),
        new LaneWindow.Settings(
            Language.ENGLISH,
            Theme.LIGHT,
            List.of(PrinterPort.of("file:" + folder.resolve("paper"))),
            Paper.MM80,
            Language.ENGLISH,
            folder.resolve("journal"),
            InstantSource.system(),
            false,
            100,
            LaneDevices.KEYBOARD_ONLY));
  }
}
