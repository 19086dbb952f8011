package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepricePresenterTest {
  private static final Repricing.Rule FIVE_PERCENT =
      new Repricing.Rule(Repricing.Way.PERCENT, 50_000, 500_00, 0, Optional.empty());

  private final PriceTags tags = new PriceTags();
  private final List<String> told = new ArrayList<>();
  private final List<ServerRefusal> late = new ArrayList<>();
  private final RepricePresenter presenter =
      new RepricePresenter(
          tags, Runnable::run, () -> told.add("changed"), refusal -> told.add(refusal.reason()));

  private RepriceState now() {
    return presenter.state();
  }

  @Test
  void whatIsShownIsSetAndWhatDoesNotChangeIsLeftOut() {
    presenter.begin(List.of("100145", "100310", "100187"));

    presenter.preview(FIVE_PERCENT);
    assertThat(now().preview().orElseThrow().lines()).hasSize(4);
    assertThat(told).isEmpty();
    presenter.apply();

    assertThat(tags.done)
        .containsExactly("preview [100145, 100310, 100187] PERCENT 50000", "apply 2");
    assertThat(now().set()).contains(2);
    assertThat(now().preview()).isEmpty();
    assertThat(told).containsExactly("changed");
  }

  @Test
  void nothingIsSetThatWasNotShown() {
    presenter.begin(List.of("100145"));

    presenter.apply();

    assertThat(tags.done).isEmpty();
  }

  @Test
  void whereNothingIsMarkedNothingBegins() {
    presenter.begin(List.of());

    presenter.preview(FIVE_PERCENT);

    assertThat(now().isOpen()).isFalse();
    assertThat(tags.done).isEmpty();
  }

  @Test
  void aRefusalLeavesThePreview() {
    presenter.begin(List.of("100145"));
    presenter.preview(FIVE_PERCENT);
    tags.refusal = Optional.of(ServerRefusal.of(Status.ABORTED.asRuntimeException()));

    presenter.apply();

    assertThat(now().refused()).map(ServerRefusal::reason).contains("ABORTED");
    assertThat(now().preview()).isPresent();
    assertThat(told).isEmpty();
  }

  @Test
  void whatComesAfterOneWentBackIsLetGo() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new RepricePresenter(tags, waiting::add, () -> {}, late::add);
    slow.begin(List.of("100145"));
    slow.preview(FIVE_PERCENT);
    slow.back();

    waiting.forEach(Runnable::run);

    assertThat(slow.state()).isEqualTo(RepriceState.CLOSED);
  }

  @Test
  void aChangeOfTheFormTakesAwayWhatWasShownForAnother() {
    presenter.begin(List.of("100145"));
    presenter.preview(FIVE_PERCENT);

    presenter.formChanged();
    presenter.apply();

    assertThat(now().preview()).isEmpty();
    assertThat(tags.done).noneMatch(act -> act.startsWith("apply"));
  }

  @Test
  void aPreviewThatComesAfterTheFormHasChangedIsLetGo() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new RepricePresenter(tags, waiting::add, () -> {}, late::add);
    var sixPercent = new Repricing.Rule(Repricing.Way.PERCENT, 60_000, 500_00, 0, Optional.empty());
    slow.begin(List.of("100145"));
    slow.preview(FIVE_PERCENT);
    slow.formChanged();
    assertThat(slow.state().busy()).isFalse();
    slow.preview(sixPercent);

    waiting.get(1).run(); // of five percent; the first is that of the levels
    assertThat(slow.state().preview()).isEmpty();
    waiting.get(2).run();

    assertThat(slow.state().preview()).map(Repricing.Preview::rule).contains(sixPercent);
  }

  @Test
  void aRefusalOfPricesThatTheFormDoesNotSayAnyMoreLeavesNothingToBeSet() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new RepricePresenter(tags, waiting::add, () -> {}, late::add);
    slow.begin(List.of("100145"));
    slow.preview(FIVE_PERCENT);
    waiting.get(1).run();
    tags.refusal = Optional.of(ServerRefusal.of(Status.ABORTED.asRuntimeException()));
    slow.apply();
    slow.formChanged();
    assertThat(slow.state().busy()).as("what is being set is not taken back").isTrue();

    waiting.get(2).run();

    assertThat(slow.state().refused()).isPresent();
    assertThat(slow.state().preview()).isEmpty();
    assertThat(late).isEmpty();
  }

  @Test
  void aRefusalThatComesAfterOneWentBackIsToldElsewhere() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new RepricePresenter(tags, waiting::add, () -> {}, late::add);
    slow.begin(List.of("100145"));
    slow.preview(FIVE_PERCENT);
    waiting.get(1).run();
    tags.refusal = Optional.of(ServerRefusal.of(Status.ABORTED.asRuntimeException()));
    slow.apply();
    slow.back();

    waiting.get(2).run();

    assertThat(late).extracting(ServerRefusal::reason).containsExactly("ABORTED");
    assertThat(slow.state()).isEqualTo(RepriceState.CLOSED);
  }
}
