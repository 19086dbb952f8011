package id.lajur.server.store;

import static id.lajur.server.store.LevelActs.choose;
import static id.lajur.server.store.LevelActs.level;
import static id.lajur.server.store.LevelActs.levels;
import static id.lajur.server.store.LevelActs.member;
import static id.lajur.server.store.LevelActs.price;
import static id.lajur.server.store.LevelActs.setMember;
import static id.lajur.server.store.LineActs.changeQuantity;
import static id.lajur.server.store.LineActs.discountLine;
import static id.lajur.server.store.LineActs.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.lajur.catalog.v1.CheckPriceRequest;
import id.lajur.catalog.v1.ItemOffer;
import id.lajur.catalog.v1.ItemServiceGrpc;
import id.lajur.catalog.v1.ListItemHistoryRequest;
import id.lajur.catalog.v1.ListLevelPricesRequest;
import id.lajur.catalog.v1.ListPriceLevelsRequest;
import id.lajur.catalog.v1.OfferAtLevel;
import id.lajur.catalog.v1.PriceLevel;
import id.lajur.catalog.v1.SearchItemsRequest;
import id.lajur.catalog.v1.SetLevelPriceRequest;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.BasketLine;
import id.lajur.sale.v1.Buyer;
import id.lajur.sale.v1.ExplainLineRequest;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.PriceSource;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SetMemberRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.TakeOverBasketRequest;
import io.grpc.stub.MetadataUtils;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Members and price levels on a basket, to the receipt and the audit. */
class PriceLevelTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final String RATNA = "880000004471";
  private static final String WARUNG = "880000005582";

  @BeforeAll
  static void levelsAndMembers() {
    try (TestLane office = store.lane("OWNER")) {
      level(office, "ANGGOTA", "Anggota");
      level(office, "GROSIR", "Grosir");
      member(office, RATNA, "Ratna Wulandari", "ANGGOTA");
      member(office, WARUNG, "Warung Bu Tini", "GROSIR");
    }
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  /** 10,000; members 9,000; wholesale 8,000. */
  private static String leveled(TestLane office) throws SQLException {
    String item = store.item(10_000_00);
    price(office, item, "ANGGOTA", 9_000_00);
    price(office, item, "GROSIR", 8_000_00);
    return item;
  }

  private static List<Long> prices(TestLane lane) {
    return lane.reread().getLinesList().stream().map(BasketLine::getPriceMinor).toList();
  }

  @Test
  void linesInTheBasketAndThoseToComeFollowTheMembersLevel() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      String retailOnly = store.item(5_000_00);
      lane.scan(item);
      lane.scan(retailOnly);

      Buyer buyer = setMember(lane, RATNA).getBuyer();
      lane.scan(item);

      assertThat(buyer.getMemberName()).isEqualTo("Ratna Wulandari");
      assertThat(buyer.getPriceLevelName()).isEqualTo("Anggota");
      assertThat(prices(lane)).containsExactly(9_000_00L, 5_000_00L, 9_000_00L);
      BasketLine line = lane.basket().getLines(0);
      assertThat(line.getPriceSource()).isEqualTo(PriceSource.PRICE_SOURCE_LEVEL);
      assertThat(line.getListPriceMinor()).isEqualTo(10_000_00);
      assertThat(lane.basket().getTotals().getTotalMinor()).isEqualTo(23_000_00);
      assertThat(lane.basket().getTotals().getSavedMinor()).isEqualTo(2_000_00);

      setMember(lane, WARUNG);
      assertThat(prices(lane)).containsExactly(8_000_00L, 5_000_00L, 8_000_00L);
      setMember(lane, "");
      assertThat(prices(lane)).containsExactly(10_000_00L, 5_000_00L, 10_000_00L);
      assertThat(lane.basket().hasBuyer()).isFalse();
    }
  }

  @Test
  void aCardMayComeBeforeTheFirstItem() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);

      setMember(lane, RATNA);
      lane.scan(item);

      assertThat(prices(lane)).containsExactly(9_000_00L);
    }
  }

  @Test
  void whatWasOverriddenEnteredOrLabelledKeepsItsPrice() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      int line = lane.scan(item).getLineId();
      lane.adopt(override(lane, line, 9_500_00, ""));

      setMember(lane, WARUNG);

      assertThat(prices(lane)).containsExactly(9_500_00L);
      assertThat(lane.basket().getLines(0).getPriceSource())
          .isEqualTo(PriceSource.PRICE_SOURCE_OVERRIDE);
    }
  }

  @Test
  void aDiscountOfALineEndsWhereItsPriceChangesAndStaysWhereItDoesNot() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      int leveled = lane.scan(leveled(lane)).getLineId();
      int retailOnly = lane.scan(store.item(5_000_00)).getLineId();
      lane.adopt(discountLine(lane, leveled, 1_000_00, ""));
      lane.adopt(discountLine(lane, retailOnly, 500_00, ""));

      setMember(lane, RATNA);

      assertThat(lane.reread().getLinesList())
          .extracting(BasketLine::getTotalMinor)
          .containsExactly(9_000_00L, 4_500_00L);
    }
  }

  @Test
  void aLineKeepsTheLevelsPriceOfItsScanAndAChangeReachesTheNextOne() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      lane.scan(item);
      price(lane, item, "ANGGOTA", 8_500_00);

      setMember(lane, RATNA);
      lane.scan(item);
      var unused =
          levels(lane)
              .setLevelPrice(
                  SetLevelPriceRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setItemCode(item)
                      .setPriceLevel("ANGGOTA")
                      .build());
      lane.scan(item);

      assertThat(prices(lane)).containsExactly(9_000_00L, 8_500_00L, 10_000_00L);
      assertThat(
              levels(lane)
                  .listLevelPrices(ListLevelPricesRequest.newBuilder().setItemCode(item).build())
                  .getPricesList())
          .extracting(p -> p.getPriceLevel() + " " + p.getPriceMinor())
          .containsExactly("GROSIR 800000");
    }
  }

  @Test
  void aQuantityChangedAfterwardsKeepsTheLevel() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      int line = lane.scan(leveled(lane)).getLineId();
      setMember(lane, RATNA);

      lane.adopt(changeQuantity(lane, line, 3_000, ""));

      assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(27_000_00);
    }
  }

  @Test
  void aLevelChosenByHandNeedsASupervisorAndIsInTheJournal() throws SQLException {
    try (TestLane office = store.lane("OWNER");
        TestLane lane = store.lane();
        TestLane supervisor = store.lane("SUPERVISOR")) {
      lane.scan(leveled(office));
      String basket = lane.ref().getBasketId();

      refused("APPROVAL_NEEDED", () -> choose(lane, "GROSIR", ""));
      Buyer buyer =
          choose(lane, "GROSIR", lane.approve(supervisor, "sale.price_level", basket)).getBuyer();

      assertThat(buyer.getChosen()).isTrue();
      assertThat(prices(lane)).containsExactly(8_000_00L);
      assertThat(
              store.number(
                  "SELECT amount_minor FROM audit_entry WHERE kind = 'PRICE_LEVEL_CHOSEN'"
                      + " AND subject_id = UNHEX('"
                      + basket.replace("-", "")
                      + "')"))
          .isEqualTo(-2_000_00);

      setMember(lane, RATNA); // brings his own level
      assertThat(prices(lane)).containsExactly(9_000_00L);
      choose(lane, "ECERAN", lane.approve(supervisor, "sale.price_level", basket));
      assertThat(prices(lane)).containsExactly(10_000_00L);
      choose(lane, "", lane.approve(supervisor, "sale.price_level", basket));
      assertThat(prices(lane)).containsExactly(9_000_00L);
    }
  }

  @Test
  void theSameRequestSentAgainChangesNothing() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      lane.scan(leveled(lane));
      SetMemberRequest request =
          SetMemberRequest.newBuilder()
              .setRequestId(TestLane.newId())
              .setBasket(lane.ref())
              .setMemberNumber(RATNA)
              .build();

      var first = lane.baskets().setMember(request);
      var again = lane.baskets().setMember(request);

      assertThat(again).isEqualTo(first);
      refused(
          "REQUEST_REUSED",
          () -> lane.baskets().setMember(request.toBuilder().setMemberNumber(WARUNG).build()));
      assertThat(lane.reread().getVersion()).isEqualTo(2);
    }
  }

  @Test
  void aBasketPutAsideResumedAndTakenOverKeepsItsMember() throws SQLException {
    try (TestLane lane = store.lane("OWNER");
        TestLane second = store.lane("OWNER");
        TestLane third = store.lane("OWNER")) {
      String item = leveled(lane);
      lane.scan(item);
      setMember(lane, RATNA);
      String basket = lane.ref().getBasketId();
      var unused =
          lane.baskets()
              .suspendBasket(
                  SuspendBasketRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasket(lane.ref())
                      .build());

      second.adopt(
          second
              .baskets()
              .resumeBasket(
                  ResumeBasketRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasketId(basket)
                      .build())
              .getBasket());
      second.scan(item);
      third.adopt(
          third
              .baskets()
              .takeOverBasket(
                  TakeOverBasketRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasketId(basket)
                      .build())
              .getBasket());
      third.scan(item);

      assertThat(third.basket().getBuyer().getMemberNumber()).isEqualTo(RATNA);
      assertThat(prices(third)).containsExactly(9_000_00L, 9_000_00L, 9_000_00L);
    }
  }

  @Test
  void theSaleHasMemberAndLevelAndTheReceiptHidesMostOfHim() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      int line = lane.scan(leveled(lane)).getLineId();
      setMember(lane, RATNA);
      assertThat(
              lane.baskets()
                  .explainLine(
                      ExplainLineRequest.newBuilder()
                          .setBasketId(lane.ref().getBasketId())
                          .setLineId(line)
                          .build())
                  .getPriceLevel())
          .isEqualTo("Anggota");

      PayResponse sale = lane.pay(lane.cashRequest(10_000_00));

      assertThat(sale.getTotalMinor()).isEqualTo(9_000_00);
      Receipt receipt =
          lane.sales()
              .getReceipt(GetReceiptRequest.newBuilder().setSaleId(sale.getSaleId()).build())
              .getReceipt();
      assertThat(receipt.getMemberName()).isEqualTo("Ratna W.");
      assertThat(receipt.getMemberNumber()).isEqualTo("****4471");
      assertThat(receipt.getPriceLevel()).isEqualTo("Anggota");
      assertThat(receipt.getLines(0).getPriceMinor()).isEqualTo(9_000_00);
      String of = " WHERE sale_id = UNHEX('" + sale.getSaleId().replace("-", "") + "')";
      assertThat(store.brokenAfter("UPDATE sale SET member_id = NULL" + of))
          .containsExactly(
              "a sale has the member and the price level that its basket had in the end");
      assertThat(store.brokenAfter("UPDATE sale SET level_no = level_no + 1" + of)).hasSize(2);
      assertThat(
              store.brokenAfter(
                  "UPDATE sale_line SET price_source = 'LIST', list_price_minor = price_minor"
                      + of))
          .contains(
              "a line sells at the retail price of its scan or at that of the sale's level, as"
                  + " frozen");
    }
  }

  @Test
  void aLevelThatComesWhileGoodsAreScannedIsOnEveryLineInTheEnd() throws Exception {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      lane.scan(item);
      for (int round = 0; round < 20; round++) {
        String number = round % 2 == 0 ? RATNA : WARUNG;
        SetMemberRequest request =
            SetMemberRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setMemberNumber(number)
                .build();
        CyclicBarrier together = new CyclicBarrier(2);
        Future<?> set =
            thread.submit(
                () -> {
                  together.await();
                  return lane.baskets().setMember(request);
                });
        together.await();
        lane.scan(item);
        var unused = set.get();

        assertThat(prices(lane)).containsOnly(round % 2 == 0 ? 9_000_00L : 8_000_00L);
        assertThat(lane.basket().getVersion()).isEqualTo(3 + 2 * round);
      }
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void goodsBackWithoutTheirReceiptGiveWhatTheyCostAtTheBasketsLevel() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      setMember(lane, RATNA);

      back(lane, item, 2_000, null);

      assertThat(prices(lane)).containsExactly(9_000_00L);
      assertThat(lane.basket().getTotals().getTotalMinor()).isEqualTo(-18_000_00);
      setMember(lane, "");
      assertThat(prices(lane)).as("never more than was allowed").containsExactly(9_000_00L);
      setMember(lane, WARUNG);
      assertThat(prices(lane)).as("never more than it cost").containsExactly(8_000_00L);
      PayResponse sale = paidOut(lane);
      assertThat(sale.getChangeMinor()).isEqualTo(16_000_00);
      String of = " WHERE sale_id = UNHEX('" + sale.getSaleId().replace("-", "") + "')";
      assertThat(
              store.brokenAfter(
                  "UPDATE sale_line SET price_source = 'LIST', price_minor = list_price_minor"
                      + of))
          .contains(
              "a line sells at the retail price of its scan or at that of the sale's level, as"
                  + " frozen");
      assertThat(store.brokenAfter("UPDATE sale_line SET price_minor = 950000" + of))
          .contains(
              "a line sells at the retail price of its scan or at that of the sale's level, as"
                  + " frozen");
    }
  }

  @Test
  void goodsBackFollowALevelThatComesLaterAndAreNeverAboveRetail() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      String dearer = store.item(5_000_00);
      price(lane, dearer, "ANGGOTA", 6_000_00);
      back(lane, item, 1_000, null);
      assertThat(prices(lane)).containsExactly(10_000_00L);

      setMember(lane, RATNA);
      back(lane, dearer, 1_000, null);

      assertThat(prices(lane)).containsExactly(9_000_00L, 5_000_00L);
      lane.adopt(changeQuantity(lane, 1, 3_000, ""));
      assertThat(lane.basket().getTotals().getTotalMinor()).isEqualTo(-32_000_00);
      assertThat(paidOut(lane).getChangeMinor()).isEqualTo(32_000_00);
    }
  }

  @Test
  void whatIsGivenBackByHandKeepsItsPrice() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      setMember(lane, RATNA);

      back(lane, item, 1_000, 10_000_00L);
      setMember(lane, WARUNG);

      assertThat(prices(lane)).containsExactly(10_000_00L);
      assertThat(lane.basket().getLines(0).getPriceSource())
          .isEqualTo(PriceSource.PRICE_SOURCE_OVERRIDE);
      var unused = paidOut(lane);
    }
  }

  private static PayResponse paidOut(TestLane lane) {
    lane.reread();
    return lane.pay(lane.cashRequest(0).toBuilder().clearTenders().build());
  }

  private static void back(TestLane lane, String item, long quantity, @Nullable Long priceMinor) {
    AddReturnLineRequest.Builder request =
        AddReturnLineRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasket(lane.refOrNew())
            .setCode(item)
            .setQuantityMilli(quantity)
            .setKind(LineKind.LINE_KIND_RETURN)
            .setReason("rusak");
    if (priceMinor != null) {
      request.setPriceMinor(priceMinor);
    }
    lane.adopt(lane.baskets().addReturnLine(request.build()).getBasket());
  }

  @Test
  void aPriceCheckASearchAndTheItemsHistoryKnowTheLevels() throws SQLException {
    try (TestLane lane = store.lane("OWNER")) {
      String item = leveled(lane);
      String plain = store.item(5_000_00);

      assertThat(offer(lane, item).getAtLevelsList())
          .extracting(OfferAtLevel::getPriceLevel, OfferAtLevel::getPriceMinor)
          .containsExactly(tuple("ANGGOTA", 9_000_00L), tuple("GROSIR", 8_000_00L));
      assertThat(
              lane.catalog()
                  .searchItems(SearchItemsRequest.newBuilder().setQuery(item).build())
                  .getOffersList())
          .contains(offer(lane, item));
      assertThat(offer(lane, plain).getAtLevelsList()).isEmpty();
      assertThat(
              ItemServiceGrpc.newBlockingStub(lane.channel())
                  .withInterceptors(MetadataUtils.newAttachHeadersInterceptor(lane.headers()))
                  .listItemHistory(ListItemHistoryRequest.newBuilder().setItemCode(item).build())
                  .getChangesList())
          .extracting(change -> change.getUnit() + " " + change.getAfter())
          .contains("pcs ANGGOTA 900000", "pcs GROSIR 800000");
    }
  }

  private static ItemOffer offer(TestLane lane, String code) {
    return lane.catalog()
        .checkPrice(CheckPriceRequest.newBuilder().setCode(code).build())
        .getOffer();
  }

  @Test
  void levelsAreListedWithRetailFirst() {
    try (TestLane office = store.lane("OWNER")) {
      level(office, "GROSIR", "Grosir besar");

      assertThat(
              levels(office)
                  .listPriceLevels(ListPriceLevelsRequest.getDefaultInstance())
                  .getPriceLevelsList())
          .extracting(PriceLevel::getCode, PriceLevel::getName, PriceLevel::getRetail)
          .startsWith(tuple("ECERAN", "Eceran", true))
          .containsSubsequence(
              tuple("ECERAN", "Eceran", true),
              tuple("ANGGOTA", "Anggota", false),
              tuple("GROSIR", "Grosir besar", false));
    }
  }

  @Test
  void whatIsWrongIsRefused() throws SQLException {
    try (TestLane lane = store.lane("OWNER");
        TestLane cashier = store.lane()) {
      String item = leveled(lane);
      lane.scan(item);

      refused("MEMBER_UNKNOWN", () -> setMember(lane, "1"));
      refused("PRICE_LEVEL_UNKNOWN", () -> choose(lane, "NONE", ""));
      refused("PRICE_LEVEL_UNKNOWN", () -> run(() -> price(lane, item, "NONE", 1)));
      refused("PRICE_LEVEL_INVALID", () -> run(() -> price(lane, item, "ECERAN", 1)));
      refused("PRICE_LEVEL_INVALID", () -> run(() -> level(lane, "ECERAN", "Lain")));
      refused("ITEM_UNKNOWN", () -> run(() -> price(lane, "NONE", "GROSIR", 1)));
      refused("PERMISSION_MISSING", () -> run(() -> price(cashier, item, "GROSIR", 1)));
      store.sql("UPDATE member SET active = FALSE WHERE number = '" + WARUNG + "'");
      try {
        refused("MEMBER_INACTIVE", () -> setMember(lane, WARUNG));
      } finally {
        store.sql("UPDATE member SET active = TRUE WHERE number = '" + WARUNG + "'");
      }
    }
  }

  private static Object run(Runnable act) {
    act.run();
    return "";
  }

  private static void refused(String reason, Supplier<?> act) {
    assertThat(TestLane.outcome(act)).isEqualTo(reason);
  }
}
