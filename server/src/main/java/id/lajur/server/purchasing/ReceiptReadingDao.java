package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reading deliveries that are in the books, and what took them back. */
final class ReceiptReadingDao {
  private ReceiptReadingDao() {}

  /**
   * A document, all its parts together.
   *
   * @param number null when it was posted without a draft
   * @param dueOn null where no terms were known
   * @param reversesId null of a delivery
   */
  record Document(
      UUID postingId,
      UUID documentId,
      @Nullable String number,
      String supplier,
      String supplierName,
      String deliveryNote,
      LocalDate deliveredOn,
      @Nullable LocalDate dueOn,
      Instant postedAt,
      String operatorName,
      String terminal,
      String location,
      int lineCount,
      long netMinor,
      long taxMinor,
      @Nullable UUID reversesId,
      @Nullable String reversesNumber,
      @Nullable String reason,
      int corrections) {}

  /**
   * One line, with its item as it is called now.
   *
   * @param sellingPriceMinor of the base unit; null when it has none
   * @param priceChanged since the delivery was begun
   */
  record Line(
      int part,
      int lineNo,
      String itemCode,
      String name,
      String baseUnit,
      GoodsReceipt.Line line,
      long reversedMilli,
      @Nullable Long sellingPriceMinor,
      boolean priceChanged) {}

  private static final String DOCUMENT =
      """
      SELECT g.posting_id, g.document_id, g.number, s.code, s.name, g.delivery_note,
             COALESCE(g.delivered_on, p.business_date) AS delivered_on, g.due_on, p.occurred_at,
             o.name AS operator_name, t.code AS terminal, k.name AS location,
             (SELECT COUNT(*) FROM goods_receipt_line l JOIN goods_receipt x
                  ON x.posting_id = l.posting_id WHERE x.document_id = g.document_id) AS line_count,
             (SELECT SUM(x.cost_minor) FROM goods_receipt x
               WHERE x.document_id = g.document_id) AS net_minor,
             (SELECT SUM(x.tax_minor) FROM goods_receipt x
               WHERE x.document_id = g.document_id) AS tax_minor,
             g.reverses_id, r.number AS reverses_number, g.reason, g.corrections
        FROM goods_receipt g
        JOIN posting p ON p.posting_id = g.posting_id
        JOIN supplier s ON s.supplier_id = g.supplier_id
        JOIN operator o ON o.operator_id = p.operator_id
        JOIN terminal t ON t.terminal_id = p.terminal_id
        JOIN location k ON k.location_id = g.location_id
        LEFT JOIN goods_receipt r ON r.document_id = g.reverses_id AND r.part = 1
       WHERE p.store_id = ? AND g.part = 1
      """;

  static List<Document> find(Connection connection, int storeId, UUID documentId)
      throws SQLException {
    return Statements.query(
        connection,
        DOCUMENT + "AND g.document_id = ?",
        documentId,
        (row, id) -> row.number(storeId).id(id),
        ReceiptReadingDao::document);
  }

  /** What took a delivery back, in the order it did. */
  static List<Document> corrections(Connection connection, int storeId, UUID documentId)
      throws SQLException {
    return Statements.query(
        connection,
        DOCUMENT + "AND g.reverses_id = ? ORDER BY g.posting_id",
        documentId,
        (row, id) -> row.number(storeId).id(id),
        ReceiptReadingDao::document);
  }

  /**
   * The newest first, before one of them.
   *
   * @param part of supplier's name, number or delivery note, as LIKE writes it
   */
  static List<Document> list(Connection connection, int storeId, String part, UUID before, int most)
      throws SQLException {
    return Statements.query(
        connection,
        DOCUMENT
            + """
            AND g.posting_id < ?
            AND (s.name LIKE CONCAT('%', ?, '%') ESCAPE '!'
                 OR g.delivery_note LIKE CONCAT('%', ?, '%') ESCAPE '!'
                 OR g.number LIKE CONCAT('%', ?, '%') ESCAPE '!')
            ORDER BY g.posting_id DESC LIMIT ?""",
        part,
        (row, text) -> row.number(storeId).id(before).text(text).text(text).text(text).number(most),
        ReceiptReadingDao::document);
  }

  /** The lines of all parts; a price that began after the delivery was begun has changed since. */
  static List<Line> lines(Connection connection, UUID documentId, Instant now) throws SQLException {
    return Statements.query(
        connection,
        """
        SELECT g.part, l.line_no, i.code, i.name, u.unit AS base_unit, l.item_id, l.unit,
               l.factor_milli, l.barcode, l.quantity_milli, l.cost_minor, l.bonus_milli,
               l.price_minor, l.discount, l.tax_class_id, l.tax_minor, l.expires_on,
               l.reversed_milli, c.price_minor AS selling_price_minor,
               c.effective_at >= COALESCE(d.created_at, p.occurred_at) AS price_changed
          FROM goods_receipt g
          JOIN posting p ON p.posting_id = g.posting_id
          JOIN goods_receipt_line l ON l.posting_id = g.posting_id
          JOIN item i ON i.item_id = l.item_id
          JOIN item_unit u ON u.item_id = l.item_id AND u.unit_no = 0
          LEFT JOIN receiving_draft d ON d.draft_id = g.draft_id
          LEFT JOIN price c ON c.item_id = l.item_id AND c.unit_no = 0
               AND c.effective_at = (SELECT MAX(q.effective_at) FROM price q
                                      WHERE q.item_id = l.item_id AND q.unit_no = 0
                                        AND q.effective_at <= ?)
         WHERE g.document_id = ? ORDER BY g.part, l.line_no""",
        documentId,
        (row, id) -> row.time(now).id(id),
        row ->
            new Line(
                row.getInt("part"),
                row.getInt("line_no"),
                row.getString("code"),
                row.getString("name"),
                row.getString("base_unit"),
                new GoodsReceipt.Line(
                    row.getInt("item_id"),
                    row.getString("unit"),
                    row.getLong("factor_milli"),
                    row.getString("barcode"),
                    row.getLong("quantity_milli"),
                    row.getLong("cost_minor"),
                    PurchasingDao.terms(row)),
                row.getLong("reversed_milli"),
                Statements.numberOrNull(row, "selling_price_minor"),
                row.getBoolean("price_changed")));
  }

  private static Document document(ResultSet row) throws SQLException {
    return new Document(
        Statements.id(row, "posting_id"),
        Statements.id(row, "document_id"),
        row.getString("number"),
        row.getString("code"),
        row.getString("name"),
        row.getString("delivery_note"),
        row.getObject("delivered_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        Statements.time(row, "occurred_at"),
        row.getString("operator_name"),
        row.getString("terminal"),
        row.getString("location"),
        row.getInt("line_count"),
        row.getLong("net_minor"),
        row.getLong("tax_minor"),
        Statements.idOrNull(row, "reverses_id"),
        row.getString("reverses_number"),
        row.getString("reason"),
        row.getInt("corrections"));
  }
}
