package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DiscountPresenterTest {
  private static final int TEA_LINE = 11;

  private final PresentedLane shop = new PresentedLane();

  @Test
  void whoMayGivesAPartOfTheLargeLine() {
    open("sale.discount");

    shop.type("10");
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().form().isAt("reason")).isTrue();
    shop.type("penyok");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("discountLine " + TEA_LINE + " 100000ppm penyok ");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().basket().line(TEA_LINE).orElseThrow().discountMinor())
        .isEqualTo(1_750_00);
    assertThat(shop.state().message().key()).isEqualTo("discounted");
  }

  @Test
  void anAmountOfTheWholeBasket() {
    open("sale.discount");

    shop.press(LaneKey.F3, LaneKey.F5);
    typed("5000", "pelanggan lama");

    assertThat(shop.lane.acts).endsWith("discountBasket 500000 pelanggan lama ");
    assertThat(shop.state().message()).isEqualTo(Message.ok("basketDiscounted", Map.of()));
  }

  @Test
  void theSignOfAPartMeansAPart() {
    open("sale.discount");
    shop.press(LaneKey.F5);
    assertThat(panel().part()).isFalse();

    shop.type("2,5%");

    assertThat(panel().part()).isTrue();
    assertThat(shop.state().form().text("amount")).isEqualTo("2,5");
  }

  @Test
  void inAReasonItIsALetter() {
    open("sale.discount");
    shop.press(LaneKey.F5);
    shop.type("10");
    shop.press(LaneKey.ENTER);

    shop.type("promo 5%");

    assertThat(panel().part()).isFalse();
    assertThat(shop.state().form().text("amount")).isEqualTo("10");
    assertThat(shop.state().form().text("reason")).isEqualTo("promo 5%");
  }

  /** 10 % is no price of 10: nobody sells an item at that because he changed his mind. */
  @Test
  void aFigureGoesWhenItWouldMeanSomethingElse() {
    open("sale.discount", "sale.override");
    shop.type("10");
    shop.press(LaneKey.ENTER);
    shop.type("penyok");

    shop.press(LaneKey.F4, LaneKey.ENTER);

    assertThat(shop.state().form().text("amount")).isEmpty();
    assertThat(shop.state().form().isAt("amount")).isTrue();
    assertThat(shop.state().form().text("reason")).isEqualTo("penyok");
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("overridePrice"));
    for (LaneKey other : new LaneKey[] {LaneKey.F2, LaneKey.F5}) {
      shop.type("8");
      shop.press(other);
      assertThat(shop.state().form().text("amount")).as("%s", other).isEmpty();
    }
  }

  @Test
  void aFigureStaysWhenItMeansTheSameOfAllAsOfALine() {
    open("sale.discount");
    shop.type("10");

    shop.press(LaneKey.F3);

    assertThat(shop.state().form().text("amount")).isEqualTo("10");
  }

  @Test
  void aNewPriceIsNoPart() {
    open("sale.override");
    shop.press(LaneKey.F4);
    shop.type("8000");

    for (boolean sign : new boolean[] {true, false}) {
      if (sign) {
        shop.type("%");
      } else {
        shop.press(LaneKey.F5);
      }
      assertThat(shop.state().message()).isEqualTo(Message.info("priceIsMoney"));
      assertThat(panel().isPart()).isFalse();
      assertThat(shop.state().form().text("amount")).isEqualTo("8000");
    }
  }

  /** What is said never asks for what is there already. */
  @Test
  void theNextStepIsSaid() {
    open("sale.discount");
    assertThat(said()).isEqualTo("panel.Discount");
    shop.type("10");
    assertThat(said()).isEqualTo("amountTyped");
    shop.press(LaneKey.ENTER);
    assertThat(said()).isEqualTo("reasonNext");
    shop.type("p");
    assertThat(said()).isEqualTo("reasonTyped");
    shop.press(LaneKey.F4);
    assertThat(said()).isEqualTo("amountNext");
    shop.press(LaneKey.TAB);
    assertThat(said()).isEqualTo("reasonTyped");
    shop.press(LaneKey.BACKSPACE);
    assertThat(said()).isEqualTo("reasonNext");
  }

  private String said() {
    return shop.state().message().key();
  }

  @Test
  void anotherPriceIsAlwaysMoney() {
    open("sale.override");

    shop.press(LaneKey.F4);
    typed("8000", "label rak");

    assertThat(shop.lane.acts).endsWith("overridePrice " + TEA_LINE + " 800000 label rak ");
    assertThat(shop.state().basket().line(TEA_LINE).orElseThrow().priceMinor()).isEqualTo(8_000_00);
  }

  @Test
  void whoMayNotNeedsASupervisorWhoReadsWhatItIsAbout() {
    open();
    typed("10", "penyok");

    var asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.discount");
    assertThat(asked.matter().told(shop.presenter.state().formats())).isEqualTo("10%, penyok");
    assertThat(asked.line()).map(LineView::lineId).hasValue(TEA_LINE);
    shop.type("2007");
    shop.press(LaneKey.ENTER);
    shop.type("9876");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts)
        .endsWith(
            "approve 2007 sale.discount", "discountLine " + TEA_LINE + " 100000ppm penyok ok-1");
    assertThat(shop.state().message())
        .isEqualTo(Message.ok("approved", Map.of("name", "Budi Hartono")));
  }

  @Test
  void whoGivesUpAtTheSupervisorHasChangedNothing() {
    open();
    typed("10", "penyok");

    shop.press(LaneKey.ESC);

    assertThat(shop.state().basket().line(TEA_LINE).orElseThrow().discountMinor()).isZero();
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void theDeskIsToldOfTheNewPriceAndWhatItTakesOff() {
    open();
    shop.press(LaneKey.F4);
    typed("8000", "penyok");

    shop.press(LaneKey.F9);

    Matter asked = shop.lane.askedDesk.orElseThrow().matter();
    assertThat(asked.newPriceMinor()).isEqualTo(8_000_00);
    assertThat(asked.words()).isEqualTo("penyok");
    assertThat(asked.comesToMinor()).isEqualTo(FakeLane.COMES_TO);
    assertThat(asked.told(shop.presenter.state().formats())).isEqualTo("Rp\u00a08.000, penyok");
  }

  @Test
  void theDeskIsToldOfTheWholeBasketAndThePart() {
    open();
    shop.press(LaneKey.F3);
    typed("10", "penyok");

    shop.press(LaneKey.F9);

    DeskQuestion asked = shop.lane.askedDesk.orElseThrow();
    assertThat(asked.line()).isEmpty();
    assertThat(asked.matter().percentMicro()).isEqualTo(100_000);
    assertThat(asked.basketMinor()).hasValue(shop.state().basket().totalMinor());
  }

  @Test
  void whatIsRefusedStaysTyped() {
    open("sale.discount");
    shop.lane.refusesWith = "DISCOUNT_NOT_ALLOWED";

    typed("10", "penyok");

    assertThat(panel().kind()).isEqualTo(DiscountKind.LINE);
    assertThat(shop.state().form().text("reason")).isEqualTo("penyok");
    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.DISCOUNT_NOT_ALLOWED", Map.of()));
  }

  @Test
  void nothingMoreThanTheWholeAndNothingWithoutAReason() {
    open("sale.discount");

    typed("101", "");
    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.DISCOUNT_INVALID", Map.of()));
    shop.press(LaneKey.BACKSPACE, LaneKey.BACKSPACE, LaneKey.BACKSPACE, LaneKey.ENTER);
    assertThat(shop.state().message()).isEqualTo(Message.error("noPart", Map.of()));
    shop.type("100");
    shop.press(LaneKey.ENTER, LaneKey.ENTER);
    assertThat(shop.state().message()).isEqualTo(Message.error("refused.REASON_NEEDED", Map.of()));

    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("discount"));
  }

  @Test
  void scansWaitMeanwhileAndComeAfterwards() {
    open("sale.discount");

    shop.presenter.scanned(FakeLane.RICE);
    assertThat(shop.state().scansWaiting()).isEqualTo(1);
    typed("10", "penyok");

    assertThat(shop.lane.acts).endsWith("addLine " + FakeLane.RICE + " 0");
    assertThat(shop.state().basket().line(TEA_LINE).orElseThrow().discountMinor()).isPositive();
  }

  @Test
  void withoutTheServerItIsSaidThatOnlyCashSalesArePossible() {
    shop.selling();
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));

    shop.press(LaneKey.F6);

    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.EMERGENCY_ONLY_CASH", Map.of()));
  }

  @Test
  void anEmptyBasketHasNothingToDiscount() {
    shop.signOn();

    shop.press(LaneKey.F6);

    assertThat(shop.state().message()).isEqualTo(Message.warn("emptyBasket", Map.of()));
  }

  private void open(String... permissions) {
    shop.lane.permissions = Set.of(permissions);
    shop.selling();
    shop.press(LaneKey.F6);
    assertThat(panel().line().lineId()).isEqualTo(TEA_LINE);
  }

  private void typed(String amount, String reason) {
    shop.type(amount);
    shop.press(LaneKey.ENTER);
    shop.type(reason);
    if (!reason.isEmpty()) {
      shop.press(LaneKey.ENTER);
    }
  }

  private Panel.Discount panel() {
    return (Panel.Discount) shop.state().panel();
  }
}
