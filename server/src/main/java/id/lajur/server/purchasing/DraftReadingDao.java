package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reading drafts with the names that belong to them. */
final class DraftReadingDao {
  private DraftReadingDao() {}

  /** Head of a draft. */
  record Head(
      UUID draftId,
      String number,
      DraftRows.State state,
      long version,
      int supplierId,
      String supplier,
      String supplierName,
      int termsDays,
      boolean chargesTax,
      String deliveryNote,
      LocalDate deliveredOn,
      int locationId,
      String location,
      Instant changedAt,
      String changedBy,
      String terminal) {
    LocalDate dueOn() {
      return deliveredOn.plusDays(termsDays);
    }
  }

  /** A line with its item as it is now. */
  record Line(
      DraftDao.LineRow row,
      String itemCode,
      String name,
      String baseUnit,
      int taxClassId,
      boolean asksExpiry) {}

  private static final String HEAD =
      """
      SELECT d.draft_id, d.month, d.number, d.state, d.version, d.supplier_id, s.code, s.name,
             s.terms_days, s.charges_tax, d.delivery_note, d.delivered_on, d.location_id,
             l.name AS location, d.changed_at, o.name AS changed_by, t.code AS terminal
        FROM receiving_draft d
        JOIN supplier s ON s.supplier_id = d.supplier_id
        JOIN location l ON l.location_id = d.location_id
        JOIN operator o ON o.operator_id = d.changed_by
        JOIN terminal t ON t.terminal_id = d.terminal_id
      """;

  static Optional<Head> head(Connection connection, int storeId, UUID draftId) throws SQLException {
    return Statements.query(
            connection,
            HEAD + "WHERE d.store_id = ? AND d.draft_id = ?",
            draftId,
            (row, id) -> row.number(storeId).id(id),
            DraftReadingDao::head)
        .stream()
        .findFirst();
  }

  /** Those that are not posted, the newest first, before one of them. */
  static List<Head> open(Connection connection, int storeId, UUID before, int most)
      throws SQLException {
    return Statements.query(
        connection,
        HEAD
            + """
            WHERE d.store_id = ? AND d.state IN ('OPEN', 'POSTING') AND d.draft_id < ?
            ORDER BY d.draft_id DESC LIMIT ?""",
        before,
        (row, id) -> row.number(storeId).id(id).number(most),
        DraftReadingDao::head);
  }

  static int supplierOf(Connection connection, int storeId, UUID draftId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT supplier_id FROM receiving_draft WHERE draft_id = ? AND store_id = ?",
            draftId,
            (row, id) -> row.id(id).number(storeId),
            row -> row.getInt(1))
        .get(0);
  }

  /** All lines, removed ones too, in the order they were added. */
  static List<Line> lines(Connection connection, UUID draftId) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT l.*, i.code, i.name, i.tax_class_id, i.asks_expiry, u.unit AS base_unit
          FROM receiving_draft_line l
          JOIN item i ON i.item_id = l.item_id
          JOIN item_unit u ON u.item_id = l.item_id AND u.unit_no = 0
         WHERE l.draft_id = ? ORDER BY l.line_id""",
        draftId,
        (row, id) -> row.id(id),
        row ->
            new Line(
                DraftDao.lineRow(row),
                row.getString("code"),
                row.getString("name"),
                row.getString("base_unit"),
                row.getInt("tax_class_id"),
                row.getBoolean("asks_expiry")));
  }

  private static Head head(ResultSet row) throws SQLException {
    return new Head(
        Statements.id(row, "draft_id"),
        DraftRows.number(row.getString("month"), row.getInt("number")),
        DraftRows.State.valueOf(row.getString("state")),
        row.getLong("version"),
        row.getInt("supplier_id"),
        row.getString("code"),
        row.getString("name"),
        row.getInt("terms_days"),
        row.getBoolean("charges_tax"),
        row.getString("delivery_note"),
        row.getObject("delivered_on", LocalDate.class),
        row.getInt("location_id"),
        row.getString("location"),
        Statements.time(row, "changed_at"),
        row.getString("changed_by"),
        row.getString("terminal"));
  }
}
