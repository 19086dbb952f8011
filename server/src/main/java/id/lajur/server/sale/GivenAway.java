package id.lajur.server.sale;

import id.lajur.rules.amount.Numbers;
import id.lajur.rules.receipt.DiscountShares;
import id.lajur.server.security.RoleLimits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What discounts take off a basket, against the limits of those who gave them: all that no
 * supervisor approved together, of lines and of the basket, and each amount of the basket that one
 * did approve by itself. A discount of a line never outgrows its limit alone, since it ends with
 * any change of the line.
 *
 * @param percentMicro sum of those of the basket given as a part, which lines to come get too
 * @param amountMinor sum of those given as an amount, and of the lines' own, >= 0
 * @param wholeMinor what these fall on, before them, >= 0
 * @param leftMinor what an approved amount falls on, >= 0
 */
record GivenAway(
    long percentMicro,
    long amountMinor,
    long wholeMinor,
    long leftMinor,
    List<ApprovedAmount> approved) {

  /** An amount off the basket on a supervisor's word. */
  record ApprovedAmount(int approvedBy, long minor) {}

  GivenAway {
    approved = List.copyOf(approved);
  }

  /** What is given on the lines that sell. */
  static GivenAway of(Basket basket) {
    long ofLines = 0;
    for (BasketLine line : basket.standing()) {
      if (line.approvedBy() == null && line.discountMinor() > 0 && !line.item().noDiscount()) {
        ofLines = Math.addExact(ofLines, line.discountMinor());
      }
    }
    long left = DiscountShares.selling(PricedBasket.amounts(basket)).minor();
    return of(basket, false, ofLines, left);
  }

  /**
   * What is taken back of the discounts that goods had which come back.
   *
   * @param wholeMinor what it falls on, >= 0
   */
  static GivenAway takenBack(Basket basket, long wholeMinor) {
    return of(basket, true, 0, wholeMinor);
  }

  private static GivenAway of(Basket basket, boolean takenBack, long ofLines, long left) {
    long percent = 0;
    long amount = ofLines;
    List<ApprovedAmount> approved = new ArrayList<>();
    for (Basket.BasketDiscount discount : basket.discounts()) {
      Long minor = discount.amountMinor();
      if (takenBack != (minor != null && minor < 0)) {
        continue;
      }
      if (discount.approvedBy() == null) {
        percent += discount.percentMicro() == null ? 0 : discount.percentMicro();
        amount = Math.addExact(amount, minor == null ? 0 : Math.abs(minor));
      } else if (minor != null) {
        approved.add(new ApprovedAmount(discount.approvedBy(), Math.abs(minor)));
      }
    }
    return new GivenAway(percent, amount, Math.addExact(left, ofLines), left, approved);
  }

  /** Whether what nobody approved is within a limit, in millionths; null = without one. */
  boolean within(@Nullable Long limitMicro) {
    return limitMicro == null
        || percentMicro <= limitMicro
            && RoleLimits.within(limitMicro - percentMicro, amountMinor, wholeMinor);
  }

  /**
   * What a basket that was worth more carries beyond limits now, and did not so much before.
   *
   * @param ownMicro how far the operator may go
   * @param limitMicro how far a supervisor may go, by his number
   */
  Excess beyond(GivenAway before, @Nullable Long ownMicro, IntFunction<@Nullable Long> limitMicro) {
    List<Predicate<@Nullable Long>> fits = new ArrayList<>();
    long most = 0;
    if (grown(amountMinor, wholeMinor, before.amountMinor, before.wholeMinor)
        && !within(ownMicro)) {
      fits.add(this::within);
      most = Math.addExact(amountMinor, Numbers.mulDiv(leftMinor, percentMicro, 1_000_000));
    }
    if (leftMinor < before.leftMinor) {
      for (ApprovedAmount given : approved) {
        if (!RoleLimits.within(limitMicro.apply(given.approvedBy()), given.minor(), leftMinor)) {
          fits.add(limit -> RoleLimits.within(limit, given.minor(), leftMinor));
          most = Math.max(most, given.minor());
        }
      }
    }
    return new Excess(most, fits);
  }

  private static boolean grown(long part, long whole, long partBefore, long wholeBefore) {
    return BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(wholeBefore))
            .compareTo(BigInteger.valueOf(partBefore).multiply(BigInteger.valueOf(whole)))
        > 0;
  }

  /**
   * What needs somebody's word.
   *
   * @param minor what it comes to
   */
  record Excess(long minor, List<Predicate<@Nullable Long>> fits) {
    Excess {
      fits = List.copyOf(fits);
    }

    boolean within(RoleLimits limits) {
      return fits.stream().allMatch(part -> part.test(limits.discountMicro()));
    }
  }
}
