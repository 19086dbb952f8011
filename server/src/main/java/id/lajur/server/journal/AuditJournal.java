package id.lajur.server.journal;

import id.lajur.server.database.Statements;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Appends to the audit journal, in the transaction of the act it tells of. */
public final class AuditJournal {
  private AuditJournal() {}

  private record Head(long number, byte[] hash) {}

  private record Link(long number, byte[] hash, AuditRecord record) {}

  /**
   * Appends one record to its terminal's chain. The head row is locked until the transaction ends;
   * only acts at the same terminal wait for it.
   */
  public static void append(Connection connection, AuditRecord record) throws SQLException {
    Head head =
        Statements.query(
                connection,
                "SELECT last_number, last_hash FROM audit_head WHERE terminal_id = ? FOR UPDATE",
                record.terminalId(),
                (row, terminal) -> row.number(terminal),
                row -> new Head(row.getLong(1), row.getBytes(2)))
            .stream()
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException("no audit head of terminal " + record.terminalId()));
    long number = head.number() + 1;
    Link link = new Link(number, hash(head.hash(), number, record), record);
    Statements.update(
        connection,
        "UPDATE audit_head SET last_number = ?, last_hash = ? WHERE terminal_id = ?",
        link,
        (row, l) -> row.number(l.number()).bytes(l.hash()).number(record.terminalId()));
    Statements.batch(
        connection,
        """
        INSERT INTO audit_entry (terminal_id, number, occurred_at, kind, operator_id, approved_by,
                                 subject_id, line_id, amount_minor, before_value, after_value,
                                 reason, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        List.of(link),
        (row, l) ->
            row.number(record.terminalId())
                .number(l.number())
                .time(record.occurredAt())
                .text(record.kind())
                .number(record.operatorId())
                .number(record.approvedBy())
                .id(record.subjectId())
                .number(record.lineId())
                .number(record.amountMinor())
                .text(record.before())
                .text(record.after())
                .text(record.reason())
                .bytes(l.hash()));
  }

  /** Link of a record, form 1 of docs/chains.md. */
  static byte[] hash(byte[] before, long number, AuditRecord record) {
    String text =
        "lajur-audit|1\n"
            + HexFormat.of().formatHex(before)
            + "\nentry|"
            + record.terminalId()
            + '|'
            + number
            + '|'
            + micros(record.occurredAt())
            + '|'
            + record.kind()
            + '|'
            + orDash(record.operatorId())
            + '|'
            + orDash(record.approvedBy())
            + '|'
            + orDash(record.subjectId())
            + '|'
            + orDash(record.lineId())
            + '|'
            + orDash(record.amountMinor())
            + '|'
            + text(record.before())
            + '|'
            + text(record.after())
            + '|'
            + text(record.reason())
            + '\n';
    return sha256(text);
  }

  private static String orDash(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  private static String text(@Nullable String value) {
    return value == null ? "-" : value.length() + ":" + value;
  }

  private static long micros(Instant time) {
    return Math.addExact(
        Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
