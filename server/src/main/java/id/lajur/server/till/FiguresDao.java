package id.lajur.server.till;

import id.lajur.rules.receipt.ChainCode;
import id.lajur.rules.receipt.ReceiptsProof;
import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the figures of a shift. */
final class FiguresDao {
  private FiguresDao() {}

  /**
   * Figures of shifts that are locked already; the terminal's journal is locked with them, so that
   * the head on the Z is the newest.
   */
  static final LockedRows<UUID, ShiftFigures> FIGURES =
      new LockedRows<>() {
        @Override
        public int order() {
          return 40;
        }

        @Override
        public Map<UUID, ShiftFigures> lock(Connection connection, List<UUID> keys)
            throws SQLException {
          Map<UUID, ShiftFigures> found = new TreeMap<>();
          for (UUID shiftId : keys) {
            found.put(shiftId, read(connection, shiftId, " FOR UPDATE"));
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, ShiftFigures> changed) {
          throw new IllegalStateException("figures are only read");
        }
      };

  /** Figures of a shift as they are, all of one moment; nothing is locked. */
  static ShiftFigures look(DataSource pool, UUID shiftId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      ShiftFigures figures = read(connection, shiftId, "");
      connection.rollback();
      return figures;
    }
  }

  private record Sums(
      int terminalId,
      Instant openedAt,
      long count,
      long first,
      long last,
      long sales,
      long discount,
      long tax,
      long rounding,
      int drawers) {}

  /**
   * @param lock how the terminal's journal head is read
   */
  static ShiftFigures read(Connection connection, UUID shiftId, String lock) throws SQLException {
    Sums sums = sums(connection, shiftId);
    return new ShiftFigures(
        shiftId,
        sums.terminalId(),
        sums.openedAt(),
        number(
            connection,
            "SELECT COALESCE(MAX(z_number), 0) FROM z_report WHERE terminal_id = ?",
            sums.terminalId()),
        sums.count(),
        sums.first(),
        sums.last(),
        emergency(connection, shiftId),
        sums.sales(),
        ReceiptsProof.of(receipts(connection, shiftId)),
        sums.discount(),
        sums.tax(),
        sums.rounding(),
        number(
            connection,
            """
            SELECT COALESCE(-SUM(l.total_minor), 0) FROM sale s JOIN sale_line l USING (sale_id)
             WHERE s.shift_id = ? AND l.kind <> 'SALE'""",
            shiftId),
        (int)
            number(
                connection,
                """
                SELECT COUNT(*) FROM basket b JOIN audit_entry a ON a.subject_id = b.basket_id
                 WHERE b.shift_id = ? AND a.kind = 'LINE_VOIDED'""",
                shiftId),
        (int)
            number(
                connection,
                "SELECT COUNT(*) FROM basket WHERE shift_id = ? AND state = 'VOIDED'",
                shiftId),
        sums.drawers(),
        openings(connection, shiftId),
        (int)
            number(
                connection,
                "SELECT COUNT(*) FROM basket WHERE shift_id = ? AND state = 'OPEN'",
                shiftId),
        tenders(connection, shiftId),
        cash(connection, shiftId),
        HandoverDao.taken(connection, shiftId),
        head(
            connection,
            "SELECT last_number, last_hash FROM receipt_head WHERE series = 'S' AND terminal_id = ?",
            sums.terminalId()),
        head(
            connection,
            "SELECT last_number, last_hash FROM receipt_head WHERE series = 'E' AND terminal_id = ?",
            sums.terminalId()),
        head(
            connection,
            "SELECT last_number, last_hash FROM audit_head WHERE terminal_id = ?" + lock,
            sums.terminalId()));
  }

