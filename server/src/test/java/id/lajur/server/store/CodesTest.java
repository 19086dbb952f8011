package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.BasketLine;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import io.grpc.StatusRuntimeException;
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
                        + " (1, '24', 4, 'PRICE', 5, 0, TRUE)"));
    write(
        item("DAGING", true, 42_900_00L, "417"),
        item("IKAN", true, 42_900_00L, "0417"),
        item("KERUPUK", false, 9_000_00L, "2200999000007"),
        item("APEL", true, 89_900_00L, "8991234567891"),
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
    assertThat(refused(code + id.lajur.server.catalog.Gtin.checkDigit(code)))
        .isEqualTo("LABEL_PRICE_CHANGED");
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
  void aNumberTypedBeforeALabelIsRefused() {
    assertThat(
            TestLane.reason(
                catchThrowableOfType(
                    StatusRuntimeException.class,
                    () -> lane.scan(lane.scanRequest("2100417008458", 3_000)))))
        .isEqualTo("QUANTITY_INVALID");
  }
}
