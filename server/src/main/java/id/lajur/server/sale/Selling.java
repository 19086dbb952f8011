package id.lajur.server.sale;

import id.lajur.server.catalog.Gtin;
import id.lajur.server.catalog.ItemDao;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The acts on an open basket: each is one durable entry. */
public final class Selling {
  private static final int ATTEMPTS = 5;
  private static final int MOST_ENTRIES = 5_000;
  private static final long MOST_LINE_MINOR = 100_000_000_000_000L;

  private final DataSource pool;
  private final Jdbi jdbi;
  private final Rules rules;
  private final Clock clock;

  public Selling(DataSource pool, Jdbi jdbi, Rules rules, Clock clock) {
    this.pool = pool;
    this.jdbi = jdbi;
    this.rules = rules;
    this.clock = clock;
  }

  /** Which basket, as the lane has it. */
  public record Ref(UUID basketId, int generation) {}

  /** What an act makes of the basket as it stands. */
  record Act(BasketEntry entry, @Nullable AuditRecord audit) {}

  /** How an act is computed; called again when another entry came first. */
  @FunctionalInterface
  interface ActOn {
    Act on(Basket basket, int seq);
  }

  /**
   * Adds one scanned or typed item.
   *
   * @param quantityMilli of the unit that the code names; 0 = one
   * @throws Refusal ITEM_UNKNOWN, ITEM_BLOCKED, PRICE_MISSING, WEIGHT_NEEDED, QUANTITY_INVALID,
   *     QUANTITY_TOO_LARGE, and those of a basket that is closed or elsewhere
   */
  public Basket addLine(Caller caller, Command command, Ref ref, String code, long quantityMilli)
      throws SQLException {
    Instant now = now();
    StoreRules store = rules.at(caller.rulesVersion(), now);
    SaleItem item =
        jdbi.withExtension(ItemDao.class, dao -> dao.find(caller.storeId(), Gtin.key(code), now))
            .orElseThrow(() -> new Refusal(Reason.ITEM_UNKNOWN).with("code", code));
    if (item.blocked() != null) {
      throw new Refusal(Reason.ITEM_BLOCKED)
          .with("item", item.name())
          .with("reason", item.blocked());
    }
    Long price = item.priceMinor();
    if (price == null) {
      throw new Refusal(Reason.PRICE_MISSING).with("item", item.name());
    }
    if (quantityMilli == 0 && item.weighed()) {
      throw new Refusal(Reason.WEIGHT_NEEDED).with("item", item.name());
    }
    long quantity = quantityMilli == 0 ? 1000 : quantityMilli;
    refuseQuantity(quantity, price, item, store);
    return append(
        caller,
        command,
        ref,
        store,
        (basket, seq) ->
            new Act(
                BasketEntry.line(
                    seq,
                    EntryKind.LINE,
                    now,
                    item,
                    code,
                    quantity,
                    price,
                    PriceSource.LIST,
                    null,
                    null),
                null));
  }

  /**
   * Changes the quantity of a line; a discount on it ends.
   *
   * @throws Refusal LINE_UNKNOWN, QUANTITY_INVALID, QUANTITY_TOO_LARGE
   */
  public Basket changeQuantity(Caller caller, Command command, Ref ref, int lineId, long quantity)
      throws SQLException {
    Instant now = now();
    StoreRules store = rules.at(caller.rulesVersion(), now);
    return append(
        caller,
        command,
        ref,
        store,
        (basket, seq) -> {
          BasketLine line = basket.line(lineId);
          refuseQuantity(quantity, line.priceMinor(), line.item(), store);
          long signed = line.kind() == EntryKind.LINE ? quantity : -quantity;
          return new Act(BasketEntry.quantity(seq, now, lineId, signed), null);
        });
  }

  /**
   * Removes a line. Its trace stays in the basket and in the journal.
   *
   * @throws Refusal LINE_UNKNOWN
   */
  public Basket voidLine(Caller caller, Command command, Ref ref, int lineId, String reason)
      throws SQLException {
    Instant now = now();
    StoreRules store = rules.at(caller.rulesVersion(), now);
    return append(
        caller,
        command,
        ref,
        store,
        (basket, seq) ->
            new Act(
                BasketEntry.voidLine(seq, now, lineId, reason),
                AuditRecord.of(caller.terminalId(), now, "LINE_VOIDED")
                    .by(command.operatorId())
                    .about(ref.basketId())
                    .line(lineId, basket.line(lineId).totalMinor(), reason)));
  }

  /**
   * Reads a basket of the caller's store.
   *
   * @throws Refusal BASKET_UNKNOWN
   */
  public Basket get(Caller caller, UUID basketId) throws SQLException {
    StoreRules store = rules.at(caller.rulesVersion(), now());
    try (Connection connection = pool.getConnection()) {
      Basket basket = find(connection, basketId, store);
      if (basket == null || basket.head().storeId() != caller.storeId()) {
        throw new Refusal(Reason.BASKET_UNKNOWN);
      }
      return basket;
    }
  }

