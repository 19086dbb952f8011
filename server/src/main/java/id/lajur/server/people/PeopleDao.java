package id.lajur.server.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Operators and sessions. */
public interface PeopleDao {
  /** An operator as the sign-on needs it. */
  record OperatorRow(
      int operatorId,
      String number,
      String name,
      int roleId,
      String role,
      String pinHash,
      String language,
      boolean active,
      @Nullable Instant lockedUntil) {}

  @SqlQuery(
      """
      SELECT o.operator_id, o.number, o.name, o.role_id, r.name AS role, o.pin_hash, o.language,
             o.active, o.locked_until
        FROM operator o JOIN role r ON r.role_id = o.role_id
       WHERE o.store_id = :storeId AND o.number = :number""")
  @RegisterConstructorMapper(OperatorRow.class)
  Optional<OperatorRow> findOperator(int storeId, String number);

  /** Counts a wrong PIN; the fifth in a row locks for a time that doubles with each further one. */
  @SqlUpdate(
      """
      UPDATE operator
         SET failed_tries = LEAST(failed_tries + 1, 20),
             locked_until = IF(failed_tries >= 5,
                               :now + INTERVAL LEAST(30 * POW(2, failed_tries - 5), 3600) SECOND,
                               locked_until)
       WHERE operator_id = :operatorId""")
  void countFailure(int operatorId, Instant now);

  @SqlQuery(
      "SELECT locked_until FROM operator WHERE operator_id = :operatorId AND locked_until > :now")
  Optional<Instant> lockedUntil(int operatorId, Instant now);

  @SqlUpdate(
      "UPDATE operator SET failed_tries = 0, locked_until = NULL WHERE operator_id = :operatorId")
  void forgetFailures(int operatorId);

  @SqlUpdate(
      "UPDATE session SET closed_at = :now WHERE terminal_id = :terminalId AND closed_at IS NULL")
  void closeSessions(int terminalId, Instant now);

  @SqlUpdate(
      """
      INSERT INTO session (session_id, terminal_id, operator_id, opened_at)
      VALUES (:sessionId, :terminalId, :operatorId, :now)""")
  void openSession(UUID sessionId, int terminalId, int operatorId, Instant now);
}
