package id.lajur.backoffice.receiving;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.shell.Desk;
import id.lajur.backoffice.shell.Printing;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateDepartmentRequest;
import id.lajur.catalog.v1.Department;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.QuickItemRequest;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.document.ShelfLabels;
import id.lajur.kit.document.TabularDocument;
import id.lajur.kit.format.Formats;
import id.lajur.purchasing.v1.ChangeDraftRequest;
import id.lajur.purchasing.v1.ChangeLineRequest;
import id.lajur.purchasing.v1.CreateDraftRequest;
import id.lajur.purchasing.v1.DiscardDraftRequest;
import id.lajur.purchasing.v1.GetDraftLineRequest;
import id.lajur.purchasing.v1.GetDraftRequest;
import id.lajur.purchasing.v1.GetGoodsReceiptRequest;
import id.lajur.purchasing.v1.GoodsReceiptServiceGrpc;
import id.lajur.purchasing.v1.ListDraftsRequest;
import id.lajur.purchasing.v1.ListGoodsReceiptsRequest;
import id.lajur.purchasing.v1.ListSuppliersRequest;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.purchasing.v1.ReceivingServiceGrpc;
import id.lajur.purchasing.v1.RemoveLineRequest;
import id.lajur.purchasing.v1.ReverseGoodsReceiptRequest;
import id.lajur.purchasing.v1.ReversedLine;
import id.lajur.purchasing.v1.ScanLineRequest;
import id.lajur.purchasing.v1.SupplierServiceGrpc;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Receiving at the store's server. */
final class ServerReceiving implements ReceivingActions {
  private static final int PAPERS = 200;
  private static final int SUPPLIERS = 500;
  private static final int FOUND = 50;

  private final Desk desk;

  ServerReceiving(Desk desk) {
    this.desk = desk;
  }

  @Override
  public CompletableFuture<Boolean> labels(
      List<ShelfLabels.Label> labels, ShelfLabels.Paper paper, Formats formats) {
    return Printing.labels(labels, paper, formats, desk);
  }

  @Override
  public CompletableFuture<Boolean> print(TabularDocument paper, Formats formats) {
    return Printing.open(paper, formats, "lajur-terima-", desk);
  }

