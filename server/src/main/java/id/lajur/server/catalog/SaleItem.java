package id.lajur.server.catalog;

import id.lajur.rules.code.CodeReading;
import org.jspecify.annotations.Nullable;

/**
 * One way to sell an item: the unit that a code names, with its price at a moment.
 *
 * @param account of a deposit or liability, else null
 * @param blocked why it does not sell, null when it does
 * @param factorMilli thousandths of the base unit in one of this unit
 * @param priceMinor per unit; null when it has none yet
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
    @Nullable Long priceMinor)
    implements CodeReading.Good {

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
