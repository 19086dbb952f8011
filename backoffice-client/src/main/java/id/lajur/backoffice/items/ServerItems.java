package id.lajur.backoffice.items;

import com.google.protobuf.FieldMask;
import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.CreateItemRequest;
import id.lajur.catalog.v1.CreateItemResponse;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.ListItemHistoryRequest;
import id.lajur.catalog.v1.ListItemsRequest;
import id.lajur.catalog.v1.ListLevelPricesRequest;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.PriceLevelServiceGrpc;
import id.lajur.catalog.v1.SetLevelPriceRequest;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.catalog.v1.UpdateItemRequest;
import id.lajur.catalog.v1.UpdateItemResponse;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.GetReceiptDetailRequest;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.purchasing.v1.GetGoodsReceiptRequest;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.stock.v1.GetAdjustmentRequest;
import id.lajur.stock.v1.GetStockCardRequest;
import id.lajur.stock.v1.StockServiceGrpc;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/** The acts of the screen of items, done by the store's server. */
final class ServerItems implements ItemActions {
  private static final int PAGE = 1_000;
  private static final int NEWEST = 500;

  private final Desk desk;
  private final ItemServiceGrpc.ItemServiceBlockingStub items;
  private final CatalogServiceGrpc.CatalogServiceBlockingStub catalog;
  private final PriceLevelServiceGrpc.PriceLevelServiceBlockingStub levels;
  private final StockServiceGrpc.StockServiceBlockingStub stock;

  ServerItems(Desk desk) {
    this.desk = desk;
    this.items = ItemServiceGrpc.newBlockingStub(desk.connection().channel());
    this.catalog = CatalogServiceGrpc.newBlockingStub(desk.connection().channel());
    this.levels = PriceLevelServiceGrpc.newBlockingStub(desk.connection().channel());
    this.stock = StockServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public Runnable listing(Runnable giveUp) {
    return desk.reading(giveUp);
  }

  @Override
  public CompletableFuture<Items.Page> page(String token) {
    var request = ListItemsRequest.newBuilder().setPageSize(PAGE).setPageToken(token).build();
    return desk.unseen().ask(() -> ItemTranslation.page(items.listItems(request)));
  }

  @Override
  public CompletableFuture<Items.Page> like(String code) {
    return desk.ask(() -> items.listItems(ListItemsRequest.newBuilder().setQuery(code).build()))
        .thenApply(ItemTranslation::page);
  }

  @Override
  public CompletableFuture<Items.Choices> choices() {
    return desk.ask(() -> catalog.listDepartments(ListDepartmentsRequest.getDefaultInstance()))
        .thenApply(ItemTranslation::choices);
  }

  @Override
  public CompletableFuture<Items.Choices> newDepartment(String code, String name, String taxClass) {
    var request =
        CreateDepartmentRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDepartment(Department.newBuilder().setCode(code).setName(name))
            .setTaxClass(taxClass)
            .build();
    return desk.command(() -> catalog.createDepartment(request))
        .thenCompose(made -> Desk.askAfterKeeping(this::choices));
  }

  @Override
  public CompletableFuture<Items.Read> item(String code) {
    return desk.ask(
        () -> {
          Items.Read read =
              ItemTranslation.read(
                  items.getItem(GetItemRequest.newBuilder().setCode(code).build()));
          return read.at(
              ItemTranslation.levels(
                  read.item(),
                  levels.listPriceLevels(ListPriceLevelsRequest.getDefaultInstance()),
                  levels.listLevelPrices(
                      ListLevelPricesRequest.newBuilder()
                          .setItemCode(read.item().code()) // whatever was scanned
                          .build())));
        });
  }

  @Override
  public CompletableFuture<Instant> levelPrice(
      String code, Items.AtLevel at, OptionalLong priceMinor, Optional<LocalDate> from) {
    SetLevelPriceRequest.Builder request =
        SetLevelPriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItemCode(code)
            .setUnit(at.unit())
            .setPriceLevel(at.level())
            .setEffectiveAtMs(beginningMs(from));
    priceMinor.ifPresent(request::setPriceMinor);
    SetLevelPriceRequest made = request.build();
    return desk.command(() -> levels.setLevelPrice(made))
        .thenApply(set -> Instant.ofEpochMilli(set.getEffectiveAtMs()));
  }

  private long beginningMs(Optional<LocalDate> from) {
    return from.map(day -> day.atStartOfDay(desk.store().zone()).toInstant().toEpochMilli())
        .orElse(0L);
  }

  @Override
  public CompletableFuture<Page<Items.Change>> history(String code, String token) {
    var request =
        ListItemHistoryRequest.newBuilder()
            .setItemCode(code)
            .setPageSize(NEWEST)
            .setPageToken(token)
            .build();
    return desk.ask(() -> items.listItemHistory(request)).thenApply(ItemTranslation::changes);
  }

  @Override
  public CompletableFuture<Page<Items.Move>> stockCard(String code, String token) {
    var request =
        GetStockCardRequest.newBuilder()
            .setItemCode(code)
            .setPageSize(NEWEST)
            .setPageToken(token)
            .build();
    return desk.ask(() -> stock.getStockCard(request)).thenApply(ItemTranslation::moves);
  }

  @Override
  public CompletableFuture<String> create(Items.Sheet item) {
    var request =
        CreateItemRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItem(ItemTranslation.message(item))
            .build();
    return desk.command(() -> items.createItem(request)).thenApply(CreateItemResponse::getCode);
  }

  @Override
  public CompletableFuture<String> update(Items.Sheet item, List<String> fields, String etag) {
    var request =
        UpdateItemRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItem(ItemTranslation.message(item))
            .setFields(FieldMask.newBuilder().addAllPaths(fields))
            .setEtag(etag)
            .build();
    return desk.command(() -> items.updateItem(request)).thenApply(UpdateItemResponse::getEtag);
  }

  @Override
  public CompletableFuture<Items.Paper> paper(Items.Move move) {
    boolean seesCost = desk.who().may("cost.read");
    return switch (move.kind()) {
      case "SALE" -> {
        var sales = MonitorServiceGrpc.newBlockingStub(desk.connection().channel());
        var request = GetReceiptDetailRequest.newBuilder().setSaleId(move.documentId()).build();
        yield desk.ask(() -> sales.getReceiptDetail(request))
            .thenApply(sale -> ItemTranslation.paper(move, sale));
      }
      case "GOODS_RECEIPT" -> {
        var deliveries = GoodsReceiptServiceGrpc.newBlockingStub(desk.connection().channel());
        var request = GetGoodsReceiptRequest.newBuilder().setDocumentId(move.documentId()).build();
        yield desk.ask(() -> deliveries.getGoodsReceipt(request))
            .thenApply(delivery -> ItemTranslation.paper(move, delivery, seesCost));
      }
      default -> {
        var request = GetAdjustmentRequest.newBuilder().setDocumentId(move.documentId()).build();
        yield desk.ask(() -> stock.getAdjustment(request))
            .thenApply(adjustment -> ItemTranslation.paper(move, adjustment, seesCost));
      }
    };
  }

  @Override
  public CompletableFuture<Instant> price(
      String code, String unit, long priceMinor, Optional<LocalDate> from) {
    var request =
        SetPriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItemCode(code)
            .setUnit(unit)
            .setPriceMinor(priceMinor)
            .setEffectiveAtMs(beginningMs(from))
            .build();
    return desk.command(() -> catalog.setPrice(request))
        .thenApply(set -> Instant.ofEpochMilli(set.getEffectiveAtMs()));
  }
}
