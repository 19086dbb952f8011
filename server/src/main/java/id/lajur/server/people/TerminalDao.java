package id.lajur.server.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** What the sign-on screen shows of shop, terminal and shift. */
interface TerminalDao {
  /** A terminal with its store, as the store was made. */
  record TerminalRow(
      String code,
      String name,
      String kind,
      String storeCode,
      String storeName,
      String address,
      String taxNumber,
      String currency,
      int amountUnitMinor,
      String timeZone,
      String receiptFooter,
      boolean training) {}

  /** An open shift. */
  record ShiftRow(UUID shiftId, int number, LocalDate businessDate, Instant openedAt) {}

  @SqlQuery(
      """
      SELECT t.code, t.name, t.kind, s.code AS store_code, s.name AS store_name, s.address,
             s.tax_number, s.currency, s.amount_unit_minor, s.time_zone, s.receipt_footer,
             s.training
        FROM terminal t JOIN store s ON s.store_id = t.store_id
       WHERE t.terminal_id = :terminalId""")
  @RegisterConstructorMapper(TerminalRow.class)
  TerminalRow terminal(int terminalId);

  /** What holds of a setting of the terminal's store. */
  @SqlQuery(
      """
      SELECT v.value FROM store_setting v JOIN terminal t ON t.store_id = v.store_id
       WHERE t.terminal_id = :terminalId AND v.name = :name AND v.effective_at <= UTC_TIMESTAMP(6)
       ORDER BY v.effective_at DESC LIMIT 1""")
  Optional<String> setting(int terminalId, String name);

  @SqlQuery(
      """
      SELECT shift_id, number, business_date, opened_at FROM shift
       WHERE operator_id = :operatorId AND terminal_id = :terminalId AND closed_at IS NULL""")
  @RegisterConstructorMapper(ShiftRow.class)
  Optional<ShiftRow> openShift(int terminalId, int operatorId);
}
