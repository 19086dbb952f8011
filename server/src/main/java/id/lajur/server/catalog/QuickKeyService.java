package id.lajur.server.catalog;

import com.google.protobuf.ByteString;
import id.lajur.catalog.v1.GetQuickKeysRequest;
import id.lajur.catalog.v1.GetQuickKeysResponse;
import id.lajur.catalog.v1.GetQuickPictureRequest;
import id.lajur.catalog.v1.GetQuickPictureResponse;
import id.lajur.catalog.v1.KeepQuickPictureRequest;
import id.lajur.catalog.v1.KeepQuickPictureResponse;
import id.lajur.catalog.v1.QuickKeyServiceGrpc;
import id.lajur.catalog.v1.SetQuickKeysRequest;
import id.lajur.catalog.v1.SetQuickKeysResponse;
import id.lajur.server.wire.Calls;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;

/** Adapter of the keys at the lanes for goods without a barcode. */
public final class QuickKeyService extends QuickKeyServiceGrpc.QuickKeyServiceImplBase {
  private final Calls calls;
  private final QuickKeys keys;

  /**
   * @param committed told after each change that is on disk
   */
  public QuickKeyService(
      Calls calls, DataSource pool, long fence, Clock clock, Runnable committed) {
    this.calls = calls;
    this.keys = new QuickKeys(pool, fence, clock, committed);
  }

  @Override
  public void getQuickKeys(
      GetQuickKeysRequest request, StreamObserver<GetQuickKeysResponse> observer) {
    calls.look(
        observer,
        caller -> {
          List<QuickPage> pages = keys.read(caller.storeId());
          return GetQuickKeysResponse.newBuilder()
              .addAllPages(pages.stream().map(page -> QuickKeyMessages.page(page, true)).toList())
              .setEtag(QuickPage.etag(pages))
              .build();
        });
  }

  @Override
  public void setQuickKeys(
      SetQuickKeysRequest request, StreamObserver<SetQuickKeysResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        SetQuickKeysResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                keys.set(
                    acting.command(),
                    request.getEtag(),
                    request.getPagesList().stream().map(QuickKeyMessages::page).toList(),
                    etag ->
                        SetQuickKeysResponse.newBuilder().setEtag(etag).build().toByteArray())));
  }

  /** The same content again is the same picture, so it needs no request id. */
  @Override
  public void keepQuickPicture(
      KeepQuickPictureRequest request, StreamObserver<KeepQuickPictureResponse> observer) {
    calls.look(
        observer,
        caller ->
            KeepQuickPictureResponse.newBuilder()
                .setPicture(keys.keep(request.getContent().toByteArray()))
                .build());
  }

  @Override
  public void getQuickPicture(
      GetQuickPictureRequest request, StreamObserver<GetQuickPictureResponse> observer) {
    calls.look(
        observer,
        caller ->
            GetQuickPictureResponse.newBuilder()
                .setContent(ByteString.copyFrom(keys.picture(request.getPicture())))
                .build());
  }
}
