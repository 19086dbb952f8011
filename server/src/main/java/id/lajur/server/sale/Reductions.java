package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.DiscountShares;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.AdmissionDao;
import id.lajur.server.security.Allowance;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Permissions;
import id.lajur.server.security.RoleLimits;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Prices and discounts that an operator gives, within his limits or a supervisor's. */
final class Reductions {
  private static final String DISCOUNT = "sale.discount";
  private static final int WHOLE_MICRO = 1_000_000;

  private final Baskets baskets;

  Reductions(Baskets baskets) {
    this.baskets = baskets;
  }

  /**
   * A discount as it is asked for: one of both is set.
   *
   * @param percentMicro millionths
   */
  record Discount(@Nullable Long amountMinor, @Nullable Integer percentMicro, String reason) {
    Discount {
      if ((amountMinor == null) == (percentMicro == null)
          || percentMicro != null && (percentMicro < 0 || percentMicro > WHOLE_MICRO)) {
        throw new Refusal(Reason.DISCOUNT_INVALID);
      }
    }

    boolean takesBack() {
      return amountMinor != null ? amountMinor == 0 : percentMicro != null && percentMicro == 0;
    }

    /** What it takes off an amount, in the amount unit. */
    long of(long minor, long unitMinor) {
      return amountMinor != null
          ? amountMinor
          : Numbers.mulDiv(minor, percentMicro == null ? 0 : percentMicro, WHOLE_MICRO * unitMinor)
              * unitMinor;
    }
  }

