package id.lajur.server.journal;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.InsertTable;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Heads and entries of the audit journal as postings lock and append them. */
public final class AuditRows {
  private AuditRows() {}

  /** Last number and link of a terminal's journal. */
  public record Head(int terminalId, long number, byte[] hash) {}

  /** One entry with its place in the chain. */
  record Link(long number, byte[] hash, AuditRecord record) {
    static Link after(Head head, AuditRecord record) {
      long number = head.number() + 1;
      return new Link(number, AuditJournal.hash(head.hash(), number, record), record);
    }

    Head head() {
      return new Head(record.terminalId(), number, hash);
    }
  }

  /** Claimed by a document that appends to the journal of a terminal. */
  public static final LockedRows<Integer, Head> HEADS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 35;
        }

        @Override
        public Map<Integer, Head> lock(Connection connection, List<Integer> keys)
            throws SQLException {
          Map<Integer, Head> found = new TreeMap<>();
          for (Head head :
              Statements.queryKeys(
                  connection,
                  """
                  SELECT terminal_id, last_number, last_hash FROM audit_head
                   WHERE terminal_id IN (%s) ORDER BY terminal_id FOR UPDATE""",
                  "?",
                  keys,
                  (row, terminal) -> row.number(terminal),
                  row -> new Head(row.getInt(1), row.getLong(2), row.getBytes(3)))) {
            found.put(head.terminalId(), head);
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<Integer, Head> changed) throws SQLException {
          Statements.batch(
              connection,
              "UPDATE audit_head SET last_number = ?, last_hash = ? WHERE terminal_id = ?",
              changed.values(),
              (row, head) ->
                  row.number(head.number()).bytes(head.hash()).number(head.terminalId()));
        }
      };

  static final InsertTable<Link> ENTRY =
      new InsertTable<>(
          """
          INSERT INTO audit_entry (terminal_id, number, occurred_at, kind, operator_id, approved_by,
                                   subject_id, line_id, amount_minor, before_value, after_value,
                                   reason, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
          (row, link) ->
              row.number(link.record().terminalId())
                  .number(link.number())
                  .time(link.record().occurredAt())
                  .text(link.record().kind())
                  .number(link.record().operatorId())
                  .number(link.record().approvedBy())
                  .id(link.record().subjectId())
                  .number(link.record().lineId())
                  .number(link.record().amountMinor())
                  .text(link.record().before())
                  .text(link.record().after())
                  .text(link.record().reason())
                  .bytes(link.hash()));
}
