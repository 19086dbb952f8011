package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.ApproveRequest;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.rules.code.Gtin;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.EmergencyDifference;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PriceSource;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes as lanes scan and type them; the vectors are those of GS1 and of the shop's layouts. */
class CodesTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();

  @BeforeAll
  static void theShopPrintsLabels() throws SQLException {
    store
        .server()
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "INSERT INTO in_store_layout VALUES (1, '21', 5, 'WEIGHT', 5, 3, FALSE),"
                        + " (1, '22', 5, 'PRICE', 5, 0, FALSE), (1, '23', 4, 'PRICE', 6, 0, FALSE),"
                        + " (1, '24', 4, 'PRICE', 5, 0, TRUE),"
                        + " (1, '25', 5, 'COUNT', 5, 0, FALSE)"));
    write(
        item("DAGING", true, 42_900_00L, "417"),
        item("IKAN", true, 42_900_00L, "0417"),
        item("KERUPUK", false, 9_000_00L, "2200999000007"),
        item("APEL", true, 89_900_00L, "8991234567891"),
        item("TELUR", false, 2_000_00L, "00733"),
        item("ROTI", false, 7_500_00L, "2799999000006"));
  }

  private static NewItem item(String code, boolean weighed, Long price, String barcode) {
    return new NewItem(
        code,
        "Barang " + code,
        "UMUM",
        "",
        SaleItem.Kind.GOODS,
        null,
        "BIASA",
        weighed,
        SaleItem.StockPolicy.ALLOW,
        null,
        List.of(new NewItem.Unit(weighed ? "kg" : "pcs", 1000, price, List.of(barcode))));
  }

  private static void write(NewItem... items) throws SQLException {
    store.server().catalog().write(new ArrayList<>(List.of(items)), Clock.systemUTC().instant());
  }

  @AfterEach
  void leave() {
    lane.close();
  }

  @AfterAll
  static void theShopPrintsNoLabelsAnyMore() throws SQLException {
    store
        .server()
        .database()
        .jdbi()
        .useHandle(handle -> handle.execute("DELETE FROM in_store_layout"));
    store.assertAuditClean();
  }

  private BasketLine sold(String code) {
    AddLineResponse response = lane.scan(code);
    return response.getBasket().getLinesList().stream()
        .filter(line -> line.getLineId() == response.getLineId())
        .findFirst()
        .orElseThrow();
  }

  private String refused(String code) {
    return TestLane.reason(
        catchThrowableOfType(StatusRuntimeException.class, () -> lane.scan(code)));
  }

  @Test
  void aWeightLabelSellsItsWeight() {
    BasketLine line = sold("2100417008458");
    assertThat(line.getQuantityMilli()).isEqualTo(845);
    assertThat(line.getTotalMinor()).isEqualTo(36_251_00);
  }

  @Test
  void aPriceLabelIsChargedAsPrintedAndBookedByItsWeight() {
    for (String code : List.of("2200417362519", "]E02200417362519", "2404171362512")) {
      BasketLine line = sold(code);
      assertThat(line.getTotalMinor()).isEqualTo(36_251_00);
      assertThat(line.getQuantityMilli()).isEqualTo(845);
    }
  }

  @Test
  void aLabelPrintedAtAnotherPricePerKiloIsAskedAbout() {
    String code = "220041736300"; // no whole gram at Rp42,900 costs Rp36,300
    assertThat(refused(code + Gtin.checkDigit(code))).isEqualTo("LABEL_PRICE_CHANGED");
  }

  @Test
  void aListedPrefixWithAWrongCheckDigitIsDamaged() {
    assertThat(refused("2100417008459")).isEqualTo("BARCODE_DAMAGED");
    assertThat(refused("2799999000005")).isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void anUnlistedPrefixIsAnOrdinaryCode() {
    assertThat(sold("2799999000006").getTotalMinor()).isEqualTo(7_500_00);
  }

  @Test
  void anExactBarcodeWinsOverALayout() {
    assertThat(sold("2200999000007").getTotalMinor()).isEqualTo(9_000_00);
  }

  @Test
  void anItemSellsByItsOwnCode() {
    assertThat(sold("ROTI").getTotalMinor()).isEqualTo(7_500_00);
  }

  @Test
  void anElementStringSellsItsWeightAtItsPrice() {
    BasketLine line =
        sold("]C10108991234567891" + "17270228" + "10LOT7A\u001d" + "3103001250" + "3920112375");
    assertThat(line.getQuantityMilli()).isEqualTo(1_250);
    assertThat(line.getTotalMinor()).isEqualTo(112_375_00);
  }

  @Test
  void aCodeOfAnyLengthOrScriptIsHarmless() {
    assertThat(refused("9".repeat(121))).isEqualTo("TEXT_INVALID");
    assertThat(refused("\uD83D\uDE00")).isEqualTo("TEXT_INVALID");
    assertThat(refused("'OR'1'='1")).isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void anUnreadableElementStringAndAWebAddressSellNothing() {
    assertThat(refused("]C101089912345678919912")).isEqualTo("BARCODE_DAMAGED");
    assertThat(refused("]Q18991234567891")).isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void aPriceLabelOfSixDigitsSellsBeyondAHundredThousand() {
    BasketLine line = sold(label("230417128443"));
    assertThat(line.getTotalMinor()).isEqualTo(128_443_00);
    assertThat(line.getQuantityMilli()).isEqualTo(2_994);
  }

  @Test
  void aCountLabelSellsItsPieces() {
    BasketLine line = sold(label("250073300015"));
    assertThat(line.getQuantityMilli()).isEqualTo(15_000);
    assertThat(line.getTotalMinor()).isEqualTo(30_000_00);
    assertThat(refused(label("250073300000"))).isEqualTo("QUANTITY_INVALID");
  }

  @Test
  void whatALaneAloneTookForALabelIsHeldAgainstWhatItsCodeSays() throws SQLException {
    EmergencyTill till = EmergencyTill.of(store, lane);
    EmergencyLine meat =
        EmergencyTill.line("DAGING", 42_900_00).toBuilder()
            .setBarcode("2200417362519")
            .setQuantityMilli(845)
            .setPriceSource(PriceSource.PRICE_SOURCE_LABEL)
            .setLabelAmountMinor(36_251_00)
            .setTotalMinor(36_251_00)
            .build();
    EmergencyLine cheap =
        meat.toBuilder().setLabelAmountMinor(100_00).setTotalMinor(100_00).build();

    assertThat(differences(till, meat)).isEmpty();
    assertThat(differences(till, cheap)).containsExactly(price("10000", "3625100"));
    assertThat(differences(till, cheap.toBuilder().setBarcode("417").build()))
        .as("its code is no label")
        .containsExactly(price("10000", ""));
    assertThat(differences(till, meat.toBuilder().setItemCode("IKAN").build()))
        .as("another's label")
        .containsExactly(price("3625100", ""));
  }

  private List<EmergencyDifference> differences(EmergencyTill till, EmergencyLine line) {
    return lane.emergency()
        .postEmergencySale(
            till.request(
                till.next(
                    EmergencyTill.newBasket(),
                    Clock.systemUTC().millis(),
                    EmergencyTill.taxClass(store),
                    line)))
        .getDifferencesList();
  }

  private static EmergencyDifference price(String atLane, String atServer) {
    return EmergencyDifference.newBuilder()
        .setKind(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_PRICE)
        .setLine(1)
        .setAtLane(atLane)
        .setAtServer(atServer)
        .build();
  }

  private static String label(String body) {
    return body + Gtin.checkDigit(body);
  }

  @Test
  void aChangedLabelSellsAsPrintedOnceASupervisorSaysSo() {
    String code = label("220041736300");
    assertThat(refused(code)).isEqualTo("LABEL_PRICE_CHANGED");
    String approval;
    try (TestLane supervisor = store.lane("OWNER")) {
      approval =
          ApprovalServiceGrpc.newBlockingStub(lane.channel())
              .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
              .approve(
                  ApproveRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setSupervisorNumber(supervisor.operator())
                      .setPin(StoreFixture.PIN)
                      .setPermission("sale.override")
                      .setSubjectId(lane.refOrNew().getBasketId())
                      .build())
              .getApprovalId();
    }

    AddLineResponse sold =
        lane.scan(lane.scanRequest(code, 0).toBuilder().setApprovalId(approval).build());

    assertThat(sold.getBasket().getLines(0).getTotalMinor()).isEqualTo(36_300_00);
    assertThat(sold.getBasket().getLines(0).getPriceSource())
        .isEqualTo(PriceSource.PRICE_SOURCE_LABEL);
    assertThat(lane.pay(lane.cashRequest(36_300_00)).getTotalMinor()).isEqualTo(36_300_00);
    assertThat(refused(code)).isEqualTo("LABEL_PRICE_CHANGED");
  }

  @Test
  void anAmountInTheStoresCurrencyIsCharged_andInAnotherNot() {
    String weighed = "]C10108991234567891" + "3103001250";
    assertThat(sold(weighed + "3930360112375").getTotalMinor()).isEqualTo(112_375_00);
    assertThat(refused(weighed + "3930840112375")).isEqualTo("BARCODE_DAMAGED");
  }

  @Test
  void aDigitalLinkSellsItsItem_whateverTheScannerSaysOfIt() {
    for (String aim : List.of("", "]Q1", "]Q3", "]d2")) {
      BasketLine line = sold(aim + "https://toko.id/01/08991234567891/10/A1?3103=000500");
      assertThat(line.getQuantityMilli()).isEqualTo(500);
      assertThat(line.getTotalMinor()).isEqualTo(44_950_00);
    }
    assertThat(refused("https://toko.id/01/08991234567890")).isEqualTo("BARCODE_DAMAGED");
    assertThat(refused("https://toko.id/promo")).isEqualTo("ITEM_UNKNOWN");
  }

  @Test
  void aLabelledItemComesBackAtWhatItsLabelSays() {
    try (TestLane supervisor = store.lane("OWNER")) {
      BasketLine priced = back(supervisor, "2200417362519", 0);
      assertThat(priced.getQuantityMilli()).isEqualTo(-845);
      assertThat(priced.getTotalMinor()).isEqualTo(-36_251_00);
      BasketLine weighed = back(supervisor, "2100417008458", 1_000);
      assertThat(weighed.getQuantityMilli()).isEqualTo(-845);
      assertThat(weighed.getTotalMinor()).isEqualTo(-36_251_00);
      assertThat(
              TestLane.reason(
                  catchThrowableOfType(
                      StatusRuntimeException.class,
                      () -> back(supervisor, "2100417008458", 2_000))))
          .isEqualTo("QUANTITY_INVALID");
      assertThat(
              supervisor
                  .pay(supervisor.cashRequest(0).toBuilder().clearTenders().build())
                  .getChangeMinor())
          .isEqualTo(72_500_00); // 72,502 to the coin of Rp100
    }
  }

  private static BasketLine back(TestLane lane, String code, long quantityMilli) {
    var response =
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setCode(code)
                    .setQuantityMilli(quantityMilli)
                    .setKind(LineKind.LINE_KIND_RETURN)
                    .setReason("tidak segar")
                    .build());
    lane.adopt(response.getBasket());
    return response.getBasket().getLinesList().stream()
        .filter(line -> line.getLineId() == response.getLineId())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDeliveryIsReceivedByPackOwnCodeAndElementString() throws SQLException {
    write(
        new NewItem(
            "SIRUP",
            "Sirup",
            "UMUM",
            "",
            SaleItem.Kind.GOODS,
            null,
            "BIASA",
            false,
            SaleItem.StockPolicy.ALLOW,
            null,
            List.of(
                new NewItem.Unit("btl", 1000, 20_000_00L, List.of("8991234500003")),
                new NewItem.Unit("dus", 12_000, null, List.of("18991234500000")))));
    store.server().setup().addSupplier("SUP-CODES", "Pemasok kode");
    try (TestLane office = store.lane("OWNER")) {
      PostGoodsReceiptRequest.Builder request =
          PostGoodsReceiptRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setSupplier("SUP-CODES");
      for (String code :
          List.of("18991234500000", "SIRUP", "]C10118991234500000" + "10LOT9\u001d" + "3712")) {
        request.addLines(
            GoodsReceiptLine.newBuilder()
                .setCode(code)
                .setQuantityMilli(2_000)
                .setCostMinor(10_000_00));
      }
      GoodsReceiptServiceGrpc.newBlockingStub(office.channel())
          .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(office.headers()))
          .postGoodsReceipt(request.build());
    }
    assertThat(
            store.number(
                "SELECT quantity_milli FROM stock_balance JOIN item USING (item_id)"
                    + " WHERE code = 'SIRUP'"))
        .isEqualTo(24_000 + 2_000 + 24_000);
  }

  @Test
  void aNumberTypedBeforeALabelIsRefused() {
    assertThat(
            TestLane.reason(
                catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> lane.scan(lane.scanRequest("2100417008458", 3_000)))))
        .isEqualTo("QUANTITY_INVALID");
  }
}
