package id.lajur.pos.lane;

import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.customer.v1.FindMembersRequest;
import id.lajur.customer.v1.FindMembersResponse;
import id.lajur.customer.v1.MemberServiceGrpc;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.SetMemberRequest;
import id.lajur.sale.v1.SetPriceLevelRequest;
import java.util.List;

/** Who buys the basket at hand, and at which price level. Calls wait for the server. */
public final class Buyer {
  private final StoreConnection connection;
  private final OpenBasket open;
  private final BasketServiceGrpc.BasketServiceBlockingStub baskets;
  private final MemberServiceGrpc.MemberServiceBlockingStub members;
  private final PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels;

  Buyer(StoreConnection connection, OpenBasket open) {
    this.connection = connection;
    this.open = open;
    this.baskets = BasketServiceGrpc.newBlockingStub(connection.channel());
    this.members = MemberServiceGrpc.newBlockingStub(connection.channel());
    this.levels = PriceLevelServiceGrpc.newBlockingStub(connection.channel());
  }

  /** Whom a card, a number, the end of a phone or a part of a name may mean. */
  public FindMembersResponse findMembers(String text) {
    FindMembersRequest request = FindMembersRequest.newBuilder().setText(text).build();
    return connection.ask(() -> members.findMembers(request));
  }

  /**
   * Puts a member on the basket at hand, a new one if there is none.
   *
   * @param number empty = takes him off
   */
  public void setMember(String number, String approvalId) {
    SetMemberRequest request =
        SetMemberRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.refOrNew())
            .setMemberNumber(number)
            .setApprovalId(approvalId)
            .build();
    open.take(connection.command(() -> baskets.setMember(request)).getBasket());
  }

  /** The price levels of the store, retail first. */
  public List<PriceLevel> priceLevels() {
    return connection
        .ask(() -> levels.listPriceLevels(ListPriceLevelsRequest.getDefaultInstance()))
        .getPriceLevelsList();
  }

  /**
   * Chooses a price level for the basket at hand, a new one if there is none.
   *
   * @param code empty = that of the member again
   */
  public void setPriceLevel(String code, String approvalId) {
    SetPriceLevelRequest request =
        SetPriceLevelRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setBasket(open.refOrNew())
            .setPriceLevel(code)
            .setApprovalId(approvalId)
            .build();
    open.take(connection.command(() -> baskets.setPriceLevel(request)).getBasket());
  }
}
