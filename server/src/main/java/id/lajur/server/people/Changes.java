package id.lajur.server.people;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * What changes of people, roles and settings share: one after another under the store's row, each
 * with its record in the journal, the raised version of the rules and the event in one transaction.
 * From its commit on no act is admitted, and none written, by what was allowed before.
 */
public final class Changes {
  private final Jdbi jdbi;
  private final int storeId;
  private final Author author;
  private final @Nullable Asked asked;
  private final Clock clock;

  /**
   * @param author on whose terminal's journal, and in whose name, the changes are kept
   */
  public Changes(Jdbi jdbi, int storeId, Author author, Clock clock) {
    this(jdbi, storeId, author, null, clock);
  }

  private Changes(Jdbi jdbi, int storeId, Author author, @Nullable Asked asked, Clock clock) {
    this.jdbi = jdbi;
    this.storeId = storeId;
    this.author = author;
    this.asked = asked;
    this.clock = clock;
  }

  /**
   * The one change that an operator's command asks for: made once, whatever it is sent, and only
   * while he may, as the lock of the change finds him. So of two managers who dismiss each other at
   * once the second is refused.
   *
   * @param permission that the change needs
   */
  public static Changes by(Jdbi jdbi, Command command, String permission, Clock clock) {
    return new Changes(
        jdbi,
        command.storeId(),
        new Author(command.terminalId(), command.operatorId(), ""),
        new Asked(command, permission),
        clock);
  }

  private record Asked(Command command, String permission) {}

  /**
   * Who changes something.
   *
   * @param operatorId null for somebody at the server's own console
   * @param reason empty when none is given
   */
  public record Author(int terminalId, @Nullable Integer operatorId, String reason) {}

  /**
   * What a change did.
   *
   * @param kind for the journal
   * @param about operator or role, by number; null for a setting
   * @param before null when it is new
   */
  record Done(String kind, @Nullable Integer about, @Nullable String before, String after) {}

  /** A change within its transaction. */
  @FunctionalInterface
  interface Change {
    Done make(Handle handle, Instant now) throws SQLException;
  }

  /** Several that are made together or not at all. */
  @FunctionalInterface
  interface Several {
    List<Done> make(Handle handle, Instant now) throws SQLException;
  }

  int storeId() {
    return storeId;
  }

  /** For what is only looked at; a change has the moment that it is given. */
  Instant now() {
    return clock.instant();
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /**
   * What whoever changes something may do himself, as it is now: asked within the change, whose
   * lock keeps it so.
   *
   * @throws Refusal NOT_SIGNED_ON he has left meanwhile
   */
  Power power(Handle handle) {
    Integer operatorId = author.operatorId();
    if (operatorId == null) {
      return Power.CONSOLE;
    }
    OperatorDao.OperatorRow self =
        handle.attach(OperatorDao.class).operator(storeId, (int) operatorId).orElseThrow();
    if (!self.active()) {
      throw new Refusal(Reason.NOT_SIGNED_ON);
    }
    return Power.of(Roles.find(handle.attach(RoleDao.class), storeId, self.role()));
  }

  /** Makes a change, or none of it. */
  void make(Change change) throws SQLException {
    makeAll((handle, now) -> List.of(change.make(handle, now)));
  }

  /** Makes several changes, or none of them. */
  void makeAll(Several changes) throws SQLException {
    jdbi.useTransaction(
        handle -> {
          ChangeDao dao = handle.attach(ChangeDao.class);
          dao.lockStore(storeId);
          if (asked != null) {
            if (RequestDao.isDone(handle.getConnection(), asked.command())) {
              return;
            }
            power(handle).mustHave(asked.permission());
          }
          // Read under the lock: whoever is answered later has the later moment.
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          List<Done> done = changes.make(handle, now);
          if (asked != null) {
            RequestDao.answered(handle.getConnection(), asked.command(), new byte[0], now);
          }
          if (!done.isEmpty()) {
            dao.raiseRules(storeId);
            tell(handle, done, dao.fence(storeId), now);
          }
        });
  }

  /** Nothing of the store is kept in memory here: it may append under whatever fence stands. */
  private void tell(Handle handle, List<Done> all, long fence, Instant now) throws SQLException {
    List<Event> events = new ArrayList<>();
    for (Done done : all) {
      UUID changeId = Ids.next();
      AuditJournal.append(handle.getConnection(), record(done, changeId, now));
      events.add(
          new Event(Event.Kind.SETTINGS_CHANGED, changeId, author.terminalId(), null, now, 0, 1));
    }
    long unused = EventLog.append(handle.getConnection(), storeId, fence, events);
  }

  private AuditRecord record(Done done, UUID changeId, Instant now) {
    return new AuditRecord(
        author.terminalId(),
        now,
        done.kind(),
        author.operatorId(),
        null,
        changeId,
        done.about(),
        null,
        done.before(),
        done.after(),
        author.reason().isEmpty() ? null : author.reason());
  }
}
