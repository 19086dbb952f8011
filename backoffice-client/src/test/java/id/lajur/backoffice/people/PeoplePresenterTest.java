package id.lajur.backoffice.people;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.people.PeoplePresenter.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeoplePresenterTest {
  private final FakePeople store = new FakePeople();
  private final PeoplePresenter presenter = new PeoplePresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void choose(String number) {
    presenter.choose(store.people.stream().filter(one -> one.number().equals(number)).findFirst());
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void somebodyNewIsMadeWithAPinThatWasTypedTwice() {
    presenter.create();
    var maya = new PeopleActions.Details("104", "Putri Handayani", "CASHIER", "id");

    presenter.saveNew(maya, "8264", "8246");
    assertThat(store.asked).isEmpty();
    assertThat(said()).isEqualTo("pin.differs");
    presenter.saveNew(maya, "8264", "8264");

    assertThat(store.asked).containsExactly("create 104 CASHIER 8264");
    assertThat(said()).isEqualTo("said.created");
    assertThat(presenter.state().task()).isEmpty();
  }

  @Test
  void aRefusalIsShownAndWhatWasTypedStays() {
    choose("101");
    presenter.edit();
    store.no = Refused.of("BEYOND_OWN_RIGHTS", Map.of("role", "OWNER"));

    presenter.saveDetails(new PeopleActions.Details("101", "Sari Lestari", "OWNER", "id"));

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("BEYOND_OWN_RIGHTS");
    assertThat(presenter.state().task()).contains(Task.EDIT);
  }

  @Test
  void aLeaverIsAskedAboutFirstAndWhoComesBackIsNot() {
    choose("101");
    presenter.leaveOrReturn();
    assertThat(store.asked).isEmpty();
    presenter.dismiss();
    choose("98");
    presenter.leaveOrReturn();

    assertThat(store.asked).containsExactly("dismiss 101", "reinstate 98");
    assertThat(said()).isEqualTo("said.returned");
  }

  @Test
  void aPinIsResetAndALockLifted() {
    choose("102");
    presenter.newPin();
    presenter.savePin("7391", "7391");
    presenter.unlock();

    assertThat(store.asked).containsExactly("pin 102 7391", "unlock 102");
  }

  @Test
  void aKeyThatIsPressedTwiceDoesItOnce() {
    store.slow = new CompletableFuture<>();
    choose("101");
    presenter.leaveOrReturn();

    presenter.dismiss();
    presenter.dismiss();

    assertThat(store.asked).containsExactly("dismiss 101");
  }

  @Test
  void whatIsToBeMendedMeanwhileDoesNotLetItBeSentAgain() {
    store.slow = new CompletableFuture<>();
    choose("101");
    presenter.newPin();
    presenter.savePin("7391", "7391");

    presenter.savePin("7391", "7392");
    assertThat(presenter.state().progress().note().map(Progress.Note::key)).contains("pin.differs");
    presenter.savePin("7391", "7391");

    assertThat(store.asked).containsExactly("pin 101 7391");
    assertThat(presenter.state().progress().sending()).isTrue();
  }

  @Test
  void whoIsMarkedMeanwhileGivesUpWhatWasBegunAboutAnother() {
    choose("101");
    presenter.edit();
    choose("102");
    assertThat(presenter.state().task()).isEmpty();

    presenter.create();
    choose("101");
    assertThat(presenter.state().task()).contains(Task.CREATE); // is about nobody in the list
  }

  @Test
  void whatHasChangedIsReadAgainAndTheSamePersonStaysMarked() {
    choose("103");
    List<Optional<Person>> seen = new ArrayList<>();
    presenter.in(state -> seen.add(state.marked()));
    store.people = store.people.stream().filter(one -> !one.number().equals("98")).toList();

    presenter.load();

    assertThat(presenter.state().rows()).hasSize(7);
    assertThat(seen).allMatch(person -> person.orElseThrow().number().equals("103"));
  }
}
