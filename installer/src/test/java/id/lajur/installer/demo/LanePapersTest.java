package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.ApprovalView;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.ReceiptView;
import id.lajur.pos.screen.TakenTender;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.screen.TenderKindView;
import id.lajur.pos.window.LaneDevices;
import id.lajur.pos.window.LaneWindow;
import id.lajur.pos.window.ServerLane;
import id.lajur.sale.v1.PayResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane's papers and its store: what is read late, and what is answered as the lane closes. */
@Timeout(180)
class LanePapersTest {
  @RegisterExtension static final DemoShop shop = new DemoShop();

  private final EnrolledLane at;

  LanePapersTest(@TempDir Path folder) {
    this.at = shop.enrolLane(folder);
  }

  @Test
  void aReceiptOfAnEarlierRunIsReadAndAnActUnderWayHasItsPaper() throws Exception {
    PayResponse sale;
    try (var connection = shop.store().connect(at.machine())) {
      var lane = new Lane(connection);
      lane.signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      lane.openShift(0);
      lane.scan(shop.code(0), 1_000);
      sale = lane.payCash(lane.basket().getTotals().getCashDueMinor());
    }
    String receipt = at.code() + "-S000001";
    ReceiptPrinter earlier = at.printer();
    earlier.toBeRead(new UnreadReceipt(UUID.randomUUID().toString(), "of another store"));
    earlier.toBeRead(new UnreadReceipt(sale.getSaleId(), receipt));
    earlier.close();

    try (StartedLane started = at.start()) {
      ServerLane lane = started.lane;
      ReceiptPrinter printer = started.printer;
      assertThat(printer.kept()).isEqualTo(2);
      assertThat(lane.printKept().join()).as("read before anybody signs on").isFalse();
      lane.signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN).join();
      assertThat(lane.printKept().join()).as("all out").isTrue();
      assertThat(printer.unread()).isEmpty();
      assertThat(at.papers()).containsOnlyOnce("No " + receipt).doesNotContain("COPY");

      CompletableFuture<Void> moved =
          lane.moveCash(CashKind.PAY_IN, 10_000_00, "change", new ApprovalView("", ""));
      lane.close();
      assertThat(moved).isCompleted();
      printer.close();
      assertThat(at.papers()).contains("CASH IN");
      assertThat(printer.left().kept()).isEmpty();
    }
  }

  @Test
  void aSaleWithoutPaperIsDoneAtALaneThatHasNoPrinter() throws Exception {
    try (StartedLane started = at.start()) {
      ServerLane lane = started.lane;
      assertThat(started.printer.use(PrinterPort.none(), Paper.MM80).join()).isTrue();
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
      lane.openShift(200_000_00, Takeover.COUNTED).join();
      BasketView basket = lane.addLine(shop.code(0), 1_000, "").join();

      var cash = new TakenTender(TenderKindView.CASH, basket.cashDueMinor(), "");
      ReceiptView done = lane.pay(basket.totalMinor(), List.of(cash), false).join();

      assertThat(done.totalMinor()).isEqualTo(basket.totalMinor());
      assertThat(started.printer.kept()).as("nothing is owed").isZero();
      assertThat(lane.addLine(shop.code(0), 1_000, "").join().lineCount()).isEqualTo(1);
    }
    assertThat(at.sales()).isEqualTo(1);
  }

  @Test
  void aZPrintedAgainSaysWhichCopyItIs() throws Exception {
    try (StartedLane started = at.start()) {
      ServerLane lane = started.lane;
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
      lane.openShift(200_000_00).join();
      lane.closeShift(List.of(new CountedView(100_00, 2_000)), "").join();
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();

      assertThat(lane.printLastZ().join()).isTrue();
      assertThat(lane.printLastZ().join()).isTrue();
    }
    assertThat(at.papers().split("Z REPORT 1", -1)).hasSize(4);
    assertThat(at.papers())
        .containsOnlyOnce("*** COPY 1 ***")
        .containsOnlyOnce("*** COPY 2 ***")
        .doesNotContain("*** COPY ***");
  }

  @Test
  void aWindowThatDoesNotOpenHasClosedItsPapersWhenItSaysSo() throws Exception {
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
      var nowhere = new StoreConnection("127.0.0.1", unheard.getLocalPort(), at.machine());

      assertThatThrownBy(() -> LaneWindow.open(nowhere, settings(port)))
          .isInstanceOf(LaneRefusal.class)
          .hasMessageContaining(LaneRefusal.SERVER_AWAY);
    }
    assertThat(closed).isTrue();
  }

  private LaneWindow.Settings settings(PrinterPort port) {
    return new LaneWindow.Settings(
        Language.ENGLISH,
        Theme.LIGHT,
        List.of(port),
        Paper.MM80,
        Language.ENGLISH,
        at.folder().resolve("journal"),
        InstantSource.system(),
        false,
        100,
        LaneDevices.KEYBOARD_ONLY);
  }

  /** Holds a port at which nobody listens: no other class can take it meanwhile. */
  private static Socket unheard() throws Exception {
    var held = new Socket();
    held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    return held;
  }
}
