package id.lajur.server.sale;

import id.lajur.sale.v1.Receipt;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Who bought what a receipt sold, as far as a paper tells it. */
final class ReceiptBuyerDao {
  private ReceiptBuyerDao() {}

  /** The receipt with its member, partly hidden, and its price level, where it has them. */
  static Receipt named(Connection connection, Receipt receipt) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT m.name AS member_name, m.number AS member_number, l.name AS level_name
              FROM sale s
              LEFT JOIN member m ON m.member_id = s.member_id
              LEFT JOIN price_level l ON l.store_id = s.store_id AND l.level_no = s.level_no
             WHERE s.sale_id = ? AND (s.member_id IS NOT NULL OR s.level_no IS NOT NULL)""",
            UUID.fromString(receipt.getSaleId()),
            (row, id) -> row.id(id),
            row -> {
              Receipt.Builder named = receipt.toBuilder();
              String member = row.getString("member_number");
              String level = row.getString("level_name");
              if (member != null) {
                named
                    .setMemberNumber(PartlyHidden.number(member))
                    .setMemberName(PartlyHidden.name(row.getString("member_name")));
              }
              return named.setPriceLevel(level == null ? "" : level).build();
            })
        .stream()
        .findFirst()
        .orElse(receipt);
  }
}
