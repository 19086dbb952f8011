package id.lajur.server.sale;

import id.lajur.rules.receipt.EmergencyPaper;
import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Emergency receipts as they are kept. */
final class EmergencyDao {
  private EmergencyDao() {}

  /** Whose receipt it is. */
  record OperatorRow(int operatorId, String name, boolean active) {}

  /** The shift that a receipt names, or that it goes to. */
  record ShiftRow(UUID shiftId, int operatorId, Instant openedAt) {}

  /** A receipt with how it came in. */
  record ReceiptRow(
      int terminalId,
      EmergencyReceipt receipt,
      UUID requestId,
      Instant receivedAt,
      EmergencyReceipt.Taken taken,
      boolean late) {}

  record LineRow(int terminalId, long number, int lineNo, EmergencyPaper.Line line) {}

  record DiscountRow(
      int terminalId, long number, int discountNo, EmergencyPaper.Discount discount) {}

  record TaxRow(int terminalId, long number, EmergencyPaper.Tax tax) {}

  record DifferenceRow(
      int terminalId, long number, int differenceNo, EmergencyReceipt.Difference difference) {}

  /** The sale that a basket became, whose sale it is, and the terminal's code. */
  record SoldRow(UUID saleId, int terminalId, String terminal, long totalMinor) {}

