package id.lajur.server.purchasing;

import id.lajur.rules.tax.TaxRate;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.sale.Rules;
import id.lajur.server.sale.StoreRules;
import id.lajur.server.security.Caller;
import id.lajur.server.stock.StockDao;
import id.lajur.server.stock.StockKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who receives goods wants to know of one line: stock, the last purchases, and what
 * the item should sell for now.
 */
public final class LineFacts {
  private static final int PURCHASES = 10;
  private static final TaxRate UNTAXED = new TaxRate(0, "", TaxRate.Mode.NONE, 0, 1, 1);

  private final DataSource pool;
  private final DraftReading drafts;
  private final Rules rules;
  private final Clock clock;

  public LineFacts(DataSource pool, DraftReading drafts, Rules rules, Clock clock) {
    this.pool = pool;
    this.drafts = drafts;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * The facts.
   *
   * @param stockMilli at the draft's location, of the base unit
   * @param afterMilli with all lines of the item in the draft
   * @param units what the item may come in
   */
  record Facts(
      PricedDraft.Line line,
      long unitMinor,
      long stockMilli,
      long afterMilli,
      List<PurchasesDao.Purchase> purchases,
      Price price,
      List<DraftDao.UnitRow> units) {}

  /**
   * Selling price of the base unit.
   *
   * @param nowMinor null when it has none
   * @param proposedMinor null where nothing has to change
   * @param marginMicro that the price now leaves at the new cost
   * @param wantedMicro null when nobody said, and none can be kept
   */
  record Price(
      @Nullable Long nowMinor,
      @Nullable Long proposedMinor,
      @Nullable Long marginMicro,
      @Nullable Long proposedMarginMicro,
      @Nullable Long wantedMicro) {}

  /**
   * @throws Refusal DRAFT_UNKNOWN, LINE_UNKNOWN
   */
  Facts of(Caller caller, UUID draftId, int lineId) throws SQLException {
    Instant now = clock.instant();
    StoreRules store = rules.at(caller.rulesVersion(), now);
    try (Connection connection = pool.getConnection()) {
      PricedDraft draft = drafts.whole(connection, caller, draftId, store);
      PricedDraft.Line line =
          draft.lines().stream()
              .filter(one -> one.line().row().lineId() == lineId)
              .findFirst()
              .orElseThrow(() -> new Refusal(Reason.LINE_UNKNOWN).with("lineId", lineId));
      int itemId = line.line().row().itemId();
      long stock = StockDao.onHand(connection, new StockKey(draft.head().locationId(), itemId));
      long coming =
          draft.lines().stream()
              .filter(one -> one.line().row().itemId() == itemId)
              .mapToLong(PricedDraft.Line::baseMilli)
              .sum();
      return new Facts(
          line,
          store.unitMinor(),
          stock,
          Math.addExact(stock, coming),
          PurchasesDao.last(connection, itemId, PURCHASES),
          price(
              line,
              SellingPriceDao.price(connection, itemId, now).orElse(null),
              store.taxRates().getOrDefault(line.line().taxClassId(), UNTAXED),
              Wishes.of(
                  SellingPriceDao.settings(connection, caller.storeId(), now),
                  SellingPriceDao.department(connection, itemId),
                  store.unitMinor()),
              store.unitMinor()),
          DraftDao.units(connection, itemId));
    }
  }

  /**
   * What the shop wants.
   *
   * @param marginMicro of the department or the store; null = the margin that there was
   * @param stepMinor what shelf prices are multiples of
   */
  record Wishes(@Nullable Long marginMicro, long stepMinor) {
    static Wishes of(Map<String, String> settings, String department, long unitMinor) {
      String margin =
          settings.getOrDefault(
              "price.margin_micro." + department, settings.get("price.margin_micro"));
      long coin = Long.parseLong(settings.getOrDefault("cash.coin_minor", "1"));
      String step = settings.get("price.step_minor");
      return new Wishes(
          margin == null ? null : (Long) Long.parseLong(margin),
          step == null ? usualStep(coin, unitMinor) : Long.parseLong(step));
    }

    /** Half the smallest coin where an amount can be so small: shelf prices by 50 rupiah. */
    private static long usualStep(long coinMinor, long unitMinor) {
      long half = coinMinor / 2;
      return half > 0 && half % unitMinor == 0 ? half : Math.max(coinMinor, unitMinor);
    }
  }

  private static Price price(
      PricedDraft.Line line, @Nullable Long nowMinor, TaxRate rate, Wishes wishes, long unitMinor) {
    Long cost = line.costMinor();
    Long wanted = wishes.marginMicro() != null ? wishes.marginMicro() : kept(line, nowMinor, rate);
    if (cost == null || cost == 0) {
      return new Price(nowMinor, null, null, null, wanted);
    }
    Long margin = marginMicro(nowMinor, cost, line.baseMilli(), rate);
    Long proposed =
        wanted == null || wanted < 0 || !moved(line, nowMinor, unitMinor)
            ? null
            : proposed(wanted, cost, line.baseMilli(), rate, wishes.stepMinor());
    boolean asItIs = proposed == null || proposed.equals(nowMinor);
    return new Price(
        nowMinor,
        asItIs ? null : proposed,
        margin,
        asItIs ? null : marginMicro(proposed, cost, line.baseMilli(), rate),
        wanted);
  }

  /** Null beyond anything that has a price. */
  private static @Nullable Long proposed(
      long wanted, long cost, long baseMilli, TaxRate rate, long stepMinor) {
    try {
      return SellingPrice.leaving(wanted, cost, baseMilli, rate, stepMinor);
    } catch (ArithmeticException tooLarge) {
      return null;
    }
  }

  /** A price is proposed where there is none, or the cost is not what it was. */
  private static boolean moved(PricedDraft.Line line, @Nullable Long nowMinor, long unitMinor) {
    Long change = line.changeMicro(unitMinor);
    return nowMinor == null || change == null || change != 0;
  }

  /** The margin that the price of today left at the cost of before. */
  private static @Nullable Long kept(PricedDraft.Line line, @Nullable Long nowMinor, TaxRate rate) {
    PurchasesDao.Bought last = line.last();
    return last == null ? null : marginMicro(nowMinor, last.costMinor(), last.baseMilli(), rate);
  }

  private static @Nullable Long marginMicro(
      @Nullable Long priceMinor, long costMinor, long baseMilli, TaxRate rate) {
    return priceMinor == null || priceMinor <= 0
        ? null
        : (Long) SellingPrice.marginMicro(priceMinor, costMinor, baseMilli, rate);
  }
}
