package id.lajur.backoffice.departments;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Departments on a display inside the JVM; pictures for people. */
@CacioTest
class DepartmentsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeDepartments store = new FakeDepartments();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void departmentsStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new DepartmentsPresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new DepartmentsView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      List<Department> kept = List.copyOf(store.kept);
      store.kept.clear();
      window.act(presenter::load);
      assertThat(window.said("departments")).isNotEmpty();
      window.take("departments-empty");
      store.kept.addAll(kept);
      window.act(presenter::load);
      window.act(() -> window.table("departments").setRowSelectionInterval(1, 1));
      assertThat(presenter.state().chosen()).contains("ROTI");
      window.take("departments-list");

      window.act(presenter::rename);
      assertThat(window.has("department.code")).isFalse(); // the code stays for good
      window.act(() -> window.field("department.name").setText("Roti"));
      window.act(() -> window.table("departments").setRowSelectionInterval(0, 0));
      assertThat(presenter.unsaved().isAsking()).isTrue();
      window.act(presenter.unsaved()::discard);

      window.act(presenter::create);
      window.act(() -> window.field("department.code").setText("TELUR"));
      window.act(() -> window.field("department.name").setText("Telur"));
      window.take("departments-new");
      window.assertClean();
    }
  }
}
