package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Deliveries in the books, as whoever takes some of one back locks it. */
final class ReceivedRows {
  private ReceivedRows() {}

  private static final String HEAD =
      """
      SELECT g.document_id, g.number, g.supplier_id, g.delivery_note, g.location_id,
             g.reverses_id IS NOT NULL AS is_correction, g.corrections
        FROM goods_receipt g JOIN posting p ON p.posting_id = g.posting_id
       WHERE g.document_id = ? AND g.part = 1
      """;

  private static final String LINES =
      """
      SELECT g.part, l.posting_id, l.line_no, l.item_id, l.barcode, l.unit, l.factor_milli,
             l.quantity_milli, l.cost_minor, l.bonus_milli, l.price_minor, l.discount,
             l.tax_class_id, l.tax_minor, l.expires_on, l.reversed_milli
        FROM goods_receipt g JOIN goods_receipt_line l ON l.posting_id = g.posting_id
       WHERE g.document_id = ? ORDER BY g.part, l.line_no""";

  /** A delivery as it is now. */
  static Optional<ReceivedDocument> find(Connection connection, int storeId, UUID documentId)
      throws SQLException {
    List<ReceivedDocument> found = new ArrayList<>();
    for (ReceivedDocument head :
        Statements.query(
            connection,
            HEAD + "AND p.store_id = ?",
            documentId,
            (row, id) -> row.id(id).number(storeId),
            ReceivedRows::head)) {
      found.add(withLines(connection, head));
    }
    return found.stream().findFirst();
  }

  /** Its first part's row stands for the whole: whoever takes some of it back waits here. */
  static final LockedRows<UUID, ReceivedDocument> DELIVERIES =
      new LockedRows<>() {
        @Override
        public int order() {
          return 46;
        }

        @Override
        public Map<UUID, ReceivedDocument> lock(Connection connection, List<UUID> keys)
            throws SQLException {
          Map<UUID, ReceivedDocument> found = new HashMap<>();
          for (UUID key : keys) {
            for (ReceivedDocument head :
                Statements.query(
                    connection,
                    HEAD + "FOR UPDATE",
                    key,
                    (row, id) -> row.id(id),
                    ReceivedRows::head)) {
              found.put(key, withLines(connection, head));
            }
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, ReceivedDocument> changed)
            throws SQLException {
          Statements.batch(
              connection,
              "UPDATE goods_receipt SET corrections = ? WHERE document_id = ? AND part = 1",
              changed.values(),
              (row, document) -> row.number(document.corrections()).id(document.documentId()));
          Statements.batch(
              connection,
              """
              UPDATE goods_receipt_line SET reversed_milli = ?
               WHERE posting_id = ? AND line_no = ?""",
              changed.values().stream()
                  .flatMap(document -> document.lines().values().stream())
                  .filter(line -> line.reversedMilli() > 0)
                  .toList(),
              (row, line) ->
                  row.number(line.reversedMilli())
                      .id(line.key().postingId())
                      .number(line.key().lineNo()));
        }
      };

  private static ReceivedDocument withLines(Connection connection, ReceivedDocument head)
      throws SQLException {
    Map<ReceivedDocument.Place, ReceivedDocument.Line> lines = new LinkedHashMap<>();
    Statements.query(
        connection,
        LINES,
        head.documentId(),
        (row, id) -> row.id(id),
        row ->
            lines.put(
                new ReceivedDocument.Place(row.getInt("part"), row.getInt("line_no")), line(row)));
    return new ReceivedDocument(
        head.documentId(),
        head.number(),
        head.supplierId(),
        head.deliveryNote(),
        head.locationId(),
        head.isCorrection(),
        head.corrections(),
        lines);
  }

  private static ReceivedDocument head(ResultSet row) throws SQLException {
    return new ReceivedDocument(
        Statements.id(row, "document_id"),
        row.getString("number"),
        row.getInt("supplier_id"),
        row.getString("delivery_note"),
        row.getInt("location_id"),
        row.getBoolean("is_correction"),
        row.getInt("corrections"),
        Map.of());
  }

  private static ReceivedDocument.Line line(ResultSet row) throws SQLException {
    return new ReceivedDocument.Line(
        new PurchasingDao.LineKey(Statements.id(row, "posting_id"), row.getInt("line_no")),
        new GoodsReceipt.Line(
            row.getInt("item_id"),
            row.getString("unit"),
            row.getLong("factor_milli"),
            row.getString("barcode"),
            row.getLong("quantity_milli"),
            row.getLong("cost_minor"),
            PurchasingDao.terms(row)),
        row.getLong("reversed_milli"));
  }

  /** What an item cost at a location before a delivery, per 1000 milli; none when it was new. */
  static Optional<Long> unitCostBefore(
      Connection connection, int locationId, int itemId, UUID documentId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT l.cost_minor, l.quantity_milli, l.factor_milli FROM goods_receipt_line l
              JOIN goods_receipt g ON g.posting_id = l.posting_id
             WHERE l.item_id = ? AND g.location_id = ? AND g.document_id <> ?
               AND l.reverses_posting_id IS NULL AND l.reversed_milli < l.quantity_milli
             ORDER BY l.posting_id DESC, l.line_no DESC LIMIT 1""",
            itemId,
            (row, id) -> row.number(id).number(locationId).id(documentId),
            row -> PurchasesDao.bought(row).unitCostMinor())
        .stream()
        .findFirst();
  }
}
