package id.lajur.server.security;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whether those whose commands are posted still stand as they did when last admitted: one look for
 * a whole group, where each would have looked for itself. The shift is the sale's own to judge; the
 * catalogue has no part in a payment. Nothing is locked or written.
 */
public final class StandingRows implements LockedRows<StandingRows.Key, Boolean> {
  public static final StandingRows STANDINGS = new StandingRows();

  /**
   * A condition that the caller of one command stands, as of the beginning of the statement; its
   * values are bound by {@link #bind}.
   */
  public static final String STANDS =
      """
      EXISTS (SELECT 1 FROM session s
                JOIN terminal t ON t.terminal_id = s.terminal_id
                JOIN operator o ON o.operator_id = s.operator_id
                JOIN shift h ON h.shift_id = ?
                JOIN store st ON st.store_id = t.store_id
               WHERE s.session_id = ? AND s.closed_at IS NULL AND s.terminal_id = ?
                 AND t.certificate_fingerprint = ? AND t.location_id = ?
                 AND o.active AND o.role_id = ?
                 AND h.closed_at IS NULL AND h.terminal_id = s.terminal_id
                 AND h.operator_id = s.operator_id
                 AND st.rules_version = ? AND st.catalog_version = ?)
        AND NOT EXISTS (SELECT 1 FROM request r WHERE r.request_id = ?)""";

  /** Binds the values of {@link #STANDS}. */
  public static void bind(Statements.Row row, Standing standing, UUID requestId)
      throws SQLException {
    Caller caller = standing.caller();
    Caller.SignedOn operator = caller.operatorOrThrow();
    row.id(caller.shiftOrThrow().shiftId())
        .id(operator.sessionId())
        .number(caller.terminalId())
        .bytes(standing.fingerprint())
        .number(caller.locationId())
        .number(operator.roleId())
        .number(caller.rulesVersion())
        .number(caller.catalogVersion())
        .id(requestId);
  }

  private StandingRows() {}

  /** A command and the standing on which it is posted. */
  public record Key(UUID requestId, Standing standing) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRequest = requestId.compareTo(other.requestId);
      return byRequest != 0 ? byRequest : session().compareTo(other.session());
    }

    private UUID session() {
      return standing.caller().operatorOrThrow().sessionId();
    }
  }

  private record Found(
      UUID id,
      @Nullable Integer terminalId,
      byte @Nullable [] fingerprint,
      int locationId,
      int roleId,
      long rulesVersion) {
    boolean is(Standing standing) {
      Caller caller = standing.caller();
      return terminalId != null
          && terminalId == caller.terminalId()
          && Arrays.equals(fingerprint, standing.fingerprint())
          && locationId == caller.locationId()
          && roleId == caller.operatorOrThrow().roleId()
          && rulesVersion == caller.rulesVersion();
    }
  }

  @Override
  public int order() {
    return 2; // before the tills, which are 5
  }

  /** True for those who stand and whose request id has made no basket's entry. */
  @Override
  public Map<Key, Boolean> lock(Connection connection, List<Key> keys) throws SQLException {
    Map<UUID, Found> sessions = new HashMap<>();
    Set<UUID> entries = new HashSet<>();
    Statements.queryKeys(
        connection,
        """
        SELECT s.session_id AS id, s.terminal_id, t.certificate_fingerprint, t.location_id,
               o.role_id, st.rules_version
          FROM session s
          JOIN terminal t ON t.terminal_id = s.terminal_id
          JOIN operator o ON o.operator_id = s.operator_id AND o.active
          JOIN store st ON st.store_id = t.store_id
         WHERE s.closed_at IS NULL AND s.session_id IN (%1$s)
         UNION ALL
        SELECT request_id, NULL, NULL, 0, 0, 0 FROM basket_entry WHERE request_id IN (%1$s)""",
        "?",
        keys,
        List.of((row, key) -> row.id(key.session()), (row, key) -> row.id(key.requestId())),
        row -> {
          Found found =
              new Found(
                  Statements.id(row, "id"),
                  row.getObject("terminal_id", Integer.class),
                  row.getBytes("certificate_fingerprint"),
                  row.getInt("location_id"),
                  row.getInt("role_id"),
                  row.getLong("rules_version"));
          return found.terminalId() == null
              ? entries.add(found.id())
              : sessions.put(found.id(), found) == null;
        });
    Map<Key, Boolean> standing = new TreeMap<>();
    for (Key key : keys) {
      Found found = sessions.get(key.session());
      standing.put(
          key, found != null && found.is(key.standing()) && !entries.contains(key.requestId()));
    }
    return standing;
  }

  @Override
  public void save(Connection connection, Map<Key, Boolean> changed) {
    throw new IllegalStateException("how a caller stands is not the posting's to change");
  }
}
