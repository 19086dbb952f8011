package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.theme.Token;
import id.lajur.pos.screen.LaneState.Phase;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After a sale is done the keys that took its money stay in their places, dim, and do nothing. */
class DoneKeysTest {
  private static final Pattern CAP = Pattern.compile("F\\d+|Enter|Esc|Del");

  private final PresentedLane shop = new PresentedLane();

  private LaneState paid(boolean card) {
    shop.selling().press(LaneKey.F12);
    if (card) {
      shop.press(LaneKey.F7, LaneKey.ENTER, LaneKey.ENTER, LaneKey.ENTER);
    } else {
      shop.type("500000");
      shop.press(LaneKey.ENTER);
    }
    assertThat(shop.state().phase()).isEqualTo(Phase.DONE);
    return shop.state();
  }

  private static Set<String> texts(List<PaintedWords.Word> words, boolean dim) {
    return words.stream()
        .filter(word -> word.ink().equals(Token.INK3.color()) == dim)
        .map(PaintedWords.Word::text)
        .collect(Collectors.toSet());
  }

  private static Set<String> caps(PaintedLane lane, boolean dim) {
    return texts(lane.words(), dim).stream()
        .filter(text -> CAP.matcher(text).matches())
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "1366, 768, false",
    "1366, 768, true",
    "1024, 540, false",
    "1024, 540, true",
    "768, 1366, false",
    "768, 1366, true",
  })
  void onlyTheKeysThatLeadOnAreBrightAndTakeATouch(int width, int height, boolean card) {
    var done = PaintedLane.of(paid(card), width, height);

    assertThat(done.touches()).containsExactlyInAnyOrder("F1", "F11", "ENTER");
    assertThat(caps(done, false)).containsExactlyInAnyOrder("F1", "F11", "Enter");
    assertThat(caps(done, true)).contains("F6", "F7", "F8", "F9", "F10");
    assertThat(caps(done, true).contains("F2")).as("sums that are likely").isEqualTo(!card);
    assertThat(texts(done.words(MoneySide.class), true))
        .contains("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "Hapus", "Terima");
    assertThat(texts(done.words(MoneySide.class), false)).doesNotContain("Hapus", "Terima");
  }

  @Test
  void theSameKeysAreBrightWhileMoneyIsTaken() {
    shop.selling().press(LaneKey.F12);
    shop.type("500000");
    var paying = PaintedLane.of(shop.state(), 1366, 768);

    assertThat(caps(paying, false))
        .containsExactlyInAnyOrder(
            "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F11", "Enter", "Esc", "Del");
    assertThat(caps(paying, true)).as("the store takes no account").containsExactly("F10");
    assertThat(texts(paying.words(MoneySide.class), false)).contains("Hapus", "Terima");
  }

  @Test
  void whatIsDimChangesNothingOfTheSale() {
    LaneState done = paid(false);
    List<String> acts = List.copyOf(shop.lane.acts);
    Set<LaneKey> leadOn =
        EnumSet.of(
            LaneKey.F1, LaneKey.F11, LaneKey.SHIFT_F11, LaneKey.F12, LaneKey.ENTER, LaneKey.ESC);

    shop.press(EnumSet.complementOf(EnumSet.copyOf(leadOn)).toArray(LaneKey[]::new));

    assertThat(shop.state()).isEqualTo(done);
    assertThat(shop.lane.acts).isEqualTo(acts);
  }
}
