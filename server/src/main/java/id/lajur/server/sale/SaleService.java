package id.lajur.server.sale;

import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.GetReceiptResponse;
import id.lajur.sale.v1.ListTenderKindsRequest;
import id.lajur.sale.v1.ListTenderKindsResponse;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.SaleServiceGrpc;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;

/** Adapter of paying and receipts. */
public final class SaleService extends SaleServiceGrpc.SaleServiceImplBase {
  private final Calls calls;
  private final Baskets baskets;
  private final Paying paying;
  private final DataSource pool;

  public SaleService(Calls calls, Baskets baskets, Paying paying, DataSource pool) {
    this.calls = calls;
    this.baskets = baskets;
    this.paying = paying;
    this.pool = pool;
  }

  @Override
  public void pay(PayRequest request, StreamObserver<PayResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        PayResponse.parser(),
        acting ->
            paying.pay(
                acting.caller(),
                acting.command(),
                SaleMessages.ref(request.getBasket()),
                request.getBasket().getVersion(),
                request.getTotalMinor(),
                request.getTendersList().stream()
                    .map(
                        tender ->
                            new Payment.Offered(
                                tender.getKind(),
                                tender.getAmountMinor(),
                                Texts.plain(tender.getReference())))
                    .toList(),
                SaleMessages::sold));
  }

  @Override
  public void getReceipt(GetReceiptRequest request, StreamObserver<GetReceiptResponse> observer) {
    calls.look(
        observer,
        caller -> GetReceiptResponse.newBuilder().setReceipt(receipt(caller, request)).build());
  }

  private id.lajur.sale.v1.Receipt receipt(Caller caller, GetReceiptRequest request)
      throws SQLException {
    try (Connection connection = pool.getConnection()) {
      UUID saleId =
          request.getLast()
              ? ReceiptDao.last(connection, caller.terminalId())
                  .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN))
              : Admissions.idOf(request.getSaleId(), Reason.ID_INVALID);
      return ReceiptDao.find(connection, caller.storeId(), saleId)
          .orElseThrow(() -> new Refusal(Reason.SALE_UNKNOWN));
    }
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
