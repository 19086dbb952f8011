package id.lajur.server.security;

import id.lajur.server.database.Statements;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who calls and whether the command was answered before: one statement, run at every call. */
public final class AdmissionDao {
  private AdmissionDao() {}

  /**
   * What a call is admitted by.
   *
   * @param recordedDigest of an earlier answer to the same request id, with its terminal and answer
   * @param entryDigest of a basket entry made by the same request id
   */
  public record Admission(
      int storeId,
      int terminalId,
      String terminalCode,
      int locationId,
      long rulesVersion,
      long catalogVersion,
      @Nullable Integer operatorId,
      @Nullable String operatorNumber,
      @Nullable String operatorName,
      int roleId,
      boolean mustChangePin,
      @Nullable UUID shiftId,
      @Nullable LocalDate businessDate,
      @Nullable Integer recordedTerminal,
      byte @Nullable [] recordedDigest,
      byte @Nullable [] recordedAnswer,
      @Nullable UUID entryBasket,
      int entrySeq,
      @Nullable Integer entryTerminal,
      byte @Nullable [] entryDigest) {}

  private record Key(byte[] fingerprint, @Nullable UUID session, @Nullable UUID request) {}

  static Optional<Admission> find(
      Connection connection, byte[] fingerprint, @Nullable UUID sessionId, @Nullable UUID requestId)
      throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT t.store_id, t.terminal_id, t.code, t.location_id, st.rules_version,
                   st.catalog_version,
                   o.operator_id, o.number, o.name, o.role_id, o.must_change_pin,
                   h.shift_id, h.business_date,
                   r.terminal_id AS recorded_terminal, r.digest, r.answer,
                   e.basket_id, e.seq, e.terminal_id AS entry_terminal, e.digest AS entry_digest
              FROM terminal t
              JOIN store st ON st.store_id = t.store_id
              LEFT JOIN session s ON s.session_id = ? AND s.terminal_id = t.terminal_id
                                 AND s.closed_at IS NULL
              LEFT JOIN operator o ON o.operator_id = s.operator_id AND o.active
              LEFT JOIN shift h ON h.operator_id = o.operator_id AND h.closed_at IS NULL
                               AND h.terminal_id = t.terminal_id
              LEFT JOIN request r ON r.request_id = ?
              LEFT JOIN basket_entry e ON e.request_id = ?
             WHERE t.certificate_fingerprint = ?""",
            new Key(fingerprint, sessionId, requestId),
            (row, key) ->
                row.id(key.session()).id(key.request()).id(key.request()).bytes(key.fingerprint()),
            row ->
                new Admission(
                    row.getInt("store_id"),
                    row.getInt("terminal_id"),
                    row.getString("code"),
                    row.getInt("location_id"),
                    row.getLong("rules_version"),
                    row.getLong("catalog_version"),
                    row.getObject("operator_id", Integer.class),
                    row.getString("number"),
                    row.getString("name"),
                    row.getInt("role_id"),
                    row.getBoolean("must_change_pin"),
                    Statements.idOrNull(row, "shift_id"),
                    row.getObject("business_date", LocalDate.class),
                    row.getObject("recorded_terminal", Integer.class),
                    row.getBytes("digest"),
                    row.getBytes("answer"),
                    Statements.idOrNull(row, "basket_id"),
                    row.getInt("seq"),
                    row.getObject("entry_terminal", Integer.class),
                    row.getBytes("entry_digest")))
        .stream()
        .findFirst();
  }

  /** What a role may do, and how far. */
  public record RoleRights(Set<String> permissions, RoleLimits limits) {
    public RoleRights {
      permissions = Set.copyOf(permissions);
    }
  }

  static RoleRights rights(Connection connection, int roleId) throws SQLException {
    RoleLimits limits =
        Statements.query(
                connection,
                """
                SELECT discount_limit_micro, override_limit_micro, return_limit_minor,
                       cash_limit_minor, drawer_limit
                  FROM role WHERE role_id = ?""",
                roleId,
                (row, id) -> row.number(id),
                AdmissionDao::limits)
            .get(0);
    return new RoleRights(permissions(connection, roleId), limits);
  }

  /** What an operator's role may do as of now, and how far. */
  public static RoleRights rightsOf(Connection connection, int operatorId) throws SQLException {
    int roleId =
        Statements.query(
                connection,
                "SELECT role_id FROM operator WHERE operator_id = ?",
                operatorId,
                (row, id) -> row.number(id),
                row -> row.getInt(1))
            .get(0);
    return rights(connection, roleId);
  }

  static RoleLimits limits(ResultSet row) throws SQLException {
    return new RoleLimits(
        Statements.numberOrNull(row, "discount_limit_micro"),
        Statements.numberOrNull(row, "override_limit_micro"),
        Statements.numberOrNull(row, "return_limit_minor"),
        Statements.numberOrNull(row, "cash_limit_minor"),
        Statements.numberOrNull(row, "drawer_limit"));
  }

  public static Set<String> permissions(Connection connection, int roleId) throws SQLException {
    return Set.copyOf(
        Statements.query(
            connection,
            "SELECT permission FROM role_permission WHERE role_id = ?",
            roleId,
            (row, id) -> row.number(id),
            row -> row.getString(1)));
  }
}
