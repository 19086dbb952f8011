package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReceiptCopyTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int AT_ONCE = 6;

  @AfterEach
  void theChainsHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void theFirstPaperIsTheOriginalAndEachFurtherOneSaysWhichCopyItIs() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane other = store.lane()) {
      PayResponse sale = sell(lane);

      Receipt original = receipt(lane, GetReceiptRequest.newBuilder().setLast(true));
      Receipt first = receipt(lane, copy(sale));
      Receipt second = receipt(other, copy(sale));
      Receipt third = receipt(lane, copy(sale).clearSaleId().setLast(true));

      assertThat(original.getCopyNumber()).isZero();
      assertThat(List.of(first, second, third))
          .extracting(Receipt::getCopyNumber)
          .containsExactly(1, 2, 3);
      assertThat(third.toBuilder().clearCopyNumber().build()).isEqualTo(original);
      assertThat(copied(sale)).isEqualTo(3);
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry a JOIN operator o USING (operator_id)"
                      + " WHERE a.kind = 'RECEIPT_COPIED' AND a.after_value = '2' AND o.number = '"
                      + other.operator()
                      + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aCopyAskedForAgainUnderItsIdIsTheSameCopy() throws SQLException {
    try (TestLane lane = store.lane()) {
      PayResponse sale = sell(lane);
      GetReceiptRequest asked =
          copy(sale).clearSaleId().setLast(true).setRequestId(TestLane.newId()).build();

      Receipt first = lane.sales().getReceipt(asked).getReceipt();
      sell(lane);

      assertThat(lane.sales().getReceipt(asked).getReceipt()).isEqualTo(first);
      assertThat(first.getSaleId()).isEqualTo(sale.getSaleId());
      assertThat(copied(sale)).isEqualTo(1);
      assertThat(refused(lane, asked.toBuilder().setSaleId(sale.getSaleId())))
          .isEqualTo("REQUEST_REUSED");
    }
  }

  @Test
  void copiesAskedForAtTheSameMomentHaveNumbersOfTheirOwn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try (TestLane lane = store.lane();
        TestLane other = store.lane()) {
      PayResponse sale = sell(lane);
      CyclicBarrier ready = new CyclicBarrier(AT_ONCE);
      List<Future<Integer>> copies = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        TestLane asking = i % 2 == 0 ? lane : other;
        copies.add(
            threads.submit(
                () -> {
                  ready.await();
                  return receipt(asking, copy(sale)).getCopyNumber();
                }));
      }

      List<Integer> numbers = new ArrayList<>();
      for (Future<Integer> copy : copies) {
        numbers.add(copy.get());
      }
      assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aCopyNeedsARequestIdAndASaleThatIsThere() throws SQLException {
    try (TestLane lane = store.lane()) {
      PayResponse sale = sell(lane);

      assertThat(refused(lane, copy(sale).clearRequestId())).isEqualTo("REQUEST_ID_INVALID");
      assertThat(refused(lane, copy(sale).clearSaleId())).isEqualTo("ID_INVALID");
      assertThat(refused(lane, copy(sale).setSaleId(TestLane.newId()))).isEqualTo("SALE_UNKNOWN");
      try (TestLane fresh = store.lane()) {
        assertThat(refused(fresh, copy(sale).setLast(true))).isEqualTo("SALE_UNKNOWN");
      }
      assertThat(copied(sale)).isZero();
    }
  }

  @Test
  void anOlderReceiptIsFoundAnywhereByTheNumberThatIsPrintedOnIt() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane other = store.lane()) {
      PayResponse sale = sell(lane);
      sell(lane);
      String number = "%s-%s%06d".formatted(sale.getTerminal(), sale.getSeries(), sale.getNumber());

      Receipt found = receipt(other, GetReceiptRequest.newBuilder().setNumber(number));
      Receipt copied = receipt(other, copy(sale).setNumber(" " + number.toLowerCase(Locale.ROOT)));

      assertThat(found.getSaleId()).isEqualTo(sale.getSaleId());
      assertThat(found.getLines(0).getCode()).isNotEmpty();
      assertThat(copied.getCopyNumber()).isEqualTo(1);
      assertThat(copied.getSaleId()).isEqualTo(sale.getSaleId());
      for (String unknown : List.of("", "5", number + "9", "L99-S000001", "S000001")) {
        assertThat(refused(other, GetReceiptRequest.newBuilder().setNumber(unknown)))
            .isEqualTo("SALE_UNKNOWN");
      }
    }
  }

  @Test
  void aLineSaysWhatTakesItBackAndWhatItGotOfTheBasketsDiscount() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String code = store.item(5_000_00);
      lane.scan(code);
      lane.baskets()
          .discountBasket(
              DiscountBasketRequest.newBuilder()
                  .setRequestId(TestLane.newId())
                  .setBasket(lane.ref())
                  .setSource(DiscountSource.DISCOUNT_SOURCE_MANUAL)
                  .setAmountMinor(1_000_00)
                  .setReason("langganan")
                  .build());
      lane.adopt(
          lane.baskets()
              .getBasket(
                  GetBasketRequest.newBuilder().setBasketId(lane.ref().getBasketId()).build())
              .getBasket());
      lane.pay(lane.cashRequest(4_000_00));

      Receipt receipt = receipt(lane, GetReceiptRequest.newBuilder().setLast(true));

      assertThat(receipt.getLines(0).getCode()).isEqualTo(code);
      assertThat(receipt.getLines(0).getTotalMinor()).isEqualTo(5_000_00);
      assertThat(receipt.getLines(0).getBasketDiscountMinor()).isEqualTo(1_000_00);
    }
  }

  private static PayResponse sell(TestLane lane) throws SQLException {
    lane.scan(store.item(5_000_00));
    return lane.pay(lane.cashRequest(5_000_00));
  }

  private static GetReceiptRequest.Builder copy(PayResponse sale) {
    return GetReceiptRequest.newBuilder()
        .setSaleId(sale.getSaleId())
        .setCopy(true)
        .setRequestId(TestLane.newId());
  }

  private static Receipt receipt(TestLane lane, GetReceiptRequest.Builder request) {
    return lane.sales().getReceipt(request.build()).getReceipt();
  }

  private static String refused(TestLane lane, GetReceiptRequest.Builder request) {
    return TestLane.reason(
        catchThrowableOfType(StatusRuntimeException.class, () -> receipt(lane, request)));
  }

  private static long copied(PayResponse sale) {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry WHERE kind = 'RECEIPT_COPIED' AND subject_id ="
            + " UNHEX(REPLACE('"
            + sale.getSaleId()
            + "', '-', ''))");
  }
}
