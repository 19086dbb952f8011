package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A basket that is longer than its list says how many lines are above and below what is seen. */
class HiddenLinesTest {
  private static final int LINES = 60;

  private static LaneState selling(int lines, int chosen) {
    List<LineView> all = IntStream.rangeClosed(1, lines).mapToObj(HiddenLinesTest::line).toList();
    var basket =
        new BasketView(
            all, lines * 8_750_00L, lines * 8_700_00L, 0, lines, lines, Optional.empty(), "");
    return new PresentedLane().selling().state().withBasket(basket).withChosenLineId(chosen);
  }

  private static LineView line(int id) {
    return new LineView(
        id,
        FakeLane.TEA,
        "B%02d".formatted(id),
        "pcs",
        1_000,
        false,
        8_750_00,
        0,
        8_750_00,
        "",
        Optional.empty());
  }

  private static SortedSet<Integer> seen(List<PaintedWords.Word> words) {
    var seen = new TreeSet<Integer>();
    for (PaintedWords.Word word : words) {
      if (word.text().matches("B\\d\\d")) {
        seen.add(Integer.parseInt(word.text().substring(1)));
      }
    }
    return seen;
  }

  private static List<String> said(List<PaintedWords.Word> words) {
    return words.stream()
        .map(PaintedWords.Word::text)
        .filter(text -> text.startsWith("↑") || text.startsWith("↓"))
        .toList();
  }

  private static List<PaintedWords.Word> painted(LaneState state, int width, int height) {
    return PaintedLane.of(state, width, height).words(BasketCard.class);
  }

  @ParameterizedTest
  @CsvSource({"1366, 768", "1024, 768", "1024, 540", "1920, 1080", "768, 1366"})
  void whatWasScannedLastIsSeenAndTheLinesBeforeItAreCounted(int width, int height) {
    List<PaintedWords.Word> words = painted(selling(LINES, 0), width, height);

    SortedSet<Integer> seen = seen(words);
    assertThat(seen.last()).isEqualTo(LINES);
    assertThat(seen).hasSize(LINES + 1 - seen.first()).hasSizeLessThan(LINES);
    assertThat(said(words)).containsExactly("↑ " + (seen.first() - 1) + " baris");
  }

  @ParameterizedTest
  @CsvSource({"1366, 768", "1024, 768", "1024, 540", "1920, 1080", "768, 1366"})
  void aroundAChosenLineBothSidesAreCounted(int width, int height) {
    List<PaintedWords.Word> words = painted(selling(LINES, LINES / 2), width, height);

    SortedSet<Integer> seen = seen(words);
    assertThat(seen).contains(LINES / 2).hasSize(seen.last() - seen.first() + 1);
    assertThat(said(words))
        .containsExactly(
            "↑ " + (seen.first() - 1) + " baris", "↓ " + (LINES - seen.last()) + " baris");
  }

  @Test
  void atTheTopOnlyThoseBelowAreCounted() {
    List<PaintedWords.Word> words = painted(selling(LINES, 1), 1366, 768);

    assertThat(seen(words).first()).isEqualTo(1);
    assertThat(said(words)).containsExactly("↓ " + (LINES - seen(words).last()) + " baris");
  }

  @Test
  void oneLineTooManyIsOneLine() {
    int room = seen(painted(selling(LINES, 0), 1366, 768)).size();

    assertThat(said(painted(selling(room, 0), 1366, 768))).isEmpty();
    assertThat(said(painted(selling(room + 1, 0).withLanguage(Language.ENGLISH), 1366, 768)))
        .containsExactly("↑ 1 line");
  }
}
