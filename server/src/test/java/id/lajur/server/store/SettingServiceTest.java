package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.people.v1.GetSettingsRequest;
import id.lajur.people.v1.GetSettingsResponse;
import id.lajur.people.v1.GetTerminalRequest;
import id.lajur.people.v1.SettingKind;
import id.lajur.people.v1.Store;
import id.lajur.people.v1.StoreSetting;
import id.lajur.people.v1.UpdateSettingRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.Receipt;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a store has set, as a manager sets it at his desk. */
@Timeout(120)
class SettingServiceTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane manager = store.enrolled("MANAGER");

  SettingServiceTest() {
    manager.signOn();
  }

  /** Other tests share the store: what these have set goes. */
  @AfterEach
  void leave() {
    manager.close();
    store.sql(
        "DELETE FROM store_setting WHERE name LIKE 'store.%' OR name LIKE 'receipt.%'"
            + " OR name LIKE 'session.idle_minutes%'"
            + " OR name LIKE 'sale.most%' OR effective_at > '2000-01-01'");
    store.sql("UPDATE store SET rules_version = rules_version + 1");
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static UpdateSettingRequest.Builder to(String key, String value) {
    return UpdateSettingRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setKey(key)
        .setValue(value);
  }

  private String set(UpdateSettingRequest.Builder request) {
    return TestLane.outcome(() -> ManagerCalls.settings(manager).updateSetting(request.build()));
  }

  private GetSettingsResponse all() {
    return ManagerCalls.settings(manager).getSettings(GetSettingsRequest.getDefaultInstance());
  }

  private StoreSetting setting(String key) {
    return all().getSettingsList().stream()
        .filter(one -> one.getKey().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static Store shop(TestLane lane) {
    return lane.sessions()
        .getTerminal(GetTerminalRequest.newBuilder().setContractLevel(2).build())
        .getStore();
  }

  @Test
  void whatAStoreWasMadeWithHoldsUntilItIsSet() {
    assertThat(setting("store.name"))
        .satisfies(
            name -> {
              assertThat(name.getValue()).isEqualTo("Toko Uji");
              assertThat(name.getSet()).isFalse();
              assertThat(name.getKind()).isEqualTo(SettingKind.SETTING_KIND_TEXT);
            });
    assertThat(setting("session.idle_minutes.lane").getValue()).as("as another one").isEmpty();
    assertThat(setting("cash.rounding").getChoicesList()).containsExactly("NEAREST", "DOWN", "UP");
    assertThat(all().getCurrency()).isEqualTo("IDR");
    assertThat(all().getTimeZone()).isEqualTo("Asia/Jakarta");
  }

  @Test
  void theTextsOfTheShopAreOnTheNextReceiptAndNotOnACopyOfAnOldOne() throws SQLException {
    String item = store.item(1_000_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      String old = lane.pay(lane.cashRequest(1_000_00)).getSaleId();

      assertThat(set(to("store.name", "Toko Baru"))).isEqualTo("answered");
      assertThat(set(to("store.address", "Jl. Melati 5"))).isEqualTo("answered");
      assertThat(set(to("store.tax_number", "09.254.294.3-407.000"))).isEqualTo("answered");
      assertThat(set(to("receipt.header", "Buka 08.00 sampai 21.00"))).isEqualTo("answered");
      assertThat(set(to("receipt.footer", "Sampai jumpa"))).isEqualTo("answered");
      lane.scan(item);
      Receipt now = receipt(lane, lane.pay(lane.cashRequest(1_000_00)).getSaleId());

      assertThat(now.getStoreName()).isEqualTo("Toko Baru");
      assertThat(now.getStoreAddress()).isEqualTo("Jl. Melati 5");
      assertThat(now.getTaxNumber()).isEqualTo("09.254.294.3-407.000");
      assertThat(now.getHeader()).isEqualTo("Buka 08.00 sampai 21.00");
      assertThat(now.getFooter()).isEqualTo("Sampai jumpa");
      assertThat(receipt(lane, old).getStoreName()).isEqualTo("Toko Uji");
      assertThat(receipt(lane, old).getHeader()).isEmpty();
      assertThat(shop(lane).getName()).isEqualTo("Toko Baru");
      assertThat(shop(lane).getReceiptHeader()).isEqualTo("Buka 08.00 sampai 21.00");
    }
  }

  private static Receipt receipt(TestLane lane, String saleId) {
    return lane.sales()
        .getReceipt(GetReceiptRequest.newBuilder().setSaleId(saleId).build())
        .getReceipt();
  }

  @Test
  void aShopThatIsNotRegisteredForTaxCollectsNoneAndItsPaperSaysNothingOfIt() throws SQLException {
    String item = store.item(11_100_00);
    try (TestLane lane = store.lane()) {
      assertThat(set(to("store.tax_number", "0123456789012345"))).isEqualTo("answered");
      lane.scan(item);
      Receipt taxed = receipt(lane, lane.pay(lane.cashRequest(11_100_00)).getSaleId());
      assertThat(taxed.getTaxes(0).getTaxMinor()).isEqualTo(1_100_00);

      assertThat(set(to("tax.registered", "NO"))).isEqualTo("answered");
      lane.scan(item);
      assertThat(lane.basket().getTotals().getTaxMinor()).isZero();
      String untaxed = lane.pay(lane.cashRequest(11_100_00)).getSaleId();

      Receipt paper = receipt(lane, untaxed);
      assertThat(paper.getTaxesList()).isEmpty();
      assertThat(paper.getTaxNumber()).isEmpty();
      assertThat(paper.getTotalMinor()).isEqualTo(11_100_00);
      assertThat(shop(lane).getTaxNumber()).as("for the papers of a lane that is alone").isEmpty();
      assertThat(booked(untaxed, "2111")).isZero();
      assertThat(booked(untaxed, "4101")).isEqualTo(-11_100_00);
      assertThat(receipt(lane, taxed.getSaleId()).getTaxes(0).getTaxMinor()).isEqualTo(1_100_00);
      assertThat(receipt(lane, taxed.getSaleId()).getTaxNumber()).isEqualTo("0123456789012345");
      assertThat(set(to("tax.registered", "MAYBE"))).isEqualTo("SETTING_INVALID");
    }
  }

  /** What a sale has on an account, debit positive. */
  private static long booked(String saleId, String account) {
    return store.number(
        "SELECT COALESCE(SUM(amount_minor), 0) FROM journal_line WHERE posting_id = UNHEX('"
            + saleId.replace("-", "")
            + "') AND account = '"
            + account
            + "'");
  }

  @Test
  void aValueHoldsFromItsMomentOnAndWhatHeldStaysKnown() {
    long tomorrow = Clock.systemUTC().instant().plus(Duration.ofDays(1)).toEpochMilli();

    assertThat(set(to("cash.coin_minor", "50000").setEffectiveAtMs(tomorrow)))
        .isEqualTo("answered");

    StoreSetting coin = setting("cash.coin_minor");
    assertThat(coin.getValue()).isEqualTo("10000");
    assertThat(coin.getValuesList())
        .extracting(value -> List.of(value.getEffectiveAtMs(), value.getValue()))
        .contains(List.of(0L, "10000"), List.of(tomorrow, "50000"));
    assertThat(shop(manager).getCoinMinor()).isEqualTo(100_00);
  }

  @Test
  void anotherCoinRoundsTheNextSaleOnEveryLane() throws SQLException {
    String item = store.item(1_049_00);
    try (TestLane lane = store.lane()) {
      lane.scan(item);
      assertThat(lane.basket().getTotals().getCashDueMinor()).isEqualTo(1_000_00);

      assertThat(set(to("cash.coin_minor", "5000"))).isEqualTo("answered");

      lane.scan(item);
      assertThat(lane.basket().getTotals().getCashDueMinor()).isEqualTo(2_100_00);
      lane.pay(lane.cashRequest(3_000_00));
    }
  }

  @Test
  void aChangeSentTwiceIsMadeOnceAndStandsInTheJournalWithItsAuthor() {
    UpdateSettingRequest.Builder request = to("session.idle_minutes", "30");
    assertThat(set(request)).isEqualTo("answered");
    assertThat(set(request)).isEqualTo("answered");
    assertThat(set(request.clone().setValue("31"))).isEqualTo("REQUEST_REUSED");

    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM audit_entry e JOIN operator o ON o.operator_id = e.operator_id
                 WHERE e.kind = 'SETTING_CHANGED' AND o.number = '%s'
                   AND e.after_value LIKE 'session.idle_minutes 30 from 2%%'"""
                    .formatted(manager.operator())))
        .isOne();
  }

  @Test
  void eachRefusalHasItsReasonAndChangesNothing() {
    long journalled = store.number("SELECT COUNT(*) FROM audit_entry");
    long now = Clock.systemUTC().millis();

    assertThat(set(to("no.such", "1"))).isEqualTo("SETTING_UNKNOWN");
    assertThat(set(to("cash.rounding", "nearest"))).isEqualTo("SETTING_INVALID");
    assertThat(set(to("cash.coin_minor", "0"))).isEqualTo("SETTING_INVALID");
    assertThat(set(to("store.name", "  "))).isEqualTo("SETTING_INVALID");
    assertThat(set(to("store.address", "x".repeat(121)))).isEqualTo("SETTING_INVALID");
    assertThat(set(to("store.name", "a\nb"))).isEqualTo("TEXT_INVALID");
    assertThat(set(to("store.name", "A").setEffectiveAtMs(now - 60_000)))
        .isEqualTo("MOMENT_INVALID");
    assertThat(set(to("store.name", "A").setEffectiveAtMs(-1))).isEqualTo("MOMENT_INVALID");
    assertThat(set(to("store.name", "A").setEffectiveAtMs(now + Duration.ofDays(2000).toMillis())))
        .isEqualTo("MOMENT_INVALID");
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(journalled);
  }
}
