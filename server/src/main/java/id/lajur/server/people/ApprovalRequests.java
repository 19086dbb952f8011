package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Approval;
import id.lajur.server.security.ApprovalDao;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Permissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Approvals asked for at a lane and given at the manager's desk. A terminal waits for one at a
 * time; of two managers who answer, the first has answered. A lane that has gone away loses
 * nothing: its request expires, or it finds the answer when it asks again.
 */
public final class ApprovalRequests {
  static final Duration WAITS = Duration.ofMinutes(3);

  private final Jdbi jdbi;
  private final Clock clock;
  private final Runnable changed;

  /**
   * @param changed told after each change that is on disk
   */
  public ApprovalRequests(Jdbi jdbi, Clock clock, Runnable changed) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.changed = changed;
  }

  /** What became of a request. */
  enum State {
    WAITING,
    APPROVED,
    DECLINED,
    CANCELLED,
    EXPIRED
  }

  /** A request as it stands. */
  record Request(ApprovalRequestDao.RequestRow row, State state) {
    /** Of the request while it waits, of the approval once it is given. */
    Instant expiresAt() {
      return Objects.requireNonNullElse(row.approvalExpiresAt(), row.expiresAt());
    }
  }

  /** What is asked for; its id becomes the approval's. */
  record Asked(
      UUID requestId,
      String permission,
      UUID subjectId,
      String reason,
      @Nullable Long mostMinor,
      ApprovalMatter matter) {
    Asked {
      Approvals.refuseMost(mostMinor);
    }

    boolean is(Caller caller, ApprovalRequestDao.RequestRow row) {
      return row.terminalId() == caller.terminalId()
          && row.requestedBy() == caller.operatorOrThrow().operatorId()
          && row.permission().equals(permission)
          && row.subjectId().equals(subjectId)
          && Objects.equals(row.mostMinor(), mostMinor);
    }
  }

  /**
   * Asks for an approval; what the terminal asked before and still waits for is cancelled.
   *
   * @throws Refusal APPROVAL_NOT_ALLOWED for an act that nobody approves, REQUEST_REUSED
   */
  Request ask(Caller caller, Asked asked) throws SQLException {
    Caller.SignedOn operator = Approvals.asking(caller);
    if (!Permissions.APPROVABLE.contains(asked.permission())) {
      throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", asked.permission());
    }
    Request request =
        jdbi.inTransaction(
            handle -> {
              Instant now = now();
              ApprovalRequestDao dao = handle.attach(ApprovalRequestDao.class);
              ApprovalRequestDao.@Nullable RequestRow known =
                  dao.request(caller.storeId(), asked.requestId()).orElse(null);
              if (known == null) {
                cancelWaiting(handle, caller, now);
                insert(handle, caller, operator, asked, now);
              } else if (!asked.is(caller, known)) {
                throw new Refusal(Reason.REQUEST_REUSED).with("requestId", asked.requestId());
              }
              return find(dao, caller.storeId(), asked.requestId(), now);
            });
    changed.run();
    return request;
  }

  private static void insert(
      Handle handle, Caller caller, Caller.SignedOn operator, Asked asked, Instant now)
      throws SQLException {
    int made =
        handle
            .attach(ApprovalRequestDao.class)
            .insert(
                asked.requestId(),
                caller.storeId(),
                caller.terminalId(),
                operator.operatorId(),
                asked.permission(),
                asked.subjectId(),
                asked.reason(),
                asked.mostMinor(),
                asked.matter(),
                now,
                now.plus(WAITS));
    if (made == 0) { // the same call, at the same moment
      return;
    }
    AuditJournal.append(
        handle.getConnection(),
        new AuditRecord(
            caller.terminalId(),
            now,
            "APPROVAL_ASKED",
            operator.operatorId(),
            null,
            asked.subjectId(),
            null,
            asked.mostMinor(),
            null,
            asked.permission(),
            asked.reason().isEmpty() ? null : asked.reason()));
  }

  private static void cancelWaiting(Handle handle, Caller caller, Instant now) throws SQLException {
    ApprovalRequestDao dao = handle.attach(ApprovalRequestDao.class);
    for (UUID waiting : dao.lockWaitingAt(caller.terminalId())) {
      end(handle, caller, find(dao, caller.storeId(), waiting, now), State.CANCELLED, now);
    }
  }

  /**
   * Takes a request of the caller's terminal back; one that is answered, or expired, stays so.
   *
   * @throws Refusal APPROVAL_UNKNOWN
   */
  Request cancel(Caller caller, UUID requestId) throws SQLException {
    Request request =
        jdbi.inTransaction(
            handle -> {
              Instant now = now();
              Request waiting = ofTerminal(caller, lock(handle, caller, requestId, now));
              if (waiting.state() == State.WAITING) {
                end(handle, caller, waiting, State.CANCELLED, now);
              }
              return find(
                  handle.attach(ApprovalRequestDao.class), caller.storeId(), requestId, now);
            });
    changed.run();
    return request;
  }

  /**
   * A request of the caller's terminal, as it stands.
   *
   * @throws Refusal APPROVAL_UNKNOWN
   */
  Request mine(Caller caller, UUID requestId) {
    return ofTerminal(
        caller,
        jdbi.withExtension(
            ApprovalRequestDao.class, dao -> find(dao, caller.storeId(), requestId, now())));
  }

  private static Request ofTerminal(Caller caller, Request request) {
    if (request.row().terminalId() != caller.terminalId()) {
      throw new Refusal(Reason.APPROVAL_UNKNOWN);
    }
    return request;
  }

  /** All that wait in a store, by the time they were asked. */
  List<Request> waiting(int storeId) {
    return jdbi.withExtension(
        ApprovalRequestDao.class,
        dao ->
            dao.waiting(storeId, now(), now().plus(Approval.STEP)).stream()
                .map(row -> new Request(row, State.WAITING))
                .toList());
  }

  /**
   * Answers a request. The same answer of the same manager, sent again, is given again.
   *
   * @throws Refusal APPROVAL_UNKNOWN; APPROVAL_ANSWERED with its state when it does not wait any
   *     more; APPROVAL_NOT_ALLOWED when he may not do the act himself or asks it of himself
   */
  Request answer(Caller caller, UUID requestId, boolean approve, String reason)
      throws SQLException {
    Caller.SignedOn manager = caller.operatorOrThrow();
    State answer = approve ? State.APPROVED : State.DECLINED;
    Request answered =
        jdbi.inTransaction(
            handle -> {
              Instant now = now();
              Request request = lock(handle, caller, requestId, now);
              if (request.state() != State.WAITING) {
                if (request.state() == answer
                    && Objects.equals(request.row().answeredBy(), manager.operatorId())) {
                  return request;
                }
                throw new Refusal(Reason.APPROVAL_ANSWERED).with("state", request.state());
              }
              if (approve) {
                give(handle, caller, request.row(), reason, now);
              }
              end(handle, caller, request, answer, now);
              return find(
                  handle.attach(ApprovalRequestDao.class), caller.storeId(), requestId, now);
            });
    changed.run();
    return answered;
  }

  private static void give(
      Handle handle,
      Caller caller,
      ApprovalRequestDao.RequestRow request,
      String reason,
      Instant now)
      throws SQLException {
    Caller.SignedOn manager = caller.operatorOrThrow();
    if (manager.operatorId() == request.requestedBy() || !manager.may(request.permission())) {
      throw new Refusal(Reason.APPROVAL_NOT_ALLOWED).with("permission", request.permission());
    }
    ApprovalDao.ApprovalRow approval =
        new ApprovalDao.ApprovalRow(
            request.requestId(),
            request.terminalId(),
            request.requestedBy(),
            manager.operatorId(),
            request.permission(),
            request.subjectId(),
            reason.isEmpty() ? request.reason() : reason,
            request.mostMinor(),
            now,
            now.plus(Approvals.LASTS));
    if (!ApprovalDao.give(handle.getConnection(), approval)) {
      throw new Refusal(Reason.REQUEST_REUSED).with("requestId", request.requestId());
    }
    AuditJournal.append(
        handle.getConnection(),
        Approvals.record(caller.terminalId(), "APPROVED", request.requestedBy(), approval));
  }

  private static void end(Handle handle, Caller caller, Request request, State state, Instant now)
      throws SQLException {
    int by = caller.operatorOrThrow().operatorId();
    handle
        .attach(ApprovalRequestDao.class)
        .end(request.row().requestId(), state.name(), state == State.CANCELLED ? null : by, now);
    if (state != State.APPROVED) { // an approval has its own record
      AuditJournal.append(
          handle.getConnection(),
          AuditRecord.of(caller.terminalId(), now, "APPROVAL_" + state)
              .by(by)
              .about(request.row().subjectId())
              .changed(null, request.row().permission()));
    }
  }

  private static Request lock(Handle handle, Caller caller, UUID requestId, Instant now) {
    ApprovalRequestDao dao = handle.attach(ApprovalRequestDao.class);
    if (dao.lock(requestId).isEmpty()) {
      throw new Refusal(Reason.APPROVAL_UNKNOWN);
    }
    return find(dao, caller.storeId(), requestId, now);
  }

  private static Request find(ApprovalRequestDao dao, int storeId, UUID requestId, Instant now) {
    ApprovalRequestDao.RequestRow row =
        dao.request(storeId, requestId).orElseThrow(() -> new Refusal(Reason.APPROVAL_UNKNOWN));
    State state = State.valueOf(row.state());
    boolean over =
        !now.isBefore(row.expiresAt()) || now.isBefore(row.requestedAt().minus(Approval.STEP));
    return new Request(row, state == State.WAITING && over ? State.EXPIRED : state);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
