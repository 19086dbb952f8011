package id.lajur.server.purchasing;

import id.lajur.purchasing.v1.ChangeDraftRequest;
import id.lajur.purchasing.v1.ChangeDraftResponse;
import id.lajur.purchasing.v1.ChangeLineRequest;
import id.lajur.purchasing.v1.ChangeLineResponse;
import id.lajur.purchasing.v1.CreateDraftRequest;
import id.lajur.purchasing.v1.CreateDraftResponse;
import id.lajur.purchasing.v1.DiscardDraftRequest;
import id.lajur.purchasing.v1.DiscardDraftResponse;
import id.lajur.purchasing.v1.DraftView;
import id.lajur.purchasing.v1.GetDraftLineRequest;
import id.lajur.purchasing.v1.GetDraftLineResponse;
import id.lajur.purchasing.v1.GetDraftRequest;
import id.lajur.purchasing.v1.GetDraftResponse;
import id.lajur.purchasing.v1.ListDraftsRequest;
import id.lajur.purchasing.v1.ListDraftsResponse;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.purchasing.v1.PostDraftResponse;
import id.lajur.purchasing.v1.PostGoodsReceiptResponse;
import id.lajur.purchasing.v1.ReceivingServiceGrpc;
import id.lajur.purchasing.v1.RemoveLineRequest;
import id.lajur.purchasing.v1.RemoveLineResponse;
import id.lajur.purchasing.v1.ScanLineRequest;
import id.lajur.purchasing.v1.ScanLineResponse;
import id.lajur.server.refusal.Reason;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Adapter of drafts of deliveries. A change is recorded by what it changed, and answered with the
 * draft as it stands then.
 */
public final class ReceivingService extends ReceivingServiceGrpc.ReceivingServiceImplBase {
  private final Calls calls;
  private final Drafts drafts;
  private final DraftReading reading;
  private final LineFacts facts;
  private final Receiving receiving;

  public ReceivingService(
      Calls calls, Drafts drafts, DraftReading reading, LineFacts facts, Receiving receiving) {
    this.calls = calls;
    this.drafts = drafts;
    this.reading = reading;
    this.facts = facts;
    this.receiving = receiving;
  }

  @Override
  public void createDraft(
      CreateDraftRequest request, StreamObserver<CreateDraftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, act) -> CreateDraftResponse.newBuilder().setView(view(caller, act, 0)).build(),
        acting ->
            CompletableFuture.completedFuture(
                drafts.create(
                    acting.caller(),
                    acting.command(),
                    DraftMessages.head(
                        request.getSupplier(),
                        request.getDeliveryNote(),
                        request.getDeliveredOn()))));
  }

  @Override
  public void changeDraft(
      ChangeDraftRequest request, StreamObserver<ChangeDraftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, act) ->
            ChangeDraftResponse.newBuilder()
                .setView(view(caller, act, request.getVersion()))
                .build(),
        acting ->
            CompletableFuture.completedFuture(
                drafts.changeHead(
                    acting.caller(),
                    acting.command(),
                    id(request.getDraftId()),
                    request.getVersion(),
                    DraftMessages.head(
                        request.getSupplier(),
                        request.getDeliveryNote(),
                        request.getDeliveredOn()))));
  }

  @Override
  public void scanLine(ScanLineRequest request, StreamObserver<ScanLineResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, recorded) -> {
          DraftAct act = DraftAct.of(recorded);
          return ScanLineResponse.newBuilder()
              .setView(view(caller, recorded, request.getVersion()))
              .setLineId(act.lineId())
              .setAddedMilli(act.addedMilli())
              .build();
        },
        acting ->
            CompletableFuture.completedFuture(
                drafts.scan(
                    acting.caller(),
                    acting.command(),
                    id(request.getDraftId()),
                    Texts.scan(request.getCode()),
                    request.getQuantityMilli())));
  }

  @Override
  public void changeLine(ChangeLineRequest request, StreamObserver<ChangeLineResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, act) ->
            ChangeLineResponse.newBuilder()
                .setView(view(caller, act, request.getVersion()))
                .build(),
        acting ->
            CompletableFuture.completedFuture(
                drafts.changeLine(
                    acting.caller(),
                    acting.command(),
                    id(request.getDraftId()),
                    new Drafts.LineRef(request.getLineId(), request.getLineVersion()),
                    DraftMessages.change(request))));
  }

  @Override
  public void removeLine(RemoveLineRequest request, StreamObserver<RemoveLineResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, act) ->
            RemoveLineResponse.newBuilder()
                .setView(view(caller, act, request.getVersion()))
                .build(),
        acting ->
            CompletableFuture.completedFuture(
                drafts.removeLine(
                    acting.caller(),
                    acting.command(),
                    id(request.getDraftId()),
                    new Drafts.LineRef(request.getLineId(), request.getLineVersion()))));
  }

  @Override
  public void discardDraft(
      DiscardDraftRequest request, StreamObserver<DiscardDraftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, act) ->
            DiscardDraftResponse.newBuilder()
                .setView(view(caller, act, request.getVersion()))
                .build(),
        acting ->
            CompletableFuture.completedFuture(
                drafts.discard(
                    acting.caller(),
                    acting.command(),
                    id(request.getDraftId()),
                    request.getVersion())));
  }

  @Override
  public void getDraft(GetDraftRequest request, StreamObserver<GetDraftResponse> observer) {
    calls.look(
        observer,
        caller ->
            GetDraftResponse.newBuilder()
                .setView(
                    DraftMessages.view(
                        reading.view(caller, id(request.getDraftId()), request.getVersion())))
                .build());
  }

  @Override
  public void listDrafts(ListDraftsRequest request, StreamObserver<ListDraftsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          DraftReading.Page page =
              reading.list(caller, request.getPageSize(), request.getPageToken());
          return ListDraftsResponse.newBuilder()
              .addAllDrafts(page.drafts().stream().map(DraftMessages::draft).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void getDraftLine(
      GetDraftLineRequest request, StreamObserver<GetDraftLineResponse> observer) {
    calls.look(
        observer,
        caller ->
            DraftMessages.facts(facts.of(caller, id(request.getDraftId()), request.getLineId())));
  }

  @Override
  public void postDraft(PostDraftRequest request, StreamObserver<PostDraftResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        (caller, recorded) -> {
          PostGoodsReceiptResponse posted = PostGoodsReceiptResponse.parseFrom(recorded);
          return PostDraftResponse.newBuilder()
              .setDocumentId(posted.getDocumentId())
              .setNumber(posted.getNumber())
              .setParts(posted.getParts())
              .setValueMinor(posted.getValueMinor())
              .build();
        },
        acting ->
            receiving.postDraft(
                acting.caller(), acting.command(), id(request.getDraftId()), request.getVersion()));
  }

  private DraftView view(Caller caller, byte[] act, long since) throws SQLException {
    return DraftMessages.view(reading.view(caller, DraftAct.of(act).draftId(), since));
  }

  private static UUID id(String text) {
    return Admissions.idOf(text, Reason.ID_INVALID);
  }
}
