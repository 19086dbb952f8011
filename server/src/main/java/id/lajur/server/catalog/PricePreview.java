package id.lajur.server.catalog;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What the prices of a selection would become; changes nothing. */
final class PricePreview {
  static final int MOST_ITEMS = 2_000;

  private final Jdbi jdbi;
  private final Clock clock;

  PricePreview(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** A rule as it is asked for; see {@link PriceRule}. */
  record Asked(
      PriceRule.Way way, long figure, long stepMinor, long lessMinor, RoundingMode rounding) {}

  /**
   * Which prices would become others.
   *
   * @param levelNo 0 = retail
   * @param ofRetail they come about of the retail prices, else of what they are now
   */
  record Which(int levelNo, boolean ofRetail) {
    @Nullable Long before(Row row) {
      return levelNo == 0 ? row.priceMinor() : row.levelPriceMinor();
    }

    private PriceRule.Unit priced(Row row) {
      return row.priced(ofRetail ? row.priceMinor() : before(row));
    }
  }

  /**
   * A unit of the selection.
   *
   * @param priceMinor retail
   * @param levelPriceMinor at the level that is asked for; null where it has none there
   * @param costMinor of one base unit at the asker's location, null when not known
   * @param taxMicro see {@link PriceRule.Unit}
   */
  record Row(
      String code,
      String name,
      int unitNo,
      String unit,
      long factorMilli,
      @Nullable Long priceMinor,
      @Nullable Long levelPriceMinor,
      @Nullable Long costMinor,
      long taxMicro) {
    /** With the price that another comes about of. */
    PriceRule.Unit priced(@Nullable Long minor) {
      return new PriceRule.Unit(factorMilli, minor, costMinor, taxMicro);
    }
  }

  /**
   * A unit with what its price would be.
   *
   * @param beforeMinor what it is; null where it has none
   */
  record Line(Row row, @Nullable Long beforeMinor, PriceRule.Found found) {}

  /**
   * @param codes each once or more; lines come in this order, the base unit first
   * @param effectiveAt null = now
   * @throws Refusal ITEM_UNKNOWN, LINES_TOO_MANY, AMOUNT_INVALID
   */
  List<Line> lines(
      int storeId,
      int locationId,
      List<String> codes,
      Asked asked,
      Which which,
      @Nullable Instant effectiveAt) {
    Set<String> wanted = new LinkedHashSet<>(codes);
    if (wanted.isEmpty() || wanted.size() > MOST_ITEMS) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_ITEMS);
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant at = effectiveAt == null ? now : effectiveAt;
    return jdbi.withExtension(
        PricePreviewDao.class,
        dao -> {
          PriceRule rule =
              PriceRule.of(
                  asked.way(),
                  asked.figure(),
                  asked.stepMinor(),
                  asked.lessMinor(),
                  asked.rounding(),
                  dao.amountUnit(storeId));
          Map<String, List<Row>> found = new HashMap<>();
          for (Row row : dao.units(storeId, locationId, which.levelNo(), wanted, at)) {
            found.computeIfAbsent(row.code(), code -> new ArrayList<>()).add(row);
          }
          List<Line> lines = new ArrayList<>();
          for (String code : wanted) {
            List<Row> units = found.get(code);
            if (units == null) {
              throw new Refusal(Reason.ITEM_UNKNOWN).with("code", code);
            }
            for (Row row : units) {
              // A pack without a price of its own is sold at none, and gets none.
              if (row.unitNo() == 0 || row.priceMinor() != null) {
                lines.add(new Line(row, which.before(row), rule.price(which.priced(row))));
              }
            }
          }
          return lines;
        });
  }
}