  /**
   * Sells a line at another price; a discount on it ends. A line that comes back is judged by what
   * it comes to then, as if it were returned anew.
   *
   * @throws Refusal LINE_UNKNOWN, AMOUNT_INVALID, APPROVAL_NEEDED when it lies further below the
   *     list price than the operator may go
   */
  Basket overridePrice(Baskets.Acting acting, int lineId, long priceMinor, String reason)
      throws SQLException {
    long price = Selling.enteredPrice(priceMinor);
    long unit = acting.store().unitMinor();
    return baskets.append(
        acting,
        Selling.changing(
            acting,
            lineId,
            "sale.override",
            basket ->
                BasketEntry.act(basket.version() + 1, EntryKind.OVERRIDE, acting.now(), null)
                    .ofLine(lineId)
                    .price(price, PriceSource.OVERRIDE)),
        (basket, seq, allowance) -> {
          BasketLine line = basket.line(lineId);
          long after = Numbers.extend(line.quantityMilli(), price, unit);
          Integer approver =
              line.comesBack()
                  ? Selling.mayGiveBack(allowance, -after)
                  : maySellAt(price, line, unit, allowance);
          AuditRecord record =
              line.comesBack()
                  ? Selling.givenBack(acting, line.kind(), approver).line(lineId, after, reason)
                  : Selling.journal(acting, "PRICE_OVERRIDDEN", approver)
                      .line(lineId, line.totalMinor(), reason);
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.OVERRIDE, acting.now(), approver)
                  .ofLine(lineId)
                  .price(price, PriceSource.OVERRIDE)
                  .because(reason),
              record.changed(Long.toString(line.priceMinor()), Long.toString(price)));
        });
  }

  private static @Nullable Integer maySellAt(
      long price, BasketLine line, long unit, Allowance allowance) {
    long below = line.listPriceMinor() - price;
    return allowance.within(
        below <= 0 ? 0 : Numbers.extend(line.quantityMilli(), below, unit),
        limits -> RoleLimits.within(limits.overrideMicro(), below, line.listPriceMinor()));
  }

  /**
   * Gives a discount on one line, in place of an earlier one; 0 takes it back. A line that comes
   * back carries its discount with its own sign. Limits hold for it on its line, and together with
   * those of the basket on all of it.
   *
   * @throws Refusal LINE_UNKNOWN, DISCOUNT_NOT_ALLOWED for an item without discounts,
   *     DISCOUNT_INVALID when it is more of the line than the store allows or against its sign,
   *     APPROVAL_NEEDED
   */
  Basket discountLine(Baskets.Acting acting, int lineId, Discount discount) throws SQLException {
    long unit = acting.store().unitMinor();
    return baskets.append(
        acting,
        DISCOUNT,
        (basket, seq, allowance) -> {
          BasketLine line = basket.line(lineId);
          if (line.item().noDiscount()) {
            throw new Refusal(Reason.DISCOUNT_NOT_ALLOWED).with("item", line.item().name());
          }
          long whole = line.extendedMinor(unit);
          long amount = discount.of(whole, unit);
          if (amount != 0 && Long.signum(amount) != Long.signum(whole)) {
            throw invalid(whole);
          }
          refuseAmount(
              amount, Numbers.mulDiv(whole, acting.store().mostDiscountMicro(), WHOLE_MICRO), unit);
          BasketEntry entry =
              BasketEntry.act(seq, EntryKind.LINE_DISCOUNT, acting.now(), null)
                  .ofLine(lineId)
                  .discount(DiscountSource.MANUAL, discount.amountMinor(), discount.percentMicro())
                  .because(discount.reason());
          GivenAway given = GivenAway.of(basket.with(entry, unit));
          Integer approver =
              allowance.within(
                  Math.abs(amount),
                  limits ->
                      RoleLimits.within(limits.discountMicro(), Math.abs(amount), Math.abs(whole))
                          && (discount.takesBack()
                              || basket.discounts().isEmpty()
                              || given.within(limits.discountMicro())));
          return new Baskets.Act(
              entry.approved(approver),
              Selling.journal(acting, "LINE_DISCOUNTED", approver)
                  .line(lineId, amount, discount.reason()));
        });
  }

  /**
   * Gives a discount on the whole basket, in place of an earlier one of the same source, or takes a
   * coupon beside others; an amount of 0 takes back. An amount below 0 takes the discount of goods
   * back that come back themselves, or a coupon that was paid earlier. Limits hold for it together
   * with all others that nobody has approved.
   *
   * @throws Refusal DISCOUNT_INVALID when it is more than the lines that it falls on, or below 0
   *     without one, APPROVAL_NEEDED
   */
  Basket discountBasket(Baskets.Acting acting, DiscountSource source, Discount discount)
      throws SQLException {
    long unit = acting.store().unitMinor();
    return baskets.append(
        acting,
        DISCOUNT,
        (basket, seq, allowance) -> {
          long amount =
              discount.of(DiscountShares.selling(PricedBasket.amounts(basket)).minor(), unit);
          long whole =
              DiscountShares.of(PricedBasket.amounts(basket), !source.lowersBase(), amount).minor();
          refuseAmount(amount, whole, unit);
          BasketEntry entry =
              BasketEntry.act(seq, EntryKind.BASKET_DISCOUNT, acting.now(), null)
                  .discount(source, discount.amountMinor(), discount.percentMicro())
                  .because(discount.reason());
          Basket after = basket.with(entry, unit);
          GivenAway given = amount < 0 ? GivenAway.takenBack(after, whole) : GivenAway.of(after);
          Integer approver =
              allowance.within(
                  Math.abs(amount),
                  limits -> discount.takesBack() || given.within(limits.discountMicro()));
          return new Baskets.Act(
              entry.approved(approver),
              Selling.journal(acting, "BASKET_DISCOUNTED", approver)
                  .amount(amount, discount.reason()));
        });
  }

  /**
   * What an act needs that may lower what the basket is worth: where discounts grow beyond a limit
   * by that, what they would need themselves.
   *
   * @param permission of the act itself
   * @param after the entry that the act makes, without its approver
   */
  static Baskets.Needed lowering(
      Baskets.Acting acting, String permission, Function<Basket, BasketEntry> after) {
    return (basket, connection) -> {
      if (basket.discounts().isEmpty()) {
        return Baskets.Needs.of(permission); // those of lines are within each line's limit
      }
      GivenAway given = GivenAway.of(basket.with(after.apply(basket), acting.store().unitMinor()));
      GivenAway before = GivenAway.of(basket);
      Caller.SignedOn operator = acting.caller().operatorOrThrow();
      Map<Integer, AdmissionDao.RoleRights> supervisors = new HashMap<>();
      for (GivenAway.ApprovedAmount approved : given.approved()) {
        if (given.leftMinor() < before.leftMinor()) {
          supervisors.put(
              approved.approvedBy(), AdmissionDao.rightsOf(connection, approved.approvedBy()));
        }
      }
      GivenAway.Excess excess =
          given.beyond(
              before,
              discountMicro(operator.permissions(), operator.limits()),
              id -> {
                AdmissionDao.RoleRights rights = supervisors.get(id);
                return rights == null ? 0 : discountMicro(rights.permissions(), rights.limits());
              });
      if (excess.fits().isEmpty() || operator.may(DISCOUNT) && excess.within(operator.limits())) {
        return Baskets.Needs.of(permission);
      }
      boolean alone = operator.may(permission);
      String other = alone ? permission : DISCOUNT;
      return new Baskets.Needs(
          alone ? DISCOUNT : permission,
          Permissions.APPROVABLE.contains(other) ? other : null,
          excess);
    };
  }

  private static @Nullable Long discountMicro(Set<String> permissions, RoleLimits limits) {
    return permissions.contains(DISCOUNT) ? limits.discountMicro() : Long.valueOf(0);
  }

  private static void refuseAmount(long amount, long most, long unitMinor) {
    if (amount % unitMinor != 0 || Math.abs(amount) > Math.abs(most)) {
      throw invalid(most);
    }
  }

  private static Refusal invalid(long most) {
    return new Refusal(Reason.DISCOUNT_INVALID).with("most", most);
  }
}
