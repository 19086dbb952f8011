package id.lajur.backoffice.machines;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Machines on a display inside the JVM; pictures for people. */
@CacioTest
class MachineWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeMachines store = new FakeMachines();
  private final MachinePresenter presenter = new MachinePresenter(store, Runnable::run);

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void machinesStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view =
                  new MachineView(
                      presenter, formats, "Toko Lajur", TableChoices.NONE, () -> FakeMachines.NOW);
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.act(() -> window.table("machines").setRowSelectionInterval(2, 2));
      assertThat(presenter.state().chosen()).contains("L01");
      window.take("machines-list");
      window.act(presenter::revoke);
      window.take("machines-revoke");
      assertThat(window.field("machine.reason").isFocusOwner()).isTrue();
      window.act(presenter::cancel);
      assertThat(window.table("machines").isFocusOwner()).isTrue();

      window.act(() -> window.table("machines").setRowSelectionInterval(6, 6));
      window.act(presenter::makeCode);
      window.take("machines-code");
      window.act(presenter::cancel);
      window.act(presenter::create);
      store.no = Refused.of("TERMINAL_CODE_INVALID", Map.of());
      window.act(() -> window.field("machine.code").setText("lajur empat"));
      window.act(() -> window.field("machine.name").setText("Kasir"));
      window.act(() -> presenter.saveNew("lajur empat", "Kasir", true));
      window.take("machines-refused");
      window.assertClean();
    }
  }
}
