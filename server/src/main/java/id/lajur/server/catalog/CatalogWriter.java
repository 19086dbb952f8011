package id.lajur.server.catalog;

import id.lajur.server.database.Ids;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/** Brings items into the catalogue: all of them or none, and one event for the whole. */
public final class CatalogWriter {
  private final DataSource pool;
  private final int storeId;
  private final int terminalId;
  private final long fence;

  /**
   * @param terminalId in whose name the change is logged
   */
  public CatalogWriter(DataSource pool, int storeId, int terminalId, long fence) {
    this.pool = pool;
    this.storeId = storeId;
    this.terminalId = terminalId;
    this.fence = fence;
  }

  /**
   * Writes items; one whose code is known is updated. A price enters the history only when it
   * differs from the one in force.
   *
   * @throws IllegalArgumentException a tax class is unknown, or a barcode belongs to another item
   */
  public void write(List<NewItem> items, Instant now) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      CatalogDao.lockStore(connection, storeId);
      Rows rows = new Rows(connection, now);
      for (NewItem item : items) {
        rows.add(item);
      }
      CatalogDao.departments(connection, storeId, rows.newDepartments);
      CatalogDao.items(connection, storeId, rows.items);
      CatalogDao.departmentItems(connection, rows.departmentItems);
      CatalogDao.units(connection, rows.units);
      CatalogDao.barcodes(connection, storeId, rows.barcodes);
      CatalogDao.prices(connection, rows.prices);
      EventLog.append(
          connection,
          storeId,
          fence,
          List.of(
              new Event(
                  Event.Kind.CATALOG_CHANGED, Ids.next(), terminalId, null, now, 0, items.size())));
      connection.commit();
    }
  }

  /** The rows of one change, numbered against what the store has. */
  private final class Rows {
    private final Map<String, Integer> itemIds;
    private final Map<String, Integer> departmentIds;
    private final Map<String, Integer> taxClassIds;
    private final Map<String, Integer> owners;
    private final Map<String, Integer> lastIds;
    private final Map<String, Long> known;
    private final Instant now;
    private final List<CatalogDao.DepartmentRow> newDepartments = new ArrayList<>();
    private final List<CatalogDao.ItemRow> items = new ArrayList<>();
    private final List<CatalogDao.ItemRow> departmentItems = new ArrayList<>();
    private final List<CatalogDao.UnitRow> units = new ArrayList<>();
    private final List<CatalogDao.BarcodeRow> barcodes = new ArrayList<>();
    private final List<CatalogDao.PriceRow> prices = new ArrayList<>();

    Rows(Connection connection, Instant now) throws SQLException {
      this.now = now;
      itemIds = CatalogDao.ids(connection, CatalogDao.ITEM_IDS, storeId);
      departmentIds = CatalogDao.ids(connection, CatalogDao.DEPARTMENT_IDS, storeId);
      taxClassIds = CatalogDao.ids(connection, CatalogDao.TAX_CLASS_IDS, storeId);
      owners = CatalogDao.ids(connection, CatalogDao.BARCODE_OWNERS, storeId);
      lastIds = CatalogDao.ids(connection, CatalogDao.LAST_IDS, storeId);
      known = CatalogDao.prices(connection, now);
    }

    void add(NewItem item) {
      Integer taxClassId = taxClassIds.get(item.taxClass());
      if (taxClassId == null) {
        throw new IllegalArgumentException("there is no tax class " + item.taxClass());
      }
      int departmentId =
          departmentIds.computeIfAbsent(
              item.department(),
              code -> {
                int id = lastIds.merge("department", 1, Integer::sum);
                newDepartments.add(new CatalogDao.DepartmentRow(id, code));
                addOpenDepartment(code, id, taxClassId, item.taxClass());
                return id;
              });
      int itemId =
          itemIds.computeIfAbsent(item.code(), code -> lastIds.merge("item", 1, Integer::sum));
      items.add(new CatalogDao.ItemRow(itemId, departmentId, taxClassId, item));
      for (int unitNo = 0; unitNo < item.units().size(); unitNo++) {
        add(itemId, unitNo, item.units().get(unitNo));
      }
    }

    /** An amount entered in a department moves no stock and is taxed as its first item. */
    private void addOpenDepartment(
        String department, int departmentId, int taxClassId, String taxClass) {
      int itemId = lastIds.merge("item", 1, Integer::sum);
      NewItem open =
          new NewItem(
              "DEPARTMENT " + department,
              department,
              department,
              "",
              SaleItem.Kind.SERVICE,
              null,
              taxClass,
              false,
              SaleItem.StockPolicy.ALLOW,
              null,
              List.of(new NewItem.Unit("pcs", 1000, null, List.of())));
      CatalogDao.ItemRow row = new CatalogDao.ItemRow(itemId, departmentId, taxClassId, open);
      items.add(row);
      departmentItems.add(row);
      add(itemId, 0, open.units().get(0));
    }

    private void add(int itemId, int unitNo, NewItem.Unit unit) {
      units.add(new CatalogDao.UnitRow(itemId, unitNo, unit.unit(), unit.factorMilli()));
      for (String barcode : unit.barcodes()) {
        String key = Gtin.key(barcode);
        Integer owner = owners.putIfAbsent(key, itemId);
        if (owner != null && owner != itemId) {
          throw new IllegalArgumentException("barcode " + barcode + " belongs to another item");
        }
        barcodes.add(new CatalogDao.BarcodeRow(key, itemId, unitNo));
      }
      Long price = unit.priceMinor();
      if (price != null && !price.equals(known.get(itemId + "/" + unitNo))) {
        prices.add(new CatalogDao.PriceRow(itemId, unitNo, now, price));
      }
    }
  }
}
