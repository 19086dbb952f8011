package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.GetGoodsReceiptRequest;
import id.lajur.purchasing.v1.GetGoodsReceiptResponse;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.ListGoodsReceiptsRequest;
import id.lajur.purchasing.v1.ListGoodsReceiptsResponse;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import id.lajur.purchasing.v1.PostGoodsReceiptResponse;
import id.lajur.purchasing.v1.ReverseGoodsReceiptRequest;
import id.lajur.purchasing.v1.ReverseGoodsReceiptResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.util.UUID;

/** Adapter of goods receipts. */
public final class GoodsReceiptService extends GoodsReceiptServiceGrpc.GoodsReceiptServiceImplBase {
  private final Calls calls;
  private final Receiving receiving;
  private final ReceiptReading reading;
  private final Reversing reversing;

  public GoodsReceiptService(
      Calls calls, Receiving receiving, ReceiptReading reading, Reversing reversing) {
    this.calls = calls;
    this.receiving = receiving;
    this.reading = reading;
    this.reversing = reversing;
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

  @Override
  public void listGoodsReceipts(
      ListGoodsReceiptsRequest request, StreamObserver<ListGoodsReceiptsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          ReceiptReading.Page page =
              reading.list(
                  caller,
                  Texts.plain(request.getQuery()),
                  request.getPageSize(),
                  request.getPageToken());
          return ListGoodsReceiptsResponse.newBuilder()
              .addAllReceipts(page.documents().stream().map(ReceiptMessages::summary).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void getGoodsReceipt(
      GetGoodsReceiptRequest request, StreamObserver<GetGoodsReceiptResponse> observer) {
    calls.look(
        observer,
        caller -> ReceiptMessages.whole(reading.get(caller, id(request.getDocumentId()))));
  }

  @Override
  public void reverseGoodsReceipt(
      ReverseGoodsReceiptRequest request, StreamObserver<ReverseGoodsReceiptResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        ReverseGoodsReceiptResponse.parser(),
        acting ->
            reversing.reverse(
                acting.caller(),
                acting.command(),
                id(request.getDocumentId()),
                Texts.reason(request.getReason()),
                request.getLinesList().stream()
                    .map(
                        line ->
                            new ReceivedDocument.Asked(
                                new ReceivedDocument.Place(line.getPart(), line.getLineNo()),
                                line.getQuantityMilli()))
                    .toList(),
                posted ->
                    ReverseGoodsReceiptResponse.newBuilder()
                        .setDocumentId(posted.documentId().toString())
                        .setNumber(posted.number())
                        .setValueMinor(posted.costMinor())
                        .build()
                        .toByteArray()));
  }

  private static UUID id(String text) {
    return Admissions.idOf(text, Reason.ID_INVALID);
  }

  /** How a delivery is told to who received it. */
  public static byte[] answer(PostedDelivery received) {
    return PostGoodsReceiptResponse.newBuilder()
        .setDocumentId(received.documentId().toString())
        .setParts(received.parts())
        .setValueMinor(received.costMinor())
        .setNumber(received.number())
        .build()
        .toByteArray();
  }
}
