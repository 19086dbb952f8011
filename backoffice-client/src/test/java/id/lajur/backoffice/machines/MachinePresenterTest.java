package id.lajur.backoffice.machines;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Bundles;
import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.machines.MachinePresenter.Task;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MachinePresenterTest {
  private final FakeMachines store = new FakeMachines();
  private final MachinePresenter presenter = new MachinePresenter(store, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private void choose(String code) {
    presenter.choose(
        presenter.state().rows().stream().filter(one -> one.code().equals(code)).findFirst());
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void aFreePlaceGetsItsCodeAtOnce() {
    choose("L05");

    presenter.makeCode();

    assertThat(store.asked).containsExactly("code L05");
    assertThat(presenter.code().map(EnrolmentCode::code)).contains("K7QM-24XD");
    assertThat(presenter.state().progress().sending()).isFalse();
  }

  @Test
  void aPlaceThatIsTakenIsAskedAboutFirst() {
    choose("L01");

    presenter.makeCode();
    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().task()).contains(Task.REPLACE);
    presenter.replace();

    assertThat(store.asked).containsExactly("code L01 replaces");
    assertThat(presenter.code()).isPresent();
  }

  @Test
  void aCodeIsSeenNoMoreOnceAnotherMachineIsLookedAt() {
    choose("L05");
    presenter.makeCode();

    choose("L01");

    assertThat(presenter.code()).isEmpty();
    assertThat(presenter.state().toString()).doesNotContain("K7QM");
  }

  @Test
  void aMachineIsRevokedForAReasonAndAFreePlaceHasNone() {
    choose("L05");
    presenter.revoke();
    assertThat(presenter.state().task()).isEmpty();
    choose("L03");
    presenter.revoke();
    presenter.saveRevoked("dicuri");

    assertThat(store.asked).containsExactly("revoke L03 dicuri");
    assertThat(said()).isEqualTo("said.revoked");
  }

  @Test
  void aNewPlaceIsMarkedSoThatItsCodeIsOneKeyAway() {
    presenter.create();
    presenter.saveNew(" l06 ", "Kasir lantai 2", true);

    assertThat(store.asked).containsExactly("create L06 Kasir lantai 2 lane");
    assertThat(presenter.state().chosen()).contains("L06");
    assertThat(said()).isEqualTo("said.created");
  }

  @Test
  void aRefusalIsShownAndWhatWasTypedStays() {
    store.no = Refused.of("TERMINAL_EXISTS", Map.of("terminal", "L01"));
    presenter.create();

    presenter.saveNew("L01", "Kasir", true);

    assertThat(presenter.state().task()).contains(Task.CREATE);
    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("TERMINAL_EXISTS");
    assertThat(presenter.state().chosen()).isEqualTo(Optional.empty());
  }

  @Test
  void aFingerprintIsReadInRowsOfFourGroups() {
    assertThat(CodeCard.rows(FakeMachines.FINGERPRINT))
        .hasSize(4)
        .first()
        .isEqualTo(List.of("3F9A", "12C4", "77E0", "B5D8"));
  }

  @Test
  void everyWordIsThereInBothLanguagesAndUsed() throws IOException {
    Bundles.assertAlike(MachineView.class, "machines");
    Bundles.assertUsed(MachineView.class, "machines", Set.of());
  }
}
