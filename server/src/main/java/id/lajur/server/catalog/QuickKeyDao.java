package id.lajur.server.catalog;

import id.lajur.rules.code.Gtin;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pages of keys at the lanes, and the pictures on them. */
final class QuickKeyDao {
  private static final HexFormat HEX = HexFormat.of();

  private QuickKeyDao() {}

  private record Row(int pageNo, String page, QuickPage.@Nullable Key key) {}

  /** A unit that a key may stand for. */
  record Unit(String itemCode, int unitNo, String unit, int itemId, boolean hasBarcode) {}

  /** A key on its page. */
  record Placed(int pageNo, int itemId, QuickPage.Key key) {}

  /** All pages in their order, with what is known of each key's item at a moment. */
  static List<QuickPage> pages(Connection connection, int storeId, Instant now)
      throws SQLException {
    List<QuickPage> pages = new ArrayList<>();
    List<QuickPage.Key> keys = new ArrayList<>();
    String name = "";
    int pageNo = -1;
    for (Row row : rows(connection, storeId, now)) {
      if (row.pageNo() != pageNo && pageNo >= 0) {
        pages.add(new QuickPage(name, keys));
        keys.clear();
      }
      pageNo = row.pageNo();
      name = row.page();
      if (row.key() != null) {
        keys.add(row.key());
      }
    }
    if (pageNo >= 0) {
      pages.add(new QuickPage(name, keys));
    }
    return pages;
  }

  private static List<Row> rows(Connection connection, int storeId, Instant now)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT p.page_no, p.name, k.place, k.item_id, k.unit_no, k.label, k.rgb, k.picture,
               i.code, i.name AS item_name, i.weighed, u.unit,
               (SELECT MIN(b.code) FROM barcode b
                 WHERE b.item_id = k.item_id AND b.unit_no = k.unit_no) AS barcode,
               (SELECT s.price_minor FROM price s
                 WHERE s.item_id = k.item_id AND s.unit_no = k.unit_no AND s.effective_at <= ?
                 ORDER BY s.effective_at DESC LIMIT 1) AS price_minor
          FROM quick_page p
          LEFT JOIN quick_key k ON k.store_id = p.store_id AND k.page_no = p.page_no
          LEFT JOIN item i ON i.item_id = k.item_id
          LEFT JOIN item_unit u ON u.item_id = k.item_id AND u.unit_no = k.unit_no
         WHERE p.store_id = ? ORDER BY p.page_no, k.place""",
        storeId,
        (row, id) -> row.time(now).number(id),
        row -> new Row(row.getInt("page_no"), row.getString("name"), key(row)));
  }

  private static QuickPage.@Nullable Key key(ResultSet row) throws SQLException {
    int place = row.getInt("place");
    if (row.wasNull()) {
      return null;
    }
    int unitNo = row.getInt("unit_no");
    String code = row.getString("code");
    String barcode = row.getString("barcode");
    byte[] picture = row.getBytes("picture");
    return new QuickPage.Key(
        place,
        code,
        unitNo,
        row.getString("label"),
        row.getInt("rgb"),
        picture == null ? "" : HEX.formatHex(picture),
        new QuickPage.Told(
            row.getInt("item_id"),
            row.getString("item_name"),
            row.getString("unit"),
            row.getBoolean("weighed"),
            unitNo == 0 ? code : barcode == null ? "" : Gtin.shown(barcode),
            Statements.numberOrNull(row, "price_minor")));
  }

  /** The units of items, by their codes. */
  static List<Unit> units(Connection connection, int storeId, List<String> itemCodes)
      throws SQLException {
    return Statements.queryKeys(
        connection,
        """
        SELECT i.code, u.unit_no, u.unit, i.item_id,
               EXISTS (SELECT 1 FROM barcode b
                        WHERE b.item_id = u.item_id AND b.unit_no = u.unit_no) AS has_barcode
          FROM item i JOIN item_unit u ON u.item_id = i.item_id
         WHERE (i.store_id, i.code) IN (%s)""",
        "(?,?)",
        itemCodes,
        (row, code) -> row.number(storeId).text(code),
        row ->
            new Unit(
                row.getString("code"),
                row.getInt("unit_no"),
                row.getString("unit"),
                row.getInt("item_id"),
                row.getBoolean("has_barcode")));
  }

  /** Makes the pages these. */
  static void replace(Connection connection, int storeId, List<QuickPage> pages, List<Placed> keys)
      throws SQLException {
    Statements.update(
        connection,
        "DELETE FROM quick_key WHERE store_id = ?",
        storeId,
        (row, id) -> row.number(id));
    Statements.update(
        connection,
        "DELETE FROM quick_page WHERE store_id = ?",
        storeId,
        (row, id) -> row.number(id));
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < pages.size(); i++) {
      numbers.add(i);
    }
    Statements.batch(
        connection,
        "INSERT INTO quick_page (store_id, page_no, name) VALUES (?, ?, ?)",
        numbers,
        (row, pageNo) -> row.number(storeId).number(pageNo).text(pages.get(pageNo).name()));
    Statements.batch(
        connection,
        """
        INSERT INTO quick_key (store_id, page_no, place, item_id, unit_no, label, rgb, picture)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        keys,
        (row, placed) ->
            row.number(storeId)
                .number(placed.pageNo())
                .number(placed.key().place())
                .number(placed.itemId())
                .number(placed.key().unitNo())
                .text(placed.key().label())
                .number(placed.key().rgb())
                .bytes(
                    placed.key().picture().isEmpty()
                        ? null
                        : HEX.parseHex(placed.key().picture())));
  }

  /** Which of these pictures are kept. */
  static List<String> kept(Connection connection, List<String> pictures) throws SQLException {
    return Statements.queryKeys(
        connection,
        "SELECT picture FROM quick_picture WHERE picture IN (%s)",
        "?",
        pictures,
        (row, picture) -> row.bytes(HEX.parseHex(picture)),
        row -> HEX.formatHex(row.getBytes(1)));
  }

  static void keep(Connection connection, byte[] picture, byte[] content, Instant now)
      throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO quick_picture (picture, content, kept_at) VALUES (?, ?, ?)
        ON DUPLICATE KEY UPDATE kept_at = VALUES(kept_at)""",
        picture,
        (row, hash) -> row.bytes(hash).bytes(content).time(now));
  }

  /** Lets go of pictures that stand on no key, and were brought before a moment. */
  static void forget(Connection connection, Instant before) throws SQLException {
    Statements.update(
        connection,
        """
        DELETE FROM quick_picture WHERE kept_at < ?
           AND NOT EXISTS (SELECT 1 FROM quick_key k WHERE k.picture = quick_picture.picture)""",
        before,
        (row, moment) -> row.time(moment));
  }

  static Optional<byte[]> picture(Connection connection, byte[] picture) throws SQLException {
    return Statements.query(
            connection,
            "SELECT content FROM quick_picture WHERE picture = ?",
            picture,
            (row, hash) -> row.bytes(hash),
            row -> row.getBytes(1))
        .stream()
        .findFirst();
  }
}
