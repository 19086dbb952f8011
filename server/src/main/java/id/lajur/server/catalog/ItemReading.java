package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** One item with all that is known of it. */
final class ItemReading {
  private final DataSource pool;
  private final Clock clock;

  ItemReading(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * An item and where it lies.
   *
   * @param stock at every location, the asker's first
   */
  record View(ItemRecord item, List<ItemRecordDao.Held> stock) {}

  /**
   * @param code its own, or a barcode of any of its units
   * @throws Refusal ITEM_UNKNOWN
   */
  View read(int storeId, int locationId, String code) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      String own =
          ItemRecordDao.codeOf(connection, storeId, code, Gtin.key(code))
              .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
      ItemRecord item =
          ItemRecordDao.find(connection, storeId, own, clock.instant())
              .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
      return new View(item, ItemRecordDao.held(connection, storeId, item.itemId(), locationId));
    }
  }
}
