package id.lajur.server.security;

import id.lajur.server.database.Statements;
import java.sql.SQLException;
import java.util.UUID;

/**
 * What a caller was admitted by when last looked up. An act may be computed for such a caller
 * without looking again, if its one writing statement holds {@link #STANDS}: then it is written
 * only while machine, session, operator, shift, rules and catalogue are as they were, and the
 * request id has no recorded answer.
 */
public record Standing(byte[] fingerprint, Caller caller) {
  /** A condition; its values are bound by {@link #bind}. */
  public static final String STANDS =
      """
      EXISTS (SELECT 1 FROM session s
                JOIN terminal t ON t.terminal_id = s.terminal_id
                JOIN operator o ON o.operator_id = s.operator_id
                JOIN shift h ON h.shift_id = ?
                JOIN store st ON st.store_id = t.store_id
               WHERE s.session_id = ? AND s.closed_at IS NULL AND s.terminal_id = ?
                 AND t.certificate_fingerprint = ?
                 AND o.active AND o.role_id = ?
                 AND h.closed_at IS NULL AND h.terminal_id = s.terminal_id
                 AND h.operator_id = s.operator_id
                 AND st.rules_version = ? AND st.catalog_version = ?)
        AND NOT EXISTS (SELECT 1 FROM request r WHERE r.request_id = ?)""";

  /** Binds the values of {@link #STANDS}. */
  public void bind(Statements.Row row, UUID requestId) throws SQLException {
    Caller.SignedOn operator = caller.operatorOrThrow();
    row.id(caller.shiftOrThrow().shiftId())
        .id(operator.sessionId())
        .number(caller.terminalId())
        .bytes(fingerprint)
        .number(operator.roleId())
        .number(caller.rulesVersion())
        .number(caller.catalogVersion())
        .id(requestId);
  }

  /** The act was not written: the caller does not stand any more, or another entry came first. */
  public static final class Fallen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Fallen() {
      super("what was known of the caller does not hold any more", null, false, false);
    }
  }
}
