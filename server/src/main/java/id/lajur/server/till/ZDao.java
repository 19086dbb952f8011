package id.lajur.server.till;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Z reports, written once and never changed. */
final class ZDao {
  private ZDao() {}

  /** A Z. */
  record ZRow(
      UUID zId,
      long zNumber,
      ShiftFigures figures,
      LocalDate businessDate,
      Instant closedAt,
      long countedCashMinor,
      String explanation,
      LaneProof lane,
      boolean forced,
      @Nullable Handed handed) {}

  /**
   * Cash of a Z that did not go to the safe.
   *
   * @param terminalId where it becomes a float
   * @param operatorId who alone may take it over, null = whoever opens there next
   * @param operatorNumber empty without such; so is the name
   */
  record Handed(
      int terminalId,
      String terminal,
      @Nullable Integer operatorId,
      String operatorNumber,
      String operatorName,
      long amountMinor) {
    Handed of(long minor) {
      return new Handed(terminalId, terminal, operatorId, operatorNumber, operatorName, minor);
    }

    static Handed of(CashHandover handover) {
      return new Handed(
          handover.toTerminalId(),
          handover.toTerminal(),
          handover.operatorId(),
          handover.operatorNumber(),
          handover.operatorName(),
          handover.amountMinor());
    }
  }

  /** One tender of a Z. */
  record TenderRow(
      UUID zId,
      String kind,
      String name,
      long count,
      long amountMinor,
      @Nullable Long countedMinor) {}

  /** One note or coin of a count. */
  record DenominationRow(UUID zId, long valueMinor, int pieces) {}

  static final InsertTable<ZRow> Z =
      new InsertTable<>(
          """
          INSERT INTO z_report (z_id, terminal_id, z_number, shift_id, business_date, closed_at,
                 sale_count, first_receipt, last_receipt, sales_minor, discount_minor, tax_minor,
                 rounding_minor, return_minor, voided_lines, voided_baskets, drawer_openings,
                 expected_cash_minor, counted_cash_minor, explanation, receipt_number, receipt_hash,
                 audit_number, audit_hash, lane_sale_count, lane_sale_total_minor, forced,
                 emergency_number, emergency_hash, receipts_hash, lane_receipts_hash, lane_unread)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                  ?, ?, ?, ?, ?)""",
          (row, z) ->
              row.id(z.zId())
                  .number(z.figures().terminalId())
                  .number(z.zNumber())
                  .id(z.figures().shiftId())
                  .date(z.businessDate())
                  .time(z.closedAt())
                  .number(z.figures().saleCount())
                  .number(z.figures().firstReceipt())
                  .number(z.figures().lastReceipt())
                  .number(z.figures().salesMinor())
                  .number(z.figures().discountMinor())
                  .number(z.figures().taxMinor())
                  .number(z.figures().roundingMinor())
                  .number(z.figures().returnMinor())
                  .number(z.figures().voidedLines())
                  .number(z.figures().voidedBaskets())
                  .number(z.figures().drawerOpenings())
                  .number(z.figures().expectedCashMinor())
                  .number(z.countedCashMinor())
                  .text(z.explanation())
                  .number(z.figures().receiptHead().number())
                  .bytes(z.figures().receiptHead().hash())
                  .number(z.figures().auditHead().number())
                  .bytes(z.figures().auditHead().hash())
                  .number(z.lane().sales())
                  .number(z.lane().totalMinor())
                  .flag(z.forced())
                  .number(z.figures().emergencyHead().number())
                  .bytes(z.figures().emergencyHead().hash())
                  .bytes(bytes(z.figures().receiptsHash()))
                  .bytes(bytes(z.lane().receiptsHash()))
                  .flag(z.lane().unread()));

  static final InsertTable<TenderRow> TENDER =
      new InsertTable<>(
          """
          INSERT INTO z_tender (z_id, kind, name, tender_count, amount_minor, counted_minor)
          VALUES (?, ?, ?, ?, ?, ?)""",
          (row, tender) ->
              row.id(tender.zId())
                  .text(tender.kind())
                  .text(tender.name())
                  .number(tender.count())
                  .number(tender.amountMinor())
                  .number((@Nullable Number) tender.countedMinor()));

  static final InsertTable<DenominationRow> DENOMINATION =
      new InsertTable<>(
          "INSERT INTO z_denomination (z_id, value_minor, pieces) VALUES (?, ?, ?)",
          (row, denomination) ->
              row.id(denomination.zId())
                  .number(denomination.valueMinor())
                  .number(denomination.pieces()));

