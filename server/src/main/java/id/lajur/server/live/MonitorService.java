package id.lajur.server.live;

import id.lajur.live.v1.DetailLine;
import id.lajur.live.v1.DetailTender;
import id.lajur.live.v1.EntryLine;
import id.lajur.live.v1.GetCashDocumentRequest;
import id.lajur.live.v1.GetCashDocumentResponse;
import id.lajur.live.v1.GetReceiptDetailRequest;
import id.lajur.live.v1.GetReceiptDetailResponse;
import id.lajur.live.v1.ListReceiptsRequest;
import id.lajur.live.v1.ListReceiptsResponse;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import id.lajur.server.people.StoreZone;
import id.lajur.server.refusal.Reason;
import id.lajur.server.sale.AtPayment;
import id.lajur.server.sale.OpenBaskets;
import id.lajur.server.security.Admissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Snapshots;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/**
 * Adapter of the monitor. All watchers are sent the state of one look; nobody looks while nobody
 * watches.
 */
public final class MonitorService extends MonitorServiceGrpc.MonitorServiceImplBase
    implements AutoCloseable {
  private static final long LOOK_MS = 100; // scans, the journal, and what another server posted
  private static final long REST_MS = 40; // many sales in a moment are one picture

  private final Calls calls;
  private final ShopMonitor monitor;
  private final ReceiptLists receipts;
  private final ShopMessages messages = new ShopMessages();
  private final Snapshots streams;
  private volatile WatchShopResponse seen = WatchShopResponse.getDefaultInstance();

  /**
   * The store that is watched, and its clock.
   *
   * @param distrust has the sums of sales made anew, as they were found to be wrong; does not wait
   */
  public record Watched(int storeId, StoreZone zone, Clock clock, Runnable distrust) {}

  /**
   * What this server alone knows of the lanes.
   *
   * @param connected fingerprints of the machines that are connected, in hexadecimal
   */
  public record Lanes(Supplier<Set<String>> connected, AtPayment atPayment) {}

  public MonitorService(
      Calls calls, DataSource pool, Jdbi jdbi, Watched store, OpenBaskets baskets, Lanes lanes) {
    this.calls = calls;
    this.monitor = new ShopMonitor(pool, store, baskets, lanes);
    this.receipts = new ReceiptLists(jdbi, store.zone(), store.clock());
    this.streams = new Snapshots("monitor", LOOK_MS, REST_MS, this::look);
  }

  private void look() throws SQLException {
    WatchShopResponse now =
        WatchShopResponse.newBuilder().setShop(messages.shop(monitor.look())).build();
    if (!now.equals(seen)) {
      seen = now;
    }
  }

  /** Told after each commit of this server; does not wait. */
  public void wake() {
    streams.wake();
  }

  @Override
  public void watchShop(WatchShopRequest request, StreamObserver<WatchShopResponse> observer) {
    calls.watching(
        observer,
        (caller, stream, still) ->
            streams.watch(
                stream,
                still,
                new Snapshots.Source<>() {
                  @Override
                  public WatchShopResponse now() {
                    return seen;
                  }

                  @Override
                  public boolean isLast(WatchShopResponse state) {
                    return false;
                  }
                }));
  }

  @Override
  public void listReceipts(
      ListReceiptsRequest request, StreamObserver<ListReceiptsResponse> observer) {
    calls.look(observer, caller -> message(receipts.list(caller.storeId(), asked(request))));
  }

  private static ReceiptLists.Asked asked(ListReceiptsRequest request) {
    return new ReceiptLists.Asked(
        Texts.plain(request.getBusinessDate()),
        request.hasHour() ? request.getHour() : null,
        Texts.plain(request.getDepartment()),
        Texts.plain(request.getTerminal()),
        Texts.plain(request.getTender()),
        Texts.plain(request.getOperatorNumber()),
        Texts.plain(request.getItemCode()),
        request.getFromMs(),
        request.getUntilMs(),
        request.getPageSize(),
        request.getPageToken());
  }

  private static ListReceiptsResponse message(ReceiptLists.Page page) {
    return ListReceiptsResponse.newBuilder()
        .addAllReceipts(page.receipts().stream().map(ShopMessages::receipt).toList())
        .setNextPageToken(page.nextToken())
        .setCount(page.count())
        .setPartMinor(page.partMinor())
        .setBusinessDate(page.date().toString())
        .build();
  }

  @Override
  public void getReceiptDetail(
      GetReceiptDetailRequest request, StreamObserver<GetReceiptDetailResponse> observer) {
    calls.look(
        observer,
        caller ->
            message(
                receipts.detail(
                    caller.storeId(), Admissions.idOf(request.getSaleId(), Reason.ID_INVALID))));
  }

  private static GetReceiptDetailResponse message(ReceiptLists.Detail detail) {
    return GetReceiptDetailResponse.newBuilder()
        .setReceipt(ShopMessages.receipt(detail.receipt()))
        .addAllLines(detail.lines().stream().map(MonitorService::line).toList())
        .addAllTenders(
            detail.tenders().stream()
                .map(
                    tender ->
                        DetailTender.newBuilder()
                            .setKind(tender.kind())
                            .setName(tender.name())
                            .setAmountMinor(tender.amountMinor())
                            .setReference(tender.reference())
                            .build())
                .toList())
        .setDiscountMinor(detail.head().discountMinor())
        .setTaxMinor(detail.head().taxMinor())
        .setRoundingMinor(detail.head().roundingMinor())
        .setChangeMinor(detail.head().changeMinor())
        .addAllEntry(entry(detail.entry()))
        .addAllCostEntry(entry(detail.costEntry()))
        .build();
  }

  private static DetailLine line(ReceiptListDao.LineRow row) {
    return DetailLine.newBuilder()
        .setKind(row.kind())
        .setItemCode(row.itemCode())
        .setName(row.name())
        .setBarcode(row.barcode())
        .setDepartment(row.department())
        .setUnit(row.unit())
        .setQuantityMilli(row.quantityMilli())
        .setPriceMinor(row.priceMinor())
        .setListPriceMinor(row.listPriceMinor())
        .setDiscountMinor(row.discountMinor())
        .setBasketDiscountMinor(row.basketDiscountMinor())
        .setTotalMinor(row.totalMinor())
        .setTaxMinor(row.taxMinor())
        .setCostMinor(row.costMinor())
        .setReason(Objects.requireNonNullElse(row.reason(), ""))
        .build();
  }

  private static List<EntryLine> entry(List<ReceiptListDao.EntryRow> rows) {
    return rows.stream()
        .map(
            row ->
                EntryLine.newBuilder()
                    .setAccount(row.account())
                    .setName(row.name())
                    .setAmountMinor(row.amountMinor())
                    .build())
        .toList();
  }

  @Override
  public void getCashDocument(
      GetCashDocumentRequest request, StreamObserver<GetCashDocumentResponse> observer) {
    calls.look(
        observer,
        caller ->
            message(
                receipts.cashDocument(
                    caller.storeId(), Texts.plain(request.getTerminal()), request.getNumber())));
  }

  private static GetCashDocumentResponse message(ReceiptLists.CashDocument document) {
    ReceiptListDao.CashRow cash = document.cash();
    return GetCashDocumentResponse.newBuilder()
        .setKind(cash.kind())
        .setTerminal(cash.terminal())
        .setOccurredAtMs(cash.occurredAt().toEpochMilli())
        .setBusinessDate(cash.businessDate().toString())
        .setOperatorName(cash.operatorName())
        .setApproverName(cash.approverName())
        .setReason(cash.reason())
        .setAmountMinor(cash.amountMinor())
        .setZNumber(cash.zNumber())
        .addAllEntry(entry(document.entry()))
        .build();
  }

  @Override
  public void close() {
    streams.close();
  }
}
