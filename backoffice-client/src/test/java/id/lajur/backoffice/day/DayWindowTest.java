package id.lajur.backoffice.day;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.form.Refused;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import java.util.Map;
import javax.swing.JLabel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store's day on a display inside the JVM; pictures for people. */
@CacioTest
class DayWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final FakeDay store = new FakeDay();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void theDayStandsInItsPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new DayPresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new DayView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      assertThat(((JLabel) window.component("day.empty")).getText()).as("unread").isBlank();
      assertThat(((JLabel) window.component("day.date")).getText()).as("unread").isBlank();
      store.unread = Refused.of("SERVER_AWAY", Map.of());
      window.act(presenter::load);
      assertThat(((JLabel) window.component("day.empty")).getText()).as("refused").isBlank();
      window.take("day-unread");
      store.unread = null;
      window.act(presenter::load);
      window.act(() -> window.table("day").setRowSelectionInterval(0, 0));
      window.take("day-list");
      window.act(presenter::count);
      window.act(() -> window.field("count.10000000").setText("12"));
      window.act(() -> window.field("count.50000").setText("7"));
      String sum = ((JLabel) window.component("count.total")).getText().replaceAll("\\D", "");
      assertThat(sum).isEqualTo("1203500");
      window.take("day-count");

      window.act(presenter::close);
      assertThat(window.component("day.go").isEnabled()).as("by force").isTrue();
      window.take("day-close");
      window.act(presenter::cancel);
      store.day = new StoreDay(store.day.date(), store.day.things().subList(2, 5));
      window.act(presenter::load);
      window.act(presenter::close);
      assertThat(window.component("day.go").isEnabled()).as("cash waits").isFalse();
      window.take("day-close-waits");
      store.day = new StoreDay(store.day.date(), store.day.things().subList(1, 3));
      window.act(presenter::load);
      assertThat(window.component("day.go").isEnabled()).as("it was counted").isTrue();
      store.day = StoreDay.NONE;
      window.act(presenter::saveClosed);
      assertThat(presenter.state().mayClose()).isFalse();
      assertThat(((JLabel) window.component("day.empty")).getText()).doesNotContain("F12");
      window.take("day-closed");
      window.assertClean();
    }
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void emergencySalesStandInTheirPlace(Theme theme, Language language, int width, int height)
      throws Exception {
    var presenter = new AlonePresenter(store, Runnable::run);
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats -> {
              var view = new AloneView(presenter, formats, "Toko Lajur", TableChoices.NONE);
              presenter.in(view::render);
              return view;
            })) {
      window.act(presenter::load);
      window.act(() -> window.table("emergency").setRowSelectionInterval(1, 1));
      assertThat(presenter.state().sale().orElseThrow().differences()).hasSize(2);
      window.take("emergency-sales");
      window.assertClean();
    }
  }
}
