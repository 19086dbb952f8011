package id.lajur.pos.lane;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.OverridePriceRequest;

/**
 * Other prices than the store has set, and discounts, given on the basket at hand. Calls wait for
 * the server.
 */
public final class PriceChanges {
  private final StoreConnection connection;
  private final OpenBasket open;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;

  PriceChanges(StoreConnection connection, OpenBasket open) {
    this.connection = connection;
    this.open = open;
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
  }

  /** Sells a line at another price per unit. */
  public void overridePrice(int lineId, long priceMinor, String reason, String approvalId) {
    OverridePriceRequest request =
        OverridePriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.ref())
            .setLineId(lineId)
            .setPriceMinor(priceMinor)
            .setReason(reason)
            .setApprovalId(approvalId)
            .build();
    open.take(connection.command(() -> baskets.overridePrice(request)).getBasket());
  }

  /** Gives a discount on one line: an amount, or a part in millionths. */
  public void discountLine(
      int lineId, long amountMinor, int percentMicro, String reason, String approvalId) {
    DiscountLineRequest.Builder request =
        DiscountLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.ref())
            .setLineId(lineId)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (percentMicro != 0) {
      request.setPercentMicro(percentMicro);
    } else {
      request.setAmountMinor(amountMinor);
    }
    DiscountLineRequest made = request.build();
    open.take(connection.command(() -> baskets.discountLine(made)).getBasket());
  }

  /** Gives a discount or takes a coupon on the whole basket: an amount, or a part in millionths. */
  public void discountBasket(
      DiscountSource source, long amountMinor, int percentMicro, String reason, String approvalId) {
    DiscountBasketRequest.Builder request =
        DiscountBasketRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.ref())
            .setSource(source)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (percentMicro != 0) {
      request.setPercentMicro(percentMicro);
    } else {
      request.setAmountMinor(amountMinor);
    }
    DiscountBasketRequest made = request.build();
    open.take(connection.command(() -> baskets.discountBasket(made)).getBasket());
  }
}
