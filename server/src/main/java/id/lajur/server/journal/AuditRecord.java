package id.lajur.server.journal;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the audit journal keeps of one act: ids and amounts; names and other personal data stay out.
 *
 * @param occurredAt in microseconds, as the database keeps it
 * @param subjectId basket, sale, shift or session
 */
public record AuditRecord(
    int terminalId,
    Instant occurredAt,
    String kind,
    @Nullable Integer operatorId,
    @Nullable Integer approvedBy,
    @Nullable UUID subjectId,
    @Nullable Integer lineId,
    @Nullable Long amountMinor,
    @Nullable String before,
    @Nullable String after,
    @Nullable String reason) {

  public static AuditRecord of(int terminalId, Instant at, String kind) {
    return new AuditRecord(
        terminalId,
        at.truncatedTo(ChronoUnit.MICROS),
        kind,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  public AuditRecord by(int operator) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operator,
        approvedBy,
        subjectId,
        lineId,
        amountMinor,
        before,
        after,
        reason);
  }

  /** Adds the supervisor who approved it, if one did. */
  public AuditRecord approvedBy(@Nullable Integer supervisor) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        supervisor,
        subjectId,
        lineId,
        amountMinor,
        before,
        after,
        reason);
  }

  /** Adds what it was and what it became. */
  public AuditRecord changed(@Nullable String was, @Nullable String is) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subjectId,
        lineId,
        amountMinor,
        was,
        is,
        reason);
  }

  public AuditRecord about(UUID subject) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subject,
        lineId,
        amountMinor,
        before,
        after,
        reason);
  }

  /** Adds the line, what it was worth, and why it changed. */
  public AuditRecord line(int line, long amount, @Nullable String why) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subjectId,
        line,
        amount,
        before,
        after,
        why);
  }

  /** Adds the line, or the item of a change of the catalogue. */
  public AuditRecord ofLine(int line) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subjectId,
        line,
        amountMinor,
        before,
        after,
        reason);
  }

  /** Adds why. */
  public AuditRecord because(String why) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subjectId,
        lineId,
        amountMinor,
        before,
        after,
        why);
  }

  public AuditRecord amount(long amount, @Nullable String why) {
    return new AuditRecord(
        terminalId,
        occurredAt,
        kind,
        operatorId,
        approvedBy,
        subjectId,
        lineId,
        amount,
        before,
        after,
        why);
  }
}
