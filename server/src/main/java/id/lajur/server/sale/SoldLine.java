package id.lajur.server.sale;

import java.util.Comparator;
import java.util.UUID;

/**
 * A line of a sale that goods come back from.
 *
 * @param lineNo from 1, in order of scanning
 */
public record SoldLine(UUID saleId, int lineNo) implements Comparable<SoldLine> {
  private static final Comparator<SoldLine> BY_KEY =
      Comparator.comparing(SoldLine::saleId).thenComparingInt(SoldLine::lineNo);

  @Override
  public int compareTo(SoldLine other) {
    return BY_KEY.compare(this, other);
  }
}
