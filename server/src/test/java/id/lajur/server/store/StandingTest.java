package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.PayRequest;
import id.lajur.server.catalog.KnownCodes;
import id.lajur.server.sale.Rules;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a scan takes from memory: each change below is made in the database, behind the server's
 * back, as another server or the technician would.
 */
class StandingTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private String item = "";

  @BeforeEach
  void aLaneThatHasScanned() throws SQLException {
    item = store.item(1_000_00);
    lane.scan(item);
    lane.scan(item);
  }

  @AfterEach
  void leave() {
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NOT_SIGNED_ON | UPDATE session SET closed_at = UTC_TIMESTAMP(6) WHERE operator_id = %o
          NOT_SIGNED_ON | UPDATE operator SET active = FALSE WHERE operator_id = %o
          NOT_ENROLLED  | UPDATE terminal SET certificate_fingerprint = NULL WHERE terminal_id = %t
          SHIFT_CLOSED  | UPDATE shift SET closed_at = UTC_TIMESTAMP(6) WHERE operator_id = %o
          """)
  void whoDoesNotStandAnyMoreNeitherScansNorIsPaid(String reason, String change) {
    long entries = store.number("SELECT COUNT(*) FROM basket_entry");
    long sales = store.number("SELECT COUNT(*) FROM sale");

    change(change);

    assertThat(refused(lane.cashRequest(2_000_00))).isEqualTo(reason);
    if (!reason.equals("SHIFT_CLOSED")) { // no shift closes over an open basket
      assertThat(refused(item)).isEqualTo(reason);
    }
    lane.adopt(Basket.getDefaultInstance());
    assertThat(refused(item)).as("a new basket").isEqualTo(reason);
    assertThat(store.number("SELECT COUNT(*) FROM basket_entry")).isEqualTo(entries);
    assertThat(store.number("SELECT COUNT(*) FROM sale")).isEqualTo(sales);
    reopenShift();
  }

  @Test
  void whoMayNotTakeMoneyAnyMoreIsNotPaid() {
    roleOfItsOwn();
    lane.scan(item);

    change(
        """
        DELETE FROM role_permission
         WHERE permission = 'sale.pay' AND role_id = (SELECT MAX(role_id) FROM role)""",
        "UPDATE store SET rules_version = rules_version + 1");

    assertThat(refused(lane.cashRequest(3_000_00))).isEqualTo("PERMISSION_MISSING");
  }

  @Test
  void aLaneThatIsMovedSellsFromItsNewPlaceAtOnce() {
    change(
        "INSERT IGNORE INTO location (location_id, store_id, code, name) VALUES (2, 1, 'G', 'G')");

    change("UPDATE terminal SET location_id = 2 WHERE terminal_id = %t");
    lane.pay(lane.cashRequest(2_000_00));

    assertThat(onHand(2)).isEqualTo(-2_000);
    assertThat(onHand(1)).isZero();
  }

  @Test
  void aLaneThatIsMovedIsWarnedOfTheStockOfItsNewPlace() {
    change(
        "INSERT IGNORE INTO location (location_id, store_id, code, name) VALUES (2, 1, 'G', 'G')",
        """
        INSERT INTO stock_balance
        SELECT 1, item_id, 100000, 0, 0 FROM item WHERE code = '%i'""",
        "UPDATE item SET stock_policy = 'WARN' WHERE code = '%i'",
        "UPDATE store SET catalog_version = catalog_version + 1");
    assertThat(lane.scan(item).getStockWarning()).isFalse();

    change("UPDATE terminal SET location_id = 2 WHERE terminal_id = %t");

    assertThat(lane.scan(item).getStockWarning()).isTrue();
    change(
        "DELETE FROM stock_balance WHERE item_id = (SELECT item_id FROM item WHERE code = '%i')");
  }

  private long onHand(int location) {
    return store.number(
        """
        SELECT COALESCE(SUM(b.quantity_milli), 0) FROM stock_balance b JOIN item i USING (item_id)
         WHERE b.location_id = %d AND i.code = '%s'"""
            .formatted(location, item));
  }

  @Test
  void theIdOfAScanMakesNoPayment() {
    var scan = lane.scanRequest(item, 1000);
    lane.scan(scan);

    assertThat(
            refused(
                lane.cashRequest(3_000_00).toBuilder().setRequestId(scan.getRequestId()).build()))
        .isEqualTo("REQUEST_REUSED");
  }

  @Test
  void aPermissionTakenFromTheRoleEndsAtTheNextScan() {
    roleOfItsOwn();
    lane.scan(item);

    change(
        """
        DELETE FROM role_permission
         WHERE permission = 'sale.scan' AND role_id = (SELECT MAX(role_id) FROM role)""",
        "UPDATE store SET rules_version = rules_version + 1");

    assertThat(refused(item)).isEqualTo("PERMISSION_MISSING");
  }

  @Test
  void anItemBlockedSellsNoMore() {
    change(
        "UPDATE item SET blocked = 'ditarik' WHERE code = '" + item + "'",
        "UPDATE store SET catalog_version = catalog_version + 1");

    assertThat(refused(item)).isEqualTo("ITEM_BLOCKED");
  }

  @Test
  void theIdOfAPaymentMakesNoScan() {
    PayRequest payment = lane.cashRequest(2_000_00);
    lane.pay(payment);
    lane.adopt(Basket.getDefaultInstance());

    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                lane.scan(
                    lane.scanRequest(item, 1000).toBuilder()
                        .setRequestId(payment.getRequestId())
                        .build()));

    assertThat(TestLane.reason(refused)).isEqualTo("REQUEST_REUSED");
  }

  @Test
  void theIdOfAScanMakesNoOtherScan() {
    var scan = lane.scanRequest(item, 1000);
    lane.scan(scan);
    long entries = store.number("SELECT COUNT(*) FROM basket_entry");

    StatusRuntimeException refused =
        catchThrowableOfType(
            StatusRuntimeException.class,
            () ->
                lane.scan(
                    lane.scanRequest(item, 2000).toBuilder()
                        .setRequestId(scan.getRequestId())
                        .build()));

    assertThat(TestLane.reason(refused)).isEqualTo("REQUEST_REUSED");
    assertThat(store.number("SELECT COUNT(*) FROM basket_entry")).isEqualTo(entries);
  }

  @Test
  void aKnownCodeHasThePriceOfEachMoment() {
    KnownCodes codes = new KnownCodes(store.server().database().jdbi());
    Instant later = Instant.parse("2190-01-01T00:00:00Z");
    change(
        "INSERT INTO price (item_id, unit_no, effective_at, price_minor)"
            + " SELECT item_id, 0, '2190-01-01', 7777 FROM item WHERE code = '"
            + item
            + "'");

    assertThat(codes.read(1, 1, item, later.minusMillis(1)).item().priceMinor())
        .isEqualTo(1_000_00);
    assertThat(codes.read(1, 1, item, later).item().priceMinor()).isEqualTo(7777);
    assertThat(codes.read(1, 1, item, later.plusSeconds(1)).item().priceMinor()).isEqualTo(7777);
    assertThat(codes.read(1, 1, item, later.minusSeconds(1)).item().priceMinor())
        .isEqualTo(1_000_00);
  }

  @Test
  void aRateBeginsAtItsMoment() {
    Rules rules = new Rules(store.server().database().jdbi(), 1);
    Instant later = Instant.parse("2191-01-01T00:00:00Z");
    change(
        """
        INSERT INTO tax_rate
        SELECT tax_class_id, '2191-01-01', 'EXCLUSIVE', 150000, 1, 1, '01' FROM tax_class
         WHERE code = 'BIASA'""");
    int taxClass = (int) store.number("SELECT tax_class_id FROM tax_class WHERE code = 'BIASA'");

    assertThat(rate(rules, taxClass, later.minusMillis(1))).isNotEqualTo(150_000);
    assertThat(rate(rules, taxClass, later)).isEqualTo(150_000);
    assertThat(rate(rules, taxClass, later.minusSeconds(1))).isNotEqualTo(150_000);
  }

  private static int rate(Rules rules, int taxClass, Instant at) {
    return Objects.requireNonNull(rules.at(1, at).taxRates().get(taxClass)).rateMicro();
  }

  private void roleOfItsOwn() {
    change(
        """
        INSERT INTO role (role_id, store_id, code, name)
        SELECT MAX(role_id) + 1, 1, 'OF %o', 'Baru' FROM role""",
        """
        INSERT INTO role_permission (role_id, permission)
        SELECT (SELECT MAX(role_id) FROM role), permission FROM role_permission p
          JOIN role r ON r.role_id = p.role_id WHERE r.code = 'CASHIER'""",
        "UPDATE operator SET role_id = (SELECT MAX(role_id) FROM role) WHERE operator_id = %o",
        "UPDATE store SET rules_version = rules_version + 1");
  }

  /** Runs statements about this lane's operator, {@code %o}, terminal, {@code %t}, and item. */
  private void change(String... statements) {
    long operator =
        store.number("SELECT operator_id FROM operator WHERE number = " + lane.operator());
    long terminal =
        store.number("SELECT MAX(terminal_id) FROM session WHERE operator_id = " + operator);
    for (String statement : statements) {
      String sql =
          statement
              .replace("%o", Long.toString(operator))
              .replace("%t", Long.toString(terminal))
              .replace("%i", item);
      store.server().database().jdbi().useHandle(handle -> handle.execute(sql));
    }
  }

  private void reopenShift() {
    change("UPDATE shift SET closed_at = NULL WHERE operator_id = %o AND closed_at IS NOT NULL");
  }

  private String refused(PayRequest payment) {
    return TestLane.reason(
        catchThrowableOfType(StatusRuntimeException.class, () -> lane.pay(payment)));
  }

  private String refused(String code) {
    return TestLane.reason(
        catchThrowableOfType(StatusRuntimeException.class, () -> lane.scan(code)));
  }
}
