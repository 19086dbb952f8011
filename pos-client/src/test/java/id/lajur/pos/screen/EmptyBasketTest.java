package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.Draw;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An empty basket says how its first line comes, and only what is true at that moment. */
class EmptyBasketTest {
  private static View.Shown shown(LaneState state, Language language) {
    return new View.Shown(
        state,
        Texts.of(LanePanel.class, "lane", language),
        new Formats(language, state.terminal().currency(), state.terminal().zone()));
  }

  private static String said(LaneState state) {
    return EmptyBasket.sentence(shown(state, Language.INDONESIAN));
  }

  private static LaneState ready() {
    return new PresentedLane().signOn().state().withWaitingBaskets(0);
  }

  @Test
  void itLeadsToGoodsWithoutABarcodeWhereTheLaneHasKeysForThem() {
    LaneState ready = ready();
    LaneState without = ready.withTerminal(ready.terminal().with(QuickPages.of(List.of())));

    assertThat(said(ready)).isEqualTo("Pindai barang, atau F9 untuk barang curah.");
    assertThat(said(without)).isEqualTo("Pindai barang, atau F2 untuk mencari nama.");
  }

  @Test
  void aBasketThatWaitsIsNamedFirstUnlessTheServerIsAway() {
    LaneState waits = ready().withWaitingBaskets(1);

    assertThat(said(waits)).contains("F7");
    assertThat(said(waits.withDevices(waits.devices().withServer(false)))).contains("F9");
  }

  @Test
  void whereTheScannerIsOffTheCodeIsTyped() {
    LaneState ready = ready();
    LaneState off = ready.withDevices(ready.devices().withScanner(false));

    assertThat(said(off)).startsWith("Ketik kode barang, atau");
  }

  @Test
  void itGivesWayToTheFirstLineAndToWhateverIsAsked() {
    var lane = new PresentedLane().signOn();
    assertThat(EmptyBasket.isShown(lane.state())).isTrue();

    lane.press(LaneKey.F1);
    assertThat(EmptyBasket.isShown(lane.state())).isFalse();
    lane.press(LaneKey.ESC);
    assertThat(EmptyBasket.isShown(lane.state())).isTrue();
    lane.presenter.scanned(FakeLane.TEA);

    assertThat(EmptyBasket.isShown(lane.state())).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void itStandsWholeInTheMiddleOfEveryWidth(Language language) {
    Theme.LIGHT.install();
    LaneState waits = ready().withWaitingBaskets(1);
    for (int width : new int[] {480, 560, 660, 890, 1320}) {
      List<PaintedWords.Word> words = painted(shown(waits, language), width, 400);
      assertThat(words).isNotEmpty();
      for (PaintedWords.Word word : words) {
        assertThat(word.where().getMinX()).isGreaterThan(20);
        assertThat(word.where().getCenterX()).isBetween(width / 2.0 - 2, width / 2.0 + 2);
        assertThat(word.text()).as("a word alone").contains(" ");
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"20, 0", "40, 1", "120, 1", "400, 1"})
  void inALowPlaceTheSentenceStandsAloneOrNotAtAll(int height, int rows) {
    Theme.LIGHT.install();
    assertThat(painted(shown(ready(), Language.INDONESIAN), 890, height)).hasSize(rows);
  }

  private static List<PaintedWords.Word> painted(View.Shown shown, int width, int height) {
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    var g = new PaintedWords(picture.createGraphics());
    EmptyBasket.paint(new Draw(g), shown, new Rectangle(0, 0, width, height));
    g.dispose();
    return g.words();
  }
}
