package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.i18n.Language;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.window.ServerLane;
import id.lajur.sale.v1.PayRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A lane that dies while its payment is on its way learns at its next start how that ended. */
@Timeout(180)
class SaleInDoubtLaneTest {
  private static final long RECEIVED = 1_000_000_00;

  private static void signOn(
      StoreConnection connection, LaneJournal journal, Path folder, Path paper) throws IOException {
    ReceiptPrinter printer =
        new ReceiptPrinter(
            PrinterPort.of("file:" + paper),
            Paper.MM80,
            Language.ENGLISH,
            folder.resolve("papers"),
            news -> {});
    try (ServerLane lane = WindowlessLane.open(connection, journal, folder, printer)) {
      lane.terminal().join();
      var unused = lane.signOn(DemoStore.cashier(1), DemoStore.CASHIER_PIN).join();
      await().until(() -> printer.kept() == 0);
    } finally {
      printer.close();
    }
  }

  @Test
  void itsReceiptIsNotedAndComesOnce(@TempDir Path folder) throws Exception {
    LaneJournal journal = new LaneJournal(folder.resolve("journal.tsv"));
    Path paper = Files.createFile(folder.resolve("paper"));
    try (DemoStore store = DemoStore.open(Clock.systemUTC())) {
      MachineIdentity machine = store.enrolLane(1);
      String receipt;
      String shiftId;
      PayRequest payment;
      try (StoreConnection first =
          new StoreConnection("127.0.0.1", store.server().port(), machine)) {
        Lane lane = new Lane(first);
        lane.signOn(DemoStore.cashier(1), DemoStore.CASHIER_PIN);
        shiftId = lane.openShift(0).getShiftId();
        lane.scan(DemoStore.code(store.goods().get(0)), 1_000);
        payment = lane.payment(Lane.cash(RECEIVED));
        journal.saleInDoubt().keep(shiftId, payment);
        receipt = "S%06d".formatted(lane.pay(payment).getNumber());
      } // and here it loses power, before it has written anything down

      try (StoreConnection again =
          new StoreConnection("127.0.0.1", store.server().port(), machine)) {
        signOn(again, journal, folder, paper);
      }

      assertThat(journal.saleInDoubt().read()).isEmpty();
      assertThat(journal.rows())
          .singleElement()
          .satisfies(
              row -> {
                assertThat(row.receipt()).endsWith(receipt);
                assertThat(row.shiftId()).isEqualTo(shiftId);
              });
      await().until(() -> Files.size(paper) > 0);
      assertThat(Files.readString(paper, StandardCharsets.ISO_8859_1)).doesNotContain("COPY");

      journal.saleInDoubt().keep(shiftId, payment); // it dies once more, beside the row
      Path later = folder.resolve("later");
      try (StoreConnection again =
          new StoreConnection("127.0.0.1", store.server().port(), machine)) {
        signOn(again, journal, folder, later);
      }
      await().until(() -> Files.exists(later) && Files.size(later) > 0);
      assertThat(Files.readString(later, StandardCharsets.ISO_8859_1)).contains("COPY");
      assertThat(journal.rows()).hasSize(1);
      assertThat(store.audit().clean()).isTrue();
    }
  }
}
