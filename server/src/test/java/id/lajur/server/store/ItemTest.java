package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.ByteString;
import com.google.protobuf.FieldMask;
import id.lajur.catalog.v1.ApplyPriceChangeRequest;
import id.lajur.catalog.v1.ApplyPriceChangeResponse;
import id.lajur.catalog.v1.CatalogServiceGrpc;
import id.lajur.catalog.v1.CreateItemRequest;
import id.lajur.catalog.v1.GetItemRequest;
import id.lajur.catalog.v1.GetItemResponse;
import id.lajur.catalog.v1.ImportCatalogRequest;
import id.lajur.catalog.v1.ImportProblem;
import id.lajur.catalog.v1.ImportRules;
import id.lajur.catalog.v1.Item;
import id.lajur.catalog.v1.ItemChange;
import id.lajur.catalog.v1.ItemField;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ItemState;
import id.lajur.catalog.v1.ItemSummary;
import id.lajur.catalog.v1.ItemUnit;
import id.lajur.catalog.v1.LevelPrice;
import id.lajur.catalog.v1.ListDepartmentsRequest;
import id.lajur.catalog.v1.ListItemHistoryRequest;
import id.lajur.catalog.v1.ListItemsRequest;
import id.lajur.catalog.v1.ListItemsResponse;
import id.lajur.catalog.v1.ListLevelPricesRequest;
import id.lajur.catalog.v1.NewPrice;
import id.lajur.catalog.v1.PreviewPriceChangeRequest;
import id.lajur.catalog.v1.PriceLine;
import id.lajur.catalog.v1.PriceProblem;
import id.lajur.catalog.v1.PriceRule;
import id.lajur.catalog.v1.SetPriceRequest;
import id.lajur.catalog.v1.TryCatalogImportRequest;
import id.lajur.catalog.v1.TryCatalogImportResponse;
import id.lajur.catalog.v1.UpdateItemRequest;
import id.lajur.catalog.v1.UpdateItemResponse;
import id.lajur.catalog.v1.UploadCatalogPartRequest;
import id.lajur.purchasing.v1.GoodsReceiptLine;
import id.lajur.purchasing.v1.PostGoodsReceiptRequest;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Items as the back office keeps them, seen at the lane and in the journal. */
class ItemTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static int made;

  private final TestLane office = store.lane("OWNER");
  private final TestLane lane = store.lane();

  @AfterEach
  void leave() {
    office.close();
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private static ItemServiceGrpc.ItemServiceBlockingStub items(TestLane who) {
    return ItemServiceGrpc.newBlockingStub(who.channel())
        .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(who.headers()));
  }

  private static synchronized String code() {
    return "BRG" + ++made;
  }

  private static ItemUnit.Builder base(String... barcodes) {
    return ItemUnit.newBuilder()
        .setNumber(0)
        .setName("pcs")
        .setFactorMilli(1000)
        .addAllBarcodes(List.of(barcodes));
  }

  private static Item.Builder goods(String code, String... barcodes) {
    return Item.newBuilder()
        .setCode(code)
        .setName("Kopi bubuk " + code)
        .setDepartment("UMUM")
        .setTaxClass("BIASA")
        .addUnits(base(barcodes).setPriceMinor(2_000_00));
  }

  private String create(Item.Builder item) throws SQLException {
    store.item(1_00); // makes the department
    return items(office)
        .createItem(
            CreateItemRequest.newBuilder().setRequestId(TestLane.newId()).setItem(item).build())
        .getCode();
  }

  private GetItemResponse get(String code) {
    return items(office).getItem(GetItemRequest.newBuilder().setCode(code).build());
  }

  private UpdateItemRequest update(GetItemResponse read, Item.Builder item, String... fields) {
    return UpdateItemRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setItem(item)
        .setFields(FieldMask.newBuilder().addAllPaths(List.of(fields)))
        .setEtag(read.getEtag())
        .build();
  }

  private static String refused(Supplier<?> act) {
    return TestLane.outcome(act);
  }

  private static Map<String, String> facts(Supplier<?> act) {
    StatusRuntimeException refusal = catchThrowableOfType(StatusRuntimeException.class, act::get);
    return TestLane.facts(refusal);
  }

  @Test
  void aNewItemIsSoldAtOnce() throws SQLException {
    String code = create(goods("", "KOPI-BARU"));

    assertThat(Integer.parseInt(code)).isPositive();
    assertThat(lane.scan("KOPI-BARU").getBasket().getTotals().getTotalMinor()).isEqualTo(2_000_00);
    GetItemResponse read = get("KOPI-BARU");
    assertThat(read.getItem().getCode()).isEqualTo(code);
    assertThat(read.getItem().getUnits(0).getPriceMinor()).isEqualTo(2_000_00);
    assertThat(read.getFactorsFixed()).isFalse();
    assertThat(read.getStockList()).isNotEmpty();
  }

  @Test
  void aPackIsScannedUnderItsNewBarcodeAndNotUnderTheOldOne() throws SQLException {
    String code = create(goods(code(), "TUNGGAL-1"));
    GetItemResponse read = get(code);

    items(office)
        .updateItem(
            update(
                read,
                goods(code, "TUNGGAL-2")
                    .addUnits(
                        ItemUnit.newBuilder()
                            .setName("dus")
                            .setFactorMilli(24_000)
                            .addBarcodes("DUS-2")
                            .setPriceMinor(45_000_00)),
                "units"));

    assertThat(lane.scan("DUS-2").getBasket().getTotals().getTotalMinor()).isEqualTo(45_000_00);
    assertThat(refused(() -> lane.scan("TUNGGAL-1"))).isEqualTo("ITEM_UNKNOWN");
    assertThat(get(code).getItem().getUnits(1).getBarcodesList()).containsExactly("DUS-2");
  }

  @Test
  void onlyTheNamedFieldsChangeAndEachHasItsRecord() throws SQLException {
    String code = create(goods(code()));
    GetItemResponse read = get(code);
    Item.Builder wanted =
        goods(code).setName("Kopi tubruk").setCategory("Minuman").setBlockedReason("ditarik");

    UpdateItemResponse updated =
        items(office).updateItem(update(read, wanted, "name", "blocked_reason"));

    Item now = get(code).getItem();
    assertThat(now.getName()).isEqualTo("Kopi tubruk");
    assertThat(now.getCategory()).isEmpty();
    assertThat(get(code).getEtag()).isEqualTo(updated.getEtag());
    assertThat(refused(() -> lane.scan(code))).isEqualTo("ITEM_BLOCKED");
    List<ItemChange> changes = history(code);
    assertThat(changes)
        .extracting(ItemChange::getField)
        .containsExactlyInAnyOrder(
            ItemField.ITEM_FIELD_NAME,
            ItemField.ITEM_FIELD_BLOCKED,
            ItemField.ITEM_FIELD_CREATED,
            ItemField.ITEM_FIELD_UNIT,
            ItemField.ITEM_FIELD_PRICE);
    assertThat(changes)
        .filteredOn(change -> change.getField() == ItemField.ITEM_FIELD_NAME)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getBefore()).isEqualTo("Kopi bubuk " + code);
              assertThat(change.getAfter()).isEqualTo("Kopi tubruk");
              assertThat(change.getOperatorNumber()).isEqualTo(office.operator());
              assertThat(change.getTerminal()).isEqualTo(office.terminal());
            });
  }

  @Test
  void anItemThatAsksForItsDateAsksAtTheNextDelivery() throws SQLException {
    store.server().setup().addSupplier("PT-SUSU", "PT Susu");
    String asking = create(goods(code()).setAsksExpiry(true));
    String asked = create(goods(code()));

    UpdateItemResponse updated =
        items(office)
            .updateItem(update(get(asked), goods(asked).setAsksExpiry(true), "asks_expiry"));

    try (Desk desk = new Desk(store, "BUYER")) {
      desk.begin("PT-SUSU");
      assertThat(desk.line(desk.scan(asking).getLineId()).getAsksExpiry()).isTrue();
      assertThat(desk.line(desk.scan(asked).getLineId()).getAsksExpiry()).isTrue();
    }
    assertThat(get(asked).getEtag()).isEqualTo(updated.getEtag());
    assertThat(get(asked).getItem().getAsksExpiry()).isTrue();
    assertThat(history(asked))
        .filteredOn(change -> change.getField() == ItemField.ITEM_FIELD_ASKS_EXPIRY)
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.getBefore()).isEqualTo("N");
              assertThat(change.getAfter()).isEqualTo("Y");
            });
  }

  private List<ItemChange> history(String code) {
    return items(office)
        .listItemHistory(ListItemHistoryRequest.newBuilder().setItemCode(code).build())
        .getChangesList();
  }

  @Test
  void aPriceIsInTheHistoryWithItsUnitAndMoment() throws SQLException {
    String code = create(goods(code()));
    office
        .catalog()
        .setPrice(
            SetPriceRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setItemCode(code)
                .setPriceMinor(2_500_00)
                .build());

    ItemChange newest = history(code).get(0);

    assertThat(newest.getField()).isEqualTo(ItemField.ITEM_FIELD_PRICE);
    assertThat(newest.getUnit()).isEqualTo("pcs");
    assertThat(newest.getBefore()).isEqualTo("200000");
    assertThat(newest.getAfter()).isEqualTo("250000");
    assertThat(newest.getEffectiveAtMs()).isPositive();
    assertThat(
            items(office)
                .listItemHistory(
                    ListItemHistoryRequest.newBuilder().setItemCode(code).setPageSize(1).build())
                .getPricesList())
        .hasSize(2);
  }

  @Test
  void ofTwoMachinesThatEditOneItemTheSecondIsTold() throws SQLException {
    String code = create(goods(code()));
    GetItemResponse read = get(code);
    items(office).updateItem(update(read, goods(code).setName("Pertama"), "name"));

    assertThat(
            refused(
                () -> items(office).updateItem(update(read, goods(code).setName("Kedua"), "name"))))
        .isEqualTo("ITEM_CHANGED");
    assertThat(get(code).getItem().getName()).isEqualTo("Pertama");
  }

  @Test
  void anUpdateSentTwiceIsMadeOnce() throws SQLException {
    String code = create(goods(code()));
    UpdateItemRequest request = update(get(code), goods(code).setName("Sekali"), "name");

    UpdateItemResponse first = items(office).updateItem(request);

    assertThat(items(office).updateItem(request)).isEqualTo(first);
    assertThat(refused(() -> items(office).updateItem(request.toBuilder().setEtag("lain").build())))
        .isEqualTo("REQUEST_REUSED");
  }

  @Test
  void aBarcodeOfAnotherItemNamesIt() throws SQLException {
    String owner = create(goods(code(), "8991234567891"));
    String code = create(goods(code()));
    GetItemResponse read = get(code);

    Supplier<?> taking =
        () -> items(office).updateItem(update(read, goods(code, "8991234567891"), "units"));

    assertThat(refused(taking)).isEqualTo("BARCODE_TAKEN");
    assertThat(facts(taking))
        .containsEntry("itemCode", owner)
        .containsEntry("item", "Kopi bubuk " + owner);
    assertThat(
            refused(
                () ->
                    items(office)
                        .updateItem(
                            update(
                                read,
                                goods(code, "SAMA")
                                    .addUnits(
                                        ItemUnit.newBuilder()
                                            .setName("dus")
                                            .setFactorMilli(2_000)
                                            .addBarcodes("SAMA")),
                                "units"))))
        .isEqualTo("BARCODE_TAKEN");
  }

  @Test
  void aWrongCheckDigitIsRefusedWithTheRightOne() throws SQLException {
    String code = create(goods(code()));
    GetItemResponse read = get(code);

    assertThat(
            facts(
                () ->
                    items(office).updateItem(update(read, goods(code, "8991234567890"), "units"))))
        .containsEntry("barcode", "8991234567890")
        .containsEntry("checkDigit", "1");
  }

  @Test
  void aFactorIsFixedOnceStockHasMoved() throws SQLException {
    String code =
        create(
            goods(code(), "SATUAN")
                .addUnits(ItemUnit.newBuilder().setName("dus").setFactorMilli(12_000)));
    Item.Builder wanted =
        goods(code, "SATUAN")
            .addUnits(ItemUnit.newBuilder().setNumber(1).setName("karton").setFactorMilli(10_000));
    items(office).updateItem(update(get(code), wanted, "units"));
    receive(code, 5_000, 1_000_00);

    wanted.getUnitsBuilder(1).setFactorMilli(20_000);

    assertThat(get(code).getFactorsFixed()).isTrue();
    assertThat(refused(() -> items(office).updateItem(update(get(code), wanted, "units"))))
        .isEqualTo("UNIT_IN_USE");
    assertThat(get(code).getItem().getUnits(1).getName()).isEqualTo("karton");
  }

  private void receive(String code, long quantityMilli, long costMinor) {
    store.sql(
        "INSERT IGNORE INTO supplier (supplier_id, store_id, code, name)"
            + " VALUES (9001, 1, 'PT-ITEM', 'PT Item')");
    office.receive(
        PostGoodsReceiptRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setSupplier("PT-ITEM")
            .setDeliveryNote("SJ")
            .addLines(
                GoodsReceiptLine.newBuilder()
                    .setCode(code)
                    .setQuantityMilli(quantityMilli)
                    .setCostMinor(costMinor))
            .build());
  }

  @Test
  void whatCannotBeIsRefused() throws SQLException {
    String code = create(goods(code()));
    GetItemResponse read = get(code);
    Item.Builder right = goods(code);

    assertThat(refusedCreate(goods(code))).isEqualTo("ITEM_EXISTS");
    assertThat(refusedCreate(goods(code()).setName(" "))).isEqualTo("NAME_NEEDED");
    assertThat(refusedCreate(goods(code()).setDepartment("TIDAK-ADA")))
        .isEqualTo("DEPARTMENT_UNKNOWN");
    assertThat(refusedCreate(goods(code()).setTaxClass("TIDAK-ADA")))
        .isEqualTo("TAX_CLASS_UNKNOWN");
    assertThat(refusedCreate(goods(code()).clearUnits())).isEqualTo("UNIT_INVALID");
    assertThat(refusedCreate(goods(code()).setUnits(0, base().setFactorMilli(2_000))))
        .isEqualTo("UNIT_INVALID");
    assertThat(
            refusedCreate(
                goods(code()).addUnits(ItemUnit.newBuilder().setName("PCS").setFactorMilli(5))))
        .isEqualTo("UNIT_INVALID");
    assertThat(refusedCreate(goods(code()).setUnits(0, base().setPriceMinor(-1))))
        .isEqualTo("AMOUNT_INVALID");
    assertThat(refusedCreate(goods(code()).setKindValue(3))).isEqualTo("KIND_INVALID");
    assertThat(refused(() -> items(office).updateItem(update(read, right, "code"))))
        .isEqualTo("FIELD_UNKNOWN");
    assertThat(
            refused(
                () ->
                    items(office)
                        .updateItem(
                            update(
                                read,
                                goods(code)
                                    .addUnits(
                                        ItemUnit.newBuilder()
                                            .setNumber(7)
                                            .setName("dus")
                                            .setFactorMilli(2_000)),
                                "units"))))
        .isEqualTo("UNIT_UNKNOWN");
    assertThat(refused(() -> get("TIDAK-ADA"))).isEqualTo("ITEM_UNKNOWN");
    assertThat(get(code)).isEqualTo(read);
  }

  private String refusedCreate(Item.Builder item) {
    return refused(
        () ->
            items(office)
                .createItem(
                    CreateItemRequest.newBuilder()
                        .setRequestId(TestLane.newId())
                        .setItem(item)
                        .build()));
  }

  @Test
  void whoMaySetNoPricesMakesItemsWithoutOne() throws SQLException {
    store.item(1_00);
    try (TestLane keeper = store.lane(store.role(List.of("catalog.write", "till.shift"), ""))) {
      Item.Builder priced = goods(code());
      Supplier<?> making =
          () ->
              items(keeper)
                  .createItem(
                      CreateItemRequest.newBuilder()
                          .setRequestId(TestLane.newId())
                          .setItem(priced)
                          .build());
      assertThat(refused(making)).isEqualTo("PERMISSION_MISSING");
      priced.setUnits(0, base());
      assertThat(refused(making)).isEqualTo("answered");
    }
  }

  @Test
  void theListTellsSinceWhenAPriceIsChargedAndNotOfOneToCome() throws SQLException {
    String code = store.item(4_000_00);
    String without = store.itemWithoutPrice();
    long before = listed(code).getPricedAtMs();
    assertThat(before).isPositive();
    assertThat(listed(without).getPricedAtMs()).isZero();

    price(code, 4_500_00, 0);
    long now = listed(code).getPricedAtMs();
    price(code, 5_000_00, System.currentTimeMillis() + 86_400_000);

    assertThat(now).isGreaterThan(before);
    assertThat(listed(code).getPricedAtMs()).isEqualTo(now);
  }

  private ItemSummary listed(String code) {
    return items(office)
        .listItems(ListItemsRequest.newBuilder().setQuery(code).build())
        .getItemsList()
        .stream()
        .filter(one -> one.getCode().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private void price(String code, long priceMinor, long fromMs) {
    var unused =
        CatalogServiceGrpc.newBlockingStub(office.channel())
            .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(office.headers()))
            .setPrice(
                SetPriceRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setItemCode(code)
                    .setPriceMinor(priceMinor)
                    .setEffectiveAtMs(fromMs)
                    .build());
  }

  @Test
  void theListIsWholePageByPageAndKnowsItsFilters() throws SQLException {
    String mark = "Zzz" + code();
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      codes.add(create(goods(code()).setName(mark + " sama").setCategory(mark)));
    }
    items(office)
        .updateItem(
            update(get(codes.get(3)), goods(codes.get(3)).setBlockedReason("x"), "blocked_reason"));

    ListItemsRequest.Builder asked =
        ListItemsRequest.newBuilder().setQuery(mark).setCategory(mark).setPageSize(3);
    List<String> seen = new ArrayList<>();
    ListItemsResponse page;
    do {
      page = items(office).listItems(asked.build());
      page.getItemsList().stream().map(ItemSummary::getCode).forEach(seen::add);
      asked.setPageToken(page.getNextPageToken());
      if (seen.size() == 3) {
        assertThat(page.getTotalCount()).isEqualTo(7);
      }
    } while (!page.getNextPageToken().isEmpty());

    assertThat(seen).containsExactlyElementsOf(codes);
    assertThat(
            items(office)
                .listItems(
                    ListItemsRequest.newBuilder()
                        .setQuery(mark)
                        .setState(ItemState.ITEM_STATE_BLOCKED)
                        .build())
                .getItemsList())
        .extracting(ItemSummary::getCode)
        .containsExactly(codes.get(3));
    assertThat(
            refused(
                () -> items(office).listItems(asked.setQuery("lain").setPageToken("eA").build())))
        .isEqualTo("PAGE_INVALID");
    assertThat(
            office
                .catalog()
                .listDepartments(ListDepartmentsRequest.getDefaultInstance())
                .getCategoriesList())
        .contains(mark);
  }

  @Test
  void aPriceChangeIsShownFirstAndThenMadeWholeOrNotAtAll() throws SQLException {
    String one = create(goods(code()));
    String other = create(goods(code()));
    List<PriceLine> lines =
        preview(office, PriceRule.newBuilder().setPercentMicro(100_000), one, other);
    assertThat(lines).extracting(PriceLine::getPriceMinor).containsExactly(2_200_00L, 2_200_00L);
    ApplyPriceChangeRequest.Builder apply =
        ApplyPriceChangeRequest.newBuilder().setRequestId(TestLane.newId());
    lines.forEach(
        line ->
            apply.addPrices(
                NewPrice.newBuilder()
                    .setItemCode(line.getItemCode())
                    .setUnit(line.getUnit())
                    .setBeforeMinor(line.getBeforeMinor())
                    .setPriceMinor(line.getPriceMinor())));
    ApplyPriceChangeRequest stale =
        apply.clone().setPrices(1, apply.getPrices(1).toBuilder().setBeforeMinor(1)).build();
    assertThat(refused(() -> items(office).applyPriceChange(stale))).isEqualTo("PRICE_MOVED");
    assertThat(get(one).getItem().getUnits(0).getPriceMinor()).isEqualTo(2_000_00);

    assertThat(items(office).applyPriceChange(apply.build()).getPriceCount()).isEqualTo(2);

    assertThat(get(one).getItem().getUnits(0).getPriceMinor()).isEqualTo(2_200_00);
    assertThat(get(other).getItem().getUnits(0).getPriceMinor()).isEqualTo(2_200_00);
    assertThat(history(other).get(0).getAfter()).isEqualTo("220000");
    apply.setRequestId(TestLane.newId()).clearPrices();
    assertThat(refused(() -> items(office).applyPriceChange(apply.build())))
        .isEqualTo("LINES_TOO_MANY");
  }

  @Test
  void theLevelPricesOfASelectionComeOfRetailOrOfTheirOwnAndAreSetAsShownOrNotAtAll()
      throws SQLException {
    String one = create(goods(code(), "LEVELED-1"));
    String other = create(goods(code(), "LEVELED-2"));
    LevelActs.level(office, "BORONG", "Borongan");
    List<PriceLine> shown = atLevel(percent(-100_000), true, one, other);
    assertThat(shown).noneMatch(PriceLine::hasBeforeMinor);
    assertThat(shown.get(0).getPriceMinor()).isEqualTo(1_800_00);

    assertThat(set("BORONG", shown).getPriceCount()).isEqualTo(shown.size());

    assertThat(levelPrices(one)).containsExactly(1_800_00L);
    assertThat(levelPrices(other)).containsExactly(1_800_00L);
    assertThat(preview(office, percent(0), one).get(0).getBeforeMinor())
        .as("retail stays")
        .isEqualTo(2_000_00);
    List<PriceLine> dearer = atLevel(percent(500_000), false, one, other);
    assertThat(dearer).extracting(PriceLine::getBeforeMinor).containsOnly(1_800_00L);
    assertThat(dearer).extracting(PriceLine::getPriceMinor).containsOnly(2_700_00L);
    LevelActs.price(office, other, "BORONG", 1_700_00);
    assertThat(refused(() -> set("BORONG", dearer))).isEqualTo("PRICE_MOVED");
    assertThat(levelPrices(one)).as("all or none").containsExactly(1_800_00L);
    assertThat(refused(() -> set("NONE", dearer))).isEqualTo("PRICE_LEVEL_UNKNOWN");
  }

  private static PriceRule.Builder percent(long micro) {
    return PriceRule.newBuilder().setPercentMicro(micro);
  }

  private List<PriceLine> atLevel(PriceRule.Builder rule, boolean ofRetail, String... codes) {
    return items(office)
        .previewPriceChange(
            PreviewPriceChangeRequest.newBuilder()
                .addAllItemCodes(List.of(codes))
                .setRule(rule)
                .setPriceLevel("BORONG")
                .setOfRetail(ofRetail)
                .build())
        .getLinesList();
  }

  private ApplyPriceChangeResponse set(String level, List<PriceLine> lines) {
    ApplyPriceChangeRequest.Builder request =
        ApplyPriceChangeRequest.newBuilder().setRequestId(TestLane.newId()).setPriceLevel(level);
    for (PriceLine line : lines) {
      NewPrice.Builder price =
          NewPrice.newBuilder()
              .setItemCode(line.getItemCode())
              .setUnit(line.getUnit())
              .setPriceMinor(line.getPriceMinor());
      request.addPrices(
          line.hasBeforeMinor() ? price.setBeforeMinor(line.getBeforeMinor()) : price);
    }
    return items(office).applyPriceChange(request.build());
  }

  private List<Long> levelPrices(String code) {
    return LevelActs.levels(office)
        .listLevelPrices(ListLevelPricesRequest.newBuilder().setItemCode(code).build())
        .getPricesList()
        .stream()
        .filter(price -> price.getUnit().equals("pcs"))
        .map(LevelPrice::getPriceMinor)
        .toList();
  }

  private static List<PriceLine> preview(TestLane who, PriceRule.Builder rule, String... codes) {
    return items(who)
        .previewPriceChange(
            PreviewPriceChangeRequest.newBuilder()
                .addAllItemCodes(List.of(codes))
                .setRule(rule)
                .build())
        .getLinesList();
  }

  @Test
  void aMarginIsReckonedFromTheCostAndToldToNobodyWhoMayNotSeeIt() throws SQLException {
    String code = create(goods(code(), "MARGIN-1"));
    PriceRule.Builder margin = PriceRule.newBuilder().setMarginMicro(200_000).setStepMinor(100_00);
    assertThat(preview(office, margin, code).get(0).getProblem())
        .isEqualTo(PriceProblem.PRICE_PROBLEM_NO_COST);
    receive(code, 10_000, 10_000_00); // 1,000 each

    PriceLine line = preview(office, margin, code).get(0);

    assertThat(line.getCostMinor()).isEqualTo(1_000_00);
    assertThat(line.getPriceMinor() % 100_00).isZero();
    assertThat(line.getMarginMicro()).isBetween(150_000L, 250_000L);
    try (TestLane blind = store.lane(store.role(List.of("catalog.price", "till.shift"), ""))) {
      assertThat(refused(() -> preview(blind, margin, code))).isEqualTo("PERMISSION_MISSING");
      PriceLine seen = preview(blind, PriceRule.newBuilder().setAmountMinor(500_00), code).get(0);
      assertThat(seen.getPriceMinor()).isEqualTo(2_500_00);
      assertThat(seen.hasCostMinor()).isFalse();
      assertThat(seen.hasMarginMicro()).isFalse();
    }
  }

  @Test
  void aFileIsSentInPiecesTriedAndThenBroughtInOnce() throws SQLException {
    String code = code();
    String upload =
        upload("kode,nama,departemen,kelas_pajak,harga\n" + code + ",Teh,UMUM,BIASA,\"1.500\"\n");
    ImportRules rules = ImportRules.newBuilder().setIndonesianNumbers(true).build();

    TryCatalogImportResponse tried = tried(upload, rules);

    assertThat(tried.getProblemsList()).isEmpty();
    assertThat(tried.getCounts().getNewItems()).isEqualTo(1);
    assertThat(refused(() -> get(code))).isEqualTo("ITEM_UNKNOWN");
    ImportCatalogRequest bring =
        ImportCatalogRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setUploadId(upload)
            .setParts(2)
            .setRules(rules)
            .setFileName("barang.csv")
            .build();
    assertThat(items(office).importCatalog(bring).getCounts().getNewItems()).isEqualTo(1);
    assertThat(items(office).importCatalog(bring).getCounts().getNewItems()).isEqualTo(1);
    assertThat(get(code).getItem().getUnits(0).getPriceMinor()).isEqualTo(1_500_00);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'CATALOG_IMPORTED'"
                    + " AND reason = 'barang.csv' AND operator_id IS NOT NULL"))
        .isOne();
  }

  @Test
  void whatAFileChangesOfAnItemIsInItsHistory() throws SQLException {
    String code = create(goods(code()));
    String upload = upload("kode,nama,harga\n" + code + ",Kopi luwak,3000\n");

    items(office)
        .importCatalog(
            ImportCatalogRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setUploadId(upload)
                .setParts(2)
                .setFileName("ubah.csv")
                .build());

    assertThat(history(code))
        .filteredOn(change -> change.getField() == ItemField.ITEM_FIELD_NAME)
        .extracting(ItemChange::getAfter)
        .containsExactly("Kopi luwak");
    assertThat(history(code))
        .filteredOn(change -> change.getField() == ItemField.ITEM_FIELD_PRICE)
        .extracting(ItemChange::getAfter)
        .containsExactlyInAnyOrder("300000", "200000");
  }

  @Test
  void aFileWithProblemsTellsThemAndChangesNothing() {
    String code = code();
    String upload = upload("kode,nama,departemen,kelas_pajak\n" + code + ",,UMUM,BIASA\n");

    assertThat(tried(upload, ImportRules.getDefaultInstance()).getProblemsList())
        .extracting(ImportProblem::getLine, ImportProblem::getCode)
        .containsExactly(tuple(2L, "EMPTY"));
    ImportCatalogRequest.Builder bring =
        ImportCatalogRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setUploadId(upload)
            .setParts(2);
    assertThat(refused(() -> items(office).importCatalog(bring.build())))
        .isEqualTo("FILE_HAS_PROBLEMS");
    assertThat(refused(() -> items(office).importCatalog(bring.setParts(3).build())))
        .isEqualTo("UPLOAD_INVALID");
    String odd = upload("a,b\n1,2\n");
    assertThat(refused(() -> tried(odd, ImportRules.getDefaultInstance())))
        .isEqualTo("FILE_UNREADABLE");
    assertThat(refused(() -> tried(upload, ImportRules.getDefaultInstance())))
        .as("another file of this machine took its place")
        .isEqualTo("UPLOAD_INVALID");
  }

  /** Sends a text in two pieces. */
  private String upload(String text) {
    String id = TestLane.newId();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int part = 1; part <= 2; part++) {
      int from = part == 1 ? 0 : bytes.length / 2;
      int to = part == 1 ? bytes.length / 2 : bytes.length;
      items(office)
          .uploadCatalogPart(
              UploadCatalogPartRequest.newBuilder()
                  .setUploadId(id)
                  .setPart(part)
                  .setContent(ByteString.copyFrom(bytes, from, to - from))
                  .build());
    }
    return id;
  }

  private TryCatalogImportResponse tried(String upload, ImportRules rules) {
    return items(office)
        .tryCatalogImport(
            TryCatalogImportRequest.newBuilder()
                .setUploadId(upload)
                .setParts(2)
                .setRules(rules)
                .build());
  }
}
