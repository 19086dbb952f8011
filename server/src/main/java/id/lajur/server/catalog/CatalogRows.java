package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.journal.AuditRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a change of the catalogue writes: only what differs from what the store has. */
final class CatalogRows {
  private final StoredCatalog stored;
  private final Instant now;
  private final Map<String, Integer> newItemIds = new HashMap<>();
  private final Map<String, Integer> newOwners = new HashMap<>();
  private final List<CatalogDao.DepartmentRow> newDepartments = new ArrayList<>();
  private final List<CatalogDao.ItemRow> newItems = new ArrayList<>();
  private final List<CatalogDao.ItemRow> changedItems = new ArrayList<>();
  private final List<CatalogDao.ItemRow> departmentItems = new ArrayList<>();
  private final List<CatalogDao.UnitRow> units = new ArrayList<>();
  private final List<CatalogDao.BarcodeRow> barcodes = new ArrayList<>();
  private final List<CatalogDao.PriceRow> prices = new ArrayList<>();
  private final List<PriceLevelDao.LevelPriceRow> levelPrices = new ArrayList<>();
  private final List<Difference> differences = new ArrayList<>();
  private int added;
  private int changed;
  private int unchanged;

  /**
   * What changes of an item that was known, as the journal keeps it.
   *
   * @param priceMinor of a price
   */
  private record Difference(
      String kind,
      int itemId,
      @Nullable Long priceMinor,
      @Nullable String before,
      @Nullable String after) {}

  CatalogRows(StoredCatalog stored, Instant now) {
    this.stored = stored;
    this.now = now;
  }

  /**
   * Adds an item, new or in place of the one with its code.
   *
   * @throws IllegalArgumentException a tax class is unknown, a barcode belongs to another item, or
   *     the item was added before
   */
  void add(NewItem item) {
    int taxClassId = taxClass(item);
    Integer known = stored.department(item.department());
    int departmentId = known == null ? newDepartment(item, taxClassId) : known;
    StoredCatalog.Item before = stored.item(item.code()).orElse(null);
    int itemId = before == null ? stored.newItem() : before.itemId();
    if (newItemIds.putIfAbsent(item.code(), itemId) != null) {
      throw new IllegalArgumentException("item " + item.code() + " comes twice");
    }
    int rowsBefore = rows();
    CatalogDao.ItemRow row = new CatalogDao.ItemRow(itemId, departmentId, taxClassId, item);
    if (before == null) {
      newItems.add(row);
    } else if (!before.item().sameHead(item)) {
      changedItems.add(row);
      ItemFields.between(before.item(), item)
          .forEach(
              changed ->
                  differences.add(
                      new Difference(
                          changed.kind(), itemId, null, changed.before(), changed.after())));
    }
    addUnits(itemId, item, before == null ? List.of() : stored.units(before));
    if (before == null) {
      added++;
    } else if (rows() > rowsBefore) {
      changed++;
    } else {
      unchanged++;
    }
  }

  private int rows() {
    return newItems.size()
        + changedItems.size()
        + units.size()
        + barcodes.size()
        + prices.size()
        + levelPrices.size();
  }

  private int taxClass(NewItem item) {
    Integer id = stored.taxClass(item.taxClass());
    if (id == null) {
      throw new IllegalArgumentException("there is no tax class " + item.taxClass());
    }
    return id;
  }

  /** An amount entered in a department moves no stock and is taxed as its first item. */
  private int newDepartment(NewItem first, int taxClassId) {
    String code = first.department();
    int departmentId = stored.newDepartment(code);
    newDepartments.add(new CatalogDao.DepartmentRow(departmentId, code, code));
    NewItem open = Departments.openItem(code, code, first.taxClass());
    int itemId = stored.newItem();
    CatalogDao.ItemRow row = new CatalogDao.ItemRow(itemId, departmentId, taxClassId, open);
    newItems.add(row);
    departmentItems.add(row);
    addUnits(itemId, open, List.of());
    return departmentId;
  }

