package id.lajur.rules.amount;

/**
 * How cash is brought to the coins that circulate.
 *
 * @param coinMinor > 0, the smallest coin
 * @see "Permendag 35/M-DAG/PER/7/2013: where no coin circulates an amount may be rounded"
 */
public record CashRounding(Mode mode, long coinMinor) {
  /** Where an amount between two coins goes; a refund is rounded as the sale was. */
  public enum Mode {
    NEAREST,
    DOWN,
    UP
  }

  public CashRounding {
    if (coinMinor <= 0) {
      throw new IllegalArgumentException("a coin is worth more than " + coinMinor);
    }
  }

  /** The amount payable in coins; its sign is kept. */
  public long round(long minor) {
    long rest = minor % coinMinor;
    long down = minor - rest;
    return switch (mode) {
      case NEAREST -> Numbers.roundTo(minor, coinMinor);
      case DOWN -> down;
      case UP -> rest == 0 ? minor : down + (minor < 0 ? -coinMinor : coinMinor);
    };
  }
}
