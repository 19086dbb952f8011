package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a cashier who does nothing is told of the server. */
class ServerWatchTest {
  private final FakeLane lane = new FakeLane();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final LanePresenter presenter =
      new LanePresenter(
          lane,
          FakeLane.TERMINAL,
          Language.INDONESIAN,
          Theme.LIGHT,
          Runnable::run,
          (ms, work) -> {
            if (ms == ServerWatch.AWAY_MS) {
              later.add(work);
            }
          },
          state -> {});

  @BeforeEach
  void ready() {
    for (char c : "1042".toCharArray()) {
      presenter.typed(c);
    }
    presenter.key(LaneKey.ENTER);
    for (char c : "1234".toCharArray()) {
      presenter.typed(c);
    }
    presenter.key(LaneKey.ENTER);
    assertThat(presenter.state().message()).isEqualTo(Message.READY);
  }

  private void threeSecondsPass() {
    while (!later.isEmpty()) {
      later.remove().run();
    }
  }

  @Test
  void oneThatStaysAwayIsSaidInAmberUntilItIsBack() {
    presenter.server(false);
    assertThat(presenter.state().message()).isEqualTo(Message.READY);

    threeSecondsPass();
    assertThat(presenter.state().message()).isEqualTo(Message.warn("emergency", Map.of()));

    presenter.server(true);
    assertThat(presenter.state().message()).isEqualTo(Message.READY);
  }

  @Test
  void oneThatIsBackSoonIsNot() {
    presenter.server(false);
    presenter.server(true);

    threeSecondsPass();

    assertThat(presenter.state().message()).isEqualTo(Message.READY);
  }

  @Test
  void whatMustBeSeenStays() {
    presenter.scanned("8990000713043");
    Message unknown = presenter.state().message();
    assertThat(unknown.kind()).isEqualTo(Message.Kind.ERROR);
    presenter.server(false);

    threeSecondsPass();

    assertThat(presenter.state().message()).isEqualTo(unknown);
  }
}
