package id.lajur.server.sale;

import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.GetReceiptResponse;
import id.lajur.sale.v1.ListTenderKindsRequest;
import id.lajur.sale.v1.ListTenderKindsResponse;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.sale.v1.TellPaymentRequest;
import id.lajur.sale.v1.TellPaymentResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Adapter of paying and receipts. */
public final class SaleService extends SaleServiceGrpc.SaleServiceImplBase {
  private static final int MOST_REFERENCE = 64;

  private final Calls calls;
  private final Baskets baskets;
  private final Paying paying;
  private final ReceiptCopies copies;
  private final Receipts receipts;
  private final AtPayment atPayment;

  public SaleService(
      Calls calls,
      Baskets baskets,
      Paying paying,
      ReceiptCopies copies,
      Receipts receipts,
      AtPayment atPayment) {
    this.calls = calls;
    this.baskets = baskets;
    this.paying = paying;
    this.copies = copies;
    this.receipts = receipts;
    this.atPayment = atPayment;
  }

  @Override
  public void pay(PayRequest request, StreamObserver<PayResponse> observer) {
    calls.postStanding(
        observer,
        request,
        request.getRequestId(),
        PayResponse.parser(),
        acting ->
            paying.pay(
                acting.caller(),
                acting.command(),
                acting.standing(),
                SaleMessages.ref(request.getBasket()),
                request.getBasket().getVersion(),
                request.getTotalMinor(),
                request.getTendersList().stream()
                    .map(
                        tender ->
                            new Payment.Offered(
                                tender.getKind(),
                                tender.getAmountMinor(),
                                Texts.plain(tender.getReference(), MOST_REFERENCE)))
                    .toList(),
                SaleMessages::sold));
  }

  @Override
  public void tellPayment(
      TellPaymentRequest request, StreamObserver<TellPaymentResponse> observer) {
    calls.look(
        observer,
        caller -> {
          UUID basket = Admissions.idOf(request.getBasketId(), Reason.ID_INVALID);
          if (request.getAtPayment()) {
            atPayment.begins(caller.terminalId(), basket);
          } else {
            atPayment.ends(caller.terminalId(), basket);
          }
          return TellPaymentResponse.getDefaultInstance();
        });
  }

  @Override
  public void getReceipt(GetReceiptRequest request, StreamObserver<GetReceiptResponse> observer) {
    if (request.getCopy()) {
      calls.post(
          observer,
          request,
          request.getRequestId(),
          (caller, recorded) -> whole(caller, GetReceiptResponse.parseFrom(recorded)),
          acting ->
              CompletableFuture.completedFuture(
                  copies.give(
                      acting.command(), which(acting.caller(), request), SaleMessages::copied)));
    } else {
      calls.look(observer, caller -> receipt(caller, which(caller, request), 0));
    }
  }

  /** The sale that a request names, null for the last one of the terminal. */
  private @Nullable UUID which(Caller caller, GetReceiptRequest request) throws SQLException {
    if (request.hasNumber()) {
      return receipts.numbered(caller, Texts.plain(request.getNumber(), MOST_REFERENCE));
    }
    return request.getLast() ? null : Admissions.idOf(request.getSaleId(), Reason.ID_INVALID);
  }

  /** The receipt of a copy, of which only sale and number are recorded. */
  private GetReceiptResponse whole(Caller caller, GetReceiptResponse copied) throws SQLException {
    return receipt(
        caller,
        UUID.fromString(copied.getReceipt().getSaleId()),
        copied.getReceipt().getCopyNumber());
  }

  private GetReceiptResponse receipt(Caller caller, @Nullable UUID named, int copyNumber)
      throws SQLException {
    return GetReceiptResponse.newBuilder()
        .setReceipt(receipts.find(caller, named).toBuilder().setCopyNumber(copyNumber))
        .build();
  }

  @Override
  public void listTenderKinds(
      ListTenderKindsRequest request, StreamObserver<ListTenderKindsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          ListTenderKindsResponse.Builder answer = ListTenderKindsResponse.newBuilder();
          for (TenderKind kind : baskets.rules(caller).tenderKinds().values()) {
            answer.addTenderKinds(
                id.lajur.sale.v1.TenderKind.newBuilder()
                    .setCode(kind.code())
                    .setName(kind.name())
                    .setCash(kind.cash())
                    .setGivesChange(kind.givesChange())
                    .setNeedsReference(kind.needsReference()));
          }
          return answer.build();
        });
  }
}
