package id.lajur.backoffice.departments;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.departments.DepartmentsPresenter.Task;
import id.lajur.backoffice.departments.DepartmentsPresenter.Typed;
import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DepartmentsPresenterTest {
  private static final Typed EGGS = new Typed(" TELUR ", " Telur ", "BEBAS");

  private final FakeDepartments store = new FakeDepartments();
  private final DepartmentsPresenter presenter = new DepartmentsPresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void choose(String code) {
    presenter.choose(store.kept.stream().filter(one -> one.code().equals(code)).findFirst());
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void aNewDepartmentIsKeptAndMarked() {
    presenter.create();

    presenter.save(EGGS);

    assertThat(store.asked).containsExactly("create BEBAS TELUR Telur");
    assertThat(presenter.state().marked()).contains(new Department("TELUR", "Telur"));
    assertThat(presenter.state().task()).isEmpty();
    assertThat(said()).isEqualTo("said.kept");
  }

  @Test
  void anotherNameIsSentWithTheCodeOfTheOneThatIsMarked() {
    choose("ROTI");
    presenter.rename();

    presenter.save(new Typed("ROTI", "Roti", ""));

    assertThat(store.asked).containsExactly("rename ROTI Roti");
    assertThat(presenter.state().marked().map(Department::name)).contains("Roti");
  }

  @Test
  void whatCannotBeSentIsSaidAndNotSent() {
    presenter.create();

    presenter.save(new Typed(" ", "Telur", "BIASA"));
    assertThat(said()).isEqualTo("wrong.code");
    presenter.save(new Typed("TELUR", " ", "BIASA"));
    assertThat(said()).isEqualTo("wrong.name");

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void aRefusalIsShownAndTheFieldsStay() {
    presenter.create();
    store.no = Refused.of("DEPARTMENT_EXISTS", Map.of("department", "TELUR"));

    presenter.save(EGGS);

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("DEPARTMENT_EXISTS");
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void aKeyThatIsPressedTwiceDoesItOnce() {
    store.slow = new CompletableFuture<>();
    presenter.create();

    presenter.save(EGGS);
    presenter.save(EGGS);
    presenter.cancel();

    assertThat(store.asked).hasSize(1);
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void nothingIsRenamedWhereNoneIsMarked() {
    presenter.choose(Optional.empty());

    presenter.rename();

    assertThat(presenter.state().task()).isEmpty();
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(DepartmentsView.class, "departments");
    Bundles.assertUsed(DepartmentsView.class, "departments", Set.of());
  }
}
