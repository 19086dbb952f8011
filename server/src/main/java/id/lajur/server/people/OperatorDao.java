package id.lajur.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Operators as they are kept by those who employ them. */
interface OperatorDao {
  /** An operator without his PIN. */
  record OperatorRow(
      int operatorId,
      String number,
      String name,
      int roleId,
      String role,
      String roleName,
      String language,
      boolean active,
      boolean mustChangePin,
      @Nullable Instant lockedUntil) {}

  String COLUMNS =
      """
      SELECT o.operator_id, o.number, o.name, o.role_id, r.code AS role, r.name AS role_name,
             o.language, o.active, o.must_change_pin, f.locked_until
        FROM operator o JOIN role r ON r.role_id = o.role_id
        LEFT JOIN sign_on_failure f ON f.store_id = o.store_id AND f.number = o.number
       WHERE o.store_id = :storeId""";

  @SqlQuery(
      COLUMNS
          + """
             AND (LENGTH(o.number), o.number) > (LENGTH(:after), :after)
           ORDER BY LENGTH(o.number), o.number LIMIT :most""")
  @RegisterConstructorMapper(OperatorRow.class)
  List<OperatorRow> page(int storeId, String after, int most);

  @SqlQuery(COLUMNS + " AND o.number = :number")
  @RegisterConstructorMapper(OperatorRow.class)
  Optional<OperatorRow> operator(int storeId, String number);

  @SqlQuery(COLUMNS + " AND o.operator_id = :operatorId")
  @RegisterConstructorMapper(OperatorRow.class)
  Optional<OperatorRow> operator(int storeId, int operatorId);

  /** Where an operator is now: a terminal by its code. */
  record PlaceRow(String number, String terminal) {}

  @SqlQuery(
      """
      SELECT DISTINCT o.number, t.code AS terminal
        FROM session s JOIN operator o ON o.operator_id = s.operator_id
        JOIN terminal t ON t.terminal_id = s.terminal_id
       WHERE s.closed_at IS NULL AND o.store_id = :storeId ORDER BY t.code""")
  @RegisterConstructorMapper(PlaceRow.class)
  List<PlaceRow> signedOn(int storeId);

  @SqlQuery(
      """
      SELECT o.number, t.code AS terminal
        FROM shift h JOIN operator o ON o.operator_id = h.operator_id
        JOIN terminal t ON t.terminal_id = h.terminal_id
       WHERE h.closed_at IS NULL AND o.store_id = :storeId ORDER BY h.opened_at""")
  @RegisterConstructorMapper(PlaceRow.class)
  List<PlaceRow> openShifts(int storeId);

  @SqlQuery("SELECT role_id FROM role WHERE store_id = :storeId AND code = :code")
  Optional<Integer> roleId(int storeId, String code);

  @SqlQuery(
      """
      SELECT COUNT(*) FROM operator o JOIN role r ON r.role_id = o.role_id
       WHERE o.store_id = :storeId AND o.active AND r.code = :role""")
  int countActive(int storeId, String role);

  @SqlQuery("SELECT COALESCE(MAX(operator_id), 0) + 1 FROM operator")
  int nextId();

  @SqlUpdate(
      """
      INSERT INTO operator (operator_id, store_id, number, name, role_id, pin_hash, language, active,
                            must_change_pin)
      VALUES (:id, :storeId, :number, :name, :roleId, :pinHash, :language, TRUE, :mustChangePin)""")
  void insert(
      int id,
      int storeId,
      String number,
      String name,
      int roleId,
      String pinHash,
      String language,
      boolean mustChangePin);

  @SqlUpdate(
      """
      UPDATE operator SET name = :name, role_id = :roleId, language = :language
       WHERE operator_id = :id""")
  void update(int id, String name, int roleId, String language);

  @SqlUpdate(
      """
      UPDATE operator SET pin_hash = :pinHash, must_change_pin = :mustChangePin
       WHERE operator_id = :id""")
  void setPin(int id, String pinHash, boolean mustChangePin);

  @SqlUpdate("UPDATE operator SET active = :active WHERE operator_id = :id")
  void setActive(int id, boolean active);

  @SqlUpdate(
      "UPDATE session SET closed_at = :now WHERE operator_id = :operatorId AND closed_at IS NULL")
  void endSessions(int operatorId, Instant now);

  @SqlUpdate("DELETE FROM sign_on_failure WHERE store_id = :storeId AND number = :number")
  int forgetFailures(int storeId, String number);
}
