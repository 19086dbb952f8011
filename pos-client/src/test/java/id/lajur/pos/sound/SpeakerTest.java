package id.lajur.pos.sound;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.pos.screen.LaneActions;
import id.lajur.pos.screen.LanePresenter;
import id.lajur.pos.screen.LaneSound;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.QuickPages;
import id.lajur.pos.screen.TerminalView;
import java.lang.reflect.Proxy;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SpeakerTest {
  private static final int BYTES_A_SAMPLE = 2;

  private final BlockingQueue<byte[]> air = new LinkedBlockingQueue<>();

  @Test
  void whatIsOnIsHeardAndWhatIsOffIsNot() throws Exception {
    try (var speaker = new Speaker(air::add)) {
      // away, then back
      states(EnumSet.of(LaneSound.SERVER_BACK)).forEach(speaker::shows);

      assertThat(air.poll(10, TimeUnit.SECONDS))
          .isEqualTo(Speaker.Samples.of(Tone.of(LaneSound.SERVER_BACK)));
    }
    assertThat(air).isEmpty();
  }

  @Test
  void allOfThemCanBeOff() {
    try (var speaker = new Speaker(air::add)) {
      states(Set.of()).forEach(speaker::shows);
    }
    assertThat(air).isEmpty();
  }

  @Test
  void oneThatIsSwitchedOnIsHeardAtOnce() throws Exception {
    try (var speaker = new Speaker(air::add)) {
      states(Set.of()).forEach(speaker::shows);
      states(EnumSet.of(LaneSound.APPROVAL)).stream().limit(1).forEach(speaker::shows);

      assertThat(air.poll(10, TimeUnit.SECONDS))
          .isEqualTo(Speaker.Samples.of(Tone.of(LaneSound.APPROVAL)));
    }
    assertThat(air).isEmpty();
  }

  @Test
  void aMachineWithoutSoundLosesNothing() {
    try (var speaker = new Speaker()) {
      states(EnumSet.allOf(LaneSound.class)).forEach(speaker::shows);
    }
  }

  @Test
  void takenIsAnEighteenHundredHertzToneOfFiftyMilliseconds() {
    byte[] samples = Speaker.Samples.of(Tone.of(LaneSound.TAKEN));

    assertThat(samples.length).isEqualTo(Speaker.Samples.RATE / 20 * BYTES_A_SAMPLE);
    int rises = 0;
    for (int i = BYTES_A_SAMPLE; i < samples.length; i += BYTES_A_SAMPLE) {
      if (sample(samples, i - BYTES_A_SAMPLE) < 0 && sample(samples, i) >= 0) {
        rises++;
      }
    }
    assertThat(rises).isBetween(88, 90); // 1,800 a second
    assertThat(sample(samples, 0)).isZero();
    assertThat(sample(samples, samples.length - BYTES_A_SAMPLE)).isZero(); // no click
  }

  private static int sample(byte[] samples, int at) {
    return (samples[at] & 0xff) | samples[at + 1] << 8;
  }

  private static List<LaneState> states(Set<LaneSound> heard) {
    var terminal =
        new TerminalView(
            "Swalayan Melati",
            "Depok",
            "3",
            ShopCurrency.RUPIAH,
            ZoneId.of("Asia/Jakarta"),
            List.of(),
            QuickPages.NONE,
            false);
    var shown = new ArrayList<LaneState>();
    var presenter =
        new LanePresenter(
            (LaneActions)
                Proxy.newProxyInstance(
                    LaneActions.class.getClassLoader(),
                    new Class<?>[] {LaneActions.class},
                    (lane, act, values) -> {
                      throw new UnsupportedOperationException(act.getName());
                    }),
            terminal,
            Language.INDONESIAN,
            Theme.LIGHT,
            Runnable::run,
            (ms, work) -> {},
            shown::add);
    presenter.sounds(heard);
    shown.subList(0, shown.size() - 1).clear();
    presenter.server(false);
    presenter.server(true);
    return shown;
  }
}
