package id.lajur.server.report;

/**
 * What was sold, summed over lines; amounts in minor units.
 *
 * @param tickets sales that hold such lines: of parts that share a sale they do not add up
 * @param piecesMilli base units; a weighed line is one piece
 * @param grossMinor before discounts, of goods sold
 * @param discountMinor of lines and of baskets, coupons included
 * @param returnMinor of goods that came back, >= 0
 * @param taxOnTopMinor the part of the tax that is not inside the prices
 * @param depositMinor of the net: what is owed again
 */
record SalesFigures(
    long tickets,
    long piecesMilli,
    long grossMinor,
    long discountMinor,
    long returnMinor,
    long taxOnTopMinor,
    long taxMinor,
    long depositMinor,
    long costMinor) {
  static final SalesFigures NONE = new SalesFigures(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** What customers owe, before cash is rounded to the coin. */
  long totalMinor() {
    return grossMinor - discountMinor - returnMinor + taxOnTopMinor;
  }

  long netMinor() {
    return totalMinor() - taxMinor;
  }

  long marginMinor() {
    return netMinor() - depositMinor - costMinor;
  }

  /** Both together, of parts that share no sale. */
  SalesFigures plus(SalesFigures other) {
    return new SalesFigures(
        tickets + other.tickets,
        piecesMilli + other.piecesMilli,
        grossMinor + other.grossMinor,
        discountMinor + other.discountMinor,
        returnMinor + other.returnMinor,
        taxOnTopMinor + other.taxOnTopMinor,
        taxMinor + other.taxMinor,
        depositMinor + other.depositMinor,
        costMinor + other.costMinor);
  }

  SalesFigures withTickets(long number) {
    return new SalesFigures(
        number,
        piecesMilli,
        grossMinor,
        discountMinor,
        returnMinor,
        taxOnTopMinor,
        taxMinor,
        depositMinor,
        costMinor);
  }
}
