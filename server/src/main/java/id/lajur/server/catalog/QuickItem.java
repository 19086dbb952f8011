package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.database.Ids;
import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Makes an item that came without being known, with the few fields that selling needs: the item,
 * its audit record, the recorded answer and the event in one transaction.
 */
public final class QuickItem {
  private static final long MOST_FACTOR_MILLI = 100_000_000L;
  private static final int MOST_UNIT = 32;

  private final DataSource pool;
  private final long fence;
  private final Clock clock;
  private final Runnable committed;

  /**
   * @param committed told after each item that is on disk
   */
  public QuickItem(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.fence = fence;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * An item as it is asked for.
   *
   * @param barcode of the base unit, may be empty
   * @param priceMinor of the base unit; null = somebody sets it later
   * @param pack null = it comes in base units alone
   */
  record Asked(
      String name,
      String department,
      String taxClass,
      String baseUnit,
      String barcode,
      @Nullable Long priceMinor,
      @Nullable Pack pack,
      boolean asksExpiry) {
    /**
     * @throws Refusal NAME_NEEDED, UNIT_INVALID, AMOUNT_INVALID
     */
    Asked {
      if (name.isEmpty()) {
        throw new Refusal(Reason.NAME_NEEDED);
      }
      if (baseUnit.isEmpty()
          || baseUnit.length() > MOST_UNIT
          || pack != null && pack.unit().equals(baseUnit)) {
        throw new Refusal(Reason.UNIT_INVALID).with("unit", baseUnit);
      }
      if (priceMinor != null && (priceMinor < 0 || priceMinor > PriceChange.MOST_PRICE_MINOR)) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
      }
      if (pack != null
          && !barcode.isEmpty()
          && !pack.barcode().isEmpty()
          && Gtin.key(pack.barcode()).equals(Gtin.key(barcode))) {
        throw new Refusal(Reason.BARCODE_TAKEN).with("code", barcode).with("item", name);
      }
    }
  }

  /**
   * What it comes in.
   *
   * @param factorMilli thousandths of the base unit, above 1000
   * @param barcode may be empty
   */
  record Pack(String unit, long factorMilli, String barcode) {
    /**
     * @throws Refusal UNIT_INVALID
     */
    Pack {
      if (unit.isEmpty()
          || unit.length() > MOST_UNIT
          || factorMilli <= 1000
          || factorMilli > MOST_FACTOR_MILLI) {
        throw new Refusal(Reason.UNIT_INVALID).with("unit", unit);
      }
    }
  }

  /** A code with its name. */
  record Named(String code, String name) {}

  /** What an item may be put into, by name. */
  record Choices(List<Named> departments, List<Named> taxClasses, List<String> categories) {}

