package id.lajur.server.store;

import static id.lajur.server.store.TestLane.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.purchasing.v1.ChangeDraftRequest;
import id.lajur.purchasing.v1.ChangeLineRequest;
import id.lajur.purchasing.v1.CreateDraftRequest;
import id.lajur.purchasing.v1.DiscardDraftRequest;
import id.lajur.purchasing.v1.Draft;
import id.lajur.purchasing.v1.DraftLine;
import id.lajur.purchasing.v1.DraftState;
import id.lajur.purchasing.v1.DraftView;
import id.lajur.purchasing.v1.GetDraftRequest;
import id.lajur.purchasing.v1.ListDraftsRequest;
import id.lajur.purchasing.v1.PostDraftRequest;
import id.lajur.purchasing.v1.PostDraftResponse;
import id.lajur.purchasing.v1.RemoveLineRequest;
import id.lajur.purchasing.v1.ScanLineRequest;
import id.lajur.purchasing.v1.ScanLineResponse;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.catalog.SaleItem;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deliveries while they are received: drafts that two back PCs share, posted once. */
@Timeout(120)
class ReceivingDraftTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String SUPPLIER = "PT-TERIMA";
  private static final AtomicInteger packs = new AtomicInteger();

  private final Desk desk = new Desk(store, "BUYER");

  @BeforeAll
  static void aSupplier() {
    store.server().setup().addSupplier(SUPPLIER, "PT Sumber Pangan Nusantara");
    store.sql("UPDATE supplier SET terms_days = 30 WHERE code = '" + SUPPLIER + "'");
  }

  @AfterEach
  void leave() {
    desk.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** An item in pieces and in cartons, each with a code: the piece's, and the carton's. */
  private static String packed(long perCarton, String taxClass) throws SQLException {
    String code = "DUS" + packs.incrementAndGet();
    store
        .server()
        .catalog()
        .write(
            List.of(
                new NewItem(
                    code,
                    "Mi Goreng " + code,
                    "UMUM",
                    "",
                    SaleItem.Kind.GOODS,
                    null,
                    taxClass,
                    false,
                    SaleItem.StockPolicy.ALLOW,
                    null,
                    List.of(
                        new NewItem.Unit("pcs", 1000, 3_250_00L, List.of(code)),
                        new NewItem.Unit("dus", perCarton * 1000, null, List.of(carton(code)))))),
            Clock.systemUTC().instant());
    return code;
  }

  private static String carton(String code) {
    return code + "-K";
  }

  @Test
  void aScanAddsAPackAndTheNextCountsUp() throws SQLException {
    String item = packed(40, "BIASA");
    Draft draft = desk.begin(SUPPLIER);

    ScanLineResponse first = desk.scan(carton(item));
    ScanLineResponse second = desk.scan(carton(item));
    ScanLineResponse piece = desk.scan(item);

    assertThat(first.getLineId()).isEqualTo(second.getLineId()).isNotEqualTo(piece.getLineId());
    assertThat(first.getAddedMilli()).isEqualTo(1_000);
    DraftLine line = desk.line(first.getLineId());
    assertThat(line.getUnit()).isEqualTo("dus");
    assertThat(line.getFactorMilli()).isEqualTo(40_000);
    assertThat(line.getBaseUnit()).isEqualTo("pcs");
    assertThat(line.getQuantityMilli()).isEqualTo(2_000);
    assertThat(desk.view().getDraft().getQuantityMilli()).isEqualTo(81_000);
    assertThat(desk.view().getDraft().getVersion()).isEqualTo(draft.getVersion() + 3);
    assertThat(second.getView().getLinesList()).hasSize(1);
  }

  @Test
  void theSumsAreTheOnesOnTheSuppliersInvoice() throws SQLException {
    String oil = packed(6, "BIASA");
    String sugar = packed(20, "BEBAS");
    String sauce = packed(12, "BIASA");
    String tea = packed(48, "BIASA");
    desk.begin(SUPPLIER);

    desk.receive(carton(oil), 20_000, 198_000_00);
    desk.change(
        desk.receive(carton(sugar), 15_000, 312_000_00).getLineId(),
        change -> change.setDiscount("2"));
    DraftLine sauceLine =
        desk.change(
            desk.receive(carton(sauce), 8_000, 240_000_00).getLineId(),
            change -> change.setDiscount("10+5+2"));
    DraftLine teaLine =
        desk.change(
            desk.receive(carton(tea), 4_000, 384_000_00).getLineId(),
            change -> change.setDiscount("5").setBonusMilli(1_000));

    assertThat(sauceLine.getDiscount()).isEqualTo("10+5+2");
    assertThat(sauceLine.getCostMinor()).isEqualTo(1_608_768_00);
    assertThat(sauceLine.getUnitCostMinor()).isEqualTo(16_758_00);
    assertThat(teaLine.getCostMinor()).isEqualTo(1_459_200_00);
    assertThat(teaLine.getUnitCostMinor()).isEqualTo(6_080_00);
    Draft draft = desk.view().getDraft();
    long taxed = 3_960_000_00 + 1_608_768_00 + 1_459_200_00;
    assertThat(draft.getNetCostMinor()).isEqualTo(taxed + 4_586_400_00);
    assertThat(draft.getTaxMinor()).isEqualTo(773_076_00); // 11 % of 7,027,968, half up
    assertThat(draft.getTotalCostMinor()).isEqualTo(draft.getNetCostMinor() + draft.getTaxMinor());
    assertThat(draft.getDueOn())
        .isEqualTo(LocalDate.parse(draft.getDeliveredOn()).plusDays(30).toString());
  }

  @Test
  void aSupplierWhoChargesNoTaxHasNoneOnHisDeliveries() throws SQLException {
    store.server().setup().addSupplier("TANI", "Kelompok Tani");
    store.sql("UPDATE supplier SET charges_tax = FALSE WHERE code = 'TANI'");
    String item = packed(10, "BIASA");
    desk.begin("TANI");

    desk.receive(carton(item), 3_000, 100_000_00);

    assertThat(desk.view().getDraft().getTaxMinor()).isZero();
    assertThat(desk.view().getDraft().getTotalCostMinor()).isEqualTo(300_000_00);
  }

  @Test
  void toAShopThatIsNotRegisteredTheTaxOfTheSupplierIsCost() throws SQLException {
    String oil = packed(6, "BIASA");
    String sugar = packed(20, "BEBAS");
    store.sql(
        "INSERT INTO store_setting (store_id, name, effective_at, value)"
            + " VALUES (1, 'tax.registered', '2001-01-01', 'NO')");
    store.sql("UPDATE store SET rules_version = rules_version + 1");
    try {
      desk.begin(SUPPLIER);
      DraftLine taxed = desk.receive(carton(oil), 10_000, 100_000_00);
      DraftLine free = desk.receive(carton(sugar), 10_000, 100_000_00);

      assertThat(taxed.getCostMinor()).isEqualTo(1_110_000_00);
      assertThat(taxed.getUnitCostMinor()).isEqualTo(18_500_00);
      assertThat(free.getCostMinor()).isEqualTo(1_000_000_00);
      Draft draft = desk.view().getDraft();
      assertThat(draft.getTaxMinor()).isZero();
      assertThat(draft.getNetCostMinor()).isEqualTo(2_110_000_00);
      assertThat(desk.post().getValueMinor()).isEqualTo(2_110_000_00);
    } finally {
      store.sql("DELETE FROM store_setting WHERE name = 'tax.registered'");
      store.sql("UPDATE store SET rules_version = rules_version + 1");
    }
  }

  @Test
  void whatIsPostedIsInStockAtOnceAndInTheBooksAtItsNetCost() throws SQLException {
    String item = packed(40, "BIASA");
    Draft draft = desk.begin(SUPPLIER);
    DraftLine line = desk.receive(carton(item), 10_000, 108_000_00);
    desk.change(line.getLineId(), change -> change.setDiscount("5+2").setBonusMilli(1_000));

    PostDraftResponse posted = desk.post();

    assertThat(posted.getNumber()).isEqualTo(draft.getNumber()).matches("PB-\\d{4}-\\d{4,}");
    assertThat(posted.getValueMinor()).isEqualTo(1_005_480_00);
    try (TestLane lane = store.lane()) {
      assertThat(
              lane.catalog()
                  .checkPrice(CheckPriceRequest.newBuilder().setCode(item).build())
                  .getOffer()
                  .getStockMilli())
          .isEqualTo(440_000);
    }
    assertThat(
            store.number(
                "SELECT value_minor FROM stock_balance JOIN item USING (item_id) WHERE code = '"
                    + item
                    + "'"))
        .isEqualTo(1_005_480_00);
    assertThat(
            store.numbers(
                "SELECT SUM(j.amount_minor) FROM journal_line j JOIN goods_receipt g USING"
                    + " (posting_id) WHERE g.number = '"
                    + posted.getNumber()
                    + "' GROUP BY j.account ORDER BY j.account"))
        .containsExactly(1_005_480_00L, -1_005_480_00L); // 1141 and 2102; the tax waits
    assertThat(
            store.number(
                "SELECT tax_minor FROM goods_receipt WHERE number = '" + posted.getNumber() + "'"))
        .isEqualTo(110_603_00);
  }

  @Test
  void aDraftIsPostedOnceAndNeverChangedAfter() throws SQLException {
    String item = packed(10, "BIASA");
    desk.begin(SUPPLIER);
    DraftLine line = desk.receive(carton(item), 1_000, 10_000_00);
    PostDraftRequest request = desk.postRequest();
    PostDraftResponse posted = desk.receiving().postDraft(request);
    DraftView after = desk.view();

    assertThat(desk.receiving().postDraft(request)).isEqualTo(posted);
    assertThat(after.getDraft().getState()).isEqualTo(DraftState.DRAFT_STATE_POSTED);
    assertThat(
            Stream.<Object>of(
                outcome(() -> desk.receiving().postDraft(desk.postRequest())),
                outcome(() -> desk.scan(item)),
                outcome(
                    () ->
                        desk.receiving()
                            .changeLine(
                                desk.changeRequest(line, change -> change.setQuantityMilli(9)))),
                outcome(() -> desk.receiving().removeLine(remove(line))),
                outcome(() -> desk.receiving().discardDraft(discard(after.getDraft()))),
                outcome(() -> desk.receiving().changeDraft(head(after.getDraft(), SUPPLIER)))))
        .containsOnly("DRAFT_CLOSED");
    assertThat(desk.view()).isEqualTo(after);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM goods_receipt WHERE number = '" + posted.getNumber() + "'"))
        .isEqualTo(1);
  }

  @Test
  void twoPcsPostOneDeliveryAlsoAtTheSameMoment() throws Exception {
    String item = packed(10, "BIASA");
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Desk other = new Desk(store, "WAREHOUSE")) {
      for (int round = 0; round < 10; round++) {
        Draft draft = desk.begin(SUPPLIER);
        desk.receive(carton(item), 1_000, 10_000_00);
        other.resume(draft);
        PostDraftRequest mine = desk.postRequest();
        PostDraftRequest theirs = other.postRequest();

        Future<String> first =
            threads.submit(() -> outcome(() -> desk.receiving().postDraft(mine)));
        Future<String> second =
            threads.submit(() -> outcome(() -> other.receiving().postDraft(theirs)));

        assertThat(List.of(first.get(), second.get()))
            .containsExactlyInAnyOrder("answered", "DRAFT_CLOSED");
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(stock(item)).isEqualTo(100_000);
  }

  @Test
  void twoPcsDoNotOverwriteEachOtherButTheirScansAddUp() throws SQLException {
    String item = packed(10, "BIASA");
    Draft draft = desk.begin(SUPPLIER);
    DraftLine line = desk.receive(carton(item), 1_000, 10_000_00);
    try (Desk other = new Desk(store, "WAREHOUSE")) {
      other.resume(draft);
      ChangeLineRequest mine = desk.changeRequest(line, change -> change.setBonusMilli(1_000));
      PostDraftRequest posting = desk.postRequest();

      other.change(line.getLineId(), change -> change.setQuantityMilli(5_000));
      other.scan(carton(item));

      assertThat(outcome(() -> desk.receiving().changeLine(mine))).isEqualTo("DRAFT_CHANGED");
      assertThat(outcome(() -> desk.receiving().removeLine(remove(line))))
          .isEqualTo("DRAFT_CHANGED");
      assertThat(outcome(() -> desk.receiving().postDraft(posting))).isEqualTo("DRAFT_CHANGED");
      assertThat(outcome(() -> desk.receiving().discardDraft(discard(draft))))
          .isEqualTo("DRAFT_CHANGED");
      assertThat(outcome(() -> desk.receiving().changeDraft(head(draft, SUPPLIER))))
          .isEqualTo("DRAFT_CHANGED");
      desk.scan(carton(item));
      assertThat(desk.line(line.getLineId()).getQuantityMilli()).isEqualTo(7_000);
      assertThat(desk.line(line.getLineId()).getBonusMilli()).isZero();
      assertThat(desk.view().getDraft().getChangedBy()).isNotEmpty();
    }
  }

  @Test
  void twentyScansOfTwoPcsAtOnceAreTwentyPacks() throws Exception {
    String item = packed(10, "BIASA");
    Draft draft = desk.begin(SUPPLIER);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Desk other = new Desk(store, "WAREHOUSE")) {
      other.resume(draft);
      List<Future<?>> all = new ArrayList<>();
      for (Desk one : List.of(desk, other)) {
        all.add(threads.submit(() -> IntStream.range(0, 10).forEach(i -> one.scan(carton(item)))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(desk.view().getLinesList().stream().mapToLong(DraftLine::getQuantityMilli).sum())
        .isEqualTo(20_000);
  }

  @Test
  void aScanThatIsSentAgainCountsOnceAndIsAnsweredWithTheDraftAsItIs() throws SQLException {
    String item = packed(10, "BIASA");
    desk.begin(SUPPLIER);
    ScanLineRequest request = desk.scanRequest(carton(item));
    ScanLineResponse first = desk.receiving().scanLine(request);
    desk.scan(carton(item));

    ScanLineResponse again = desk.receiving().scanLine(request);

    assertThat(again.getLineId()).isEqualTo(first.getLineId());
    assertThat(again.getAddedMilli()).isEqualTo(1_000);
    assertThat(again.getView().getLines(0).getQuantityMilli()).isEqualTo(2_000);
    assertThat(outcome(() -> desk.receiving().scanLine(request.toBuilder().setCode(item).build())))
        .isEqualTo("REQUEST_REUSED");
  }

  @Test
  void aDraftHasItsNumberFromItsBeginningAndAGivenUpOneKeepsIt() {
    Draft first = desk.begin(SUPPLIER);
    var discarded = desk.receiving().discardDraft(discard(first)).getView().getDraft();
    Draft second = desk.begin(SUPPLIER);

    assertThat(discarded.getState()).isEqualTo(DraftState.DRAFT_STATE_DISCARDED);
    assertThat(number(second)).isEqualTo(number(first) + 1);
    assertThat(listed()).contains(second.getNumber()).doesNotContain(first.getNumber());
  }

  @Test
  void draftsBegunAtTheSameMomentHaveNumbersWithoutAGap() throws Exception {
    int before = number(desk.begin(SUPPLIER));
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Integer> numbers = new ArrayList<>();
    try {
      List<Future<Integer>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        all.add(
            threads.submit(
                () -> number(desk.receiving().createDraft(create(SUPPLIER)).getView().getDraft())));
      }
      for (Future<Integer> one : all) {
        numbers.add(one.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.rangeClosed(before + 1, before + 12).boxed().collect(Collectors.toList()));
  }

  @Test
  void aRemovedLineIsToldOnceAndIsNotReceived() throws SQLException {
    String item = packed(10, "BIASA");
    desk.begin(SUPPLIER);
    DraftLine line = desk.receive(item, 3_000, 1_000_00);
    DraftLine kept = desk.receive(carton(item), 1_000, 10_000_00);
    long version = desk.view().getDraft().getVersion();

    DraftView told =
        desk.receiving().removeLine(remove(line).toBuilder().setVersion(version).build()).getView();

    assertThat(told.getLinesList()).extracting(DraftLine::getRemoved).containsExactly(true);
    assertThat(desk.view().getLinesList())
        .extracting(DraftLine::getLineId)
        .containsExactly(kept.getLineId());
    assertThat(outcome(() -> desk.receiving().removeLine(remove(line)))).isEqualTo("DRAFT_CHANGED");
    desk.post();
    assertThat(stock(item)).isEqualTo(10_000);
  }

  @Test
  void aNewLineTakesPriceAndDiscountOfTheLastPurchaseAndTellsHowItMoved() throws SQLException {
    String item = packed(40, "BIASA");
    desk.begin(SUPPLIER);
    DraftLine never = desk.receive(carton(item), 1_000, 80_000_00);
    assertThat(never.getNeverReceived()).isTrue();
    assertThat(never.hasCostChangeMicro()).isFalse();
    desk.change(never.getLineId(), change -> change.setDiscount("10"));
    desk.post();

    desk.begin(SUPPLIER);
    DraftLine again = desk.line(desk.scan(carton(item)).getLineId());
    DraftLine piece = desk.line(desk.scan(item).getLineId());
    DraftLine dearer = desk.change(again.getLineId(), change -> change.setPriceMinor(88_000_00));

    assertThat(again.getPriceMinor()).isEqualTo(80_000_00);
    assertThat(again.getDiscount()).isEqualTo("10");
    assertThat(again.getCostChangeMicro()).isZero();
    assertThat(again.getNeverReceived()).isFalse();
    assertThat(piece.getPriceMinor()).isEqualTo(1_800_00);
    assertThat(dearer.getLastUnitCostMinor()).isEqualTo(1_800_00);
    assertThat(dearer.getUnitCostMinor()).isEqualTo(1_980_00);
    assertThat(dearer.getCostChangeMicro()).isEqualTo(100_000);
  }

  @Test
  void beforeALineIsReceivedItsItemsStockPurchasesAndPriceAreKnown() throws SQLException {
    String item = packed(40, "BIASA");
    for (int delivery = 1; delivery <= 12; delivery++) {
      desk.begin(SUPPLIER);
      desk.receive(carton(item), 1_000, 80_000_00 + delivery * 400_00);
      desk.post();
    }
    desk.begin(SUPPLIER);
    DraftLine line = desk.receive(carton(item), 10_000, 91_400_00);
    desk.scan(item);

    var facts = desk.facts(line.getLineId());

    assertThat(facts.getStockMilli()).isEqualTo(480_000);
    assertThat(facts.getStockAfterMilli()).isEqualTo(881_000);
    assertThat(facts.getPurchasesList()).hasSize(10);
    assertThat(facts.getPurchases(0).getUnitCostMinor()).isEqualTo(2_120_00);
    assertThat(facts.getPurchases(0).getSupplierName()).isEqualTo("PT Sumber Pangan Nusantara");
    assertThat(facts.getPurchases(9).getUnitCostMinor()).isEqualTo(2_030_00);
    assertThat(facts.getUnitsList()).extracting("unit").containsExactly("pcs", "dus");
    assertThat(facts.getSellingPriceMinor()).isEqualTo(3_250_00);
    assertThat(facts.getMarginMicro()).isEqualTo(219_585); // 3,250 / 1.11 against 2,285
  }

  @Test
  void anotherUnitOfTheItemTakesItsPriceAlong() throws SQLException {
    String item = packed(40, "BIASA");
    desk.begin(SUPPLIER);
    DraftLine piece = desk.receive(item, 80_000, 2_000_00);

    DraftLine carton =
        desk.change(piece.getLineId(), change -> change.setUnit("dus").setQuantityMilli(2_000));

    assertThat(carton.getPriceMinor()).isEqualTo(80_000_00);
    assertThat(carton.getCostMinor()).isEqualTo(piece.getCostMinor());
    assertThat(desk.view().getDraft().getQuantityMilli()).isEqualTo(80_000);
  }

  @Test
  void aDeliveryOfManyLinesIsPostedInPartsAndItsDraftWithTheLast() throws SQLException {
    List<NewItem> items = new ArrayList<>();
    for (int i = 0; i < 230; i++) {
      items.add(NewItem.goods("LB" + i, "LB" + i, "Barang " + i, "UMUM", "BIASA", 1_00));
    }
    store.server().catalog().write(items, Clock.systemUTC().instant());
    Draft draft = desk.begin(SUPPLIER);
    for (NewItem item : items) {
      desk.scan(item.code());
    }
    store.sql(
        "UPDATE receiving_draft_line l JOIN receiving_draft d USING (draft_id) SET l.price_minor ="
            + " 10000 WHERE d.number = "
            + number(draft));

    PostDraftResponse posted = desk.post();

    assertThat(posted.getParts()).isEqualTo(2);
    assertThat(posted.getNumber()).isEqualTo(draft.getNumber());
    assertThat(desk.view().getDraft().getState()).isEqualTo(DraftState.DRAFT_STATE_POSTED);
    assertThat(stock("LB0")).isEqualTo(1_000);
    assertThat(stock("LB229")).isEqualTo(1_000);
  }

  @Test
  void whatCannotBePostedIsRefusedWithItsLine() throws SQLException {
    String item = packed(10, "BIASA");
    desk.begin(SUPPLIER);
    assertThat(outcome(desk::post)).isEqualTo("DRAFT_EMPTY");
    int lineId = desk.scan(item).getLineId();
    assertThat(outcome(desk::post)).isEqualTo("COST_MISSING");
    desk.change(lineId, change -> change.setPriceMinor(1_000_00));
    store.sql("UPDATE item SET asks_expiry = TRUE WHERE code = '" + item + "'");
    assertThat(outcome(desk::post)).isEqualTo("EXPIRY_MISSING");
    assertThat(desk.line(lineId).getAsksExpiry()).isTrue();
    LocalDate today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
    assertThat(changed(lineId, change -> change.setExpiresOn(today.minusDays(1).toString())))
        .isEqualTo("EXPIRY_PASSED");
    desk.change(lineId, change -> change.setExpiresOn(today.plusDays(90).toString()));

    desk.post();

    assertThat(
            store.text(
                "SELECT expires_on FROM goods_receipt_line JOIN item USING (item_id) WHERE code = '"
                    + item
                    + "'"))
        .isEqualTo(today.plusDays(90).toString());
  }

  static Stream<UnaryOperator<ChangeLineRequest.Builder>> absurdQuantities() {
    return Stream.of(
        change -> change.setQuantityMilli(-1),
        change -> change.setQuantityMilli(0),
        change -> change.setBonusMilli(-1),
        change -> change.setQuantityMilli(Long.MIN_VALUE));
  }

  @ParameterizedTest
  @MethodSource("absurdQuantities")
  void aQuantityOfNothingIsRefused(UnaryOperator<ChangeLineRequest.Builder> how)
      throws SQLException {
    desk.begin(SUPPLIER);
    int lineId = desk.scan(packed(10, "BIASA")).getLineId();
    assertThat(changed(lineId, how)).isEqualTo("QUANTITY_INVALID");
  }

  @Test
  void whatIsBeyondAnythingThatIsDeliveredIsRefused() throws SQLException {
    desk.begin(SUPPLIER);
    int lineId = desk.scan(carton(packed(10, "BIASA"))).getLineId();
    assertThat(changed(lineId, change -> change.setQuantityMilli(Long.MAX_VALUE)))
        .isEqualTo("QUANTITY_TOO_LARGE");
    assertThat(changed(lineId, change -> change.setPriceMinor(-1))).isEqualTo("AMOUNT_INVALID");
    assertThat(changed(lineId, change -> change.setPriceMinor(Long.MAX_VALUE)))
        .isEqualTo("AMOUNT_INVALID");
    assertThat(
            changed(
                lineId,
                change ->
                    change.setQuantityMilli(1_000_000_000).setPriceMinor(90_000_000_000_000L)))
        .isEqualTo("AMOUNT_INVALID");
    assertThat(changed(lineId, change -> change.setUnit("peti"))).isEqualTo("UNIT_UNKNOWN");
    assertThat(changed(lineId, change -> change.setDiscount("10%"))).isEqualTo("DISCOUNT_INVALID");
    assertThat(changed(lineId, change -> change.setExpiresOn("08/27"))).isEqualTo("DATE_INVALID");
    assertThat(changed(9_999, change -> change.setQuantityMilli(1_000))).isEqualTo("LINE_UNKNOWN");
    assertThat(outcome(() -> desk.receiving().scanLine(desk.scanRequest("TIDAK-ADA"))))
        .isEqualTo("ITEM_UNKNOWN");
    assertThat(
            outcome(
                () ->
                    desk.receiving()
                        .scanLine(
                            desk.scanRequest(desk.view().getLines(0).getBarcode()).toBuilder()
                                .setQuantityMilli(Long.MAX_VALUE)
                                .build())))
        .isEqualTo("QUANTITY_TOO_LARGE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020-01-01", "2099-01-01", "besok", "2026-13-01", "+12026-01-01"})
  void aDateOfAnotherTimeIsRefused(String date) {
    assertThat(
            outcome(
                () ->
                    desk.receiving()
                        .createDraft(create(SUPPLIER).toBuilder().setDeliveredOn(date).build())))
        .isEqualTo("DATE_INVALID");
  }

  @Test
  void whoNamesNoSupplierOrNoDraftIsToldSo() {
    assertThat(outcome(() -> desk.receiving().createDraft(create("TIDAK-ADA"))))
        .isEqualTo("SUPPLIER_UNKNOWN");
    GetDraftRequest none = GetDraftRequest.newBuilder().setDraftId(TestLane.newId()).build();
    assertThat(outcome(() -> desk.receiving().getDraft(none))).isEqualTo("DRAFT_UNKNOWN");
    assertThat(outcome(() -> desk.receiving().getDraft(none.toBuilder().setDraftId("1").build())))
        .isEqualTo("ID_INVALID");
    assertThat(
            outcome(
                () ->
                    desk.receiving()
                        .listDrafts(ListDraftsRequest.newBuilder().setPageToken("x").build())))
        .isEqualTo("PAGE_INVALID");
    assertThat(
            outcome(
                () ->
                    desk.receiving()
                        .listDrafts(ListDraftsRequest.newBuilder().setPageSize(-1).build())))
        .isEqualTo("PAGE_INVALID");
  }

  @Test
  void whoSeesNoCostReceivesByWhatIsKnownAndIsToldNone() throws SQLException {
    String item = packed(10, "BIASA");
    desk.begin(SUPPLIER);
    desk.receive(carton(item), 1_000, 10_000_00);
    desk.post();
    try (Desk warehouse = new Desk(store, "WAREHOUSE")) {
      warehouse.begin(SUPPLIER);
      DraftLine line = warehouse.line(warehouse.scan(carton(item)).getLineId());

      assertThat(line.hasPriceMinor() || line.hasCostMinor() || line.hasUnitCostMinor()).isFalse();
      assertThat(line.getPriced()).isTrue();
      assertThat(warehouse.view().getDraft().getTotalCostMinor()).isZero();
      assertThat(warehouse.facts(line.getLineId()).getPurchases(0).getUnitCostMinor()).isZero();
      assertThat(warehouse.post().getValueMinor()).isZero();
      assertThat(stock(item)).isEqualTo(20_000);
    }
  }

  private String changed(int lineId, UnaryOperator<ChangeLineRequest.Builder> how) {
    DraftLine line =
        desk.view().getLinesList().stream()
            .filter(one -> one.getLineId() == lineId)
            .findFirst()
            .orElse(DraftLine.newBuilder().setLineId(lineId).build());
    return outcome(() -> desk.receiving().changeLine(desk.changeRequest(line, how)));
  }

  private List<String> listed() {
    return desk
        .receiving()
        .listDrafts(ListDraftsRequest.newBuilder().setPageSize(200).build())
        .getDraftsList()
        .stream()
        .map(Draft::getNumber)
        .toList();
  }

  private static CreateDraftRequest create(String supplier) {
    return CreateDraftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setSupplier(supplier)
        .build();
  }

  private RemoveLineRequest remove(DraftLine line) {
    return RemoveLineRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDraftId(desk.view().getDraft().getDraftId())
        .setLineId(line.getLineId())
        .setLineVersion(line.getVersion())
        .build();
  }

  private static DiscardDraftRequest discard(Draft draft) {
    return DiscardDraftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDraftId(draft.getDraftId())
        .setVersion(draft.getVersion())
        .build();
  }

  private static ChangeDraftRequest head(Draft draft, String supplier) {
    return ChangeDraftRequest.newBuilder()
        .setRequestId(TestLane.newId())
        .setDraftId(draft.getDraftId())
        .setVersion(draft.getVersion())
        .setSupplier(supplier)
        .setDeliveryNote("SJ-2")
        .setDeliveredOn(draft.getDeliveredOn())
        .build();
  }

  private static int number(Draft draft) {
    return Integer.parseInt(draft.getNumber().substring("PB-2611-".length()));
  }

  private static long stock(String item) {
    return store.number(
        "SELECT quantity_milli FROM stock_balance JOIN item USING (item_id) WHERE code = '"
            + item
            + "'");
  }
}
