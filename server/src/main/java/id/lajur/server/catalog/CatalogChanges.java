package id.lajur.server.catalog;

import id.lajur.server.database.Ids;
import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What changes of the catalogue by people share: one after another under the lock of the catalogue,
 * each with its records in the audit journal, the recorded answer, the raised version and the event
 * in one transaction. A scan is written only under the version that its item was read in, so each
 * lane knows of a change with its next one.
 */
final class CatalogChanges {
  private final DataSource pool;
  private final long fence;
  private final Clock clock;
  private final Runnable committed;

  /**
   * @param committed told after each change that is on disk
   */
  CatalogChanges(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.fence = fence;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * What a change did.
   *
   * @param records for the journal, their subject left out; none where everything was so already:
   *     then there is no event either
   * @param items how many it concerned
   */
  record Done(byte[] answer, List<AuditRecord> records, int items) {
    Done {
      records = List.copyOf(records);
    }
  }

  /** A change within its transaction; it may be made again, so it keeps nothing. */
  @FunctionalInterface
  interface Change {
    Done make(Connection connection, Instant now) throws SQLException;
  }

  /**
   * Makes a change, or gives the answer of the same one made before.
   *
   * @throws Refusal REQUEST_REUSED, RIGHT_TO_POST_LOST, and those of the change
   */
  byte[] make(Command command, Change change) throws SQLException {
    byte[] given;
    try {
      given = Transactions.repeat(pool, connection -> make(connection, command, change));
    } catch (EventLog.RightLost e) {
      throw new Refusal(Reason.RIGHT_TO_POST_LOST);
    }
    committed.run();
    return given;
  }

  private byte[] make(Connection connection, Command command, Change change) throws SQLException {
    CatalogDao.lockStore(connection, command.storeId());
    byte[] recorded = RequestDao.answerOf(connection, command);
    if (recorded != null) {
      return recorded;
    }
    // Read under the lock: whoever is answered later has the later moment.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Done done = change.make(connection, now);
    UUID changeId = Ids.next();
    if (!done.records().isEmpty()) {
      CatalogDao.raiseVersion(connection, command.storeId());
      AuditJournal.append(
          connection, done.records().stream().map(record -> record.about(changeId)).toList());
    }
    RequestDao.answered(connection, command, done.answer(), now);
    if (!done.records().isEmpty()) {
      EventLog.append(
          connection,
          command.storeId(),
          fence,
          List.of(
              new Event(
                  Event.Kind.CATALOG_CHANGED,
                  changeId,
                  command.terminalId(),
                  null,
                  now,
                  0,
                  done.items())));
    }
    return done.answer();
  }
}
