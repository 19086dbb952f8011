package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Drafts of deliveries: what is changed of them, under the lock of {@link DraftRows}. */
final class DraftDao {
  private DraftDao() {}

  /** What a draft begins with. */
  record NewDraft(
      UUID draftId,
      int storeId,
      String month,
      int number,
      int supplierId,
      String deliveryNote,
      LocalDate deliveredOn,
      int locationId) {}

  /** Who changed it, where and when. */
  record Touch(Instant at, int operatorId, int terminalId) {}

  /**
   * A line as it is kept.
   *
   * @param quantityMilli that is paid for, of the unit
   * @param bonusMilli that comes with it
   * @param priceMinor of one unit, without tax; null when it is not known
   */
  record LineRow(
      UUID draftId,
      int lineId,
      long version,
      int itemId,
      int unitNo,
      String unit,
      long factorMilli,
      String barcode,
      long quantityMilli,
      long bonusMilli,
      @Nullable Long priceMinor,
      String discount,
      @Nullable LocalDate expiresOn,
      boolean priceDecided,
      boolean removed) {}

  /** The next number of a month; its row stays locked, so that none is left out. */
  static int nextNumber(Connection connection, int storeId, String month) throws SQLException {
    Statements.update(
        connection,
        """
        INSERT INTO receiving_number (store_id, month, last_number) VALUES (?, ?, 1)
        ON DUPLICATE KEY UPDATE last_number = last_number + 1""",
        month,
        (row, text) -> row.number(storeId).text(text));
    return Statements.query(
            connection,
            "SELECT last_number FROM receiving_number WHERE store_id = ? AND month = ?",
            month,
            (row, text) -> row.number(storeId).text(text),
            row -> row.getInt(1))
        .get(0);
  }

  static void insert(Connection connection, NewDraft draft, Touch touch) throws SQLException {
    Statements.batch(
        connection,
        """
        INSERT INTO receiving_draft (draft_id, store_id, month, number, state, version, supplier_id,
                                     delivery_note, delivered_on, location_id, last_line, created_at,
                                     created_by, changed_at, changed_by, terminal_id)
        VALUES (?, ?, ?, ?, 'OPEN', 1, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?)""",
        List.of(draft),
        (row, made) ->
            row.id(made.draftId())
                .number(made.storeId())
                .text(made.month())
                .number(made.number())
                .number(made.supplierId())
                .text(made.deliveryNote())
                .date(made.deliveredOn())
                .number(made.locationId())
                .time(touch.at())
                .number(touch.operatorId())
                .time(touch.at())
                .number(touch.operatorId())
                .number(touch.terminalId()));
  }

