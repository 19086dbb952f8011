package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.journal.v1.JournalEntry;
import id.lajur.journal.v1.ListEntriesRequest;
import id.lajur.journal.v1.ListEntriesResponse;
import id.lajur.journal.v1.ReplayStep;
import id.lajur.journal.v1.ReplayTicketRequest;
import id.lajur.journal.v1.ReplayTicketResponse;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.VoidBasketRequest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The audit journal, and one ticket, as a manager reads them at his desk. */
class JournalServiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane manager = store.enrolled("MANAGER");
  private final TestLane lane = store.lane();

  JournalServiceTest() {
    manager.signOn();
  }

  @AfterEach
  void leave() {
    manager.close();
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private List<JournalEntry> entries(ListEntriesRequest.Builder request) {
    return ManagerCalls.journal(manager).listEntries(request.build()).getEntriesList();
  }

  private static ListEntriesRequest.Builder by(TestLane lane) {
    return ListEntriesRequest.newBuilder().setPerson(lane.operator());
  }

  private String refused(ListEntriesRequest.Builder request) {
    return TestLane.outcome(() -> ManagerCalls.journal(manager).listEntries(request.build()));
  }

  /** Two lines, of which one is taken back. */
  private PayResponse sold() throws SQLException {
    String item = store.item(10_000_00);
    lane.scan(item);
    lane.scan(item);
    lane.voidLine(2);
    return lane.pay(lane.cashRequest(20_000_00));
  }

  @Test
  void entriesComeNewestFirstWithNamesAndAreFilteredByEverything() throws SQLException {
    String basket = lane.refOrNew().getBasketId();
    sold();

    List<JournalEntry> all = entries(by(lane));
    assertThat(all)
        .extracting(JournalEntry::getAtMicros)
        .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    assertThat(all).extracting(JournalEntry::getKind).contains("SIGN_ON", "LINE_VOIDED");
    JournalEntry voided = entries(by(lane).setKind("LINE_VOIDED")).get(0);
    assertThat(voided.getOperator()).startsWith(lane.operator() + " Kasir");
    assertThat(voided.getTerminal()).isEqualTo(lane.terminal());
    assertThat(voided.getLineId()).isEqualTo(2);
    assertThat(voided.getReason()).isEqualTo("salah pindai");
    assertThat(voided.getSubjectId()).isEqualTo(basket);
    assertThat(entries(ListEntriesRequest.newBuilder().setSubjectId(basket)))
        .extracting(JournalEntry::getKind)
        .containsExactly("LINE_VOIDED");
    assertThat(entries(by(lane).setTerminal("SRV"))).isEmpty();
    long at = voided.getAtMicros() / 1_000;
    assertThat(entries(by(lane).setKind("LINE_VOIDED").setFromMs(at).setToMs(at + 1))).hasSize(1);
    assertThat(entries(by(lane).setKind("LINE_VOIDED").setToMs(at))).isEmpty();
    assertThat(entries(by(lane).setFromMs(at + 60_000))).isEmpty();
  }

  @Test
  void pagesFollowEachOtherWithoutGapAndWithoutRepeatWhileEntriesComeIn() {
    long terminal = store.number("SELECT terminal_id FROM terminal WHERE code = 'SRV'");
    for (int i = 0; i < 25; i++) { // 20 of one moment: its pages are told apart by number
      store.sql(
          "INSERT INTO audit_entry (terminal_id, number, occurred_at, kind, hash) VALUES (%d, %d,"
                  .formatted(terminal, 2_000_000 + i)
              + " '2001-01-01 00:00:00.00000%d', 'PAGE_TEST', REPEAT('x', 32))"
                  .formatted(i < 20 ? 1 : 2));
    }
    try {
      List<Long> numbers = new ArrayList<>();
      String page = "";
      do {
        ListEntriesResponse answer =
            ManagerCalls.journal(manager)
                .listEntries(
                    ListEntriesRequest.newBuilder()
                        .setKind("PAGE_TEST")
                        .setPageSize(4)
                        .setPageToken(page)
                        .build());
        answer.getEntriesList().forEach(entry -> numbers.add(entry.getNumber()));
        page = answer.getNextPageToken();
      } while (!page.isEmpty());

      assertThat(numbers).hasSize(25).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    } finally {
      store.sql("DELETE FROM audit_entry WHERE kind = 'PAGE_TEST'");
    }
  }

  @Test
  void whatIsNoFilterIsRefused() {
    assertThat(refused(ListEntriesRequest.newBuilder().setPageToken("x")))
        .isEqualTo("PAGE_INVALID");
    assertThat(refused(ListEntriesRequest.newBuilder().setSubjectId("x"))).isEqualTo("ID_INVALID");
    assertThat(refused(ListEntriesRequest.newBuilder().setFromMs(-1))).isEqualTo("MOMENT_INVALID");
    assertThat(refused(ListEntriesRequest.newBuilder().setPerson("x".repeat(201))))
        .isEqualTo("TEXT_INVALID");
  }

  private ReplayTicketResponse replayed(TestLane reader, ReplayTicketRequest.Builder request) {
    return ManagerCalls.journal(reader).replayTicket(request.build());
  }

  private static ReplayTicketRequest.Builder receipt(String number) {
    return ReplayTicketRequest.newBuilder().setReceipt(number);
  }

  private String number(PayResponse paid) {
    return "%s-S%06d".formatted(lane.terminal(), paid.getNumber());
  }

  @Test
  void aTicketIsToldFromItsFirstScanToTheBooksEachStepWithItsTime() throws SQLException {
    Instant before = Instant.now();
    String basket = lane.refOrNew().getBasketId();
    String receipt = number(sold());

    ReplayTicketResponse told = replayed(manager, receipt(receipt));

    assertThat(told.getStepsList())
        .extracting(step -> step.hasAct() ? step.getAct().getKind() : step.getEntry().getKind())
        .containsExactly("LINE", "LINE", "VOID_LINE", "LINE_VOIDED");
    assertThat(told.getStepsList())
        .extracting(ReplayStep::getAtMicros)
        .isSorted()
        .allMatch(at -> at >= ChronoUnit.MICROS.between(Instant.EPOCH, before));
    assertThat(told.getSale().getReceipt()).isEqualTo(receipt);
    assertThat(told.getSale().getTotalMinor()).isEqualTo(10_000_00);
    assertThat(told.getSale().getTenders(0).getKind()).isEqualTo("CASH");
    assertThat(told.getSale().getChangeMinor()).isEqualTo(10_000_00);
    assertThat(
            told.getSale().getLedgerList().stream().mapToLong(line -> line.getAmountMinor()).sum())
        .isZero();
    assertThat(told.getSale().getStock(0).getQuantityMilli()).isEqualTo(-1_000);
    assertThat(replayed(manager, ReplayTicketRequest.newBuilder().setBasketId(basket)))
        .isEqualTo(told);
  }

  @Test
  void aBasketThatNobodyPaidIsToldToo() throws SQLException {
    lane.scan(store.item(1_000_00));
    String basket = lane.ref().getBasketId();
    var unused =
        lane.baskets()
            .voidBasket(
                VoidBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setReason("batal")
                    .setApprovalId(lane.approve(manager, "sale.void_basket", basket))
                    .build());

    ReplayTicketResponse told =
        replayed(manager, ReplayTicketRequest.newBuilder().setBasketId(basket));

    assertThat(told.hasSale()).isFalse();
    assertThat(told.getStepsList())
        .last()
        .satisfies(step -> assertThat(step.toString()).contains("batal"));
    assertThat(told.getSteps(0).getAct().getKind()).isEqualTo("LINE");
  }

  @Test
  void whatTheGoodsCostIsToldOnlyToThoseWhoMaySeeIt() throws SQLException {
    String receipt = number(sold());
    try (TestLane reader = store.enrolled(store.role(List.of("journal.read"), ""))) {
      reader.signOn();

      ReplayTicketResponse told = replayed(reader, receipt(receipt));

      assertThat(told.getSale().getTotalMinor()).isEqualTo(10_000_00);
      assertThat(told.getSale().getLedgerList()).isEmpty();
      assertThat(told.getSale().getStock(0).getCostMinor()).isZero();
    }
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThat(TestLane.outcome(() -> replayed(manager, receipt("L99-S000001"))))
        .isEqualTo("SALE_UNKNOWN");
    assertThat(TestLane.outcome(() -> replayed(manager, receipt("")))).isEqualTo("SALE_UNKNOWN");
    assertThat(
            TestLane.outcome(
                () ->
                    replayed(
                        manager, ReplayTicketRequest.newBuilder().setBasketId(TestLane.newId()))))
        .isEqualTo("BASKET_UNKNOWN");
    assertThat(
            TestLane.outcome(
                () -> replayed(manager, ReplayTicketRequest.newBuilder().setBasketId("x"))))
        .isEqualTo("ID_INVALID");
  }
}
