package id.lajur.server.purchasing;

import id.lajur.server.database.Ids;
import id.lajur.server.database.LikeText;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeping suppliers: one after another under the store's row, each with its record in the journal.
 */
public final class Suppliers {
  private static final int PAGE = 100;
  private static final int MOST_PAGE = 500;

  private final DataSource pool;
  private final Clock clock;

  public Suppliers(DataSource pool, Clock clock) {
    this.pool = pool;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param nextToken empty after the last
   */
  record Page(List<Supplier> suppliers, String nextToken) {}

  /**
   * Suppliers by code.
   *
   * @param query part of the name or beginning of the code; empty = all
   * @throws Refusal PAGE_INVALID
   */
  Page list(int storeId, String query, int pageSize, String token) throws SQLException {
    int size = Pages.size(pageSize, PAGE, MOST_PAGE);
    try (Connection connection = pool.getConnection()) {
      List<Supplier> found =
          SupplierDao.list(connection, storeId, LikeText.of(query), token, size + 1);
      boolean more = found.size() > size;
      return new Page(
          found.subList(0, Math.min(size, found.size())), more ? found.get(size - 1).code() : "");
    }
  }

  /**
   * Keeps a new one.
   *
   * @param answer of what is kept
   * @throws Refusal SUPPLIER_EXISTS, REQUEST_REUSED
   */
  byte[] create(Command command, Supplier asked, Function<Supplier, byte[]> answer)
      throws SQLException {
    return record(
        command,
        answer,
        (connection, now) -> {
          if (SupplierDao.lock(connection, command.storeId(), asked.code()).isPresent()) {
            throw new Refusal(Reason.SUPPLIER_EXISTS).with("supplier", asked.code());
          }
          Supplier first = asked.kept(0, 1);
          Supplier kept = first.kept(SupplierDao.insert(connection, command.storeId(), first), 1);
          journal(connection, command, "SUPPLIER_CREATED", null, kept, now);
          return kept;
        });
  }

  /**
   * Changes one, if nobody did since it was read.
   *
   * @param asked with the version that was read
   * @throws Refusal SUPPLIER_UNKNOWN, SUPPLIER_CHANGED, REQUEST_REUSED
   */
  byte[] update(Command command, Supplier asked, Function<Supplier, byte[]> answer)
      throws SQLException {
    return record(
        command,
        answer,
        (connection, now) -> {
          Supplier before =
              SupplierDao.lock(connection, command.storeId(), asked.code())
                  .orElseThrow(
                      () -> new Refusal(Reason.SUPPLIER_UNKNOWN).with("supplier", asked.code()));
          if (before.version() != asked.version()) {
            throw new Refusal(Reason.SUPPLIER_CHANGED).with("supplier", asked.code());
          }
          Supplier kept = asked.kept(before.supplierId(), before.version() + 1);
          SupplierDao.update(connection, kept);
          journal(connection, command, "SUPPLIER_CHANGED", before, kept, now);
          return kept;
        });
  }

  @FunctionalInterface
  private interface Change {
    Supplier make(Connection connection, Instant now) throws SQLException;
  }

  private byte[] record(Command command, Function<Supplier, byte[]> answer, Change change)
      throws SQLException {
    return Transactions.repeat(
        pool,
        connection -> {
          SupplierDao.lockStore(connection, command.storeId());
          byte[] recorded = RequestDao.answerOf(connection, command);
          if (recorded != null) {
            return recorded;
          }
          Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
          byte[] given = answer.apply(change.make(connection, now));
          RequestDao.answered(connection, command, given, now);
          return given;
        });
  }

  private static void journal(
      Connection connection,
      Command command,
      String kind,
      @Nullable Supplier before,
      Supplier after,
      Instant now)
      throws SQLException {
    AuditJournal.append(
        connection,
        AuditRecord.of(command.terminalId(), now, kind)
            .by(command.operatorId())
            .about(Ids.next())
            .changed(before == null ? null : before.forJournal(), after.forJournal()));
  }
}
