package id.lajur.server.catalog;

import id.lajur.rules.code.InStoreLayout;
import id.lajur.server.database.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.sqlobject.config.KeyColumn;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.config.ValueColumn;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.UseRowMapper;

/** Reading all that can be sold, for lanes that may have to sell by themselves. */
interface ShelfDao {
  /** What moves the shelf. */
  record Versions(long catalogVersion, long rulesVersion, String currency) {}

  record UnitRow(
      long unitKey,
      String itemCode,
      int unitNo,
      String name,
      String unit,
      long factorMilli,
      boolean weighed,
      boolean noDiscount,
      int taxClassId) {
    /** Names one unit of one item within this database. */
    static long keyOf(ResultSet row) throws SQLException {
      return (long) row.getInt("item_id") << Short.SIZE | row.getInt("unit_no") & 0xFFFF;
    }
  }

  record CodeRow(long unitKey, String code) {}

  record PriceRow(long unitKey, ShelfUnit.Price price) {}

  record LevelPriceRow(long unitKey, ShelfUnit.LevelPrice price) {}

  /** Written out, as those below: a mapper that finds its way by names is slow when cold. */
  final class Units implements RowMapper<UnitRow> {
    @Override
    public UnitRow map(ResultSet row, StatementContext context) throws SQLException {
      return new UnitRow(
          UnitRow.keyOf(row),
          row.getString("code"),
          row.getInt("unit_no"),
          row.getString("name"),
          row.getString("unit"),
          row.getLong("factor_milli"),
          row.getBoolean("weighed"),
          row.getBoolean("no_discount"),
          row.getInt("tax_class_id"));
    }
  }

  /** Of {@link #codes}. */
  final class Codes implements RowMapper<CodeRow> {
    @Override
    public CodeRow map(ResultSet row, StatementContext context) throws SQLException {
      return new CodeRow(UnitRow.keyOf(row), row.getString("code"));
    }
  }

  /** Of {@link #prices}. */
  final class Prices implements RowMapper<PriceRow> {
    @Override
    public PriceRow map(ResultSet row, StatementContext context) throws SQLException {
      Instant from = Instant.EPOCH.plus(row.getLong("from_micros"), ChronoUnit.MICROS);
      return new PriceRow(
          UnitRow.keyOf(row), new ShelfUnit.Price(from, row.getLong("price_minor")));
    }
  }

  /** Of {@link #levelPrices}. */
  final class LevelPrices implements RowMapper<LevelPriceRow> {
    @Override
    public LevelPriceRow map(ResultSet row, StatementContext context) throws SQLException {
      Instant from = Instant.EPOCH.plus(row.getLong("from_micros"), ChronoUnit.MICROS);
      return new LevelPriceRow(
          UnitRow.keyOf(row),
          new ShelfUnit.LevelPrice(
              row.getString("level"), from, Statements.numberOrNull(row, "price_minor")));
    }
  }

  @SqlQuery("SELECT catalog_version, rules_version, currency FROM store WHERE store_id = :storeId")
  @RegisterConstructorMapper(Versions.class)
  Versions versions(int storeId);

  /** What is not blocked, and stands for no open department. */
  @SqlQuery(
      """
      SELECT i.item_id, i.code, u.unit_no, i.name, u.unit, u.factor_milli, i.weighed,
             i.no_discount, i.tax_class_id
        FROM item i JOIN item_unit u ON u.item_id = i.item_id
       WHERE i.store_id = :storeId AND i.blocked IS NULL
         AND i.kind IN ('GOODS', 'SERVICE', 'DEPOSIT')
         AND i.item_id NOT IN (SELECT d.item_id FROM department d
                                WHERE d.store_id = :storeId AND d.item_id IS NOT NULL)
       ORDER BY i.code, u.unit_no""")
  @UseRowMapper(Units.class)
  List<UnitRow> units(int storeId);

  /** In the order of the codes. */
  @SqlQuery("SELECT item_id, unit_no, code FROM barcode WHERE store_id = :storeId ORDER BY code")
  @UseRowMapper(Codes.class)
  List<CodeRow> codes(int storeId);

  /** Of each unit the price in force and those that are to come, in the order of time. */
  @SqlQuery(
      """
      SELECT p.item_id, p.unit_no,
             TIMESTAMPDIFF(MICROSECOND, '1970-01-01', p.effective_at) AS from_micros,
             p.price_minor
        FROM price p JOIN item i ON i.item_id = p.item_id
       WHERE i.store_id = :storeId
         AND p.effective_at >= COALESCE((SELECT MAX(q.effective_at) FROM price q
                                          WHERE q.item_id = p.item_id AND q.unit_no = p.unit_no
                                            AND q.effective_at <= :now), p.effective_at)
       ORDER BY p.item_id, p.unit_no, p.effective_at""")
  @UseRowMapper(Prices.class)
  List<PriceRow> prices(int storeId, Instant now);

  /** Those at levels, as the retail prices. */
  @SqlQuery(
      """
      SELECT p.item_id, p.unit_no, l.code AS level,
             TIMESTAMPDIFF(MICROSECOND, '1970-01-01', p.effective_at) AS from_micros,
             p.price_minor
        FROM level_price p
        JOIN item i ON i.item_id = p.item_id
        JOIN price_level l ON l.store_id = i.store_id AND l.level_no = p.level_no
       WHERE i.store_id = :storeId
         AND p.effective_at >= COALESCE((SELECT MAX(q.effective_at) FROM level_price q
                                          WHERE q.item_id = p.item_id AND q.unit_no = p.unit_no
                                            AND q.level_no = p.level_no
                                            AND q.effective_at <= :now), p.effective_at)
       ORDER BY p.item_id, p.unit_no, p.level_no, p.effective_at""")
  @UseRowMapper(LevelPrices.class)
  List<LevelPriceRow> levelPrices(int storeId, Instant now);

  @SqlQuery(
      """
      SELECT prefix, item_digits, field, field_digits, decimals, inner_check FROM in_store_layout
       WHERE store_id = :storeId ORDER BY prefix""")
  @RegisterConstructorMapper(InStoreLayout.class)
  List<InStoreLayout> layouts(int storeId);

  /** Names of tax classes as they are printed, by id. */
  @SqlQuery("SELECT tax_class_id, name FROM tax_class WHERE store_id = :storeId")
  @KeyColumn("tax_class_id")
  @ValueColumn("name")
  Map<Integer, String> taxNames(int storeId);
}
