package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key says what it does next, and a key that does nothing now is not offered. */
class OnwardTest {
  private final PresentedLane shop = new PresentedLane();

  private List<String> words(Class<? extends View> view) {
    return PaintedLane.of(shop.state(), 1366, 768).words(view).stream()
        .map(PaintedWords.Word::text)
        .toList();
  }

  @Test
  void enterLeadsToTheReasonThenRecords() {
    shop.signOn().press(LaneKey.F10, LaneKey.F6, LaneKey.F3);
    shop.type("50000");
    assertThat(words(PanelView.class)).contains("Lanjut").doesNotContain("Catat");

    shop.press(LaneKey.ENTER);
    shop.type("parkir");

    assertThat(words(PanelView.class)).contains("Catat").doesNotContain("Lanjut");
  }

  @Test
  void enterLeadsThroughASlipThenTakesTheCard() {
    shop.selling().press(LaneKey.F12, LaneKey.F7);
    assertThat(words(KeyBar.class)).contains("Lanjut");

    shop.press(LaneKey.ENTER, LaneKey.ENTER);

    assertThat(words(KeyBar.class)).contains("Terima 405.531");
  }

  @Test
  void delSaysWhetherItWipesWhatIsTypedOrTakesBackATender() {
    shop.selling().press(LaneKey.F12, LaneKey.F9);
    shop.type("50000");
    assertThat(words(KeyBar.class)).contains("Hapus").doesNotContain("Hapus bayaran");

    shop.press(LaneKey.ENTER);
    shop.type("VC-1");
    shop.press(LaneKey.ENTER);

    assertThat(shop.state().payment().taken()).hasSize(1);
    assertThat(words(KeyBar.class)).contains("Hapus bayaran");
  }

  @Test
  void aSoundsKeySaysWhatItMakesOfTheSound() {
    shop.lane.permissions = Set.of("till.drawer");
    shop.signOn().press(LaneKey.F10, LaneKey.F10, LaneKey.F6);
    assertThat(words(PanelView.class)).contains("Matikan");

    shop.press(LaneKey.ENTER);

    assertThat(words(PanelView.class)).contains("Hidupkan");
  }

  @Test
  void theMembersKeyIsOfferedOnlyWhereItAsksForAMember() {
    shop.signOn();
    assertThat(memberCard()).contains("F5");

    shop.press(LaneKey.F10);
    assertThat(memberCard()).contains("Tanpa anggota").doesNotContain("F5");

    shop.press(LaneKey.F12);
    assertThat(shop.state().isLocked()).isTrue();
    assertThat(memberCard()).contains("Tanpa anggota").doesNotContain("F5");
  }

  @ParameterizedTest
  @CsvSource({"1024, 768", "1366, 768", "1080, 1920"})
  void whatIsKeptHasItsKeyAtTheFootBeforeAShift(int width, int height) {
    LaneState off = LaneState.signedOff(FakeLane.TERMINAL, Language.ENGLISH, Theme.LIGHT);
    LaneState kept = off.withDevices(off.devices().withPrinter(PrinterView.NO_PAPER, 2));

    List<PaintedWords.Word> foot = PaintedLane.of(kept, width, height).words(SignOnView.class);

    assertThat(only(foot, "Print").getMaxX()).isLessThan(width - 24.0);
    assertThat(foot).extracting(PaintedWords.Word::text).contains("F11", "F10");
    assertThat(PaintedLane.of(off, width, height).words(SignOnView.class))
        .extracting(PaintedWords.Word::text)
        .contains("F3", "F10")
        .doesNotContain("F11");
  }

  @Test
  void theStripSaysOfAReturnAndOfCashWhatTheirKeysSay() {
    shop.signOn().press(LaneKey.F10, LaneKey.F6, LaneKey.F3);
    shop.type("50000");
    shop.press(LaneKey.ENTER);
    shop.type("parkir");
    assertThat(shop.state().message()).isEqualTo(Message.info("cashTyped"));

    shop.press(LaneKey.ESC, LaneKey.F10, LaneKey.F4, LaneKey.F2);
    shop.presenter.scanned(FakeLane.TEA);
    shop.press(LaneKey.ENTER);
    shop.type("rusak");
    assertThat(shop.state().message()).isEqualTo(Message.info("returnTyped"));
  }

  /** Stands beside a panel on a high screen. */
  private List<String> memberCard() {
    return PaintedLane.of(shop.state(), 1080, 1920).words(MemberCard.class).stream()
        .map(PaintedWords.Word::text)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({"1024, 540", "960, 510", "1366, 768"})
  void theChangeStandsWhollyInItsCard(int width, int height) {
    shop.selling().press(LaneKey.F12);
    shop.type("500000");
    LaneState english = shop.state().withOperator(Optional.empty()).withLanguage(Language.ENGLISH);
    List<PaintedWords.Word> words = PaintedLane.of(english, width, height).words(TenderView.class);

    Rectangle2D label = only(words, "Change");
    Rectangle2D sum = only(words, "94,500");
    Rectangle2D notes = only(words, "Hand out");

    double comma = sum.getHeight() / PaintedWords.CAPITAL * 0.16;
    assertThat(sum.getMinY()).isGreaterThan(label.getMinY() - 13);
    assertThat(sum.getMaxY() + comma).isLessThan(notes.getMinY() - 2);
  }

  private static Rectangle2D only(List<PaintedWords.Word> words, String text) {
    return words.stream()
        .filter(word -> word.text().equals(text))
        .findFirst()
        .map(PaintedWords.Word::where)
        .orElseThrow(() -> new AssertionError(text + " in " + words));
  }
}
