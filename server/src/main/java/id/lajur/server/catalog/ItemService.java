package id.lajur.server.catalog;

import id.lajur.catalog.v1.ApplyPriceChangeRequest;
import id.lajur.catalog.v1.ApplyPriceChangeResponse;
import id.lajur.catalog.v1.CreateItemRequest;
import id.lajur.catalog.v1.CreateItemResponse;
import id.lajur.catalog.v1.GetCatalogFileColumnsRequest;
import id.lajur.catalog.v1.GetCatalogFileColumnsResponse;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.ImportCatalogRequest;
import id.lajur.catalog.v1.ImportCatalogResponse;
import id.lajur.catalog.v1.ItemOrder;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ListItemHistoryRequest;
import id.lajur.catalog.v1.ListItemHistoryResponse;
import id.lajur.catalog.v1.ListItemsRequest;
import id.lajur.catalog.v1.ListItemsResponse;
import id.lajur.catalog.v1.NewPrice;
import id.lajur.catalog.v1.PreviewPriceChangeRequest;
import id.lajur.catalog.v1.PreviewPriceChangeResponse;
import id.lajur.catalog.v1.TryCatalogImportRequest;
import id.lajur.catalog.v1.TryCatalogImportResponse;
import id.lajur.catalog.v1.UpdateItemRequest;
import id.lajur.catalog.v1.UpdateItemResponse;
import id.lajur.catalog.v1.UploadCatalogPartRequest;
import id.lajur.catalog.v1.UploadCatalogPartResponse;
import id.lajur.server.catalog.file.CatalogImport;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Permissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Adapter of the items as the back office keeps them. */
public final class ItemService extends ItemServiceGrpc.ItemServiceImplBase {
  private static final int MOST_PROBLEMS = 1_000;

  private final Calls calls;
  private final ItemList items;
  private final ItemReading reading;
  private final ItemHistory history;
  private final PricePreview preview;
  private final ItemEditing editing;
  private final PriceChanges prices;
  private final CatalogFiles files;

  /**
   * @param committed told after each change that is on disk
   */
  public ItemService(
      Calls calls, DataSource pool, Jdbi jdbi, long fence, Clock clock, Runnable committed) {
    this.calls = calls;
    this.items = new ItemList(jdbi, clock);
    this.reading = new ItemReading(pool, clock);
    this.history = new ItemHistory(jdbi);
    this.preview = new PricePreview(jdbi, clock);
    this.editing = new ItemEditing(pool, fence, clock, committed);
    this.prices = new PriceChanges(pool, fence, clock, committed);
    this.files = new CatalogFiles(pool, fence, clock, committed);
  }

