package id.lajur.server.customer;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Customers whom the shop knows. */
final class MemberDao {
  private MemberDao() {}

  // Retail has no row: whose level has none pays retail.
  private static final String MEMBER =
      """
      SELECT m.member_id, m.number, m.name, m.phone, COALESCE(l.code, '%s') AS level,
             COALESCE(l.name, '%s') AS level_name, m.active, m.since, m.version
        FROM member m
        LEFT JOIN price_level l ON l.store_id = m.store_id AND l.level_no = m.level_no
      """
          .formatted(
              id.lajur.server.catalog.PriceLevel.RETAIL_CODE,
              id.lajur.server.catalog.PriceLevel.RETAIL_NAME);

  /** A member with the name of his price level. */
  record Found(Member member, String levelName) {}

  /** Members are numbered one after another, whoever adds them. */
  static void lockStore(Connection connection, int storeId) throws SQLException {
    Statements.query(
        connection,
        "SELECT store_id FROM store WHERE store_id = ? FOR UPDATE",
        storeId,
        (row, id) -> row.number(id),
        row -> row.getInt(1));
  }

  /** The member of a number, who is changed under the store's row alone. */
  static Optional<Found> find(Connection connection, int storeId, String number)
      throws SQLException {
    return Statements.query(
            connection,
            MEMBER + "WHERE m.store_id = ? AND m.number = ?",
            number,
            (row, text) -> row.number(storeId).text(text),
            MemberDao::found)
        .stream()
        .findFirst();
  }

  /**
   * Those who are active, by name.
   *
   * @param part of the name, as LIKE writes it
   * @param phoneTail last six digits of the phone; empty = not asked for
   */
  static List<Found> search(
      Connection connection, int storeId, String part, String phoneTail, int most)
      throws SQLException {
    return Statements.query(
        connection,
        MEMBER
            + """
            WHERE m.store_id = ? AND m.active
              AND (m.name LIKE CONCAT('%', ?, '%') ESCAPE '!' OR ? <> '' AND m.phone_tail = ?)
            ORDER BY m.name, m.member_id LIMIT ?""",
        part,
        (row, text) -> row.number(storeId).text(text).text(phoneTail).text(phoneTail).number(most),
        MemberDao::found);
  }

  /**
   * By number, after one of them.
   *
   * @param part of the name, beginning of the number or end of the phone; as LIKE writes it
   */
  static List<Found> list(Connection connection, int storeId, String part, String after, int most)
      throws SQLException {
    return Statements.query(
        connection,
        MEMBER
            + """
            WHERE m.store_id = ? AND m.number > ?
              AND (m.name LIKE CONCAT('%', ?, '%') ESCAPE '!'
                   OR m.number LIKE CONCAT(?, '%') ESCAPE '!'
                   OR m.phone LIKE CONCAT('%', ?) ESCAPE '!')
            ORDER BY m.number LIMIT ?""",
        part,
        (row, text) ->
            row.number(storeId).text(after).text(text).text(text).text(text).number(most),
        MemberDao::found);
  }

  static int insert(Connection connection, int storeId, Member made, int levelNo)
      throws SQLException {
    int id =
        Statements.query(
                connection,
                "SELECT COALESCE(MAX(member_id), 0) + 1 FROM member WHERE member_id >= ?",
                0,
                (row, least) -> row.number(least),
                row -> row.getInt(1))
            .get(0);
    Statements.batch(
        connection,
        """
        INSERT INTO member (name, phone, level_no, active, version, member_id, store_id, number,
                            since)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(made),
        (row, member) ->
            bind(row, member, levelNo)
                .number(id)
                .number(storeId)
                .text(member.number())
                .date(Objects.requireNonNull(member.since())));
    return id;
  }

  static void update(Connection connection, Member changed, int levelNo) throws SQLException {
    Statements.update(
        connection,
        """
        UPDATE member SET name = ?, phone = ?, level_no = ?, active = ?, version = ?
         WHERE member_id = ?""",
        changed,
        (row, member) -> bind(row, member, levelNo).number(member.memberId()));
  }

  private static Statements.Row bind(Statements.Row row, Member member, int levelNo)
      throws SQLException {
    return row.text(member.name())
        .text(member.phone())
        .number(levelNo)
        .flag(member.active())
        .number(member.version());
  }

  private static Found found(ResultSet row) throws SQLException {
    return new Found(
        new Member(
            row.getInt("member_id"),
            row.getString("number"),
            row.getString("name"),
            row.getString("phone"),
            row.getString("level"),
            row.getBoolean("active"),
            row.getObject("since", LocalDate.class),
            row.getLong("version")),
        row.getString("level_name"));
  }
}
