package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.ByteString;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.sale.v1.PayResponse;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.ShiftReport;
import id.lajur.till.v1.TenderCount;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShiftTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aShiftIsCountedItsDifferencePostedAndItsTillEmpty() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      lane.pay(lane.cashRequest(20_000_00));

      ShiftReport z = close(lane, 110_000_00, 1, 12_000_00);

      assertThat(z.getZNumber()).isEqualTo(1);
      assertThat(z.getExpectedCashMinor()).isEqualTo(112_000_00);
      assertThat(z.getDifferenceMinor()).isEqualTo(-2_000_00);
      assertThat(z.getComplete()).isTrue();
      String till = "(SELECT terminal_id FROM terminal WHERE code = '" + z.getTerminal() + "')";
      assertThat(
              store.number(
                  "SELECT SUM(amount_minor) FROM journal_line WHERE account = '1102' AND"
                      + " terminal_id = "
                      + till))
          .isZero();
      assertThat(
              store.number(
                  "SELECT SUM(amount_minor) FROM journal_line WHERE account = '7102' AND"
                      + " terminal_id = "
                      + till))
          .isEqualTo(2_000_00);
    }
  }

  @Test
  void aReceiptThatTheLaneKnowsAndTheServerDoesNotShowsOnTheZ() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      lane.pay(lane.cashRequest(12_000_00));

      assertThat(close(lane, 112_000_00, 2, 24_000_00).getComplete()).isFalse();
    }
  }

  @Test
  void aShiftWithAnOpenBasketDoesNotClose() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);

      assertThat(
              TestLane.reason(
                  catchThrowableOfType(
                      StatusRuntimeException.class, () -> close(lane, 100_000_00, 0, 0))))
          .isEqualTo("BASKET_OPEN");
    }
  }

  @Test
  void afterItsCloseAShiftSellsNothingMore() throws SQLException {
    String item = store.item(12_000_00);
    try (TestLane lane = store.lane()) {
      close(lane, 100_000_00, 0, 0);

      assertThat(
              TestLane.reason(
                  catchThrowableOfType(StatusRuntimeException.class, () -> lane.scan(item))))
          .isEqualTo("SHIFT_CLOSED");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 1, 50, 1_000_01, 10_000_000_100L, 8_991_234_567_890L, Long.MIN_VALUE})
  void aFloatThatNoDrawerHoldsOpensNothing(long floatMinor) {
    try (TestLane lane = store.enrolled()) {
      lane.signOn();

      assertThat(refused(() -> lane.openShift(floatMinor))).isEqualTo("AMOUNT_INVALID");

      lane.openShift(0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 0",
    "-100, 1, 0",
    "50, 1, 0",
    "100, -1, 0",
    "100, 100001, 0",
    "1234567890123, 1, 0",
    "1000000000, 1001, 0",
    "100, 1, 50",
    "100, 1, -9223372036854775808",
    "100, 1, 8991234567890123"
  })
  void aCountThatNoDrawerHoldsEndsNothing(long valueMinor, int pieces, long slipsMinor) {
    try (TestLane lane = store.lane()) {
      CloseShiftRequest absurd =
          CloseShiftRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .addCounted(Denomination.newBuilder().setValueMinor(valueMinor).setPieces(pieces))
              .addCountedTenders(
                  TenderCount.newBuilder().setKind("CARD").setAmountMinor(slipsMinor))
              .build();

      assertThat(refused(() -> lane.till().closeShift(absurd))).isEqualTo("COUNT_INVALID");

      assertThat(close(lane, 100_000_00, 0, 0).getDifferenceMinor()).isZero();
    }
  }

  @Test
  void aCountNamesEachValueOnceAndTendersThatTheStoreHas() {
    try (TestLane lane = store.lane()) {
      Denomination note = Denomination.newBuilder().setValueMinor(1_000_00).setPieces(1).build();
      CloseShiftRequest.Builder twice =
          CloseShiftRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .addCounted(note)
              .addCounted(note);
      CloseShiftRequest.Builder unknown =
          CloseShiftRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .addCountedTenders(TenderCount.newBuilder().setKind("KERANG"));

      assertThat(refused(() -> lane.till().closeShift(twice.build()))).isEqualTo("COUNT_INVALID");
      assertThat(refused(() -> lane.till().closeShift(unknown.build()))).isEqualTo("COUNT_INVALID");
    }
  }

  @Test
  void theZIsCompleteOnlyIfTheLaneHasEachReceiptAsTheServerHasIt() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      ReceiptsProof.Receipt first = receipt(lane.pay(lane.cashRequest(1_000_00)));
      lane.scan(item);
      ReceiptsProof.Receipt second = receipt(lane.pay(lane.cashRequest(1_000_00)));
      List<ReceiptsProof.Receipt> another =
          List.of(first, new ReceiptsProof.Receipt(second.number(), 1_000_00, "00000000"));

      ShiftReport z = lane.till().closeShift(proven(another)).getReport();

      assertThat(z.getLaneSaleCount()).isEqualTo(z.getSaleCount()).isEqualTo(2);
      assertThat(z.getLaneSaleTotalMinor()).isEqualTo(z.getSalesMinor());
      assertThat(z.getComplete()).as("another link").isFalse();
      assertThat(z.getReceiptsHash()).isEqualTo(ReceiptsProof.of(List.of(first, second)));
      assertThat(z.getLaneReceiptsHash()).isEqualTo(ReceiptsProof.of(another));
      lane.openShift(0);
      assertThat(lane.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport())
          .as("as it was written")
          .isEqualTo(z);

      lane.scan(item);
      ReceiptsProof.Receipt third = receipt(lane.pay(lane.cashRequest(1_000_00)));
      assertThat(lane.till().closeShift(proven(List.of(third))).getReport().getComplete()).isTrue();
    }
  }

  @Test
  void aJournalThatCannotBeReadProvesNothing() throws SQLException {
    try (TestLane lane = store.lane()) {
      CloseShiftRequest unread =
          CloseShiftRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setLaneJournalUnread(true)
              .build();
      CloseShiftRequest halfAHash =
          unread.toBuilder()
              .setRequestId(TestLane.newId())
              .setLaneReceiptsHash(ByteString.copyFrom(new byte[16]))
              .build();

      assertThat(refused(() -> lane.till().closeShift(halfAHash))).isEqualTo("COUNT_INVALID");
      ShiftReport z = lane.till().closeShift(unread).getReport();
      assertThat(z.getSaleCount()).isZero();
      assertThat(z.getComplete()).isFalse();
      lane.openShift(0);
      assertThat(
              lane.till()
                  .getZReport(GetZReportRequest.getDefaultInstance())
                  .getReport()
                  .getComplete())
          .isFalse();
    }
  }

  private static ReceiptsProof.Receipt receipt(PayResponse sale) {
    return new ReceiptsProof.Receipt(
        ReceiptsProof.number(sale.getTerminal(), sale.getSeries(), sale.getNumber()),
        sale.getTotalMinor(),
        sale.getChainCode());
  }

  private static CloseShiftRequest proven(List<ReceiptsProof.Receipt> receipts) {
    return CloseShiftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setLaneSaleCount(receipts.size())
        .setLaneSaleTotalMinor(receipts.stream().mapToLong(ReceiptsProof.Receipt::totalMinor).sum())
        .setLaneReceiptsHash(ByteString.fromHex(ReceiptsProof.of(receipts)))
        .build();
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  private static ShiftReport close(TestLane lane, long cashMinor, long sales, long salesMinor) {
    return lane.till()
        .closeShift(
            CloseShiftRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .addCounted(
                    Denomination.newBuilder()
                        .setValueMinor(1_000_00)
                        .setPieces((int) (cashMinor / 1_000_00)))
                .setLaneSaleCount(sales)
                .setLaneSaleTotalMinor(salesMinor)
                .build())
        .getReport();
  }
}
