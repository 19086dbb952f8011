package id.lajur.server.catalog;

import id.lajur.rules.code.CodeReading;
import org.jspecify.annotations.Nullable;

/**
 * One way to sell an item: the unit that a code names, with its price at a moment.
 *
 * @param account of a deposit or liability, else null
 * @param blocked why it does not sell, null when it does
 * @param factorMilli thousandths of the base unit in one of this unit
 * @param priceMinor per unit at retail; null when it has none yet
 * @param levelPrices per unit at the other price levels that it has a price at:
 *     "1=950000,2=900000"; null when at none
 */
public record SaleItem(
    int itemId,
    String code,
    String name,
    int departmentId,
    Kind kind,
    @Nullable String account,
    int taxClassId,
    boolean weighed,
    boolean noDiscount,
    boolean noReturn,
    @Nullable String blocked,
    StockPolicy stockPolicy,
    int unitNo,
    String unit,
    long factorMilli,
    @Nullable Long priceMinor,
    @Nullable String levelPrices)
    implements CodeReading.Good {

  /** Its price per unit at a level; null where it has none there. */
  public @Nullable Long priceMinorAt(int levelNo) {
    if (levelPrices == null) {
      return null;
    }
    String wanted = levelNo + "=";
    for (int at = 0; at < levelPrices.length(); ) {
      int comma = levelPrices.indexOf(',', at);
      int end = comma < 0 ? levelPrices.length() : comma;
      if (levelPrices.startsWith(wanted, at)) {
        return Long.valueOf(levelPrices.substring(at + wanted.length(), end));
      }
      at = end + 1;
    }
    return null;
  }

  /** Only goods move stock. The names stand in the database. */
  public enum Kind {
    GOODS,
    SERVICE,
    DEPOSIT,
    LIABILITY
  }

  /** What happens when stock would fall below zero. The names stand in the database. */
  public enum StockPolicy {
    ALLOW,
    WARN,
    FORBID
  }
}