  private static byte @Nullable [] bytes(String hex) {
    return hex.isEmpty() ? null : HexFormat.of().parseHex(hex);
  }

  private static String hex(byte @Nullable [] bytes) {
    return bytes == null ? "" : HexFormat.of().formatHex(bytes);
  }

  /** A Z with the name of whoever had the shift. */
  record Kept(ZRow z, String operatorName) {}

  /**
   * A Z as it was written.
   *
   * @param number of the terminal's Z reports; 0 = the last
   */
  static Optional<Kept> find(Connection connection, int terminalId, long number)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT z.*, o.name AS operator, h.opened_at FROM z_report z
              JOIN shift h ON h.shift_id = z.shift_id
              JOIN operator o ON o.operator_id = h.operator_id
             WHERE z.terminal_id = ? AND (? = 0 OR z.z_number = ?)
             ORDER BY z.z_number DESC LIMIT 1""",
            number,
            (row, n) -> row.number(terminalId).number((long) n).number((long) n),
            row -> kept(connection, row))
        .stream()
        .findFirst();
  }

  /** Holds a Z until the transaction ends. */
  static void lock(Connection connection, UUID zId) throws SQLException {
    var unused =
        Statements.query(
            connection,
            "SELECT 1 FROM z_report WHERE z_id = ? FOR UPDATE",
            zId,
            (row, id) -> row.id(id),
            row -> row.getInt(1));
  }

  /** How many copies of a Z were given: one record of the journal each. */
  static int copies(Connection connection, UUID zId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT COUNT(*) FROM audit_entry WHERE subject_id = ? AND kind = 'Z_COPIED'",
            zId,
            (row, id) -> row.id(id),
            row -> row.getInt(1))
        .get(0);
  }

  private static Kept kept(Connection connection, ResultSet row) throws SQLException {
    UUID zId = Statements.id(row, "z_id");
    UUID shiftId = Statements.id(row, "shift_id");
    ShiftFigures figures =
        new ShiftFigures(
            shiftId,
            row.getInt("terminal_id"),
            Statements.time(row, "opened_at"),
            row.getLong("z_number") - 1,
            row.getLong("sale_count"),
            row.getLong("first_receipt"),
            row.getLong("last_receipt"),
            FiguresDao.emergency(connection, shiftId),
            row.getLong("sales_minor"),
            hex(row.getBytes("receipts_hash")),
            row.getLong("discount_minor"),
            row.getLong("tax_minor"),
            row.getLong("rounding_minor"),
            row.getLong("return_minor"),
            row.getInt("voided_lines"),
            row.getInt("voided_baskets"),
            row.getInt("drawer_openings"),
            FiguresDao.openings(connection, shiftId),
            0,
            tenders(connection, zId),
            FiguresDao.cash(connection, shiftId),
            HandoverDao.taken(connection, shiftId),
            new ShiftFigures.Head(row.getLong("receipt_number"), row.getBytes("receipt_hash")),
            new ShiftFigures.Head(row.getLong("emergency_number"), row.getBytes("emergency_hash")),
            new ShiftFigures.Head(row.getLong("audit_number"), row.getBytes("audit_hash")));
    ZRow z =
        new ZRow(
            zId,
            row.getLong("z_number"),
            figures,
            row.getObject("business_date", LocalDate.class),
            Statements.time(row, "closed_at"),
            row.getLong("counted_cash_minor"),
            row.getString("explanation"),
            new LaneProof(
                row.getLong("lane_sale_count"),
                row.getLong("lane_sale_total_minor"),
                hex(row.getBytes("lane_receipts_hash")),
                row.getBoolean("lane_unread")),
            row.getBoolean("forced"),
            HandoverDao.of(connection, zId).map(Handed::of).orElse(null));
    return new Kept(z, row.getString("operator"));
  }

  private static List<ShiftFigures.Tender> tenders(Connection connection, UUID zId)
      throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT t.kind, t.name, t.tender_count, t.amount_minor FROM z_tender t
          JOIN z_report z ON z.z_id = t.z_id
          JOIN terminal m ON m.terminal_id = z.terminal_id
          LEFT JOIN tender_kind k ON k.store_id = m.store_id AND k.code = t.kind
         WHERE t.z_id = ? ORDER BY k.sort_order, t.kind""",
        zId,
        (row, id) -> row.id(id),
        row ->
            new ShiftFigures.Tender(
                row.getString(1), row.getString(2), row.getLong(3), row.getLong(4)));
  }
}