  private static Sums sums(Connection connection, UUID shiftId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT h.terminal_id, h.opened_at, COUNT(s.sale_id) AS sales,
                   COALESCE(MIN(IF(s.series = 'S', s.number, NULL)), 0) AS first,
                   COALESCE(MAX(IF(s.series = 'S', s.number, NULL)), 0) AS last,
                   COALESCE(SUM(s.total_minor), 0) AS total,
                   COALESCE(SUM(s.discount_minor), 0)
                     + (SELECT COALESCE(SUM(l.discount_minor), 0) FROM sale t
                          JOIN sale_line l USING (sale_id) WHERE t.shift_id = h.shift_id) AS discount,
                   COALESCE(SUM(s.tax_minor), 0) AS tax,
                   COALESCE(SUM(s.rounding_minor), 0) AS rounding,
                   (SELECT COUNT(DISTINCT m.posting_id) FROM till_move m
                     WHERE m.shift_id = h.shift_id AND m.kind IN ('SALE', 'CHANGE'))
                     + (SELECT COUNT(*) FROM audit_entry a
                         WHERE a.subject_id = h.shift_id AND a.kind = 'DRAWER_OPENED') AS drawers
              FROM shift h LEFT JOIN sale s ON s.shift_id = h.shift_id
             WHERE h.shift_id = ? GROUP BY h.shift_id, h.terminal_id, h.opened_at""",
            shiftId,
            (row, id) -> row.id(id),
            row ->
                new Sums(
                    row.getInt("terminal_id"),
                    Statements.time(row, "opened_at"),
                    row.getLong("sales"),
                    row.getLong("first"),
                    row.getLong("last"),
                    row.getLong("total"),
                    row.getLong("discount"),
                    row.getLong("tax"),
                    row.getLong("rounding"),
                    row.getInt("drawers")))
        .get(0);
  }

  /** What customers took along: of a sale that a lane gave its own paper for, that paper. */
  private static List<ReceiptsProof.Receipt> receipts(Connection connection, UUID shiftId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT t.code, IF(e.number IS NULL, s.series, 'E') AS series,
               COALESCE(e.number, s.number) AS number, COALESCE(e.hash, s.hash) AS link,
               COALESCE(e.total_minor, s.total_minor) AS total
          FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
          LEFT JOIN emergency_receipt e ON e.sale_id = s.sale_id AND e.outcome = 'SECOND_PAPER'
         WHERE s.shift_id = ?""",
        shiftId,
        (row, id) -> row.id(id),
        row ->
            new ReceiptsProof.Receipt(
                ReceiptsProof.number(
                    row.getString("code"), row.getString("series"), row.getLong("number")),
                row.getLong("total"),
                ChainCode.of(row.getBytes("link"))));
  }

  /** What the lane sold alone in a shift; what came in after its Z does not belong to it. */
  static ShiftFigures.Emergency emergency(Connection connection, UUID shiftId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT COUNT(*) AS sales, COALESCE(MIN(s.number), 0) AS first,
                   COALESCE(MAX(s.number), 0) AS last
              FROM sale s
              JOIN emergency_receipt e ON e.terminal_id = s.terminal_id AND e.number = s.number
             WHERE s.shift_id = ? AND s.series = 'E' AND NOT e.late""",
            shiftId,
            (row, id) -> row.id(id),
            row ->
                new ShiftFigures.Emergency(
                    row.getLong("sales"), row.getLong("first"), row.getLong("last")))
        .get(0);
  }

  /** Drawer openings without a sale: the ten most frequent reasons, the rest as one. */
  static List<ShiftFigures.Opening> openings(Connection connection, UUID shiftId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT IF(place <= 10, words, '') AS words, SUM(times) AS times, MIN(place) AS first
          FROM (SELECT LEFT(a.reason, 60) AS words, COUNT(*) AS times,
                       ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC, LEFT(a.reason, 60)) AS place
                  FROM audit_entry a
                 WHERE a.subject_id = ? AND a.kind = 'DRAWER_OPENED'
                 GROUP BY LEFT(a.reason, 60)) counted
         GROUP BY IF(place <= 10, words, '') ORDER BY first""",
        shiftId,
        (row, id) -> row.id(id),
        row -> new ShiftFigures.Opening(row.getString("words"), row.getInt("times")));
  }

  private static List<ShiftFigures.Tender> tenders(Connection connection, UUID shiftId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT k.code AS kind, k.name, COALESCE(t.tenders, 0) AS tenders,
               COALESCE(t.amount, 0) AS amount
          FROM shift h JOIN tender_kind k ON k.store_id = h.store_id
          LEFT JOIN (SELECT s.shift_id, t.kind, COUNT(*) AS tenders, SUM(t.amount_minor) AS amount
                       FROM sale s JOIN sale_tender t USING (sale_id)
                      WHERE s.shift_id = ? GROUP BY s.shift_id, t.kind) t ON t.shift_id = h.shift_id AND t.kind = k.code
         WHERE h.shift_id = ? ORDER BY k.sort_order, k.code""",
        shiftId,
        (row, id) -> row.id(id).id(id),
        row ->
            new ShiftFigures.Tender(
                row.getString("kind"),
                row.getString("name"),
                row.getLong("tenders"),
                row.getLong("amount")));
  }

  /** What explains the expected cash: the movements until the count, not what came in after it. */
  static List<ShiftFigures.Cash> cash(Connection connection, UUID shiftId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT kind, COUNT(*) AS moves, SUM(amount_minor) AS amount FROM till_move m
         WHERE shift_id = ? AND kind NOT IN ('DIFFERENCE', 'CLOSE')
           AND NOT EXISTS (SELECT 1 FROM emergency_receipt e
                            WHERE e.sale_id = m.posting_id AND e.late)
         GROUP BY kind ORDER BY kind""",
        shiftId,
        (row, id) -> row.id(id),
        row ->
            new ShiftFigures.Cash(
                row.getString("kind"), row.getLong("moves"), row.getLong("amount")));
  }

  private static ShiftFigures.Head head(Connection connection, String sql, int terminalId)
      throws SQLException {
    return Statements.query(
            connection,
            sql,
            terminalId,
            (row, id) -> row.number(id),
            row -> new ShiftFigures.Head(row.getLong(1), row.getBytes(2)))
        .get(0);
  }

  private static long number(Connection connection, String sql, UUID id) throws SQLException {
    return Statements.query(connection, sql, id, (row, key) -> row.id(key), row -> row.getLong(1))
        .get(0);
  }

  private static long number(Connection connection, String sql, int id) throws SQLException {
    return Statements.query(
            connection, sql, id, (row, key) -> row.number(key), row -> row.getLong(1))
        .get(0);
  }
}
