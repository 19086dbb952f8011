package id.lajur.installer.bench;

import java.util.List;

/**
 * A ten-line sale as the store itself has frozen it, from which the hand-written side copies what
 * does not depend on stock. Amounts in minor units.
 *
 * @param number 0 to 254; part of the ids of the baskets that are made like it
 */
record SaleTemplate(
    int number,
    List<Line> lines,
    List<Tax> taxes,
    List<Journal> journal,
    List<TillMove> tillMoves,
    long linesMinor,
    long taxMinor,
    long totalMinor,
    long roundingMinor,
    long changeMinor,
    long tenderMinor,
    byte[] answer) {

  /** One piece of one item. */
  record Line(
      int itemId,
      String name,
      String barcode,
      int departmentId,
      String unit,
      long priceMinor,
      int taxClassId,
      long taxableMinor,
      long taxMinor) {}

  /** One rate. */
  record Tax(
      int taxClassId,
      String mode,
      int rateMicro,
      int baseNumerator,
      int baseDenominator,
      long taxableMinor,
      long taxMinor) {}

  /** One line of the entry. */
  record Journal(int lineNo, String account, long amountMinor) {}

  /** One movement of the drawer. */
  record TillMove(int lineNo, String kind, long amountMinor) {}
}
