package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.CopyZReportRequest;
import id.lajur.till.v1.CopyZReportResponse;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetKeptZReportRequest;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.GetZReportResponse;
import id.lajur.till.v1.ListZReportsRequest;
import id.lajur.till.v1.ListZReportsResponse;
import id.lajur.till.v1.ListedZ;
import id.lajur.till.v1.ShiftReport;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Z reports of all lanes, from the back office. */
class ZListTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane bookkeeper = store.enrolled("BOOKKEEPER");

  ZListTest() {
    bookkeeper.signOn();
  }

  @AfterEach
  void leave() {
    bookkeeper.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static ShiftReport closed(TestLane lane, int thousands) {
    return lane.till()
        .closeShift(
            CloseShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .addCounted(Denomination.newBuilder().setValueMinor(1_000_00).setPieces(thousands))
                .setLaneSaleCount(1)
                .setLaneSaleTotalMinor(5_000_00)
                .build())
        .getReport();
  }

  private List<ListedZ> listed(ListZReportsRequest.Builder request) {
    return bookkeeper.till().listZReports(request.build()).getReportsList();
  }

  private static ListZReportsRequest.Builder of(String terminal) {
    return ListZReportsRequest.newBuilder().setTerminal(terminal);
  }

  private String refused(ListZReportsRequest.Builder request) {
    return TestLane.outcome(() -> bookkeeper.till().listZReports(request.build()));
  }

  private static void sell(TestLane lane) throws SQLException {
    lane.scan(store.item(5_000_00));
    lane.pay(lane.cashRequest(5_000_00));
  }

  @Test
  void aZPrintedAgainAtADeskIsNumberedAndInTheJournalWithWhoDidIt() throws SQLException {
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();
      sell(lane);
      ShiftReport z = closed(lane, 104);
      CopyZReportRequest first = copy(terminal, z.getZNumber());

      CopyZReportResponse one = bookkeeper.till().copyZReport(first);
      CopyZReportResponse again = bookkeeper.till().copyZReport(first);
      CopyZReportResponse two = bookkeeper.till().copyZReport(copy(terminal, z.getZNumber()));

      assertThat(one.getReport())
          .isEqualTo(
              bookkeeper
                  .till()
                  .getKeptZReport(
                      GetKeptZReportRequest.newBuilder()
                          .setTerminal(terminal)
                          .setZNumber(z.getZNumber())
                          .build())
                  .getReport());
      assertThat(one.getCopyNumber()).isEqualTo(1);
      assertThat(again).isEqualTo(one);
      assertThat(two.getCopyNumber()).isEqualTo(2);
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry a JOIN operator o USING (operator_id)"
                      + " WHERE a.kind = 'Z_COPIED' AND a.after_value LIKE '"
                      + terminal
                      + " Z %' AND o.number = '"
                      + bookkeeper.operator()
                      + "'"))
          .isEqualTo(2);
      assertThat(TestLane.outcome(() -> bookkeeper.till().copyZReport(copy(terminal, 99))))
          .isEqualTo("Z_UNKNOWN");
      assertThat(TestLane.outcome(() -> bookkeeper.till().copyZReport(copy("NONE", 0))))
          .isEqualTo("Z_UNKNOWN");
    }
  }

  @Test
  void aZPrintedAgainAtItsLaneIsNumberedWithTheCopiesOfTheDesks() throws SQLException {
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();
      sell(lane);
      ShiftReport z = closed(lane, 104);
      GetZReportRequest first =
          GetZReportRequest.newBuilder().setCopy(true).setRequestId(TestLane.newId()).build();

      GetZReportResponse one = lane.till().getZReport(first);
      GetZReportResponse again = lane.till().getZReport(first);
      CopyZReportResponse two = bookkeeper.till().copyZReport(copy(terminal, z.getZNumber()));
      GetZReportResponse three =
          lane.till().getZReport(first.toBuilder().setRequestId(TestLane.newId()).build());
      GetZReportResponse looked =
          lane.till().getZReport(GetZReportRequest.getDefaultInstance()); // no paper

      assertThat(one.getReport()).isEqualTo(z);
      assertThat(again).isEqualTo(one);
      assertThat(looked.getReport()).isEqualTo(z);
      assertThat(
              List.of(
                  one.getCopyNumber(),
                  two.getCopyNumber(),
                  three.getCopyNumber(),
                  looked.getCopyNumber()))
          .containsExactly(1, 2, 3, 0);
      assertThat(one.getCopiedAtMs()).isPositive();
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry a JOIN operator o USING (operator_id)"
                      + " WHERE a.kind = 'Z_COPIED' AND a.after_value IN ('%1$s Z %2$d COPY 1',"
                          .formatted(terminal, z.getZNumber())
                      + " '%1$s Z %2$d COPY 3') AND o.number = '%3$s'"
                          .formatted(terminal, z.getZNumber(), lane.operator())))
          .isEqualTo(2);
      assertThat(
              TestLane.outcome(
                  () ->
                      lane.till().getZReport(GetZReportRequest.newBuilder().setCopy(true).build())))
          .isEqualTo("REQUEST_ID_INVALID");
    }
  }

  private static CopyZReportRequest copy(String terminal, long number) {
    return CopyZReportRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setTerminal(terminal)
        .setZNumber(number)
        .build();
  }

  @Test
  void aZOfAnyLaneIsListedAndReadAsItWasWritten() throws SQLException {
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();
      sell(lane);
      ShiftReport z = closed(lane, 104);

      ListedZ listed = listed(of(terminal)).get(0);
      assertThat(listed.getZNumber()).isEqualTo(z.getZNumber());
      assertThat(listed.getOperatorNumber()).isEqualTo(lane.operator());
      assertThat(listed.getBusinessDate()).isEqualTo(z.getBusinessDate());
      assertThat(listed.getSaleCount()).isEqualTo(1);
      assertThat(listed.getSalesMinor()).isEqualTo(5_000_00);
      assertThat(listed.getExpectedCashMinor()).isEqualTo(105_000_00);
      assertThat(listed.getDifferenceMinor()).isEqualTo(-1_000_00);
      assertThat(listed.getComplete()).isEqualTo(z.getComplete()).isTrue();
      assertThat(listed.getForced()).isFalse();
      assertThat(
              bookkeeper
                  .till()
                  .getKeptZReport(
                      GetKeptZReportRequest.newBuilder()
                          .setTerminal(terminal)
                          .setZNumber(z.getZNumber())
                          .build())
                  .getReport())
          .isEqualTo(z);
    }
  }

  @Test
  void theNewestComeFirstByDateAndTerminalAndPageByPage() throws SQLException {
    try (TestLane lane = store.lane()) {
      String terminal = lane.terminal();
      for (int i = 0; i < 3; i++) {
        if (i > 0) {
          lane.openShift(100_000_00);
        }
        closed(lane, 100);
      }
      String date = listed(of(terminal)).get(0).getBusinessDate();

      List<Long> numbers = new ArrayList<>();
      String page = "";
      do {
        ListZReportsResponse answer =
            bookkeeper
                .till()
                .listZReports(
                    of(terminal)
                        .setFromDate(date)
                        .setToDate(date)
                        .setPageSize(2)
                        .setPageToken(page)
                        .build());
        answer.getReportsList().forEach(one -> numbers.add(one.getZNumber()));
        page = answer.getNextPageToken();
      } while (!page.isEmpty());

      assertThat(numbers).containsExactly(3L, 2L, 1L);
      assertThat(listed(of(terminal).setToDate("2001-01-01"))).isEmpty();
      assertThat(listed(of(terminal).setFromDate("2999-01-01"))).isEmpty();
      assertThat(listed(of("NIX"))).isEmpty();
      assertThat(listed(ListZReportsRequest.newBuilder()))
          .extracting(ListedZ::getClosedAtMs)
          .isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }
  }

  @Test
  void whatThereIsNotIsRefused() {
    assertThat(refused(of("").setFromDate("kemarin"))).isEqualTo("DATE_INVALID");
    assertThat(refused(of("").setToDate("2026-02-30"))).isEqualTo("DATE_INVALID");
    assertThat(refused(of("").setPageToken("x"))).isEqualTo("PAGE_INVALID");
    assertThat(kept("NIX", 1)).isEqualTo("Z_UNKNOWN");
    assertThat(kept("SRV", 0)).isEqualTo("Z_UNKNOWN");
    assertThat(kept("T1", 999_999)).isEqualTo("Z_UNKNOWN");
  }

  private String kept(String terminal, long number) {
    return TestLane.outcome(
        () ->
            bookkeeper
                .till()
                .getKeptZReport(
                    GetKeptZReportRequest.newBuilder()
                        .setTerminal(terminal)
                        .setZNumber(number)
                        .build()));
  }
}
