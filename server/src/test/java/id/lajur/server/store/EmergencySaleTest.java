package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.Basket;
import id.lajur.sale.v1.BasketDiscount;
import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.EmergencyDifference;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.EmergencyOutcome;
import id.lajur.sale.v1.EmergencyReceipt;
import id.lajur.sale.v1.EmergencySale;
import id.lajur.sale.v1.GetReceiptRequest;
import id.lajur.sale.v1.LineKind;
import id.lajur.sale.v1.ListEmergencySalesRequest;
import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.sale.v1.PostEmergencySaleRequest;
import id.lajur.sale.v1.PostEmergencySaleResponse;
import id.lajur.sale.v1.PriceSource;
import id.lajur.sale.v1.Receipt;
import id.lajur.sale.v1.TakeOverBasketRequest;
import id.lajur.till.v1.CloseShiftRequest;
import id.lajur.till.v1.Denomination;
import id.lajur.till.v1.GetXReportRequest;
import id.lajur.till.v1.GetZReportRequest;
import id.lajur.till.v1.ShiftReport;
import io.grpc.stub.AbstractStub;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What lanes sold by themselves comes in: in order, once each, as it was. */
class EmergencySaleTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private final TestLane lane = store.lane();
  private final EmergencyTill till = EmergencyTill.of(store, lane);
  private final int taxClass = EmergencyTill.taxClass(store);

  @AfterEach
  void leave() {
    lane.close();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private EmergencyReceipt.Builder receipt(BasketRef basket, String item, long priceMinor) {
    return till.next(
        basket, Clock.systemUTC().millis(), taxClass, EmergencyTill.line(item, priceMinor));
  }

  private PostEmergencySaleResponse post(EmergencyReceipt.Builder receipt) {
    return lane.emergency().postEmergencySale(till.request(receipt));
  }

  @Test
  void receiptsComeInInTheirOrderOnceEach() throws SQLException {
    String item = store.item(11_100_00);
    PostEmergencySaleRequest first =
        till.request(receipt(EmergencyTill.newBasket(), item, 11_100_00));
    PostEmergencySaleRequest second =
        till.request(
            receipt(EmergencyTill.newBasket(), item, 11_100_00)
                .setTenderedMinor(20_000_00)
                .setChangeMinor(8_900_00));

    assertThat(TestLane.outcome(() -> lane.emergency().postEmergencySale(second)))
        .isEqualTo("EMERGENCY_ORDER");
    PostEmergencySaleResponse posted = lane.emergency().postEmergencySale(first);
    PostEmergencySaleResponse next = lane.emergency().postEmergencySale(second);

    assertThat(posted.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_POSTED);
    assertThat(posted.getDifferencesList()).isEmpty();
    assertThat(lane.emergency().postEmergencySale(first)).isEqualTo(posted);
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-2_000);
    assertThat(EmergencyBooks.cashOf(store, next)).isEqualTo(11_100_00);
    Receipt receipt =
        lane.sales()
            .getReceipt(GetReceiptRequest.newBuilder().setSaleId(next.getSaleId()).build())
            .getReceipt();
    assertThat(receipt.getSeries()).isEqualTo("E");
    assertThat(receipt.getNumber()).isEqualTo(2);
    assertThat(receipt.getTaxes(0).getTaxMinor()).isEqualTo(1_100_00);
    assertThat(receipt.getChangeMinor()).isEqualTo(8_900_00);
  }

  @Test
  void anAlteredReceiptOrOneThatDoesNotAddUpChangesNothing() throws SQLException {
    String item = store.item(5_000_00);
    PostEmergencySaleRequest good =
        till.request(receipt(EmergencyTill.newBasket(), item, 5_000_00));
    EmergencyReceipt.Builder bent = good.getReceipt().toBuilder();
    bent.setTotalMinor(4_000_00).setTenderedMinor(4_000_00);
    EmergencyReceipt.Builder unsettled = good.getReceipt().toBuilder().setTenderedMinor(1_00);
    EmergencyReceipt.Builder cheap = good.getReceipt().toBuilder();
    cheap.getLinesBuilder(0).setTotalMinor(1_00);
    EmergencyReceipt.Builder stranger = good.getReceipt().toBuilder().setOperatorNumber("99999999");
    EmergencyReceipt.Builder lost = good.getReceipt().toBuilder().setShiftId(TestLane.newId());

    assertThat(refused(good, bent)).isEqualTo("EMERGENCY_LINK");
    assertThat(refused(good, unsettled)).isEqualTo("EMERGENCY_INVALID");
    assertThat(refused(good, cheap)).isEqualTo("EMERGENCY_INVALID");
    assertThat(refused(good, stranger)).isEqualTo("EMERGENCY_LINK");
    assertThat(refused(good, lost)).isEqualTo("EMERGENCY_LINK");
    assertThat(EmergencyBooks.stock(store, item)).isZero();
    assertThat(lane.emergency().postEmergencySale(good).getDifferencesList()).isEmpty();
    assertThat(refused(good, good.getReceipt().toBuilder())).isEqualTo("EMERGENCY_ORDER");
    assertThat(
            TestLane.outcome(
                () ->
                    lane.emergency().postEmergencySale(good.toBuilder().setReceipt(bent).build())))
        .isEqualTo("REQUEST_REUSED");
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-1_000);
  }

  /** Under a new request id, so that nothing recorded answers. */
  private String refused(PostEmergencySaleRequest good, EmergencyReceipt.Builder receipt) {
    PostEmergencySaleRequest request =
        good.toBuilder().setRequestId(TestLane.newId()).setReceipt(receipt).build();
    return TestLane.outcome(() -> lane.emergency().postEmergencySale(request));
  }

  @Test
  void theBasketThatTheServerHasIsClosedWithItsSale() throws SQLException {
    String item = store.item(7_000_00);
    lane.scan(item);
    BasketRef basket = lane.ref();

    PostEmergencySaleResponse posted =
        post(
            till.next(
                basket,
                Clock.systemUTC().millis(),
                taxClass,
                EmergencyTill.line(item, 7_000_00),
                EmergencyTill.line(item, 7_000_00),
                EmergencyTill.line(item, 7_000_00).toBuilder().setVoided(true).build()));

    assertThat(posted.getDifferencesList()).isEmpty();
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-2_000);
    assertThat(TestLane.outcome(() -> lane.scan(item))).isEqualTo("BASKET_CLOSED");
    assertThat(TestLane.outcome(() -> lane.pay(lane.cashRequest(7_000_00))))
        .isEqualTo("BASKET_CLOSED");
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'EMERGENCY_LINE_VOIDED'"
                    + " AND HEX(subject_id) = '"
                    + EmergencyBooks.hex(basket.getBasketId())
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void aSaleThatWasInDoubtIsFoundAndTheReceiptIsItsSecondPaper() throws SQLException {
    String item = store.item(9_000_00);
    lane.scan(item);
    BasketRef basket = lane.ref();
    PayResponse sale = lane.pay(lane.cashRequest(9_000_00));

    PostEmergencySaleResponse posted =
        post(receipt(basket, item, 9_000_00).setPaymentInDoubt(true));

    assertThat(posted.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_SECOND_PAPER);
    assertThat(posted.getSaleId()).isEqualTo(sale.getSaleId());
    assertThat(posted.getDifferencesList()).isEmpty();
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-1_000);
    assertThat(post(receipt(EmergencyTill.newBasket(), item, 9_000_00)).getOutcome())
        .as("the chain goes on")
        .isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_POSTED);
  }

  /** Reads go on and no commit does, as while a backup begins; each call is given up in time. */
  @Test
  void aReceiptThatWaitsBesideItsSaleInDoubtDoesNotSellAgain() throws SQLException {
    String item = store.item(9_000_00);
    lane.scan(item);
    PayRequest pay = lane.cashRequest(9_000_00);
    PostEmergencySaleRequest paper =
        till.request(receipt(lane.ref(), item, 9_000_00).setPaymentInDoubt(true));
    try (TestLane one = store.lane();
        TestLane two = store.lane();
        Held ofOne = new Held();
        Held ofAll = new Held()) {
      one.scan(store.item(1_000_00));
      two.scan(store.item(1_000_00));
      ofOne.lock(
          "basket WHERE basket_id = UNHEX('" + EmergencyBooks.hex(one.ref().getBasketId()) + "')");
      ofAll.lock("event_head");
      PayRequest paysLast = one.cashRequest(1_000_00); // one writer waits for longer
      payUntilGivenUp(one, paysLast);
      payUntilGivenUp(two, two.cashRequest(1_000_00));
      payUntilGivenUp(lane, pay);
      assertThat(TestLane.outcome(() -> inTime(lane.emergency()).postEmergencySale(paper)))
          .contains(GIVEN_UP);
      ofAll.letGo();

      PostEmergencySaleResponse posted = lane.emergency().postEmergencySale(paper);
      PayResponse sale = lane.pay(pay);

      assertThat(posted.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_SECOND_PAPER);
      assertThat(posted.getSaleId()).isEqualTo(sale.getSaleId());
      assertThat(posted.getDifferencesList()).isEmpty();
      assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-1_000);
      ofOne.letGo();
      assertThat(one.pay(paysLast).getTotalMinor()).isEqualTo(1_000_00);
    }
    store.assertAuditClean();
  }

  private static void payUntilGivenUp(TestLane lane, PayRequest pay) {
    assertThat(TestLane.outcome(() -> inTime(lane.sales()).pay(pay))).contains(GIVEN_UP);
  }

  /** Rows that nobody else gets until they are let go. */
  private static final class Held implements AutoCloseable {
    private final Connection connection;

    Held() throws SQLException {
      connection = store.server().database().dataSource().getConnection();
      connection.setAutoCommit(false);
    }

    void lock(String rows) throws SQLException {
      try (Statement statement = connection.createStatement()) {
        statement.execute("SELECT * FROM " + rows + " FOR UPDATE");
      }
    }

    void letGo() throws SQLException {
      connection.rollback();
    }

    @Override
    public void close() throws SQLException {
      letGo();
      connection.close();
    }
  }

  private static final String GIVEN_UP = "DEADLINE_EXCEEDED";

  /** Three after one another are sent before the first has waited so long that more is refused. */
  private static <S extends AbstractStub<S>> S inTime(S stub) {
    return stub.withDeadlineAfter(300, TimeUnit.MILLISECONDS);
  }

  @Test
  void aSecondPaperOfAnotherTotalIsListed() throws SQLException {
    String item = store.item(9_000_00);
    lane.scan(item);
    BasketRef basket = lane.ref();
    PayResponse sale = lane.pay(lane.cashRequest(9_000_00));

    PostEmergencySaleResponse posted =
        post(
            till.next(
                basket,
                Clock.systemUTC().millis(),
                taxClass,
                EmergencyTill.line(item, 9_000_00),
                EmergencyTill.line(item, 9_000_00)));

    assertThat(posted.getSaleId()).isEqualTo(sale.getSaleId());
    assertThat(posted.getDifferences(0).getKind())
        .isEqualTo(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_TOTAL);
    assertThat(posted.getDifferences(0).getAtLane()).isEqualTo("1800000");
    assertThat(posted.getDifferences(0).getAtServer()).isEqualTo("900000");
  }

  @Test
  void aBasketThatAnotherLaneHasTakenOverStaysThatLanes() throws SQLException {
    String item = store.item(6_000_00);
    try (TestLane other = store.lane();
        TestLane supervisor = store.lane("SUPERVISOR")) {
      lane.scan(item);
      BasketRef basket = lane.ref();
      String approval = other.approve(supervisor, "sale.take_over", basket.getBasketId());
      other.adopt(
          other
              .baskets()
              .takeOverBasket(
                  TakeOverBasketRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasketId(basket.getBasketId())
                      .setApprovalId(approval)
                      .build())
              .getBasket());

      PostEmergencySaleResponse posted = post(receipt(basket, item, 6_000_00));

      assertThat(posted.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_POSTED);
      assertThat(posted.getDifferences(0).getKind())
          .isEqualTo(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_ELSEWHERE);
      assertThat(other.pay(other.cashRequest(6_000_00)).getSaleId())
          .isNotEqualTo(posted.getSaleId());
      assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-2_000);
    }
  }

  @Test
  void pricesAndTimesThatDifferArePostedAsTheyWereAndListed() throws SQLException {
    String item = store.item(8_000_00);
    EmergencyReceipt.Builder old =
        till.next(
            EmergencyTill.newBasket(),
            Clock.systemUTC().millis() + 3_600_000,
            taxClass,
            EmergencyTill.line(item, 7_500_00));

    PostEmergencySaleResponse posted = post(old);

    assertThat(posted.getDifferencesList())
        .extracting(difference -> difference.getKind())
        .containsExactlyInAnyOrder(
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_PRICE,
            EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_CLOCK);
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(7_500_00);
    try (TestLane manager = store.lane("MANAGER")) {
      EmergencySale listed =
          manager
              .emergency()
              .listEmergencySales(ListEmergencySalesRequest.newBuilder().setPageSize(1).build())
              .getSales(0);
      assertThat(listed.getSaleId()).isEqualTo(posted.getSaleId());
      assertThat(listed.getDifferencesList()).hasSize(2);
      assertThat(
              TestLane.outcome(
                  () ->
                      lane.emergency()
                          .listEmergencySales(ListEmergencySalesRequest.getDefaultInstance())))
          .isEqualTo("PERMISSION_MISSING");
    }
  }

  @Test
  void theListGoesOnWhereAPageEndedWhateverComesInMeanwhileAndEndsWithItsLastRow()
      throws SQLException {
    String item = store.item(5_000_00);
    for (int sale = 0; sale < 3; sale++) {
      var unused = post(receipt(EmergencyTill.newBasket(), item, 5_000_00));
    }
    try (TestLane manager = store.lane("MANAGER")) {
      long all = store.number("SELECT COUNT(*) FROM emergency_receipt");
      var whole =
          manager
              .emergency()
              .listEmergencySales(
                  ListEmergencySalesRequest.newBuilder().setPageSize((int) all).build());
      assertThat(whole.getSalesCount()).isEqualTo((int) all);
      assertThat(whole.getNextPageToken()).as("nothing is older").isEmpty();

      List<EmergencySale> listed = new ArrayList<>();
      ListEmergencySalesRequest.Builder asked =
          ListEmergencySalesRequest.newBuilder().setPageSize(2);
      do {
        var page = manager.emergency().listEmergencySales(asked.build());
        listed.addAll(page.getSalesList());
        asked.setPageToken(page.getNextPageToken());
        var unused = post(receipt(EmergencyTill.newBasket(), item, 5_000_00));
      } while (!asked.getPageToken().isEmpty());

      assertThat(listed).containsExactlyElementsOf(whole.getSalesList());
    }
  }

  /** Of 11,100.00 with the tax in it. */
  private static EmergencyReceipt.Builder lessATenth(EmergencyReceipt.Builder receipt) {
    receipt.setTotalMinor(9_990_00).setTenderedMinor(9_990_00);
    receipt.getTaxesBuilder(0).setTaxableMinor(9_000_00).setTaxMinor(990_00);
    return receipt;
  }

  private EmergencyReceipt.Builder discounted(BasketRef basket, String item) {
    return lessATenth(
        receipt(basket, item, 11_100_00)
            .addDiscounts(
                BasketDiscount.newBuilder()
                    .setSource(DiscountSource.DISCOUNT_SOURCE_MANUAL)
                    .setAmountMinor(1_110_00)
                    .setReason("bruised")));
  }

  private static long approver(PostEmergencySaleResponse posted) {
    return store.number(
        "SELECT COALESCE(SUM(approved_by), 0) FROM sale_discount WHERE HEX(sale_id) = '"
            + EmergencyBooks.hex(posted.getSaleId())
            + "'");
  }

  @Test
  void aDiscountGivenBeforeTheServerWentAwayKeepsTheWordThatItStandsOn() throws SQLException {
    try (TestLane supervisor = store.lane("SUPERVISOR")) {
      String item = store.item(11_100_00);
      lane.scan(item);
      var unused =
          lane.baskets()
              .discountBasket(
                  DiscountBasketRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasket(lane.ref())
                      .setSource(DiscountSource.DISCOUNT_SOURCE_MANUAL)
                      .setAmountMinor(1_110_00)
                      .setReason("bruised")
                      .setApprovalId(
                          lane.approve(supervisor, "sale.discount", lane.ref().getBasketId()))
                      .build());

      PostEmergencySaleResponse posted = post(discounted(lane.ref(), item));

      assertThat(posted.getDifferencesList()).isEmpty();
      assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(9_990_00);
      assertThat(approver(posted)).isEqualTo(operatorId(supervisor));
    }
  }

  @Test
  void aLinesDiscountGivenBeforeTheServerWentAwayKeepsTheWordThatItStandsOn() throws SQLException {
    try (TestLane supervisor = store.lane("SUPERVISOR")) {
      String item = store.item(11_100_00);
      lane.scan(item);
      var unused =
          lane.baskets()
              .discountLine(
                  DiscountLineRequest.newBuilder()
                      .setRequestId(TestLane.newId())
                      .setBasket(lane.ref())
                      .setLineId(1)
                      .setAmountMinor(1_110_00)
                      .setReason("bruised")
                      .setApprovalId(
                          lane.approve(supervisor, "sale.discount", lane.ref().getBasketId()))
                      .build());
      EmergencyReceipt.Builder receipt = lessATenth(receipt(lane.ref(), item, 11_100_00));
      receipt.getLinesBuilder(0).setDiscountMinor(1_110_00).setTotalMinor(9_990_00);

      PostEmergencySaleResponse posted = post(receipt);

      assertThat(posted.getDifferencesList()).isEmpty();
      assertThat(approver(posted)).isEqualTo(operatorId(supervisor));
      assertThat(
              store.number(
                  "SELECT COUNT(*) FROM sale_discount WHERE reason = 'bruised'"
                      + " AND line_no = 1 AND HEX(sale_id) = '"
                      + EmergencyBooks.hex(posted.getSaleId())
                      + "'"))
          .isOne();
    }
  }

  @Test
  void whatIsGivenAwayWithoutTheServersKnowledgeIsPostedAndListed() throws SQLException {
    String item = store.item(11_100_00);
    lane.scan(item);
    PostEmergencySaleResponse posted = post(discounted(lane.ref(), item));

    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(9_990_00);
    assertThat(posted.getDifferencesList()).containsExactly(unapproved(0, 1_110_00));
    assertThat(approver(posted)).isZero();

    String other = store.item(11_100_00);
    EmergencyReceipt.Builder cheaper =
        lessATenth(receipt(EmergencyTill.newBasket(), other, 11_100_00));
    cheaper
        .getLinesBuilder(0)
        .setPriceMinor(9_990_00)
        .setTotalMinor(9_990_00)
        .setPriceSource(PriceSource.PRICE_SOURCE_OVERRIDE);
    assertThat(post(cheaper).getDifferencesList()).containsExactly(unapproved(1, 9_990_00));

    EmergencyReceipt.Builder back =
        till.next(
            EmergencyTill.newBasket(),
            Clock.systemUTC().millis(),
            taxClass,
            EmergencyTill.line(other, 11_100_00),
            EmergencyTill.line(other, 11_100_00),
            EmergencyTill.line(other, 11_100_00).toBuilder()
                .setQuantityMilli(-1_000)
                .setTotalMinor(-11_100_00)
                .setKind(LineKind.LINE_KIND_RETURN)
                .build());
    assertThat(post(back).getDifferencesList()).containsExactly(unapproved(3, -11_100_00));
  }

  @Test
  void whatIsScannedAloneAtTheBasketsLevelIsProvenAsRetailPricesAre() throws SQLException {
    String item = store.item(11_100_00);
    try (TestLane office = store.lane("OWNER")) {
      LevelActs.level(office, "ANGGOTA", "Anggota");
      LevelActs.price(office, item, "ANGGOTA", 9_990_00);
      LevelActs.member(office, "77001", "Sari Dewi", "ANGGOTA");
    }
    lane.scan(item);
    var unused = LevelActs.setMember(lane, "77001");

    PostEmergencySaleResponse posted =
        post(atLevel(lane.ref(), item, 9_990_00)); // the second line is the lane's own

    assertThat(posted.getDifferencesList()).isEmpty();
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(19_980_00);
    assertThat(
            lane.sales()
                .getReceipt(GetReceiptRequest.newBuilder().setSaleId(posted.getSaleId()).build())
                .getReceipt()
                .getPriceLevel())
        .isEqualTo("Anggota");

    lane.adopt(Basket.getDefaultInstance());
    lane.scan(item);
    var unusedAgain = LevelActs.setMember(lane, "77001");
    assertThat(post(atLevel(lane.ref(), item, 8_880_00)).getDifferencesList())
        .containsExactly(
            EmergencyDifference.newBuilder()
                .setKind(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_PRICE)
                .setLine(2)
                .setAtLane("888000")
                .setAtServer("999000")
                .build());

    assertThat(post(atLevel(EmergencyTill.newBasket(), item, 9_990_00)).getDifferencesList())
        .as("of a basket without a level")
        .containsExactly(unapproved(1, 9_990_00), unapproved(2, 9_990_00));
  }

  @Test
  void aLineIsHeldAgainstTheStoresPriceByWhatItWasSoldAtWhateverItSaysOfIt() throws SQLException {
    String item = store.item(10_000_00);
    EmergencyLine cheap =
        EmergencyTill.line(item, 100_00).toBuilder().setListPriceMinor(10_000_00).build();

    PostEmergencySaleResponse posted =
        post(
            alone(
                cheap,
                cheap.toBuilder().setPriceSource(PriceSource.PRICE_SOURCE_ENTERED).build(),
                cheap.toBuilder().setPriceSource(PriceSource.PRICE_SOURCE_LABEL).build(),
                EmergencyTill.line(item, 10_000_00),
                cheap.toBuilder().setVoided(true).build()));

    assertThat(posted.getDifferencesList())
        .containsExactly(
            price(1, 100_00, 10_000_00), price(2, 100_00, 10_000_00), price(3, 100_00, 10_000_00));
    assertThat(EmergencyBooks.cashOf(store, posted)).as("as it was").isEqualTo(10_300_00);
    assertThat(
            post(alone(
                    EmergencyTill.line(item, 10_000_00).toBuilder().setListPriceMinor(1).build()))
                .getDifferencesList())
        .as("of a retail price that is none")
        .containsExactly(price(1, 1, 10_000_00));
  }

  @Test
  void anAmountOfALabelIsNoPartOfALineWhosePriceIsNotALabels() throws SQLException {
    String item = store.item(10_000_00);
    EmergencyLine cheap =
        EmergencyTill.line(item, 10_000_00).toBuilder()
            .setLabelAmountMinor(100_00)
            .setTotalMinor(100_00)
            .build();

    for (PriceSource source :
        List.of(
            PriceSource.PRICE_SOURCE_LIST,
            PriceSource.PRICE_SOURCE_ENTERED,
            PriceSource.PRICE_SOURCE_LEVEL,
            PriceSource.PRICE_SOURCE_OVERRIDE)) {
      assertThat(refusedInItsTurn(cheap.toBuilder().setPriceSource(source).build()))
          .as(source.toString())
          .isEqualTo("EMERGENCY_INVALID");
    }
    assertThat(EmergencyBooks.stock(store, item)).isZero();
    assertThat(
            post(alone(cheap.toBuilder().setPriceSource(PriceSource.PRICE_SOURCE_LABEL).build()))
                .getDifferencesList())
        .as("of a label, whose code says no amount")
        .containsExactly(price(1, 100_00, 0).toBuilder().setAtServer("").build());
  }

  /** The next receipt, whose number and link are right; the one after it is that again. */
  private String refusedInItsTurn(EmergencyLine line) {
    PostEmergencySaleRequest request = till.inShift(till.shiftId()).request(alone(line));
    return TestLane.outcome(() -> lane.emergency().postEmergencySale(request));
  }

  private EmergencyReceipt.Builder alone(EmergencyLine... lines) {
    return till.next(EmergencyTill.newBasket(), Clock.systemUTC().millis(), taxClass, lines);
  }

  /** An old shelf knows neither the level nor its prices; what it took is posted and listed. */
  @Test
  void whatALaneSellsAtRetailInABasketOfALevelIsListed() throws SQLException {
    String item = store.item(11_100_00);
    String other = store.item(5_000_00);
    try (TestLane office = store.lane("OWNER")) {
      LevelActs.level(office, "GROSIR", "Grosir");
      LevelActs.price(office, item, "GROSIR", 9_990_00);
      LevelActs.member(office, "77002", "Budi", "GROSIR");
    }
    lane.scan(other);
    var unused = LevelActs.setMember(lane, "77002");

    PostEmergencySaleResponse posted =
        post(
            till.next(
                lane.ref(),
                Clock.systemUTC().millis(),
                taxClass,
                EmergencyTill.line(other, 5_000_00),
                EmergencyTill.line(item, 11_100_00),
                EmergencyTill.line(other, 5_000_00),
                EmergencyTill.line(other, 4_000_00).toBuilder()
                    .setListPriceMinor(5_000_00)
                    .setPriceSource(PriceSource.PRICE_SOURCE_LEVEL)
                    .build()));

    assertThat(posted.getDifferencesList())
        .as("the other has no price at the level")
        .containsExactly(price(2, 11_100_00, 9_990_00), price(4, 4_000_00, 5_000_00));
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(25_100_00);
  }

  private static EmergencyDifference price(int line, long atLane, long atServer) {
    return EmergencyDifference.newBuilder()
        .setKind(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_PRICE)
        .setLine(line)
        .setAtLane(String.valueOf(atLane))
        .setAtServer(String.valueOf(atServer))
        .build();
  }

  /** Two pieces at a level: one at the price that it has, one at another. */
  private EmergencyReceipt.Builder atLevel(BasketRef basket, String item, long secondMinor) {
    return till.next(
        basket,
        Clock.systemUTC().millis(),
        taxClass,
        atLevel(item, 9_990_00),
        atLevel(item, secondMinor));
  }

  private static EmergencyLine atLevel(String item, long priceMinor) {
    return EmergencyTill.line(item, priceMinor).toBuilder()
        .setListPriceMinor(11_100_00)
        .setPriceSource(PriceSource.PRICE_SOURCE_LEVEL)
        .build();
  }

  private static EmergencyDifference unapproved(int line, long minor) {
    return EmergencyDifference.newBuilder()
        .setKind(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_UNAPPROVED)
        .setLine(line)
        .setAtLane(String.valueOf(minor))
        .build();
  }

  private static long operatorId(TestLane who) {
    return store.number(
        "SELECT operator_id FROM operator WHERE number = '%s'".formatted(who.operator()));
  }

  private void soldAtTheServer(String item, long priceMinor) {
    lane.scan(item);
    var unused = lane.pay(lane.cashRequest(priceMinor));
  }

  private static List<Long> numbers(ShiftReport report) {
    return List.of(
        report.getSaleCount(),
        report.getFirstReceipt(),
        report.getLastReceipt(),
        report.getEmergencyCount(),
        report.getFirstEmergency(),
        report.getLastEmergency());
  }

  @Test
  void xAndZHoldTheNumbersOfTheTwoSeriesApart() throws SQLException {
    String item = store.item(1_000_00);
    assertThat(numbers(x())).containsOnly(0L);
    post(receipt(EmergencyTill.newBasket(), item, 1_000_00));
    post(receipt(EmergencyTill.newBasket(), item, 1_000_00));
    assertThat(numbers(x())).containsExactly(2L, 0L, 0L, 2L, 1L, 2L);
    soldAtTheServer(item, 1_000_00);
    post(receipt(EmergencyTill.newBasket(), item, 1_000_00));
    assertThat(numbers(x())).containsExactly(4L, 1L, 1L, 3L, 1L, 3L);
    PostEmergencySaleRequest late =
        till.request(receipt(EmergencyTill.newBasket(), item, 1_000_00));

    ShiftReport z =
        lane.till()
            .closeShift(
                CloseShiftRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .addCounted(
                        Denomination.newBuilder().setValueMinor(1_000_00).setPieces(104).build())
                    .setLaneSaleCount(4)
                    .setLaneSaleTotalMinor(4_000_00)
                    .build())
            .getReport();

    assertThat(numbers(z)).containsExactly(4L, 1L, 1L, 3L, 1L, 3L);
    assertThat(z.getComplete()).isTrue();
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM z_report z JOIN receipt_head h USING (terminal_id)"
                    + " WHERE h.series = 'E' AND h.last_hash = z.emergency_hash"
                    + " AND z.emergency_number = 3 AND z.shift_id ="
                    + " UNHEX(REPLACE('%s', '-', ''))".formatted(till.shiftId())))
        .as("the Z holds the head of series E")
        .isOne();
    assertThat(EmergencyBooks.kinds(lane.emergency().postEmergencySale(late)))
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_LATE);
    lane.openShift(0);
    assertThat(lane.till().getZReport(GetZReportRequest.getDefaultInstance()).getReport())
        .as("the copy, though a receipt of the shift has come in since")
        .isEqualTo(z);
  }

  private ShiftReport x() {
    return lane.till().getXReport(GetXReportRequest.getDefaultInstance()).getReport();
  }

  private EmergencyReceipt.Builder ofUnknownItem(EmergencyTill by, EmergencyLine line) {
    return by.next(EmergencyTill.newBasket(), Clock.systemUTC().millis(), taxClass, line);
  }

  @Test
  void anItemThatTheStoreDoesNotKnowIsPostedAsAnAmountOfADepartment() throws SQLException {
    String item = store.item(3_000_00);
    EmergencyLine unknown =
        EmergencyTill.line("NEVER-" + item, 8_100_00).toBuilder()
            .setName("Sirup Lupa 1 l")
            .setTaxClassId(taxClass)
            .build();

    PostEmergencySaleResponse posted =
        post(
            till.next(
                EmergencyTill.newBasket(),
                Clock.systemUTC().millis(),
                taxClass,
                unknown,
                EmergencyTill.line(item, 3_000_00)));

    assertThat(EmergencyBooks.kinds(posted))
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_ITEM);
    assertThat(posted.getDifferences(0).getLine()).isEqualTo(1);
    assertThat(posted.getDifferences(0).getAtLane()).isEqualTo("NEVER-" + item + " Sirup Lupa 1 l");
    assertThat(posted.getDifferences(0).getAtServer()).startsWith("DEPARTMENT ");
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(11_100_00);
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-1_000);
    Receipt receipt =
        lane.sales()
            .getReceipt(GetReceiptRequest.newBuilder().setSaleId(posted.getSaleId()).build())
            .getReceipt();
    assertThat(receipt.getLines(0).getName()).isEqualTo("Sirup Lupa 1 l");
    assertThat(receipt.getTaxes(0).getTaxMinor()).isEqualTo(1_100_00);
    store.assertAuditClean();
  }

  /** As many lines as a basket can have, and more to say of them than an answer holds. */
  @Test
  void aLongReceiptComesInAndTheAnswerSaysOfItWhatItCan() throws SQLException {
    String item = store.item(1_000_00);
    EmergencyLine[] lines = new EmergencyLine[2_100];
    Arrays.fill(lines, EmergencyTill.line(item, 1_000_00));
    EmergencyLine unknown =
        EmergencyTill.line("NEVER-LONG", 1_000_00).toBuilder()
            .setName("\u30b4".repeat(180))
            .setTaxClassId(taxClass)
            .build();
    Arrays.fill(lines, 0, 60, unknown);
    long now = Clock.systemUTC().millis();

    PostEmergencySaleResponse posted =
        post(till.next(EmergencyTill.newBasket(), now, taxClass, lines));

    assertThat(posted.getOutcome()).isEqualTo(EmergencyOutcome.EMERGENCY_OUTCOME_POSTED);
    assertThat(posted.getDifferencesCount()).as("told").isBetween(5, 49);
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM emergency_difference WHERE at_lane LIKE 'NEVER-LONG%'"))
        .as("kept")
        .isEqualTo(60);
    assertThat(EmergencyBooks.stock(store, item)).isEqualTo(-2_040_000);
    EmergencyLine[] tooMany = new EmergencyLine[5_001];
    Arrays.fill(tooMany, EmergencyTill.line(item, 1_000_00));
    assertThat(
            TestLane.outcome(
                () -> post(till.next(EmergencyTill.newBasket(), now, taxClass, tooMany))))
        .isEqualTo("EMERGENCY_INVALID");
  }

  @Test
  void aLineOfAnOlderLaneIsTaxedAsItsReceiptIs() {
    PostEmergencySaleResponse posted =
        post(ofUnknownItem(till, EmergencyTill.line("NEVER-OLD", 11_100_00)));

    assertThat(EmergencyBooks.kinds(posted))
        .as("neither total nor tax differ")
        .containsExactly(EmergencyDifferenceKind.EMERGENCY_DIFFERENCE_KIND_ITEM);
    assertThat(EmergencyBooks.cashOf(store, posted)).isEqualTo(11_100_00);
  }

  @Test
  void whatIsAlteredLaterIsSeenByTheAudit() throws SQLException {
    String item = store.item(3_000_00);
    post(receipt(EmergencyTill.newBasket(), item, 3_000_00));
    for (String bend :
        List.of(
            "UPDATE emergency_line SET price_minor = price_minor + 100 WHERE item_code = '%s'",
            "UPDATE emergency_receipt e JOIN emergency_line l USING (terminal_id, number)"
                + " SET e.outcome = 'SECOND_PAPER' WHERE l.item_code = '%s'",
            "UPDATE emergency_line SET quantity_milli = quantity_milli * 2 WHERE item_code = '%s'",
            "DELETE e FROM emergency_receipt e JOIN emergency_line l USING (terminal_id, number)"
                + " WHERE l.item_code = '%s'")) {
      assertThat(store.brokenAfter(bend.formatted(item))).as(bend).isNotEmpty();
    }
  }
}
