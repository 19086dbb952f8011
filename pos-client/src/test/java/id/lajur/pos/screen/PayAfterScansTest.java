package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.LaneState.Phase;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cashier who is quicker than the server: the payment's keys while scans are on their way. */
class PayAfterScansTest {
  private static final String UNKNOWN = "4006381333931";

  private final PresentedLane shop = new PresentedLane();

  @BeforeEach
  void theServerThinks() {
    shop.signOn();
    shop.lane.holdsAnswers = true;
    shop.presenter.scanned(FakeLane.TEA);
  }

  private void theServerAnswers() {
    shop.lane.holdsAnswers = false;
    shop.lane.answer();
  }

  @Test
  void keysAfterTheOneThatPaysAreThePayments() {
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ENTER);
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);

    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
  }

  @Test
  void soIsTheSumThatIsTyped() {
    shop.press(LaneKey.F12);
    shop.type("50000");

    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().form().text()).isEqualTo("50000");
  }

  @Test
  void theyWaitForEveryScanBefore() {
    shop.presenter.scanned(FakeLane.RICE);
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ENTER);

    shop.lane.answer();
    assertThat(shop.state().phase()).isEqualTo(Phase.SELLING);
    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
    assertThat(shop.state().basket().lines()).hasSize(2);
  }

  @Test
  void escTakesThePaymentBack() {
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ESC);

    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.SELLING);
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    shop.press(LaneKey.F12);
    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().form().text()).isEmpty();
  }

  /** The basket lacks a piece that lies on the belt: nobody pays before it was seen. */
  @Test
  void aScanThatIsRefusedKeepsFromPaying() {
    shop.presenter.scanned(UNKNOWN);
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ENTER);

    shop.lane.answer();
    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.SELLING);
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
    assertThat(shop.state().message().kind()).isEqualTo(Message.Kind.ERROR);
    shop.press(LaneKey.F12);
    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
  }

  @Test
  void soDoesAScanThatAsksForTheWeight() {
    shop.presenter.scanned(FakeLane.CHICKEN);
    shop.press(LaneKey.F12, LaneKey.F2);

    shop.lane.answer();
    theServerAnswers();
    assertThat(shop.state().panel()).isInstanceOf(Panel.Weigh.class);
    shop.type("1,25");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().phase()).isEqualTo(Phase.SELLING);
    assertThat(shop.state().basket().lines()).hasSize(2);
  }

  /** A card was meant, and without the server there is none: its slip's number is no cash. */
  @Test
  void keysBehindOneThatIsRefusedAreForgotten() {
    shop.press(LaneKey.F12, LaneKey.F7, LaneKey.ENTER);
    shop.type("123456");
    shop.press(LaneKey.ENTER);
    shop.presenter.server(false);

    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().form().text()).isEmpty();
    assertThat(shop.state().message().kind()).isEqualTo(Message.Kind.ERROR);
  }

  /** As in the payment itself, it waits; nobody pays without having seen that. */
  @Test
  void aScanBehindThePaymentIsSaidBeforeItIsPaid() {
    shop.press(LaneKey.F12, LaneKey.F2, LaneKey.ENTER);
    shop.presenter.scanned(FakeLane.RICE);

    theServerAnswers();

    assertThat(shop.state().phase()).isEqualTo(Phase.TENDERING);
    assertThat(shop.state().scansWaiting()).isEqualTo(1);
    assertThat(shop.state().message()).isEqualTo(Message.error("barcodeIsNoMoney", Map.of()));
    shop.press(LaneKey.ESC);
    assertThat(shop.state().basket().lines()).hasSize(2);
  }
}
