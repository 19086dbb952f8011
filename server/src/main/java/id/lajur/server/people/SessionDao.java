package id.lajur.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** Open sessions, and their end by idleness. */
interface SessionDao {
  /**
   * An open session.
   *
   * @param kind of the terminal
   * @param idleSeconds since its last call to any server, by the database's clock, to the minute
   */
  record OpenRow(UUID sessionId, int terminalId, int operatorId, String kind, long idleSeconds) {}

  @SqlQuery(
      """
      SELECT s.session_id, s.terminal_id, s.operator_id, t.kind,
             TIMESTAMPDIFF(SECOND, COALESCE(s.seen_at, s.opened_at), UTC_TIMESTAMP(6))
               AS idle_seconds
        FROM session s JOIN terminal t ON t.terminal_id = s.terminal_id
       WHERE s.closed_at IS NULL AND t.store_id = :storeId""")
  @RegisterConstructorMapper(OpenRow.class)
  List<OpenRow> open(int storeId);

  @SqlBatch(
      """
      UPDATE session SET seen_at = UTC_TIMESTAMP(6)
       WHERE session_id = :sessionId AND closed_at IS NULL""")
  void seen(List<UUID> sessionId);

  @SqlUpdate(
      "UPDATE session SET closed_at = :now WHERE session_id = :sessionId AND closed_at IS NULL")
  int close(UUID sessionId, Instant now);

  /**
   * What the store has set for a kind of terminal, or for all; the default of a store made for
   * training, whose days jump, is never.
   */
  @SqlQuery(
      """
      SELECT COALESCE((SELECT v.value FROM store_setting v
                        WHERE v.store_id = s.store_id
                          AND v.name = CONCAT('session.idle_minutes.', LOWER(:kind))
                          AND v.effective_at <= :now
                        ORDER BY v.effective_at DESC LIMIT 1),
                      (SELECT v.value FROM store_setting v
                        WHERE v.store_id = s.store_id AND v.name = 'session.idle_minutes'
                          AND v.effective_at <= :now
                        ORDER BY v.effective_at DESC LIMIT 1), IF(s.training, '0', NULL))
        FROM store s WHERE s.store_id = :storeId""")
  Optional<Integer> setIdleMinutes(int storeId, String kind, Instant now);

  /** Minutes after which a session of a kind of terminal ends by itself; 0 = never. */
  default int idleMinutes(int storeId, String kind, Instant now) {
    return setIdleMinutes(storeId, kind, now)
        .orElseGet(() -> Integer.valueOf(Setting.IDLE_MINUTES.otherwise()));
  }

  /** Whoever is on at a terminal, or has a shift open there. */
  record AtTerminalRow(int terminalId, String number, String pinHash) {}

  /** Of those who are employed and may sell: the same operator once for a terminal. */
  @SqlQuery(
      """
      SELECT h.terminal_id, o.number, o.pin_hash
        FROM operator o JOIN shift h ON h.operator_id = o.operator_id AND h.closed_at IS NULL
        JOIN role_permission p ON p.role_id = o.role_id AND p.permission = :permission
       WHERE o.store_id = :storeId AND o.active
       UNION
      SELECT s.terminal_id, o.number, o.pin_hash
        FROM session s JOIN operator o ON o.operator_id = s.operator_id
        JOIN role_permission p ON p.role_id = o.role_id AND p.permission = :permission
       WHERE s.closed_at IS NULL AND o.store_id = :storeId AND o.active""")
  @RegisterConstructorMapper(AtTerminalRow.class)
  List<AtTerminalRow> atTerminals(int storeId, String permission);
}
