package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstSaleTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final int SENDERS = 4;

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void aCashSaleIsStockCashTaxCostAndAnEntryInTheBooks() throws SQLException {
    String milk = store.item(11_100_00);
    try (TestLane lane = store.lane()) {
      lane.scan(milk);

      PayResponse sale = lane.pay(lane.cashRequest(20_000_00));

      assertThat(sale.getTotalMinor()).isEqualTo(11_100_00);
      assertThat(sale.getChangeMinor()).isEqualTo(8_900_00);
      assertThat(sale.getNumber()).isEqualTo(1);
      String id = "UNHEX(REPLACE('" + sale.getSaleId() + "', '-', ''))";
      assertThat(
              store.number("SELECT SUM(amount_minor) FROM journal_line WHERE posting_id = " + id))
          .isZero();
      assertThat(
              store.number(
                  "SELECT -amount_minor FROM journal_line WHERE account = '2111' AND posting_id = "
                      + id))
          .isEqualTo(1_100_00);
      assertThat(store.number("SELECT quantity_milli FROM stock_move WHERE posting_id = " + id))
          .isEqualTo(-1000);
      assertThat(store.number("SELECT SUM(amount_minor) FROM till_move WHERE posting_id = " + id))
          .isEqualTo(11_100_00);
      Receipt receipt =
          lane.sales()
              .getReceipt(GetReceiptRequest.newBuilder().setLast(true).build())
              .getReceipt();
      assertThat(receipt.getSaleId()).isEqualTo(sale.getSaleId());
      assertThat(receipt.getTaxes(0).getOtherBaseMinor()).isEqualTo(9_166_67);
    }
  }

  @Test
  void aSaleSentTwiceIsPostedOnce() throws SQLException {
    String milk = store.item(5_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(milk);
      PayRequest request = lane.cashRequest(5_000_00);

      PayResponse first = lane.sales().pay(request);
      PayResponse again = lane.sales().pay(request);

      assertThat(again).isEqualTo(first);
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM sale s JOIN terminal t USING (terminal_id) WHERE t.code = '"
                      + first.getTerminal()
                      + "'"))
          .isEqualTo(1);
    }
  }

  @Test
  void theSameRequestIdWithOtherContentsIsRefused() throws SQLException {
    String milk = store.item(5_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(milk);
      PayRequest request = lane.cashRequest(5_000_00);
      lane.sales().pay(request);

      PayRequest other = request.toBuilder().setTotalMinor(1_00).build();

      assertThat(refused(() -> lane.sales().pay(other))).isEqualTo("REQUEST_REUSED");
    }
  }

  @Test
  void aScanSentTwiceAddsOneLine() throws SQLException {
    String milk = store.item(5_000_00);
    try (TestLane lane = store.lane()) {
      var request = lane.scanRequest(milk, 0);

      var first = lane.baskets().addLine(request);
      var again = lane.baskets().addLine(request);

      assertThat(again).isEqualTo(first);
      assertThat(again.getBasket().getTotals().getLineCount()).isEqualTo(1);
    }
  }

  @Test
  void aVoidedLineStaysInTheJournal() throws SQLException {
    String milk = store.item(5_000_00);
    try (TestLane lane = store.lane()) {
      int line = lane.scan(milk).getLineId();
      lane.scan(milk);

      var basket = lane.voidLine(line);

      assertThat(basket.getTotals().getTotalMinor()).isEqualTo(5_000_00);
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM audit_entry WHERE kind = 'LINE_VOIDED' AND subject_id ="
                      + " UNHEX(REPLACE('"
                      + basket.getBasketId()
                      + "', '-', ''))"))
          .isEqualTo(1);
    }
  }

  @Test
  void aLaneThatLiesAboutTheTotalIsRefused() throws SQLException {
    String milk = store.item(5_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(milk);
      PayRequest lie = lane.cashRequest(5_000_00).toBuilder().setTotalMinor(4_000_00).build();

      assertThat(refused(() -> lane.sales().pay(lie))).isEqualTo("TOTAL_DIFFERS");
    }
  }

  @Test
  void cashIsRoundedToTheCoinOnALineOfItsOwn() throws SQLException {
    String candy = store.item(1_049_00);
    try (TestLane lane = store.lane()) {
      lane.scan(candy);

      PayResponse sale = lane.pay(lane.cashRequest(1_000_00));

      assertThat(sale.getRoundingMinor()).isEqualTo(-49_00);
      assertThat(sale.getChangeMinor()).isZero();
    }
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  @Test
  void aPaymentSentAgainWhileTheFirstIsOnItsWayGetsTheSameAnswer() throws Exception {
    String item = store.item(5_000_00);
    ExecutorService threads = Executors.newFixedThreadPool(SENDERS);
    try (TestLane lane = store.lane()) {
      for (int ticket = 0; ticket < 25; ticket++) {
        lane.scan(item);
        PayRequest request = lane.cashRequest(5_000_00);
        List<Future<PayResponse>> sent = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
          sent.add(threads.submit(() -> lane.sales().pay(request)));
        }
        PayResponse first = sent.get(0).get();
        for (Future<PayResponse> again : sent) {
          assertThat(again.get()).isEqualTo(first);
        }
        lane.pay(request);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
