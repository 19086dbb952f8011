package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.live.v1.EntryLine;
import id.lajur.live.v1.GetCashDocumentRequest;
import id.lajur.live.v1.GetCashDocumentResponse;
import id.lajur.live.v1.Incident;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.till.v1.CashMovement;
import id.lajur.till.v1.CloseOtherShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetDayRequest;
import id.lajur.till.v1.MoveCashRequest;
import id.lajur.till.v1.OpenDrawerRequest;
import id.lajur.till.v1.WaitingShift;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An incident of the till opens what it posted, down to its entry in the books. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CashDocumentTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane manager = store.enrolled("MANAGER");

  @BeforeEach
  void comes() {
    manager.signOn();
  }

  @AfterEach
  void leaves() {
    manager.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private MonitorServiceGrpc.MonitorServiceBlockingStub monitor() {
    return MonitorServiceGrpc.newBlockingStub(manager.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(manager.headers()))
        .withDeadlineAfter(60, TimeUnit.SECONDS);
  }

  private Incident incident(String kind, String terminal) {
    Iterator<WatchShopResponse> stream = monitor().watchShop(WatchShopRequest.getDefaultInstance());
    while (true) {
      Shop shop = stream.next().getShop();
      for (Incident each : shop.getIncidentsList()) {
        if (each.getKind().equals(kind) && each.getTerminal().equals(terminal)) {
          return each;
        }
      }
    }
  }

  private GetCashDocumentResponse document(String terminal, long number) {
    return monitor()
        .getCashDocument(
            GetCashDocumentRequest.newBuilder().setTerminal(terminal).setNumber(number).build());
  }

  private GetCashDocumentResponse document(Incident incident) {
    return document(incident.getTerminal(), incident.getNumber());
  }

  private static void move(TestLane lane, CashMovement movement, long minor, String reason) {
    var unused =
        lane.till()
            .moveCash(
                MoveCashRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setMovement(movement)
                    .setAmountMinor(minor)
                    .setReason(reason)
                    .build());
  }

  @Test
  void cashThatMovesOpensItsOwnDocumentAndEntry() {
    try (TestLane lane = store.lane("OWNER")) {
      move(lane, CashMovement.CASH_MOVEMENT_PAY_IN, 70_000_00, "uang kecil");
      move(lane, CashMovement.CASH_MOVEMENT_PAY_OUT, 15_000_00, "parkir");
      move(lane, CashMovement.CASH_MOVEMENT_PAY_OUT, 15_000_00, "galon");
      move(lane, CashMovement.CASH_MOVEMENT_DROP, 50_000_00, "setor");

      assertMoved(document(incident("CASH_PAY_IN", lane.terminal())), 70_000_00, "uang kecil");
      assertMoved(document(incident("CASH_PAY_OUT", lane.terminal())), -15_000_00, "galon");
      GetCashDocumentResponse drop = document(incident("CASH_DROP", lane.terminal()));
      assertMoved(drop, -50_000_00, "setor");
      assertThat(drop.getKind()).isEqualTo("CASH_DROP");
      assertThat(drop.getBusinessDate()).isNotEmpty();
      assertThat(drop.getOccurredAtMs())
          .isEqualTo(incident("CASH_DROP", lane.terminal()).getOccurredAtMs());
    }
  }

  private static void assertMoved(GetCashDocumentResponse document, long minor, String reason) {
    assertThat(document.getAmountMinor()).isEqualTo(minor);
    assertThat(document.getReason()).isEqualTo(reason);
    assertThat(document.getOperatorName()).isNotEmpty();
    assertThat(document.getEntryList())
        .extracting(EntryLine::getAmountMinor)
        .containsExactlyInAnyOrder(minor, -minor);
    assertThat(document.getEntryList())
        .filteredOn(line -> line.getAmountMinor() == minor)
        .extracting(EntryLine::getAccount)
        .containsExactly("1102");
  }

  @Test
  void aShiftThatSomebodyElseClosedOpensItsZWithWhatWasMissing() {
    try (TestLane lane = store.lane("CASHIER")) {
      WaitingShift shift =
          manager.till().getDay(GetDayRequest.getDefaultInstance()).getOpenShiftsList().stream()
              .filter(each -> each.getOperatorNumber().equals(lane.operator()))
              .findFirst()
              .orElseThrow();
      var closed =
          manager
              .till()
              .closeOtherShift(
                  CloseOtherShiftRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setShiftId(shift.getShiftId())
                      .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(3))
                      .setExplanation("pulang sakit")
                      .build())
              .getReport();

      GetCashDocumentResponse z = document(incident("SHIFT_CLOSED_FOR_OTHER", manager.terminal()));

      assertThat(z.getZNumber()).isEqualTo(closed.getZNumber());
      assertThat(z.getAmountMinor()).isEqualTo(closed.getDifferenceMinor()).isNegative();
      assertThat(z.getReason()).isEqualTo("pulang sakit");
      assertThat(z.getEntryList())
          .extracting(EntryLine::getAmountMinor)
          .contains(-z.getAmountMinor());
      assertThat(z.getEntryList().stream().mapToLong(EntryLine::getAmountMinor).sum()).isZero();
    }
  }

  @Test
  void whatPostedNothingHasNoDocument() {
    try (TestLane lane = store.lane("OWNER")) {
      var unused =
          lane.till()
              .openDrawer(
                  OpenDrawerRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setReason("tukar uang")
                      .build());
      Incident opened = incident("DRAWER_OPENED", lane.terminal());

      assertThat(TestLane.outcome(() -> document(opened))).isEqualTo("DOCUMENT_UNKNOWN");
      assertThat(TestLane.outcome(() -> document(lane.terminal(), 987_654)))
          .isEqualTo("DOCUMENT_UNKNOWN");
      assertThat(TestLane.outcome(() -> document("NOBODY", opened.getNumber())))
          .isEqualTo("DOCUMENT_UNKNOWN");
    }
  }
}
