package id.lajur.server.posting;

import id.lajur.server.database.Statements;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recorded answers of commands. */
public final class RequestDao {
  private RequestDao() {}

  /** One command's record. */
  public record Recorded(
      UUID requestId, int terminalId, byte[] digest, byte[] answer, Instant answeredAt) {
    /** Whether a command sent again is the one recorded, from the same machine. */
    public boolean isOf(Command command) {
      return terminalId == command.terminalId()
          && java.util.Arrays.equals(digest, command.digest());
    }
  }

  public static final InsertTable<Recorded> REQUEST =
      new InsertTable<>(
          """
          INSERT INTO request (request_id, terminal_id, digest, answer, answered_at)
          VALUES (?, ?, ?, ?, ?)""",
          (row, request) ->
              row.id(request.requestId())
                  .number(request.terminalId())
                  .bytes(request.digest())
                  .bytes(request.answer())
                  .time(request.answeredAt()));

  /**
   * What a command that is no posting was answered when it was done before, null = it was not;
   * asked under the lock that its act takes.
   *
   * @throws Refusal REQUEST_REUSED another command has its id
   */
  public static byte @Nullable [] answerOf(Connection connection, Command command)
      throws SQLException {
    Recorded recorded = find(connection, List.of(command.requestId())).get(command.requestId());
    if (recorded == null) {
      return null;
    }
    if (!recorded.isOf(command)) {
      throw new Refusal(Reason.REQUEST_REUSED).with("requestId", command.requestId());
    }
    return recorded.answer();
  }

  /**
   * Whether a command that is no posting was done before; asked under the lock that its act takes.
   *
   * @throws Refusal REQUEST_REUSED another command has its id
   */
  public static boolean isDone(Connection connection, Command command) throws SQLException {
    return answerOf(connection, command) != null;
  }

  /** Records a command that is no posting with its answer, in the transaction of its act. */
  public static void answered(
      Connection connection, Command command, byte[] answer, Instant answeredAt)
      throws SQLException {
    Statements.batch(
        connection,
        REQUEST.sql(),
        List.of(
            new Recorded(
                command.requestId(), command.terminalId(), command.digest(), answer, answeredAt)),
        REQUEST.binder());
  }

  /** Those of the ids that have a record. */
  public static Map<UUID, Recorded> find(Connection connection, List<UUID> requestIds)
      throws SQLException {
    Map<UUID, Recorded> found = new HashMap<>();
    for (Recorded recorded :
        Statements.queryKeys(
            connection,
            """
            SELECT request_id, terminal_id, digest, answer, answered_at FROM request
             WHERE request_id IN (%s)""",
            "?",
            requestIds,
            (row, id) -> row.id(id),
            row ->
                new Recorded(
                    Statements.id(row, "request_id"),
                    row.getInt("terminal_id"),
                    row.getBytes("digest"),
                    row.getBytes("answer"),
                    Statements.time(row, "answered_at")))) {
      found.put(recorded.requestId(), recorded);
    }
    return found;
  }
}
