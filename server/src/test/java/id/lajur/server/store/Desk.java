package id.lajur.server.store;

import id.lajur.purchasing.v1.ChangeLineRequest;
import id.lajur.purchasing.v1.CreateDraftRequest;
import id.lajur.purchasing.v1.Draft;
import id.lajur.purchasing.v1.DraftLine;
import id.lajur.purchasing.v1.DraftView;
import id.lajur.purchasing.v1.GetDraftLineRequest;
import id.lajur.purchasing.v1.GetDraftLineResponse;
import id.lajur.purchasing.v1.GetDraftRequest;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.purchasing.v1.PostDraftResponse;
import id.lajur.purchasing.v1.ReceivingServiceGrpc;
import id.lajur.purchasing.v1.ScanLineRequest;
import id.lajur.purchasing.v1.ScanLineResponse;
import id.lajur.purchasing.v1.SupplierServiceGrpc;
import io.grpc.stub.MetadataUtils;
import java.util.function.UnaryOperator;

/** A back PC at which deliveries are received. */
final class Desk implements AutoCloseable {
  private final TestLane lane;
  private String draftId = "";

  Desk(StoreFixture store, String role) {
    this(store.enrolled(role));
  }

  /** A machine at which nobody has signed on yet. */
  Desk(TestLane lane) {
    this.lane = lane;
    lane.signOn();
  }

  TestLane lane() {
    return lane;
  }

  ReceivingServiceGrpc.ReceivingServiceBlockingStub receiving() {
    return ReceivingServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }

  GoodsReceiptServiceGrpc.GoodsReceiptServiceBlockingStub receipts() {
    return GoodsReceiptServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }

  SupplierServiceGrpc.SupplierServiceBlockingStub suppliers() {
    return SupplierServiceGrpc.newBlockingStub(lane.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()));
  }

  /** Begins a draft; what follows is about it. */
  Draft begin(String supplier) {
    Draft draft =
        receiving()
            .createDraft(
                CreateDraftRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setSupplier(supplier)
                    .setDeliveryNote("SJ-1")
                    .build())
            .getView()
            .getDraft();
    draftId = draft.getDraftId();
    return draft;
  }

  /** Goes on with somebody else's draft. */
  Desk resume(Draft draft) {
    draftId = draft.getDraftId();
    return this;
  }

  /** The whole draft as it stands on the server. */
  DraftView view() {
    return receiving().getDraft(GetDraftRequest.newBuilder().setDraftId(draftId).build()).getView();
  }

  ScanLineRequest scanRequest(String code) {
    return ScanLineRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDraftId(draftId)
        .setCode(code)
        .build();
  }

  ScanLineResponse scan(String code) {
    return receiving().scanLine(scanRequest(code));
  }

  DraftLine line(int lineId) {
    return view().getLinesList().stream()
        .filter(line -> line.getLineId() == lineId)
        .findFirst()
        .orElseThrow();
  }

  ChangeLineRequest changeRequest(DraftLine line, UnaryOperator<ChangeLineRequest.Builder> how) {
    return how.apply(
            ChangeLineRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setDraftId(draftId)
                .setLineId(line.getLineId())
                .setLineVersion(line.getVersion()))
        .build();
  }

  /** Changes a line as it stands, and reads it again. */
  DraftLine change(int lineId, UnaryOperator<ChangeLineRequest.Builder> how) {
    var unused = receiving().changeLine(changeRequest(line(lineId), how));
    return line(lineId);
  }

  /** Scans a code once and sets quantity and price of its line. */
  DraftLine receive(String code, long quantityMilli, long priceMinor) {
    return change(
        scan(code).getLineId(),
        change -> change.setQuantityMilli(quantityMilli).setPriceMinor(priceMinor));
  }

  GetDraftLineResponse facts(int lineId) {
    return receiving()
        .getDraftLine(
            GetDraftLineRequest.newBuilder().setDraftId(draftId).setLineId(lineId).build());
  }

  PostDraftRequest postRequest() {
    return PostDraftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDraftId(draftId)
        .setVersion(view().getDraft().getVersion())
        .build();
  }

  PostDraftResponse post() {
    return receiving().postDraft(postRequest());
  }

  @Override
  public void close() {
    lane.close();
  }
}
