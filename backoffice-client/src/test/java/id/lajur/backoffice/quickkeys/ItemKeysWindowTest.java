package id.lajur.backoffice.quickkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.KeyButton;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The quick keys of an item on a display inside the JVM; pictures for people. */
@CacioTest
class ItemKeysWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void anItemIsPutOnAPageAndTakenOff(Theme theme, Language language, int width, int height)
      throws Exception {
    FakeQuickKeys store = new FakeQuickKeys().arranged();
    var presenter = new ItemKeysPresenter(store, Runnable::run);
    List<ItemKeysPane> panes = new ArrayList<>();
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              panes.add(new ItemKeysPane(presenter, formats, true));
              return panes.get(0);
            })) {
      window.act(() -> presenter.look("101"));
      window.take("itemkeys-none");
      window.act(() -> ((JComboBox<?>) window.component("itemkeys.page")).setSelectedIndex(1));
      window.act(() -> ((JComboBox<?>) window.component("itemkeys.place")).setSelectedIndex(3));
      window.act(() -> ((JTextField) window.component("itemkeys.label")).setText("Bayam segar"));
      assertThat(panes.get(0).canPut()).isTrue();
      window.act(panes.get(0)::put);

      assertThat(store.kept.pages().get(1).key(3)).map(Key::label).hasValue("Bayam segar");
      window.take("itemkeys-put");
      window.act(() -> ((KeyButton) window.component("itemkeys.off.1.3")).doClick());
      assertThat(store.kept.pages().get(1).keys()).isEmpty();
      window.assertClean();
    }
  }

  @Test
  void whereTheFirstPageIsFullAnotherTakesTheItem() throws Exception {
    FakeQuickKeys store = new FakeQuickKeys().firstPageFull();
    var presenter = new ItemKeysPresenter(store, Runnable::run);
    List<ItemKeysPane> panes = new ArrayList<>();
    List<Boolean> lit = new ArrayList<>(); // F12, as the screen around is told
    try (OfficeWindow window =
        OfficeWindow.open(
            Theme.LIGHT,
            Language.INDONESIAN,
            1366,
            768,
            formats -> {
              panes.add(new ItemKeysPane(presenter, formats, true));
              return panes.get(0);
            })) {
      window.act(() -> panes.get(0).watch(() -> lit.add(panes.get(0).canPut())));
      window.act(() -> presenter.look("101"));
      assertThat(lit).last().isEqualTo(false);

      window.act(() -> ((JComboBox<?>) window.component("itemkeys.page")).setSelectedIndex(1));
      assertThat(lit).last().isEqualTo(true);
      window.act(() -> ((JComboBox<?>) window.component("itemkeys.page")).setSelectedIndex(0));
      assertThat(lit).as("the full one again").last().isEqualTo(false);
      window.act(() -> ((JComboBox<?>) window.component("itemkeys.page")).setSelectedIndex(1));
      window.act(panes.get(0)::put);

      assertThat(store.kept.pages().get(1).keys()).extracting(Key::itemCode).containsOnly("101");
      window.assertClean();
    }
  }
}
