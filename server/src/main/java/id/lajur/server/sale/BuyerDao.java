package id.lajur.server.sale;

import id.lajur.server.catalog.PriceLevel;
import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Members and price levels, as baskets need them. */
final class BuyerDao {
  private BuyerDao() {}

  /** A member as a card names him. */
  record Card(int memberId, int levelNo, boolean active) {}

  static Optional<Card> card(Connection connection, int storeId, String number)
      throws SQLException {
    return Statements.query(
            connection,
            "SELECT member_id, level_no, active FROM member WHERE store_id = ? AND number = ?",
            number,
            (row, text) -> row.number(storeId).text(text),
            row -> new Card(row.getInt(1), row.getInt(2), row.getBoolean(3)))
        .stream()
        .findFirst();
  }

  /**
   * Who buys, in words.
   *
   * @param memberNumber null = no member
   */
  record Named(
      @Nullable String memberNumber,
      @Nullable String memberName,
      String levelCode,
      String levelName) {}

  static Named named(Connection connection, int storeId, Buyer buyer) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT m.number, m.name, l.code AS level_code, l.name AS level_name
              FROM (SELECT 1) one
              LEFT JOIN member m ON m.member_id = ?
              LEFT JOIN price_level l ON l.store_id = ? AND l.level_no = ?""",
            buyer,
            (row, who) -> row.number(who.memberId()).number(storeId).number(who.levelNo()),
            row -> {
              String code = row.getString("level_code");
              return new Named(
                  row.getString("number"),
                  row.getString("name"),
                  code == null ? PriceLevel.RETAIL_CODE : code,
                  code == null ? PriceLevel.RETAIL_NAME : row.getString("level_name"));
            })
        .get(0);
  }
}
