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
  private final RepricePresenter presenter =
      new RepricePresenter(tags, Runnable::run, () -> told.add("changed"));

  private RepriceState now() {
    return presenter.state();
  }

  @Test
  void whatIsShownIsSetAndWhatDoesNotChangeIsLeftOut() {
    presenter.begin(List.of("100145", "100102", "100187"));

    presenter.preview(FIVE_PERCENT);
    assertThat(now().preview().orElseThrow().lines()).hasSize(4);
    assertThat(told).isEmpty();
    presenter.apply();

    assertThat(tags.done)
        .containsExactly("preview [100145, 100102, 100187] PERCENT 50000", "apply 2");
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
    var slow = new RepricePresenter(tags, waiting::add, () -> {});
    slow.begin(List.of("100145"));
    slow.preview(FIVE_PERCENT);
    slow.back();

    waiting.forEach(Runnable::run);

    assertThat(slow.state()).isEqualTo(RepriceState.CLOSED);
  }
}