  static final InsertTable<ReceiptRow> RECEIPT =
      new InsertTable<>(
          """
          INSERT INTO emergency_receipt (terminal_id, number, terminal_code, basket_id, generation,
                 shift_id, operator_number, sold_at_ms, tax_on_top_minor, total_minor,
                 rounding_minor, tendered_minor, change_minor, in_doubt, hash, request_id,
                 received_at, outcome, sale_id, late)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, kept) -> {
            EmergencyPaper paper = kept.receipt().paper();
            row.number(kept.terminalId())
                .number(paper.number())
                .text(paper.terminal())
                .id(paper.basketId())
                .number(paper.generation())
                .id(paper.shiftId())
                .text(paper.operatorNumber())
                .number(paper.soldAtMs())
                .number(paper.taxOnTopMinor())
                .number(paper.totalMinor())
                .number(paper.roundingMinor())
                .number(paper.tenderedMinor())
                .number(paper.changeMinor())
                .flag(kept.receipt().inDoubt())
                .bytes(kept.receipt().link())
                .id(kept.requestId())
                .time(kept.receivedAt())
                .name(kept.taken().outcome())
                .id(kept.taken().saleId())
                .flag(kept.late());
          });

  static final InsertTable<LineRow> LINE =
      new InsertTable<>(
          """
          INSERT INTO emergency_line (terminal_id, number, line_no, kind, item_code, unit_no,
                 barcode, quantity_milli, price_minor, discount_minor, total_minor, voided)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, kept) ->
              row.number(kept.terminalId())
                  .number(kept.number())
                  .number(kept.lineNo())
                  .text(kept.line().kind())
                  .text(kept.line().itemCode())
                  .number(kept.line().unitNo())
                  .text(kept.line().barcode())
                  .number(kept.line().quantityMilli())
                  .number(kept.line().priceMinor())
                  .number(kept.line().discountMinor())
                  .number(kept.line().totalMinor())
                  .flag(kept.line().voided()));

  static final InsertTable<DiscountRow> DISCOUNT =
      new InsertTable<>(
          """
          INSERT INTO emergency_discount (terminal_id, number, discount_no, source, amount_minor)
          VALUES (?, ?, ?, ?, ?)""",
          (row, kept) ->
              row.number(kept.terminalId())
                  .number(kept.number())
                  .number(kept.discountNo())
                  .text(kept.discount().source())
                  .number(kept.discount().amountMinor()));

  static final InsertTable<TaxRow> TAX =
      new InsertTable<>(
          """
          INSERT INTO emergency_tax (terminal_id, number, tax_class_id, taxable_minor, tax_minor)
          VALUES (?, ?, ?, ?, ?)""",
          (row, kept) ->
              row.number(kept.terminalId())
                  .number(kept.number())
                  .number(kept.tax().taxClassId())
                  .number(kept.tax().taxableMinor())
                  .number(kept.tax().taxMinor()));

  static final InsertTable<DifferenceRow> DIFFERENCE =
      new InsertTable<>(
          """
          INSERT INTO emergency_difference (terminal_id, number, difference_no, kind, line_no,
                 at_lane, at_server)
          VALUES (?, ?, ?, ?, ?, ?, ?)""",
          (row, kept) ->
              row.number(kept.terminalId())
                  .number(kept.number())
                  .number(kept.differenceNo())
                  .name(kept.difference().kind())
                  .number(kept.difference().lineNo())
                  .text(kept.difference().atLane())
                  .text(kept.difference().atServer()));

  /** A basket that became a sale, or that was given up. */
  record NewBasket(
      UUID basketId,
      int storeId,
      int terminalId,
      UUID shiftId,
      int operatorId,
      int generation,
      Basket.State state,
      Instant at) {}

  /** For a sale whose basket the server never saw, or that another lane has. */
  static final InsertTable<NewBasket> BASKET =
      new InsertTable<>(
          """
          INSERT INTO basket (basket_id, store_id, terminal_id, shift_id, operator_id, generation,
                 state, opened_at, changed_at)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, basket) ->
              row.id(basket.basketId())
                  .number(basket.storeId())
                  .number(basket.terminalId())
                  .id(basket.shiftId())
                  .number(basket.operatorId())
                  .number(basket.generation())
                  .name(basket.state())
                  .time(basket.at())
                  .time(basket.at()));

  /** The sale of a basket, read under the basket's lock. */
  static final LockedRows<UUID, SoldRow> SALES =
      new LockedRows<>() {
        @Override
        public int order() {
          return 21; // after the baskets, which are 20
        }

        @Override
        public Map<UUID, SoldRow> lock(Connection connection, List<UUID> baskets)
            throws SQLException {
          Map<UUID, SoldRow> found = new TreeMap<>();
          Statements.queryKeys(
              connection,
              """
              SELECT s.basket_id, s.sale_id, s.terminal_id, t.code, s.total_minor
                FROM sale s JOIN terminal t ON t.terminal_id = s.terminal_id
               WHERE s.basket_id IN (%s)""",
              "?",
              baskets,
              (row, id) -> row.id(id),
              row ->
                  found.put(
                      Statements.id(row, "basket_id"),
                      new SoldRow(
                          Statements.id(row, "sale_id"),
                          row.getInt("terminal_id"),
                          row.getString("code"),
                          row.getLong("total_minor"))));
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, SoldRow> changed) {
          throw new IllegalStateException("a sale does not change");
        }
      };

  static Optional<OperatorRow> operator(Connection connection, int storeId, String number)
      throws SQLException {
    return Statements.query(
            connection,
            "SELECT operator_id, name, active FROM operator WHERE store_id = ? AND number = ?",
            number,
            (row, value) -> row.number(storeId).text(value),
            row -> new OperatorRow(row.getInt(1), row.getString(2), row.getBoolean(3)))
        .stream()
        .findFirst();
  }

  /** A shift of the terminal; that of another is one that nobody knows here. */
  static Optional<ShiftRow> shift(Connection connection, int terminalId, UUID shiftId)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT shift_id, operator_id, opened_at FROM shift
             WHERE shift_id = ? AND terminal_id = ?""",
            shiftId,
            (row, id) -> row.id(id).number(terminalId),
            EmergencyDao::shiftRow)
        .stream()
        .findFirst();
  }

  /**
   * Where a receipt goes whose shift nobody knows: the terminal's open shift, the operator's before
   * another's, else its last one. It counts as opened when the terminal's first one was.
   */
  static Optional<ShiftRow> otherShift(Connection connection, int terminalId, int operatorId)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT shift_id, operator_id,
                   (SELECT MIN(f.opened_at) FROM shift f
                     WHERE f.terminal_id = s.terminal_id) AS opened_at
              FROM shift s WHERE terminal_id = ?
             ORDER BY closed_at IS NULL DESC, closed_at IS NULL AND operator_id = ? DESC,
                      s.opened_at DESC LIMIT 1""",
            terminalId,
            (row, id) -> row.number(id).number(operatorId),
            EmergencyDao::shiftRow)
        .stream()
        .findFirst();
  }

  private static ShiftRow shiftRow(ResultSet row) throws SQLException {
    return new ShiftRow(
        Statements.id(row, "shift_id"),
        row.getInt("operator_id"),
        Statements.time(row, "opened_at"));
  }

  /** Last number and link of a terminal's emergency receipts. */
  static SaleDao.SeriesHead head(Connection connection, int terminalId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT last_number, last_hash FROM receipt_head
             WHERE terminal_id = ? AND series = 'E'""",
            terminalId,
            (row, id) -> row.number(id),
            row -> new SaleDao.SeriesHead(row.getLong(1), row.getBytes(2)))
        .get(0);
  }

  /** Keeps what a terminal says of its emergency receipts, in place of what it said before. */
  static void announce(
      Connection connection, int terminalId, long lastNumber, long waitingMinor, Instant at)
      throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO emergency_announced (terminal_id, last_number, waiting_minor, announced_at)
        VALUES (?, ?, ?, ?)
            ON DUPLICATE KEY UPDATE last_number = VALUES(last_number),
                                    waiting_minor = VALUES(waiting_minor),
                                    announced_at = VALUES(announced_at)""",
        List.of(at),
        (row, moment) ->
            row.number(terminalId).number(lastNumber).number(waitingMinor).time(moment));
  }

  /** A receipt in the manager's list. */
  record ListedRow(
      int terminalId,
      String terminal,
      long number,
      long soldAtMs,
      Instant receivedAt,
      String operator,
      long totalMinor,
      EmergencyReceipt.Outcome outcome,
      UUID saleId) {}

  /** Where a page of the list begins: behind this receipt. */
  record Behind(Instant receivedAt, int terminalId, long number) {}

  /** Receipts in the order of coming in, newest first. */
  static List<ListedRow> list(Connection connection, int storeId, Behind behind, int most)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT e.terminal_id, t.code, e.number, e.sold_at_ms, e.received_at, o.name, e.total_minor,
               e.outcome, e.sale_id
          FROM emergency_receipt e
          JOIN terminal t ON t.terminal_id = e.terminal_id
          LEFT JOIN operator o ON o.store_id = t.store_id AND o.number = e.operator_number
         WHERE t.store_id = ? AND (e.received_at, e.terminal_id, e.number) < (?, ?, ?)
         ORDER BY e.received_at DESC, e.terminal_id DESC, e.number DESC LIMIT ?""",
        behind,
        (row, from) ->
            row.number(storeId)
                .time(from.receivedAt())
                .number(from.terminalId())
                .number(from.number())
                .number(most),
        row ->
            new ListedRow(
                row.getInt("terminal_id"),
                row.getString("code"),
                row.getLong("number"),
                row.getLong("sold_at_ms"),
                Statements.time(row, "received_at"),
                row.getString("name") == null ? "" : row.getString("name"),
                row.getLong("total_minor"),
                EmergencyReceipt.Outcome.valueOf(row.getString("outcome")),
                Statements.id(row, "sale_id")));
  }

  /** What differs, by place in the list given. */
  static Map<Integer, List<EmergencyReceipt.Difference>> differences(
      Connection connection, List<ListedRow> receipts) throws SQLException {
    Map<Integer, List<EmergencyReceipt.Difference>> found = new TreeMap<>();
    for (int i = 0; i < receipts.size(); i++) {
      found.put(i, new ArrayList<>(differences(connection, receipts.get(i))));
    }
    return found;
  }

  private static List<EmergencyReceipt.Difference> differences(
      Connection connection, ListedRow receipt) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT kind, line_no, at_lane, at_server FROM emergency_difference
         WHERE terminal_id = ? AND number = ? ORDER BY difference_no""",
        receipt,
        (row, of) -> row.number(of.terminalId()).number(of.number()),
        row ->
            new EmergencyReceipt.Difference(
                EmergencyReceipt.DifferenceKind.valueOf(row.getString("kind")),
                row.getInt("line_no"),
                row.getString("at_lane"),
                row.getString("at_server")));
  }
}
