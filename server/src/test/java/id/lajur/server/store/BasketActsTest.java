package id.lajur.server.store;

import static id.lajur.server.store.LineActs.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.sale.v1.AddDepartmentLineRequest;
import id.lajur.sale.v1.AddLineRequest;
import id.lajur.sale.v1.AddReturnLineRequest;
import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.BasketState;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.ListBasketsRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.PriceSource;
import id.lajur.sale.v1.ResumeBasketRequest;
import id.lajur.sale.v1.SuspendBasketRequest;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.sale.v1.VoidBasketRequest;
import id.lajur.sale.v1.WaitingBasket;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BasketActsTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @AfterEach
  void theBooksHold() throws SQLException {
    store.assertAuditClean();
  }

  @Test
  void anOverrideAndADiscountOnALineAreFrozenWithTheirReasons() throws SQLException {
    TestLane lane = store.lane("OWNER");
    String item = store.item(10_000_00);
    int line = lane.scan(item).getLineId();

    override(lane, line, 8_000_00, "");
    Basket basket =
        lane.baskets()
            .discountLine(
                DiscountLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setLineId(line)
                    .setPercentMicro(125_000)
                    .setReason("kemasan penyok")
                    .build())
            .getBasket();

    assertThat(basket.getLines(0).getPriceSource()).isEqualTo(PriceSource.PRICE_SOURCE_OVERRIDE);
    assertThat(basket.getLines(0).getDiscountMinor()).isEqualTo(1_000_00);
    assertThat(basket.getTotals().getTotalMinor()).isEqualTo(7_000_00);
    assertThat(basket.getTotals().getSavedMinor()).isEqualTo(3_000_00);
    PayResponse sale = pay(lane, 7_000_00);
    assertThat(
            store.numbers(
                "SELECT amount_minor FROM sale_discount d JOIN sale s USING (sale_id) "
                    + "WHERE s.terminal_id = (SELECT terminal_id FROM terminal WHERE code = '"
                    + sale.getTerminal()
                    + "')"))
        .containsExactly(1_000_00L);
  }

  @Test
  void aBasketDiscountOfTheSameSourceReplacesTheEarlierAndCouponsAdd() {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("20000"));

    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MEMBER, 2_000_00);
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MEMBER, 1_000_00);
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_COUPON, 500_00);
    Basket basket = discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_COUPON, 300_00);

    assertThat(basket.getTotals().getDiscountMinor()).isEqualTo(1_800_00);
    assertThat(basket.getDiscountsCount()).isEqualTo(3);
    assertThat(pay(lane, 18_200_00).getTotalMinor()).isEqualTo(18_200_00);
  }

  @Test
  void aDiscountLargerThanWhatItIsGivenOnIsRefused() {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("1000"));

    refused(
        "DISCOUNT_INVALID",
        () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MANUAL, 1_000_01_00L));
    refused(
        "DISCOUNT_INVALID",
        () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MANUAL, -100_00));
    refused(
        "DISCOUNT_INVALID",
        () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_UNSPECIFIED, 100_00));
    refused(
        "DISCOUNT_INVALID", () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MANUAL, 1));
    assertThat(lane.reread().getTotals().getDiscountMinor()).isZero();
  }

  @Test
  void aDiscountShrinksWithTheLinesThatItWasGivenOn() {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("1000"));
    int dear = lane.scan(store("9000")).getLineId();
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_STAFF, 5_000_00);

    Basket basket = lane.voidLine(dear);

    assertThat(basket.getTotals().getTotalMinor()).isZero();
    assertThat(pay(lane, 0).getTotalMinor()).isZero();
  }

  @Test
  void goodsThatComeBackGiveTheirDiscountBack() throws SQLException {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("2000"));
    back(lane, store("10000"), 1_000, LineKind.LINE_KIND_RETURN, "rusak", "");

    Basket basket = discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MEMBER, -1_000_00);

    assertThat(basket.getTotals().getDiscountMinor()).isEqualTo(-1_000_00);
    assertThat(basket.getTotals().getTotalMinor()).isEqualTo(-7_000_00);
    refused(
        "DISCOUNT_INVALID",
        () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MEMBER, -10_001_00));
    PayResponse sale = pay(lane, 0);
    assertThat(sale.getChangeMinor()).isEqualTo(7_000_00);
    assertThat(
            store.numbers(
                "SELECT basket_discount_minor FROM sale_line JOIN sale USING (sale_id)"
                    + " JOIN terminal t ON t.terminal_id = sale.terminal_id WHERE t.code = '"
                    + sale.getTerminal()
                    + "' ORDER BY line_no"))
        .containsExactly(0L, -1_000_00L);
  }

  @Test
  void aCouponIsTakenBackAndNoOtherDiscountIsWithoutReturnedGoods() throws SQLException {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("2000"));

    refused(
        "DISCOUNT_INVALID",
        () -> discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_STAFF, -500_00));
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_COUPON, -500_00);

    assertThat(pay(lane, 2_500_00).getTotalMinor()).isEqualTo(2_500_00);
  }

  @Test
  void goodsThatComeBackArePaidOutAndLieInStockAgain() throws SQLException {
    TestLane lane = store.lane("OWNER");
    String item = store.item(5_000_00);

    Basket basket = back(lane, item, 2_000, LineKind.LINE_KIND_RETURN, "rusak", "");

    assertThat(basket.getTotals().getTotalMinor()).isEqualTo(-10_000_00);
    PayResponse sale = pay(lane, 0);
    assertThat(sale.getChangeMinor()).isEqualTo(10_000_00);
    assertThat(
            store.number(
                "SELECT quantity_milli FROM stock_balance JOIN item USING (item_id) WHERE code = '"
                    + item
                    + "'"))
        .isEqualTo(2_000);
  }

  @Test
  void aCashierNeedsASupervisorForAReturnAndTheWordIsUsedUp() throws SQLException {
    TestLane lane = store.lane();
    TestLane supervisor = store.lane("OWNER");
    String item = store.item(5_000_00);
    lane.scan(item);

    refused(
        "APPROVAL_NEEDED",
        () -> back(lane, item, 1_000, LineKind.LINE_KIND_RETURN, "tidak cocok", ""));
    String approval = lane.approve(supervisor, "sale.return", lane.ref().getBasketId());
    back(lane, item, 1_000, LineKind.LINE_KIND_RETURN, "tidak cocok", approval);

    refused(
        "APPROVAL_INVALID",
        () -> back(lane, item, 1_000, LineKind.LINE_KIND_RETURN, "tidak cocok", approval));
    assertThat(lane.reread().getTotals().getTotalMinor()).isZero();
    pay(lane, 0);
  }

  @Test
  void anApprovalHoldsForItsActAlone() throws SQLException {
    TestLane lane = store.lane();
    TestLane supervisor = store.lane("OWNER");
    int line = lane.scan(store("5000")).getLineId();

    String approval = lane.approve(supervisor, "sale.return", lane.ref().getBasketId());
    refused("APPROVAL_INVALID", () -> override(lane, line, 1_000_00, approval));
    refused(
        "APPROVAL_NOT_ALLOWED",
        () -> lane.approve(lane, "sale.override", lane.ref().getBasketId()));
    refused(
        "APPROVAL_NOT_ALLOWED",
        () -> lane.approve(supervisor, "catalog.price", lane.ref().getBasketId()));

    override(
        lane, line, 1_000_00, lane.approve(supervisor, "sale.override", lane.ref().getBasketId()));
    assertThat(lane.reread().getTotals().getTotalMinor()).isEqualTo(1_000_00);
  }

  @Test
  void aSuspendedBasketIsResumedOnAnotherLaneWithItsPastAndOnlyOnce() {
    TestLane first = store.lane();
    TestLane second = store.lane();
    first.scan(store("3000"));
    BasketRef ref = first.ref();

    Basket parked =
        first
            .baskets()
            .suspendBasket(
                SuspendBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(ref)
                    .build())
            .getBasket();

    assertThat(parked.getState()).isEqualTo(BasketState.BASKET_STATE_SUSPENDED);
    assertThat(parked.getSuspendNumber()).isPositive();
    assertThat(
            second.baskets().listBaskets(ListBasketsRequest.getDefaultInstance()).getBasketsList())
        .anySatisfy(
            waiting -> {
              assertThat(waiting.getBasketId()).isEqualTo(ref.getBasketId());
              assertThat(waiting.getTotalMinor()).isEqualTo(3_000_00);
            });
    Basket resumed = resume(second, ref.getBasketId());
    assertThat(resumed.getGeneration()).isEqualTo(2);
    assertThat(resumed.getLinesCount()).isEqualTo(1);
    refused("BASKET_NOT_SUSPENDED", () -> resume(first, ref.getBasketId()));
    refused("BASKET_ELSEWHERE", () -> first.scan(store("1000")));
    second.adopt(resumed);
    assertThat(pay(second, 3_000_00).getTotalMinor()).isEqualTo(3_000_00);
  }

  @Test
  void anOpenBasketIsTakenOverWithAWordAndTheOtherLaneIsTold() {
    TestLane first = store.lane();
    TestLane second = store.lane();
    TestLane supervisor = store.lane("OWNER");
    first.scan(store("3000"));
    BasketRef ref = first.ref();
    assertThat(listed(second, false)).doesNotContain(ref.getBasketId());
    assertThat(listed(second, true)).contains(ref.getBasketId());

    refused("APPROVAL_NEEDED", () -> takeOver(second, ref.getBasketId(), ""));
    Basket taken =
        takeOver(
            second,
            ref.getBasketId(),
            second.approve(supervisor, "sale.take_over", ref.getBasketId()));

    assertThat(taken.getGeneration()).isEqualTo(2);
    refused("BASKET_ELSEWHERE", () -> first.scan(store("1000")));
    second.adopt(taken);
    pay(second, 3_000_00);
  }

  private static List<String> listed(TestLane lane, boolean elsewhere) {
    return lane
        .baskets()
        .listBaskets(ListBasketsRequest.newBuilder().setElsewhere(elsewhere).build())
        .getBasketsList()
        .stream()
        .map(WaitingBasket::getBasketId)
        .toList();
  }

  @Test
  void aBasketGivenUpKeepsItsReasonAndSellsNoMore() {
    TestLane lane = store.lane("OWNER");
    lane.scan(store("3000"));
    BasketRef ref = lane.ref();
    VoidBasketRequest.Builder request =
        VoidBasketRequest.newBuilder().setRequestId(TestLane.newId()).setBasket(ref);

    refused("REASON_NEEDED", () -> lane.baskets().voidBasket(request.build()));
    Basket given =
        lane.baskets().voidBasket(request.setReason("pembeli pergi").build()).getBasket();

    assertThat(given.getState()).isEqualTo(BasketState.BASKET_STATE_VOIDED);
    refused("BASKET_CLOSED", () -> lane.scan(store("1000")));
    assertThat(lane.baskets().voidBasket(request.build()).getBasket().getState())
        .isEqualTo(BasketState.BASKET_STATE_VOIDED);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'BASKET_VOIDED' AND"
                    + " reason = 'pembeli pergi'"))
        .isEqualTo(1);
  }

  @Test
  void anAmountIsSoldInADepartmentWithoutAnItem() throws SQLException {
    TestLane lane = store.lane("OWNER");
    store.item(1_000_00);
    AddDepartmentLineRequest.Builder request =
        AddDepartmentLineRequest.newBuilder()
            .setRequestId(TestLane.newId())
            .setBasket(lane.refOrNew())
            .setDepartment("UMUM")
            .setPriceMinor(2_500_00);

    Basket basket = lane.baskets().addDepartmentLine(request.build()).getBasket();
    lane.adopt(basket);

    assertThat(basket.getTotals().getTotalMinor()).isEqualTo(2_500_00);
    refused(
        "DEPARTMENT_UNKNOWN",
        () ->
            lane.baskets()
                .addDepartmentLine(
                    request
                        .setRequestId(TestLane.newId())
                        .setBasket(lane.ref())
                        .setDepartment("'; DROP TABLE item; --")
                        .build()));
    pay(lane, 2_500_00);
  }

  @Test
  void badInputChangesNothing() throws SQLException {
    TestLane lane = store.lane("OWNER");
    String item = store.item(1_000_00);
    int line = lane.scan(item).getLineId();
    int version = lane.reread().getVersion();

    for (long quantity : List.of(-1L, 1_000_000_000L, Long.MAX_VALUE, Long.MIN_VALUE)) {
      assertThatThrownBy(() -> lane.scan(lane.scanRequest(item, quantity)))
          .isInstanceOfSatisfying(
              StatusRuntimeException.class,
              refusal ->
                  assertThat(TestLane.reason(refusal))
                      .isIn("QUANTITY_INVALID", "QUANTITY_TOO_LARGE"));
    }
    for (long price : List.of(-1L, Long.MAX_VALUE, Long.MIN_VALUE)) {
      refused("AMOUNT_INVALID", () -> override(lane, line, price, ""));
    }
    for (String text : List.of("x".repeat(201), "a\u0000b", "dua\nbaris")) {
      assertThatThrownBy(() -> back(lane, item, 1_000, LineKind.LINE_KIND_RETURN, text, ""))
          .isInstanceOf(StatusRuntimeException.class);
    }
    refused("LINE_UNKNOWN", () -> override(lane, 99, 1_000_00, ""));
    assertThat(lane.reread().getVersion()).isEqualTo(version);
    back(
        lane,
        item,
        1_000,
        LineKind.LINE_KIND_RETURN,
        "\u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35 \ud83d\ude00 '; DELETE FROM sale; --",
        "");
    pay(lane, 0);
  }

  @Test
  void anItemWithoutAPriceIsSoldAtAnEnteredOneByWhoMay() throws SQLException {
    TestLane cashier = store.lane();
    TestLane supervisor = store.lane("OWNER");
    String item = store.itemWithoutPrice();

    refused("PRICE_MISSING", () -> cashier.scan(item));
    AddLineRequest entered =
        cashier.scanRequest(item, 1_000).toBuilder().setEnteredPriceMinor(7_000_00).build();
    refused("APPROVAL_NEEDED", () -> cashier.scan(entered));
    AddLineRequest allowed =
        supervisor.scanRequest(item, 1_000).toBuilder().setEnteredPriceMinor(7_000_00).build();

    assertThat(supervisor.scan(allowed).getBasket().getTotals().getTotalMinor())
        .isEqualTo(7_000_00);
    pay(supervisor, 7_000_00);
  }

  private static PayResponse pay(TestLane lane, long cashMinor) {
    lane.reread();
    var request = lane.cashRequest(cashMinor);
    return lane.pay(cashMinor == 0 ? request.toBuilder().clearTenders().build() : request);
  }

  private static String store(String rupiah) {
    try {
      return store.item(Long.parseLong(rupiah) * 100);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Basket discountBasket(TestLane lane, DiscountSource source, long amountMinor) {
    return lane.baskets()
        .discountBasket(
            DiscountBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasket(lane.ref())
                .setSource(source)
                .setAmountMinor(amountMinor)
                .setReason("anggota")
                .build())
        .getBasket();
  }

  private static Basket back(
      TestLane lane, String code, long quantity, LineKind kind, String reason, String approval) {
    Basket basket =
        lane.baskets()
            .addReturnLine(
                AddReturnLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.refOrNew())
                    .setCode(code)
                    .setQuantityMilli(quantity)
                    .setKind(kind)
                    .setReason(reason)
                    .setApprovalId(approval)
                    .build())
            .getBasket();
    lane.adopt(basket);
    return basket;
  }

  private static Basket resume(TestLane lane, String basketId) {
    return lane.baskets()
        .resumeBasket(
            ResumeBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasketId(basketId)
                .build())
        .getBasket();
  }

  private static Basket takeOver(TestLane lane, String basketId, String approval) {
    return lane.baskets()
        .takeOverBasket(
            TakeOverBasketRequest.newBuilder()
                .setRequestId(TestLane.newId())
                .setBasketId(basketId)
                .setApprovalId(approval)
                .build())
        .getBasket();
  }

  private static void refused(String reason, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refusal -> assertThat(TestLane.reason(refusal)).isEqualTo(reason));
  }
}
