package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.catalog.ItemDao;
import id.lajur.server.catalog.KnownCodes;
import id.lajur.server.catalog.SaleItem;
import id.lajur.server.catalog.ScannedUnit;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Allowance;
import id.lajur.server.security.Caller;
import id.lajur.server.security.RoleLimits;
import id.lajur.server.stock.StockDao;
import id.lajur.server.stock.StockKey;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The lines of an open basket: each act is one durable entry. */
public final class Selling {
  private static final String SCAN = "sale.scan";
  private static final String OVERRIDE = "sale.override";
  private static final String RETURN = "sale.return";
  private static final long MOST_APPROVED_QUANTITY_MILLI = 100_000_000L;
  private static final long MOST_LINE_MINOR = 100_000_000_000_000L;

  private final Baskets baskets;
  private final Jdbi jdbi;
  private final KnownCodes codes;

  public Selling(Baskets baskets, Jdbi jdbi) {
    this.baskets = baskets;
    this.jdbi = jdbi;
    this.codes = new KnownCodes(jdbi);
  }

  /** Which basket, as the lane has it. */
  public record Ref(UUID basketId, int generation) {}

  /**
   * A basket after a line was added.
   *
   * @param stockMilli on hand before it, null where the item's policy does not ask
   */
  record Added(Basket basket, @Nullable Long stockMilli) {
    boolean warns() {
      return stockMilli != null;
    }
  }

  /**
   * Adds one scanned or typed item.
   *
   * @param quantityMilli of the unit that the code names; 0 = one
   * @param enteredMinor price of an item that has none; null when none was entered
   * @throws Refusal ITEM_UNKNOWN, ITEM_BLOCKED, PRICE_MISSING, WEIGHT_NEEDED, QUANTITY_INVALID,
   *     BARCODE_DAMAGED, LABEL_PRICE_CHANGED, QUANTITY_TOO_LARGE, STOCK_FORBIDS, APPROVAL_NEEDED,
   *     and those of a basket that is closed or elsewhere
   */
  Added addLine(Baskets.Acting acting, String code, long quantityMilli, @Nullable Long enteredMinor)
      throws SQLException {
    ScannedUnit scanned = read(acting, code);
    SaleItem item = sellable(scanned.item());
    Long label = scanned.amountMinor();
    Long list = item.priceMinor() == null && label != null ? label : item.priceMinor();
    if (list == null && enteredMinor == null) {
      throw new Refusal(Reason.PRICE_MISSING).with("item", item.name());
    }
    long price = list == null ? enteredPrice(enteredMinor) : list;
    if (scanned.priceChanged() && acting.approvalId() == null) {
      throw new Refusal(Reason.LABEL_PRICE_CHANGED)
          .with("item", item.name())
          .with("labelMinor", String.valueOf(label))
          .with("priceMinor", price)
          .with("permission", OVERRIDE);
    }
    long quantity = quantity(scanned, quantityMilli);
    boolean asksMore =
        list == null
            || acting.approvalId() != null
            || quantity > acting.store().mostQuantityMilli();
    refuseQuantity(quantity, price, item, acting.store(), acting.approvalId() != null, OVERRIDE);
    long amount =
        label != null ? label : Numbers.extend(quantity, price, acting.store().unitMinor());
    Long stock = stockOf(acting, item, quantity);
    Basket basket =
        baskets.append(
            acting,
            asksMore ? OVERRIDE : SCAN,
            (before, seq, allowance) -> {
              Integer approver = asksMore ? allowance.upTo(amount) : null;
              PriceSource source =
                  label != null
                      ? PriceSource.LABEL
                      : list == null ? PriceSource.ENTERED : PriceSource.LIST;
              LevelPrice sold =
                  source == PriceSource.LIST
                      ? LevelPrice.of(item, before.buyer().levelNo(), quantity, price)
                      : new LevelPrice(price, source);
              return new Baskets.Act(
                  BasketEntry.line(
                          seq,
                          EntryKind.LINE,
                          acting.now(),
                          item,
                          code,
                          quantity,
                          price,
                          source,
                          label,
                          null)
                      .price(sold.priceMinor(), sold.source())
                      .approved(approver),
                  null);
            });
    return new Added(basket, stock);
  }

