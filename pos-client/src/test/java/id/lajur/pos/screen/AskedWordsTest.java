package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the entry and the way out are called while something is asked. */
class AskedWordsTest {
  private record Case(String hint, String out, Consumer<PresentedLane> opened) {
    @Override
    public String toString() {
      return hint + ", " + out;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("entry.member", "cancel", shop -> shop.press(LaneKey.F5)),
        new Case("entry.receipt", "cancel", shop -> shop.press(LaneKey.F10, LaneKey.F4)),
        new Case(
            "entry.returned", "cancel", shop -> shop.press(LaneKey.F10, LaneKey.F4, LaneKey.F2)),
        new Case("entry.receipt", "cancel", shop -> shop.press(LaneKey.F10, LaneKey.F11)),
        new Case(
            "entry.held",
            "done",
            shop -> {
              shop.press(LaneKey.F10, LaneKey.F4);
              shop.presenter.scanned("L01-S000012");
            }),
        new Case("entry.price", "close", shop -> shop.press(LaneKey.F3)),
        new Case("entry.search", "close", shop -> shop.press(LaneKey.F2)),
        new Case("entry.held", "cancel", shop -> shop.press(LaneKey.F4)),
        new Case("entry.held", "close", shop -> shop.press(LaneKey.F10, LaneKey.F9)),
        new Case("entry.held", "close", shop -> shop.press(LaneKey.F1)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theEntrySaysWhatToScanAndTheBarHowToGetOut(Case of) {
    var shop = new PresentedLane().selling();

    of.opened().accept(shop);

    assertThat(EntryBox.hint(shop.state(), false)).isEqualTo(of.hint());
    assertThat(KeyBarOf.state(shop.state()))
        .filteredOn(cap -> cap.key() == LaneKey.ESC)
        .extracting(KeyCap::text)
        .containsExactly(of.out());
  }

  static Stream<List<LaneKey>> beyondSelling() {
    return Stream.of(List.of(LaneKey.F12), List.of(LaneKey.F12, LaneKey.F2, LaneKey.ENTER));
  }

  /** What help covers has other keys; Esc closes help, it does not lead to the basket. */
  @ParameterizedTest
  @MethodSource("beyondSelling")
  void underHelpTheBarHasHelpsOwnWayOut(List<LaneKey> before) {
    var shop = new PresentedLane().selling();
    before.forEach(shop::press);
    LaneState.Phase phase = shop.state().phase();

    shop.press(LaneKey.F1);
    assertThat(KeyBarOf.state(shop.state()))
        .extracting(KeyCap::text)
        .containsExactly("help", "close");
    shop.press(LaneKey.ESC);

    assertThat(shop.state().phase()).isEqualTo(phase);
    assertThat(shop.state().panel()).isInstanceOf(Panel.None.class);
  }
}
