package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoodsReceiptTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

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
    try (TestLane lane = store.lane("SUPERVISOR")) {
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
    try (TestLane lane = store.lane("SUPERVISOR")) {
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
    GoodsReceiptServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
        .postGoodsReceipt(
            PostGoodsReceiptRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setSupplier("PT-UJI")
                .setDeliveryNote("SJ-1")
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
