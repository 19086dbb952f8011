package id.lajur.pos.lane;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.sale.v1.WaitingBasket;
import java.util.List;

/**
 * Baskets that wait: put aside, called back, taken from another lane. Calls wait for the server.
 */
public final class WaitingBaskets {
  private final StoreConnection connection;
  private final OpenBasket open;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;

  WaitingBaskets(StoreConnection connection, OpenBasket open) {
    this.connection = connection;
    this.open = open;
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
  }

  /** The baskets that wait: suspended in the store, and what is open at this terminal. */
  public List<WaitingBasket> list() {
    return connection
        .ask(() -> baskets.listBaskets(ListBasketsRequest.getDefaultInstance()))
        .getBasketsList();
  }

  /** As {@link #list()}, and what is open at other terminals. */
  public List<WaitingBasket> everywhere() {
    ListBasketsRequest request = ListBasketsRequest.newBuilder().setElsewhere(true).build();
    return connection.ask(() -> baskets.listBaskets(request)).getBasketsList();
  }

  /** The request that puts the basket at hand aside, for any lane. */
  public SuspendBasketRequest suspension() {
    return SuspendBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasket(open.ref())
        .build();
  }

  /**
   * Puts a basket aside as a request says, also one that this lane has sent before.
   *
   * @return the number to tell the customer
   */
  public int suspend(SuspendBasketRequest request) {
    int number =
        connection.command(() -> baskets.suspendBasket(request)).getBasket().getSuspendNumber();
    open.putDown();
    return number;
  }

  /** The request that takes a suspended basket to this lane. */
  public static ResumeBasketRequest resumption(String basketId) {
    return ResumeBasketRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setBasketId(basketId)
        .build();
  }

  /** Takes a basket as a request says, also one that this lane has sent before. */
  public Basket resume(ResumeBasketRequest request) {
    return open.turnTo(() -> connection.command(() -> baskets.resumeBasket(request)).getBasket());
  }

  /** Takes a basket that is open on another lane. */
  public Basket takeOver(String basketId, String approvalId) {
    TakeOverBasketRequest request =
        TakeOverBasketRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasketId(basketId)
            .setApprovalId(approvalId)
            .build();
    return open.turnTo(() -> connection.command(() -> baskets.takeOverBasket(request)).getBasket());
  }
}
