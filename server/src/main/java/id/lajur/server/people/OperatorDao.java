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
      String language,
      boolean active,
      boolean mustChangePin,
      @Nullable Instant lockedUntil) {}

  String COLUMNS =
      """
      SELECT o.operator_id, o.number, o.name, o.role_id, r.code AS role, o.language, o.active,
             o.must_change_pin, f.locked_until
        FROM operator o JOIN role r ON r.role_id = o.role_id
        LEFT JOIN sign_on_failure f ON f.store_id = o.store_id AND f.number = o.number
       WHERE o.store_id = :storeId""";

  @SqlQuery(COLUMNS + " ORDER BY LENGTH(o.number), o.number")
  @RegisterConstructorMapper(OperatorRow.class)
  List<OperatorRow> operators(int storeId);

  @SqlQuery(COLUMNS + " AND o.number = :number")
  @RegisterConstructorMapper(OperatorRow.class)
  Optional<OperatorRow> operator(int storeId, String number);

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