  /** Raises the version of a draft that is locked. */
  static void touch(Connection connection, UUID draftId, DraftRows.State state, Touch touch)
      throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE receiving_draft SET version = version + 1, state = ?, changed_at = ?, changed_by = ?,
                                   terminal_id = ?
         WHERE draft_id = ?""",
        draftId,
        (row, id) ->
            row.name(state)
                .time(touch.at())
                .number(touch.operatorId())
                .number(touch.terminalId())
                .id(id));
  }

  static void changeHead(
      Connection connection,
      UUID draftId,
      int supplierId,
      String deliveryNote,
      LocalDate deliveredOn)
      throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE receiving_draft SET supplier_id = ?, delivery_note = ?, delivered_on = ?
         WHERE draft_id = ?""",
        draftId,
        (row, id) -> row.number(supplierId).text(deliveryNote).date(deliveredOn).id(id));
  }

  /**
   * Takes a draft into a delivery that is posted in parts; nobody changes it any more.
   *
   * @throws Refusal DRAFT_UNKNOWN, DRAFT_CLOSED, DRAFT_CHANGED
   */
  static void beginPosting(Connection connection, int storeId, DraftClaim claim)
      throws SQLException {
    DraftRows.Held held =
        DraftRows.lock(connection, storeId, claim.draftId())
            .orElseThrow(() -> new Refusal(Reason.DRAFT_UNKNOWN));
    claim.refuseOther(held);
    Statements.update(
        connection,
        "UPDATE receiving_draft SET state = 'POSTING' WHERE draft_id = ?",
        claim.draftId(),
        (row, id) -> row.id(id));
  }

  /** The number of a new line of a draft that is locked. */
  static int nextLine(Connection connection, UUID draftId) throws SQLException {
    Statements.update(
        connection,
        "UPDATE receiving_draft SET last_line = last_line + 1 WHERE draft_id = ?",
        draftId,
        (row, id) -> row.id(id));
    return Statements.query(
            connection,
            "SELECT last_line FROM receiving_draft WHERE draft_id = ?",
            draftId,
            (row, id) -> row.id(id),
            row -> row.getInt(1))
        .get(0);
  }

  static void put(Connection connection, LineRow line) throws SQLException {
    Statements.batch(
        connection,
        """
        REPLACE INTO receiving_draft_line (draft_id, line_id, version, item_id, unit_no, unit,
                                           factor_milli, barcode, quantity_milli, bonus_milli,
                                           price_minor, discount, expires_on, price_decided, removed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(line),
        (row, put) ->
            row.id(put.draftId())
                .number(put.lineId())
                .number(put.version())
                .number(put.itemId())
                .number(put.unitNo())
                .text(put.unit())
                .number(put.factorMilli())
                .text(put.barcode())
                .number(put.quantityMilli())
                .number(put.bonusMilli())
                .number((@Nullable Number) put.priceMinor())
                .text(put.discount())
                .date(put.expiresOn())
                .flag(put.priceDecided())
                .flag(put.removed()));
  }

  private static final String LINE =
      """
      SELECT draft_id, line_id, version, item_id, unit_no, unit, factor_milli, barcode,
             quantity_milli, bonus_milli, price_minor, discount, expires_on, price_decided, removed
        FROM receiving_draft_line
      """;

  static Optional<LineRow> line(Connection connection, UUID draftId, int lineId)
      throws SQLException {
    return Statements.query(
            connection,
            LINE + "WHERE draft_id = ? AND line_id = ?",
            draftId,
            (row, id) -> row.id(id).number(lineId),
            DraftDao::lineRow)
        .stream()
        .findFirst();
  }

  /** The newest line of a unit that was not removed. */
  static Optional<LineRow> lineOf(Connection connection, UUID draftId, int itemId, int unitNo)
      throws SQLException {
    return Statements.query(
            connection,
            LINE
                + "WHERE draft_id = ? AND item_id = ? AND unit_no = ? AND NOT removed"
                + " ORDER BY line_id DESC LIMIT 1",
            draftId,
            (row, id) -> row.id(id).number(itemId).number(unitNo),
            DraftDao::lineRow)
        .stream()
        .findFirst();
  }

  static int lineCount(Connection connection, UUID draftId) throws SQLException {
    return Statements.query(
            connection,
            "SELECT COUNT(*) FROM receiving_draft_line WHERE draft_id = ? AND NOT removed",
            draftId,
            (row, id) -> row.id(id),
            row -> row.getInt(1))
        .get(0);
  }

  /** A unit of an item by its name. */
  record UnitRow(int unitNo, String unit, long factorMilli) {}

  static List<UnitRow> units(Connection connection, int itemId) throws SQLException {
    return Statements.query(
        connection,
        "SELECT unit_no, unit, factor_milli FROM item_unit WHERE item_id = ? ORDER BY unit_no",
        itemId,
        (row, id) -> row.number(id),
        row -> new UnitRow(row.getInt(1), row.getString(2), row.getLong(3)));
  }

  static LineRow lineRow(ResultSet row) throws SQLException {
    return new LineRow(
        Statements.id(row, "draft_id"),
        row.getInt("line_id"),
        row.getLong("version"),
        row.getInt("item_id"),
        row.getInt("unit_no"),
        row.getString("unit"),
        row.getLong("factor_milli"),
        row.getString("barcode"),
        row.getLong("quantity_milli"),
        row.getLong("bonus_milli"),
        Statements.numberOrNull(row, "price_minor"),
        row.getString("discount"),
        row.getObject("expires_on", LocalDate.class),
        row.getBoolean("price_decided"),
        row.getBoolean("removed"));
  }
}