  /** All that is owed for a basket, by the rules of the caller's admission. */
  public PricedBasket price(Caller caller, Basket basket) {
    StoreRules store = rules.at(caller.rulesVersion(), now());
    return PricedBasket.of(basket, store.taxRates(), store.taxRounding(), store.unitMinor());
  }

  /** The rules that the caller's acts are computed by. */
  public StoreRules rules(Caller caller) {
    return rules.at(caller.rulesVersion(), now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static void refuseQuantity(long quantity, long price, SaleItem item, StoreRules store) {
    if (quantity <= 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("quantityMilli", quantity);
    }
    if (quantity > store.mostQuantityMilli()) {
      throw new Refusal(Reason.QUANTITY_TOO_LARGE)
          .with("quantityMilli", quantity)
          .with("mostMilli", store.mostQuantityMilli());
    }
    if (!item.weighed() && quantity % 1000 != 0 && item.factorMilli() % 1000 != 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("quantityMilli", quantity);
    }
    if (Math.multiplyHigh(quantity, price) != 0 || quantity * price / 1000 > MOST_LINE_MINOR) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_LINE_MINOR);
    }
  }

  /**
   * Appends one entry. The basket is read, the act computed from it, and the entry written on the
   * condition that the basket still stands as it was read; if another came first, all is done
   * again.
   */
  private Basket append(Caller caller, Command command, Ref ref, StoreRules store, ActOn act)
      throws SQLException {
    for (int attempt = 1; ; attempt++) {
      try (Connection connection = pool.getConnection()) {
        Basket basket = find(connection, ref.basketId(), store);
        Basket written =
            basket == null
                ? open(connection, caller, command, ref, store, act)
                : appendTo(connection, command, ref, store, basket, act);
        if (written != null) {
          return written;
        }
      } catch (SQLIntegrityConstraintViolationException e) {
        Basket done = madeMeanwhile(command, ref, store);
        if (done != null) {
          return done;
        }
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
      if (attempt == ATTEMPTS) {
        throw new Refusal(Reason.BASKET_CHANGED);
      }
    }
  }

  /** The same command arrived twice at the same moment, and the other one wrote the entry. */
  private @Nullable Basket madeMeanwhile(Command command, Ref ref, StoreRules store)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return BasketDao.madeBy(connection, ref.basketId(), command.requestId())
          ? find(connection, ref.basketId(), store)
          : null;
    }
  }

  private static @Nullable Basket find(Connection connection, UUID basketId, StoreRules store)
      throws SQLException {
    Basket.Head head = BasketDao.head(connection, basketId).orElse(null);
    return head == null
        ? null
        : Basket.of(head, BasketDao.entries(connection, basketId), store.unitMinor());
  }

  private @Nullable Basket appendTo(
      Connection connection, Command command, Ref ref, StoreRules store, Basket basket, ActOn actOn)
      throws SQLException {
    basket.refuseUnlessOpenAt(command.terminalId(), ref.generation());
    if (basket.version() >= MOST_ENTRIES) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", MOST_ENTRIES);
    }
    Act act = actOn.on(basket, basket.version() + 1);
    if (act.audit() == null) {
      return BasketDao.append(connection, key(command, ref), act.entry())
          ? basket.with(act.entry(), store.unitMinor())
          : null;
    }
    connection.setAutoCommit(false);
    if (!BasketDao.append(connection, key(command, ref), act.entry())) {
      connection.rollback();
      return null;
    }
    AuditJournal.append(connection, act.audit());
    connection.commit();
    return basket.with(act.entry(), store.unitMinor());
  }

  private static Basket open(
      Connection connection, Caller caller, Command command, Ref ref, StoreRules store, ActOn actOn)
      throws SQLException {
    Caller.CurrentShift shift = caller.shiftOrThrow();
    if (ref.generation() > 1) {
      throw new Refusal(Reason.BASKET_UNKNOWN);
    }
    Basket.Head head =
        new Basket.Head(
            ref.basketId(),
            caller.storeId(),
            caller.terminalId(),
            shift.shiftId(),
            1,
            Basket.State.OPEN,
            null);
    Act act = actOn.on(Basket.of(head, List.of(), store.unitMinor()), 1);
    connection.setAutoCommit(false);
    BasketDao.open(connection, head, command.operatorId(), act.entry().occurredAt());
    if (!BasketDao.append(connection, key(command, new Ref(ref.basketId(), 1)), act.entry())) {
      throw new IllegalStateException("a new basket is not open");
    }
    if (act.audit() != null) {
      AuditJournal.append(connection, act.audit());
    }
    connection.commit();
    return Basket.of(head, List.of(act.entry()), store.unitMinor());
  }

  private static BasketDao.EntryKey key(Command command, Ref ref) {
    return new BasketDao.EntryKey(
        ref.basketId(),
        command.requestId(),
        command.digest(),
        command.terminalId(),
        command.operatorId(),
        Math.max(1, ref.generation()));
  }
}
