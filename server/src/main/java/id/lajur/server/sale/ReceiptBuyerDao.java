package id.lajur.server.sale;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who bought what a receipt sold. */
final class ReceiptBuyerDao {
  private ReceiptBuyerDao() {}

  /** A sale's member and price level; null where it has none. */
  record Bought(
      @Nullable String memberNumber, @Nullable String memberName, @Nullable String levelName) {}

  /** Of a sale with a member or a level other than retail. */
  static Optional<Bought> find(Connection connection, UUID saleId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT m.name AS member_name, m.number AS member_number, l.name AS level_name
              FROM sale s
              LEFT JOIN member m ON m.member_id = s.member_id
              LEFT JOIN price_level l ON l.store_id = s.store_id AND l.level_no = s.level_no
             WHERE s.sale_id = ? AND (s.member_id IS NOT NULL OR s.level_no IS NOT NULL)""",
            saleId,
            (row, id) -> row.id(id),
            row ->
                new Bought(
                    row.getString("member_number"),
                    row.getString("member_name"),
                    row.getString("level_name")))
        .stream()
        .findFirst();
  }
}
