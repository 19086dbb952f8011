package id.lajur.pos.lane;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.AddReturnLineResponse;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.LineKind;

/** Goods that come back, as lines of the basket at hand. Calls wait for the server. */
public final class Returns {
  private final StoreConnection connection;
  private final OpenBasket open;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;

  Returns(StoreConnection connection, OpenBasket open) {
    this.connection = connection;
    this.open = open;
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
  }

  /**
   * Takes goods back, or gives a deposit or credit.
   *
   * @param quantityMilli > 0, or 0 for one or what its label says; the line carries it negative
   * @param kind RETURN or CREDIT
   * @param priceMinor per unit; negative = the price now
   */
  public BasketLine takeBack(
      String code,
      long quantityMilli,
      LineKind kind,
      long priceMinor,
      String reason,
      String approvalId) {
    AddReturnLineRequest.Builder request =
        AddReturnLineRequest.newBuilder()
            .setCode(code)
            .setQuantityMilli(quantityMilli)
            .setKind(kind)
            .setReason(reason)
            .setApprovalId(approvalId);
    if (priceMinor >= 0) {
      request.setPriceMinor(priceMinor);
    }
    return takeBack(request);
  }

  /**
   * Takes goods back with their receipt, whose number is the reason.
   *
   * @param sold the receipt's line
   * @param quantityMilli of what has not come back yet
   * @param priceMinor what is given back for one
   */
  public BasketLine takeBack(
      SoldLine sold, long quantityMilli, long priceMinor, String number, String approvalId) {
    return takeBack(
        AddReturnLineRequest.newBuilder()
            .setCode(sold.code())
            .setQuantityMilli(quantityMilli)
            .setKind(LineKind.LINE_KIND_RETURN)
            .setPriceMinor(priceMinor)
            .setReason(number)
            .setApprovalId(approvalId)
            .setSaleId(sold.saleId())
            .setSaleLine(sold.lineNo()));
  }

  private BasketLine takeBack(AddReturnLineRequest.Builder asked) {
    AddReturnLineRequest made =
        asked.setRequestId(StoreConnection.newRequestId()).setBasket(open.refOrNew()).build();
    AddReturnLineResponse answer = connection.command(() -> baskets.addReturnLine(made));
    open.take(answer.getBasket());
    return open.line(answer.getLineId());
  }
}
