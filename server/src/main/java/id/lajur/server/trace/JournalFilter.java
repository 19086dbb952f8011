package id.lajur.server.trace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What of the journal is wanted; null = all.
 *
 * @param person number of who did, approved, or was changed
 * @param terminal code
 * @param kind as it is kept, e.g. LINE_VOIDED
 * @param subject basket, sale, shift, session or change
 */
public record JournalFilter(
    @Nullable String person,
    @Nullable String terminal,
    @Nullable String kind,
    @Nullable UUID subject,
    Instant from,
    Instant to) {
  /** Before and after everything that a shop has seen. */
  public static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

  public static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  /** Everything about one subject. */
  public static JournalFilter about(UUID subject) {
    return new JournalFilter(null, null, null, subject, BEGINNING, END);
  }
}
