package id.lajur.server.store;

import static id.lajur.server.store.LineActs.changeQuantity;
import static id.lajur.server.store.LineActs.discountLine;
import static id.lajur.server.store.LineActs.override;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.lajur.sale.v1.DiscountBasketRequest;
import id.lajur.sale.v1.DiscountSource;
import id.lajur.sale.v1.ExplainLineRequest;
import id.lajur.sale.v1.ExplainLineResponse;
import id.lajur.sale.v1.LineReduction;
import id.lajur.sale.v1.PriceSource;
import io.grpc.StatusRuntimeException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Why a line costs what it does, read beside what the basket says. */
class ExplainLineTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @Test
  void aPlainLineCostsItsListPriceWithItsTaxInside() throws SQLException {
    TestLane lane = store.lane();
    int line = lane.scan(store.item(11_100_00)).getLineId();

    ExplainLineResponse explained = explain(lane, line);

    assertThat(explained.getLine()).isEqualTo(lane.reread().getLines(0));
    assertThat(explained.getLine().getPriceSource()).isEqualTo(PriceSource.PRICE_SOURCE_LIST);
    assertThat(explained.hasOverride()).isFalse();
    assertThat(explained.getReductionsList()).isEmpty();
    assertThat(explained.getExtendedMinor()).isEqualTo(11_100_00);
    assertThat(explained.getRoundingMinor()).isZero();
    assertThat(explained.getTax().getName()).isEqualTo("PPN");
    assertThat(explained.getTax().getRateMicro()).isEqualTo(120_000);
    assertThat(explained.getTax().getOnTop()).isFalse();
    assertThat(explained.getTax().getTaxableMinor()).isEqualTo(10_000_00);
    assertThat(explained.getTax().getOtherBaseMinor()).isEqualTo(9_166_67);
    assertThat(explained.getTax().getTaxMinor()).isEqualTo(1_100_00);
    assertThat(explained.getNetMinor()).isEqualTo(11_100_00);
  }

  @Test
  void anOverrideAndADiscountAreToldWithWhoGaveAndWhoApprovedThem() throws SQLException {
    TestLane lane = store.lane();
    TestLane supervisor = store.lane("SUPERVISOR");
    int line = lane.scan(store.item(10_000_00)).getLineId();
    String basket = lane.ref().getBasketId();
    lane.adopt(override(lane, line, 8_000_00, lane.approve(supervisor, "sale.override", basket)));
    lane.adopt(discountLine(lane, line, 500_00, lane.approve(supervisor, "sale.discount", basket)));

    ExplainLineResponse explained = explain(lane, line);

    assertThat(explained.getLine().getListPriceMinor()).isEqualTo(10_000_00);
    assertThat(explained.getOverride().getOperatorName()).isEqualTo(nameOf(lane));
    assertThat(explained.getOverride().getApproverName()).isEqualTo(nameOf(supervisor));
    assertThat(explained.getOverride().getReason()).isEqualTo("harga rak");
    LineReduction discount = explained.getReductions(0);
    assertThat(discount.getWholeBasket()).isFalse();
    assertThat(discount.getAmountMinor()).isEqualTo(500_00);
    assertThat(discount.getAct().getOperatorName()).isEqualTo(nameOf(lane));
    assertThat(discount.getAct().getApproverName()).isEqualTo(nameOf(supervisor));
    assertThat(discount.getAct().getReason()).isEqualTo("penyok");
    assertThat(explained.getNetMinor()).isEqualTo(7_500_00);
  }

  @Test
  void whatALineHasOfTheBasketsDiscountsIsTold() throws SQLException {
    TestLane lane = store.lane("OWNER");
    int dear = lane.scan(store.item(30_000_00)).getLineId();
    int cheap = lane.scan(store.item(10_000_00)).getLineId();
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_MEMBER, 4_000_00);
    discountBasket(lane, DiscountSource.DISCOUNT_SOURCE_COUPON, 400_00);

    ExplainLineResponse ofDear = explain(lane, dear);
    ExplainLineResponse ofCheap = explain(lane, cheap);

    assertThat(ofDear.getReductionsList())
        .extracting(LineReduction::getSource)
        .containsExactly(
            DiscountSource.DISCOUNT_SOURCE_MEMBER, DiscountSource.DISCOUNT_SOURCE_COUPON);
    for (int i = 0; i < 2; i++) {
      long given = ofDear.getReductions(i).getGivenMinor();
      assertThat(ofDear.getReductions(i).getWholeBasket()).isTrue();
      assertThat(
              ofDear.getReductions(i).getAmountMinor() + ofCheap.getReductions(i).getAmountMinor())
          .isEqualTo(given);
    }
    assertThat(ofDear.getReductions(0).getAmountMinor()).isEqualTo(3_000_00);
    assertThat(ofDear.getTax().getTaxableMinor() + ofDear.getTax().getTaxMinor())
        .isEqualTo(27_000_00); // the coupon pays, and lowers no base
    assertThat(ofDear.getNetMinor() + ofCheap.getNetMinor())
        .isEqualTo(lane.reread().getTotals().getTotalMinor());
  }

  @Test
  void theRoundingOfAWeightIsTold() throws SQLException {
    TestLane lane = store.lane("OWNER");
    int line = lane.scan(store.item(333_00)).getLineId();
    lane.adopt(changeQuantity(lane, line, 1_005, ""));

    ExplainLineResponse explained = explain(lane, line);

    assertThat(explained.getExtendedMinor()).isEqualTo(335_00);
    assertThat(explained.getRoundingMinor()).isEqualTo(33); // 334.665, in whole minor units 334.67
  }

  @Test
  void aQuantityChangedAfterwardsEndsADiscountAndKeepsAnOverride() throws SQLException {
    TestLane lane = store.lane("OWNER");
    int line = lane.scan(store.item(10_000_00)).getLineId();
    lane.adopt(override(lane, line, 8_000_00, ""));
    lane.adopt(discountLine(lane, line, 500_00, ""));
    lane.adopt(changeQuantity(lane, line, 2_000, ""));

    ExplainLineResponse explained = explain(lane, line);

    assertThat(explained.getReductionsList()).isEmpty();
    assertThat(explained.getOverride().getApproverName()).isEmpty();
    assertThat(explained.getNetMinor()).isEqualTo(16_000_00);
  }

  @Test
  void whatIsNotThereIsRefused() throws SQLException {
    TestLane lane = store.lane();
    int line = lane.scan(store.item(1_000_00)).getLineId();

    refused("LINE_UNKNOWN", () -> explain(lane, line + 1));
    refused("ID_INVALID", () -> explain(lane, "none", line));
    refused("BASKET_UNKNOWN", () -> explain(lane, TestLane.newId(), line));
    lane.voidLine(line);
    refused("LINE_UNKNOWN", () -> explain(lane, line));
  }

  private static ExplainLineResponse explain(TestLane lane, int line) {
    return explain(lane, lane.ref().getBasketId(), line);
  }

  private static ExplainLineResponse explain(TestLane lane, String basketId, int line) {
    return lane.baskets()
        .explainLine(ExplainLineRequest.newBuilder().setBasketId(basketId).setLineId(line).build());
  }

  private static void discountBasket(TestLane lane, DiscountSource source, long amountMinor) {
    lane.adopt(
        lane.baskets()
            .discountBasket(
                DiscountBasketRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setSource(source)
                    .setAmountMinor(amountMinor)
                    .setReason("anggota")
                    .build())
            .getBasket());
  }

  private static String nameOf(TestLane lane) {
    return store.text("SELECT name FROM operator WHERE number = '" + lane.operator() + "'");
  }

  private static void refused(String reason, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            StatusRuntimeException.class,
            refusal -> assertThat(TestLane.reason(refusal)).isEqualTo(reason));
  }
}
