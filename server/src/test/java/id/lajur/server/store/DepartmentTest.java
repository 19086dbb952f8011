package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.RenameDepartmentRequest;
import id.lajur.sale.v1.AddDepartmentLineRequest;
import id.lajur.sale.v1.BasketLine;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Departments made and named at a desk. */
class DepartmentTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane buyer = store.enrolled("BUYER");

  DepartmentTest() {
    buyer.signOn();
  }

  @AfterEach
  void leave() {
    buyer.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static CatalogServiceGrpc.CatalogServiceBlockingStub catalog(TestLane lane) {
    return CatalogServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }

  private static CreateDepartmentRequest.Builder making(String code, String name) {
    return CreateDepartmentRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDepartment(Department.newBuilder().setCode(code).setName(name))
        .setTaxClass("BIASA");
  }

  private static RenameDepartmentRequest naming(String code, String name) {
    return RenameDepartmentRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDepartment(Department.newBuilder().setCode(code).setName(name))
        .build();
  }

  private String refused(CreateDepartmentRequest.Builder request) {
    return TestLane.outcome(() -> catalog(buyer).createDepartment(request.build()));
  }

  private String refused(RenameDepartmentRequest request) {
    return TestLane.outcome(() -> catalog(buyer).renameDepartment(request));
  }

  private String nameOf(String code) {
    return catalog(buyer)
        .listDepartments(ListDepartmentsRequest.getDefaultInstance())
        .getDepartmentsList()
        .stream()
        .filter(one -> one.getCode().equals(code))
        .map(Department::getName)
        .findFirst()
        .orElse("");
  }

  private static void sell(TestLane lane, String department, long amountMinor) {
    lane.adopt(
        lane.baskets()
            .addDepartmentLine(
                AddDepartmentLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setDepartment(department)
                    .setPriceMinor(amountMinor)
                    .build())
            .getBasket());
  }

  private static long journal(String kind, String after) {
    return store.number(
        "SELECT COUNT(*) FROM audit_entry WHERE kind = '"
            + kind
            + "' AND after_value = '"
            + after
            + "'");
  }

  @Test
  void aDepartmentIsMadeOnceAndTakesAmountsAtALane() {
    CreateDepartmentRequest request = making("DM-ROTI", "Roti & Kue").build();
    long version = store.number("SELECT catalog_version FROM store");
    long events = store.number("SELECT COUNT(*) FROM event WHERE kind = 'CATALOG_CHANGED'");

    var made = catalog(buyer).createDepartment(request);
    var again = catalog(buyer).createDepartment(request);

    assertThat(again).isEqualTo(made);
    assertThat(nameOf("DM-ROTI")).isEqualTo("Roti & Kue");
    assertThat(journal("DEPARTMENT_CREATED", "DM-ROTI Roti & Kue")).isEqualTo(1);
    assertThat(store.number("SELECT catalog_version FROM store")).isEqualTo(version + 1);
    assertThat(store.number("SELECT COUNT(*) FROM event WHERE kind = 'CATALOG_CHANGED'"))
        .isEqualTo(events + 1);
    try (TestLane lane = store.lane("SUPERVISOR")) {
      sell(lane, "DM-ROTI", 12_500_00);

      assertThat(lane.reread().getLinesList())
          .extracting(BasketLine::getName, BasketLine::getPriceMinor)
          .containsExactly(tuple("Roti & Kue", 12_500_00L));
      lane.pay(lane.cashRequest(12_500_00));
    }
  }

  @Test
  void aRenamedDepartmentHasItsNewNameEverywhereAndTheJournalBoth() {
    var unused = catalog(buyer).createDepartment(making("DM-SUSU", "Susu").build());

    var renamed = catalog(buyer).renameDepartment(naming("DM-SUSU", "Susu dan olahannya"));
    var same = catalog(buyer).renameDepartment(naming("DM-SUSU", "Susu dan olahannya"));

    assertThat(renamed.getDepartment().getName()).isEqualTo("Susu dan olahannya");
    assertThat(same).isEqualTo(renamed);
    assertThat(nameOf("DM-SUSU")).isEqualTo("Susu dan olahannya");
    assertThat(journal("DEPARTMENT_RENAMED", "DM-SUSU Susu dan olahannya")).isEqualTo(1);
    try (TestLane lane = store.lane("SUPERVISOR")) {
      sell(lane, "DM-SUSU", 8_000_00);
      assertThat(lane.reread().getLines(0).getName()).isEqualTo("Susu dan olahannya");
      lane.pay(lane.cashRequest(8_000_00));
    }
  }

  @Test
  void whatIsNoDepartmentIsRefused() {
    var unused = catalog(buyer).createDepartment(making("DM-TEH", "Teh").build());

    assertThat(refused(making("DM-TEH", "Teh lagi"))).isEqualTo("DEPARTMENT_EXISTS");
    assertThat(refused(making("", "Tanpa kode"))).isEqualTo("DEPARTMENT_CODE_INVALID");
    assertThat(refused(making("X".repeat(33), "Panjang"))).isEqualTo("DEPARTMENT_CODE_INVALID");
    assertThat(refused(naming("", "Tanpa kode"))).isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refused(naming("X".repeat(33), "Panjang"))).isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refused(making("DM-KOPI", " "))).isEqualTo("NAME_NEEDED");
    assertThat(refused(making("DM-KOPI", "k".repeat(101)))).isEqualTo("TEXT_INVALID");
    assertThat(refused(making("DM-KOPI", "Kopi").setTaxClass("TIDAK-ADA")))
        .isEqualTo("TAX_CLASS_UNKNOWN");
    assertThat(refused(naming("DM-TIDAK-ADA", "Apa"))).isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refused(naming("DM-TEH", ""))).isEqualTo("NAME_NEEDED");
    assertThat(nameOf("DM-KOPI")).isEmpty();
    assertThat(nameOf("DM-TEH")).isEqualTo("Teh");
  }

  @Test
  void whoMayNotWriteTheCatalogueMakesNoDepartment() throws SQLException {
    String unused = store.item(1_00); // its department is there
    try (TestLane cashier = store.lane()) {
      assertThat(
              TestLane.outcome(
                  () -> catalog(cashier).createDepartment(making("DM-X", "X").build())))
          .isEqualTo("PERMISSION_MISSING");
      assertThat(
              TestLane.outcome(() -> catalog(cashier).renameDepartment(naming("UMUM", "Apa saja"))))
          .isEqualTo("PERMISSION_MISSING");
    }
  }
}
