package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an item's units and barcodes. A unit never goes: receipts and prices name it; one
 * that nobody shall sell any more loses its barcodes.
 */
final class UnitChanges {
  private final Command command;
  private final int itemId;
  private final Instant now;
  private final List<CatalogDao.UnitRow> units = new ArrayList<>();
  private final Set<String> removed = new TreeSet<>();
  private final List<CatalogDao.BarcodeRow> barcodes = new ArrayList<>();
  private final List<CatalogDao.PriceRow> prices = new ArrayList<>();
  private final List<AuditRecord> records = new ArrayList<>();

  private UnitChanges(Command command, int itemId, Instant now) {
    this.command = command;
    this.itemId = itemId;
    this.now = now;
  }

  /**
   * Compares what is wanted with what the store has.
   *
   * @param before of a new item without units
   * @throws Refusal UNIT_UNKNOWN; UNIT_INVALID two of one name; UNIT_IN_USE another factor although
   *     stock has moved
   */
  static UnitChanges of(Command command, ItemRecord before, ItemDraft wanted, Instant now) {
    UnitChanges changes = new UnitChanges(command, before.itemId(), now);
    int next = before.units().stream().mapToInt(ItemRecord.Unit::unitNo).max().orElse(0) + 1;
    Set<Integer> named = new HashSet<>();
    for (ItemDraft.Unit unit : wanted.units()) {
      ItemRecord.Unit was = before(before, unit);
      int unitNo = was != null ? was.unitNo() : unit.isBase() ? 0 : next++;
      if (!named.add(unitNo)) {
        throw new Refusal(Reason.UNIT_INVALID).with("unit", unit.name());
      }
      if (was != null && was.factorMilli() != unit.factorMilli() && before.moved()) {
        throw new Refusal(Reason.UNIT_IN_USE)
            .with("unit", was.name())
            .with("factorMilli", was.factorMilli());
      }
      changes.unit(unitNo, was, unit);
    }
    for (ItemRecord.Unit kept : before.units()) {
      if (!named.contains(kept.unitNo())
          && wanted.units().stream().anyMatch(unit -> same(unit.name(), kept.name()))) {
        throw new Refusal(Reason.UNIT_INVALID).with("unit", kept.name());
      }
    }
    return changes;
  }

  private static boolean same(String name, String other) {
    return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }

  private static ItemRecord.@Nullable Unit before(ItemRecord before, ItemDraft.Unit unit) {
    Integer number = unit.unitNo();
    if (number == null || before.units().isEmpty()) {
      return null;
    }
    return before.units().stream()
        .filter(known -> known.unitNo() == number)
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.UNIT_UNKNOWN).with("unit", unit.name()));
  }

  private void unit(int unitNo, ItemRecord.@Nullable Unit was, ItemDraft.Unit unit) {
    String before = was == null ? null : was.name() + " " + was.factorMilli();
    String after = unit.name() + " " + unit.factorMilli();
    if (!after.equals(before)) {
      units.add(new CatalogDao.UnitRow(itemId, unitNo, unit.name(), unit.factorMilli()));
      record("ITEM_UNIT_CHANGED", before, after);
    }
    Set<String> had = was == null ? Set.of() : new TreeSet<>(was.keys());
    Set<String> has = new TreeSet<>(unit.barcodes().stream().map(Gtin::key).toList());
    for (String key : had) {
      if (!has.contains(key)) {
        removed.add(key);
        record("ITEM_BARCODE_CHANGED", unit.name() + " " + Gtin.shown(key), null);
      }
    }
    for (String key : has) {
      if (!had.contains(key)) {
        barcodes.add(new CatalogDao.BarcodeRow(key, itemId, unitNo));
        record("ITEM_BARCODE_CHANGED", null, unit.name() + " " + Gtin.shown(key));
      }
    }
    Long price = unit.priceMinor();
    if (was == null && price != null) {
      prices.add(new CatalogDao.PriceRow(itemId, unitNo, now, price));
      records.add(
          PriceChange.record(
              command,
              new CatalogDao.PricedUnit(itemId, unitNo, unit.name(), null),
              price,
              now,
              now));
    }
  }

  private void record(String kind, @Nullable String before, @Nullable String after) {
    records.add(ItemEditing.record(command, now, kind, itemId).changed(before, after));
  }

  List<AuditRecord> records() {
    return records;
  }

  boolean setsPrices() {
    return !prices.isEmpty();
  }

  /**
   * Writes them.
   *
   * @throws Refusal BARCODE_TAKEN by another item, which it names
   */
  void write(Connection connection, int storeId) throws SQLException {
    List<String> added = barcodes.stream().map(CatalogDao.BarcodeRow::key).toList();
    for (ItemRecordDao.Taken taken : ItemRecordDao.taken(connection, storeId, added)) {
      if (taken.itemId() != itemId) {
        throw new Refusal(Reason.BARCODE_TAKEN)
            .with("code", Gtin.shown(taken.key()))
            .with("itemCode", taken.itemCode())
            .with("item", taken.itemName());
      }
    }
    CatalogDao.units(connection, units);
    ItemRecordDao.removeBarcodes(connection, storeId, removed);
    CatalogDao.barcodes(connection, storeId, barcodes);
    CatalogDao.prices(connection, prices);
  }
}
