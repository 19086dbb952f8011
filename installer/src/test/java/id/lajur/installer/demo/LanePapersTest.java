package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.window.LaneWindow;
import id.lajur.pos.window.ServerLane;
import id.lajur.sale.v1.PayResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane's papers and its store: what is read late, and what is answered as the lane closes. */
@Timeout(180)
class LanePapersTest {
  private final Path folder;

  LanePapersTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void aReceiptOfAnEarlierRunIsReadAndAnActUnderWayHasItsPaper() throws Exception {
    try (DemoStore store = DemoStore.open(Clock.systemUTC())) {
      MachineIdentity machine = store.enrolLane(1);
      PayResponse sale;
      try (var connection = store.connect(machine)) {
        var lane = new Lane(connection);
        lane.signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
        lane.openShift(0);
        lane.scan(DemoStore.code(store.goods().get(0)), 1_000);
        sale = lane.payCash(lane.basket().getTotals().getCashDueMinor());
      }
      ReceiptPrinter earlier = printer();
      earlier.toBeRead(new UnreadReceipt(UUID.randomUUID().toString(), "of another store"));
      earlier.toBeRead(new UnreadReceipt(sale.getSaleId(), "L01-S000001"));
      earlier.close();

      try (var connection = store.connect(machine)) {
        ReceiptPrinter printer = printer();
        ServerLane lane =
            WindowlessLane.open(
                connection, new LaneJournal(folder.resolve("journal")), folder, printer);
        lane.terminal().join();
        assertThat(printer.kept()).isEqualTo(2);
        assertThat(lane.printKept().join()).as("read before anybody signs on").isFalse();
        lane.signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN).join();
        assertThat(lane.printKept().join()).as("all out").isTrue();
        assertThat(printer.unread()).isEmpty();
        assertThat(papers()).containsOnlyOnce("No L01-S000001").doesNotContain("COPY");

        CompletableFuture<Void> moved =
            lane.moveCash(CashKind.PAY_IN, 10_000_00, "change", new ApprovalView("", ""));
        lane.close();
        assertThat(moved).isCompleted();
        printer.close();
        assertThat(papers()).contains("CASH IN");
        assertThat(printer.left().kept()).isEmpty();
      }
    }
  }

  @Test
  void aWindowThatDoesNotOpenHasClosedItsPapersWhenItSaysSo() throws Exception {
    try (DemoStore store = DemoStore.open(Clock.systemUTC())) {
      MachineIdentity machine = store.enrolLane(1);
      var closed = new AtomicBoolean();
      var port =
          new PrinterPort() {
            @Override
            public void send(byte[] bytes) {}

            @Override
            public void close() {
              closed.set(true);
            }

            @Override
            public String name() {
              return "port";
            }
          };

      try (Socket unheard = unheard()) {
        var nowhere = new StoreConnection("127.0.0.1", unheard.getLocalPort(), machine);

        assertThatThrownBy(() -> LaneWindow.open(nowhere, settings(port)))
            .isInstanceOf(LaneRefusal.class)
            .hasMessageContaining(LaneRefusal.SERVER_AWAY);
      }
      assertThat(closed).isTrue();
    }
  }

  private LaneWindow.Settings settings(PrinterPort port) {
    return new LaneWindow.Settings(
        Language.ENGLISH,
        Theme.LIGHT,
        List.of(port),
        Paper.MM80,
        Language.ENGLISH,
        folder.resolve("journal"),
        List.of(),
        InstantSource.system(),
        false);
  }

  /** Holds a port at which nobody listens: no other class can take it meanwhile. */
  private static Socket unheard() throws Exception {
    var held = new Socket();
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return held;
  }

  private String papers() throws Exception {
    return Files.readString(folder.resolve("papers.bin"), ISO_8859_1);
  }

  private ReceiptPrinter printer() {
    return new ReceiptPrinter(
        PrinterPort.of("file:" + folder.resolve("papers.bin")),
        Paper.MM80,
        Language.ENGLISH,
        folder.resolve("journal.papers"),
        news -> {});
  }
}
