package id.lajur.backoffice.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.shell.Awaited;
import id.lajur.backoffice.shell.Unanswered;
import id.lajur.backoffice.suppliers.SuppliersPresenter.Task;
import id.lajur.backoffice.suppliers.SuppliersPresenter.Typed;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SuppliersPresenterTest {
  private static final Typed EGGS =
      new Typed(" TELUR ", "UD Telur Jaya", "Jl. Pasar 3, Blitar", "", " 14 ", false);

  private final FakeSuppliers store = new FakeSuppliers();
  private final SuppliersPresenter presenter = new SuppliersPresenter(store, true, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private Supplier choose(String code) {
    Supplier found =
        store.kept.stream().filter(one -> one.code().equals(code)).findFirst().orElseThrow();
    presenter.choose(Optional.of(found));
    return found;
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void aNewSupplierIsKeptAndMarked() {
    presenter.create();

    presenter.save(Optional.empty(), EGGS);

    assertThat(store.kept)
        .contains(new Supplier("TELUR", "UD Telur Jaya", "Jl. Pasar 3, Blitar", "", 14, false, 1));
    assertThat(presenter.state().marked().map(Supplier::code)).contains("TELUR");
    assertThat(presenter.state().task()).isEmpty();
    assertThat(said()).isEqualTo("said.kept");
  }

  @Test
  void whatIsChangedIsSentWithTheCodeAndTheVersionThatWereRead() {
    Supplier bread = choose("ROTI");
    presenter.edit();

    presenter.save(
        Optional.of(bread), new Typed("ROTI", "Roti Melati", "Jl. Baru 1", "", "", true));

    assertThat(store.asked)
        .containsExactly(
            "update " + new Supplier("ROTI", "Roti Melati", "Jl. Baru 1", "", 0, true, 1));
    assertThat(presenter.state().marked().map(Supplier::version)).contains(2L);
  }

  @Test
  void whatCannotBeSentIsSaidAndNotSent() {
    presenter.create();

    presenter.save(Optional.empty(), new Typed(" ", "UD Telur Jaya", "", "", "14", false));
    assertThat(said()).isEqualTo("wrong.code");
    presenter.save(Optional.empty(), new Typed("TELUR", " ", "", "", "14", false));
    assertThat(said()).isEqualTo("wrong.name");
    presenter.save(Optional.empty(), new Typed("TELUR", "UD Telur", "", "", "2 minggu", false));
    assertThat(said()).isEqualTo("wrong.terms");
    presenter.save(Optional.empty(), new Typed("TELUR", "UD Telur", "", "", "9999999999", false));
    assertThat(said()).isEqualTo("wrong.terms");

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void aRefusalIsShownAndTheFieldsStay() {
    Supplier milk = choose("SUSU");
    presenter.edit();
    store.no = Refused.of("SUPPLIER_CHANGED", Map.of("supplier", "SUSU"));

    presenter.save(Optional.of(milk), new Typed("SUSU", "CV Susu", "", "", "14", true));

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("SUPPLIER_CHANGED");
    assertThat(presenter.state().task()).contains(Task.EDIT);
  }

  @Test
  void aKeyThatIsPressedTwiceDoesItOnceAndNothingIsGivenUpMeanwhile() {
    store.slow = new CompletableFuture<>();
    presenter.create();

    presenter.save(Optional.empty(), EGGS);
    presenter.save(Optional.empty(), EGGS);
    presenter.cancel();

    assertThat(store.asked).hasSize(1);
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void whoMayNotChangeSuppliersOnlyReadsThem() {
    var reader = new SuppliersPresenter(store, false, Runnable::run);
    reader.load();
    reader.choose(reader.state().rows().stream().findFirst());

    reader.edit();
    reader.create();

    assertThat(reader.state().rows()).hasSize(5);
    assertThat(reader.state().task()).isEmpty();
  }

  @Test
  void anotherThatIsMarkedGivesUpWhatWasBegunAboutTheFirst() {
    choose("ROTI");
    presenter.edit();
    choose("SUSU");
    assertThat(presenter.state().task()).isEmpty();

    presenter.create();
    choose("ROTI");
    assertThat(presenter.state().task()).contains(Task.CREATE); // is about nobody in the list
  }

  @Test
  void theRowsAfterASaveAreReadToTheEnd() {
    var unanswered = new Unanswered();
    var slow =
        new SuppliersPresenter(
            unanswered.in(SupplierActions.class, store, "suppliers"), true, Runnable::run);
    slow.create();

    slow.save(Optional.empty(), EGGS);

    assertThat(unanswered.said()).contains(Awaited.Kind.SAVING);
  }
}
