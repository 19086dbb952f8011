package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.pos.screen.LaneState.Waiting;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the cashier waits for longer than a second is said, until it is there. */
class LaneWaitsTest {
  private record Case(String what, Consumer<PresentedLane> before, Consumer<PresentedLane> act) {
    @Override
    public String toString() {
      return what;
    }
  }

  private static Case of(String what, Consumer<PresentedLane> before, Consumer<PresentedLane> act) {
    return new Case(what, before, act);
  }

  static Stream<Case> cases() {
    return Stream.of(
        of("signing on", shop -> {}, PresentedLane::signOn),
        of("a scan", PresentedLane::signOn, shop -> shop.presenter.scanned(FakeLane.TEA)),
        of("search", shop -> shop.selling().press(LaneKey.F2), shop -> typed(shop, "beras")),
        of("a price", shop -> shop.selling().press(LaneKey.F3), shop -> typed(shop, FakeLane.TEA)),
        of("a member", shop -> shop.selling().press(LaneKey.F5), shop -> typed(shop, "0812")),
        of(
            "settling",
            shop -> shop.selling().press(LaneKey.F12, LaneKey.F2),
            shop -> shop.press(LaneKey.ENTER)),
        of("putting aside", PresentedLane::selling, shop -> shop.press(LaneKey.F7)),
        of("baskets put aside", PresentedLane::signOn, shop -> shop.press(LaneKey.F7)),
        of(
            "the Z",
            shop -> {
              shop.signOn().press(LaneKey.F10, LaneKey.F2);
              shop.type("31");
            },
            shop -> shop.press(LaneKey.F12)),
        of("signing off", PresentedLane::signOn, shop -> shop.press(LaneKey.F10, LaneKey.F3)));
  }

  private static void typed(PresentedLane shop, String text) {
    shop.type(text);
    shop.press(LaneKey.ENTER);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void anAnswerThatTakesASecondIsSaidToBeAwaited(Case asked) {
    var shop = new PresentedLane();
    asked.before.accept(shop);
    shop.lane.holdsAnswers = true;

    asked.act.accept(shop);
    assertThat(shop.state().waiting()).isEqualTo(Waiting.NONE);
    shop.aSecondPasses();
    assertThat(shop.state().waiting()).isEqualTo(Waiting.LONG);

    shop.lane.holdsAnswers = false;
    shop.lane.answer();
    assertThat(shop.state().waiting()).isEqualTo(Waiting.NONE);
  }

  @Test
  void aPaperIsSaidToBePrintedFromItsKeyOn() {
    var shop = new PresentedLane();
    shop.signOn();
    shop.lane.holdsAnswers = true;

    shop.press(LaneKey.F11);
    assertThat(shop.state().message()).isEqualTo(Message.info("printing"));

    shop.lane.answer();
    assertThat(shop.state().message().key()).isEqualTo("printed");
  }

  @Test
  void beforeAShiftTooAndThenWhatWasSaidBeforeIsSaidAgain() {
    var shop = new PresentedLane();
    shop.presenter.printer(PrinterView.NO_PAPER, Optional.empty(), 1);
    Message before = shop.state().message();
    shop.lane.holdsAnswers = true;

    shop.press(LaneKey.F11);
    assertThat(shop.state().message()).isEqualTo(Message.info("printing"));

    shop.lane.answer();
    assertThat(shop.state().message()).isEqualTo(before);
  }
}
