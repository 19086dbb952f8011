package id.lajur.server.store;

import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.OverridePriceRequest;
import id.lajur.sale.v1.VoidLineRequest;

/**
 * What a cashier does with a line of the basket at hand, each time under a request id of its own.
 * The lane does not adopt what comes back.
 */
final class LineActs {
  private LineActs() {}

  /**
   * @param approval empty: the operator's own right
   */
  static Basket override(TestLane lane, int line, long priceMinor, String approval) {
    return lane.baskets()
        .overridePrice(
            OverridePriceRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setLineId(line)
                .setPriceMinor(priceMinor)
                .setReason("harga rak")
                .setApprovalId(approval)
                .build())
        .getBasket();
  }

  static Basket discountLine(TestLane lane, int line, long amountMinor, String approval) {
    return lane.baskets()
        .discountLine(
            DiscountLineRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setLineId(line)
                .setAmountMinor(amountMinor)
                .setReason("penyok")
                .setApprovalId(approval)
                .build())
        .getBasket();
  }

  static Basket changeQuantity(TestLane lane, int line, long quantityMilli, String approval) {
    return lane.baskets()
        .changeQuantity(
            ChangeQuantityRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setLineId(line)
                .setQuantityMilli(quantityMilli)
                .setApprovalId(approval)
                .build())
        .getBasket();
  }

  static Basket voidLine(TestLane lane, int line, String approval) {
    return lane.baskets()
        .voidLine(
            VoidLineRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setLineId(line)
                .setReason("batal")
                .setApprovalId(approval)
                .build())
        .getBasket();
  }
}
