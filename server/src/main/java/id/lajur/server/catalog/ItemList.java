package id.lajur.server.catalog;

import id.lajur.server.wire.PageToken;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The items of the store in an order, a page at a time. */
final class ItemList {
  static final int PAGE = 100;
  static final int MOST_PAGE = 1_000;

  private final Jdbi jdbi;
  private final Clock clock;

  ItemList(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Which items; the names stand in the statement. */
  enum State {
    ALL,
    SELLING,
    BLOCKED,
    WITHOUT_PRICE,
    BELOW_ZERO
  }

  /** By what they are sorted. */
  enum Order {
    NAME,
    CODE
  }

  /**
   * What is asked for.
   *
   * @param query words of the name or the beginning of a code; empty = all
   * @param department code; empty = all
   * @param category empty = all
   */
  public record Asked(
      int storeId,
      int locationId,
      String query,
      String department,
      String category,
      State state,
      Order order) {}

  /**
   * An item in its base unit.
   *
   * @param barcode key of its first, null when it has none
   * @param costMinor of one base unit: what stock is worth, else of the last delivery, else of the
   *     item's file; null when not known
   */
  record Row(
      int itemId,
      String code,
      String name,
      String department,
      String category,
      String taxClass,
      @Nullable String barcode,
      String baseUnit,
      @Nullable Long priceMinor,
      @Nullable Instant pricedAt,
      long stockMilli,
      long stockValueMinor,
      @Nullable Long costMinor,
      @Nullable String blocked,
      boolean weighed,
      boolean noDiscount,
      boolean noReturn,
      SaleItem.StockPolicy stockPolicy,
      SaleItem.Kind kind,
      int unitCount) {}

  /**
   * A page.
   *
   * @param nextToken empty after the last
   * @param total of all pages; null but for the first
   */
  record Page(List<Row> rows, String nextToken, @Nullable Long total) {}

  /**
   * @param pageSize 0 = 100, at most 1,000
   * @throws id.lajur.server.refusal.Refusal PAGE_INVALID
   */
  Page page(Asked asked, int pageSize, String token) {
    int size = PageToken.size(pageSize, PAGE, MOST_PAGE);
    List<String> key = PageToken.read(token, asked, 2);
    String last = key.isEmpty() ? null : key.get(1);
    int lastId = key.isEmpty() ? 0 : (int) PageToken.number(key.get(0));
    SearchPatterns wanted = SearchPatterns.of(asked.query());
    Instant now = clock.instant();
    return jdbi.withExtension(
        ItemListDao.class,
        dao -> {
          List<Row> found =
              asked.order() == Order.CODE
                  ? dao.byCode(asked, wanted, now, last, size + 1)
                  : dao.byName(asked, wanted, now, last, lastId, size + 1);
          boolean more = found.size() > size;
          List<Row> rows = more ? found.subList(0, size) : found;
          return new Page(
              rows,
              more ? after(asked, rows.get(size - 1)) : "",
              key.isEmpty() ? Long.valueOf(dao.count(asked, wanted, now)) : null);
        });
  }

  private static String after(Asked asked, Row row) {
    return PageToken.after(
        asked, row.itemId(), asked.order() == Order.CODE ? row.code() : row.name());
  }
}
