package id.lajur.backoffice.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlonePresenterTest {
  private final FakeDay store = new FakeDay();
  private final AlonePresenter presenter = new AlonePresenter(store, Runnable::run);

  @Test
  void olderSalesComeBelowTheNewestAndTheMarkedOneStaysMarked() {
    presenter.load();
    assertThat(presenter.state().sales().rows()).hasSize(3);
    presenter.choose(Optional.of(presenter.state().sales().rows().get(1)));

    presenter.older();
    presenter.older();

    assertThat(presenter.state().sales().rows())
        .extracting(AloneSale::receipt)
        .containsExactly("L04-E000012", "L04-E000011", "L02-E000003", "L02-E000002");
    assertThat(presenter.state().sales().hasOlder()).isFalse();
    assertThat(presenter.state().sale().orElseThrow().receipt()).isEqualTo("L04-E000011");
  }

  @Test
  void readAnewItBeginsWithTheNewestAgain() {
    presenter.load();
    presenter.older();

    presenter.load();

    assertThat(presenter.state().sales().rows()).hasSize(3);
    assertThat(presenter.state().sales().hasOlder()).isTrue();
  }
}
