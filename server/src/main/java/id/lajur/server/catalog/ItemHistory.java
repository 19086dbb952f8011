package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.wire.PageToken;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What was changed of an item, as the audit journal has it, the newest first. */
final class ItemHistory {
  private static final int PAGE = 100;
  private static final int MOST_PAGE = 500;

  private final Jdbi jdbi;

  ItemHistory(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * One change.
   *
   * @param field CREATED, UNIT, BARCODE, PRICE, or one of {@link ItemFields}
   * @param unit of a price or barcode, else empty
   * @param effectiveAt of a price
   * @param operatorNumber null for the server's console or a file that it read
   */
  record Change(
      Instant at,
      String field,
      String before,
      String after,
      String unit,
      @Nullable Instant effectiveAt,
      @Nullable String operatorNumber,
      @Nullable String operatorName,
      String terminal) {}

  /** A price from a moment on. */
  record Price(String unit, Instant effectiveAt, long priceMinor) {}

  /**
   * A page.
   *
   * @param prices the newest first; on the first page alone
   */
  record Page(List<Change> changes, String nextToken, List<Price> prices) {}

  /**
   * @param seesCost whether changes of the cost are among them
   * @throws Refusal ITEM_UNKNOWN, PAGE_INVALID
   */
  Page page(int storeId, String code, boolean seesCost, int pageSize, String token) {
    int size = PageToken.size(pageSize, PAGE, MOST_PAGE);
    List<String> key = PageToken.read(token, code + seesCost, 3);
    return jdbi.withExtension(
        ItemHistoryDao.class,
        dao -> {
          int itemId =
              dao.itemId(storeId, code)
                  .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
          ItemHistoryDao.Place before =
              key.isEmpty()
                  ? ItemHistoryDao.Place.END
                  : new ItemHistoryDao.Place(
                      Instant.EPOCH.plus(PageToken.number(key.get(0)), ChronoUnit.MICROS),
                      (int) PageToken.number(key.get(1)),
                      PageToken.number(key.get(2)));
          List<ItemHistoryDao.Row> found = dao.page(itemId, seesCost, before, size + 1);
          boolean more = found.size() > size;
          List<ItemHistoryDao.Row> rows = more ? found.subList(0, size) : found;
          return new Page(
              rows.stream().map(ItemHistory::change).toList(),
              more ? after(code + seesCost, rows.get(size - 1)) : "",
              key.isEmpty() ? dao.prices(itemId) : List.of());
        });
  }

  private static String after(Object question, ItemHistoryDao.Row row) {
    return PageToken.after(
        question,
        ChronoUnit.MICROS.between(Instant.EPOCH, row.occurredAt()),
        row.terminalId(),
        row.number());
  }

  /**
   * A price is kept as unit, amount and moment, of a level with its code behind the unit; a barcode
   * as unit and code.
   */
  private static Change change(ItemHistoryDao.Row row) {
    String before = row.beforeValue() == null ? "" : row.beforeValue();
    String after = row.afterValue() == null ? "" : row.afterValue();
    String unit = "";
    Instant effectiveAt = null;
    if (row.kind().endsWith("PRICE_CHANGED")) {
      effectiveAt = moment(lastWord(after));
      after = effectiveAt == null ? after : withoutLastWord(after);
      unit = withoutLastWord(after);
      before = lastWord(before).equals("-") ? "" : lastWord(before);
      after = lastWord(after).equals("-") ? "" : lastWord(after);
    } else if (row.kind().equals("ITEM_BARCODE_CHANGED")) {
      unit = withoutLastWord(before.isEmpty() ? after : before);
      before = lastWord(before);
      after = lastWord(after);
    }
    return new Change(
        row.occurredAt(),
        field(row.kind()),
        before,
        after,
        unit,
        effectiveAt,
        row.operatorNumber(),
        row.operatorName(),
        row.terminal());
  }

  private static String field(String kind) {
    return switch (kind) {
      case "PRICE_CHANGED", "LEVEL_PRICE_CHANGED" -> "PRICE";
      case "ITEM_CREATED" -> "CREATED";
      default -> kind.substring("ITEM_".length(), kind.length() - "_CHANGED".length());
    };
  }

  private static String lastWord(String text) {
    return text.substring(text.lastIndexOf(' ') + 1);
  }

  private static String withoutLastWord(String text) {
    return text.substring(0, Math.max(0, text.lastIndexOf(' ')));
  }

  private static @Nullable Instant moment(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
