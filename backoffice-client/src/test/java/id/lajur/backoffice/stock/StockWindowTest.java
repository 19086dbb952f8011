package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens of stock on a display inside the JVM; pictures for people. */
@CacioTest
class StockWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void aShelfIsCountedByScanAndQuantity(Theme theme, Language language, int width, int height)
      throws Exception {
    var shelf = new Shelf();
    var presenter = new CountPresenter(shelf, SwingUtilities::invokeLater);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> new CountView(presenter, formats, TableChoices.NONE, "Toko Lajur", true))) {
      assertThat(window.said("counts")).as("unread").isBlank();
      window.act(presenter::opened);
      window.take("stock-counts");
      window.act(() -> presenter.open(presenter.state().counts().rows().get(0)));
      enter(window, "count.scan", "3*100331");
      enter(window, "count.quantity", "22");
      assertThat(shelf.done).containsExactly("+3000 100331", "=22000 100331");
      window.take("stock-count-sheet");
      window.act(presenter::post);
      window.take("stock-count-sure");
      window.assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void goodsAreTakenOutForAReason(Theme theme, Language language, int width, int height)
      throws Exception {
    var room = new Storeroom();
    var presenter = new AdjustPresenter(room, SwingUtilities::invokeLater);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> new AdjustView(presenter, formats, TableChoices.NONE, "Toko Lajur", true))) {
      assertThat(window.said("adjustments")).as("unread").isBlank();
      window.act(presenter::opened);
      window.take("stock-adjustments");
      window.act(() -> presenter.open(presenter.state().list().rows().get(0)));
      window.take("stock-adjustment");
      window.act(presenter::back);
      window.act(presenter::begin);
      enter(window, "adjust.scan", "6*2000014500853");
      assertThat(presenter.state().sheet().orElseThrow().lines())
          .extracting(Adjustments.Line::quantityMilli)
          .containsExactly(6_000L);
      window.take("stock-adjust-new");
      window.assertClean();
    }
  }

  private static void enter(OfficeWindow window, String field, String typed) throws Exception {
    window.act(
        () -> {
          window.field(field).setText(typed);
          window.field(field).postActionEvent();
        });
  }
}
