package id.lajur.pos.screen;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a line costs what it does, as the store says. Money in minor units.
 *
 * @param level of prices that the price is of; empty where it is retail
 * @param extendedMinor quantity × price before any discount
 * @param roundingMinor what rounding to the amount unit added
 * @param netMinor what the line brings in the end
 */
public record ExplanationView(
    LineView line,
    String level,
    long listPriceMinor,
    From from,
    long extendedMinor,
    long roundingMinor,
    Optional<Act> override,
    List<Reduction> reductions,
    Tax tax,
    long netMinor) {
  public ExplanationView {
    reductions = List.copyOf(reductions);
  }

  /** Where the price comes from. */
  public enum From {
    LIST,
    LABEL,
    OVERRIDE,
    ENTERED,
    LEVEL
  }

  /**
   * Who took a price down or up.
   *
   * @param approver empty when nobody had to
   */
  public record Act(String operator, String approver, String reason, Instant at) {}

  /** What a discount was given for. */
  public enum Source {
    MANUAL,
    MEMBER,
    STAFF,
    COUPON
  }

  /**
   * What came off.
   *
   * @param minor off this line
   * @param givenMinor in all, where it was given on the whole basket
   * @param percentMicro millionths; 0 when given as an amount
   */
  public record Reduction(
      Source source, boolean wholeBasket, long minor, long givenMinor, int percentMicro, Act act) {}

  /**
   * The line's share of the receipt's tax.
   *
   * @param name as papers print it
   * @param rateMicro millionths; 0 where there is none
   * @param taxableMinor base without tax
   * @param otherBaseMinor the base by another law; equals {@code taxableMinor} where the whole is
   *     it
   */
  public record Tax(
      String name,
      int rateMicro,
      boolean onTop,
      long taxableMinor,
      long otherBaseMinor,
      long taxMinor) {}
}
