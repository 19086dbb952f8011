package id.lajur.server.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
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
      boolean mustChangePin) {}

  /**
   * Tries of a number that were not followed by a right one.
   *
   * @param lockedUntil null before the fifth
   */
  record FailureRow(int tries, Instant lastAt, @Nullable Instant lockedUntil) {}

  @SqlQuery(
      """
      SELECT o.operator_id, o.number, o.name, o.role_id, r.name AS role, o.pin_hash, o.language,
             o.active, o.must_change_pin
        FROM operator o JOIN role r ON r.role_id = o.role_id
       WHERE o.store_id = :storeId AND o.number = :number""")
  @RegisterConstructorMapper(OperatorRow.class)
  Optional<OperatorRow> findOperator(int storeId, String number);

  /**
   * Sets the PIN that an operator chose, if the one that he proved is his still.
   *
   * @return 0 when it is not
   */
  @SqlUpdate(
      """
      UPDATE operator SET pin_hash = :pinHash, must_change_pin = FALSE
       WHERE operator_id = :operatorId AND pin_hash = :proved AND active""")
  int changePin(int operatorId, String proved, String pinHash);

  @SqlUpdate(
      """
      UPDATE session SET closed_at = :now
       WHERE operator_id = :operatorId AND session_id <> :own AND closed_at IS NULL""")
  void endOtherSessions(int operatorId, UUID own, Instant now);

  /** Holds the PIN of an operator who works here as it is until the transaction ends. */
  @SqlQuery(
      """
      SELECT pin_hash FROM operator
       WHERE operator_id = :operatorId AND active LOCK IN SHARE MODE""")
  Optional<String> holdPin(int operatorId);

  /**
   * Lets those who open and end sessions of one terminal do so in turn: each sees those of the one
   * before, and takes the journal's head, which all of them append to, before any session.
   */
  @SqlQuery("SELECT last_number FROM audit_head WHERE terminal_id = :terminalId FOR UPDATE")
  long lockTerminal(int terminalId);

  default void closeSessions(int terminalId, Instant now) {
    long unused = lockTerminal(terminalId);
    endOpenSessions(terminalId, now);
  }

  /** Makes the row of a number, and locks it, there or not. */
  @SqlUpdate(
      """
      INSERT INTO sign_on_failure (store_id, number, tries, last_at)
      VALUES (:storeId, :number, 0, :now)
          ON DUPLICATE KEY UPDATE tries = tries""")
  void openFailure(int storeId, String number, Instant now);

  @SqlQuery(
      """
      SELECT tries, last_at, locked_until FROM sign_on_failure
       WHERE store_id = :storeId AND number = :number FOR UPDATE""")
  @RegisterConstructorMapper(FailureRow.class)
  FailureRow lockFailure(int storeId, String number);

  @SqlUpdate(
      """
      UPDATE sign_on_failure SET tries = :tries, last_at = :lastAt, locked_until = :lockedUntil
       WHERE store_id = :storeId AND number = :number""")
  void saveFailure(int storeId, String number, @BindMethods FailureRow failure);

  @SqlUpdate("DELETE FROM sign_on_failure WHERE store_id = :storeId AND number = :number")
  void forgetFailures(int storeId, String number);

  @SqlUpdate("DELETE FROM sign_on_failure WHERE last_at < :before LIMIT 5000")
  int forgetOldFailures(Instant before);

  /** The oldest tries of numbers that nobody has, beyond the newest {@code most}. */
  @SqlUpdate(
      """
      DELETE f FROM sign_on_failure f
        JOIN (SELECT store_id, number FROM sign_on_failure
               ORDER BY last_at DESC LIMIT 5000 OFFSET :most) old
          ON old.store_id = f.store_id AND old.number = f.number
        LEFT JOIN operator o ON o.store_id = f.store_id AND o.number = f.number
       WHERE o.operator_id IS NULL""")
  int forgetSurplus(int most);

  @SqlUpdate(
      "UPDATE session SET closed_at = :now WHERE terminal_id = :terminalId AND closed_at IS NULL")
  void endOpenSessions(int terminalId, Instant now);

  @SqlUpdate(
      """
      INSERT INTO session (session_id, terminal_id, operator_id, opened_at)
      VALUES (:sessionId, :terminalId, :operatorId, :now)""")
  void openSession(UUID sessionId, int terminalId, int operatorId, Instant now);
}
