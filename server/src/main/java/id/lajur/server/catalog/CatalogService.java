package id.lajur.server.catalog;

import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.CheckPriceResponse;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.CreateDepartmentResponse;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.ListDepartmentsResponse;
import id.lajur.catalog.v1.OfferAtLevel;
import id.lajur.catalog.v1.QuickItemRequest;
import id.lajur.catalog.v1.QuickItemResponse;
import id.lajur.catalog.v1.RenameDepartmentRequest;
import id.lajur.catalog.v1.RenameDepartmentResponse;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.catalog.v1.SearchItemsResponse;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.catalog.v1.SetPriceResponse;
import id.lajur.catalog.v1.TaxClass;
import id.lajur.rules.code.Gtin;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Texts;
import io.grpc.stub.StreamObserver;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.StringTokenizer;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Adapter of the catalogue. */
public final class CatalogService extends CatalogServiceGrpc.CatalogServiceImplBase {
  private final Calls calls;
  private final PriceCheck prices;
  private final ItemSearch items;
  private final PriceChange changes;
  private final QuickItem newItems;
  private final Departments departments;

  public CatalogService(
      Calls calls,
      Jdbi jdbi,
      BestSellers bestSellers,
      PriceChange changes,
      QuickItem newItems,
      Departments departments,
      Clock clock) {
    this.calls = calls;
    this.prices = new PriceCheck(jdbi, clock);
    this.items = new ItemSearch(jdbi, bestSellers, clock);
    this.changes = changes;
    this.newItems = newItems;
    this.departments = departments;
  }

  @Override
  public void checkPrice(CheckPriceRequest request, StreamObserver<CheckPriceResponse> observer) {
    calls.look(
        observer,
        caller ->
            answer(
                prices.check(
                    caller.storeId(), caller.locationId(), Texts.scan(request.getCode()))));
  }

