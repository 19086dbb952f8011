package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.purchasing.v1.PostGoodsReceiptResponse;
import id.lajur.server.catalog.NewItem;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoodsReceiptTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String SELECTS =
      "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
          + " WHERE VARIABLE_NAME = 'COM_SELECT'";

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier("PT-UJI", "PT Uji Coba");
  }

  @Test
  void whatIsReceivedIsSoldAtItsCost() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane("OWNER")) {
      receive(lane, item, 10_000, 60_000_00);
      lane.scan(item);

      lane.pay(lane.cashRequest(10_000_00));

      assertThat(balance(item, "quantity_milli")).isEqualTo(9_000);
      assertThat(balance(item, "value_minor")).isEqualTo(54_000_00);
    }
  }

  @Test
  void aHoleBelowZeroIsFilledAtTheLastKnownCostAndTheRestIsVariance() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane("OWNER")) {
      receive(lane, item, 1_000, 5_000_00);
      lane.scan(item);
      lane.scan(item);
      lane.scan(item);
      lane.pay(lane.cashRequest(30_000_00));
      assertThat(balance(item, "value_minor")).isEqualTo(-10_000_00);

      receive(lane, item, 4_000, 24_000_00);

      assertThat(balance(item, "quantity_milli")).isEqualTo(2_000);
      assertThat(balance(item, "value_minor")).isEqualTo(12_000_00);
      assertThat(
              store.number(
                  "SELECT SUM(variance_minor) FROM goods_receipt_line l JOIN item i USING (item_id)"
                      + " WHERE i.code = '"
                      + item
                      + "'"))
          .isEqualTo(2_000_00);
    }
  }

  @Test
  void aDeliveryOfManyLinesIsPostedInPartsAndOnce() throws SQLException {
    String item = store.item(10_000_00);
    PostGoodsReceiptRequest delivery = delivery(item, 450);
    try (TestLane lane = store.lane("OWNER")) {
      PostGoodsReceiptResponse posted = lane.receive(delivery);

      assertThat(posted.getParts()).isEqualTo(3);
      assertThat(posted.getValueMinor()).isEqualTo(450 * 1_000_00L);
      assertThat(lane.receive(delivery)).isEqualTo(posted);
      assertThat(balance(item, "quantity_milli")).isEqualTo(450_000);
      assertThat(balance(item, "value_minor")).isEqualTo(450 * 1_000_00L);
      assertThat(
              store.numbers(
                  "SELECT COUNT(*) FROM goods_receipt g JOIN goods_receipt_line USING (posting_id)"
                      + " WHERE HEX(g.document_id) = '"
                      + posted.getDocumentId().replace("-", "").toUpperCase(Locale.ROOT)
                      + "' GROUP BY g.part ORDER BY g.part"))
          .containsExactly(200L, 200L, 50L);
      assertThat(store.number("SELECT COUNT(*) FROM goods_receipt_pending")).isZero();
      PostGoodsReceiptRequest other = delivery.toBuilder().setDeliveryNote("other").build();
      assertThat(refused(() -> lane.receive(other))).isEqualTo("REQUEST_REUSED");
    }
  }

  @Test
  void theItemsOfADeliveryAreLookedUpTogetherByBarcodeAndByTheirOwnCode() throws SQLException {
    List<NewItem> items = new ArrayList<>();
    PostGoodsReceiptRequest.Builder delivery = delivery("", 0).toBuilder();
    for (int i = 0; i < 100; i++) {
      items.add(NewItem.goods("BANYAK" + i, "899" + (7000 + i), "Barang", "UMUM", "BIASA", 1_00));
      for (String code : List.of("BANYAK" + i, "899" + (7000 + i))) {
        delivery.addLines(
            GoodsReceiptLine.newBuilder().setCode(code).setQuantityMilli(1_000).setCostMinor(1_00));
      }
    }
    store.server().catalog().write(items, Clock.systemUTC().instant());
    try (TestLane lane = store.lane("OWNER")) {
      long before = store.number(SELECTS);

      lane.receive(delivery.build());

      assertThat(store.number(SELECTS) - before).isLessThan(50);
      assertThat(balance("BANYAK0", "quantity_milli")).isEqualTo(2_000);
      assertThat(balance("BANYAK99", "quantity_milli")).isEqualTo(2_000);
      delivery.getLinesBuilder(7).setCode("TIDAK-ADA");
      delivery.setRequestId(TestLane.newId());
      assertThat(refused(() -> lane.receive(delivery.build()))).isEqualTo("ITEM_UNKNOWN");
    }
  }

  @Test
  void postingsOfAnItemFollowEachOtherByIdAsInTheLog() throws Exception {
    String item = store.item(10_000_00);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<?>> work = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        work.add(
            threads.submit(
                () -> {
                  try (TestLane lane = store.lane("OWNER")) {
                    for (int round = 0; round < 15; round++) {
                      receive(lane, item, 1_000, 6_000_00);
                    }
                  }
                }));
      }
      for (Future<?> each : work) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM
                  (SELECT e.seq, LAG(e.seq) OVER (ORDER BY m.posting_id) AS earlier
                     FROM stock_move m JOIN event e ON e.document_id = m.posting_id
                     JOIN item i USING (item_id) WHERE i.code = '%s') moves
                 WHERE seq < earlier"""
                    .formatted(item)))
        .isZero();
  }

  @Test
  void aDeliveryWithoutOrWithTooManyLinesAndWrongOnesAreRefusedWhole() throws SQLException {
    String item = store.item(10_000_00);
    long before = store.number("SELECT COUNT(*) FROM stock_move");
    try (TestLane lane = store.lane("OWNER")) {
      assertThat(refused(() -> lane.receive(delivery(item, 0)))).isEqualTo("LINES_TOO_MANY");
      assertThat(refused(() -> lane.receive(delivery(item, 10_001)))).isEqualTo("LINES_TOO_MANY");
      for (long quantity : new long[] {0, -1_000, Long.MAX_VALUE, 1_000_000_000_000_000L}) {
        assertThat(refused(() -> receive(lane, item, quantity, 1_00)))
            .isEqualTo("QUANTITY_INVALID");
      }
      for (long cost : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE}) {
        assertThat(refused(() -> receive(lane, item, 1_000, cost))).isEqualTo("AMOUNT_INVALID");
      }
      PostGoodsReceiptRequest noSupplier =
          delivery(item, 1).toBuilder().setSupplier("NOBODY").build();
      assertThat(refused(() -> lane.receive(noSupplier))).isEqualTo("SUPPLIER_UNKNOWN");
      PostGoodsReceiptRequest longNote =
          delivery(item, 1).toBuilder().setDeliveryNote("é".repeat(201)).build();
      assertThat(refused(() -> lane.receive(longNote))).isEqualTo("TEXT_INVALID");
      assertThat(store.number("SELECT COUNT(*) FROM stock_move")).isEqualTo(before);

      lane.receive(delivery(item, 1).toBuilder().setDeliveryNote("🥚".repeat(200)).build());
    }
  }

  private static String refused(Runnable act) {
    return TestLane.reason(catchThrowableOfType(StatusRuntimeException.class, act::run));
  }

  private static PostGoodsReceiptRequest delivery(String code, int lines) {
    PostGoodsReceiptRequest.Builder delivery =
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setSupplier("PT-UJI")
            .setDeliveryNote("SJ-2");
    for (int i = 0; i < lines; i++) {
      delivery.addLines(
          GoodsReceiptLine.newBuilder()
              .setCode(code)
              .setQuantityMilli(1_000)
              .setCostMinor(1_000_00));
    }
    return delivery.build();
  }

  @Test
  void aCashierMayNotReceive() throws SQLException {
    String item = store.item(10_000_00);
    try (TestLane lane = store.lane()) {
      assertThat(
              TestLane.reason(
                  catchThrowableOfType(
                      StatusRuntimeException.class, () -> receive(lane, item, 1_000, 1_00))))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  private static void receive(TestLane lane, String code, long quantityMilli, long costMinor) {
    lane.receive(
        delivery(code, 0).toBuilder()
            .addLines(
                GoodsReceiptLine.newBuilder()
                    .setCode(code)
                    .setQuantityMilli(quantityMilli)
                    .setCostMinor(costMinor))
            .build());
  }

  private static long balance(String item, String column) {
    return store.number(
        "SELECT b."
            + column
            + " FROM stock_balance b JOIN item i USING (item_id) WHERE i.code = '"
            + item
            + "'");
  }
}
