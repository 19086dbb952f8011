package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.stock.v1.AdjustStockRequest;
import id.lajur.stock.v1.Adjustment;
import id.lajur.stock.v1.AdjustmentLine;
import id.lajur.stock.v1.AdjustmentReason;
import id.lajur.stock.v1.GetAdjustmentRequest;
import id.lajur.stock.v1.ListAdjustmentsRequest;
import id.lajur.stock.v1.StockServiceGrpc;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Adjusting stock, done by the store's server. */
final class ServerAdjustments implements AdjustActions {
  private static final int PAGE = 500;

  private final Desk desk;
  private final StockServiceGrpc.StockServiceBlockingStub stock;
  private final ItemServiceGrpc.ItemServiceBlockingStub items;
  private final boolean seesCost;

  ServerAdjustments(Desk desk) {
    this.desk = desk;
    this.stock = StockServiceGrpc.newBlockingStub(desk.connection().channel());
    this.items = ItemServiceGrpc.newBlockingStub(desk.connection().channel());
    this.seesCost = desk.who().may("cost.read");
  }

  @Override
  public CompletableFuture<Page<Adjustments.Head>> adjustments(String token) {
    var request = ListAdjustmentsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
    return desk.ask(() -> stock.listAdjustments(request))
        .thenApply(
            answer ->
                new Page<>(
                    answer.getAdjustmentsList().stream().map(this::head).toList(),
                    answer.getNextPageToken()));
  }

  private Adjustments.Head head(Adjustment one) {
    return new Adjustments.Head(
        one.getDocumentId(),
        reason(one.getReason()),
        one.getNote(),
        Instant.ofEpochMilli(one.getOccurredAtMs()),
        one.getOperatorName(),
        one.getLineCount(),
        seesCost ? one.getValueMinor() : null);
  }

  /** A reason that is newer than this program was a count's at most. */
  private static Adjustments.Reason reason(AdjustmentReason reason) {
    return Arrays.stream(Adjustments.Reason.values())
        .filter(each -> reason.name().equals("ADJUSTMENT_REASON_" + each))
        .findFirst()
        .orElse(Adjustments.Reason.COUNT);
  }

  @Override
  public CompletableFuture<Adjustments.Sheet> adjustment(Adjustments.Head head) {
    var request = GetAdjustmentRequest.newBuilder().setDocumentId(head.id()).build();
    return desk.ask(() -> stock.getAdjustment(request))
        .thenApply(
            found ->
                new Adjustments.Sheet(
                    head,
                    found.getLinesList().stream()
                        .map(
                            line ->
                                new Adjustments.Line(
                                    line.getItemCode(),
                                    line.getName(),
                                    line.getUnit(),
                                    line.getQuantityMilli(),
                                    seesCost ? line.getValueMinor() : null))
                        .toList()));
  }

  @Override
  public CompletableFuture<Adjustments.Line> find(String code, long quantityMilli) {
    var request = GetItemRequest.newBuilder().setCode(code).build();
    return desk.ask(() -> items.getItem(request).getItem())
        .thenApply(
            item ->
                new Adjustments.Line(code, item.getName(), unit(item, code), quantityMilli, null));
  }

  /** The unit that the code names: its own where it is one's barcode, else the base unit. */
  private static String unit(Item item, String code) {
    return item.getUnitsList().stream()
        .filter(unit -> unit.getBarcodesList().contains(code))
        .map(ItemUnit::getName)
        .findFirst()
        .orElseGet(() -> item.getUnitsCount() > 0 ? item.getUnits(0).getName() : "");
  }

  @Override
  public CompletableFuture<Void> post(
      Adjustments.Reason reason, String note, List<Adjustments.Line> lines) {
    var request =
        AdjustStockRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setReason(AdjustmentReason.valueOf("ADJUSTMENT_REASON_" + reason))
            .setNote(note)
            .addAllLines(
                lines.stream()
                    .map(
                        line ->
                            AdjustmentLine.newBuilder()
                                .setCode(line.code())
                                .setQuantityMilli(line.quantityMilli())
                                .build())
                    .toList())
            .build();
    return desk.command(() -> stock.adjustStock(request)).thenAccept(posted -> {});
  }
}
