package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
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

  private void lock() {
    shop.selling();
    shop.press(LaneKey.F10, LaneKey.F12);
    assertThat(shop.state().panel()).isInstanceOf(Panel.Locked.class);
  }
}
