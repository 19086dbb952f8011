package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.server.posting.LockedRows;
import id.lajur.till.v1.CloseDayRequest;
import java.lang.reflect.Constructor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The order of locks of docs/architecture.md: each act below waits for a row that another holds,
 * and must not hold meanwhile what comes after it.
 */
@Timeout(60)
class LockOrderTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final TestLane supervisor = store.lane("OWNER");
  private String item = "";

  @BeforeEach
  void goods() throws SQLException {
    item = store.item(1_000_00);
  }

  @AfterEach
  void leave() throws SQLException {
    lane.close();
    supervisor.close();
    store.assertAuditClean();
  }

  @Test
  void whoTakesABasketOverUsesTheApprovalBeforeItHoldsTheBasket() throws Exception {
    try (TestLane other = store.lane()) {
      other.scan(item);
      String basket = other.ref().getBasketId();
      String approval = lane.approve(supervisor, "sale.take_over", basket);

      waitingFor(
          "approval WHERE approval_id =" + id(approval),
          "basket WHERE basket_id =" + id(basket),
          () ->
              lane.baskets()
                  .takeOverBasket(
                      TakeOverBasketRequest.newBuilder()
                          .setRequestId(TestLane.newId())
                          .setBasketId(basket)
                          .setApprovalId(approval)
                          .build()));
    }
  }

  @Test
  void anApprovedFirstLineHoldsTheShiftBeforeItUsesTheApproval() throws Exception {
    String approval = lane.approve(supervisor, "sale.return", lane.refOrNew().getBasketId());

    waitingFor(
        "shift WHERE operator_id =" + operatorId(lane),
        "approval WHERE approval_id =" + id(approval),
        () ->
            lane.baskets()
                .addReturnLine(
                    AddReturnLineRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setBasket(lane.ref())
                        .setCode(item)
                        .setQuantityMilli(1_000)
                        .setKind(LineKind.LINE_KIND_RETURN)
                        .setReason("rusak")
                        .setApprovalId(approval)
                        .build()));
  }

  @Test
  void aPriceIsSetUnderTheStoreBeforeItIsJournalled() throws Exception {
    waitingFor(
        "store",
        journalOf(supervisor),
        () ->
            supervisor
                .catalog()
                .setPrice(
                    SetPriceRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setItemCode(item)
                        .setPriceMinor(2_000_00)
                        .build()));
  }

  @Test
  void aDayThatClosesHoldsTheBasketsBeforeTheJournals() throws Exception {
    lane.scan(item);

    waitingFor(
        "basket WHERE basket_id =" + id(lane.ref().getBasketId()),
        journalOf(lane),
        () ->
            supervisor
                .till()
                .closeDay(
                    CloseDayRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setForce(true)
                        .build()));
  }

  @Test
  void everyKindOfLockedRowsHasAPlaceOfItsOwn() throws ReflectiveOperationException {
    Map<Integer, JavaClass> places = new TreeMap<>();
    for (JavaClass kind :
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("id.lajur.server")) {
      if (kind.isAssignableTo(LockedRows.class) && !kind.isInterface()) {
        Constructor<?> constructor = kind.reflect().getDeclaredConstructor();
        constructor.setAccessible(true);
        int place = ((LockedRows<?, ?>) constructor.newInstance()).order();

        assertThat(places.put(place, kind)).as("%s at %d", kind.getName(), place).isNull();
      }
    }
    assertThat(places).hasSizeGreaterThan(5);
  }

  /** Has an act wait for a row, and sees that another row is free meanwhile. */
  private static void waitingFor(String row, String free, Supplier<?> act) throws Exception {
    try (Connection side = store.server().database().dataSource().getConnection();
        Statement sql = side.createStatement()) {
      side.setAutoCommit(false);
      sql.execute("SELECT * FROM " + row + " FOR UPDATE");
      CompletableFuture<String> outcome =
          CompletableFuture.supplyAsync(
              () -> TestLane.outcome(act), task -> new Thread(task).start());
      await()
          .until(
              () ->
                  store.number(
                          "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
                              + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'")
                      == 1);

      sql.execute("SELECT * FROM " + free + " FOR UPDATE NOWAIT");

      side.commit();
      assertThat(outcome.get()).isEqualTo("answered");
    }
  }

  private static String journalOf(TestLane lane) {
    return "audit_head WHERE terminal_id ="
        + store.number(
            "SELECT terminal_id FROM session WHERE closed_at IS NULL AND operator_id ="
                + operatorId(lane));
  }

  private static long operatorId(TestLane lane) {
    return store.number("SELECT operator_id FROM operator WHERE number = " + lane.operator());
  }

  private static String id(String uuid) {
    return " UNHEX(REPLACE('" + uuid + "', '-', ''))";
  }
}