  private ReceivingServiceGrpc.ReceivingServiceBlockingStub drafts() {
    return ReceivingServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  private GoodsReceiptServiceGrpc.GoodsReceiptServiceBlockingStub receipts() {
    return GoodsReceiptServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  private CatalogServiceGrpc.CatalogServiceBlockingStub catalog() {
    return CatalogServiceGrpc.newBlockingStub(desk.connection().channel());
  }

  @Override
  public CompletableFuture<Page<Paper>> papers(String token) {
    CompletableFuture<Page<Paper>> posted =
        desk.ask(
            () -> {
              var answer =
                  receipts()
                      .listGoodsReceipts(
                          ListGoodsReceiptsRequest.newBuilder()
                              .setPageSize(PAPERS)
                              .setPageToken(token)
                              .build());
              return new Page<>(
                  answer.getReceiptsList().stream().map(Answers::paper).toList(),
                  answer.getNextPageToken());
            });
    return token.isEmpty()
        ? desk.ask(this::openDrafts).thenCombine(posted, (open, newest) -> open.and(newest))
        : posted;
  }

  /** All of them: a shop has a handful. */
  private Page<Paper> openDrafts() {
    List<Paper> all = new ArrayList<>();
    String page = "";
    do {
      var answer =
          drafts()
              .listDrafts(
                  ListDraftsRequest.newBuilder().setPageSize(PAPERS).setPageToken(page).build());
      answer.getDraftsList().forEach(draft -> all.add(Answers.paper(draft)));
      page = answer.getNextPageToken();
    } while (!page.isEmpty());
    return new Page<>(all, "");
  }

  @Override
  public CompletableFuture<List<NamedCode>> suppliers() {
    return desk.ask(
        () -> {
          List<NamedCode> all = new ArrayList<>();
          String page = "";
          do {
            var answer =
                SupplierServiceGrpc.newBlockingStub(desk.connection().channel())
                    .listSuppliers(
                        ListSuppliersRequest.newBuilder()
                            .setPageSize(SUPPLIERS)
                            .setPageToken(page)
                            .build());
            answer
                .getSuppliersList()
                .forEach(one -> all.add(new NamedCode(one.getCode(), one.getName())));
            page = answer.getNextPageToken();
          } while (!page.isEmpty());
          return all;
        });
  }

  @Override
  public CompletableFuture<Sheet> begin(
      String supplier, String deliveryNote, LocalDate deliveredOn) {
    CreateDraftRequest request =
        CreateDraftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setSupplier(supplier)
            .setDeliveryNote(deliveryNote)
            .setDeliveredOn(deliveredOn.toString())
            .build();
    return desk.command(() -> Answers.sheet(drafts().createDraft(request).getView()));
  }

  @Override
  public CompletableFuture<Sheet> changeHead(
      Sheet sheet, String supplier, String deliveryNote, LocalDate deliveredOn) {
    ChangeDraftRequest request =
        ChangeDraftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .setSupplier(supplier)
            .setDeliveryNote(deliveryNote)
            .setDeliveredOn(deliveredOn.toString())
            .build();
    return desk.command(() -> Answers.sheet(drafts().changeDraft(request).getView()));
  }

  @Override
  public CompletableFuture<Sheet> draft(String draftId) {
    GetDraftRequest request = GetDraftRequest.newBuilder().setDraftId(draftId).build();
    return desk.ask(() -> Answers.sheet(drafts().getDraft(request).getView()));
  }

  @Override
  public CompletableFuture<Sheet> receipt(String documentId) {
    GetGoodsReceiptRequest request =
        GetGoodsReceiptRequest.newBuilder().setDocumentId(documentId).build();
    return desk.ask(() -> Answers.sheet(receipts().getGoodsReceipt(request)));
  }

  @Override
  public CompletableFuture<Scanned> scan(Sheet sheet, String code) {
    ScanLineRequest request =
        ScanLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .setCode(code)
            .build();
    return desk.command(
        () -> {
          var answer = drafts().scanLine(request);
          return new Scanned(
              Answers.sheet(answer.getView()), answer.getLineId(), answer.getAddedMilli());
        });
  }

  @Override
  public CompletableFuture<Sheet> change(Sheet sheet, GoodsLine line, LineEdit edit) {
    ChangeLineRequest.Builder request =
        ChangeLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .setLineId(line.place())
            .setLineVersion(line.version());
    if (edit instanceof LineEdit.Quantity quantity) {
      request.setQuantityMilli(quantity.milli());
    } else if (edit instanceof LineEdit.Bonus bonus) {
      request.setBonusMilli(bonus.milli());
    } else if (edit instanceof LineEdit.Price price) {
      request.setPriceMinor(price.minor());
    } else if (edit instanceof LineEdit.Discount discount) {
      request.setDiscount(discount.text());
    } else if (edit instanceof LineEdit.Expiry expiry) {
      request.setExpiresOn(Objects.toString(expiry.on(), ""));
    } else if (edit instanceof LineEdit.Unit unit) {
      request.setUnit(unit.unit());
    } else {
      request.setPriceDecided(true);
    }
    ChangeLineRequest made = request.build();
    return desk.command(() -> Answers.sheet(drafts().changeLine(made).getView()));
  }

  @Override
  public CompletableFuture<Sheet> remove(Sheet sheet, GoodsLine line) {
    RemoveLineRequest request =
        RemoveLineRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .setLineId(line.place())
            .setLineVersion(line.version())
            .build();
    return desk.command(() -> Answers.sheet(drafts().removeLine(request).getView()));
  }

  @Override
  public CompletableFuture<Sheet> discard(Sheet sheet) {
    DiscardDraftRequest request =
        DiscardDraftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .build();
    return desk.command(() -> Answers.sheet(drafts().discardDraft(request).getView()));
  }

  @Override
  public CompletableFuture<Facts> facts(Sheet sheet, GoodsLine line) {
    GetDraftLineRequest request =
        GetDraftLineRequest.newBuilder()
            .setDraftId(sheet.draftId())
            .setLineId(line.place())
            .build();
    return desk.ask(() -> Answers.facts(drafts().getDraftLine(request)));
  }

  @Override
  public CompletableFuture<Void> price(String itemCode, long priceMinor) {
    SetPriceRequest request =
        SetPriceRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setItemCode(itemCode)
            .setPriceMinor(priceMinor)
            .build();
    return desk.command(() -> catalog().setPrice(request)).thenAccept(unused -> {});
  }

  @Override
  public CompletableFuture<List<Found>> search(String query) {
    SearchItemsRequest request =
        SearchItemsRequest.newBuilder().setQuery(query).setPageSize(FOUND).build();
    return desk.ask(
        () -> catalog().searchItems(request).getOffersList().stream().map(Answers::found).toList());
  }

  @Override
  public CompletableFuture<Choices> choices() {
    return desk.ask(
        () -> {
          var answer = catalog().listDepartments(ListDepartmentsRequest.getDefaultInstance());
          return new Choices(
              answer.getDepartmentsList().stream()
                  .map(one -> new NamedCode(one.getCode(), one.getName()))
                  .toList(),
              answer.getTaxClassesList().stream()
                  .map(one -> new NamedCode(one.getCode(), one.getName()))
                  .toList());
        });
  }

  @Override
  public CompletableFuture<Choices> newDepartment(String code, String name, String taxClass) {
    CreateDepartmentRequest request =
        CreateDepartmentRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDepartment(Department.newBuilder().setCode(code).setName(name))
            .setTaxClass(taxClass)
            .build();
    return desk.command(() -> catalog().createDepartment(request))
        .thenCompose(made -> Desk.askAfterKeeping(this::choices));
  }

  @Override
  public CompletableFuture<String> newItem(NewGoods goods) {
    QuickItemRequest.Builder request =
        QuickItemRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setName(goods.name())
            .setDepartment(goods.department())
            .setTaxClass(goods.taxClass())
            .setBaseUnit(goods.baseUnit())
            .setBarcode(goods.barcode())
            .setPackUnit(goods.packUnit())
            .setPackFactorMilli(goods.packFactorMilli())
            .setPackBarcode(goods.packBarcode())
            .setAsksExpiry(goods.asksExpiry());
    if (goods.priceMinor() != null) {
      request.setPriceMinor(goods.priceMinor());
    }
    QuickItemRequest made = request.build();
    return desk.command(() -> catalog().quickItem(made).getItemCode());
  }

  @Override
  public CompletableFuture<String> post(Sheet sheet) {
    PostDraftRequest request =
        PostDraftRequest.newBuilder()
            .setRequestId(StoreConnection.newRequestId())
            .setDraftId(sheet.draftId())
            .setVersion(sheet.version())
            .build();
    return desk.command(() -> drafts().postDraft(request).getDocumentId());
  }

  @Override
  public CompletableFuture<String> reverse(Sheet sheet, String reason) {
    return reverse(reversal(sheet, reason));
  }

  @Override
  public CompletableFuture<String> reverse(
      Sheet sheet, GoodsLine line, long quantityMilli, String reason) {
    return reverse(
        reversal(sheet, reason)
            .addLines(
                ReversedLine.newBuilder()
                    .setPart(line.place() / Answers.LINES_OF_A_PART)
                    .setLineNo(line.place() % Answers.LINES_OF_A_PART)
                    .setQuantityMilli(quantityMilli)));
  }

  private static ReverseGoodsReceiptRequest.Builder reversal(Sheet sheet, String reason) {
    return ReverseGoodsReceiptRequest.newBuilder()
        .setRequestId(StoreConnection.newRequestId())
        .setDocumentId(sheet.documentId())
        .setReason(reason);
  }

  private CompletableFuture<String> reverse(ReverseGoodsReceiptRequest.Builder made) {
    ReverseGoodsReceiptRequest request = made.build();
    return desk.command(() -> receipts().reverseGoodsReceipt(request).getDocumentId());
  }
}