  /**
   * Sells an amount of a department without an item.
   *
   * @param quantityMilli 0 = one
   * @throws Refusal DEPARTMENT_UNKNOWN, AMOUNT_INVALID, QUANTITY_INVALID, APPROVAL_NEEDED
   */
  Basket addDepartmentLine(
      Baskets.Acting acting, String department, long priceMinor, long quantityMilli)
      throws SQLException {
    SaleItem item =
        jdbi.withExtension(
                ItemDao.class, dao -> dao.findDepartment(acting.caller().storeId(), department))
            .orElseThrow(
                () -> new Refusal(Reason.DEPARTMENT_UNKNOWN).with("department", department));
    long price = enteredPrice(priceMinor);
    if (price == 0) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("amountMinor", priceMinor);
    }
    long quantity = quantityMilli == 0 ? 1000 : quantityMilli;
    refuseQuantity(quantity, price, item, acting.store(), false, OVERRIDE);
    long amount = Numbers.extend(quantity, price, acting.store().unitMinor());
    return baskets.append(
        acting,
        "sale.department",
        (before, seq, allowance) ->
            new Baskets.Act(
                BasketEntry.line(
                        seq,
                        EntryKind.LINE,
                        acting.now(),
                        item,
                        department,
                        quantity,
                        price,
                        PriceSource.ENTERED,
                        null,
                        null)
                    .approved(allowance.upTo(amount)),
                null));
  }

  /**
   * Goods that come back, or a deposit or credit that is given.
   *
   * @param sold the line of their receipt; null without it
   */
  record Return(
      String code,
      long quantityMilli,
      EntryKind kind,
      @Nullable Long priceMinor,
      String reason,
      @Nullable SoldLine sold) {}

  /**
   * Takes goods back, or gives a deposit or credit, as a line of its own. Goods without their
   * receipt and without a price of their own give what they cost at the basket's level, or at
   * retail where that is less.
   *
   * @throws Refusal SALE_UNKNOWN, RETURN_TOO_MUCH, ITEM_UNKNOWN, RETURN_NOT_ALLOWED, PRICE_MISSING,
   *     QUANTITY_INVALID, AMOUNT_INVALID, APPROVAL_NEEDED beyond the operator's limit of value
   */
  Basket addReturnLine(Baskets.Acting acting, Return back) throws SQLException {
    ScannedUnit scanned = read(acting, back.code());
    SaleItem item = scanned.item();
    if (item.noReturn() && back.kind() == EntryKind.RETURN) {
      throw new Refusal(Reason.RETURN_NOT_ALLOWED).with("item", item.name());
    }
    Long asked = back.priceMinor();
    Long label = asked == null ? scanned.amountMinor() : null;
    Long list = item.priceMinor() == null ? label : item.priceMinor();
    long quantity =
        scanned.quantityMilli() == null
            ? back.quantityMilli()
            : quantity(scanned, back.quantityMilli());
    if (list == null && asked == null) {
      throw new Refusal(Reason.PRICE_MISSING).with("item", item.name());
    }
    long used = asked != null ? enteredPrice(asked) : list;
    long shown = list == null ? used : list;
    refuseQuantity(quantity, used, item, acting.store(), acting.approvalId() != null, RETURN);
    PriceSource source =
        label != null
            ? PriceSource.LABEL
            : list == null
                ? PriceSource.ENTERED
                : used == shown ? PriceSource.LIST : PriceSource.OVERRIDE;
    boolean atLevel = back.kind() == EntryKind.RETURN && back.sold() == null && label == null;
    return baskets.append(
        acting,
        (basket, connection) -> {
          if (back.sold() != null) {
            Returns.refuse(connection, basket, item, back.sold(), quantity);
          }
          return Baskets.Needs.of(RETURN);
        },
        (before, seq, allowance) -> {
          LevelPrice given = new LevelPrice(used, source);
          if (atLevel && list != null) {
            LevelPrice fair = LevelPrice.back(item, before.buyer().levelNo(), quantity, list);
            given =
                asked == null || asked == fair.priceMinor()
                    ? fair
                    : new LevelPrice(used, PriceSource.OVERRIDE);
          }
          long value =
              label != null
                  ? label
                  : Numbers.extend(quantity, given.priceMinor(), acting.store().unitMinor());
          Integer approver = mayGiveBack(allowance, value);
          return new Baskets.Act(
              BasketEntry.line(
                      seq,
                      back.kind(),
                      acting.now(),
                      item,
                      back.code(),
                      -quantity,
                      shown,
                      given.source(),
                      label == null ? null : -label,
                      back.reason())
                  .price(given.priceMinor(), given.source())
                  .returning(back.sold())
                  .approved(approver),
              givenBack(acting, back.kind(), approver).line(seq, -value, back.reason()));
        });
  }

  /** Lets a line pass that gives a value back, in the limits of one line. */
  static @Nullable Integer mayGiveBack(Allowance allowance, long valueMinor) {
    return allowance.within(
        valueMinor, limits -> RoleLimits.within(limits.returnMinor(), valueMinor));
  }

  static AuditRecord givenBack(Baskets.Acting acting, EntryKind kind, @Nullable Integer approver) {
    return journal(acting, kind == EntryKind.RETURN ? "RETURNED" : "CREDITED", approver);
  }

  /** What a change of a line's price or quantity needs: one that comes back is returned anew. */
  static Baskets.Needed changing(
      Baskets.Acting acting, int lineId, String otherwise, Function<Basket, BasketEntry> entry) {
    Baskets.Needed selling = Reductions.lowering(acting, otherwise, entry);
    return (basket, connection) ->
        basket.line(lineId).comesBack() ? Baskets.Needs.of(RETURN) : selling.on(basket, connection);
  }

  /**
   * Changes the quantity of a line; a discount on it ends. A line that comes back is judged by what
   * it comes to then, as if it were returned anew.
   *
   * @throws Refusal LINE_UNKNOWN, QUANTITY_INVALID, QUANTITY_TOO_LARGE, RETURN_TOO_MUCH,
   *     APPROVAL_NEEDED
   */
  Basket changeQuantity(Baskets.Acting acting, int lineId, long quantity) throws SQLException {
    boolean large = quantity > acting.store().mostQuantityMilli();
    boolean asksMore = acting.approvalId() != null || large;
    return baskets.append(
        acting,
        changingQuantity(acting, lineId, quantity, large),
        (basket, seq, allowance) -> {
          BasketLine line = basket.line(lineId);
          boolean back = line.comesBack();
          refuseQuantity(
              quantity,
              line.priceMinor(),
              line.item(),
              acting.store(),
              acting.approvalId() != null,
              back ? RETURN : OVERRIDE);
          long signed = back ? -quantity : quantity;
          long after = line.withQuantity(seq, signed, acting.store().unitMinor()).totalMinor();
          Integer approver =
              back ? mayGiveBack(allowance, -after) : asksMore ? allowance.upTo(after) : null;
          AuditRecord record =
              back
                  ? givenBack(acting, line.kind(), approver).line(lineId, after, line.reason())
                  : journal(acting, "QUANTITY_LOWERED", approver)
                      .line(lineId, line.totalMinor(), null);
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.QUANTITY, acting.now(), approver)
                  .ofLine(lineId)
                  .quantity(signed),
              back || quantity < line.quantityMilli()
                  ? record.changed(Long.toString(line.quantityMilli()), Long.toString(signed))
                  : null);
        });
  }

  /**
   * An approval that comes with it is for the quantity, but where the quantity needs none and
   * discounts would be beyond their limit.
   */
  private static Baskets.Needed changingQuantity(
      Baskets.Acting acting, int lineId, long quantity, boolean large) {
    Baskets.Needed needed =
        changing(
            acting,
            lineId,
            large ? OVERRIDE : SCAN,
            basket ->
                BasketEntry.act(basket.version() + 1, EntryKind.QUANTITY, acting.now(), null)
                    .ofLine(lineId)
                    .quantity(quantity));
    return (basket, connection) -> {
      Baskets.Needs needs = needed.on(basket, connection);
      Returns.refuseMore(connection, basket, lineId, quantity);
      return acting.approvalId() != null && needs.permission().equals(SCAN)
          ? Baskets.Needs.of(OVERRIDE)
          : needs;
    };
  }

  /**
   * Removes a line. Its trace stays in the basket and in the journal.
   *
   * @throws Refusal LINE_UNKNOWN, APPROVAL_NEEDED
   */
  Basket voidLine(Baskets.Acting acting, int lineId, String reason) throws SQLException {
    return baskets.append(
        acting,
        Reductions.lowering(
            acting,
            "sale.void_line",
            basket ->
                BasketEntry.act(basket.version() + 1, EntryKind.VOID_LINE, acting.now(), null)
                    .ofLine(lineId)),
        (basket, seq, allowance) -> {
          long total = basket.line(lineId).totalMinor();
          Integer approver = allowance.granted();
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.VOID_LINE, acting.now(), approver)
                  .ofLine(lineId)
                  .because(reason),
              journal(acting, "LINE_VOIDED", approver).line(lineId, total, reason));
        });
  }

  private ScannedUnit read(Baskets.Acting acting, String code) {
    Caller caller = acting.caller();
    return acting.standing() == null
        ? codes.readAnew(caller.storeId(), caller.catalogVersion(), code, acting.now())
        : codes.read(caller.storeId(), caller.catalogVersion(), code, acting.now());
  }

  static AuditRecord journal(Baskets.Acting acting, String kind, @Nullable Integer approver) {
    return AuditRecord.of(acting.caller().terminalId(), acting.now(), kind)
        .by(acting.command().operatorId())
        .approvedBy(approver)
        .about(acting.ref().basketId());
  }

  /** One label says how much it is of; a number typed before it has no meaning. */
  private static long quantity(ScannedUnit scanned, long typedMilli) {
    if (scanned.quantityMilli() != null) {
      if (typedMilli != 0 && typedMilli != 1000) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("quantityMilli", typedMilli);
      }
      return scanned.quantityMilli();
    }
    if (typedMilli == 0 && scanned.item().weighed()) {
      throw new Refusal(Reason.WEIGHT_NEEDED).with("item", scanned.item().name());
    }
    return typedMilli == 0 ? 1000 : typedMilli;
  }

  private static SaleItem sellable(SaleItem item) {
    if (item.blocked() != null) {
      throw new Refusal(Reason.ITEM_BLOCKED)
          .with("item", item.name())
          .with("reason", item.blocked());
    }
    return item;
  }

  /**
   * Stock of an item whose policy asks: a warning, or a refusal before any money is taken. The
   * posting judges a forbidden one again under its lock.
   */
  private @Nullable Long stockOf(Baskets.Acting acting, SaleItem item, long quantity)
      throws SQLException {
    if (item.stockPolicy() == SaleItem.StockPolicy.ALLOW || item.kind() != SaleItem.Kind.GOODS) {
      return null;
    }
    StockKey key = new StockKey(acting.caller().locationId(), item.itemId());
    long onHand = baskets.look(connection -> StockDao.onHand(connection, key));
    long wanted = Numbers.mulDiv(quantity, item.factorMilli(), 1000);
    if (wanted <= onHand) {
      return null;
    }
    if (item.stockPolicy() == SaleItem.StockPolicy.FORBID) {
      throw new Refusal(Reason.STOCK_FORBIDS).with("item", item.name()).with("stockMilli", onHand);
    }
    return onHand;
  }

  static long enteredPrice(@Nullable Long minor) {
    if (minor == null || minor < 0 || minor > MOST_LINE_MINOR) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_LINE_MINOR);
    }
    return minor;
  }

  /** Whether a line comes to no more than one may; quantity and price are not below 0. */
  static boolean fits(long quantityMilli, long priceMinor) {
    return Math.multiplyHigh(quantityMilli, priceMinor) == 0
        && quantityMilli * priceMinor >= 0
        && quantityMilli * priceMinor / 1000 <= MOST_LINE_MINOR;
  }

  private static void refuseQuantity(
      long quantity,
      long price,
      SaleItem item,
      StoreRules store,
      boolean approved,
      String permission) {
    if (quantity <= 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("quantityMilli", quantity);
    }
    long most =
        approved
            ? Math.max(store.mostQuantityMilli(), MOST_APPROVED_QUANTITY_MILLI)
            : store.mostQuantityMilli();
    if (quantity > most) {
      throw new Refusal(Reason.QUANTITY_TOO_LARGE)
          .with("quantityMilli", quantity)
          .with("mostMilli", most)
          .with("permission", permission);
    }
    if (!item.weighed() && quantity % 1000 != 0 && item.factorMilli() % 1000 != 0) {
      throw new Refusal(Reason.QUANTITY_INVALID).with("quantityMilli", quantity);
    }
    if (!fits(quantity, price)) {
      throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_LINE_MINOR);
    }
  }
}
