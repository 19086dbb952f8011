package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.LaneState.Phase;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReturnPresenterTest {
  private static final String RECEIPT = "L01-S000012";

  private final PresentedLane shop = new PresentedLane();

  @Test
  void aScannedReceiptShowsWhatCanComeBackAndTheListStaysForTheNextLine() {
    open("sale.return");

    shop.presenter.scanned(RECEIPT);
    assertThat(lines().receipt().lines()).hasSize(3);
    shop.press(LaneKey.DOWN, LaneKey.ENTER);
    assertThat(shop.state().form().text("quantity")).isEqualTo("3");
    shop.press(LaneKey.BACKSPACE);
    shop.type("2");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("takeBack 8991002101238 2000 1782000 " + RECEIPT + " ");
    assertThat(shop.state().message().key()).isEqualTo("returned");
    assertThat(shop.state().basket().lastLine()).map(LineView::quantityMilli).hasValue(-2_000L);
    assertThat(lines().picked()).isFalse();
    assertThat(lines().line().quantityMilli()).isEqualTo(1_000);
  }

  @Test
  void noMoreComesBackThanWasSold() {
    open("sale.return");
    shop.presenter.scanned(RECEIPT);

    shop.press(LaneKey.ENTER, LaneKey.BACKSPACE);
    shop.type("3");
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().message()).isEqualTo(Message.error("returnTooMuch", Map.of("n", "2")));
    shop.press(LaneKey.BACKSPACE);
    shop.type("2");
    shop.press(LaneKey.ENTER, LaneKey.ENTER);

    assertThat(shop.state().message().key()).isEqualTo("returnedAlready");
    assertThat(shop.lane.acts).filteredOn(act -> act.startsWith("takeBack")).hasSize(1);
  }

  @Test
  void aCashierNeedsASupervisorAndComesBackToTheListAfterwards() {
    open();
    shop.presenter.scanned(RECEIPT);

    shop.press(LaneKey.ENTER, LaneKey.ENTER);
    var asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.return");
    assertThat(asked.matter().told(shop.presenter.state().formats()))
        .isEqualTo("2 × Teh Celup Melati 25 kantong, " + RECEIPT);
    shop.type("2007");
    shop.press(LaneKey.ENTER);
    shop.type("9876");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts)
        .endsWith("takeBack " + FakeLane.TEA + " 2000 875000 " + RECEIPT + " ok-1");
    assertThat(lines().line().quantityMilli()).isZero();
  }

  @Test
  void aTouchPicksALine() {
    open("sale.return");
    shop.presenter.scanned(RECEIPT);

    shop.presenter.row(2);

    assertThat(lines().picked()).isTrue();
    assertThat(shop.state().form().text("quantity")).isEqualTo("1,246");
  }

  @Test
  void anUnknownReceiptIsSaid() {
    open("sale.return");
    shop.type("L01-S000099");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.SALE_UNKNOWN", Map.of("number", "L01-S000099")));
    assertThat(shop.state().panel()).isInstanceOf(Panel.ReturnReceipt.class);
  }

  @Test
  void withoutAReceiptTheGoodsAreScannedAndAReasonIsGiven() {
    open("sale.return");

    shop.press(LaneKey.F2);
    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.state().form().isAt("quantity")).isTrue();
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().form().isAt("reason")).isTrue();
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().message()).isEqualTo(Message.error("refused.REASON_NEEDED", Map.of()));
    shop.type("rusak");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("takeBack " + FakeLane.TEA + " 0 now rusak ");
    assertThat(shop.state().basket().lastLine()).map(LineView::totalMinor).hasValue(-8_750_00L);
  }

  @Test
  void noneOfSomethingDoesNotComeBack() {
    open("sale.return");
    shop.press(LaneKey.F2);
    shop.presenter.scanned(FakeLane.TEA);
    shop.type("0");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message()).isEqualTo(Message.error("noQuantity", Map.of()));
    assertThat(shop.state().form().isAt("quantity")).isTrue();
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("takeBack"));
  }

  @Test
  void moneyIsHandedOutForWhatCameBack() {
    open("sale.return");
    shop.press(LaneKey.F2);
    shop.presenter.scanned(FakeLane.TEA);
    shop.press(LaneKey.ENTER);
    shop.type("rusak");
    shop.press(LaneKey.ENTER, LaneKey.F12);
    assertThat(shop.state().message()).isEqualTo(Message.info("refund"));

    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("pay -875000 CASH -870000");
    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
    assertThat(shop.state().lastReceipt()).map(ReceiptView::changeMinor).hasValue(8_700_00L);
  }

  @Test
  void withoutTheServerItIsSaidThatOnlyCashSalesArePossible() {
    shop.signOn();
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));

    shop.press(LaneKey.F10, LaneKey.F4);

    assertThat(shop.state().message())
        .isEqualTo(Message.error("refused.EMERGENCY_ONLY_CASH", Map.of()));
  }

  private void open(String... permissions) {
    shop.lane.permissions = Set.of(permissions);
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F4);
    assertThat(shop.state().panel()).isInstanceOf(Panel.ReturnReceipt.class);
  }

  private Panel.ReturnLines lines() {
    return (Panel.ReturnLines) shop.state().panel();
  }
}
