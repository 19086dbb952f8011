package id.lajur.backoffice.quickkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.swing.JTextField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Quick keys on a display inside the JVM; pictures for people. */
@CacioTest
class QuickKeysWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void pagesAreArrangedFromTheFirstToTheirPictures(
      Theme theme, Language language, int width, int height) throws Exception {
    FakeQuickKeys store = new FakeQuickKeys();
    var presenter = new QuickKeysPresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view =
                  new QuickKeysView(presenter, formats, over -> Optional.of(Path.of("tomat.jpg")));
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.take("quickkeys-none");

      window.act(() -> presenter.addPage("Sayur"));
      window.act(() -> ((JTextField) window.component("quickkeys.search")).setText("ba"));
      window.take("quickkeys-search");
      window.act(() -> ((JTextField) window.component("quickkeys.search")).postActionEvent());
      assertThat(presenter.state().key()).map(Key::label).hasValue("Bayam");
      window.act(() -> ((JTextField) window.component("quickkeys.label")).setText("Bayam segar"));
      assertThat(presenter.state().key()).map(Key::label).hasValue("Bayam segar");
      window.take("quickkeys-put");

      store.arranged();
      window.act(presenter::reload);
      window.act(presenter.unsaved()::discard);
      var grid = (KeyGrid) window.component("quickkeys.grid");
      window.act(() -> press(grid, KeyEvent.VK_RIGHT, 0));
      assertThat(presenter.state().place()).isEqualTo(1);
      window.act(() -> press(grid, KeyEvent.VK_DOWN, KeyEvent.CTRL_DOWN_MASK));
      assertThat(labelAt(presenter, 5)).isEqualTo("Cabai");
      window.act(() -> drag(grid, 0, 6));
      assertThat(labelAt(presenter, 6)).isEqualTo("Tomat");
      window.act(() -> presenter.choose(2));
      window.take("quickkeys-arranged");
      window.act(presenter::save);
      window.take("quickkeys-saved");
      assertThat(store.kept.pages().get(0).keys())
          .extracting(Key::place)
          .isEqualTo(List.of(2, 3, 4, 5, 6, 7, 8));
      window.assertClean();
    }
  }

  private static String labelAt(QuickKeysPresenter presenter, int place) {
    return presenter.state().page().flatMap(page -> page.key(place)).map(Key::label).orElse("");
  }

  private static void press(Component on, int key, int modifiers) {
    on.requestFocusInWindow();
    on.dispatchEvent(
        new KeyEvent(on, KeyEvent.KEY_PRESSED, 0, modifiers, key, KeyEvent.CHAR_UNDEFINED));
  }

  private static void drag(KeyGrid grid, int from, int to) {
    mouse(grid, MouseEvent.MOUSE_PRESSED, grid.where(from));
    mouse(grid, MouseEvent.MOUSE_DRAGGED, grid.where(to));
    mouse(grid, MouseEvent.MOUSE_RELEASED, grid.where(to));
  }

  private static void mouse(KeyGrid grid, int what, Rectangle where) {
    grid.dispatchEvent(
        new MouseEvent(
            grid,
            what,
            0,
            MouseEvent.BUTTON1_DOWN_MASK,
            where.x + where.width / 2,
            where.y + where.height / 2,
            1,
            false,
            MouseEvent.BUTTON1));
  }
}
