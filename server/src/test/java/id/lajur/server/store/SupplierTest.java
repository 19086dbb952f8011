package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.purchasing.v1.CreateSupplierRequest;
import id.lajur.purchasing.v1.ListSuppliersRequest;
import id.lajur.purchasing.v1.ListSuppliersResponse;
import id.lajur.purchasing.v1.Supplier;
import id.lajur.purchasing.v1.UpdateSupplierRequest;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupplierTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final Desk buyer = new Desk(store, "BUYER");

  @AfterEach
  void leave() {
    buyer.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static Supplier supplier(String code) {
    return Supplier.newBuilder()
        .setCode(code)
        .setName("UD Maju " + code)
        .setAddress("Jl. Pasar 1")
        .setTaxNumber("0012345678901000")
        .setTermsDays(14)
        .setChargesTax(true)
        .build();
  }

  private static CreateSupplierRequest create(Supplier supplier) {
    return CreateSupplierRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setSupplier(supplier)
        .build();
  }

  private static UpdateSupplierRequest update(Supplier supplier) {
    return UpdateSupplierRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setSupplier(supplier)
        .build();
  }

  @Test
  void aSupplierIsKeptAndFoundByNameAndByTheBeginningOfItsCode() {
    Supplier kept = buyer.suppliers().createSupplier(create(supplier("SUP-A"))).getSupplier();

    assertThat(kept).isEqualTo(supplier("SUP-A").toBuilder().setVersion(1).build());
    assertThat(found("maju sup-a").getSuppliersList()).containsExactly(kept);
    assertThat(found("SUP-").getSuppliersList()).contains(kept);
    assertThat(found("UP-A").getSuppliersList()).contains(kept);
    assertThat(found("%_!").getSuppliersList()).isEmpty();
  }

  @Test
  void listsComeInPages() {
    for (String code : new String[] {"ZZ-1", "ZZ-2", "ZZ-3"}) {
      var unused = buyer.suppliers().createSupplier(create(supplier(code)));
    }
    ListSuppliersRequest two =
        ListSuppliersRequest.newBuilder().setQuery("ZZ-").setPageSize(2).build();
    ListSuppliersResponse first = buyer.suppliers().listSuppliers(two);
    ListSuppliersResponse second =
        buyer
            .suppliers()
            .listSuppliers(two.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getSuppliersList())
        .extracting(Supplier::getCode)
        .containsExactly("ZZ-1", "ZZ-2");
    assertThat(second.getSuppliersList()).extracting(Supplier::getCode).containsExactly("ZZ-3");
    assertThat(second.getNextPageToken()).isEmpty();
    assertThat(
            outcome(() -> buyer.suppliers().listSuppliers(two.toBuilder().setPageSize(-1).build())))
        .isEqualTo("PAGE_INVALID");
  }

  @Test
  void ofTwoWhoChangeTheSameSupplierTheSecondIsTold() {
    Supplier read = buyer.suppliers().createSupplier(create(supplier("SUP-B"))).getSupplier();
    Supplier changed =
        buyer
            .suppliers()
            .updateSupplier(update(read.toBuilder().setTermsDays(45).build()))
            .getSupplier();

    assertThat(changed.getVersion()).isEqualTo(2);
    assertThat(
            outcome(
                () ->
                    buyer
                        .suppliers()
                        .updateSupplier(update(read.toBuilder().setName("Lain").build()))))
        .isEqualTo("SUPPLIER_CHANGED");
    assertThat(found("SUP-B").getSuppliersList()).containsExactly(changed);
    assertThat(
            store.text(
                "SELECT CONCAT(before_value, ' > ', after_value) FROM audit_entry"
                    + " WHERE kind = 'SUPPLIER_CHANGED' AND after_value LIKE 'SUP-B %'"))
        .isEqualTo("SUP-B 14 days, tax > SUP-B 45 days, tax");
  }

  @Test
  void aRequestThatComesAgainIsAnsweredAgainAndMakesNothing() {
    CreateSupplierRequest request = create(supplier("SUP-C"));
    var first = buyer.suppliers().createSupplier(request);

    assertThat(buyer.suppliers().createSupplier(request)).isEqualTo(first);
    assertThat(outcome(() -> buyer.suppliers().createSupplier(create(supplier("SUP-C")))))
        .isEqualTo("SUPPLIER_EXISTS");
  }

  @Test
  void whatNoSupplierHasIsRefused() {
    assertThat(outcome(() -> buyer.suppliers().updateSupplier(update(supplier("SUP-NONE")))))
        .isEqualTo("SUPPLIER_UNKNOWN");
    assertThat(refused(supplier("SUP-D").toBuilder().setName(" "))).isEqualTo("NAME_NEEDED");
    assertThat(refused(supplier("SUP-D").toBuilder().setTermsDays(-1))).isEqualTo("TERMS_INVALID");
    assertThat(refused(supplier("SUP-D").toBuilder().setTermsDays(3_651)))
        .isEqualTo("TERMS_INVALID");
    assertThat(refused(supplier("").toBuilder())).isEqualTo("TEXT_INVALID");
    assertThat(refused(supplier("x".repeat(33)).toBuilder())).isEqualTo("TEXT_INVALID");
    assertThat(refused(supplier("SUP-D").toBuilder().setTaxNumber("1".repeat(33))))
        .isEqualTo("TEXT_INVALID");
  }

  @Test
  void whoReceivesGoodsReadsSuppliersAndKeepsNone() {
    try (Desk warehouse = new Desk(store, "WAREHOUSE")) {
      assertThat(
              outcome(
                  () ->
                      warehouse
                          .suppliers()
                          .listSuppliers(ListSuppliersRequest.getDefaultInstance())))
          .isEqualTo("answered");
      assertThat(outcome(() -> warehouse.suppliers().createSupplier(create(supplier("SUP-E")))))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  private String refused(Supplier.Builder supplier) {
    return outcome(() -> buyer.suppliers().createSupplier(create(supplier.build())));
  }

  private ListSuppliersResponse found(String query) {
    return buyer
        .suppliers()
        .listSuppliers(ListSuppliersRequest.newBuilder().setQuery(query).build());
  }
}
