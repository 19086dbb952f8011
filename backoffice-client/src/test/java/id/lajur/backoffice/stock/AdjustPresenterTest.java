package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.kit.connection.ServerRefusal;
import io.grpc.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AdjustPresenterTest {
  private final Storeroom room = new Storeroom();
  private final AdjustPresenter presenter = new AdjustPresenter(room, Runnable::run);

  AdjustPresenterTest() {
    presenter.opened();
  }

  private AdjustState now() {
    return presenter.state();
  }

  private List<Adjustments.Line> lines() {
    return now().sheet().orElseThrow().lines();
  }

  private void typed(String code, long milli, boolean adds) {
    presenter.typed(new Typed(code, milli, adds));
  }

  @Test
  void whatIsScannedTwiceIsOneLineAndATypedQuantityStandsInItsPlace() {
    presenter.begin();

    typed("853", 1_000, true);
    typed("853", 1_000, true);
    assertThat(lines()).extracting(Adjustments.Line::quantityMilli).containsExactly(2_000L);
    typed("", 6_000, false);
    typed("231", 2_000, true);

    assertThat(lines()).extracting(Adjustments.Line::quantityMilli).containsExactly(6_000L, 2_000L);
  }

  @Test
  void itIsPostedForItsReasonAndTheListIsReadAgain() {
    presenter.begin();
    typed("853", 6_000, true);

    presenter.post(Adjustments.Reason.OWN_USE, "dapur");

    assertThat(room.done).containsExactly("find 853", "post OWN_USE dapur 1");
    assertThat(now().note()).contains("adjust.posted");
    assertThat(now().sheet()).isEmpty();
  }

  @Test
  void nothingIsPostedWhereNothingWasScanned() {
    presenter.begin();

    presenter.post(Adjustments.Reason.LOST, "");

    assertThat(room.done).isEmpty();
    assertThat(now().note()).contains("adjust.nothing");
  }

  @Test
  void aRefusalLeavesWhatWasScanned() {
    presenter.begin();
    typed("853", 6_000, true);
    room.refusal = Optional.of(ServerRefusal.of(Status.INVALID_ARGUMENT.asRuntimeException()));

    presenter.post(Adjustments.Reason.LOST, "");

    assertThat(now().refused()).map(ServerRefusal::reason).contains("INVALID_ARGUMENT");
    assertThat(lines()).hasSize(1);
    assertThat(now().busy()).isFalse();
  }

  @Test
  void aLineIsTakenOffAgain() {
    presenter.begin();
    typed("853", 6_000, true);

    presenter.remove(lines().get(0));

    assertThat(lines()).isEmpty();
  }

  @Test
  void aPostedOneIsReadAndTakesNoScan() {
    presenter.open(now().list().rows().get(0));
    assertThat(lines()).hasSize(2);

    typed("853", 1_000, true);
    presenter.post(Adjustments.Reason.LOST, "x");

    assertThat(room.done).isEmpty();
    presenter.back();
    assertThat(now().sheet()).isEmpty();
  }

  @Test
  void whatIsScannedAndNotPostedIsLetGoOnlyWhenThatIsSaid() {
    presenter.begin();
    typed("853", 6_000, true);

    presenter.back();
    assertThat(lines()).hasSize(1);
    presenter.unsaved().stay();
    assertThat(lines()).hasSize(1);
    presenter.back();
    presenter.unsaved().discard();

    assertThat(now().sheet()).isEmpty();
  }

  @Test
  void olderOnesComeBelowTheNewest() {
    presenter.older();

    assertThat(now().list().rows()).hasSize(5);
    assertThat(now().list().hasOlder()).isFalse();
  }

  @Test
  void whatComesAfterOneHasLeftIsLetGo() {
    List<Runnable> waiting = new ArrayList<>();
    var slow = new AdjustPresenter(room, waiting::add);
    slow.opened();
    slow.left();

    waiting.forEach(Runnable::run);

    assertThat(slow.state().list().rows()).isEmpty();
  }

  @Test
  void theListAfterAPostingIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow =
        new AdjustPresenter(unanswered.in(AdjustActions.class, room, "adjustments"), Runnable::run);
    slow.begin();
    slow.typed(new Typed("853", 6_000, true));

    slow.post(Adjustments.Reason.OWN_USE, "dapur");

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