  @Override
  public void searchItems(
      SearchItemsRequest request, StreamObserver<SearchItemsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          ItemSearch.Page page =
              items.search(
                  caller.storeId(),
                  caller.locationId(),
                  Texts.plain(request.getQuery()),
                  request.getPageSize(),
                  request.getPageToken());
          return SearchItemsResponse.newBuilder()
              .addAllOffers(page.offers().stream().map(CatalogService::message).toList())
              .setNextPageToken(page.nextToken())
              .build();
        });
  }

  @Override
  public void setPrice(SetPriceRequest request, StreamObserver<SetPriceResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        SetPriceResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                changes.set(
                    acting.command(),
                    new PriceChange.Asked(
                        Texts.plain(request.getItemCode()),
                        Texts.plain(request.getUnit()),
                        request.getPriceMinor(),
                        moment(request.getEffectiveAtMs())),
                    from ->
                        SetPriceResponse.newBuilder()
                            .setEffectiveAtMs(from.toEpochMilli())
                            .build()
                            .toByteArray())));
  }

  @Override
  public void quickItem(QuickItemRequest request, StreamObserver<QuickItemResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        QuickItemResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                newItems.make(
                    acting.command(),
                    asked(request, acting.caller()),
                    code ->
                        QuickItemResponse.newBuilder().setItemCode(code).build().toByteArray())));
  }

  @Override
  public void listDepartments(
      ListDepartmentsRequest request, StreamObserver<ListDepartmentsResponse> observer) {
    calls.look(
        observer,
        caller -> {
          QuickItem.Choices choices = newItems.choices(caller.storeId());
          return ListDepartmentsResponse.newBuilder()
              .addAllDepartments(
                  choices.departments().stream()
                      .map(one -> message(one.code(), one.name()))
                      .toList())
              .addAllTaxClasses(
                  choices.taxClasses().stream()
                      .map(
                          one ->
                              TaxClass.newBuilder().setCode(one.code()).setName(one.name()).build())
                      .toList())
              .addAllCategories(choices.categories())
              .build();
        });
  }

  private static Department message(String code, String name) {
    return Department.newBuilder().setCode(code).setName(name).build();
  }

  @Override
  public void createDepartment(
      CreateDepartmentRequest request, StreamObserver<CreateDepartmentResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        CreateDepartmentResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                departments.create(
                    acting.command(),
                    asked(request.getDepartment()),
                    Texts.plain(request.getTaxClass()),
                    kept ->
                        CreateDepartmentResponse.newBuilder()
                            .setDepartment(message(kept.code(), kept.name()))
                            .build()
                            .toByteArray())));
  }

  @Override
  public void renameDepartment(
      RenameDepartmentRequest request, StreamObserver<RenameDepartmentResponse> observer) {
    calls.post(
        observer,
        request,
        request.getRequestId(),
        RenameDepartmentResponse.parser(),
        acting ->
            CompletableFuture.completedFuture(
                departments.rename(
                    acting.command(),
                    asked(request.getDepartment()),
                    kept ->
                        RenameDepartmentResponse.newBuilder()
                            .setDepartment(message(kept.code(), kept.name()))
                            .build()
                            .toByteArray())));
  }

  private static Departments.Asked asked(Department department) {
    return new Departments.Asked(
        Texts.plain(department.getCode()), Texts.plain(department.getName()));
  }

  private static QuickItem.Asked asked(QuickItemRequest request, Caller caller) {
    if (request.hasPriceMinor() && !caller.operatorOrThrow().may("catalog.price")) {
      throw new Refusal(Reason.PERMISSION_MISSING).with("permission", "catalog.price");
    }
    return new QuickItem.Asked(
        Texts.plain(request.getName()),
        Texts.plain(request.getDepartment()),
        Texts.plain(request.getTaxClass()),
        Texts.plain(request.getBaseUnit()),
        codeOrEmpty(request.getBarcode()),
        request.hasPriceMinor() ? (Long) request.getPriceMinor() : null,
        request.getPackUnit().isEmpty()
            ? null
            : new QuickItem.Pack(
                Texts.plain(request.getPackUnit()),
                request.getPackFactorMilli(),
                codeOrEmpty(request.getPackBarcode())),
        request.getAsksExpiry());
  }

  private static String codeOrEmpty(String code) {
    return code.isEmpty() ? "" : Texts.code(code);
  }

  private static @Nullable Instant moment(long epochMs) {
    if (epochMs < 0) {
      throw new Refusal(Reason.MOMENT_INVALID).with("effectiveAtMs", epochMs);
    }
    return epochMs == 0 ? null : Instant.ofEpochMilli(epochMs);
  }

  private static CheckPriceResponse answer(PriceCheck.Checked checked) {
    CheckPriceResponse.Builder answer =
        CheckPriceResponse.newBuilder()
            .setOffer(message(checked.offer()))
            .setLabelPriceChanged(checked.scanned().priceChanged());
    Long quantity = checked.scanned().quantityMilli();
    Long amount = checked.scanned().amountMinor();
    if (quantity != null) {
      answer.setLabelQuantityMilli(quantity);
    }
    if (amount != null) {
      answer.setLabelAmountMinor(amount);
    }
    return answer.build();
  }

  private static ItemOffer message(Offer offer) {
    ItemOffer.Builder message =
        ItemOffer.newBuilder()
            .setItemCode(offer.itemCode())
            .setName(offer.name())
            .setBarcode(Gtin.shown(Objects.requireNonNullElse(offer.barcode(), "")))
            .setUnit(offer.unit())
            .setUnitFactorMilli(offer.factorMilli())
            .setWeighed(offer.weighed())
            .setDepartment(offer.department())
            .setTaxClass(offer.taxClass())
            .setStockMilli(offer.stockMilli())
            .setBaseUnit(offer.baseUnit())
            .setBlocked(offer.blocked());
    if (offer.priceMinor() != null) {
      message.setPriceMinor(offer.priceMinor());
    }
    StringTokenizer levels = new StringTokenizer(Objects.requireNonNullElse(offer.atLevels(), ""));
    while (levels.hasMoreTokens()) {
      message.addAtLevels(
          OfferAtLevel.newBuilder()
              .setPriceLevel(levels.nextToken())
              .setPriceMinor(Long.parseLong(levels.nextToken())));
    }
    return message.build();
  }
}
