package id.lajur.backoffice.suppliers;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.backoffice.suppliers.SuppliersPresenter.Typed;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Suppliers on a display inside the JVM; pictures for people. */
@CacioTest
class SuppliersWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeSuppliers store = new FakeSuppliers();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void suppliersStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new SuppliersPresenter(store, true, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new SuppliersView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      List<Supplier> kept = List.copyOf(store.kept);
      store.kept.clear();
      window.act(presenter::load);
      window.take("suppliers-empty");
      store.kept.addAll(kept);
      window.act(presenter::load);
      window.act(() -> window.table("suppliers").setRowSelectionInterval(0, 0));
      assertThat(presenter.state().chosen()).contains("ABC");
      window.take("suppliers-list");

      window.act(presenter::edit);
      window.act(() -> window.field("supplier.name").setText("PT Aneka Boga"));
      window.act(presenter::load); // what comes meanwhile leaves the fields alone
      assertThat(window.field("supplier.name").getText()).isEqualTo("PT Aneka Boga");
      assertThat(window.has("supplier.code")).isFalse(); // the code stays for good
      window.take("suppliers-edit");

      window.act(() -> window.table("suppliers").setRowSelectionInterval(1, 1));
      assertThat(presenter.unsaved().isAsking()).isTrue();
      assertThat(window.table("suppliers").getSelectedRow()).isZero();
      window.act(presenter.unsaved()::stay);
      assertThat(window.field("supplier.name").getText()).isEqualTo("PT Aneka Boga");

      window.act(presenter::cancel);
      assertThat(presenter.state().task()).isPresent();
      window.act(presenter.unsaved()::discard);
      assertThat(presenter.state().task()).isEmpty();
      window.act(presenter::create);
      store.no = Refused.of("SUPPLIER_EXISTS", Map.of("supplier", "ABC"));
      window.act(() -> window.field("supplier.code").setText("ABC"));
      window.act(() -> window.field("supplier.name").setText("CV Abadi"));
      window.act(
          () -> presenter.save(Optional.empty(), new Typed("ABC", "CV Abadi", "", "", "", false)));
      window.take("suppliers-new-refused");
      assertThat(window.field("supplier.code").getText()).isEqualTo("ABC");
      window.assertClean();
    }
  }
}
