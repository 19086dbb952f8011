package id.lajur.server.backup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What a backup reads beside the copy of the database, and a restore changes in it. */
final class BackupDao {
  /** A program that is halted while it holds postings up loses its connection after that. */
  private static final int MOST_HELD_S = 10;

  /**
   * A figure of the totals, of tables that only change under the head of the event log.
   *
   * @param table without which, in an older schema, there is no such figure
   */
  private record Figure(String name, String table, String sql) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("events", "event_head", "SELECT SUM(seq) FROM event_head"),
          new Figure("items", "item", "SELECT COUNT(*) FROM item"),
          new Figure("prices", "price", "SELECT COUNT(*) FROM price"),
          new Figure("receipts", "sale", "SELECT COUNT(*) FROM sale"),
          new Figure("receiptLines", "sale_line", "SELECT COUNT(*) FROM sale_line"),
          new Figure("revenueMinor", "sale", "SELECT SUM(total_minor) FROM sale"),
          new Figure("taxMinor", "sale", "SELECT SUM(tax_minor) FROM sale"),
          new Figure("costOfSalesMinor", "sale", "SELECT SUM(cost_minor) FROM sale"),
          new Figure("tendersMinor", "sale_tender", "SELECT SUM(amount_minor) FROM sale_tender"),
          new Figure(
              "emergencyReceipts", "emergency_receipt", "SELECT COUNT(*) FROM emergency_receipt"),
          new Figure("tillMoves", "till_move", "SELECT COUNT(*) FROM till_move"),
          new Figure("cashInTillsMinor", "till_move", "SELECT SUM(amount_minor) FROM till_move"),
          new Figure("goodsReceipts", "goods_receipt", "SELECT COUNT(*) FROM goods_receipt"),
          new Figure(
              "payablesMinor", "supplier_move", "SELECT SUM(amount_minor) FROM supplier_move"),
          new Figure("stockMoves", "stock_move", "SELECT COUNT(*) FROM stock_move"),
          new Figure(
              "stockQuantityMilli",
              "stock_balance",
              "SELECT SUM(quantity_milli) FROM stock_balance"),
          new Figure(
              "stockValueMinor", "stock_balance", "SELECT SUM(value_minor) FROM stock_balance"),
          new Figure("postings", "posting", "SELECT COUNT(*) FROM posting"),
          new Figure("journalLines", "journal_line", "SELECT COUNT(*) FROM journal_line"));

  private BackupDao() {}

  /** The store that a database holds. */
  record StoreRow(String code, String name, String timeZone, String businessDate) {}

  static Optional<StoreRow> store(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT s.code, s.name, s.time_zone,
                   COALESCE((SELECT CAST(d.business_date AS CHAR) FROM business_day d
                              WHERE d.store_id = s.store_id
                              ORDER BY d.closed_at IS NULL DESC, d.business_date DESC LIMIT 1), '')
                     AS business_date
              FROM store s ORDER BY s.store_id LIMIT 1""")
        .map(
            (row, context) ->
                new StoreRow(
                    row.getString("code"),
                    row.getString("name"),
                    row.getString("time_zone"),
                    row.getString("business_date")))
        .findOne();
  }

  /**
   * From its return to {@link #letPost} nothing is committed to stock, cash, books or catalogue.
   */
  static void holdPosting(Handle handle) {
    handle.execute("SET SESSION idle_transaction_timeout = " + MOST_HELD_S);
    handle.execute("START TRANSACTION");
    var unused =
        handle.createQuery("SELECT seq FROM event_head FOR UPDATE").mapTo(Long.class).list();
  }

  static void letPost(Handle handle) {
    handle.execute("ROLLBACK");
    handle.execute("SET SESSION idle_transaction_timeout = 0");
  }

  /** What is read with this handle from now on is what is committed now. */
  static void beginSnapshot(Handle handle) {
    handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    handle.execute("START TRANSACTION WITH CONSISTENT SNAPSHOT");
  }

  static void endSnapshot(Handle handle) {
    handle.execute("ROLLBACK");
  }

  static Totals totals(Handle handle) {
    Map<String, Long> figures = new LinkedHashMap<>();
    List<String> tables =
        handle
            .createQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
            .mapTo(String.class)
            .list();
    for (Figure figure : FIGURES) {
      if (tables.contains(figure.table())) {
        Long value = handle.createQuery(figure.sql()).mapTo(Long.class).findOne().orElse(null);
        figures.put(figure.name(), value == null ? 0 : value);
      }
    }
    handle
        .createQuery(
            """
            SELECT account, SUM(amount_minor) AS amount FROM journal_line
             GROUP BY account ORDER BY account""")
        .map((row, context) -> Map.entry(row.getString("account"), row.getLong("amount")))
        .forEach(entry -> figures.put("balanceMinor " + entry.getKey(), entry.getValue()));
    return new Totals(figures);
  }

  static boolean isEmpty(Handle handle) {
    return handle
            .createQuery(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE()")
            .mapTo(Long.class)
            .one()
        == 0;
  }

  /** Removes every table, of a load that did not end. */
  static void dropAll(Handle handle) {
    handle.execute("SET foreign_key_checks = 0");
    for (String table :
        handle
            .createQuery(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")
            .mapTo(String.class)
            .list()) {
      handle.execute("DROP TABLE `" + table + "`");
    }
    handle.execute("SET foreign_key_checks = 1");
  }

  static int serverTerminal(Handle handle) {
    return handle
        .createQuery("SELECT MIN(terminal_id) FROM terminal WHERE kind = 'SERVER'")
        .mapTo(Integer.class)
        .one();
  }

  /** Nobody is signed on, and no machine comes in by a code, of the time before a restore. */
  static void closeSessionsAndCodes(Handle handle, Instant now) {
    LocalDateTime at = LocalDateTime.ofInstant(now, ZoneOffset.UTC);
    handle.execute("UPDATE session SET closed_at = ? WHERE closed_at IS NULL", at);
    handle.execute("UPDATE enrolment_code SET closed_at = ? WHERE closed_at IS NULL", at);
  }
}
