package id.lajur.server.report;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Long reports while they are fetched page by page, so that all pages are of one moment. What is
 * kept is bounded and short-lived; whoever comes too late reads the report again.
 *
 * @param <R> a report as it was read
 */
final class KeptPages<R> {
  static final int PAGE = 1_000;
  static final int MOST_PAGE = 5_000;

  private static final int MOST_ROWS = 200_000; // of all reports that are kept, some 50 MB
  private static final Duration KEPT = Duration.ofMinutes(3); // after the last page that was asked
  private static final Pattern TOKEN =
      Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-([1-9]\\d{0,8})");

  private final Cache<UUID, Kept<R>> kept =
      Caffeine.newBuilder()
          .maximumWeight(MOST_ROWS)
          .weigher((UUID id, Kept<R> one) -> one.rows())
          .expireAfterAccess(KEPT)
          .scheduler(Scheduler.systemScheduler())
          .build();

  private record Kept<R>(R report, int rows) {}

  /** What a page is cut from. */
  interface Reading<R> {
    R read();
  }

  /** How many rows a report has. */
  interface Counting<R> {
    int rows(R report);
  }

  /**
   * A part of a report.
   *
   * @param from index of its first row
   * @param to index after its last one
   * @param nextToken empty after the last page
   */
  record Page<R>(R report, int from, int to, String nextToken) {
    <T> List<T> of(List<T> rows) {
      return rows.subList(from, to);
    }
  }

  /**
   * @param size 0 = 1,000; more than 5,000 is 5,000
   * @param token empty reads the report anew
   * @throws Refusal PAGE_INVALID a size below 0, or a token of no report that is kept
   */
  Page<R> page(int size, String token, Reading<R> reading, Counting<R> counting) {
    if (size < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", size);
    }
    int most = size == 0 ? PAGE : Math.min(size, MOST_PAGE);
    if (token.isEmpty()) {
      R report = reading.read();
      return cut(UUID.randomUUID(), new Kept<>(report, counting.rows(report)), 0, most);
    }
    Matcher read = TOKEN.matcher(token);
    Kept<R> known = read.matches() ? kept.getIfPresent(UUID.fromString(read.group(1))) : null;
    if (known == null || Integer.parseInt(read.group(2)) >= known.rows()) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", "of no report that is kept");
    }
    return cut(UUID.fromString(read.group(1)), known, Integer.parseInt(read.group(2)), most);
  }

  private Page<R> cut(UUID id, Kept<R> one, int from, int most) {
    int to = Math.min(one.rows(), from + most);
    if (to == one.rows()) {
      return new Page<>(one.report(), from, to, "");
    }
    kept.put(id, one);
    return new Page<>(one.report(), from, to, id + "-" + to);
  }
}
