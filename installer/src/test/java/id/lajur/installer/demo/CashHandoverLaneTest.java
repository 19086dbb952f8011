package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.ClosedView;
import id.lajur.pos.screen.CountedView;
import id.lajur.pos.screen.HandOver;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.SignedOnView;
import id.lajur.pos.screen.Takeover;
import id.lajur.pos.screen.WaitingCashView;
import id.lajur.pos.window.ServerLane;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Cash that goes from shift to shift, as lanes do it. */
@Timeout(240)
class CashHandoverLaneTest {
  private static final long FLOAT = 200_000_00;

  @TempDir private Path folder = Path.of("");

  @Test
  void aCashierMovesWithHisCashAndLeavesTheDrawerToTheNext() throws Exception {
    try (DemoStore store = DemoStore.open(Clock.systemUTC());
        Lane first = new Lane(store, 1);
        Lane second = new Lane(store, 2)) {
      String sari = DemoStore.cashier(1);
      String budi = DemoStore.cashier(2);
      first.signOn(sari);
      first.lane.openShift(FLOAT).join();
      BasketView sold = first.lane.addLine(DemoStore.code(store.goods().get(1)), 1_000, "").join();
      first.lane.payCash(sold.totalMinor(), sold.cashDueMinor()).join();
      long cash = FLOAT + sold.cashDueMinor();

      ClosedView closed = first.close(cash, "2", "");

      assertThat(closed.handed()).contains(new ClosedView.Handed("2", cash));
      assertThat(closed.differenceMinor()).isZero();
      assertThat(closed.complete()).isTrue();
      assertThat(first.paper()).contains("Carried to L02");

      assertThat(second.signOn(sari).cash().cash())
          .containsExactly(new WaitingCashView("1", false, first.operatorName, cash));
      second.lane.openShift(0, Takeover.AS_IT_STANDS).join();
      second.close(cash, "L02", budi);
      assertThat(second.paper()).contains("from L01, Z 1", "Left in the drawer");

      assertThat(second.signOn(sari).cash().forOther()).contains(budi);
      SignedOnView next = second.signOn(budi);
      WaitingCashView left = next.cash().cash().get(0);
      assertThat(left.here()).isTrue();
      assertThat(left.amountMinor()).as("counted blind").isZero();
      assertThat(refusal(second, cash - 100_00)).isEqualTo(LaneRefusal.HANDOVER_DIFFERS);
      second.lane.openShift(cash - 100_00, Takeover.WITH_DIFFERENCE).join();
      assertThat(second.close(cash - 100_00, "", "").differenceMinor()).isZero();

      assertThat(store.audit().clean()).as(store.audit().toText()).isTrue();
    }
  }

  private static String refusal(Lane lane, long floatMinor) {
    CompletionException failure =
        catchThrowableOfType(
            CompletionException.class, () -> lane.lane.openShift(floatMinor).join());
    return failure.getCause() instanceof LaneRefusal refusal ? refusal.reason() : "none";
  }

  private final class Lane implements AutoCloseable {
    private final Path paper;
    private final ReceiptPrinter printer;
    private final StoreConnection connection;
    private final ServerLane lane;
    private String operatorName = "";

    Lane(DemoStore store, int number) throws IOException {
      MachineIdentity machine = store.enrolLane(number);
      Path mine = Files.createDirectory(folder.resolve("lane" + number));
      paper = mine.resolve("paper");
      printer =
          new ReceiptPrinter(
              PrinterPort.of("file:" + paper),
              Paper.MM80,
              Language.ENGLISH,
              mine.resolve("papers"),
              news -> {});
      connection = store.connect(machine);
      lane =
          WindowlessLane.open(
              connection, new LaneJournal(mine.resolve("journal.tsv")), mine, printer);
      lane.terminal().join();
    }

    SignedOnView signOn(String number) {
      SignedOnView on = lane.signOn(number, DemoStore.CASHIER_PIN).join();
      operatorName = on.operator().name();
      return on;
    }

    ClosedView close(long cashMinor, String to, String operator) {
      return lane.closeShift(
              List.of(new CountedView(100_00, cashMinor / 100_00)),
              "",
              to.isEmpty() ? Optional.empty() : Optional.of(new HandOver(to, operator)))
          .join();
    }

    /** All that has come out; what is on its way comes first. */
    String paper() throws IOException {
      printer.printKept().join();
      return Files.readString(paper, StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
      connection.close();
      lane.close();
      printer.close();
    }
  }
}
