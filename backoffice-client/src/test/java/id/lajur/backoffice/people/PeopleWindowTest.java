package id.lajur.backoffice.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.people.PeoplePresenter.Task;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** People and roles on a display inside the JVM; pictures for people. */
@CacioTest
class PeopleWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakePeople store = new FakePeople();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void peopleStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new PeoplePresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view =
                  new PeopleView(
                      presenter, formats, "Toko Lajur", TableChoices.NONE, () -> FakePeople.NOW);
              presenter.in(view::render);
              return view;
            })) {
      var none = (JLabel) window.component("people.empty");
      assertThat(none.getText()).isEmpty(); // nobody knows yet whether there is anybody
      store.people = List.of();
      window.act(presenter::load);
      assertThat(none.getText()).isNotEmpty();
      window.take("people-empty");
      store.people = FakePeople.everybody();
      window.act(presenter::load);
      window.act(() -> window.table("people").setRowSelectionInterval(3, 3));
      assertThat(presenter.state().chosen()).contains("101");
      window.take("people-list");

      window.act(presenter::edit);
      assertThat(window.field("people.name").getText()).isEqualTo("Sari Lestari");
      window.act(presenter::load); // what comes meanwhile leaves the fields alone
      window.act(() -> window.field("people.name").setText("Sari L. Hartono"));
      window.act(presenter::load);
      assertThat(window.field("people.name").getText()).isEqualTo("Sari L. Hartono");
      window.take("people-edit");

      window.act(presenter::cancel);
      window.act(presenter.unsaved()::discard);
      window.act(presenter::leaveOrReturn);
      assertThat(presenter.state().task()).contains(Task.DISMISS);
      window.take("people-leave");

      window.act(presenter::create);
      assertThat(presenter.state().task()).contains(Task.CREATE);
      window.act(() -> window.field("people.number").setText("98"));
      window.act(() -> window.field("people.name").setText("Putri"));
      store.no = Refused.of("NUMBER_TAKEN", Map.of("number", "98"));
      window.act(
          () ->
              presenter.saveNew(
                  new PeopleActions.Details("98", "Putri", "CASHIER", "id"), "8264", "8264"));
      assertThat(presenter.state().progress().refused()).isPresent();
      assertThat(window.field("people.name").getText()).isEqualTo("Putri");
      window.take("people-new-refused");
      store.no = null;
      window.assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void rolesStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new RolesPresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new RolesView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.act(() -> presenter.choose(presenter.state().beside().role("SUPERVISOR")));
      assertThat(window.table("roles").getSelectedRow()).isEqualTo(1);
      window.take("roles-list");

      window.act(presenter::edit);
      window.take("roles-edit");
      var drawer = (JCheckBox) window.component("role.till.drawer");
      assertThat(window.field("limit.DRAWER").isEnabled()).isTrue();
      window.act(() -> drawer.doClick(0));
      assertThat(window.field("limit.DRAWER").isEnabled()).isFalse();

      window.act(presenter::cancel);
      assertThat(presenter.unsaved().isAsking()).isTrue();
      window.act(presenter.unsaved()::discard);
      window.act(() -> presenter.choose(presenter.state().beside().role("OWNER")));
      window.act(presenter::edit);
      window.take("roles-owner");
      assertThat(presenter.state().task()).isEqualTo(Optional.empty());
      window.act(presenter::create);
      window.take("roles-new");
      window.assertClean();
    }
  }
}
