package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.DiscountShares;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Allowance;
import id.lajur.server.security.RoleLimits;
import java.sql.SQLException;
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
        Selling.changing(lineId, "sale.override"),
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
   * back carries its discount with its own sign.
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
          Integer approver =
              allowance.within(
                  Math.abs(amount),
                  limits ->
                      RoleLimits.within(limits.discountMicro(), Math.abs(amount), Math.abs(whole)));
          return new Baskets.Act(
              BasketEntry.act(seq, EntryKind.LINE_DISCOUNT, acting.now(), approver)
                  .ofLine(lineId)
                  .discount(DiscountSource.MANUAL, discount.amountMinor(), discount.percentMicro())
                  .because(discount.reason()),
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
          Unapproved unapproved = Unapproved.of(basket.with(entry, unit), amount < 0);
          Integer approver =
              allowance.within(
                  Math.abs(amount),
                  limits ->
                      discount.takesBack() || unapproved.within(limits.discountMicro(), whole));
          return new Baskets.Act(
              entry.approved(approver),
              Selling.journal(acting, "BASKET_DISCOUNTED", approver)
                  .amount(amount, discount.reason()));
        });
  }

  /**
   * The discounts of a basket that stand on no supervisor's word, of one sign.
   *
   * @param percentMicro sum of those given as a part, which lines that are yet to come get too
   * @param amountMinor sum of those given as an amount, >= 0
   */
  private record Unapproved(long percentMicro, long amountMinor) {
    static Unapproved of(Basket basket, boolean takenBack) {
      long percent = 0;
      long amount = 0;
      for (Basket.BasketDiscount discount : basket.discounts()) {
        Long minor = discount.amountMinor();
        if (discount.approvedBy() != null || takenBack != (minor != null && minor < 0)) {
          continue;
        }
        percent += discount.percentMicro() == null ? 0 : discount.percentMicro();
        amount = Math.addExact(amount, minor == null ? 0 : Math.abs(minor));
      }
      return new Unapproved(percent, amount);
    }

    /**
     * @param wholeMinor what they fall on, >= 0
     */
    boolean within(@Nullable Long limitMicro, long wholeMinor) {
      return limitMicro == null
          || percentMicro <= limitMicro
              && RoleLimits.within(limitMicro - percentMicro, amountMinor, wholeMinor);
    }
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
