package id.lajur.backoffice.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shop's settings on a display inside the JVM; pictures for people. */
@CacioTest
class ShopWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeShop store = new FakeShop();
  private final ShopPresenter presenter = new ShopPresenter(store, Runnable::run);

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void theShopIsSet(Theme theme, Language language, int width, int height) throws Exception {
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new ShopView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.take("shop-list");

      window.act(() -> window.table("shop").setRowSelectionInterval(4, 4));
      window.act(presenter::change);
      assertThat(window.field("shop.value").isFocusOwner()).isTrue();
      window.act(() -> window.field("shop.value").setText("Terima kasih, sampai jumpa lagi"));
      assertThat(presenter.state().preview().foot()).hasSize(1);
      window.take("shop-foot");
      window.act(presenter::cancel);
      assertThat(presenter.unsaved().isAsking()).isTrue();
      window.act(presenter.unsaved()::discard);
      assertThat(window.table("shop").isFocusOwner()).isTrue();

      window.act(() -> window.table("shop").setRowSelectionInterval(5, 5));
      window.take("shop-history");
      window.act(presenter::change);
      window.act(() -> window.field("shop.value").setText("0"));
      window.act(() -> presenter.save("0", "", OfficeWindow.formats(language)));
      assertThat(window.field("shop.value").getClientProperty("JComponent.outline"))
          .isEqualTo("error");
      window.take("shop-wrong");

      window.act(presenter::giveUp);
      store.posted = false;
      window.act(presenter::load);
      window.act(() -> window.table("shop").setRowSelectionInterval(13, 13));
      assertThat(presenter.state().chosen()).contains("store.time_zone");
      window.act(
          () ->
              window
                  .table("shop")
                  .scrollRectToVisible(window.table("shop").getCellRect(13, 0, true)));
      window.act(presenter::change);
      assertThat(window.has("shop.value")).isTrue();
      assertThat(window.has("shop.day")).as("it has no date").isFalse();
      window.take("shop-zone");
      window.act(presenter::giveUp);
      store.posted = true;
      window.act(presenter::load);
      assertThat(presenter.state().setting().filter(Setting::changeable)).isEmpty();
      window.take("shop-zone-kept");
      window.assertClean();
    }
  }
}
