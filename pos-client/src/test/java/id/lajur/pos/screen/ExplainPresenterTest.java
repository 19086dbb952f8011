package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplainPresenterTest {
  private final PresentedLane shop = new PresentedLane();

  @Test
  void f3TwiceExplainsTheLineThatKeysActOn() {
    shop.selling();
    int last = shop.state().largeLine().orElseThrow().lineId();

    shop.press(LaneKey.F3, LaneKey.F3);

    assertThat(shop.lane.acts).contains("explain " + last);
    assertThat(shop.state().panel())
        .isInstanceOfSatisfying(
            Panel.Explain.class, panel -> assertThat(panel.why().line().lineId()).isEqualTo(last));
  }

  @Test
  void aChosenLineIsExplained() {
    shop.selling();
    shop.press(LaneKey.UP, LaneKey.UP);
    int chosen = shop.state().chosenLineId();

    shop.press(LaneKey.F3, LaneKey.F3);

    assertThat(shop.lane.acts).contains("explain " + chosen);
  }

  @Test
  void scansGoOnMeanwhileAndEscClosesIt() {
    shop.selling();
    shop.press(LaneKey.F3, LaneKey.F3);

    shop.presenter.scanned(FakeLane.RICE);
    assertThat(shop.lane.acts).contains("addLine " + FakeLane.RICE + " 0");
    assertThat(shop.state().panel()).isInstanceOf(Panel.Explain.class);
    shop.press(LaneKey.ESC);

    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void anAnswerThatComesAfterThePanelWasClosedOpensNothing() {
    shop.selling();
    shop.lane.holdsAnswers = true;
    shop.press(LaneKey.F3, LaneKey.F3, LaneKey.ESC);

    shop.lane.answer();

    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }

  @Test
  void withoutALineThereIsNothingToExplain() {
    shop.signOn();

    shop.press(LaneKey.F3, LaneKey.F3);

    assertThat(shop.state().message()).isEqualTo(Message.warn("emptyBasket", Map.of()));
    assertThat(shop.lane.acts).noneMatch(act -> act.startsWith("explain"));
  }

  @Test
  void theStepsAreGoneThroughAndNotBeyond() {
    shop.selling();
    shop.press(LaneKey.F3, LaneKey.F3, LaneKey.UP);
    assertThat(from()).isZero();

    shop.press(LaneKey.DOWN, LaneKey.DOWN);
    assertThat(from()).isEqualTo(2);
    for (int i = 0; i < 20; i++) {
      shop.press(LaneKey.PAGE_DOWN);
    }
    int most = from();
    shop.press(LaneKey.DOWN);

    assertThat(from()).isEqualTo(most);
  }

  private int from() {
    return ((Panel.Explain) shop.state().panel()).from();
  }
}
