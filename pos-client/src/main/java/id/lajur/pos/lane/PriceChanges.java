package id.lajur.pos.lane;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.OverridePriceRequest;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;

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
    discount(
        amountMinor,
        percentMicro,
        request::setAmountMinor,
        request::setPercentMicro,
        () -> baskets.discountLine(request.build()).getBasket());
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
    discount(
        amountMinor,
        percentMicro,
        request::setAmountMinor,
        request::setPercentMicro,
        () -> baskets.discountBasket(request.build()).getBasket());
  }

  /**
   * Gives what is asked: the part where there is one, else the amount.
   *
   * @param asking has the request of what it was given, as often as it must be asked
   */
  private void discount(
      long amountMinor,
      int percentMicro,
      LongConsumer amount,
      IntConsumer part,
      Supplier<Basket> asking) {
    if (percentMicro != 0) {
      part.accept(percentMicro);
    } else {
      amount.accept(amountMinor);
    }
    open.take(connection.command(asking));
  }
}
