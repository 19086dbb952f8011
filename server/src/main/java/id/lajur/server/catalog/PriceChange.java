package id.lajur.server.catalog;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sets the price of one unit of an item from a moment on: the price, its audit record with before
 * and after, the recorded answer and the event in one transaction. It raises the catalogue's
 * version, under which a scan is written that takes its price from memory, so that each lane
 * charges it from that moment.
 */
public final class PriceChange {
  static final long MOST_PRICE_MINOR = 100_000_000_000_000L;

  private static final Duration MOST_AHEAD = Duration.ofDays(5 * 366L);

  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  public PriceChange(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  /**
   * A price as it is asked for.
   *
   * @param unit empty = the base unit
   * @param effectiveAt null = now
   */
  record Asked(String itemCode, String unit, long priceMinor, @Nullable Instant effectiveAt) {
    Asked {
      if (priceMinor < 0 || priceMinor > MOST_PRICE_MINOR) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_PRICE_MINOR);
      }
    }
  }

  /**
   * Sets a price; one that was set for the same moment before is replaced.
   *
   * @param answer of the moment from which it is charged
   * @return the answer, recorded
   * @throws Refusal ITEM_UNKNOWN, UNIT_UNKNOWN; MOMENT_INVALID for one that has passed or is more
   *     than five years away; REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] set(Command command, Asked asked, Function<Instant, byte[]> answer) throws SQLException {
    return changes.make(
        command,
        (connection, now) -> {
          Instant from = from(asked.effectiveAt(), now);
          CatalogDao.PricedUnit unit =
              unit(
                  CatalogDao.pricedUnits(connection, command.storeId(), asked.itemCode(), from),
                  asked.itemCode(),
                  asked.unit());
          CatalogDao.prices(
              connection,
              List.of(
                  new CatalogDao.PriceRow(unit.itemId(), unit.unitNo(), from, asked.priceMinor())));
          return new CatalogChanges.Done(
              answer.apply(from), List.of(record(command, unit, asked.priceMinor(), now, from)), 1);
        });
  }

  /**
   * The moment a price begins.
   *
   * @param asked null = now
   * @throws Refusal MOMENT_INVALID
   */
  static Instant from(@Nullable Instant asked, Instant now) {
    if (asked == null) {
      return now;
    }
    if (asked.isBefore(now) || asked.isAfter(now.plus(MOST_AHEAD))) {
      throw new Refusal(Reason.MOMENT_INVALID)
          .with("effectiveAtMs", asked.toEpochMilli())
          .with("nowMs", now.toEpochMilli());
    }
    return asked;
  }

  /**
   * The unit of a name among those of an item.
   *
   * @param name empty = the base unit
   * @throws Refusal ITEM_UNKNOWN there is no unit at all, UNIT_UNKNOWN
   */
  static CatalogDao.PricedUnit unit(
      List<CatalogDao.PricedUnit> units, String itemCode, String name) {
    if (units.isEmpty()) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", itemCode);
    }
    return units.stream()
        .filter(unit -> name.isEmpty() ? unit.unitNo() == 0 : unit.unit().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new Refusal(Reason.UNIT_UNKNOWN).with("code", itemCode).with("unit", name));
  }

  /** What the journal keeps of a price: before and after with the unit, and from when on. */
  static AuditRecord record(
      Command command, CatalogDao.PricedUnit unit, long priceMinor, Instant now, Instant from) {
    String before = unit.priceMinor() == null ? "-" : String.valueOf(unit.priceMinor());
    return AuditRecord.of(command.terminalId(), now, "PRICE_CHANGED")
        .by(command.operatorId())
        .line(unit.itemId(), priceMinor, null)
        .changed(unit.unit() + " " + before, unit.unit() + " " + priceMinor + " " + from);
  }
}
