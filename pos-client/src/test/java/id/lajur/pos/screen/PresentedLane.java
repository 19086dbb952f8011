package id.lajur.pos.screen;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.ArrayList;
import java.util.List;

/** A lane's presenter over a small shop, without a window; all that waits is done at once. */
final class PresentedLane {
  final FakeLane lane = new FakeLane();
  final List<LaneState> shown = new ArrayList<>();
  private final List<Runnable> later = new ArrayList<>();
  final LanePresenter presenter =
      new LanePresenter(
          lane,
          FakeLane.TERMINAL,
          Language.INDONESIAN,
          Theme.LIGHT,
          Runnable::run,
          (ms, work) -> later.add(work),
          shown::add);

  LaneState state() {
    return presenter.state();
  }

  PresentedLane signOn() {
    type("1042");
    press(LaneKey.ENTER);
    type("1234");
    press(LaneKey.ENTER);
    return this;
  }

  /** With the basket of the pictures. */
  PresentedLane selling() {
    lane.fillBasket();
    return signOn();
  }

  /** A second passes for whatever waits. */
  void aSecondPasses() {
    List.copyOf(later).forEach(Runnable::run);
    later.clear();
  }

  void press(LaneKey... keys) {
    for (LaneKey key : keys) {
      presenter.key(key);
    }
  }

  void type(String text) {
    text.chars().forEach(c -> presenter.typed((char) c));
  }
}
