package id.lajur.server.catalog;

import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Price levels, and prices at them: changes of the catalogue as a retail price is, so that each
 * lane charges them from their moment on.
 */
public final class PriceLevels {
  private final DataSource pool;
  private final Clock clock;
  private final CatalogChanges changes;

  /**
   * @param committed told after each change that is on disk
   */
  public PriceLevels(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.clock = clock;
    this.changes = new CatalogChanges(pool, fence, clock, committed);
  }

  List<PriceLevel> list(int storeId) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return PriceLevelDao.levels(connection, storeId);
    }
  }

  /**
   * The number of a level.
   *
   * @param code empty = retail
   * @throws Refusal PRICE_LEVEL_UNKNOWN
   */
  public static int number(Connection connection, int storeId, String code) throws SQLException {
    return code.isEmpty() ? 0 : level(connection, storeId, code).levelNo();
  }

  private static PriceLevel level(Connection connection, int storeId, String code)
      throws SQLException {
    return PriceLevelDao.levels(connection, storeId).stream()
        .filter(level -> level.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new Refusal(Reason.PRICE_LEVEL_UNKNOWN).with("level", code));
  }

  /**
   * Makes a level, or gives one of this code another name.
   *
   * @param asked its number is not looked at
   * @throws Refusal PRICE_LEVEL_INVALID for retail, PRICE_LEVELS_TOO_MANY, REQUEST_REUSED
   */
  byte[] save(Command command, PriceLevel asked, byte[] answer) throws SQLException {
    refuseRetail(asked.code());
    return changes.make(
        command,
        (connection, now) -> {
          List<PriceLevel> levels = PriceLevelDao.levels(connection, command.storeId());
          PriceLevel before =
              levels.stream()
                  .filter(level -> level.code().equals(asked.code()))
                  .findFirst()
                  .orElse(null);
          if (before == null && levels.size() > PriceLevel.MOST) {
            throw new Refusal(Reason.PRICE_LEVELS_TOO_MANY).with("most", PriceLevel.MOST);
          }
          if (before != null && before.name().equals(asked.name())) {
            return new CatalogChanges.Done(answer, List.of(), 0);
          }
          PriceLevelDao.save(
              connection,
              command.storeId(),
              new PriceLevel(
                  before == null ? levels.size() : before.levelNo(), asked.code(), asked.name()));
          return new CatalogChanges.Done(
              answer,
              List.of(
                  AuditRecord.of(command.terminalId(), now, "PRICE_LEVEL_SAVED")
                      .by(command.operatorId())
                      .changed(
                          before == null ? null : before.code() + " " + before.name(),
                          asked.code() + " " + asked.name())),
              0);
        });
  }

  private static void refuseRetail(String code) {
    if (code.equals(PriceLevel.RETAIL_CODE)) {
      throw new Refusal(Reason.PRICE_LEVEL_INVALID).with("level", code);
    }
  }

  /**
   * What each unit of an item costs at each level now.
   *
   * @throws Refusal ITEM_UNKNOWN
   */
  List<PriceLevelDao.UnitPrice> prices(int storeId, String itemCode) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      if (CatalogDao.item(connection, storeId, itemCode).isEmpty()) {
        throw new Refusal(Reason.ITEM_UNKNOWN).with("code", itemCode);
      }
      return PriceLevelDao.prices(connection, storeId, itemCode, clock.instant());
    }
  }

  /**
   * A price at a level as it is asked for.
   *
   * @param unit empty = the base unit
   * @param priceMinor null = retail again
   * @param effectiveAt null = now
   */
  record Asked(
      String itemCode,
      String unit,
      String level,
      @Nullable Long priceMinor,
      @Nullable Instant effectiveAt) {
    /**
     * @throws Refusal AMOUNT_INVALID, PRICE_LEVEL_INVALID
     */
    Asked {
      if (priceMinor != null && (priceMinor < 0 || priceMinor > PriceChange.MOST_PRICE_MINOR)) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", PriceChange.MOST_PRICE_MINOR);
      }
      refuseRetail(level);
    }
  }

  /**
   * Sets a price; one that was set for the same moment before is replaced.
   *
   * @param answer of the moment from which it is charged
   * @throws Refusal ITEM_UNKNOWN, UNIT_UNKNOWN, PRICE_LEVEL_UNKNOWN, MOMENT_INVALID as of a retail
   *     price; REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] set(Command command, Asked asked, Function<Instant, byte[]> answer) throws SQLException {
    return changes.make(
        command,
        (connection, now) -> {
          Instant from = PriceChange.from(asked.effectiveAt(), now);
          PriceLevel level = level(connection, command.storeId(), asked.level());
          CatalogDao.PricedUnit unit =
              PriceChange.unit(
                  CatalogDao.pricedUnits(connection, command.storeId(), asked.itemCode(), from),
                  asked.itemCode(),
                  asked.unit());
          Long before =
              PriceLevelDao.price(connection, unit.itemId(), unit.unitNo(), level.levelNo(), from)
                  .orElse(null);
          PriceLevelDao.save(
              connection,
              List.of(
                  new PriceLevelDao.LevelPriceRow(
                      unit.itemId(), unit.unitNo(), level.levelNo(), from, asked.priceMinor())));
          var was = new CatalogDao.PricedUnit(unit.itemId(), unit.unitNo(), unit.unit(), before);
          return new CatalogChanges.Done(
              answer.apply(from),
              List.of(record(command, was, level.code(), asked.priceMinor(), now, from)),
              1);
        });
  }

  /**
   * What the journal keeps of a price at a level: before and after with unit and level, and from
   * when on.
   *
   * @param unit with its price at the level before
   * @param priceMinor null = retail again
   */
  static AuditRecord record(
      Command command,
      CatalogDao.PricedUnit unit,
      String level,
      @Nullable Long priceMinor,
      Instant now,
      Instant from) {
    String what = what(unit.unit(), level);
    return AuditRecord.of(command.terminalId(), now, "LEVEL_PRICE_CHANGED")
        .by(command.operatorId())
        .ofLine(unit.itemId())
        .changed(what + shown(unit.priceMinor()), what + shown(priceMinor) + " " + from);
  }

  static String what(String unit, String level) {
    return unit + " " + level + " ";
  }

  static String shown(@Nullable Long minor) {
    return minor == null ? "-" : minor.toString();
  }
}
