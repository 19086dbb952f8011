package id.lajur.server.sale;

import com.google.protobuf.Message;
import id.lajur.sale.v1.AddDepartmentLineRequest;
import id.lajur.sale.v1.AddDepartmentLineResponse;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.AddReturnLineResponse;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.ChangeQuantityResponse;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountBasketResponse;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountLineResponse;
import id.lajur.sale.v1.ExplainLineRequest;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetBasketResponse;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.ListBasketsResponse;
import id.lajur.sale.v1.OverridePriceRequest;
import id.lajur.sale.v1.OverridePriceResponse;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.ResumeBasketResponse;
import id.lajur.sale.v1.SetMemberRequest;
import id.lajur.sale.v1.SetMemberResponse;
import id.lajur.sale.v1.SetPriceLevelRequest;
import id.lajur.sale.v1.SetPriceLevelResponse;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.SuspendBasketResponse;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.sale.v1.TakeOverBasketResponse;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.sale.v1.VoidBasketResponse;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.sale.v1.VoidLineResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Adapter of the open basket. */
public final class BasketService extends BasketServiceGrpc.BasketServiceImplBase {
  private final Calls calls;
  private final Baskets baskets;
  private final Selling selling;
  private final Reductions reductions;
  private final Parking parking;
  private final Buyers buyers;
  private final Explaining explaining;

  public BasketService(Calls calls, Baskets baskets, Selling selling) {
    this.calls = calls;
    this.baskets = baskets;
    this.selling = selling;
    this.reductions = new Reductions(baskets);
    this.parking = new Parking(baskets);
    this.buyers = new Buyers(baskets);
    this.explaining = new Explaining(baskets);
  }

  /** One act on a basket. */
  @FunctionalInterface
  private interface ActOnBasket {
    Selling.Added act(Baskets.Acting acting) throws SQLException;
  }

  /** An act on a basket that adds no goods whose stock could be short. */
  @FunctionalInterface
  private interface PlainAct {
    Basket act(Baskets.Acting acting) throws SQLException;
  }

  /** What an act has made: the basket as a message, and the line it added. */
  private record Made(id.lajur.sale.v1.Basket basket, int lineId, Selling.Added added) {}

  private <R> void act(
      StreamObserver<R> observer,
      Message request,
      String requestId,
      BasketRef known,
      PlainAct act,
      BiFunction<id.lajur.sale.v1.Basket, Integer, R> answer) {
    calls.enter(
        observer,
        request,
        requestId,
        entering(
            known,
            acting -> new Selling.Added(act.act(acting), null),
            made -> answer.apply(made.basket(), made.lineId())));
  }

  private <R> Calls.Entering<R> entering(
      BasketRef known, ActOnBasket act, java.util.function.Function<Made, R> answer) {
    return (acting, made) -> {
      Caller caller = acting.caller();
      Selling.Added added =
          made != null
              ? new Selling.Added(baskets.get(caller, made.basketId()), null)
              : act.act(
                  baskets.acting(
                      caller,
                      acting.command(),
                      acting.approvalId(),
                      acting.standing(),
                      SaleMessages.ref(known)));
      return answer.apply(
          new Made(
              message(caller, added.basket(), known),
              made != null ? made.seq() : added.basket().version(),
              added));
    };
  }

  private id.lajur.sale.v1.Basket message(Caller caller, Basket basket, BasketRef known)
      throws SQLException {
    StoreRules store = baskets.rules(caller);
    return SaleMessages.basket(
        priced(basket, store), store, buyers.message(caller, basket), known.getVersion());
  }

  private static PricedBasket priced(Basket basket, StoreRules store) {
    return PricedBasket.of(basket, store.taxRates(), store.taxRounding(), store.unitMinor());
  }

  @Override
  public void addLine(AddLineRequest request, StreamObserver<AddLineResponse> observer) {
    calls.enterStanding(
        observer,
        request,
        request.getRequestId(),
        entering(
            request.getBasket(),
            acting ->
                selling.addLine(
                    acting,
                    Texts.scan(request.getCode()),
                    request.getQuantityMilli(),
                    request.hasEnteredPriceMinor()
                        ? (@Nullable Long) request.getEnteredPriceMinor()
                        : null),
            made ->
                AddLineResponse.newBuilder()
                    .setBasket(made.basket())
                    .setLineId(made.lineId())
                    .setStockWarning(made.added().warns())
                    .setStockMilli(
                        made.added().stockMilli() == null ? 0 : made.added().stockMilli())
                    .build()));
  }