  @Override
  public void listItems(ListItemsRequest request, StreamObserver<ListItemsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          ItemList.Page page =
              items.page(asked(caller, request), request.getPageSize(), request.getPageToken());
          ListItemsResponse.Builder answer =
              ListItemsResponse.newBuilder()
                  .addAllItems(page.rows().stream().map(ItemMessages::summary).toList())
                  .setNextPageToken(page.nextToken());
          return page.total() == null ? answer.build() : answer.setTotalCount(page.total()).build();
        });
  }

  private static ItemList.Asked asked(Caller caller, ListItemsRequest request) {
    return new ItemList.Asked(
        caller.storeId(),
        caller.locationId(),
        Texts.plain(request.getQuery()),
        Texts.plain(request.getDepartment()),
        Texts.plain(request.getCategory()),
        switch (request.getState()) {
          case ITEM_STATE_SELLING -> ItemList.State.SELLING;
          case ITEM_STATE_BLOCKED -> ItemList.State.BLOCKED;
          case ITEM_STATE_WITHOUT_PRICE -> ItemList.State.WITHOUT_PRICE;
          case ITEM_STATE_BELOW_ZERO -> ItemList.State.BELOW_ZERO;
          default -> ItemList.State.ALL;
        },
        request.getOrder() == ItemOrder.ITEM_ORDER_CODE
            ? ItemList.Order.CODE
            : ItemList.Order.NAME);
  }

  @Override
  public void getItem(GetItemRequest request, StreamObserver<GetItemResponse> observer) {
    calls.look(
        observer,
        caller ->
            ItemMessages.item(
                reading.read(
                    caller.storeId(), caller.locationId(), Texts.scan(request.getCode()))));
  }

  @Override
  public void createItem(CreateItemRequest request, StreamObserver<CreateItemResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CreateItemResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                editing.create(
                    acting.command(),
                    mayPrice(acting.caller()),
                    ItemMessages.draft(request.getItem()),
                    code -> CreateItemResponse.newBuilder().setCode(code).build().toByteArray())));
  }

  @Override
  public void updateItem(UpdateItemRequest request, StreamObserver<UpdateItemResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        UpdateItemResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                editing.update(
                    acting.command(),
                    mayPrice(acting.caller()),
                    ItemMessages.draft(request.getItem()),
                    Set.copyOf(request.getFields().getPathsList()),
                    request.getEtag(),
                    etag -> UpdateItemResponse.newBuilder().setEtag(etag).build().toByteArray())));
  }

  private static boolean mayPrice(Caller caller) {
    return caller.operatorOrThrow().may("catalog.price");
  }

  @Override
  public void listItemHistory(
      ListItemHistoryRequest request, StreamObserver<ListItemHistoryResponse> observer) {
    calls.look(
        observer,
        caller -> {
          ItemHistory.Page page =
              history.page(
                  caller.storeId(),
                  Texts.code(request.getItemCode()),
                  caller.operatorOrThrow().may(Permissions.COST_READ),
                  request.getPageSize(),
                  request.getPageToken());
          return ListItemHistoryResponse.newBuilder()
              .addAllChanges(page.changes().stream().map(ItemMessages::change).toList())
              .setNextPageToken(page.nextToken())
              .addAllPrices(page.prices().stream().map(ItemMessages::price).toList())
              .build();
        });
  }

  @Override
  public void previewPriceChange(
      PreviewPriceChangeRequest request, StreamObserver<PreviewPriceChangeResponse> observer) {
    calls.look(
        observer,
        caller -> {
          PricePreview.Asked rule = ItemMessages.rule(request.getRule());
          if (rule.way() == PriceRule.Way.MARGIN
              && !caller.operatorOrThrow().may(Permissions.COST_READ)) {
            throw new Refusal(Reason.PERMISSION_MISSING).with("permission", Permissions.COST_READ);
          }
          int levelNo = prices.level(caller.storeId(), Texts.plain(request.getPriceLevel()));
          return PreviewPriceChangeResponse.newBuilder()
              .addAllLines(
                  preview
                      .lines(
                          caller.storeId(),
                          caller.locationId(),
                          request.getItemCodesList().stream().map(Texts::code).toList(),
                          rule,
                          new PricePreview.Which(levelNo, request.getOfRetail()),
                          ItemMessages.moment(request.getEffectiveAtMs()))
                      .stream()
                      .map(ItemMessages::line)
                      .toList())
              .build();
        });
  }

  @Override
  public void applyPriceChange(
      ApplyPriceChangeRequest request, StreamObserver<ApplyPriceChangeResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        ApplyPriceChangeResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                prices.apply(
                    acting.command(),
                    Texts.plain(request.getPriceLevel()),
                    request.getPricesList().stream().map(ItemService::wanted).toList(),
                    ItemMessages.moment(request.getEffectiveAtMs()),
                    from ->
                        ApplyPriceChangeResponse.newBuilder()
                            .setEffectiveAtMs(from.toEpochMilli())
                            .setPriceCount(request.getPricesCount())
                            .build()
                            .toByteArray())));
  }

  private static PriceChanges.Wanted wanted(NewPrice price) {
    return new PriceChanges.Wanted(
        Texts.plain(price.getItemCode()),
        Texts.plain(price.getUnit()),
        price.hasBeforeMinor() ? price.getBeforeMinor() : null,
        price.getPriceMinor());
  }

  @Override
  public void uploadCatalogPart(
      UploadCatalogPartRequest request, StreamObserver<UploadCatalogPartResponse> observer) {
    calls.look(
        observer,
        caller -> {
          files
              .uploads()
              .keep(
                  caller.terminalId(),
                  Admissions.idOf(request.getUploadId(), Reason.ID_INVALID),
                  request.getPart(),
                  request.getContent().toByteArray());
          return UploadCatalogPartResponse.getDefaultInstance();
        });
  }

  @Override
  public void getCatalogFileColumns(
      GetCatalogFileColumnsRequest request,
      StreamObserver<GetCatalogFileColumnsResponse> observer) {
    calls.look(
        observer,
        caller ->
            ItemMessages.fileColumns(
                files.columns(sent(caller, request.getUploadId(), request.getParts())),
                prices.levels(caller.storeId())));
  }

  @Override
  public void tryCatalogImport(
      TryCatalogImportRequest request, StreamObserver<TryCatalogImportResponse> observer) {
    calls.look(
        observer,
        caller -> {
          CatalogImport.Result result =
              files.tried(
                  caller.storeId(),
                  sent(caller, request.getUploadId(), request.getParts()),
                  ItemMessages.rules(request.getRules()));
          return TryCatalogImportResponse.newBuilder()
              .setCounts(ItemMessages.counts(result))
              .addAllProblems(ItemMessages.problems(result.problems(), MOST_PROBLEMS))
              .setProblemCount(result.problems().size())
              .build();
        });
  }

  @Override
  public void importCatalog(
      ImportCatalogRequest request, StreamObserver<ImportCatalogResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        ImportCatalogResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                files.write(
                    acting.command(),
                    sent(acting.caller(), request.getUploadId(), request.getParts()),
                    ItemMessages.rules(request.getRules()),
                    Texts.plain(request.getFileName()),
                    result ->
                        ImportCatalogResponse.newBuilder()
                            .setCounts(ItemMessages.counts(result))
                            .build()
                            .toByteArray())));
  }

  private static CatalogFiles.Sent sent(Caller caller, String uploadId, int parts) {
    return new CatalogFiles.Sent(
        caller.terminalId(), Admissions.idOf(uploadId, Reason.ID_INVALID), parts);
  }
}
