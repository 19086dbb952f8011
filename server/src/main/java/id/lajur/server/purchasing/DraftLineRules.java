package id.lajur.server.purchasing;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.amount.StackedDiscount;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a line of a draft may hold, and what a new one begins with.
 *
 * @param unitMinor the store's amount unit
 */
record DraftLineRules(long unitMinor) {
  static final long MOST_BASE_MILLI = 100_000_000_000L;
  static final long MOST_COST_MINOR = 100_000_000_000_000L;

  /**
   * A new line, with price and discount of the last purchase of the unit; where the unit was never
   * bought, with what another one of the item cost.
   *
   * @throws Refusal LINES_TOO_MANY
   */
  DraftDao.LineRow first(
      Connection connection, int storeId, UUID draftId, SaleItem item, String code, long quantity)
      throws SQLException {
    if (DraftDao.lineCount(connection, draftId) >= Drafts.MOST_LINES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", Drafts.MOST_LINES);
    }
    int supplierId = DraftReadingDao.supplierOf(connection, storeId, draftId);
    PurchasesDao.UnitPrice last =
        PurchasesDao.lastPrice(
                connection, item.itemId(), item.unit(), item.factorMilli(), supplierId)
            .orElse(null);
    return new DraftDao.LineRow(
        draftId,
        DraftDao.nextLine(connection, draftId),
        0,
        item.itemId(),
        item.unitNo(),
        item.unit(),
        item.factorMilli(),
        code,
        quantity,
        0,
        last != null
            ? (Long) last.priceMinor()
            : priceOfOtherUnits(connection, item.itemId(), item.factorMilli()),
        last != null ? last.discount() : "",
        null,
        false,
        false);
  }

  private @Nullable Long priceOfOtherUnits(Connection connection, int itemId, long factorMilli)
      throws SQLException {
    Map<Integer, PurchasesDao.Bought> newest = PurchasesDao.newest(connection, List.of(itemId));
    PurchasesDao.Bought bought = newest.get(itemId);
    Long unitCost =
        bought != null ? (Long) bought.unitCostMinor() : PurchasesDao.fileCost(connection, itemId);
    return unitCost == null || unitCost > MOST_COST_MINOR / Math.max(1, factorMilli / 1000)
        ? null
        : rounded(Numbers.mulDiv(unitCost, factorMilli, 1000));
  }

  private Long rounded(long minor) {
    return Numbers.roundTo(minor, unitMinor);
  }

  /**
   * The line with what is asked of it.
   *
   * @throws Refusal UNIT_UNKNOWN
   */
  DraftDao.LineRow changed(Connection connection, DraftDao.LineRow line, Drafts.LineChange change)
      throws SQLException {
    DraftDao.LineRow unit = change.unit() == null ? line : in(connection, line, change.unit());
    return new DraftDao.LineRow(
        unit.draftId(),
        unit.lineId(),
        unit.version(),
        unit.itemId(),
        unit.unitNo(),
        unit.unit(),
        unit.factorMilli(),
        unit.barcode(),
        or(change.quantityMilli(), unit.quantityMilli()),
        or(change.bonusMilli(), unit.bonusMilli()),
        change.priceMinor() == null ? unit.priceMinor() : change.priceMinor(),
        change.discount() == null ? unit.discount() : change.discount().text(),
        change.expiry() == null ? unit.expiresOn() : change.expiry().date(),
        change.priceDecided() == null ? unit.priceDecided() : change.priceDecided(),
        false);
  }

  private static long or(@Nullable Long asked, long otherwise) {
    return asked == null ? otherwise : asked;
  }

  /** Another unit of the item; its price follows the size. */
  private DraftDao.LineRow in(Connection connection, DraftDao.LineRow line, String name)
      throws SQLException {
    DraftDao.UnitRow unit =
        DraftDao.units(connection, line.itemId()).stream()
            .filter(one -> one.unit().equals(name))
            .findFirst()
            .orElseThrow(() -> new Refusal(Reason.UNIT_UNKNOWN).with("unit", name));
    Long price = line.priceMinor();
    return new DraftDao.LineRow(
        line.draftId(),
        line.lineId(),
        line.version(),
        line.itemId(),
        unit.unitNo(),
        unit.unit(),
        unit.factorMilli(),
        line.barcode(),
        line.quantityMilli(),
        line.bonusMilli(),
        price == null
            ? null
            : rounded(Numbers.mulDiv(price, unit.factorMilli(), line.factorMilli())),
        line.discount(),
        line.expiresOn(),
        line.priceDecided(),
        line.removed());
  }

  /**
   * @throws Refusal QUANTITY_INVALID, QUANTITY_TOO_LARGE, AMOUNT_INVALID
   */
  void check(DraftDao.LineRow line) {
    if (line.quantityMilli() < 0 || line.bonusMilli() < 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.barcode());
    }
    long most = MOST_BASE_MILLI / line.factorMilli() * 1000;
    if (line.quantityMilli() > most || line.bonusMilli() > most - line.quantityMilli()) {
      throw new Refusal(Reason.QUANTITY_TOO_LARGE)
          .with("quantityMilli", line.quantityMilli())
          .with("mostMilli", most);
    }
    if (Numbers.mulDiv(line.quantityMilli() + line.bonusMilli(), line.factorMilli(), 1000) == 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.barcode());
    }
    Long price = line.priceMinor();
    if (price != null && (price < 0 || price > MOST_COST_MINOR || costs(line, price) < 0)) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_COST_MINOR);
    }
  }

  /** What the line costs; below 0 when it is more than anything here may cost. */
  private long costs(DraftDao.LineRow line, long priceMinor) {
    try {
      long cost =
          StackedDiscount.read(line.discount())
              .orElseThrow()
              .net(line.quantityMilli(), priceMinor, unitMinor);
      return cost > MOST_COST_MINOR ? -1 : cost;
    } catch (ArithmeticException tooLarge) {
      return -1;
    }
  }

  static DraftDao.LineRow with(DraftDao.LineRow line, long quantityMilli) {
    return copy(line, line.version(), quantityMilli, line.removed());
  }

  static DraftDao.LineRow removed(DraftDao.LineRow line) {
    return copy(line, line.version(), line.quantityMilli(), true);
  }

  static DraftDao.LineRow at(DraftDao.LineRow line, long version) {
    return copy(line, version, line.quantityMilli(), line.removed());
  }

  private static DraftDao.LineRow copy(
      DraftDao.LineRow line, long version, long quantityMilli, boolean removed) {
    return new DraftDao.LineRow(
        line.draftId(),
        line.lineId(),
        version,
        line.itemId(),
        line.unitNo(),
        line.unit(),
        line.factorMilli(),
        line.barcode(),
        quantityMilli,
        line.bonusMilli(),
        line.priceMinor(),
        line.discount(),
        line.expiresOn(),
        line.priceDecided(),
        removed);
  }
}
