package id.lajur.installer.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.pos.lane.Lane;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.session.LaneSession;
import id.lajur.sale.v1.PayRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A lane that dies while its payment is on its way learns at its next start how that ended. */
@Timeout(180)
class SaleInDoubtLaneTest {
  private static final long RECEIVED = 1_000_000_00;

  @RegisterExtension static final DemoShop shop = new DemoShop();

  private static void signOn(EnrolledLane at) throws IOException {
    try (StartedLane lane = at.start()) {
      var unused = lane.lane.signOn(at.cashier(), DemoStore.CASHIER_PIN).join();
      await().until(() -> lane.printer.kept() == 0);
    }
  }

  @Test
  void itsReceiptIsNotedAndComesOnce(@TempDir Path folder) throws Exception {
    EnrolledLane at = shop.enrolLane(folder);
    LaneJournal journal = at.journal();
    Path paper = Files.createFile(folder.resolve("paper"));
    String receipt;
    String shiftId;
    PayRequest payment;
    try (StoreConnection first = shop.store().connect(at.machine())) {
      Lane lane = new Lane(first);
      lane.signOn(at.cashier(), DemoStore.CASHIER_PIN);
      shiftId = lane.openShift(0).getShiftId();
      lane.scan(shop.code(0), 1_000);
      payment = lane.payment(Lane.cash(RECEIVED));
      journal.saleInDoubt().keep(shiftId, payment);
      receipt = "S%06d".formatted(lane.pay(payment).getNumber());
    } // and here it loses power, before it has written anything down

    signOn(at);

    assertThat(journal.saleInDoubt().read()).isEmpty();
    assertThat(journal.rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.receipt()).endsWith(receipt);
              assertThat(row.shiftId()).isEqualTo(shiftId);
            });
    await().until(() -> Files.size(paper) > 0);
    assertThat(at.papers()).doesNotContain("COPY");

    journal.saleInDoubt().keep(shiftId, payment); // it dies once more, beside the row
    signOn(at);
    await().until(() -> at.papers().contains("COPY"));
    assertThat(journal.rows()).hasSize(1);
  }

  /**
   * Whatever goes wrong while its paper is made: who was told that it failed would sell it again.
   */
  @Test
  void aSaleWhosePaperMeetsAFaultIsDone(@TempDir Path folder) throws Exception {
    EnrolledLane at = shop.enrolLane(folder);
    LaneSession.Papers faulty =
        sale -> {
          throw new IllegalStateException("no such picture on the paper");
        };
    List<String> told = new CopyOnWriteArrayList<>();
    Runnable endOfWatch = Faults.watch(told::add);
    try (StoreConnection wire = shop.store().connect(at.machine())) {
      InstantSource clock = InstantSource.system();
      var lane = new Lane(wire);
      var absent = new AbsentSignOn(folder, clock);
      var shelf = new ShelfCopy(wire, folder.resolve("shelf.snapshot"), absent);
      var selling =
          new EmergencyLane(lane, wire, shelf, absent, folder, clock, EmergencyNews.UNHEARD);
      try (LaneSession session =
          new LaneSession(lane, selling, wire, absent, at.journal(), faulty)) {
        LaneSession.Begun unused = session.signOn(at.cashier(), DemoStore.CASHIER_PIN);
        var unusedShift = session.openShift(0);
        selling.scan(shop.code(0), 1_000, "");

        LaneSession.Sold sold = session.payCash(RECEIVED);

        assertThat(at.sales()).isEqualTo(1);
        assertThat(at.journal().rows()).hasSize(1);
        assertThat(sold.number()).isEqualTo(at.journal().rows().get(0).receipt());
        assertThat(at.journal().saleInDoubt().read()).isEmpty();
        assertThat(told).hasSize(1);
      }
    } finally {
      endOfWatch.run();
    }
  }
}
