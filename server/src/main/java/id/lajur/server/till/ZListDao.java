package id.lajur.server.till;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/** Reading the list of Z reports. */
final class ZListDao {
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private ZListDao() {}

  static ZList newest(Connection connection, int storeId, ZList.Filter filter, int most)
      throws SQLException {
    ZList.Mark before = Objects.requireNonNullElse(filter.before(), new ZList.Mark(LAST, 0));
    List<ZList.Row> rows =
        Statements.query(
            connection,
            """
            SELECT z.*, t.code, o.number AS operator_number, o.name AS operator
              FROM z_report z JOIN terminal t ON t.terminal_id = z.terminal_id
              JOIN shift h ON h.shift_id = z.shift_id
              JOIN operator o ON o.operator_id = h.operator_id
             WHERE t.store_id = ? AND z.business_date BETWEEN ? AND ? AND (? = '' OR t.code = ?)
               AND (z.closed_at < ? OR z.closed_at = ? AND z.terminal_id < ?)
             ORDER BY z.closed_at DESC, z.terminal_id DESC LIMIT ?""",
            filter,
            (row, wanted) -> {
              String terminal = Objects.requireNonNullElse(wanted.terminal(), "");
              row.number(storeId)
                  .date(wanted.from())
                  .date(wanted.to())
                  .text(terminal)
                  .text(terminal)
                  .time(before.closedAt())
                  .time(before.closedAt())
                  .number(before.terminalId())
                  .number(most + 1);
            },
            ZListDao::row);
    return new ZList(rows.subList(0, Math.min(most, rows.size())), rows.size() > most);
  }

  private static ZList.Row row(ResultSet row) throws SQLException {
    LaneProof lane =
        new LaneProof(
            row.getLong("lane_sale_count"),
            row.getLong("lane_sale_total_minor"),
            hex(row, "lane_receipts_hash"),
            row.getBoolean("lane_unread"));
    boolean forced = row.getBoolean("forced");
    long saleCount = row.getLong("sale_count");
    long salesMinor = row.getLong("sales_minor");
    return new ZList.Row(
        row.getInt("terminal_id"),
        row.getString("code"),
        row.getLong("z_number"),
        row.getObject("business_date", LocalDate.class),
        row.getString("operator_number"),
        row.getString("operator"),
        Statements.time(row, "closed_at"),
        saleCount,
        salesMinor,
        row.getLong("expected_cash_minor"),
        row.getLong("counted_cash_minor"),
        !forced && lane.proves(saleCount, salesMinor, hex(row, "receipts_hash")),
        forced);
  }

  private static String hex(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }
}
