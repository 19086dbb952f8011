package id.lajur.server.people;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
  private final Clock clock;

  /**
   * @param author on whose terminal's journal, and in whose name, the changes are kept
   */
  public Changes(Jdbi jdbi, int storeId, Author author, Clock clock) {
    this.jdbi = jdbi;
    this.storeId = storeId;
    this.author = author;
    this.clock = clock;
  }

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

  int storeId() {
    return storeId;
  }

  Jdbi jdbi() {
    return jdbi;
  }

  /** Makes a change, or none of it. */
  void make(Change change) throws SQLException {
    jdbi.useTransaction(
        handle -> {
          ChangeDao dao = handle.attach(ChangeDao.class);
          dao.lockStore(storeId);
          // Read under the lock: whoever is answered later has the later moment.
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          Done done = change.make(handle, now);
          dao.raiseRules(storeId);
          UUID changeId = Ids.next();
          AuditJournal.append(handle.getConnection(), record(done, changeId, now));
          // Nothing of the store is kept in memory here: it may append under whatever fence stands.
          long unused =
              EventLog.append(
                  handle.getConnection(),
                  storeId,
                  dao.fence(storeId),
                  List.of(
                      new Event(
                          Event.Kind.SETTINGS_CHANGED,
                          changeId,
                          author.terminalId(),
                          null,
                          now,
                          0,
                          1)));
        });
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
