package id.lajur.server.sale;

import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddLineResponse;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketServiceGrpc;
import id.lajur.sale.v1.ChangeQuantityRequest;
import id.lajur.sale.v1.ChangeQuantityResponse;
import id.lajur.sale.v1.GetBasketRequest;
import id.lajur.sale.v1.GetBasketResponse;
import id.lajur.sale.v1.VoidLineRequest;
import id.lajur.sale.v1.VoidLineResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;

/** Adapter of the open basket. */
public final class BasketService extends BasketServiceGrpc.BasketServiceImplBase {
  private final Calls calls;
  private final Selling selling;

  public BasketService(Calls calls, Selling selling) {
    this.calls = calls;
    this.selling = selling;
  }

  private id.lajur.sale.v1.Basket message(Caller caller, Basket basket, BasketRef known) {
    return SaleMessages.basket(
        selling.price(caller, basket), selling.rules(caller), known.getVersion());
  }

  @Override
  public void addLine(AddLineRequest request, StreamObserver<AddLineResponse> observer) {
    calls.enter(
        observer,
        request,
        request.getRequestId(),
        (acting, made) -> {
          Basket basket =
              made != null
                  ? selling.get(acting.caller(), made.basketId())
                  : selling.addLine(
                      acting.caller(),
                      acting.command(),
                      SaleMessages.ref(request.getBasket()),
                      Texts.code(request.getCode()),
                      request.getQuantityMilli());
          return AddLineResponse.newBuilder()
              .setBasket(message(acting.caller(), basket, request.getBasket()))
              .setLineId(made != null ? made.seq() : basket.version())
              .build();
        });
  }

  @Override
  public void changeQuantity(
      ChangeQuantityRequest request, StreamObserver<ChangeQuantityResponse> observer) {
    calls.enter(
        observer,
        request,
        request.getRequestId(),
        (acting, made) -> {
          Basket basket =
              made != null
                  ? selling.get(acting.caller(), made.basketId())
                  : selling.changeQuantity(
                      acting.caller(),
                      acting.command(),
                      SaleMessages.ref(request.getBasket()),
                      request.getLineId(),
                      request.getQuantityMilli());
          return ChangeQuantityResponse.newBuilder()
              .setBasket(message(acting.caller(), basket, request.getBasket()))
              .build();
        });
  }

  @Override
  public void voidLine(VoidLineRequest request, StreamObserver<VoidLineResponse> observer) {
    calls.enter(
        observer,
        request,
        request.getRequestId(),
        (acting, made) -> {
          Basket basket =
              made != null
                  ? selling.get(acting.caller(), made.basketId())
                  : selling.voidLine(
                      acting.caller(),
                      acting.command(),
                      SaleMessages.ref(request.getBasket()),
                      request.getLineId(),
                      Texts.plain(request.getReason()));
          return VoidLineResponse.newBuilder()
              .setBasket(message(acting.caller(), basket, request.getBasket()))
              .build();
        });
  }

  @Override
  public void getBasket(GetBasketRequest request, StreamObserver<GetBasketResponse> observer) {
    calls.look(
        observer,
        caller -> {
          Basket basket =
              selling.get(caller, Admissions.idOf(request.getBasketId(), Reason.ID_INVALID));
          return GetBasketResponse.newBuilder()
              .setBasket(message(caller, basket, BasketRef.getDefaultInstance()))
              .build();
        });
  }
}