  Choices choices(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return new Choices(
          CatalogDao.departments(connection, storeId),
          CatalogDao.taxClasses(connection, storeId),
          CatalogDao.categories(connection, storeId));
    }
  }

  /**
   * Makes the item.
   *
   * @param answer of its code
   * @return the answer, recorded
   * @throws Refusal DEPARTMENT_UNKNOWN, TAX_CLASS_UNKNOWN, BARCODE_TAKEN, ITEM_EXISTS,
   *     REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] make(Command command, Asked asked, Function<String, byte[]> answer) throws SQLException {
    byte[] given;
    try {
      given = Transactions.repeat(pool, connection -> make(connection, command, asked, answer));
    } catch (EventLog.RightLost e) {
      throw new Refusal(Reason.RIGHT_TO_POST_LOST);
    }
    committed.run();
    return given;
  }

  private byte[] make(
      Connection connection, Command command, Asked asked, Function<String, byte[]> answer)
      throws SQLException {
    CatalogDao.lockStore(connection, command.storeId());
    byte[] recorded = RequestDao.answerOf(connection, command);
    if (recorded != null) {
      return recorded;
    }
    // Read under the lock: whoever is answered later has the later moment.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Made made = write(connection, command.storeId(), asked, now);
    CatalogDao.raiseVersion(connection, command.storeId());
    byte[] given = answer.apply(made.code());
    UUID changeId = Ids.next();
    AuditJournal.append(
        connection,
        AuditRecord.of(command.terminalId(), now, "ITEM_CREATED")
            .by(command.operatorId())
            .about(changeId)
            .ofLine(made.itemId())
            .changed(null, made.code() + " " + asked.department() + " " + asked.taxClass()));
    RequestDao.answered(connection, command, given, now);
    EventLog.append(
        connection,
        command.storeId(),
        fence,
        List.of(
            new Event(
                Event.Kind.CATALOG_CHANGED, changeId, command.terminalId(), null, now, 0, 1)));
    return given;
  }

  private record Made(int itemId, String code) {}

  private static Made write(Connection connection, int storeId, Asked asked, Instant now)
      throws SQLException {
    int departmentId =
        known(
            CatalogDao.ids(connection, CatalogDao.DEPARTMENT_IDS, storeId),
            asked.department(),
            Reason.DEPARTMENT_UNKNOWN);
    int taxClassId =
        known(
            CatalogDao.ids(connection, CatalogDao.TAX_CLASS_IDS, storeId),
            asked.taxClass(),
            Reason.TAX_CLASS_UNKNOWN);
    int itemId =
        1
            + Objects.requireNonNull(
                CatalogDao.ids(connection, CatalogDao.LAST_IDS, storeId).get("item"));
    String code = asked.barcode().isEmpty() ? "B" + itemId : asked.barcode();
    List<CatalogDao.BarcodeRow> barcodes = barcodes(asked, itemId);
    List<String> keys = barcodes.stream().map(CatalogDao.BarcodeRow::key).toList();
    for (ItemRecordDao.Taken taken : ItemRecordDao.taken(connection, storeId, keys)) {
      throw new Refusal(Reason.BARCODE_TAKEN)
          .with("code", Gtin.shown(taken.key()))
          .with("itemCode", taken.itemCode())
          .with("item", taken.itemName());
    }
    if (!CatalogDao.pricedUnits(connection, storeId, code, now).isEmpty()) {
      throw new Refusal(Reason.ITEM_EXISTS).with("code", code);
    }
    CatalogDao.newItems(
        connection,
        storeId,
        List.of(new CatalogDao.ItemRow(itemId, departmentId, taxClassId, item(code, asked))));
    if (asked.asksExpiry()) {
      CatalogDao.askExpiry(connection, itemId, true);
    }
    CatalogDao.units(connection, units(asked, itemId));
    CatalogDao.barcodes(connection, storeId, barcodes);
    if (asked.priceMinor() != null) {
      CatalogDao.prices(
          connection, List.of(new CatalogDao.PriceRow(itemId, 0, now, asked.priceMinor())));
    }
    return new Made(itemId, code);
  }

  private static int known(Map<String, Integer> ids, String code, Reason otherwise) {
    Integer id = ids.get(code);
    if (id == null) {
      throw new Refusal(otherwise).with("code", code);
    }
    return id;
  }

  private static NewItem item(String code, Asked asked) {
    return new NewItem(
        code,
        asked.name(),
        asked.department(),
        "",
        SaleItem.Kind.GOODS,
        null,
        asked.taxClass(),
        false,
        SaleItem.StockPolicy.ALLOW,
        null,
        List.of(new NewItem.Unit(asked.baseUnit(), 1000, asked.priceMinor(), List.of())));
  }

  private static List<CatalogDao.UnitRow> units(Asked asked, int itemId) {
    List<CatalogDao.UnitRow> units = new ArrayList<>();
    units.add(new CatalogDao.UnitRow(itemId, 0, asked.baseUnit(), 1000));
    Pack pack = asked.pack();
    if (pack != null) {
      units.add(new CatalogDao.UnitRow(itemId, 1, pack.unit(), pack.factorMilli()));
    }
    return units;
  }

  private static List<CatalogDao.BarcodeRow> barcodes(Asked asked, int itemId) {
    List<CatalogDao.BarcodeRow> barcodes = new ArrayList<>();
    if (!asked.barcode().isEmpty()) {
      barcodes.add(new CatalogDao.BarcodeRow(Gtin.key(asked.barcode()), itemId, 0));
    }
    Pack pack = asked.pack();
    if (pack != null && !pack.barcode().isEmpty()) {
      barcodes.add(new CatalogDao.BarcodeRow(Gtin.key(pack.barcode()), itemId, 1));
    }
    return barcodes;
  }
}
