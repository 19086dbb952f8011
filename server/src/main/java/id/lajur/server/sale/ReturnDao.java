package id.lajur.server.sale;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** What has come back of the lines of sales. */
final class ReturnDao {
  private ReturnDao() {}

  /**
   * A line of a sale.
   *
   * @param kind SALE, RETURN or CREDIT
   * @param returnedMilli of {@code quantityMilli}
   */
  record Sold(
      int storeId,
      String kind,
      int itemId,
      String name,
      long factorMilli,
      long quantityMilli,
      long returnedMilli) {
    long leftMilli() {
      return quantityMilli - returnedMilli;
    }

    Sold returned(long milli) {
      return new Sold(
          storeId,
          kind,
          itemId,
          name,
          factorMilli,
          quantityMilli,
          Math.addExact(returnedMilli, milli));
    }
  }

  /**
   * Goods that came back with their receipt.
   *
   * @param saleId the sale they came back in, with its line
   * @param quantityMilli above 0
   */
  record ReturnRow(UUID saleId, int lineNo, SoldLine sold, long quantityMilli) {}

  static final InsertTable<ReturnRow> RETURN =
      new InsertTable<>(
          """
          INSERT INTO sale_return (sale_id, line_no, sold_sale_id, sold_line_no, quantity_milli)
          VALUES (?, ?, ?, ?, ?)""",
          (row, back) ->
              row.id(back.saleId())
                  .number(back.lineNo())
                  .id(back.sold().saleId())
                  .number(back.sold().lineNo())
                  .number(back.quantityMilli()));

  private static final String SOLD_LINES =
      """
      SELECT sale_id, line_no, store_id, kind, item_id, name, factor_milli, quantity_milli,
             returned_milli
        FROM sale_line\s""";

  static Optional<Sold> find(Connection connection, SoldLine line) throws SQLException {
    return Statements.query(
            connection,
            SOLD_LINES + "WHERE sale_id = ? AND line_no = ?",
            line,
            (row, key) -> row.id(key.saleId()).number(key.lineNo()),
            ReturnDao::sold)
        .stream()
        .findFirst();
  }

  private static Sold sold(ResultSet row) throws SQLException {
    return new Sold(
        row.getInt("store_id"),
        row.getString("kind"),
        row.getInt("item_id"),
        row.getString("name"),
        row.getLong("factor_milli"),
        row.getLong("quantity_milli"),
        row.getLong("returned_milli"));
  }

  /** Of two lanes that take the same goods back at once, one waits for the other. */
  static final LockedRows<SoldLine, Sold> SOLD =
      new LockedRows<>() {
        @Override
        public int order() {
          return 25; // after the baskets, which are 20
        }

        @Override
        public Map<SoldLine, Sold> lock(Connection connection, List<SoldLine> keys)
            throws SQLException {
          Map<SoldLine, Sold> found = new TreeMap<>();
          Statements.queryKeys(
              connection,
              SOLD_LINES + "WHERE (sale_id, line_no) IN (%s) ORDER BY sale_id, line_no FOR UPDATE",
              "(?,?)",
              keys,
              (row, key) -> row.id(key.saleId()).number(key.lineNo()),
              row ->
                  found.put(
                      new SoldLine(Statements.id(row, "sale_id"), row.getInt("line_no")),
                      sold(row)));
          return found;
        }

        @Override
        public void save(Connection connection, Map<SoldLine, Sold> changed) throws SQLException {
          Statements.batch(
              connection,
              "UPDATE sale_line SET returned_milli = ? WHERE sale_id = ? AND line_no = ?",
              changed.entrySet(),
              (row, line) ->
                  row.number(line.getValue().returnedMilli())
                      .id(line.getKey().saleId())
                      .number(line.getKey().lineNo()));
        }
      };
}
