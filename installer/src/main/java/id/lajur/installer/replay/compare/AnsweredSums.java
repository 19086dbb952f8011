package id.lajur.installer.replay.compare;

import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ReceiptLine;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** Sums of what a store elsewhere answers that it sold: each basket, and its receipt read back. */
public final class AnsweredSums {
  private final Sums sums = new Sums();
  private final Map<String, Long> tenders = new TreeMap<>();
  private final boolean totals;

  /**
   * @param totals whether tenders, ticket discounts and tax were recorded
   */
  public AnsweredSums(boolean totals) {
    this.totals = totals;
  }

  /**
   * Adds a sale.
   *
   * @param basket as it was before it was paid
   * @throws IllegalStateException the receipt's lines are not the basket's
   */
  public synchronized void add(Basket basket, Receipt receipt) {
    long standing = 0;
    for (BasketLine line : basket.getLinesList()) {
      standing += line(line);
    }
    long printed = receipt.getLinesList().stream().mapToLong(ReceiptLine::getTotalMinor).sum();
    if (printed != standing) {
      throw new IllegalStateException(
          "the lines of receipt %s-%s%d come to %d, those of its basket to %d"
              .formatted(
                  receipt.getTerminal(),
                  receipt.getSeries(),
                  receipt.getNumber(),
                  printed,
                  standing));
    }
    sums.add("tickets", 1);
    long tax = receipt.getTaxesList().stream().mapToLong(each -> each.getTaxMinor()).sum();
    long cash = -receipt.getChangeMinor();
    for (var tender : receipt.getTendersList()) {
      tenders.merge(tender.getKind(), tender.getAmountMinor(), Math::addExact);
      cash += tender.getKind().equals("CASH") ? tender.getAmountMinor() : 0;
      if (totals) {
        sums.add("tender " + tender.getKind(), tender.getAmountMinor());
      }
    }
    sums.add("cash in the till", totals ? cash : cash - receipt.getTaxOnTopMinor());
    if (totals) {
      sums.add("tax", tax);
      for (var discount : receipt.getDiscountsList()) {
        boolean coupon = discount.getSource() == DiscountSource.DISCOUNT_SOURCE_COUPON;
        sums.add(coupon ? "coupons" : "ticket discounts", discount.getAmountMinor());
      }
    } else {
      sums.add("tax on top", receipt.getTaxOnTopMinor());
      sums.add("tax of the store", tax);
    }
  }

  /** A removed line is two lines of the file: itself, and the one that takes it back. */
  private long line(BasketLine line) {
    boolean withoutItsLine =
        line.getKind() == LineKind.LINE_KIND_RETURN
            && line.getReason().equals("void without its line");
    String kind =
        withoutItsLine
            ? "VOID"
            : line.getKind() == LineKind.LINE_KIND_SALE
                ? "SALE"
                : line.getKind() == LineKind.LINE_KIND_RETURN ? "RETURN" : "CREDIT";
    add(kind, line, 1);
    if (line.getVoided()) {
      add("VOID", line, -1);
      return 0;
    }
    sums.add("line discounts", line.getDiscountMinor());
    return line.getTotalMinor();
  }

  private void add(String kind, BasketLine line, int sign) {
    sums.add("lines of " + kind, 1);
    sums.add("quantity of " + kind, sign * line.getQuantityMilli());
    sums.add("amount of " + kind, sign * line.getTotalMinor());
    sums.add("quantity of item " + line.getItemCode(), sign * line.getQuantityMilli());
  }

  Sums sums() {
    return sums;
  }

  Map<String, Long> tenders() {
    return Collections.unmodifiableMap(tenders);
  }
}
