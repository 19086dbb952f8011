package id.lajur.server.catalog;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sets the prices of a selection from a moment on: all of them, as they were shown with what they
 * were before, or none.
 */
public final class PriceChanges {
  static final int MOST_PRICES = 5_000;

  private final DataSource pool;
  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  public PriceChanges(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  /**
   * The number of a price level.
   *
   * @param code empty = retail
   * @throws Refusal PRICE_LEVEL_UNKNOWN
   */
  int level(int storeId, String code) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PriceLevels.number(connection, storeId, code);
    }
  }

  /** The store's price levels, retail first. */
  List<PriceLevel> levels(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PriceLevelDao.levels(connection, storeId);
    }
  }

  /**
   * One price.
   *
   * @param unit empty = the base unit
   * @param beforeMinor as it was shown; null = it had none
   */
  record Wanted(String itemCode, String unit, @Nullable Long beforeMinor, long priceMinor) {
    Wanted {
      if (priceMinor < 0 || priceMinor > PriceChange.MOST_PRICE_MINOR) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
      }
    }
  }

  /**
   * @param level code that they are the prices of; empty = retail
   * @param effectiveAt null = now
   * @param answer of the moment from which they are charged
   * @throws Refusal LINES_TOO_MANY, MOMENT_INVALID, ITEM_UNKNOWN, UNIT_UNKNOWN,
   *     PRICE_LEVEL_UNKNOWN; PRICE_MOVED one is not as it was shown, or comes twice
   */
  byte[] apply(
      Command command,
      String level,
      List<Wanted> wanted,
      @Nullable Instant effectiveAt,
      Function<Instant, byte[]> answer)
      throws SQLException {
    if (wanted.isEmpty() || wanted.size() > MOST_PRICES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_PRICES);
    }
    return changes.make(
        command,
        (connection, now) -> {
          Instant from = PriceChange.from(effectiveAt, now);
          int levelNo = PriceLevels.number(connection, command.storeId(), level);
          Units units = new Units(connection, command.storeId(), levelNo, from);
          List<CatalogDao.PriceRow> retail = new ArrayList<>();
          List<PriceLevelDao.LevelPriceRow> atLevel = new ArrayList<>();
          List<AuditRecord> records = new ArrayList<>();
          for (Wanted one : wanted) {
            CatalogDao.PricedUnit unit = units.of(one);
            if (levelNo == 0) {
              retail.add(
                  new CatalogDao.PriceRow(unit.itemId(), unit.unitNo(), from, one.priceMinor()));
              records.add(PriceChange.record(command, unit, one.priceMinor(), now, from));
            } else {
              atLevel.add(
                  new PriceLevelDao.LevelPriceRow(
                      unit.itemId(), unit.unitNo(), levelNo, from, one.priceMinor()));
              records.add(PriceLevels.record(command, unit, level, one.priceMinor(), now, from));
            }
          }
          CatalogDao.prices(connection, retail);
          PriceLevelDao.save(connection, atLevel);
          return new CatalogChanges.Done(answer.apply(from), records, units.items());
        });
  }

  /** The units that are named, each item read once. */
  private static final class Units {
    private final Connection connection;
    private final int storeId;
    private final int levelNo;
    private final Instant from;
    private final Map<String, List<CatalogDao.PricedUnit>> known = new HashMap<>();
    private final Set<String> named = new HashSet<>();

    Units(Connection connection, int storeId, int levelNo, Instant from) {
      this.connection = connection;
      this.storeId = storeId;
      this.levelNo = levelNo;
      this.from = from;
    }

    /** With its price at the level. */
    CatalogDao.PricedUnit of(Wanted wanted) throws SQLException {
      List<CatalogDao.PricedUnit> units = known.get(wanted.itemCode());
      if (units == null) {
        units = CatalogDao.pricedUnits(connection, storeId, wanted.itemCode(), from);
        known.put(wanted.itemCode(), units);
      }
      CatalogDao.PricedUnit unit =
          atLevel(PriceChange.unit(units, wanted.itemCode(), wanted.unit()));
      if (!named.add(unit.itemId() + "/" + unit.unitNo())
          || !Objects.equals(unit.priceMinor(), wanted.beforeMinor())) {
        throw new Refusal(Reason.PRICE_MOVED)
            .with("code", wanted.itemCode())
            .with("unit", unit.unit());
      }
      return unit;
    }

    private CatalogDao.PricedUnit atLevel(CatalogDao.PricedUnit unit) throws SQLException {
      return levelNo == 0
          ? unit
          : new CatalogDao.PricedUnit(
              unit.itemId(),
              unit.unitNo(),
              unit.unit(),
              PriceLevelDao.price(connection, unit.itemId(), unit.unitNo(), levelNo, from)
                  .orElse(null));
    }

    int items() {
      return known.size();
    }
  }
}
