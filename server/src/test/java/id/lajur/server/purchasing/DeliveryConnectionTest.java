package id.lajur.server.purchasing;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import id.lajur.server.database.Ids;
import id.lajur.server.people.StoreZone;
import id.lajur.server.posting.Command;
import id.lajur.server.sale.Rules;
import id.lajur.server.security.Caller;
import id.lajur.server.store.StoreFixture;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Callers who each hold a connection and want another wait for each other. */
class DeliveryConnectionTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String SUPPLIER = "PT-TUNGGAL";

  private final Clock clock = Clock.systemUTC();
  private HikariDataSource single = new HikariDataSource();
  private int terminalId;
  private int operatorId;

  @BeforeEach
  void aSingleConnection() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(store.server().database().dataSource());
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(1_000);
    single = new HikariDataSource(config);
    store.lane("OWNER").close(); // whose machine and person the commands are of
    terminalId = (int) store.number("SELECT MAX(terminal_id) FROM terminal");
    operatorId = (int) store.number("SELECT MAX(operator_id) FROM operator");
  }

  @AfterEach
  void leave() {
    single.close();
  }

  @AfterAll
  static void thePromisesHold() throws Exception {
    store.assertAuditClean();
  }

  /** A zone that nobody has asked for yet, as of a server that has just begun. */
  private StoreZone unknownZone() {
    return new StoreZone(jdbi(), 1);
  }

  private Jdbi jdbi() {
    return Jdbi.create(single).installPlugin(new SqlObjectPlugin());
  }

  private Command command() {
    return new Command(Ids.next(), new byte[32], 1, terminalId, operatorId);
  }

  @Test
  void aDeliveryIsPostedAndTakenBackWhereZoneAndRulesAreNotKnownYet() throws Exception {
    store.server().setup().addSupplier(SUPPLIER, "Tunggal");
    String item = store.item(10_000_00);
    UUID documentId = received(item);

    byte[] answer =
        new Reversing(single, store.server().posting(), new Rules(jdbi(), 1), clock, unknownZone())
            .reverse(
                new Caller(1, terminalId, "T", locationId(), 1, 1, null, null),
                command(),
                documentId,
                "salah kirim",
                List.of(),
                back -> Ids.bytes(back.documentId()))
            .get();

    assertThat(Ids.uuid(answer)).isNotEqualTo(documentId);
    assertThat(
            store.number(
                "SELECT quantity_milli FROM stock_balance JOIN item USING (item_id)"
                    + " WHERE code = '"
                    + item
                    + "'"))
        .isZero();
  }

  private UUID received(String item) throws Exception {
    try (ReceiptInParts parts =
        new ReceiptInParts(
            single,
            store.server().posting(),
            clock,
            unknownZone(),
            posted -> Ids.bytes(posted.documentId()))) {
      var head =
          new GoodsReceipt.Head(
              Ids.next(),
              locationId(),
              (int)
                  store.number("SELECT supplier_id FROM supplier WHERE code = '" + SUPPLIER + "'"),
              "SJ-1",
              clock.instant(),
              null);
      var line =
          new GoodsReceipt.Line(
              (int) store.number("SELECT item_id FROM item WHERE code = '" + item + "'"),
              "PCS",
              1_000,
              item,
              10_000,
              60_000_00,
              LineTerms.NONE);
      return Ids.uuid(parts.post(command(), head, List.of(line), null).get());
    }
  }

  private static int locationId() {
    return (int) store.number("SELECT MIN(location_id) FROM location");
  }
}
