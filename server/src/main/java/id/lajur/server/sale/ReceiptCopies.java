package id.lajur.server.sale;

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
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Papers of a sale after its first. Each has a number of its own and a record in the audit journal,
 * from which the next number is counted; two copies at the same moment take turns at the sale.
 */
public final class ReceiptCopies {
  private final DataSource pool;
  private final Clock clock;

  public ReceiptCopies(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * One copy.
   *
   * @param copyNumber from 1
   */
  record Copy(UUID saleId, int copyNumber) {}

  /**
   * Gives a sale's receipt its next copy number.
   *
   * @param named null = the last sale of the command's terminal
   * @return the answer, recorded
   * @throws Refusal SALE_UNKNOWN, REQUEST_REUSED
   */
  byte[] give(Command command, @Nullable UUID named, Function<Copy, byte[]> answer)
      throws SQLException {
    return Transactions.repeat(pool, connection -> give(connection, command, named, answer));
  }

  private byte[] give(
      Connection connection, Command command, @Nullable UUID named, Function<Copy, byte[]> answer)
      throws SQLException {
    UUID saleId =
        named != null
            ? named
            : ReceiptDao.last(connection, command.terminalId())
                .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
    if (!ReceiptDao.lock(connection, command.storeId(), saleId)) {
      throw new Refusal(Reason.SALE_UNKNOWN);
    }
    byte[] recorded = RequestDao.answerOf(connection, command);
    if (recorded != null) {
      return recorded;
    }
    Instant now = clock.instant();
    int copyNumber = ReceiptDao.copies(connection, saleId) + 1;
    AuditJournal.append(
        connection,
        AuditRecord.of(command.terminalId(), now, "RECEIPT_COPIED")
            .by(command.operatorId())
            .about(saleId)
            .changed(null, Integer.toString(copyNumber)));
    byte[] given = answer.apply(new Copy(saleId, copyNumber));
    RequestDao.answered(connection, command, given, now);
    return given;
  }
}
