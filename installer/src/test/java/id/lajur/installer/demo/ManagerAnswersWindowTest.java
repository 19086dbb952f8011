package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.monitor.MonitorEyes;
import id.lajur.backoffice.shell.OfficeWindow;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.LaneState.Phase;
import id.lajur.pos.screen.LineView;
import id.lajur.pos.screen.Panel;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A manager at the monitor of a real server watches a lane and answers what its cashier asks; a
 * restart of the server leaves nothing out of what he sees, and doubles nothing.
 */
@CacioTest
class ManagerAnswersWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final String LANE = "L01";
  private static final String CASHIER = "101";
  private static final String MANAGER = "201";
  private static final String PIN = "2468";
  private static final String MANAGER_PIN = "1357";
  private static final String TEA = "8991000000016";
  private static final long TEA_PRICE = 8_600_00;
  private static final String RICE = "8991000000023";
  private static final long RICE_PRICE = 77_500_00;

  private final Path folder;
  private StoreServer server;

  ManagerAnswersWindowTest() throws IOException {
    folder = Files.createTempDirectory("lajur-watched");
    server = start(folder, 0);
  }

  @BeforeEach
  void aShop() throws Exception {
    server.setup().addOperator(CASHIER, "Sari", "CASHIER", PIN.toCharArray(), "en");
    server.setup().addOperator(MANAGER, "Hadi", "MANAGER", MANAGER_PIN.toCharArray(), "en");
    server
        .catalog()
        .write(
            List.of(
                NewItem.goods("1", TEA, "Teh Celup Melati", "MINUMAN", "BIASA", TEA_PRICE),
                NewItem.goods(
                    "2", RICE, "Beras Pandan Wangi 5 kg", "SEMBAKO", "BEBAS", RICE_PRICE)),
            Clock.systemUTC().instant());
  }

  private static StoreServer start(Path folder, int port) {
    return StoreServer.start(
        new ServerConfig(folder, "127.0.0.1", port, new DatabaseSettings.Embedded(folder, 128)),
        new StoreProfile(
            "WATCH",
            "Swalayan Melati",
            "Jl. Kenanga Raya 18, Depok",
            "",
            "IDR",
            100,
            100_00,
            "Asia/Jakarta",
            "",
            true),
        Clock.systemUTC());
  }

  @AfterEach
  void closeShop() throws Exception {
    SwingThreadWatch.uninstall();
    server.close();
    DataFolders.deleteTree(folder);
  }

  @Test
  void whoWatchesSeesAllOfALaneAndAnswersIt(@TempDir Path kept) throws Exception {
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    LaneWindow lane = lane(kept);
    LaneHand cashier = new LaneHand(lane);
    OfficeWindow office = office(kept.resolve("office"));
    try (lane;
        office) {
      OfficeHand manager = new OfficeHand(office);
      manager.alone().signOn(MANAGER, MANAGER_PIN).go(1, "monitor");
      var monitor = new MonitorEyes(manager.frame());
      manager.until(monitor::live, "the shop");
      signOn(cashier.alone());
      cashier.until(() -> monitor.lane(LANE).equals("READY"), "the lane on the monitor");

      watched(cashier, monitor);
      approved(cashier, manager, monitor);
      ReceiptView first = paid(cashier);
      declined(cashier, manager, monitor);
      ReceiptView second = paid(cashier);
      seen(cashier, monitor, first, second);

      restarted(cashier, manager, monitor);
      ReceiptView third = scannedAndPaid(cashier.alone());
      seen(cashier, monitor, first, second, third);
      watch.assertClean();
    }
    assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
    try (var connection = server.database().dataSource().getConnection()) {
      AuditReport audit = Audit.run(connection);
      assertThat(audit.clean()).as(audit.toText()).isTrue();
    }
  }

  /** The basket grows before his eyes, and what was taken out of it is an incident. */
  private static void watched(LaneHand cashier, MonitorEyes monitor) throws Exception {
    cashier.scan(TEA).until(lines(1));
    cashier.until(() -> monitor.basketMinor(LANE) == TEA_PRICE, "its first line");
    cashier.scan(RICE).until(lines(2));
    cashier.until(() -> monitor.basketMinor(LANE) == TEA_PRICE + RICE_PRICE, "its second");
    assertThat(LaneHand.onScreen(() -> monitor.lane(LANE))).isEqualTo("SERVING");
    cashier.press(KeyEvent.VK_F8).until(lines(1));
    cashier.until(() -> monitor.incidents(LANE).contains("LINE_VOIDED"), "the incident");
    cashier.until(() -> monitor.basketMinor(LANE) == TEA_PRICE, "the basket after it");
  }

  private static void approved(LaneHand cashier, OfficeHand manager, MonitorEyes monitor)
      throws Exception {
    cashier.press(KeyEvent.VK_F6).type("10").press(KeyEvent.VK_ENTER);
    cashier.type("dented").press(KeyEvent.VK_ENTER);
    asked(cashier, monitor, "sale.discount");
    cashier.picture("approval-asked");

    answer(manager, monitor, true);
    LaneState after =
        cashier.until(s -> s.basket().lastLine().orElseThrow().discountMinor() == TEA_PRICE / 10);

    assertThat(after.message().key()).isEqualTo("approved");
    cashier.until(() -> monitor.incidents(LANE).contains("LINE_DISCOUNTED"), "the discount");
    cashier.until(() -> monitor.waiting().isEmpty(), "the end of the request");
    cashier.alone();
  }

  private static void declined(LaneHand cashier, OfficeHand manager, MonitorEyes monitor)
      throws Exception {
    cashier.scan(RICE).until(lines(1));
    cashier.shiftF8().until(s -> s.panel() instanceof Panel.VoidBasket);
    cashier.press(KeyEvent.VK_ENTER);
    asked(cashier, monitor, "sale.void_basket");

    answer(manager, monitor, false);
    cashier.until(s -> s.message().key().equals("refused.APPROVAL_DECLINED"));

    cashier.alone().press(KeyEvent.VK_ESCAPE).until(lines(1));
  }

  private static void asked(LaneHand cashier, MonitorEyes monitor, String permission)
      throws Exception {
    cashier.until(s -> s.panel() instanceof Panel.Approval);
    cashier.press(KeyEvent.VK_F9).until(s -> s.message().key().equals("askedAtDesk"));
    cashier.until(() -> monitor.waiting().equals(List.of(permission)), "the request");
  }

  private static void answer(OfficeHand manager, MonitorEyes monitor, boolean yes)
      throws Exception {
    manager.alone();
    manager.picture(yes ? "monitor-asked" : "monitor-asked-again");
    LaneHand.onScreen(
        () -> {
          monitor.answer(yes);
          return true;
        });
  }

  /** The server goes and comes back at its place; both windows stay open. */
  private void restarted(LaneHand cashier, OfficeHand manager, MonitorEyes monitor)
      throws Exception {
    List<Object> before = LaneHand.onScreen(() -> figures(monitor));
    int port = server.port();
    server.close();
    manager.until(() -> !monitor.live(), "the loss");
    server = start(folder, port);
    manager.until(monitor::live, "the shop again");
    assertThat(LaneHand.onScreen(() -> figures(monitor))).isEqualTo(before);
    cashier.until(s -> s.devices().server() && s.devices().emergency().isEmpty());
  }

  private static List<Object> figures(MonitorEyes monitor) {
    return List.of(
        monitor.tickets(),
        monitor.salesMinor(),
        monitor.receipts(),
        monitor.incidents(LANE),
        monitor.basketMinor(LANE));
  }

  private static void seen(LaneHand cashier, MonitorEyes monitor, ReceiptView... sold)
      throws Exception {
    List<String> newestFirst =
        List.of(sold).stream().map(ReceiptView::number).sorted((a, b) -> b.compareTo(a)).toList();
    cashier.until(() -> monitor.receipts().equals(newestFirst), "all receipts, each once");
    assertThat(LaneHand.onScreen(monitor::tickets)).isEqualTo(sold.length);
    assertThat(LaneHand.onScreen(monitor::salesMinor))
        .isEqualTo(List.of(sold).stream().mapToLong(ReceiptView::totalMinor).sum());
  }

  private static ReceiptView scannedAndPaid(LaneHand cashier) throws Exception {
    cashier.scan(TEA).until(lines(1));
    return paid(cashier);
  }

  private static ReceiptView paid(LaneHand cashier) throws Exception {
    cashier.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    cashier.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
    LaneState done = cashier.until(s -> s.phase() == Phase.DONE);
    cashier.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    return done.lastReceipt().orElseThrow();
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.panel() instanceof Panel.None
            && s.basket().lines().stream().filter(LineView::stands).count() == standing;
  }

  private static void signOn(LaneHand hand) throws Exception {
    hand.type(CASHIER).press(KeyEvent.VK_ENTER).type(PIN).press(KeyEvent.VK_ENTER);
    hand.until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type("200000").press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
  }

  private LaneWindow lane(Path kept) throws Exception {
    return LaneWindow.open(
        connect(LANE, "LANE"),
        new LaneWindow.Settings(
            Language.ENGLISH,
            Theme.LIGHT,
            List.of(PrinterPort.of("file:" + kept.resolve("paper"))),
            Paper.MM80,
            Language.ENGLISH,
            kept.resolve("journal"),
            InstantSource.system(),
            false,
            100,
            LaneDevices.KEYBOARD_ONLY));
  }

  private OfficeWindow office(Path kept) throws Exception {
    return OfficeWindow.open(
        connect("B01", "BACK_OFFICE"),
        new OfficeWindow.Settings(
            Language.ENGLISH, Theme.LIGHT, kept, InstantSource.system(), false, 100));
  }

  private StoreConnection connect(String code, String kind) {
    Authority.Identity made = server.setup().addTerminal(code, code, kind);
    return new StoreConnection(
        "127.0.0.1",
        server.port(),
        new MachineIdentity(
            server.authority().certificatePem(), made.certificatePem(), made.keyPem()));
  }
}
