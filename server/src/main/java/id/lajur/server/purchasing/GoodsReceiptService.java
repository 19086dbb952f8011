package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.purchasing.v1.PostGoodsReceiptResponse;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;

/** Adapter of goods receipts. */
public final class GoodsReceiptService extends GoodsReceiptServiceGrpc.GoodsReceiptServiceImplBase {
  private final Calls calls;
  private final Receiving receiving;

  public GoodsReceiptService(Calls calls, Receiving receiving) {
    this.calls = calls;
    this.receiving = receiving;
  }

  @Override
  public void postGoodsReceipt(
      PostGoodsReceiptRequest request, StreamObserver<PostGoodsReceiptResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        PostGoodsReceiptResponse.parser(),
        acting ->
            receiving.receive(
                acting.caller(),
                acting.command(),
                Texts.code(request.getSupplier()),
                Texts.plain(request.getDeliveryNote()),
                request.getLinesList().stream()
                    .map(
                        line ->
                            new Receiving.Delivered(
                                Texts.scan(line.getCode()),
                                line.getQuantityMilli(),
                                line.getCostMinor()))
                    .toList()));
  }

  /** How a delivery is told to who received it. */
  public static byte[] answer(PostedDelivery received) {
    return PostGoodsReceiptResponse.newBuilder()
        .setDocumentId(received.documentId().toString())
        .setParts(received.parts())
        .setValueMinor(received.costMinor())
        .build()
        .toByteArray();
  }
}
