package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Baskets and receipts of the other lanes. */
class OtherLanesTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void aBasketThatIsOpenElsewhereIsTakenOverOnASupervisorsWordForThatBasket() {
    shop.signOn();
    shop.press(LaneKey.F7, LaneKey.DOWN, LaneKey.DOWN, LaneKey.ENTER);

    var asked = (Panel.Approval) shop.state().panel();
    assertThat(asked.permission()).isEqualTo("sale.take_over");
    assertThat(asked.subjectId()).isEqualTo("b-3");
    assertThat(asked.matter().told(shop.presenter.state().formats())).isEqualTo("5, Agus Salim");
    shop.type("2007");
    shop.press(LaneKey.ENTER);
    shop.type("9876");
    shop.press(LaneKey.ENTER);

    assertThat(shop.lane.acts).endsWith("approve 2007 sale.take_over b-3", "takeOver b-3 ok-1");
    assertThat(shop.state().phase()).isEqualTo(LaneState.Phase.SELLING);
    assertThat(shop.state().waitingBaskets()).isEqualTo(1);
  }

  @Test
  void enterThatIsPressedTwiceCallsABasketBackOnce() {
    shop.signOn().press(LaneKey.F7);
    shop.lane.holdsAnswers = true;

    shop.press(LaneKey.ENTER, LaneKey.ENTER);
    shop.lane.answer();

    assertThat(shop.lane.acts).containsOnlyOnce("resume b-1");
    assertThat(shop.state().message().key()).isEqualTo("basketBack");
  }

  @Test
  void theKeyThatIsPressedTwicePutsABasketAsideOnce() {
    shop.selling();
    shop.lane.holdsAnswers = true;

    shop.press(LaneKey.F7, LaneKey.F7);
    shop.lane.answer();

    assertThat(shop.lane.acts).containsOnlyOnce("suspend");
    assertThat(shop.state().message()).isEqualTo(Message.ok("suspended", Map.of("n", "7")));
    assertThat(shop.state().panel()).isEqualTo(Panel.none());
  }

  @Test
  void theKeyThatIsPressedTwiceListsWhatWaitsOnce() {
    shop.signOn();
    shop.lane.holdsAnswers = true;
    shop.press(LaneKey.F7, LaneKey.F7);
    shop.lane.holdsAnswers = false;
    shop.lane.answer();
    assertThat(shop.state().panel()).isInstanceOf(Panel.Resume.class);

    shop.press(LaneKey.ENTER);

    assertThat(shop.state().panel()).isEqualTo(Panel.none());
    assertThat(shop.state().message().key()).isEqualTo("basketBack");
  }

  @Test
  void anOlderReceiptIsCopiedByItsScannedNumber() {
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F11);

    shop.presenter.scanned("L01-S000012");

    assertThat(shop.lane.acts).endsWith("printCopy L01-S000012");
    assertThat(shop.state().message()).isEqualTo(Message.ok("printed", Map.of("n", "L01-S000012")));
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void aNumberThatIsNoReceiptIsSaid() {
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F11);

    shop.type("L01-S000099");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().message().key()).isEqualTo("refused.SALE_UNKNOWN");
  }

  @Test
  void aCopyThatDoesNotComeOutIsKept() {
    shop.lane.paper = false;
    shop.signOn();
    shop.press(LaneKey.F10, LaneKey.F11);

    shop.presenter.scanned("L01-S000012");

    assertThat(shop.state().message().key()).isEqualTo("stillKept");
  }

  @Test
  void withoutTheServerNeitherIsReached() {
    shop.signOn();
    shop.presenter.emergency(Optional.of(new EmergencyView(true, 1, 10_000_00, false)));

    shop.press(LaneKey.F7);

    assertThat(shop.state().message().key()).isEqualTo("refused.SERVER_AWAY");
    shop.press(LaneKey.F10, LaneKey.F11);
    assertThat(shop.state().message().key()).isEqualTo("refused.EMERGENCY_ONLY_CASH");
  }
}