  /** The base unit is number 0; a pack keeps the number that its name has. */
  private void addUnits(int itemId, NewItem item, List<StoredCatalog.Unit> known) {
    int next = known.isEmpty() ? 1 : known.get(known.size() - 1).unitNo() + 1;
    for (int i = 0; i < item.units().size(); i++) {
      NewItem.Unit unit = item.units().get(i);
      StoredCatalog.Unit before = i == 0 ? first(known) : pack(known, unit.unit());
      int unitNo = i == 0 ? 0 : before != null ? before.unitNo() : next++;
      if (before == null
          || !before.unit().equals(unit.unit())
          || before.factorMilli() != unit.factorMilli()) {
        units.add(new CatalogDao.UnitRow(itemId, unitNo, unit.unit(), unit.factorMilli()));
      }
      addBarcodes(itemId, unitNo, unit);
      Long price = unit.priceMinor();
      if (price != null && (before == null || !price.equals(before.priceMinor()))) {
        prices.add(new CatalogDao.PriceRow(itemId, unitNo, now, price));
        if (before != null) {
          differences.add(
              new Difference(
                  "PRICE_CHANGED",
                  itemId,
                  price,
                  unit.unit() + " " + (before.priceMinor() == null ? "-" : before.priceMinor()),
                  unit.unit() + " " + price + " " + now));
        }
      }
      addLevelPrices(itemId, unitNo, unit, before);
    }
  }

  private void addLevelPrices(
      int itemId, int unitNo, NewItem.Unit unit, StoredCatalog.@Nullable Unit before) {
    unit.levelPrices()
        .forEach(
            (levelNo, price) -> {
              Long was = before == null ? null : before.levelPrices().get(levelNo);
              if (price.equals(was)) {
                return;
              }
              levelPrices.add(new PriceLevelDao.LevelPriceRow(itemId, unitNo, levelNo, now, price));
              if (before != null) {
                String what = PriceLevels.what(unit.unit(), stored.levelCode(levelNo));
                differences.add(
                    new Difference(
                        "LEVEL_PRICE_CHANGED",
                        itemId,
                        null,
                        what + PriceLevels.shown(was),
                        what + price + " " + now));
              }
            });
  }

  private static StoredCatalog.@Nullable Unit first(List<StoredCatalog.Unit> known) {
    return known.isEmpty() ? null : known.get(0);
  }

  private static StoredCatalog.@Nullable Unit pack(List<StoredCatalog.Unit> known, String name) {
    return known.stream()
        .filter(unit -> unit.unitNo() > 0 && unit.unit().equals(name))
        .findFirst()
        .orElse(null);
  }

  private void addBarcodes(int itemId, int unitNo, NewItem.Unit unit) {
    for (String barcode : unit.barcodes()) {
      String key = Gtin.key(barcode);
      StoredCatalog.Owner before = stored.owner(key);
      Integer other = newOwners.putIfAbsent(key, itemId);
      if (before != null && before.itemId() != itemId || other != null && other != itemId) {
        throw new IllegalArgumentException("barcode " + barcode + " belongs to another item");
      }
      if (before == null || before.unitNo() != unitNo) {
        barcodes.add(new CatalogDao.BarcodeRow(key, itemId, unitNo));
      }
    }
  }

  CatalogWriter.Written counts() {
    return new CatalogWriter.Written(
        added,
        changed,
        unchanged,
        prices.size(),
        levelPrices.size(),
        barcodes.size(),
        newDepartments.size());
  }

  /** Records of what changes of items that were known. */
  List<AuditRecord> differences(int terminalId) {
    return differences.stream()
        .map(
            one -> {
              AuditRecord record =
                  AuditRecord.of(terminalId, now, one.kind()).changed(one.before(), one.after());
              return one.priceMinor() == null
                  ? record.ofLine(one.itemId())
                  : record.line(one.itemId(), one.priceMinor(), null);
            })
        .toList();
  }

  void write(Connection connection, int storeId) throws SQLException {
    CatalogDao.departments(connection, storeId, newDepartments);
    CatalogDao.newItems(connection, storeId, newItems);
    CatalogDao.changedItems(connection, changedItems);
    CatalogDao.departmentItems(connection, departmentItems);
    CatalogDao.units(connection, units);
    CatalogDao.barcodes(connection, storeId, barcodes);
    CatalogDao.prices(connection, prices);
    PriceLevelDao.save(connection, levelPrices);
  }
}
