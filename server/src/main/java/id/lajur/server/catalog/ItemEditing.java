package id.lajur.server.catalog;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Makes and changes items from the back office. Whoever changes one says what he has read of it
 * (its etag): what another has changed meanwhile, at whatever machine or by a file, is never
 * overwritten unseen.
 */
public final class ItemEditing {
  /** What an editor may change, as the contract calls it. */
  static final Set<String> FIELDS =
      Set.of(
          "name",
          "department",
          "category",
          "tax_class",
          "weighed",
          "no_discount",
          "no_return",
          "blocked_reason",
          "stock_policy",
          "asks_expiry",
          "units");

  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  public ItemEditing(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  /**
   * Makes an item.
   *
   * @param mayPrice whether its units may have a price at once
   * @param answer of its code
   * @throws Refusal ITEM_EXISTS, NAME_NEEDED, KIND_INVALID, DEPARTMENT_UNKNOWN, TAX_CLASS_UNKNOWN,
   *     PERMISSION_MISSING, and those of {@link ItemDraft#checkUnits} and {@link UnitChanges}
   */
  byte[] create(
      Command command, boolean mayPrice, ItemDraft wanted, Function<String, byte[]> answer)
      throws SQLException {
    wanted.checkName();
    wanted.checkUnits();
    if (wanted.kind() != SaleItem.Kind.GOODS && wanted.kind() != SaleItem.Kind.SERVICE) {
      throw new Refusal(Reason.KIND_INVALID).with("kind", wanted.kind());
    }
    if (wanted.units().isEmpty() || !wanted.units().get(0).isBase()) {
      throw new Refusal(Reason.UNIT_INVALID).with("unit", "");
    }
    return changes.make(
        command,
        (connection, now) -> {
          int storeId = command.storeId();
          String code =
              wanted.code().isEmpty() ? ItemRecordDao.nextCode(connection, storeId) : wanted.code();
          if (CatalogDao.item(connection, storeId, code).isPresent()) {
            throw new Refusal(Reason.ITEM_EXISTS).with("code", code);
          }
          int itemId =
              CatalogDao.ids(connection, CatalogDao.LAST_IDS, storeId).getOrDefault("item", 0) + 1;
          NewItem item = made(code, wanted);
          UnitChanges units =
              UnitChanges.of(
                  command, new ItemRecord(itemId, item, false, List.of(), false), wanted, now);
          checkPrices(units, mayPrice);
          CatalogDao.newItems(connection, storeId, List.of(row(connection, storeId, itemId, item)));
          if (wanted.asksExpiry()) {
            CatalogDao.askExpiry(connection, itemId, true);
          }
          units.write(connection, storeId);
          List<AuditRecord> records = new ArrayList<>();
          records.add(record(command, now, "ITEM_CREATED", itemId).changed(null, item.name()));
          records.addAll(units.records());
          return new CatalogChanges.Done(answer.apply(code), records, 1);
        });
  }

  /**
   * Changes some fields of an item.
   *
   * @param fields of {@link #FIELDS}
   * @param etag as the item was read
   * @param answer of its new etag
   * @throws Refusal ITEM_UNKNOWN, ITEM_CHANGED, FIELD_UNKNOWN, NAME_NEEDED, DEPARTMENT_UNKNOWN,
   *     TAX_CLASS_UNKNOWN, PERMISSION_MISSING, and those of {@link ItemDraft#checkUnits} and {@link
   *     UnitChanges}
   */
  byte[] update(
      Command command,
      boolean mayPrice,
      ItemDraft wanted,
      Set<String> fields,
      String etag,
      Function<String, byte[]> answer)
      throws SQLException {
    for (String field : fields) {
      if (!FIELDS.contains(field)) {
        throw new Refusal(Reason.FIELD_UNKNOWN).with("field", field);
      }
    }
    if (fields.contains("name")) {
      wanted.checkName();
    }
    if (fields.contains("units")) {
      wanted.checkUnits();
    }
    return changes.make(
        command,
        (connection, now) -> {
          int storeId = command.storeId();
          ItemRecord before = find(connection, storeId, wanted.code(), now);
          if (!before.etag().equals(etag)) {
            throw new Refusal(Reason.ITEM_CHANGED).with("code", wanted.code());
          }
          NewItem head = changed(before.head(), wanted, fields);
          List<AuditRecord> records = new ArrayList<>();
          for (ItemFields.Difference changed : ItemFields.between(before.head(), head)) {
            records.add(
                record(command, now, changed.kind(), before.itemId())
                    .changed(changed.before(), changed.after()));
          }
          if (!records.isEmpty()) {
            CatalogDao.changedItems(
                connection, List.of(row(connection, storeId, before.itemId(), head)));
          }
          if (fields.contains("asks_expiry") && wanted.asksExpiry() != before.asksExpiry()) {
            CatalogDao.askExpiry(connection, before.itemId(), wanted.asksExpiry());
            records.add(
                record(command, now, "ITEM_ASKS_EXPIRY_CHANGED", before.itemId())
                    .changed(
                        ItemFields.flag(before.asksExpiry()),
                        ItemFields.flag(wanted.asksExpiry())));
          }
          if (fields.contains("units")) {
            UnitChanges units = UnitChanges.of(command, before, wanted, now);
            checkPrices(units, mayPrice);
            units.write(connection, storeId);
            records.addAll(units.records());
          }
          ItemRecord after = find(connection, storeId, wanted.code(), now);
          return new CatalogChanges.Done(answer.apply(after.etag()), records, 1);
        });
  }

  private static ItemRecord find(Connection connection, int storeId, String code, Instant now)
      throws SQLException {
    return ItemRecordDao.find(connection, storeId, code, now)
        .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
  }

  private static void checkPrices(UnitChanges units, boolean mayPrice) {
    if (units.setsPrices() && !mayPrice) {
      throw new Refusal(Reason.PERMISSION_MISSING).with("permission", "catalog.price");
    }
  }

  /** The item as it becomes: what is named of the draft, and the rest as it was. */
  private static NewItem changed(NewItem was, ItemDraft wanted, Set<String> fields) {
    return new NewItem(
        was.code(),
        fields.contains("name") ? wanted.name() : was.name(),
        fields.contains("department") ? wanted.department() : was.department(),
        fields.contains("category") ? wanted.category() : was.category(),
        was.kind(),
        was.account(),
        fields.contains("tax_class") ? wanted.taxClass() : was.taxClass(),
        fields.contains("weighed") ? wanted.weighed() : was.weighed(),
        fields.contains("no_discount") ? wanted.noDiscount() : was.noDiscount(),
        fields.contains("no_return") ? wanted.noReturn() : was.noReturn(),
        fields.contains("blocked_reason") ? wanted.blocked() : was.blocked(),
        fields.contains("stock_policy") ? wanted.stockPolicy() : was.stockPolicy(),
        was.costMinor(),
        was.units());
  }

  private static NewItem made(String code, ItemDraft wanted) {
    return new NewItem(
        code,
        wanted.name(),
        wanted.department(),
        wanted.category(),
        wanted.kind(),
        null,
        wanted.taxClass(),
        wanted.weighed(),
        wanted.noDiscount(),
        wanted.noReturn(),
        wanted.blocked(),
        wanted.stockPolicy(),
        null,
        List.of(new NewItem.Unit(wanted.units().get(0).name(), 1000, null, List.of())));
  }

  private static CatalogDao.ItemRow row(
      Connection connection, int storeId, int itemId, NewItem item) throws SQLException {
    Map<String, Integer> departments =
        CatalogDao.ids(connection, CatalogDao.DEPARTMENT_IDS, storeId);
    Map<String, Integer> taxClasses = CatalogDao.ids(connection, CatalogDao.TAX_CLASS_IDS, storeId);
    Integer department = departments.get(item.department());
    Integer taxClass = taxClasses.get(item.taxClass());
    if (department == null) {
      throw new Refusal(Reason.DEPARTMENT_UNKNOWN).with("department", item.department());
    }
    if (taxClass == null) {
      throw new Refusal(Reason.TAX_CLASS_UNKNOWN).with("taxClass", item.taxClass());
    }
    return new CatalogDao.ItemRow(itemId, department, taxClass, item);
  }

  /** A record about an item. */
  static AuditRecord record(Command command, Instant now, String kind, int itemId) {
    return AuditRecord.of(command.terminalId(), now, kind).by(command.operatorId()).ofLine(itemId);
  }
}
