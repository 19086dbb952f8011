package id.lajur.server.sale;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What explains the prices of a basket. */
final class PriceActDao {
  private PriceActDao() {}

  /**
   * Who changed what a basket or a line of it costs.
   *
   * @param lineId null where it is the whole basket
   */
  record PriceAct(
      int seq,
      EntryKind kind,
      @Nullable Integer lineId,
      @Nullable Integer percentMicro,
      String operator,
      @Nullable String approver,
      @Nullable String reason,
      Instant at) {}

  /** The overrides and discounts of a basket, in their order. */
  static List<PriceAct> priceActs(Connection connection, UUID basketId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT e.seq, e.kind AS entry_kind, e.line_id, e.percent_micro, e.reason, e.occurred_at,
               o.name AS operator, a.name AS approver
          FROM basket_entry e
          JOIN operator o ON o.operator_id = e.operator_id
          LEFT JOIN operator a ON a.operator_id = e.approved_by
         WHERE e.basket_id = ? AND e.kind IN ('OVERRIDE', 'LINE_DISCOUNT', 'BASKET_DISCOUNT')
         ORDER BY e.seq""",
        basketId,
        (row, id) -> row.id(id),
        row ->
            new PriceAct(
                row.getInt("seq"),
                EntryKind.valueOf(row.getString("entry_kind")),
                row.getObject("line_id", Integer.class),
                row.getObject("percent_micro", Integer.class),
                row.getString("operator"),
                row.getString("approver"),
                row.getString("reason"),
                Statements.time(row, "occurred_at")));
  }

  /** Name of a tax class as papers print it. */
  static String taxName(Connection connection, int taxClassId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT name FROM tax_class WHERE tax_class_id = ?",
            taxClassId,
            (row, id) -> row.number(id),
            row -> row.getString("name"))
        .get(0);
  }
}
