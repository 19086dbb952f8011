package id.lajur.server.catalog;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Price levels, and prices at them. */
final class PriceLevelDao {
  private PriceLevelDao() {}

  /** All levels of a store by number, retail first. */
  static List<PriceLevel> levels(Connection connection, int storeId) throws SQLException {
    List<PriceLevel> levels = new ArrayList<>(List.of(PriceLevel.RETAIL));
    levels.addAll(
        Statements.query(
            connection,
            "SELECT level_no, code, name FROM price_level WHERE store_id = ? ORDER BY level_no",
            storeId,
            (row, id) -> row.number(id),
            row -> new PriceLevel(row.getInt(1), row.getString(2), row.getString(3))));
    return levels;
  }

  /** Keeps a level; one of its number gets the name. */
  static void save(Connection connection, int storeId, PriceLevel level) throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO price_level (store_id, level_no, code, name) VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE name = VALUES(name)""",
        level,
        (row, saved) ->
            row.number(storeId).number(saved.levelNo()).text(saved.code()).text(saved.name()));
  }

  /** A price of a unit at a level; null price = it has none there. */
  record LevelPriceRow(
      int itemId, int unitNo, int levelNo, Instant effectiveAt, @Nullable Long priceMinor) {}

  static void save(Connection connection, Collection<LevelPriceRow> prices) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO level_price (item_id, unit_no, level_no, effective_at, price_minor)
        VALUES (?, ?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE price_minor = VALUES(price_minor)""",
        prices,
        (row, saved) ->
            row.number(saved.itemId())
                .number(saved.unitNo())
                .number(saved.levelNo())
                .time(saved.effectiveAt())
                .number((@Nullable Number) saved.priceMinor()));
  }

  /** Price of a unit at a level at a moment; empty where it has none. */
  static Optional<Long> price(
      Connection connection, int itemId, int unitNo, int levelNo, Instant at) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT price_minor FROM level_price
             WHERE item_id = ? AND unit_no = ? AND level_no = ? AND effective_at <= ?
             ORDER BY effective_at DESC LIMIT 1""",
            at,
            (row, moment) -> row.number(itemId).number(unitNo).number(levelNo).time(moment),
            row -> Optional.ofNullable(Statements.numberOrNull(row, "price_minor")))
        .stream()
        .findFirst()
        .flatMap(price -> price);
  }

  /** Prices at levels in force, by item and unit as "17/0", then by level. */
  static Map<String, Map<Integer, Long>> inForce(Connection connection, Instant now)
      throws SQLException {
    Map<String, Map<Integer, Long>> prices = new HashMap<>();
    Statements.query(
        connection,
        """
        SELECT p.item_id, p.unit_no, p.level_no, p.price_minor FROM level_price p
          JOIN (SELECT item_id, unit_no, level_no, MAX(effective_at) AS effective_at
                  FROM level_price WHERE effective_at <= ?
                 GROUP BY item_id, unit_no, level_no) newest
         USING (item_id, unit_no, level_no, effective_at)
         WHERE p.price_minor IS NOT NULL\
        """,
        now,
        (row, time) -> row.time(time),
        row ->
            prices
                .computeIfAbsent(row.getInt(1) + "/" + row.getInt(2), unit -> new HashMap<>(2))
                .put(row.getInt(3), row.getLong(4)));
    return prices;
  }

  /** A unit's price at a level. */
  record UnitPrice(String unit, String level, long priceMinor) {}

  /** What the units of an item cost at each level at a moment, by unit and level. */
  static List<UnitPrice> prices(Connection connection, int storeId, String itemCode, Instant at)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT u.unit, l.code, p.price_minor
          FROM item i
          JOIN item_unit u ON u.item_id = i.item_id
          JOIN level_price p ON p.item_id = u.item_id AND p.unit_no = u.unit_no
          JOIN price_level l ON l.store_id = i.store_id AND l.level_no = p.level_no
         WHERE i.store_id = ? AND i.code = ? AND p.price_minor IS NOT NULL
           AND p.effective_at =
               (SELECT MAX(n.effective_at) FROM level_price n
                 WHERE n.item_id = p.item_id AND n.unit_no = p.unit_no
                   AND n.level_no = p.level_no AND n.effective_at <= ?)
         ORDER BY u.unit_no, l.level_no""",
        itemCode,
        (row, code) -> row.number(storeId).text(code).time(at),
        row -> new UnitPrice(row.getString(1), row.getString(2), row.getLong(3)));
  }
}
