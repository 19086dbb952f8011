package id.lajur.server.sale;

import id.lajur.sale.v1.AnnounceEmergencySalesRequest;
import id.lajur.sale.v1.AnnounceEmergencySalesResponse;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.ListEmergencySalesRequest;
import id.lajur.sale.v1.ListEmergencySalesResponse;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.PostEmergencyVoidRequest;
import id.lajur.sale.v1.PostEmergencyVoidResponse;
import id.lajur.sale.v1.WatchShelfRequest;
import id.lajur.sale.v1.WatchShelfResponse;
import id.lajur.server.wire.Calls;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import org.jdbi.v3.core.Jdbi;

/** Adapter of emergency selling. */
public final class EmergencyService extends EmergencyServiceGrpc.EmergencyServiceImplBase
    implements AutoCloseable {
  private final Calls calls;
  private final EmergencySales sales;
  private final ShelfFeed shelf;

  public EmergencyService(
      Calls calls, EmergencySales sales, Jdbi jdbi, int storeId, Rules rules, Clock clock) {
    this.calls = calls;
    this.sales = sales;
    this.shelf = new ShelfFeed(jdbi, storeId, rules, clock);
  }

  @Override
  public void watchShelf(WatchShelfRequest request, StreamObserver<WatchShelfResponse> observer) {
    calls.watch(
        observer,
        (caller, stream) -> {
          ShelfFeed.Watch watch =
              shelf.watch(
                  listener(stream),
                  caller.terminalId(),
                  request.getKnownState(),
                  sales.head(caller.terminalId()));
          stream.setOnReadyHandler(watch::ready);
          stream.setOnCancelHandler(watch::end);
        });
  }

  private static ShelfFeed.Listener listener(ServerCallStreamObserver<WatchShelfResponse> stream) {
    return new ShelfFeed.Listener() {
      @Override
      public boolean isReady() {
        return stream.isReady();
      }

      @Override
      public boolean isGone() {
        return stream.isCancelled();
      }

      @Override
      public void tell(WatchShelfResponse part) {
        stream.onNext(part);
      }

      @Override
      public void leave() {
        stream.onError(
            Status.UNAVAILABLE.withDescription("SHELF_INTERRUPTED").asRuntimeException());
      }
    };
  }

  @Override
  public void postEmergencySale(
      PostEmergencySaleRequest request, StreamObserver<PostEmergencySaleResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        PostEmergencySaleResponse.parser(),
        acting ->
            sales.post(
                acting.caller(),
                acting.requestId(),
                acting.digest(),
                EmergencyMessages.receipt(acting.caller(), request.getReceipt()),
                EmergencyMessages::taken));
  }

  @Override
  public void postEmergencyVoid(
      PostEmergencyVoidRequest request, StreamObserver<PostEmergencyVoidResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        PostEmergencyVoidResponse.parser(),
        acting ->
            sales.giveUp(
                acting.caller(),
                acting.requestId(),
                acting.digest(),
                EmergencyMessages.givenUp(request),
                EmergencyMessages::voided));
  }

  /** Said again it is the same, so it needs no request id. */
  @Override
  public void announceEmergencySales(
      AnnounceEmergencySalesRequest request,
      StreamObserver<AnnounceEmergencySalesResponse> observer) {
    calls.look(
        observer,
        caller -> {
          sales.announce(
              caller,
              EmergencyMessages.announced(request.getLastNumber()),
              EmergencyMessages.announced(request.getWaitingMinor()));
          return AnnounceEmergencySalesResponse.getDefaultInstance();
        });
  }

  @Override
  public void listEmergencySales(
      ListEmergencySalesRequest request, StreamObserver<ListEmergencySalesResponse> observer) {
    calls.look(
        observer,
        caller ->
            EmergencyMessages.page(
                sales.list(
                    caller,
                    EmergencyMessages.behind(request.getPageToken()),
                    EmergencyMessages.pageSize(request.getPageSize()))));
  }

  @Override
  public void close() {
    shelf.close();
  }
}
