package id.lajur.server.purchasing;

import id.lajur.rules.amount.Numbers;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery in the books, and how much of it was taken back.
 *
 * @param number null when it was posted without a draft
 * @param isCorrection whether it takes another one back itself
 * @param corrections how many documents took some of it back
 * @param lines by part and line, in that order
 */
record ReceivedDocument(
    UUID documentId,
    @Nullable String number,
    int supplierId,
    String deliveryNote,
    int locationId,
    boolean isCorrection,
    int corrections,
    Map<Place, Line> lines) {

  /** Where a line stands in its document. */
  record Place(int part, int lineNo) {}

  /**
   * One line.
   *
   * @param line as it was received
   * @param reversedMilli of the unit
   */
  record Line(PurchasingDao.LineKey key, GoodsReceipt.Line line, long reversedMilli) {
    long leftMilli() {
      return line.quantityMilli() - reversedMilli;
    }

    Line less(long milli) {
      return new Line(key, line, reversedMilli + milli);
    }

    /** What it cost per 1000 milli of the base unit, as its receipt had it. */
    long unitCostMinor() {
      return Numbers.mulDiv(line.costMinor(), 1000, line.baseMilli());
    }

    /**
     * What goes back with {@code milli} of the unit, as a line below 0. Shares are cut from what
     * was taken back before, so that all of them together are the line.
     *
     * @param unitMinor the store's amount unit
     */
    GoodsReceipt.Line back(long milli, long unitMinor) {
      LineTerms terms = line.terms();
      return new GoodsReceipt.Line(
          line.itemId(),
          line.unit(),
          line.factorMilli(),
          line.barcode(),
          -milli,
          -share(line.costMinor(), milli, unitMinor),
          new LineTerms(
              -share(terms.bonusMilli(), milli, 1),
              terms.priceMinor(),
              terms.discount(),
              terms.taxClassId(),
              -share(terms.taxMinor(), milli, unitMinor),
              terms.expiresOn()));
    }

    private long share(long whole, long milli, long unitMinor) {
      return upTo(whole, reversedMilli + milli, unitMinor) - upTo(whole, reversedMilli, unitMinor);
    }

    private long upTo(long whole, long milli, long unitMinor) {
      return milli == line.quantityMilli()
          ? whole
          : Numbers.roundTo(Numbers.mulDiv(whole, milli, line.quantityMilli()), unitMinor);
    }
  }

  ReceivedDocument {
    lines = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lines));
  }

  /** What is asked to go back. */
  record Asked(Place place, long quantityMilli) {}

  /**
   * The lines that go back; all that is left where none is named, or no quantity.
   *
   * @throws Refusal LINE_UNKNOWN, QUANTITY_INVALID, REVERSED_ALREADY, LINES_TOO_MANY
   */
  List<Asked> asked(List<Asked> named) {
    List<Asked> wanted = new ArrayList<>();
    if (named.isEmpty()) {
      lines.forEach(
          (place, line) -> {
            if (line.leftMilli() > 0) {
              wanted.add(new Asked(place, line.leftMilli()));
            }
          });
      if (wanted.isEmpty()) {
        throw new Refusal(Reason.REVERSED_ALREADY);
      }
    }
    for (Asked one : named) {
      Line line = lines.get(one.place());
      if (line == null) {
        throw new Refusal(Reason.LINE_UNKNOWN).with("lineId", one.place().lineNo());
      }
      if (one.quantityMilli() < 0
          || one.quantityMilli() > 0
              && Numbers.mulDiv(one.quantityMilli(), line.line().factorMilli(), 1000) == 0) {
        throw new Refusal(Reason.QUANTITY_INVALID).with("code", line.line().barcode());
      }
      if (line.leftMilli() == 0 || one.quantityMilli() > line.leftMilli()) {
        throw new Refusal(Reason.REVERSED_ALREADY)
            .with("leftMilli", line.leftMilli())
            .with("lineId", one.place().lineNo());
      }
      wanted.add(one.quantityMilli() == 0 ? new Asked(one.place(), line.leftMilli()) : one);
    }
    if (wanted.size() > ReceiptInParts.MOST_LINES
        || wanted.stream().map(Asked::place).distinct().count() < wanted.size()) {
      throw new Refusal(Reason.LINES_TOO_MANY).with("most", ReceiptInParts.MOST_LINES);
    }
    return wanted;
  }

  /** After lines went back. */
  ReceivedDocument less(List<Asked> gone) {
    Map<Place, Line> left = new LinkedHashMap<>(lines);
    gone.forEach(
        one -> left.computeIfPresent(one.place(), (place, line) -> line.less(one.quantityMilli())));
    return new ReceivedDocument(
        documentId,
        number,
        supplierId,
        deliveryNote,
        locationId,
        isCorrection,
        corrections + 1,
        left);
  }
}
