package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LockPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void onlyThePinOfWhoeverIsSignedOnOpensItWithTheBasketAsItWas() {
    lock();
    assertThat(shop.state().basket().isEmpty()).isFalse();

    shop.type("9999");
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
    assertThat(shop.state().message().key()).isEqualTo("refused.SIGN_ON_FAILED");
    assertThat(shop.state().form().text("pin")).isEmpty();
    shop.type("1234");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("signOn 1042", "signOn 1042");
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().basket().lineCount()).isEqualTo(10);
  }

  @Test
  void noOtherKeyAndNoEventOpensIt() {
    lock();

    shop.press(LaneKey.ESC, LaneKey.F2, LaneKey.F8, LaneKey.F10, LaneKey.F12, LaneKey.ENTER);
    shop.press(LaneKey.F1, LaneKey.F1);
    shop.presenter.basketBack(shop.lane.basket());
    shop.presenter.quickKey('Q');
    shop.presenter.line(1);

    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SELLING);
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("addLine"));
  }

  @Test
  void scansWaitUntilItIsOpen() {
    lock();

    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.state().scansWaiting()).isEqualTo(1);
    shop.type("1234");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("addLine " + FakeLane.TEA + " 0");
    assertThat(shop.state().scansWaiting()).isZero();
  }

  @Test
  void whileAnAnswerIsAwaitedItDoesNotLock() {
    shop.selling();
    shop.lane.holdsAnswers = true;
    shop.presenter.scanned(FakeLane.TEA);

    shop.press(LaneKey.F10, LaneKey.F12);

    assertThat(shop.state().message()).isEqualTo(Message.error("actsWait", Map.of()));
  }

  @Test
  void aLaneThatIsLeftAloneLocksWithAllAsItWas() {
    shop.selling().press(LaneKey.F2);
    shop.type("susu");
    Panel search = shop.state().panel();

    assertThat(shop.presenter.idle()).isTrue();
    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.state().scansWaiting()).isEqualTo(1);
    unlock();

    assertThat(shop.state().panel()).isEqualTo(search);
    assertThat(shop.state().form().text()).isEqualTo("susu");
    assertThat(shop.state().scansWaiting()).isZero();
    assertThat(shop.state().basket().lineCount()).isEqualTo(11);
  }

  @Test
  void itNeverLocksWhileAPaymentIsBeingAnswered() {
    shop.selling().press(LaneKey.F12, LaneKey.F2);
    shop.lane.holdsAnswers = true;
    shop.press(LaneKey.ENTER);

    assertThat(shop.presenter.idle()).isFalse();
    assertThat(shop.state().isLocked()).isFalse();

    shop.lane.answer();
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.DONE);
    assertThat(shop.presenter.idle()).isTrue();
    assertThat(shop.state().isLocked()).isTrue();
    assertThat(shop.state().basket().isEmpty()).isTrue();
  }

  @Test
  void aScanThatMetTheEndOfTheSessionIsSoldBeforeThoseBehindIt() {
    shop.signOn();
    shop.lane.holdsAnswers = true;
    shop.presenter.scanned(FakeLane.TEA);
    shop.presenter.scanned(FakeLane.RICE);
    shop.presenter.scanned(FakeLane.TEA);
    shop.lane.sessionEnded = true;
    shop.lane.holdsAnswers = false;

    shop.lane.answer();

    assertThat(shop.state().message().key()).isEqualTo("refused.NOT_SIGNED_ON");
    assertThat(shop.state().isLocked()).isTrue();
    assertThat(shop.state().scansWaiting()).isEqualTo(2);
    shop.lane.sessionEnded = false;
    unlock();
    assertThat(shop.state().basket().lines())
        .extracting(LineView::barcode)
        .containsExactly(FakeLane.TEA, FakeLane.RICE, FakeLane.TEA);
    assertThat(shop.state().scansWaiting()).isZero();
  }

  @Test
  void aScanThatTheLaneKeptItselfIsNotDoneAgain() {
    shop.signOn();
    shop.lane.sessionEnded = true;
    shop.lane.keepsAtTheEnd = true;

    shop.presenter.scanned(FakeLane.TEA);

    assertThat(shop.state().isLocked()).isTrue();
    assertThat(shop.state().scansWaiting()).isZero();
  }

  @Test
  void goodsOnTheScaleAreNotLostEither() {
    shop.signOn();
    shop.presenter.scanned(FakeLane.CHICKEN);
    shop.type("1,5");
    assertThat(shop.presenter.idle()).isTrue();
    unlock();
    assertThat(shop.state().panel()).isInstanceOf(Panel.Weigh.class);
    assertThat(shop.state().form().text()).isEqualTo("1,5");

    shop.lane.sessionEnded = true;
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().isLocked()).isTrue();
    shop.lane.sessionEnded = false;
    unlock();

    assertThat(shop.state().basket().lastLine().orElseThrow().quantityMilli()).isEqualTo(1_500);
    assertThat(shop.state().basket().lineCount()).isEqualTo(1);
  }

  @Test
  void moneyThatWasTypedIsThereAgainAndPays() {
    shop.selling().press(LaneKey.F12, LaneKey.F2);
    String typed = shop.state().form().text();

    assertThat(shop.presenter.idle()).isTrue();
    shop.press(LaneKey.ENTER, LaneKey.F2);
    shop.presenter.scanned(FakeLane.TEA);
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.TENDERING);
    unlock();

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.TENDERING);
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().form().text()).isEqualTo(typed);
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.DONE);
    shop.press(LaneKey.ENTER);
    assertThat(shop.state().basket().lineCount()).as("scanned while locked").isEqualTo(1);
  }

  @Test
  void whoMustChangeHisPinChoosesItAtTheLockAndPaysOn() {
    shop.selling().press(LaneKey.F12, LaneKey.F2);
    String typed = shop.state().form().text();
    assertThat(shop.presenter.idle()).isTrue();
    shop.lane.mustChangePin = true;
    unlock();
    assertThat(shop.state().message().key()).isEqualTo("refused.PIN_CHANGE_NEEDED");

    choosePin("8364", "8365");
    assertThat(shop.state().message().key()).isEqualTo("pinsDiffer");
    choosePin("1111", "1111");
    assertThat(shop.state().message().key()).isEqualTo("refused.PIN_TRIVIAL");
    assertThat(shop.state().isLocked()).isTrue();
    choosePin("8364", "8364");

    assertThat(shop.lane.acts).endsWith("changePin 1042 1234 8364");
    assertThat(shop.state().isLocked()).isFalse();
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.TENDERING);
    assertThat(shop.state().form().text()).isEqualTo(typed);
  }

  @Test
  void whoLeavesTheLockWhileHeChoosesAPinProvesTheOldOneAgain() {
    lock();
    shop.lane.mustChangePin = true;
    unlock();
    assertThat(shop.state().form().isAt("newPin")).isTrue();
    shop.press(LaneKey.F1);

    assertThat(shop.presenter.idle()).isTrue();

    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
    assertThat(shop.state().form().isAt("pin")).isTrue();
  }

  @Test
  void whoLeavesTheMoneyToAnotherCashierIsNotAtThePaymentAnyMore() {
    shop.selling().press(LaneKey.F12);
    assertThat(shop.presenter.idle()).isTrue();
    assertThat(shop.lane.toldPayment).containsExactly(true);

    shop.press(LaneKey.F3);

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.lane.toldPayment).containsExactly(true, false);
  }

  @Test
  void aSaleThatACardPaidKeepsNobodyFromLeavingTheLane() {
    shop.selling().press(LaneKey.F12, LaneKey.F7);
    shop.press(LaneKey.ENTER, LaneKey.ENTER, LaneKey.ENTER);
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.DONE);
    assertThat(shop.presenter.idle()).isTrue();

    shop.press(LaneKey.F3);

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
  }

  @Test
  void aCountThatWasBegunIsGoneOnWith() {
    shop.signOn().press(LaneKey.F10, LaneKey.F2);
    shop.type("7");

    assertThat(shop.presenter.idle()).isTrue();
    unlock();

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.COUNTING);
    assertThat(shop.state().form().text()).isEqualTo("7");
  }

  @Test
  void aSupervisorsPinIsNotLeftUnderTheLock() {
    shop.lane.voidNeedsApproval = true;
    shop.selling().press(LaneKey.F8);
    shop.type("2001");
    shop.press(LaneKey.ENTER);
    shop.type("99");

    assertThat(shop.presenter.idle()).isTrue();
    unlock();

    assertThat(shop.state().panel()).isInstanceOf(Panel.Approval.class);
    assertThat(shop.state().form().text("number")).isEqualTo("2001");
    assertThat(shop.state().form().text("pin")).isEmpty();
  }

  @Test
  void anotherCashierSignsOnAndSellsWhatWasScanned() {
    shop.signOn();
    shop.lane.sessionEnded = true;
    shop.presenter.scanned(FakeLane.TEA);
    shop.presenter.scanned(FakeLane.RICE);

    shop.press(LaneKey.F3);
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.state().operator()).isEmpty();
    shop.lane.sessionEnded = false;
    shop.signOn();

    assertThat(shop.state().basket().lines())
        .extracting(LineView::barcode)
        .containsExactly(FakeLane.TEA, FakeLane.RICE);
  }

  @Test
  void helpOverTheLockLetsNothingThrough() {
    lock();

    shop.press(LaneKey.F1);
    shop.presenter.basketBack(shop.lane.basket());
    shop.press(LaneKey.ESC);

    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
  }

  @Test
  void whoHasOpenedNoShiftIsSignedOff() {
    shop.lane.shiftOpen = false;
    shop.signOn();

    assertThat(shop.presenter.idle()).isTrue();

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
    assertThat(shop.lane.acts).endsWith("signOff");
  }

  @Test
  void whoMayNotOpenAShiftHereGoesBack() {
    shop.lane.shiftOpen = false;
    shop.signOn().press(LaneKey.ESC);

    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SIGNED_OFF);
  }

  @Test
  void itLocksAMinuteBeforeTheStoreLetsGo() {
    assertThat(operator(15).lockAfter()).isEqualTo(Duration.ofMinutes(14));
    assertThat(operator(1).lockAfter()).isEqualTo(Duration.ofSeconds(30));
    assertThat(operator(0).lockAfter()).isZero();
  }

  private static OperatorView operator(int idleMinutes) {
    return new OperatorView("1042", "Siti", Optional.empty(), Set.of(), idleMinutes);
  }

  private void unlock() {
    shop.type("1234");
    shop.press(LaneKey.ENTER);
  }

  private void choosePin(String pin, String again) {
    shop.type(pin);
    shop.press(LaneKey.ENTER);
    shop.type(again);
    shop.press(LaneKey.ENTER);
  }

  private void lock() {
    shop.selling();
    shop.press(LaneKey.F10, LaneKey.F12);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
  }
}
