package id.lajur.backoffice.zreport;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.Objects;
import javax.swing.JLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Z reports on a display inside the JVM; pictures for people. */
@CacioTest
class ZWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeZ store = new FakeZ();
  private final ZPresenter presenter = new ZPresenter(store, Runnable::run);

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void zReportsStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new ZView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      store.none = true;
      window.act(presenter::load);
      assertThat(((JLabel) window.component("zreports.empty")).getText()).isNotEmpty();
      window.take("zreports-empty");
      store.none = false;
      window.act(presenter::load);
      window.act(() -> window.table("zreports").setRowSelectionInterval(1, 1));
      window.act(
          () -> {
            boolean unused =
                Objects.requireNonNull(store.opened.get("L01")).complete(FakeZ.report("L01", 204));
          });
      assertThat(presenter.state().open()).isPresent();
      assertThat(window.table("zreports").getSelectedRow()).isEqualTo(1);
      window.take("zreports-open");
      window.assertClean();
    }
  }
}
