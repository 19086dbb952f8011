package id.lajur.server.till;

import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Papers of a Z after its first, of its own lane and of desks. Each has a number of its own and a
 * record in the audit journal, from which the next number is counted; two copies at the same moment
 * take turns at the Z.
 */
final class ZCopies {
  private final DataSource pool;
  private final Clock clock;

  ZCopies(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * One copy.
   *
   * @param copyNumber from 1
   */
  record Copy(ZDao.Kept kept, int copyNumber, Instant at) {}

  /**
   * Gives a lane's Z its next copy number.
   *
   * @param number of the lane's Z reports; 0 = the last
   * @return the answer, recorded
   * @throws Refusal Z_UNKNOWN, REQUEST_REUSED
   */
  byte[] give(Command command, String terminal, long number, Function<Copy, byte[]> answer)
      throws SQLException {
    return Transactions.repeat(
        pool, connection -> give(connection, command, terminal, number, answer));
  }

  private byte[] give(
      Connection connection,
      Command command,
      String terminal,
      long number,
      Function<Copy, byte[]> answer)
      throws SQLException {
    HandoverDao.Named lane =
        HandoverDao.lane(connection, command.storeId(), terminal)
            .orElseThrow(() -> new Refusal(Reason.Z_UNKNOWN));
    ZDao.Kept kept =
        ZDao.find(connection, lane.id(), number).orElseThrow(() -> new Refusal(Reason.Z_UNKNOWN));
    ZDao.lock(connection, kept.z().zId());
    byte[] recorded = RequestDao.answerOf(connection, command);
    if (recorded != null) {
      return recorded;
    }
    Instant now = clock.instant();
    int copyNumber = ZDao.copies(connection, kept.z().zId()) + 1;
    AuditJournal.append(
        connection,
        AuditRecord.of(command.terminalId(), now, "Z_COPIED")
            .by(command.operatorId())
            .about(kept.z().zId())
            .changed(null, terminal + " Z " + kept.z().zNumber() + " COPY " + copyNumber));
    byte[] given = answer.apply(new Copy(kept, copyNumber, now));
    RequestDao.answered(connection, command, given, now);
    return given;
  }
}
