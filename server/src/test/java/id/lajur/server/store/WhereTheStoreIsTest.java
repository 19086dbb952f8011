package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.live.v1.HourSales;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.Shop;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.people.v1.GetSettingsRequest;
import id.lajur.people.v1.GetSettingsResponse;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SettingKind;
import id.lajur.people.v1.Store;
import id.lajur.people.v1.StoreSetting;
import id.lajur.people.v1.UpdateSettingRequest;
import id.lajur.report.v1.ListSalesRequest;
import id.lajur.report.v1.ReportServiceGrpc;
import id.lajur.report.v1.SalesBy;
import id.lajur.report.v1.SalesRow;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.Receipt;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import io.grpc.stub.MetadataUtils;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Zone and currency of a store: set while nothing has been posted, kept from then on. */
@Timeout(180)
class WhereTheStoreIsTest {
  private static final Path FOLDER = Path.of("target", "store elsewhere").toAbsolutePath();

  /** Sunday in Jakarta, Monday in Makassar. */
  private static final Instant NIGHT = Instant.parse("2026-11-29T16:20:00Z");

  private static final String WAITING =
      "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
          + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'";

  private final StoreServer server;
  private final TestLane owner;

  WhereTheStoreIsTest() throws IOException {
    DataFolders.deleteTree(FOLDER);
    server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 128)),
            trained(StoreProfile.standard()),
            Clock.fixed(NIGHT, ZoneOffset.UTC));
    owner = enrolled("K1", "900", "OWNER");
  }

  private static StoreProfile trained(StoreProfile made) {
    return new StoreProfile(
        made.code(),
        made.name(),
        made.address(),
        made.taxNumber(),
        made.currency(),
        made.amountUnitMinor(),
        made.coinMinor(),
        made.timeZone(),
        made.receiptFooter(),
        true);
  }

  private TestLane enrolled(String code, String operator, String role) {
    var identity = server.setup().addTerminal(code, code, "LANE");
    server.setup().addOperator(operator, operator, role, StoreFixture.PIN.toCharArray(), "id");
    var lane = new TestLane(server.port(), server.authority().certificatePem(), identity, operator);
    lane.signOn();
    return lane;
  }

  @BeforeEach
  void somethingToSell() throws SQLException {
    server
        .catalog()
        .write(
            List.of(NewItem.goods("ROTI", "ROTI", "Roti", "UMUM", "BIASA", 12_000_00)),
            NIGHT.minusSeconds(60));
  }

  @AfterEach
  void close() throws IOException {
    owner.close();
    server.close();
    DataFolders.deleteTree(FOLDER);
  }

  private String set(String key, String value) {
    return setFrom(key, value, null);
  }

  private String setFrom(String key, String value, @Nullable Instant from) {
    UpdateSettingRequest.Builder asked =
        UpdateSettingRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setKey(key)
            .setValue(value);
    if (from != null) {
      asked.setEffectiveAtMs(from.toEpochMilli());
    }
    return TestLane.outcome(() -> ManagerCalls.settings(owner).updateSetting(asked.build()));
  }

  private GetSettingsResponse all() {
    return ManagerCalls.settings(owner).getSettings(GetSettingsRequest.getDefaultInstance());
  }

  private StoreSetting setting(String key) {
    return all().getSettingsList().stream()
        .filter(one -> one.getKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private Store shop() {
    return owner
        .sessions()
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(2).build())
        .getStore();
  }

  private long number(String sql) throws SQLException {
    try (Connection connection = server.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  private Receipt sell() {
    owner.scan("ROTI");
    PayResponse paid = owner.pay(owner.cashRequest(12_000_00));
    return owner
        .sales()
        .getReceipt(GetReceiptRequest.newBuilder().setSaleId(paid.getSaleId()).build())
        .getReceipt();
  }

  @Test
  void aShopInMakassarHasItsDaysHoursAndReceiptsWithoutARestart() {
    assertThat(set("store.time_zone", "Asia/Makassar")).isEqualTo("answered");
    assertThat(shop().getTimeZone()).isEqualTo("Asia/Makassar");
    assertThat(all().getPosted()).isFalse();

    owner.openShift(100_000_00);
    Receipt receipt = sell();

    assertThat(receipt.getTimeZone()).isEqualTo("Asia/Makassar");
    LocalDate monday = LocalDate.ofInstant(NIGHT, ZoneId.of("Asia/Makassar"));
    assertThat(receipt.getBusinessDate()).isEqualTo(monday.toString());
    var hours =
        ReportServiceGrpc.newBlockingStub(owner.channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(owner.headers()))
            .listSales(
                ListSalesRequest.newBuilder()
                    .setFromDate(monday.toString())
                    .setToDate(monday.toString())
                    .setBy(SalesBy.SALES_BY_HOUR)
                    .build());
    assertThat(hours.getRowsList())
        .extracting(SalesRow::getCode)
        .containsExactly(String.format(Locale.ROOT, "%02d", 0));
  }

  @Test
  void fromTheFirstPostingOnBothStay() {
    owner.openShift(100_000_00);

    assertThat(set("store.time_zone", "Asia/Jayapura")).isEqualTo("SETTING_FIXED");
    assertThat(set("store.currency", "MYR")).isEqualTo("SETTING_FIXED");

    assertThat(all().getPosted()).isTrue();
    assertThat(all().getTimeZone()).isEqualTo("Asia/Jakarta");
    assertThat(all().getCurrency()).isEqualTo("IDR");
    assertThat(sell().getTimeZone()).isEqualTo("Asia/Jakarta");
  }

  @Test
  void anotherCurrencyBringsItsDecimalsItsCoinAndTheLimitsOfRoles() throws SQLException {
    long limit = number("SELECT return_limit_minor FROM role WHERE code = 'SUPERVISOR'");

    assertThat(set("store.currency", "MYR")).isEqualTo("answered");

    assertThat(all().getCurrency()).isEqualTo("MYR");
    assertThat(all().getAmountUnitMinor()).isEqualTo(1);
    assertThat(shop().getCurrency()).isEqualTo("MYR");
    assertThat(setting("cash.coin_minor").getValue()).isEqualTo("1");
    assertThat(number("SELECT return_limit_minor FROM role WHERE code = 'SUPERVISOR'"))
        .isEqualTo(limit / 100_00);
    assertThat(
            number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'SETTING_CHANGED'"
                    + " AND after_value = 'store.currency MYR'"))
        .isEqualTo(1);
    owner.openShift(1_05); // sen are its own amounts now
    assertThat(sell().getCurrency()).isEqualTo("MYR");
  }

  /** Rounded to a coin of five hundred dollars a basket would cost nothing. */
  @Test
  void aCoinOfTheShopsOwnGoesWithItsCurrencyAlsoOneThatIsToCome() throws SQLException {
    assertThat(set("cash.coin_minor", "50000")).isEqualTo("answered");
    assertThat(setFrom("cash.coin_minor", "100000", NIGHT.plusSeconds(3600))).isEqualTo("answered");
    long limit = number("SELECT return_limit_minor FROM role WHERE code = 'SUPERVISOR'");

    assertThat(set("store.currency", "USD")).isEqualTo("answered");

    assertThat(setting("cash.coin_minor").getValue()).isEqualTo("1");
    assertThat(
            number(
                "SELECT COUNT(*) FROM store_setting WHERE name = 'cash.coin_minor'"
                    + " AND value <> '1' AND effective_at > '2026-11-29'"))
        .isZero();
    assertThat(number("SELECT return_limit_minor FROM role WHERE code = 'SUPERVISOR'"))
        .as("made of the rupiah's coin, whatever the shop's own was")
        .isEqualTo(limit / 100_00);
    assertThat(
            number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'SETTING_CHANGED'"
                    + " AND after_value LIKE 'cash.coin_minor 1 from %'"))
        .isEqualTo(2);
  }

  @Test
  void eachRoleWhoseLimitsGoWithTheCurrencyHasItsRecord() throws SQLException {
    assertThat(set("store.currency", "MYR")).isEqualTo("answered");

    String changed = "SELECT COUNT(*) FROM audit_entry WHERE kind = 'LIMITS_CHANGED'";
    assertThat(number(changed)).as("a supervisor's and a manager's").isEqualTo(2);
    assertThat(
            number(
                changed
                    + " AND before_value LIKE 'role SUPERVISOR, % return 100000000,%'"
                    + " AND after_value LIKE 'role SUPERVISOR, % return 10000,%'"))
        .isEqualTo(1);
  }

  /** It is Monday in both, and an hour later in the second. */
  @Test
  void theMonitorCountsByTheHoursOfAZoneAsSoonAsItIsSet() {
    assertThat(set("store.time_zone", "Asia/Makassar")).isEqualTo("answered");
    Iterator<WatchShopResponse> shop =
        MonitorServiceGrpc.newBlockingStub(owner.channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(owner.headers()))
            .withDeadlineAfter(60, TimeUnit.SECONDS)
            .watchShop(WatchShopRequest.getDefaultInstance());
    assertThat(shop.next().getShop().getHoursList()).isEmpty();

    assertThat(set("store.time_zone", "Asia/Jayapura")).isEqualTo("answered");
    owner.openShift(100_000_00);
    var unused = sell();

    Shop seen = shop.next().getShop();
    while (seen.getHoursCount() == 0) {
      seen = shop.next().getShop();
    }
    assertThat(seen.getHoursList()).extracting(HourSales::getHour).containsExactly(1);
  }

  @Test
  void whatIsNoZoneOrCurrencyIsRefusedAndNeitherIsDated() {
    assertThat(setting("store.time_zone").getKind()).isEqualTo(SettingKind.SETTING_KIND_ZONE);
    assertThat(setting("store.currency").getKind()).isEqualTo(SettingKind.SETTING_KIND_CURRENCY);
    assertThat(set("store.time_zone", "WITA")).isEqualTo("SETTING_INVALID");
    assertThat(set("store.time_zone", "+08:00")).isEqualTo("SETTING_INVALID");
    assertThat(set("store.currency", "KWD")).as("three decimals").isEqualTo("SETTING_INVALID");
    assertThat(set("store.currency", "rupiah")).isEqualTo("SETTING_INVALID");
    assertThat(setFrom("store.time_zone", "Asia/Makassar", NIGHT.plusSeconds(3600)))
        .isEqualTo("MOMENT_INVALID");
    assertThat(all().getTimeZone()).isEqualTo("Asia/Jakarta");
  }

  /** A change that comes while the first posting is on its way waits for it, and is refused. */
  @Test
  void aChangeAtTheMomentOfTheFirstPostingWaitsForIt() throws Exception {
    CompletableFuture<String> change;
    try (Connection posting = server.database().dataSource().getConnection();
        Statement sql = posting.createStatement()) {
      posting.setAutoCommit(false);
      sql.execute(
          """
          INSERT INTO posting (posting_id, store_id, kind, terminal_id, operator_id, shift_id,
                               business_date, occurred_at, request_id, part)
          SELECT UNHEX(REPLACE(UUID(), '-', '')), 1, 'STOCK_ADJUSTED', t.terminal_id,
                 o.operator_id, NULL, '2026-11-29', NOW(6), UNHEX(REPLACE(UUID(), '-', '')), 1
            FROM terminal t JOIN operator o WHERE t.code = 'K1' LIMIT 1""");
      sql.execute("UPDATE event_head SET seq = seq WHERE store_id = 1");
      change = CompletableFuture.supplyAsync(() -> set("store.time_zone", "Asia/Makassar"));
      await().atMost(Duration.ofMinutes(1)).until(() -> number(WAITING) > 0);
      assertThat(change).isNotDone();
      posting.commit();
    }

    assertThat(change.join()).isEqualTo("SETTING_FIXED");
    assertThat(all().getTimeZone()).isEqualTo("Asia/Jakarta");
  }
}
