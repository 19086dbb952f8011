package id.lajur.server.security;

import org.jspecify.annotations.Nullable;

/**
 * How far a role goes by itself; null = without limit.
 *
 * @param discountMicro millionths of the line or basket that a discount is given on
 * @param overrideMicro millionths that a price may lie below the list price
 * @param returnMinor value of one returned line
 * @param cashMinor of one pay-in or pay-out
 * @param drawerOpenings of one shift, without a sale
 */
public record RoleLimits(
    @Nullable Long discountMicro,
    @Nullable Long overrideMicro,
    @Nullable Long returnMinor,
    @Nullable Long cashMinor,
    @Nullable Long drawerOpenings) {

  /** As far as one likes. */
  public static final RoleLimits NONE = new RoleLimits(null, null, null, null, null);

  /** Whether {@code part} of {@code whole}, both > 0, stays within a share in millionths. */
  public static boolean within(@Nullable Long limitMicro, long part, long whole) {
    return limitMicro == null
        || part <= 0
        || java.math.BigInteger.valueOf(part)
                .multiply(java.math.BigInteger.valueOf(1_000_000))
                .compareTo(
                    java.math.BigInteger.valueOf(limitMicro)
                        .multiply(java.math.BigInteger.valueOf(Math.max(0, whole))))
            <= 0;
  }

  /** Whether an amount stays within a limit. */
  public static boolean within(@Nullable Long limitMinor, long amountMinor) {
    return limitMinor == null || amountMinor <= limitMinor;
  }
}
