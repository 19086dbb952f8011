package id.lajur.server.journal;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.Document;
import id.lajur.server.posting.Draft;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Appends to the audit journal, in the transaction of the act it tells of. */
public final class AuditJournal {
  private AuditJournal() {}

  /**
   * Appends one record to its terminal's chain. The head row is locked until the transaction ends;
   * only acts at the same terminal wait for it.
   */
  public static void append(Connection connection, AuditRecord record) throws SQLException {
    append(connection, List.of(record));
  }

  /** Appends the records of one act in their order, all of the same terminal; nothing for none. */
  public static void append(Connection connection, List<AuditRecord> records) throws SQLException {
    if (records.isEmpty()) {
      return;
    }
    int terminalId = records.get(0).terminalId();
    AuditRows.Head head = AuditRows.HEADS.lock(connection, List.of(terminalId)).get(terminalId);
    if (head == null) {
      throw new IllegalStateException("no audit head of terminal " + terminalId);
    }
    List<AuditRows.Link> links = new ArrayList<>(records.size());
    for (AuditRecord record : records) {
      if (record.terminalId() != terminalId) {
        throw new IllegalArgumentException("records of several terminals");
      }
      AuditRows.Link link = AuditRows.Link.after(head, record);
      links.add(link);
      head = link.head();
    }
    AuditRows.HEADS.save(connection, Map.of(terminalId, head));
    Statements.batch(connection, AuditRows.ENTRY.sql(), links, AuditRows.ENTRY.binder());
  }

  /**
   * Appends one record with the document that tells of it, which must have claimed the head.
   *
   * @see #claim
   */
  public static void append(Draft draft, AuditRecord record) {
    AuditRows.Link link =
        AuditRows.Link.after(draft.get(AuditRows.HEADS, record.terminalId()), record);
    draft.put(AuditRows.HEADS, record.terminalId(), link.head());
    draft.insert(AuditRows.ENTRY, link);
  }

  /** What a document claims that appends to a terminal's journal. */
  public static Document.Claim<?> claim(int terminalId) {
    return new Document.Claim<>(AuditRows.HEADS, List.of(terminalId));
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
