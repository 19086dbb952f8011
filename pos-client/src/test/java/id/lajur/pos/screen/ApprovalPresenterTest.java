package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supervisor's word that comes from the manager's desk. */
class ApprovalPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @BeforeEach
  void aVoidNeedsApproval() {
    shop.selling();
    shop.lane.voidNeedsApproval = true;
    shop.press(LaneKey.F8);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Approval.class);
  }

  @Test
  void theDesksYesDoesTheAct() {
    shop.press(LaneKey.F9);
    assertThat(shop.state().message()).isEqualTo(Message.info("askedAtDesk"));
    assertThat(shop.state().panel()).isInstanceOf(Panel.Approval.class);

    shop.lane.desk.complete(new ApprovalView("desk-1", "Hadi"));

    assertThat(shop.lane.acts).endsWith("askDesk sale.void_line", "voidLine 11 desk-1");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().message()).isEqualTo(Message.ok("approved", Map.of("name", "Hadi")));
  }

  @Test
  void theDeskIsToldOfWhichLineAndOfWhichBasket() {
    shop.press(LaneKey.F9);

    DeskQuestion asked = shop.lane.askedDesk.orElseThrow();
    assertThat(asked.permission()).isEqualTo("sale.void_line");
    assertThat(asked.line()).isEqualTo(shop.state().largeLine());
    assertThat(asked.basketMinor()).hasValue(shop.state().basket().totalMinor());
  }

  @Test
  void aWholeBasketIsNoneOfItsLines() {
    shop.press(LaneKey.ESC, LaneKey.SHIFT_F8, LaneKey.ENTER);

    Panel.Approval asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.void_basket");
    assertThat(asked.line()).isEmpty();
    assertThat(asked.totalMinor()).isEqualTo(shop.state().basket().totalMinor()).isPositive();
    assertThat(DeskQuestion.of(asked, shop.state().basket()).line()).isEmpty();
  }

  @Test
  void goodsThatComeInOnASupervisorsWordAreNotTheLineBeforeThem() {
    shop.press(LaneKey.ESC);
    shop.lane.scanNeedsApproval = true;
    shop.type("500");
    shop.press(LaneKey.TIMES);
    shop.presenter.scanned(FakeLane.TEA);

    Panel.Approval asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.line()).isEmpty();
    assertThat(asked.matter())
        .isEqualTo(Matter.goods(FakeLane.TEA, 500_000, "").comingTo(FakeLane.COMES_TO));
  }

  @Test
  void anotherQuantityIsAskedForWithItsLine() {
    shop.press(LaneKey.ESC);
    shop.lane.scanNeedsApproval = true;
    LineView line = shop.state().largeLine().orElseThrow();
    shop.press(LaneKey.F4);
    shop.type("500");
    shop.press(LaneKey.ENTER);

    Panel.Approval asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.line()).hasValue(line);
    assertThat(asked.matter().quantityMilli()).isEqualTo(500_000);
    assertThat(asked.matter().comesToMinor()).isEqualTo(FakeLane.COMES_TO);
  }

  @Test
  void cashThatMovesIsNoBasket() {
    var cash = new Panel.Approval("till.cash", java.util.Optional.empty(), 5_00, "", Matter.NONE);

    assertThat(DeskQuestion.of(cash, shop.state().basket()).basketMinor()).isEmpty();
  }

  @Test
  void theDesksNoIsSaidAndTheSupervisorMayStillType() {
    shop.press(LaneKey.F9);

    shop.lane.desk.completeExceptionally(
        new LaneRefusal(LaneRefusal.APPROVAL_DECLINED, Map.of("name", "Hadi")));

    assertThat(shop.state().message().key()).isEqualTo("refused.APPROVAL_DECLINED");
    assertThat(shop.state().panel()).isInstanceOf(Panel.Approval.class);
    typed();
    assertThat(shop.lane.acts).endsWith("approve 2007 sale.void_line", "voidLine 11 ok-1");
  }

  @Test
  void aPinTypedMeanwhileTakesTheQuestionBack() {
    shop.press(LaneKey.F9);

    typed();
    shop.lane.desk.complete(new ApprovalView("desk-1", "Hadi"));

    assertThat(shop.lane.acts)
        .endsWith("approve 2007 sale.void_line", "takeBackFromDesk", "voidLine 11 ok-1");
  }

  @Test
  void whoGivesUpTakesTheQuestionBack() {
    shop.press(LaneKey.F9, LaneKey.ESC);

    shop.lane.desk.complete(new ApprovalView("desk-1", "Hadi"));

    assertThat(shop.lane.acts).endsWith("askDesk sale.void_line", "takeBackFromDesk");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void helpOverTheQuestionDoesNotHideTheAnswer() {
    shop.press(LaneKey.F9, LaneKey.F1);

    shop.lane.desk.complete(new ApprovalView("desk-1", "Hadi"));

    assertThat(shop.lane.acts).endsWith("voidLine 11 desk-1");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void askingTwiceAsksOnce() {
    shop.press(LaneKey.F9, LaneKey.F9);

    assertThat(shop.lane.acts.stream().filter(act -> act.startsWith("askDesk"))).hasSize(1);
  }

  private void typed() {
    shop.type("2007");
    shop.press(LaneKey.ENTER);
    shop.type("9876");
    shop.press(LaneKey.ENTER);
  }
}
