package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue as the store has it, read under the lock of whoever changes it. */
public final class StoredCatalog {
  private final Map<String, Item> items = new HashMap<>();
  private final Map<Integer, String> codes = new HashMap<>();
  private final Map<Integer, List<Unit>> units = new HashMap<>();
  private final Map<String, Owner> owners = new HashMap<>();
  private final Map<Integer, String> levelCodes = new HashMap<>();
  private final Map<String, Integer> departments;
  private final Map<String, Integer> taxClasses;
  private final Set<String> accounts;
  private final Map<String, Integer> lastIds;

  /**
   * An item.
   *
   * @param item with its base unit alone, without price and barcodes
   */
  public record Item(int itemId, NewItem item) {}

  /**
   * A unit of an item.
   *
   * @param priceMinor in force, null when it has none
   * @param levelPrices in force, by the number of their level
   */
  public record Unit(
      int unitNo,
      String unit,
      long factorMilli,
      @Nullable Long priceMinor,
      Map<Integer, Long> levelPrices) {
    public Unit {
      levelPrices = Map.copyOf(levelPrices);
    }
  }

  /** What a code names. */
  record Owner(int itemId, int unitNo) {}

  private StoredCatalog(
      Map<String, Integer> departments,
      Map<String, Integer> taxClasses,
      Set<String> accounts,
      Map<String, Integer> lastIds) {
    this.departments = departments;
    this.taxClasses = taxClasses;
    this.accounts = accounts;
    this.lastIds = lastIds;
  }

  static StoredCatalog read(Connection connection, int storeId, Instant now) throws SQLException {
    StoredCatalog stored =
        new StoredCatalog(
            CatalogDao.ids(connection, CatalogDao.DEPARTMENT_IDS, storeId),
            CatalogDao.ids(connection, CatalogDao.TAX_CLASS_IDS, storeId),
            CatalogDao.accounts(connection),
            CatalogDao.ids(connection, CatalogDao.LAST_IDS, storeId));
    Map<String, Long> prices = CatalogDao.prices(connection, now);
    Map<String, Map<Integer, Long>> levelPrices = PriceLevelDao.inForce(connection, now);
    List<PriceLevel> levels = PriceLevelDao.levels(connection, storeId);
    levels.forEach(level -> stored.levelCodes.put(level.levelNo(), level.code()));
    for (CatalogDao.UnitRow unit : CatalogDao.units(connection, storeId)) {
      stored
          .units
          .computeIfAbsent(unit.itemId(), id -> new ArrayList<>())
          .add(
              new Unit(
                  unit.unitNo(),
                  unit.unit(),
                  unit.factorMilli(),
                  prices.get(unit.itemId() + "/" + unit.unitNo()),
                  levelPrices.getOrDefault(unit.itemId() + "/" + unit.unitNo(), Map.of())));
    }
    for (Item item : CatalogDao.items(connection, storeId)) {
      stored.items.put(item.item().code(), item);
      stored.codes.put(item.itemId(), item.item().code());
    }
    for (CatalogDao.BarcodeRow barcode : CatalogDao.barcodes(connection, storeId)) {
      stored.owners.put(barcode.key(), new Owner(barcode.itemId(), barcode.unitNo()));
    }
    return stored;
  }

  public Optional<Item> item(String code) {
    return Optional.ofNullable(items.get(code));
  }

  /** Units of an item by their number; the base unit first. */
  public List<Unit> units(Item item) {
    return units.getOrDefault(item.itemId(), List.of());
  }

  /** Code of the item that a barcode names. */
  public Optional<String> ownerOf(String barcode) {
    return Optional.ofNullable(owners.get(Gtin.key(barcode))).map(o -> codes.get(o.itemId()));
  }

  public Set<String> taxClasses() {
    return Set.copyOf(taxClasses.keySet());
  }

  public Set<String> accounts() {
    return accounts;
  }

  /** Code of a price level. */
  String levelCode(int levelNo) {
    return levelCodes.getOrDefault(levelNo, String.valueOf(levelNo));
  }

  @Nullable Owner owner(String key) {
    return owners.get(key);
  }

  /** Number of a department, or null when the store has none of this code. */
  @Nullable Integer department(String code) {
    return departments.get(code);
  }

  @Nullable Integer taxClass(String code) {
    return taxClasses.get(code);
  }

  int newDepartment(String code) {
    int id = lastIds.merge("department", 1, Integer::sum);
    departments.put(code, id);
    return id;
  }

  int newItem() {
    return lastIds.merge("item", 1, Integer::sum);
  }
}