  @Override
  public void addDepartmentLine(
      AddDepartmentLineRequest request, StreamObserver<AddDepartmentLineResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting ->
            selling.addDepartmentLine(
                acting,
                Texts.plain(request.getDepartment()),
                request.getPriceMinor(),
                request.getQuantityMilli()),
        (basket, line) ->
            AddDepartmentLineResponse.newBuilder().setBasket(basket).setLineId(line).build());
  }

  @Override
  public void addReturnLine(
      AddReturnLineRequest request, StreamObserver<AddReturnLineResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> selling.addReturnLine(acting, SaleMessages.back(request)),
        (basket, line) ->
            AddReturnLineResponse.newBuilder().setBasket(basket).setLineId(line).build());
  }

  @Override
  public void changeQuantity(
      ChangeQuantityRequest request, StreamObserver<ChangeQuantityResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> selling.changeQuantity(acting, request.getLineId(), request.getQuantityMilli()),
        (basket, line) -> ChangeQuantityResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void voidLine(VoidLineRequest request, StreamObserver<VoidLineResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> selling.voidLine(acting, request.getLineId(), Texts.plain(request.getReason())),
        (basket, line) -> VoidLineResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void overridePrice(
      OverridePriceRequest request, StreamObserver<OverridePriceResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting ->
            reductions.overridePrice(
                acting,
                request.getLineId(),
                request.getPriceMinor(),
                Texts.reason(request.getReason())),
        (basket, line) -> OverridePriceResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void discountLine(
      DiscountLineRequest request, StreamObserver<DiscountLineResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting ->
            reductions.discountLine(acting, request.getLineId(), SaleMessages.discount(request)),
        (basket, line) -> DiscountLineResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void discountBasket(
      DiscountBasketRequest request, StreamObserver<DiscountBasketResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting ->
            reductions.discountBasket(
                acting, SaleMessages.source(request), SaleMessages.discount(request)),
        (basket, line) -> DiscountBasketResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void setMember(SetMemberRequest request, StreamObserver<SetMemberResponse> observer) {
    String number = request.getMemberNumber();
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> buyers.setMember(acting, number.isEmpty() ? "" : Texts.code(number)),
        (basket, line) -> SetMemberResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void setPriceLevel(
      SetPriceLevelRequest request, StreamObserver<SetPriceLevelResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> buyers.setPriceLevel(acting, Texts.plain(request.getPriceLevel())),
        (basket, line) -> SetPriceLevelResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void voidBasket(VoidBasketRequest request, StreamObserver<VoidBasketResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        acting -> parking.voidBasket(acting, Texts.reason(request.getReason())),
        (basket, line) -> VoidBasketResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void suspendBasket(
      SuspendBasketRequest request, StreamObserver<SuspendBasketResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        request.getBasket(),
        parking::suspend,
        (basket, line) -> SuspendBasketResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void resumeBasket(
      ResumeBasketRequest request, StreamObserver<ResumeBasketResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        whole(request.getBasketId()),
        parking::resume,
        (basket, line) -> ResumeBasketResponse.newBuilder().setBasket(basket).build());
  }

  @Override
  public void takeOverBasket(
      TakeOverBasketRequest request, StreamObserver<TakeOverBasketResponse> observer) {
    act(
        observer,
        request,
        request.getRequestId(),
        whole(request.getBasketId()),
        parking::takeOver,
        (basket, line) -> TakeOverBasketResponse.newBuilder().setBasket(basket).build());
  }

  private static BasketRef whole(String basketId) {
    return BasketRef.newBuilder().setBasketId(basketId).build();
  }

  @Override
  public void getBasket(GetBasketRequest request, StreamObserver<GetBasketResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Basket basket =
              baskets.get(caller, Admissions.idOf(request.getBasketId(), Reason.ID_INVALID));
          return GetBasketResponse.newBuilder()
              .setBasket(message(caller, basket, BasketRef.getDefaultInstance()))
              .build();
        });
  }

  @Override
  public void explainLine(
      ExplainLineRequest request, StreamObserver<ExplainLineResponse> observer) {
    calls.look(
        observer,
        caller ->
            explaining.line(
                caller,
                Admissions.idOf(request.getBasketId(), Reason.ID_INVALID),
                request.getLineId()));
  }

  @Override
  public void listBaskets(
      ListBasketsRequest request, StreamObserver<ListBasketsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          StoreRules store = baskets.rules(caller);
          ListBasketsResponse.Builder answer = ListBasketsResponse.newBuilder();
          for (Baskets.Waiting waiting : baskets.waiting(caller, request.getElsewhere())) {
            answer.addBaskets(SaleMessages.waiting(waiting.row(), priced(waiting.basket(), store)));
          }
          return answer.build();
        });
  }
}
