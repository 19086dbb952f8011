package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.widget.Draw;
import id.lajur.kit.widget.Icon;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In the narrowest column and on the narrowest screen, nothing is written over anything else. */
class NarrowSumsTest {
  private static final int COLUMN = 336;
  private static final long EIGHT_DIGITS = 88_888_888_00L;

  private static View.Shown shown(LaneState state, Language language) {
    return new View.Shown(
        state.withLanguage(language),
        Texts.of(LanePanel.class, "lane", language),
        new Formats(language, state.terminal().currency(), state.terminal().zone()));
  }

  private static LaneState sold(long sumMinor, long savedMinor) {
    BasketView basket = new PresentedLane().selling().state().basket();
    return new PresentedLane()
        .selling()
        .state()
        .withBasket(
            new BasketView(
                basket.lines(), sumMinor, sumMinor, savedMinor, 10, 26, basket.member(), ""));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void theRoundedSumAndWhatIsSavedHaveRoomBesideEachOtherOrOneBelowTheOther(Language language) {
    for (long saved : new long[] {5_940_00, 1_234_567_00, EIGHT_DIGITS}) {
      for (long sum : new long[] {440_500_00, 1_440_500_00, EIGHT_DIGITS}) {
        LaneState selling = sold(sum, saved);
        PaymentView payment = PaymentView.begin(List.of(TenderKindView.CASH), sum, sum);
        LaneState paying = selling.withPhase(LaneState.Phase.TENDERING).withPayment(payment);
        for (LaneState state : List.of(selling, paying)) {
          List<TotalPanel.Words> foot = TotalPanel.foot(shown(state, language), COLUMN);
          assertThat(foot).hasSize(3);
          assertThat(foot).allMatch(words -> words.x() >= Draw.PADDING);
          assertThat(foot).allMatch(words -> words.end() <= COLUMN - Draw.PADDING + 1);
          for (int i = 1; i < foot.size(); i++) {
            TotalPanel.Words before = foot.get(i - 1);
            TotalPanel.Words words = foot.get(i);
            boolean below = before.raised() - words.raised() >= 20;
            assertThat(below || before.end() + 10 < words.x()).as("%s", foot).isTrue();
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void devicesThatAreOutKeepTheirPicturesAndGiveUpTheirWords(Language language) {
    LaneState state = new PresentedLane().signOn().state();
    DevicesView out = state.devices().withCustomerDisplay(false).withScanner(false);
    View.Shown shown = shown(state.withDevices(out), language);
    List<TopBar.Device> all = TopBar.devices(shown, true);
    assertThat(all).hasSize(4);

    for (int room : IntStream.iterate(900, r -> r >= 200, r -> r - 50).toArray()) {
      List<TopBar.Device> fitting = TopBar.withRoom(all, room);
      assertThat(TopBar.width(fitting)).as("in %s", room).isLessThanOrEqualTo(room);
      assertThat(fitting).extracting(TopBar.Device::icon).isEqualTo(icons(all));
      boolean wellSpeaks = fitting.stream().anyMatch(d -> d.well() && !d.text().isEmpty());
      boolean allOutSpeak = fitting.stream().allMatch(d -> d.well() || !d.text().isEmpty());
      assertThat(!wellSpeaks || allOutSpeak).as("what is out is told first").isTrue();
    }
    assertThat(TopBar.withRoom(all, TopBar.width(all))).isEqualTo(all);
  }

  private static List<Icon> icons(List<TopBar.Device> devices) {
    return devices.stream().map(TopBar.Device::icon).toList();
  }

  @Test
  void theColumnOfWhatIsPaidAddsUpHoweverManyHaveGiven() {
    TenderKindView cash = TenderKindView.CASH;
    List<TakenTender> taken =
        IntStream.rangeClosed(1, 5)
            .mapToObj(i -> new TakenTender(cash, i * 1_000_00L, ""))
            .toList();
    for (int most = 1; most <= 6; most++) {
      List<List<TakenTender>> rows = MoneySide.inRows(taken, most);
      assertThat(rows).hasSize(Math.min(most, 5));
      assertThat(rows.stream().flatMap(List::stream)).containsExactlyElementsOf(taken);
    }
    assertThat(MoneySide.inRows(List.of(), 3)).isEmpty();
  }
}
