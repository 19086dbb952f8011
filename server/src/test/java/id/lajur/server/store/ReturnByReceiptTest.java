package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.AddReturnLineResponse;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.ReceiptLine;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** With a receipt no more comes back than it sold, however often and wherever it is shown. */
class ReturnByReceiptTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final long PRICE = 5_000_00;

  private final TestLane lane = store.lane("OWNER");
  private String item = "";
  private String sale = "";

  @BeforeEach
  void threePiecesAreSold() throws SQLException {
    item = store.item(PRICE);
    for (int piece = 0; piece < 3; piece++) {
      lane.scan(item);
    }
    var quantity = LineActs.changeQuantity(lane, 1, 3_000, "");
    lane.adopt(quantity);
    LineActs.voidLine(lane, 2, "");
    lane.adopt(LineActs.voidLine(lane, 3, ""));
    lane.reread();
    sale = lane.pay(lane.cashRequest(3 * PRICE)).getSaleId();
  }

  @AfterEach
  void theBooksHold() throws SQLException {
    lane.close();
    store.assertAuditClean();
  }

  @Test
  void whatCameBackIsCountedOnTheLineThatSoldIt() {
    back(lane, item, 2_000);
    refund(lane, 2 * PRICE);

    assertThat(sold(lane).getQuantityMilli()).isEqualTo(3_000);
    assertThat(sold(lane).getReturnedMilli()).isEqualTo(2_000);
    StatusRuntimeException more = refused(() -> back(lane, item, 2_000));
    assertThat(TestLane.reason(more)).isEqualTo("RETURN_TOO_MUCH");
    assertThat(TestLane.facts(more)).containsAllEntriesOf(Map.of("leftMilli", "1000"));
    back(lane, item, 1_000);
    refund(lane, PRICE);
    assertThat(sold(lane).getReturnedMilli()).isEqualTo(3_000);
  }

  @Test
  void whatTheBasketTakesBackAlreadyCountsAndAVoidedLineDoesNot() {
    int first = back(lane, item, 2_000).getLineId();
    assertThat(TestLane.reason(refused(() -> back(lane, item, 2_000))))
        .isEqualTo("RETURN_TOO_MUCH");
    assertThat(TestLane.reason(refused(() -> LineActs.changeQuantity(lane, first, 4_000, ""))))
        .isEqualTo("RETURN_TOO_MUCH");
    lane.adopt(LineActs.changeQuantity(lane, first, 3_000, ""));

    lane.adopt(LineActs.voidLine(lane, first, ""));
    back(lane, item, 3_000);
    refund(lane, 3 * PRICE);
    assertThat(sold(lane).getReturnedMilli()).isEqualTo(3_000);
  }

  @Test
  void ofTwoLanesWithTheSameReceiptOneGivesTheMoneyBack() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier taken = new CyclicBarrier(2);
    Callable<String> one =
        () -> {
          try (TestLane rival = store.lane("OWNER")) {
            back(rival, item, 2_000);
            taken.await();
            return TestLane.outcome(() -> rival.pay(rival.cashRequest(-2 * PRICE)));
          }
        };
    try {
      var first = threads.submit(one);
      var second = threads.submit(one);
      assertThat(List.of(first.get(), second.get()))
          .containsExactlyInAnyOrder("answered", "RETURN_TOO_MUCH");
    } finally {
      threads.shutdownNow();
    }
    assertThat(sold(lane).getReturnedMilli()).isEqualTo(2_000);
  }

  @Test
  void aReceiptThatDidNotSellItTakesNothingBack() throws SQLException {
    String other = store.item(PRICE);
    assertThat(TestLane.reason(refused(() -> back(lane, other, 1_000))))
        .isEqualTo("RETURN_NOT_ALLOWED");
    sale = UUID.randomUUID().toString();
    assertThat(TestLane.reason(refused(() -> back(lane, item, 1_000)))).isEqualTo("SALE_UNKNOWN");
    sale = "L01-S000001";
    assertThat(TestLane.reason(refused(() -> back(lane, item, 1_000)))).isEqualTo("ID_INVALID");
  }

  private AddReturnLineResponse back(TestLane at, String code, long quantityMilli) {
    AddReturnLineResponse answer =
        at.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(at.refOrNew())
                    .setCode(code)
                    .setQuantityMilli(quantityMilli)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setPriceMinor(PRICE)
                    .setReason("L01-S000001")
                    .setSaleId(sale)
                    .setSaleLine(1)
                    .build());
    at.adopt(answer.getBasket());
    return answer;
  }

  private static void refund(TestLane at, long amountMinor) {
    at.pay(at.cashRequest(-amountMinor));
  }

  private ReceiptLine sold(TestLane at) {
    return at.sales()
        .getReceipt(GetReceiptRequest.newBuilder().setSaleId(sale).build())
        .getReceipt()
        .getLines(0);
  }

  private static StatusRuntimeException refused(Runnable act) {
    return Assertions.catchThrowableOfType(StatusRuntimeException.class, act::run);
  }
}
