package id.lajur.server.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** Requests for approval that wait, or have waited, for the manager's desk. */
interface ApprovalRequestDao {
  /**
   * A request with the names that a desk shows.
   *
   * @param state as the database keeps it: one that waits may have expired
   */
  record RequestRow(
      UUID requestId,
      int terminalId,
      String terminal,
      int requestedBy,
      String operatorNumber,
      String operatorName,
      String permission,
      UUID subjectId,
      String reason,
      @Nullable Long mostMinor,
      @Nested ApprovalMatter matter,
      Instant requestedAt,
      Instant expiresAt,
      String state,
      @Nullable Integer answeredBy,
      @Nullable String answerer,
      @Nullable Instant approvalExpiresAt) {}

  String COLUMNS =
      """
      SELECT q.request_id, q.terminal_id, t.code AS terminal, q.requested_by,
             o.number AS operator_number, o.name AS operator_name, q.permission, q.subject_id,
             q.reason, q.most_minor, q.item_name, q.quantity_milli, q.price_minor,
             q.new_price_minor, q.percent_micro, q.basket_minor, q.requested_at, q.expires_at, q.state, q.answered_by,
             m.name AS answerer, a.expires_at AS approval_expires_at
        FROM approval_request q
        JOIN terminal t ON t.terminal_id = q.terminal_id
        JOIN operator o ON o.operator_id = q.requested_by
        LEFT JOIN operator m ON m.operator_id = q.answered_by
        LEFT JOIN approval a ON a.approval_id = q.request_id
       WHERE q.store_id = :storeId""";

  @SqlQuery(COLUMNS + " AND q.request_id = :requestId")
  @RegisterConstructorMapper(RequestRow.class)
  Optional<RequestRow> request(int storeId, UUID requestId);

  @SqlQuery(
      COLUMNS
          + " AND q.state = 'WAITING' AND q.expires_at > :now AND q.requested_at <= :soon"
          + " ORDER BY q.requested_at, q.request_id LIMIT 500")
  @RegisterConstructorMapper(RequestRow.class)
  List<RequestRow> waiting(int storeId, Instant now, Instant soon);

  @SqlQuery("SELECT 1 FROM approval_request WHERE request_id = :requestId FOR UPDATE")
  Optional<Integer> lock(UUID requestId);

  @SqlQuery(
      """
      SELECT request_id FROM approval_request
       WHERE terminal_id = :terminalId AND state = 'WAITING' ORDER BY request_id FOR UPDATE""")
  List<UUID> lockWaitingAt(int terminalId);

  @SqlUpdate(
      """
      INSERT IGNORE INTO approval_request (request_id, store_id, terminal_id, requested_by,
             permission, subject_id, reason, most_minor, item_name, quantity_milli, price_minor,
             new_price_minor, percent_micro, basket_minor, requested_at, expires_at, state)
      VALUES (:requestId, :storeId, :terminalId, :operatorId, :permission, :subjectId, :reason,
              :mostMinor, :itemName, :quantityMilli, :priceMinor, :newPriceMinor, :percentMicro,
              :basketMinor, :now, :expiresAt, 'WAITING')""")
  int insert(
      UUID requestId,
      int storeId,
      int terminalId,
      int operatorId,
      String permission,
      UUID subjectId,
      String reason,
      @Nullable Long mostMinor,
      @BindMethods ApprovalMatter matter,
      Instant now,
      Instant expiresAt);

  /** As {@link id.lajur.server.security.ApprovalDao#endOfTheFuture}. */
  @SqlUpdate(
      """
      UPDATE approval_request SET expires_at = requested_at
       WHERE state = 'WAITING' AND expires_at > requested_at AND requested_at > :now""")
  int endOfTheFuture(Instant now);

  @SqlUpdate(
      """
      UPDATE approval_request SET state = :state, answered_by = :answeredBy, answered_at = :now
       WHERE request_id = :requestId""")
  void end(UUID requestId, String state, @Nullable Integer answeredBy, Instant now);
}
