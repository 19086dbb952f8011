package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.installer.faults.ServerProcess;
import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.LaneRefusal;
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
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A lane whose server, a process of its own, dies in the middle of a basket and comes back: by keys
 * and scanner in the window.
 */
@CacioTest
class EmergencyWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String HOST = "127.0.0.1";
  private static final String CASHIER = "101";
  private static final String PIN = "2468";
  private static final int MEMORY_MB = 128;

  @AfterEach
  void endWatch() {
    SwingThreadWatch.uninstall();
  }

  @Test
  void itSellsAloneComesBackAndItsReceiptsComeIn(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("store");
    int port = freePort();
    MachineIdentity machine = furnish(data, port);
    ServerProcess server = ServerProcess.start(data, folder.resolve("server.log"));
    SwingThreadWatch watch = LaneHand.onScreen(SwingThreadWatch::install);
    try {
      LaneWindow lane = openWhenThere(machine, port, folder);
      try (lane) {
        LaneHand hand = new LaneHand(lane);
        signOn(hand);
        Path shelf = folder.resolve("journal.emergency/shelf.snapshot");
        await().atMost(LONG).until(() -> Files.exists(shelf));
        String first = sold(hand, 2).number();

        hand.scan(code(0)).scan(code(1)).until(lines(2));
        server.kill();
        alone(hand, first);

        server = ServerProcess.start(data, folder.resolve("server.log"));
        hand.until(s -> s.devices().emergency().isEmpty());
        hand.scan(code(3)).until(s -> s.isLocked() && s.scansWaiting() == 1);
        hand.says("Sesi sudah berakhir"); // he had signed on again without the server
        hand.type(PIN).press(KeyEvent.VK_ENTER).until(lines(1));
        assertThat(pay(hand).number()).as("by the server again").startsWith("L01-S");
        watch.assertClean();
      }
      assertThat(lane.awaitClosed(Duration.ofSeconds(20))).isTrue();
    } finally {
      server.end();
    }
    AuditReport audit = audit(data);
    assertThat(audit.clean()).as(audit.toText()).isTrue();
  }

  /** The basket at hand goes on, is paid in cash, and so is another one; the lane locks, too. */
  private static void alone(LaneHand hand, String byServer) throws Exception {
    hand.scan(code(2)).until(s -> s.basket().lineCount() == 3);
    hand.until(s -> !s.devices().server());
    hand.press(KeyEvent.VK_F6).says("hanya penjualan tunai"); // no discount alone
    hand.press(KeyEvent.VK_ESCAPE);
    hand.picture("alone");
    ReceiptView receipt = pay(hand);
    assertThat(receipt.number()).isNotEqualTo(byServer).startsWith("L01-E");

    hand.scan(code(4)).until(lines(1));
    hand.press(KeyEvent.VK_F10).press(KeyEvent.VK_F12);
    hand.until(s -> s.panel() instanceof Panel.Locked);
    hand.scan(code(5)).until(s -> s.scansWaiting() == 1);
    hand.type(PIN).press(KeyEvent.VK_ENTER).until(lines(2));
    assertThat(pay(hand).number()).startsWith("L01-E");
    assertThat(hand.until(s -> true).devices().emergency().orElseThrow().waiting()).isEqualTo(2);
  }

  private static ReceiptView sold(LaneHand hand, int pieces) throws Exception {
    for (int i = 0; i < pieces; i++) {
      hand.scan(code(i));
    }
    hand.until(lines(pieces));
    return pay(hand);
  }

  private static ReceiptView pay(LaneHand hand) throws Exception {
    hand.press(KeyEvent.VK_F12).until(s -> s.phase() == Phase.TENDERING);
    hand.press(KeyEvent.VK_F2).press(KeyEvent.VK_ENTER);
    LaneState done = hand.until(s -> s.phase() == Phase.DONE);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.READY);
    return done.lastReceipt().orElseThrow();
  }

  private static void signOn(LaneHand hand) throws Exception {
    hand.type(CASHIER).press(KeyEvent.VK_ENTER).type(PIN);
    hand.press(KeyEvent.VK_ENTER).until(s -> s.phase() == Phase.OPENING_SHIFT);
    hand.type("100000").press(KeyEvent.VK_ENTER).until(LaneState::isSelling);
  }

  private static Predicate<LaneState> lines(int standing) {
    return s ->
        s.basket().lines().stream().filter(LineView::stands).count() == standing
            && s.panel() instanceof Panel.None;
  }

  /** A store with one lane, its cashier and a few goods; its server listens on a port. */
  private static MachineIdentity furnish(Path data, int port) throws IOException, SQLException {
    try (StoreServer server =
        StoreServer.start(
            new ServerConfig(data, HOST, port, new DatabaseSettings.Embedded(data, MEMORY_MB)),
            new StoreProfile(
                "UJI", "Toko Uji", "Jl. Uji 1", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC())) {
      for (int i = 0; i < 6; i++) {
        NewItem item =
            NewItem.goods(code(i), code(i), "Barang " + i, "UMUM", "BIASA", (10 + i) * 100_00L);
        server.catalog().write(List.of(item), Clock.systemUTC().instant());
      }
      server.setup().addOperator(CASHIER, "Sari", "CASHIER", PIN.toCharArray(), "id");
      Authority.Identity identity = server.setup().addTerminal("L01", "Lajur 1", "LANE");
      Files.writeString(
          data.resolve("lajur.toml"),
          """
          [server]
          listen = "%s"
          port = %d
          [database]
          memory_mb = %d
          """
              .formatted(HOST, port, MEMORY_MB));
      return new MachineIdentity(
          server.authority().certificatePem(), identity.certificatePem(), identity.keyPem());
    }
  }

  private static String code(int item) {
    return "90000" + item;
  }

  private static LaneWindow openWhenThere(MachineIdentity machine, int port, Path folder) {
    return await()
        .atMost(LONG)
        .ignoreExceptionsMatching(
            e -> e instanceof LaneRefusal no && no.reason().equals(LaneRefusal.SERVER_AWAY))
        .until(() -> open(machine, port, folder), lane -> true);
  }

  private static LaneWindow open(MachineIdentity machine, int port, Path folder)
      throws InterruptedException {
    return LaneWindow.open(
        new StoreConnection(HOST, port, machine),
        new LaneWindow.Settings(
            Language.INDONESIAN,
            Theme.LIGHT,
            List.of(PrinterPort.of("file:" + folder.resolve("paper"))),
            Paper.MM80,
            Language.INDONESIAN,
            folder.resolve("journal"),
            InstantSource.system(),
            false,
            100,
            LaneDevices.KEYBOARD_ONLY));
  }

  /** The books, once the server's process is gone. */
  private static AuditReport audit(Path data) throws SQLException {
    try (StoreServer server =
            StoreServer.start(
                new ServerConfig(data, HOST, 0, new DatabaseSettings.Embedded(data, MEMORY_MB)),
                new StoreProfile(
                    "UJI",
                    "Toko Uji",
                    "Jl. Uji 1",
                    "",
                    "IDR",
                    100,
                    100_00,
                    "Asia/Jakarta",
                    "",
                    true),
                Clock.systemUTC());
        Connection connection = server.database().dataSource().getConnection()) {
      long alone =
          server
              .database()
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery("SELECT COUNT(*) FROM sale WHERE series = 'E'")
                          .mapTo(Long.class)
                          .one());
      assertThat(alone).isEqualTo(2);
      return Audit.run(connection);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
