package id.lajur.backoffice.day;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.day.DayState.Task;
import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.sale.v1.EmergencyDifferenceKind;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DayPresenterTest {
  private static final Formats FORMATS = OfficeWindow.formats(Language.INDONESIAN);

  private final FakeDay store = new FakeDay();
  private final DayPresenter presenter = new DayPresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void choose(int at) {
    presenter.choose(Optional.of(presenter.state().day().things().get(at)));
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void anothersTillIsCountedInPieces() {
    choose(0);
    presenter.count();
    assertThat(presenter.state().task()).contains(Task.COUNT_SHIFT);

    presenter.saveCount(Map.of(100_000_00L, "12", 500_00L, " 7 ", 100_00L, ""), "pulang sakit");

    assertThat(store.asked).containsExactly("count s1 {50000=7, 10000000=12} pulang sakit");
    assertThat(said()).isEqualTo("said.counted");
  }

  @Test
  void whatIsNoNumberOfPiecesIsSaidAndNothingIsSent() {
    choose(0);
    presenter.count();

    presenter.saveCount(Map.of(100_000_00L, "1,5"), "");

    assertThat(store.asked).isEmpty();
    assertThat(said()).isEqualTo("count.unreadable");
    assertThat(presenter.state().task()).contains(Task.COUNT_SHIFT);
  }

  @Test
  void cashThatNobodyTakesOverGoesToTheSafe() {
    choose(2);
    presenter.count();
    presenter.saveSecured("lima ratus", "", FORMATS);
    assertThat(said()).isEqualTo("amount.unreadable");

    presenter.saveSecured("500.000", "", FORMATS);

    assertThat(store.asked).containsExactly("secure h1 50000000 ");
  }

  @Test
  void whatTheCloseDoesNotWaitForIsNotCounted() {
    choose(3);
    presenter.count();
    choose(4);
    presenter.count();

    assertThat(presenter.state().task()).isEmpty();
  }

  @Test
  void overOpenShiftsADayIsClosedByForceAndElseWithout() {
    presenter.close();
    assertThat(store.asked).isEmpty();
    presenter.saveClosed();
    store.day = new StoreDay(store.day.date(), List.of(store.day.things().get(3)));
    presenter.load();
    presenter.close();
    presenter.saveClosed();

    assertThat(store.asked).containsExactly("close by force", "close");
  }

  @Test
  void withoutAnOpenShiftHandedOverCashIsCountedBeforeTheDayIsClosed() {
    store.day = new StoreDay(store.day.date(), store.day.things().subList(2, 4));
    presenter.load();
    presenter.close();

    presenter.saveClosed();

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().closes()).isFalse();
  }

  @Test
  void aDayThatIsNotOpenCannotBeClosed() {
    store.day = StoreDay.NONE;
    presenter.load();

    presenter.close();

    assertThat(presenter.state().task()).isEmpty();
  }

  @Test
  void aRefusalIsShown() {
    store.no = Refused.of("HANDOVER_WAITING", Map.of("lanes", "L02"));
    presenter.close();

    presenter.saveClosed();

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("HANDOVER_WAITING");
  }

  @Test
  void piecesAreSummedAsTheyAreTyped() {
    assertThat(Pieces.sum(Map.of(100_000_00L, "12", 500_00L, "x", 100_00L, "3")))
        .isEqualTo(1_200_300_00L);
    assertThat(Pieces.of("USD")).contains(25L);
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(DayView.class, "day");
    Bundles.assertUsed(
        DayView.class, "day", Set.of("kind.", "more.", "count.", "hint.", "difference."));
    Texts texts = Texts.of(DayView.class, "day", Language.INDONESIAN);
    for (OpenThing thing : FakeDay.evening().things()) {
      assertThat(texts.has("kind." + thing.kind())).isTrue();
      assertThat(texts.has("hint." + thing.kind())).isTrue();
      assertThat(thing.more().isEmpty() || texts.has("more." + thing.kind())).isTrue();
      assertThat(thing.count() == 0 || texts.has("count." + thing.kind())).isTrue();
    }
    for (EmergencyDifferenceKind kind : EmergencyDifferenceKind.values()) {
      String name = kind.name().replace("EMERGENCY_DIFFERENCE_KIND_", "");
      assertThat(kind.name().contains("UN") || texts.has("difference." + name)).as(name).isTrue();
    }
  }

  @Test
  void theDayAfterItsCloseIsReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow = new DayPresenter(unanswered.in(DayActions.class, store, "day"), Runnable::run);
    slow.close();

    slow.saveClosed();

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
