package id.lajur.server.purchasing;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The drafts of deliveries, as whoever changes or posts one locks it. */
final class DraftRows {
  private DraftRows() {}

  /** The names stand in the database. */
  enum State {
    OPEN,
    POSTING,
    POSTED,
    DISCARDED
  }

  /** A draft that is locked. */
  record Held(State state, long version, String number) {
    /** Why nothing can be done to it any more. */
    Refusal closed() {
      return new Refusal(Reason.DRAFT_CLOSED).with("number", number).with("state", state);
    }
  }

  /** As it is written on paper: PB-2611-0187. */
  static String number(String month, int number) {
    return String.format(Locale.ROOT, "PB-%s-%04d", month, number);
  }

  static Optional<Held> lock(Connection connection, int storeId, UUID draftId) throws SQLException {
    return Statements.query(
            connection,
            """
            SELECT state, version, month, number FROM receiving_draft
             WHERE draft_id = ? AND store_id = ? FOR UPDATE""",
            draftId,
            (row, id) -> row.id(id).number(storeId),
            DraftRows::held)
        .stream()
        .findFirst();
  }

  /** Before the balances; one draft at a time, since a delivery has one. */
  static final LockedRows<UUID, Held> DRAFTS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 45;
        }

        @Override
        public Map<UUID, Held> lock(Connection connection, List<UUID> keys) throws SQLException {
          Map<UUID, Held> found = new HashMap<>();
          Statements.queryKeys(
              connection,
              """
              SELECT draft_id, state, version, month, number FROM receiving_draft
               WHERE draft_id IN (%s) ORDER BY draft_id FOR UPDATE""",
              "?",
              keys,
              (row, id) -> row.id(id),
              row -> found.put(Statements.id(row, "draft_id"), held(row)));
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, Held> changed) throws SQLException {
          Statements.batch(
              connection,
              "UPDATE receiving_draft SET state = ? WHERE draft_id = ?",
              changed.entrySet(),
              (row, entry) -> row.name(entry.getValue().state()).id(entry.getKey()));
        }
      };

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        State.valueOf(row.getString("state")),
        row.getLong("version"),
        number(row.getString("month"), row.getInt("number")));
  }
}
