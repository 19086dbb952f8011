package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.jdbi.v3.core.Jdbi;

/** Finding items by parts of their name, or by the beginning of a code; best sellers first. */
final class ItemSearch {
  static final int PAGE = 50;
  static final int MOST_PAGE = 200;

  private static final int LEAST_CHARACTERS = 2;
  private static final int MOST_SKIPPED = 2_000; // nobody leafs further; a longer word is quicker
  private static final Pattern TOKEN = Pattern.compile("([1-9]\\d{0,3})-([0-9a-f]{8})");

  private final Jdbi jdbi;
  private final BestSellers bestSellers;
  private final Clock clock;

  ItemSearch(Jdbi jdbi, BestSellers bestSellers, Clock clock) {
    this.jdbi = jdbi;
    this.bestSellers = bestSellers;
    this.clock = clock;
  }

  /**
   * One page of what was found.
   *
   * @param nextToken empty after the last
   */
  record Page(List<Offer> offers, String nextToken) {}

  /**
   * Finds items. Case and accents do not matter.
   *
   * @param query words, each of which stands somewhere in the name
   * @param pageSize 0 = 50; more than 200 is 200
   * @param token empty for the first page
   * @throws Refusal TEXT_INVALID for fewer than 2 characters; PAGE_INVALID for a size below 0, or a
   *     token that is not of this query
   */
  Page search(int storeId, int locationId, String query, int pageSize, String token) {
    if (query.codePointCount(0, query.length()) < LEAST_CHARACTERS) {
      throw new Refusal(Reason.TEXT_INVALID).with("least", LEAST_CHARACTERS);
    }
    if (pageSize < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", pageSize);
    }
    int size = pageSize == 0 ? PAGE : Math.min(pageSize, MOST_PAGE);
    int skipped = skipped(query, token);
    bestSellers.refresh();
    Instant now = clock.instant();
    List<Offer> found =
        jdbi.withExtension(
            OfferDao.class,
            dao ->
                dao.search(storeId, SearchPatterns.of(query), locationId, now, size + 1, skipped));
    boolean more = found.size() > size && skipped + size <= MOST_SKIPPED;
    return new Page(
        found.subList(0, Math.min(size, found.size())),
        more ? (skipped + size) + "-" + mark(query) : "");
  }

  private static int skipped(String query, String token) {
    if (token.isEmpty()) {
      return 0;
    }
    Matcher read = TOKEN.matcher(token);
    if (!read.matches()
        || !read.group(2).equals(mark(query))
        || Integer.parseInt(read.group(1)) > MOST_SKIPPED) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageToken", "not of this query");
    }
    return Integer.parseInt(read.group(1));
  }

  private static String mark(String query) {
    CRC32 crc = new CRC32();
    crc.update(query.getBytes(StandardCharsets.UTF_8));
    return "%08x".formatted(crc.getValue());
  }
}
