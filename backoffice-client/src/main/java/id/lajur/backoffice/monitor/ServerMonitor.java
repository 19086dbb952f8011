package id.lajur.backoffice.monitor;

import id.lajur.backoffice.journal.Replay;
import id.lajur.backoffice.journal.ServerJournal;
import id.lajur.backoffice.shell.Desk;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.GetCashDocumentRequest;
import id.lajur.live.v1.GetReceiptDetailRequest;
import id.lajur.live.v1.ListReceiptsRequest;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.people.v1.AnswerApprovalRequest;
import id.lajur.people.v1.ApprovalServiceGrpc;
import id.lajur.people.v1.WatchApprovalRequestsRequest;
import id.lajur.people.v1.WatchApprovalRequestsResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** What the monitor needs of the store, asked of its server. */
final class ServerMonitor implements MonitorActions {
  private static final int PAGE = 200;

  private final Desk desk;

  ServerMonitor(Desk desk) {
    this.desk = desk;
  }

  @Override
  public Followed shop(Told<Shop> told) {
    return new FollowedStream<WatchShopRequest, WatchShopResponse>(
            WatchShopRequest.getDefaultInstance(),
            (request, answers) ->
                MonitorServiceGrpc.newStub(desk.connection().channel()).watchShop(request, answers),
            through(told, answer -> ShopReading.shop(answer.getShop())),
            desk.refused(),
            desk.background(),
            desk.ui())
        .begin();
  }

  @Override
  public Followed approvals(Told<List<Approval>> told) {
    return new FollowedStream<WatchApprovalRequestsRequest, WatchApprovalRequestsResponse>(
            WatchApprovalRequestsRequest.getDefaultInstance(),
            (request, answers) ->
                ApprovalServiceGrpc.newStub(desk.connection().channel())
                    .watchApprovalRequests(request, answers),
            through(told, answer -> ShopReading.approvals(answer.getWaitingList())),
            desk.refused(),
            desk.background(),
            desk.ui())
        .begin();
  }

  private static <R, T> Told<R> through(Told<T> told, Function<R, T> part) {
    return new Told<>() {
      @Override
      public void now(R state) {
        told.now(part.apply(state));
      }

      @Override
      public void lost() {
        told.lost();
      }
    };
  }

  @Override
  public CompletableFuture<Void> answer(String approvalId, boolean approve) {
    AnswerApprovalRequest request =
        AnswerApprovalRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setApprovalId(approvalId)
            .setApprove(approve)
            .build();
    return desk.command(
            () ->
                ApprovalServiceGrpc.newBlockingStub(desk.connection().channel())
                    .answerApproval(request))
        .thenAccept(answered -> {});
  }

  @Override
  public CompletableFuture<ReceiptPage> receipts(ReceiptQuery asked, String page) {
    ListReceiptsRequest request = ShopReading.request(asked, page, PAGE);
    return desk.ask(
            () ->
                MonitorServiceGrpc.newBlockingStub(desk.connection().channel())
                    .listReceipts(request))
        .thenApply(
            answer ->
                new ReceiptPage(
                    answer.getReceiptsList().stream().map(ShopReading::receipt).toList(),
                    answer.getNextPageToken(),
                    answer.getCount(),
                    answer.getPartMinor()));
  }

  @Override
  public CompletableFuture<ReceiptDetail> receipt(String saleId) {
    GetReceiptDetailRequest request =
        GetReceiptDetailRequest.newBuilder().setSaleId(saleId).build();
    return desk.ask(
            () ->
                MonitorServiceGrpc.newBlockingStub(desk.connection().channel())
                    .getReceiptDetail(request))
        .thenApply(ShopReading::detail);
  }

  @Override
  public CompletableFuture<Replay> ticket(String basketId) {
    return new ServerJournal(desk).replayBasket(basketId);
  }

  @Override
  public CompletableFuture<CashDocument> cashDocument(String terminal, long number) {
    GetCashDocumentRequest request =
        GetCashDocumentRequest.newBuilder().setTerminal(terminal).setNumber(number).build();
    return desk.ask(
            () ->
                MonitorServiceGrpc.newBlockingStub(desk.connection().channel())
                    .getCashDocument(request))
        .thenApply(ShopReading::document);
  }

  @Override
  public void openStockCard(String itemCode) {
    desk.opener().open("items", itemCode);
  }

  @Override
  public void later(int delayMs, Runnable work) {
    CompletableFuture.delayedExecutor(delayMs, TimeUnit.MILLISECONDS, desk.ui()).execute(work);
  }
}
