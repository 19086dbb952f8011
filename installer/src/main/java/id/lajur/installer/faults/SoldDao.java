package id.lajur.installer.faults;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What the server has, read by SQL. */
final class SoldDao {
  private static final int ASKED_TOGETHER = 500;

  private SoldDao() {}

  /**
   * A sale.
   *
   * @param receipt its number as printed
   * @param link of its chain, hex
   */
  record SaleRow(
      String terminal, String receipt, long totalMinor, String link, String basketId, int lines) {}

  /**
   * What the server has.
   *
   * @param tillMinor cash by terminal
   * @param doneAt when a command was done, by request id
   * @param secondPapers emergency receipts of sales that the server had made already
   * @param aside baskets that are put aside, with their lines
   * @param cash that went in or out without a sale, oldest first
   */
  record Sold(
      List<SaleRow> sales,
      Map<String, Long> tillMinor,
      Map<String, Instant> doneAt,
      List<SecondPaper> secondPapers,
      Map<String, Integer> aside,
      List<CashRow> cash) {}

  /**
   * Cash without a sale.
   *
   * @param id that the lane gave it as its reason
   * @param minor what the till holds more by it
   */
  record CashRow(String terminal, String id, long minor) {}

  /**
   * An emergency receipt whose sale had been done.
   *
   * @param sale number of the sale's own receipt, as printed
   * @param link of the lane's chain, hex
   */
  record SecondPaper(String receipt, String sale, long totalMinor, String link) {}

  /**
   * Reads all sales.
   *
   * @param requestIds of commands whose time is wanted
   */
  static Sold read(Connection connection, Collection<String> requestIds) throws SQLException {
    Map<String, Instant> doneAt = new HashMap<>();
    List<String> ids = List.copyOf(requestIds);
    for (int from = 0; from < ids.size(); from += ASKED_TOGETHER) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + ASKED_TOGETHER));
      doneAt.putAll(
          times(
              connection,
              "SELECT request_id, answered_at done_at FROM request WHERE request_id IN (%s)",
              some));
      doneAt.putAll(
          times(
              connection,
              "SELECT request_id, occurred_at done_at FROM basket_entry WHERE request_id IN (%s)",
              some));
    }
    return new Sold(
        sales(connection),
        tills(connection),
        doneAt,
        secondPapers(connection),
        aside(connection),
        cash(connection));
  }

  /** How many events there are; none more until the transaction ends. */
  static long holdEventHead(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement("SELECT seq FROM event_head FOR UPDATE");
        ResultSet row = statement.executeQuery()) {
      if (!row.next()) {
        throw new SQLException("the store has no event log");
      }
      return row.getLong(1);
    }
  }

  private static Map<String, Instant> times(Connection connection, String sql, List<String> ids)
      throws SQLException {
    Map<String, Instant> times = new HashMap<>();
    record Done(UUID id, Instant at) {}
    for (Done done :
        Statements.queryKeys(
            connection,
            sql,
            "?",
            ids,
            (row, id) -> row.id(UUID.fromString(id)),
            row -> new Done(Statements.id(row, "request_id"), Statements.time(row, "done_at")))) {
      times.put(done.id().toString(), done.at());
    }
    return times;
  }

  private static List<SaleRow> sales(Connection connection) throws SQLException {
    List<SaleRow> sales = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT t.code, CONCAT(t.code, '-', s.series, LPAD(s.number, 6, '0')) receipt,
                       s.total_minor, s.hash, s.basket_id, s.line_count
                  FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id""");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        sales.add(
            new SaleRow(
                row.getString("code"),
                row.getString("receipt"),
                row.getLong("total_minor"),
                HexFormat.of().formatHex(row.getBytes("hash")),
                Statements.id(row, "basket_id").toString(),
                row.getInt("line_count")));
      }
    }
    return sales;
  }

  private static List<SecondPaper> secondPapers(Connection connection) throws SQLException {
    List<SecondPaper> papers = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT CONCAT(e.terminal_code, '-E', LPAD(e.number, 6, '0')) receipt,
                       CONCAT(t.code, '-', s.series, LPAD(s.number, 6, '0')) sale,
                       e.total_minor, e.hash
                  FROM emergency_receipt e
                  JOIN sale s ON s.sale_id = e.sale_id
                  JOIN terminal t ON t.terminal_id = s.terminal_id
                 WHERE e.outcome = 'SECOND_PAPER'""");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        papers.add(
            new SecondPaper(
                row.getString("receipt"),
                row.getString("sale"),
                row.getLong("total_minor"),
                HexFormat.of().formatHex(row.getBytes("hash"))));
      }
    }
    return papers;
  }

  private static Map<String, Integer> aside(Connection connection) throws SQLException {
    Map<String, Integer> aside = new HashMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT b.basket_id, COUNT(e.seq) line_count
                  FROM basket b
                  LEFT JOIN basket_entry e ON e.basket_id = b.basket_id AND e.kind = 'LINE'
                 WHERE b.state = 'SUSPENDED' GROUP BY b.basket_id""");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        aside.put(Statements.id(row, "basket_id").toString(), row.getInt("line_count"));
      }
    }
    return aside;
  }

  private static List<CashRow> cash(Connection connection) throws SQLException {
    List<CashRow> cash = new ArrayList<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT t.code, c.reason,
                       IF(c.movement = 'PAY_IN', c.amount_minor, -c.amount_minor) minor
                  FROM cash_movement c
                  JOIN posting p ON p.posting_id = c.posting_id
                  JOIN terminal t ON t.terminal_id = p.terminal_id
                 ORDER BY p.occurred_at""");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        cash.add(new CashRow(row.getString("code"), row.getString("reason"), row.getLong("minor")));
      }
    }
    return cash;
  }

  private static Map<String, Long> tills(Connection connection) throws SQLException {
    Map<String, Long> tills = new TreeMap<>();
    try (PreparedStatement statement =
            connection.prepareStatement(
                """
                SELECT t.code, SUM(m.amount_minor) cash
                  FROM till_move m JOIN terminal t ON t.terminal_id = m.terminal_id
                 GROUP BY t.code""");
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        tills.put(row.getString("code"), row.getLong("cash"));
      }
    }
    return tills;
  }
}
