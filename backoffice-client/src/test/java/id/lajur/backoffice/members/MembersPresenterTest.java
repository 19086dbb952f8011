package id.lajur.backoffice.members;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.backoffice.form.Progress;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.members.MembersPresenter.Task;
import id.lajur.backoffice.members.MembersPresenter.Typed;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembersPresenterTest {
  private final FakeMembers store = new FakeMembers();
  private final MembersPresenter presenter = new MembersPresenter(store, true, Runnable::run);

  @BeforeEach
  void opened() {
    presenter.load();
  }

  private Member choose(int row) {
    Member found = store.kept.get(row);
    presenter.choose(Optional.of(found));
    return found;
  }

  private String said() {
    return presenter.state().progress().note().map(Progress.Note::key).orElse("");
  }

  @Test
  void aNewMemberIsKeptAndMarked() {
    presenter.create();

    presenter.save(
        Optional.empty(), new Typed(" 8801 ", "Agus Salim", "0812-3456 789", "GROSIR", true));

    assertThat(store.kept)
        .contains(new Member("8801", "Agus Salim", "08123456789", "GROSIR", true, "2026-11-29", 1));
    assertThat(presenter.state().marked().map(Member::number)).contains("8801");
    assertThat(presenter.state().task()).isEmpty();
    assertThat(said()).isEqualTo("said.kept");
  }

  @Test
  void whatIsChangedIsSentWithTheNumberAndTheVersionThatWereRead() {
    Member ratna = choose(0);
    presenter.edit();

    presenter.save(Optional.of(ratna), new Typed(ratna.number(), "Ratna W.", "", "ECERAN", false));

    assertThat(store.asked)
        .containsExactly(
            "update "
                + new Member(ratna.number(), "Ratna W.", "", "ECERAN", false, "2026-11-23", 1));
  }

  @Test
  void whatCannotBeSentIsSaidAndNotSent() {
    presenter.create();

    presenter.save(Optional.empty(), new Typed(" ", "Agus", "", "ECERAN", true));
    assertThat(said()).isEqualTo("wrong.number");
    presenter.save(Optional.empty(), new Typed("1", " ", "", "ECERAN", true));
    assertThat(said()).isEqualTo("wrong.name");
    presenter.save(Optional.empty(), new Typed("1", "Agus", "+62 811", "ECERAN", true));
    assertThat(said()).isEqualTo("wrong.phone");

    assertThat(store.asked).isEmpty();
    assertThat(presenter.state().task()).contains(Task.CREATE);
  }

  @Test
  void aRefusalIsShownAndTheFieldsStay() {
    Member ratna = choose(0);
    presenter.edit();
    store.no = Refused.of("MEMBER_CHANGED", Map.of("member", ratna.number()));

    presenter.save(Optional.of(ratna), new Typed(ratna.number(), "Ratna", "", "ECERAN", true));

    assertThat(presenter.state().progress().refused().orElseThrow().reason())
        .isEqualTo("MEMBER_CHANGED");
    assertThat(presenter.state().task()).contains(Task.EDIT);
  }

  @Test
  void aPriceLevelIsMadeByWhoMay() {
    presenter.level();
    presenter.saveLevel(" ", "Karyawan");
    assertThat(said()).isEqualTo("wrong.level");
    presenter.saveLevel("KARYAWAN", "Karyawan");

    assertThat(store.asked).containsExactly("save " + new Level("KARYAWAN", "Karyawan", false));
    assertThat(presenter.state().beside()).hasSize(4);
    var reader = new MembersPresenter(store, false, Runnable::run);
    reader.level();
    assertThat(reader.state().task()).isEmpty();
  }
}
