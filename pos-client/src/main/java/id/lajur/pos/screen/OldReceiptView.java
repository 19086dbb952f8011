package id.lajur.pos.screen;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A receipt that goods may come back from.
 *
 * @param number as printed
 * @param lines that sold something, in their order
 */
public record OldReceiptView(String number, Instant soldAt, String operator, List<Line> lines) {
  /**
   * One of its lines.
   *
   * @param saleId with {@code lineNo}, as the receipt numbers it, the line
   * @param code what takes it back
   * @param quantityMilli what has not come back yet
   * @param priceMinor what was paid for one, discounts off
   */
  public record Line(
      String saleId,
      int lineNo,
      String code,
      String name,
      String unit,
      boolean weighed,
      long quantityMilli,
      long priceMinor) {}

  public OldReceiptView {
    lines = List.copyOf(lines);
  }

  /** After some of a line has come back. */
  OldReceiptView less(int row, long quantityMilli) {
    var left = new ArrayList<>(lines);
    Line line = left.get(row);
    left.set(
        row,
        new Line(
            line.saleId(),
            line.lineNo(),
            line.code(),
            line.name(),
            line.unit(),
            line.weighed(),
            line.quantityMilli() - quantityMilli,
            line.priceMinor()));
    return new OldReceiptView(number, soldAt, operator, left);
  }
}
