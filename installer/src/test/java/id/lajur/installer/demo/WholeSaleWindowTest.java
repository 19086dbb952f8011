package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.installer.demo.WindowDemo.Shop;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Panel;
import id.lajur.pos.screen.PrinterView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.server.catalog.NewItem;
import java.awt.GraphicsEnvironment;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.swing.JFrame;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real windows on a real server: what a cashier does in a shift, by keys and scanner alone. */
@CacioTest
class WholeSaleWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final int TITLE = 30;
  private static final String SOLD_AT_LANE_1 =
      "SELECT SUM(s.total_minor) FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id"
          + " WHERE t.code = 'L01'";
  private static final DemoStore STORE = open();
  private static int machines = 10;
  private final List<LaneWindow> opened = new ArrayList<>();

  private static DemoStore open() {
    try {
      return DemoStore.open(Clock.systemUTC());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterAll
  static void closeStore() {
    STORE.close();
  }

  @AfterEach
  void endWatch() throws InterruptedException {
    SwingThreadWatch.uninstall();
    for (LaneWindow lane : opened) { // a closing lane still writes what it could not print
      assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void aSaleInTheDemoIsPaidPrintedAndInTheBooks() throws Exception {
    NewItem first = sold("Teh Celup Melati Kebun Embun isi 25");
    NewItem second = sold("Susu UHT Cokelat Lembah Sapi 1 L");
    NewItem apples = sold("Apel Fuji");
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    try (Shop shop = Shop.open(STORE)) {
      assertThat(LaneHand.onScreen(() -> hidden(shop))).isEmpty();
      LaneHand hand = new LaneHand(shop.lanes().get(0));

      signOn(hand, DemoStore.cashier(1), "500000");
      hand.scan(DemoStore.code(first)).type("12*").scan(DemoStore.code(second));
      hand.scan(DemoStore.code(apples)).until(s -> s.panel() instanceof Panel.Weigh);
      hand.type("1,25").press(KeyEvent.VK_ENTER);
      hand.scan(DemoStore.code(first)).until(lines(4));
      hand.press(KeyEvent.VK_F8);
      LaneState basket = hand.until(lines(3));
      LaneHand.picture(LaneHand.onScreen(() -> shop.lanes().get(0).frame()), "demo-lane");

      long total = price(first) + 12 * price(second) + roundedRupiah(price(apples) * 1_250);
      assertThat(basket.basket().totalMinor()).isEqualTo(total);
      assertThat(basket.basket().lines().stream().filter(l -> !l.stands())).hasSize(1);
      hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
      hand.type("2000000").press(KeyEvent.VK_ENTER);
      LaneState done = hand.until(s -> s.phase() == Phase.DONE);
      hand.until(() -> shop.paper().roll(0).count() == 1, "the paper");
      LaneHand.picture(LaneHand.onScreen(() -> shop.lanes().get(0).frame()), "demo-paid");
      LaneHand.picture(shop.paper(), "demo-paper");

      long due = done.basket().cashDueMinor();
      var receipt = done.lastReceipt().orElseThrow();
      assertThat(receipt.changeMinor()).isEqualTo(2_000_000_00 - due);
      String paper = LaneHand.onScreen(() -> shop.paper().roll(0).newest());
      assertThat(paper)
          .contains(receipt.number(), "Kasir Sari", HeadlessDemo.rupiah(total))
          .doesNotContain("SALINAN");
      assertThat(sum(SOLD_AT_LANE_1)).isEqualTo(total);
      assertThat(STORE.audit().clean()).as(STORE.audit().toText()).isTrue();
      watch.assertClean();
    }
  }

  /** Windows of the demo that lie over the title of another, or beyond the screen. */
  private static List<String> hidden(Shop shop) {
    var foremostFirst = new ArrayList<JFrame>();
    shop.lanes().forEach(lane -> foremostFirst.add(lane.frame()));
    foremostFirst.add(shop.office().frame());
    foremostFirst.add(shop.paper());
    Rectangle screen = GraphicsEnvironment.getLocalGraphicsEnvironment().getMaximumWindowBounds();
    var before = new ArrayList<Rectangle>();
    var hidden = new ArrayList<String>();
    for (JFrame window : foremostFirst) {
      var title = new Rectangle(window.getX(), window.getY(), window.getWidth(), TITLE);
      if (before.stream().anyMatch(title::intersects) || !screen.contains(window.getBounds())) {
        hidden.add(window.getName() + " " + window.getBounds());
      }
      before.add(window.getBounds());
    }
    return hidden;
  }

  @Test
  void aShiftAtALaneWhoseReceiptsGoToAFileIsClosedAndProven(@TempDir Path folder) throws Exception {
    int number = machines++;
    Path papers = folder.resolve("papers.bin");
    NewItem item = sold("Gula Pasir Putih Manis Desa 1 kg");
    try (LaneWindow lane = lane(number, "file:" + papers, folder)) {
      LaneHand hand = new LaneHand(lane);
      signOn(hand, DemoStore.cashier(number), "100000");
      hand.scan(DemoStore.code(item)).until(lines(1));
      hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
      hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);
      hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
      hand.press(KeyEvent.VK_F11).until(s -> s.message().key().equals("printed"));

      String printed = Files.readString(papers, ISO_8859_1);
      assertThat(printed).contains("*** COPY 1 ***", "Change", "Cashier");
      assertThat(printed.split("TOTAL", -1)).hasSize(3);

      hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F6).press(KeyEvent.VK_F3);
      hand.type("25000").press(KeyEvent.VK_ENTER).type("ice").press(KeyEvent.VK_ENTER);
      hand.until(s -> s.panel() instanceof Panel.Approval);
      hand.type(DemoStore.SUPERVISOR).press(KeyEvent.VK_ENTER).type(DemoStore.SUPERVISOR_PIN);
      hand.press(KeyEvent.VK_ENTER).until(s -> s.message().key().equals("moved.PAY_OUT"));
      hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F7);
      hand.until(s -> s.message().key().equals("xPrinted"));
      printed = Files.readString(papers, ISO_8859_1);
      assertThat(printed).contains("CASH OUT", "Approved by Hadi", "X REPORT", "Printed");
      assertThat(printed).doesNotContain("Expected", "Z REPORT");

      hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F2).until(s -> s.phase() == Phase.COUNTING);
      count(hand, 100_000_00 + price(item) - 25_000_00 - 1_000_00);
      hand.type("coin lost").press(KeyEvent.VK_F12);
      hand.until(s -> s.message().key().equals("shiftClosedDifference"));
      hand.until(() -> Files.readString(papers, ISO_8859_1).contains("RECEIPTS COMPLETE"), "the Z");
      assertThat(rowOf(papers, "DIFFERENCE")).endsWith(" -1,000");
      assertThat(rowOf(papers, "Paid out (1)")).endsWith(" -25,000");
      assertThat(Files.readString(papers, ISO_8859_1)).contains("Z REPORT 1");
      assertThat(
              sum(
                  "SELECT COUNT(*) FROM z_report z JOIN terminal t ON t.terminal_id = z.terminal_id"
                      + " WHERE t.code = 'L"
                      + number
                      + "' AND z.lane_sale_count = z.sale_count AND z.sale_count = 1"))
          .isEqualTo(1);
    }
  }

  @Test
  void aPriceIsCheckedAnItemFoundByNameAndABasketGivenUpWithASupervisorsWord(@TempDir Path folder)
      throws Exception {
    int number = machines++;
    NewItem item = sold("Es Krim Vanila Salju Manis 350 ml");
    try (LaneWindow lane = lane(number, "file:" + folder.resolve("papers"), folder)) {
      LaneHand hand = new LaneHand(lane);
      signOn(hand, DemoStore.cashier(number), "0");

      hand.press(KeyEvent.VK_F3).until(s -> s.panel() instanceof Panel.PriceCheck);
      hand.scan(DemoStore.code(item)).until(s -> s.message().key().equals("priceOnly"));
      var found = ((Panel.PriceCheck) hand.until(s -> true).panel()).found().orElseThrow();
      assertThat(found.name()).isEqualTo(item.name());
      assertThat(found.priceMinor()).hasValue(price(item));
      hand.press(KeyEvent.VK_ESCAPE).until(s -> s.basket().isEmpty());

      hand.press(KeyEvent.VK_F2).type("vanila salju");
      hand.until(s -> s.panel() instanceof Panel.Search search && search.matches().size() == 3);
      LaneHand.picture(LaneHand.onScreen(lane::frame), "demo-search");
      hand.press(KeyEvent.VK_ENTER);
      assertThat(hand.until(lines(1)).basket().lines().get(0).name()).contains("Vanila Salju");

      hand.shiftF8().until(s -> s.panel() instanceof Panel.VoidBasket);
      hand.press(KeyEvent.VK_ENTER).until(s -> s.panel() instanceof Panel.Approval);
      hand.type(DemoStore.SUPERVISOR).press(KeyEvent.VK_ENTER).type("0000");
      hand.press(KeyEvent.VK_ENTER).until(s -> s.message().key().endsWith("SIGN_ON_FAILED"));
      hand.type(DemoStore.SUPERVISOR_PIN).press(KeyEvent.VK_ENTER);
      LaneState after = hand.until(s -> s.message().key().equals("approved"));
      assertThat(after.basket().isEmpty()).isTrue();
      assertThat(after.message().values()).containsEntry("name", "Hadi");
    }
  }

  @Test
  void aPrinterThatIsGoneHoldsNoSale(@TempDir Path folder) throws Exception {
    int number = machines++;
    NewItem item = sold("Garam Dapur Halus Laut Madura Jaya 250 g");
    try (LaneWindow lane = lane(number, "127.0.0.1:" + closedPort(), folder)) {
      LaneHand hand = new LaneHand(lane);
      signOn(hand, DemoStore.cashier(number), "0");
      for (int sale = 1; sale <= 2; sale++) {
        hand.scan(DemoStore.code(item)).until(lines(1));
        hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
        hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.DONE);
        hand.until(s -> s.message().key().equals("printerStopped.sale"));
        hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
      }

      LaneState after = hand.until(s -> true);
      assertThat(after.devices().printer()).isEqualTo(PrinterView.STOPPED);
      LaneHand.picture(LaneHand.onScreen(lane::frame), "demo-printer-stopped");
    }
  }

  @Test
  @EnabledOnOs(
      value = {OS.LINUX, OS.MAC},
      disabledReason = "needs mkfifo")
  void aDeviceThatHoldsItsPaperHoldsNoLaneAndWhatIsLeftComesOutInTheNextRun(@TempDir Path folder)
      throws Exception {
    int number = machines++;
    MachineIdentity machine = STORE.enrolLane(number);
    Path device = folder.resolve("lp0");
    assertThat(new ProcessBuilder("mkfifo", device.toString()).start().waitFor()).isZero();
    NewItem item = sold("Gula Pasir Putih Manis Desa 1 kg");
    String receipt;
    LaneWindow held = lane(machine, "file:" + device, folder);
    try (held) {
      LaneHand hand = new LaneHand(held);
      signOn(hand, DemoStore.cashier(number), "0");
      hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F7);
      hand.scan(DemoStore.code(item)).until(lines(1));
      hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
      hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
      receipt = hand.until(s -> s.phase() == Phase.DONE).lastReceipt().orElseThrow().number();
    }
    assertThat(held.leftPapers().kept()).containsExactly("L" + number + " X", receipt);

    Path papers = folder.resolve("papers.bin");
    try (LaneWindow lane = lane(machine, "file:" + papers, folder)) {
      LaneHand hand = new LaneHand(lane);
      assertThat(hand.until(s -> true).devices().papersKept()).isEqualTo(2);
      LaneHand.picture(LaneHand.onScreen(lane::frame), "demo-papers-kept");
      hand.press(KeyEvent.VK_F11).until(s -> s.devices().papersKept() == 0);
    }
    assertThat(Files.readString(papers, ISO_8859_1))
        .contains("X REPORT", receipt)
        .doesNotContain("COPY");
  }

  @Test
  void aSignOffThatIsRefusedAfterTheCloseIsSaidBesideTheCount(@TempDir Path folder)
      throws Exception {
    int number = machines++;
    try (LaneWindow lane = lane(number, "file:" + folder.resolve("papers"), folder)) {
      LaneHand hand = new LaneHand(lane);
      signOn(hand, DemoStore.cashier(number), "0");
      hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F2).until(s -> s.phase() == Phase.COUNTING);
      execute(
          "CREATE TRIGGER ends_the_session AFTER INSERT ON z_report FOR EACH ROW"
              + " UPDATE session SET closed_at = UTC_TIMESTAMP(3)"
              + " WHERE terminal_id = NEW.terminal_id AND closed_at IS NULL");
      try {
        hand.type("0").press(KeyEvent.VK_F12);
        LaneState closed = hand.until(s -> s.phase() == Phase.SIGNED_OFF);

        assertThat(closed.message().key()).isEqualTo("shiftClosed");
        assertThat(closed.message().also()).isEqualTo("notSignedOff");
      } finally {
        execute("DROP TRIGGER ends_the_session");
      }
    }
  }

  private static String rowOf(Path papers, String begins) throws Exception {
    return Files.readString(papers, ISO_8859_1)
        .lines()
        .filter(row -> row.contains(begins))
        .findFirst()
        .orElse("no " + begins);
  }

  private LaneWindow lane(int number, String printer, Path folder) throws InterruptedException {
    return lane(STORE.enrolLane(number), printer, folder);
  }

  private LaneWindow lane(MachineIdentity machine, String printer, Path folder)
      throws InterruptedException {
    LaneWindow lane =
        LaneWindow.open(
            STORE.connect(machine),
            new LaneWindow.Settings(
                Language.ENGLISH,
                Theme.DARK,
                List.of(PrinterPort.of(printer)),
                Paper.MM58,
                Language.ENGLISH,
                folder.resolve("journal"),
                InstantSource.system(),
                false,
                100,
                LaneDevices.KEYBOARD_ONLY));
    opened.add(lane);
    return lane;
  }

  private static void signOn(LaneHand hand, String operator, String floatRupiah) throws Exception {
    hand.type(operator).press(KeyEvent.VK_ENTER).type(DemoStore.CASHIER_PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type(floatRupiah).press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
  }

  /** Types the pieces of every note and coin, dearest first. */
  private static void count(LaneHand hand, long minor) throws Exception {
    long left = minor;
    for (var piece : id.lajur.pos.screen.Denominations.RUPIAH) {
      hand.type(Long.toString(left / piece.valueMinor())).press(KeyEvent.VK_ENTER);
      left %= piece.valueMinor();
    }
    assertThat(left).isZero();
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.basket().lines().stream().filter(LineView::stands).count() == standing
            && s.panel() instanceof Panel.None;
  }

  private static NewItem sold(String name) {
    return STORE.goods().stream().filter(i -> i.name().equals(name)).findFirst().orElseThrow();
  }

  private static long price(NewItem item) {
    Long minor = item.units().get(0).priceMinor();
    return minor == null ? 0 : minor;
  }

  /** Thousandths of minor units, rounded half up to whole rupiah. */
  private static long roundedRupiah(long milliMinor) {
    return (milliMinor + 50_000) / 100_000 * 100;
  }

  private static void execute(String sql) {
    STORE.server().database().jdbi().useHandle(handle -> handle.execute(sql));
  }

  private static long sum(String sql) {
    return STORE
        .server()
        .database()
        .jdbi()
        .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
  }

  private static int closedPort() throws Exception {
    try (var taken = new java.net.ServerSocket(0)) {
      return taken.getLocalPort();
    }
  }
}
