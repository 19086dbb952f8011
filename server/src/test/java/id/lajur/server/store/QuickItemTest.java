package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.QuickItemRequest;
import id.lajur.catalog.v1.QuickItemResponse;
import id.lajur.catalog.v1.TaxClass;
import id.lajur.purchasing.v1.DraftLine;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An unknown barcode becomes an item without leaving the delivery. */
class QuickItemTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final Desk desk = new Desk(store, "BUYER");

  @BeforeAll
  static void aSupplierAndADepartment() throws SQLException {
    store.server().setup().addSupplier("PT-BARU", "PT Baru");
    String unused = store.item(1_00);
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static QuickItemRequest item(String barcode) {
    return QuickItemRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setName("Biskuit Kelapa 300 g")
        .setDepartment("UMUM")
        .setTaxClass("BIASA")
        .setBaseUnit("pcs")
        .setBarcode(barcode)
        .setPriceMinor(9_500_00)
        .setPackUnit("dus")
        .setPackFactorMilli(24_000)
        .setPackBarcode(barcode.isEmpty() ? "" : barcode + "-K")
        .setAsksExpiry(true)
        .build();
  }

  @Test
  void theNewItemIsReceivedAtOnceAndSoldAtOnce() {
    desk.begin("PT-BARU");
    assertThat(outcome(() -> desk.scan("QI-1-K"))).isEqualTo("ITEM_UNKNOWN");
    long head = store.number("SELECT seq FROM event_head");

    QuickItemResponse made = desk.lane().catalog().quickItem(item("QI-1"));

    DraftLine line = desk.line(desk.scan("QI-1-K").getLineId());
    assertThat(line.getItemCode()).isEqualTo(made.getItemCode()).isEqualTo("QI-1");
    assertThat(line.getFactorMilli()).isEqualTo(24_000);
    assertThat(line.getAsksExpiry()).isTrue();
    assertThat(line.getNeverReceived()).isTrue();
    try (TestLane lane = store.lane()) {
      assertThat(lane.scan("QI-1").getBasket().getTotals().getTotalMinor()).isEqualTo(9_500_00);
    }
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM event WHERE kind = 'CATALOG_CHANGED' AND seq > " + head))
        .isEqualTo(1);
    assertThat(
            store.text(
                "SELECT after_value FROM audit_entry WHERE kind = 'ITEM_CREATED'"
                    + " AND after_value LIKE 'QI-1 %'"))
        .isEqualTo("QI-1 UMUM BIASA");
  }

  @Test
  void whatANewItemMayBePutIntoIsListed() {
    var choices =
        desk.lane().catalog().listDepartments(ListDepartmentsRequest.getDefaultInstance());

    assertThat(choices.getDepartmentsList()).extracting(Department::getCode).contains("UMUM");
    assertThat(choices.getTaxClassesList())
        .extracting(TaxClass::getCode)
        .startsWith("BIASA", "MEWAH", "BEBAS", "NON_PPN");
  }

  @Test
  void anItemWithoutABarcodeHasANumberOfItsOwn() {
    QuickItemResponse made =
        desk.lane()
            .catalog()
            .quickItem(item("").toBuilder().setPackUnit("").setPackFactorMilli(0).build());

    assertThat(made.getItemCode()).matches("B\\d+");
    desk.begin("PT-BARU");
    assertThat(desk.line(desk.scan(made.getItemCode()).getLineId()).getUnit()).isEqualTo("pcs");
  }

  @Test
  void whatIsSentAgainMakesOneItem() {
    QuickItemRequest request = item("QI-2");
    QuickItemResponse first = desk.lane().catalog().quickItem(request);

    assertThat(desk.lane().catalog().quickItem(request)).isEqualTo(first);
    assertThat(
            outcome(
                () -> desk.lane().catalog().quickItem(request.toBuilder().setName("Lain").build())))
        .isEqualTo("REQUEST_REUSED");
    assertThat(store.number("SELECT COUNT(*) FROM item WHERE code = 'QI-2'")).isEqualTo(1);
  }

  @Test
  void whatCannotBeAnItemIsRefusedAndNothingIsMade() throws SQLException {
    String taken = store.item(1_00);
    long items = store.number("SELECT COUNT(*) FROM item");

    assertThat(refused(item("QI-3").toBuilder().setName(" "))).isEqualTo("NAME_NEEDED");
    assertThat(refused(item("QI-3").toBuilder().setDepartment("TIDAK-ADA")))
        .isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refused(item("QI-3").toBuilder().setTaxClass("TIDAK-ADA")))
        .isEqualTo("TAX_CLASS_UNKNOWN");
    assertThat(refused(item("QI-3").toBuilder().setBaseUnit(""))).isEqualTo("UNIT_INVALID");
    assertThat(refused(item("QI-3").toBuilder().setPackUnit("pcs"))).isEqualTo("UNIT_INVALID");
    assertThat(refused(item("QI-3").toBuilder().setPackFactorMilli(1_000)))
        .isEqualTo("UNIT_INVALID");
    assertThat(refused(item("QI-3").toBuilder().setPriceMinor(-1))).isEqualTo("AMOUNT_INVALID");
    assertThat(refused(item(taken).toBuilder())).isEqualTo("BARCODE_TAKEN");
    assertThat(refused(item("QI-3").toBuilder().setPackBarcode(taken))).isEqualTo("BARCODE_TAKEN");
    assertThat(refused(item("QI-3").toBuilder().setPackBarcode("QI-3"))).isEqualTo("BARCODE_TAKEN");
    assertThat(refused(item("QI 3").toBuilder())).isEqualTo("TEXT_INVALID");
    assertThat(store.number("SELECT COUNT(*) FROM item")).isEqualTo(items);
  }

  @Test
  void whoReceivesGoodsMakesAnItemWithoutAPrice() {
    try (Desk warehouse = new Desk(store, "WAREHOUSE")) {
      assertThat(outcome(() -> warehouse.lane().catalog().quickItem(item("QI-4"))))
          .isEqualTo("PERMISSION_MISSING");
      assertThat(
              outcome(
                  () ->
                      warehouse
                          .lane()
                          .catalog()
                          .quickItem(item("QI-4").toBuilder().clearPriceMinor().build())))
          .isEqualTo("answered");
    }
    try (TestLane cashier = store.lane()) {
      assertThat(outcome(() -> cashier.catalog().quickItem(item("QI-5"))))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  private String refused(QuickItemRequest.Builder item) {
    return outcome(() -> desk.lane().catalog().quickItem(item.build()));
  }
}
