package id.lajur.server.catalog;

import id.lajur.server.database.Ids;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Brings items into the catalogue: all of them or none, and one event for the whole. It adds and
 * changes, and takes nothing away: a unit, barcode or price that is not named stays.
 */
public final class CatalogWriter {
  private final DataSource pool;
  private final int storeId;
  private final int terminalId;
  private final long fence;

  /**
   * @param terminalId in whose name the change is logged
   */
  public CatalogWriter(DataSource pool, int storeId, int terminalId, long fence) {
    this.pool = pool;
    this.storeId = storeId;
    this.terminalId = terminalId;
    this.fence = fence;
  }

  /**
   * What a change writes.
   *
   * @param prices retail, new or others than before
   * @param levelPrices the same, at price levels
   * @param barcodes new ones, and those that name another unit now
   */
  public record Written(
      int newItems,
      int changedItems,
      int unchangedItems,
      int prices,
      int levelPrices,
      int barcodes,
      int newDepartments) {
    /** Whether the store has it all already. */
    public boolean nothing() {
      return newItems + changedItems == 0;
    }
  }

  /**
   * Writes items; one whose code is known is updated. A price enters the history only when it
   * differs from the one in force.
   *
   * @throws IllegalArgumentException a tax class is unknown, a barcode belongs to another item, or
   *     an item comes twice
   */
  public void write(List<NewItem> items, Instant now) throws SQLException {
    try (Change change = change(now)) {
      items.forEach(change::add);
      change.commit(null);
    }
  }

  /** The store's price levels, retail first. */
  public List<PriceLevel> levels() throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PriceLevelDao.levels(connection, storeId);
    }
  }

  /** Begins a change; others wait with theirs until it is closed, postings do not. */
  public Change change(Instant now) throws SQLException {
    Connection connection = pool.getConnection();
    try {
      connection.setAutoCommit(false);
      CatalogDao.lockStore(connection, storeId);
      return new Change(connection, now);
    } catch (SQLException | RuntimeException e) {
      connection.rollback();
      connection.close();
      throw e;
    }
  }

  /** A change that is being made; without {@link #commit} it leaves nothing. */
  public final class Change implements AutoCloseable {
    private final Connection connection;
    private final Instant now;
    private final StoredCatalog stored;
    private final CatalogRows rows;

    private Change(Connection connection, Instant now) throws SQLException {
      this.connection = connection;
      this.now = now;
      this.stored = StoredCatalog.read(connection, storeId, now);
      this.rows = new CatalogRows(stored, now);
    }

    /** What the store has. */
    public StoredCatalog stored() {
      return stored;
    }

    /**
     * Adds an item, new or in place of the one with its code.
     *
     * @throws IllegalArgumentException as {@link CatalogWriter#write}
     */
    public void add(NewItem item) {
      rows.add(item);
    }

    /** What a commit would write. */
    public Written written() {
      return rows.counts();
    }

    /**
     * Writes what differs; nothing, and no event, where nothing does.
     *
     * @param source named in the audit journal, with each field that changed of an item that was
     *     known; null leaves it all out
     */
    public void commit(@Nullable String source) throws SQLException {
      if (!rows.counts().nothing()) {
        write(source, null);
      }
      connection.commit();
    }

    /**
     * As {@link #commit(String)}, in the name of an operator, with the recorded answer of his
     * command.
     *
     * @return the answer; of the same command sent before, if it was
     * @throws Refusal REQUEST_REUSED
     */
    public byte[] commit(String source, Command command, byte[] answer) throws SQLException {
      byte[] recorded = RequestDao.answerOf(connection, command);
      if (recorded != null) {
        return recorded;
      }
      RequestDao.answered(connection, command, answer, now);
      if (!rows.counts().nothing()) {
        write(source, command.operatorId());
      }
      connection.commit();
      return answer;
    }

    private void write(@Nullable String source, @Nullable Integer operatorId) throws SQLException {
      Written written = rows.counts();
      rows.write(connection, storeId);
      CatalogDao.raiseVersion(connection, storeId);
      UUID changeId = Ids.next();
      if (source != null) {
        List<AuditRecord> records = new ArrayList<>();
        records.add(
            AuditRecord.of(terminalId, now, "CATALOG_IMPORTED")
                .changed(
                    null,
                    "%d new, %d changed, %d prices"
                        .formatted(
                            written.newItems(),
                            written.changedItems(),
                            written.prices() + written.levelPrices()))
                .because(source));
        records.addAll(rows.differences(terminalId));
        AuditJournal.append(
            connection,
            records.stream()
                .map(record -> record.about(changeId))
                .map(record -> operatorId == null ? record : record.by(operatorId))
                .toList());
      }
      EventLog.append(
          connection,
          storeId,
          fence,
          List.of(
              new Event(
                  Event.Kind.CATALOG_CHANGED,
                  changeId,
                  terminalId,
                  null,
                  now,
                  0,
                  written.newItems() + written.changedItems())));
    }

    @Override
    public void close() throws SQLException {
      try {
        connection.rollback();
      } finally {
        connection.close();
      }
    }
  }
}
