package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.form.OfficeWindow;
import id.lajur.backoffice.quickkeys.QuickKeysOfAStore;
import id.lajur.backoffice.shell.Found;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.widget.KeyButton;
import io.grpc.Status;
import java.awt.Component;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.swing.JComboBox;
import javax.swing.JTabbedPane;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screen of items on a display inside the JVM; pictures for people. */
@CacioTest
class ItemsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final Goods goods = new Goods();

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void anItemStandsBesideTheListWithItsFieldsPricesMovesAndHistory(
      Theme theme, Language language, int width, int height) throws Exception {
    var presenter = new ItemsPresenter(goods, SwingUtilities::invokeLater);
    var repricing =
        new RepricePresenter(new PriceTags(), SwingUtilities::invokeLater, () -> {}, refusal -> {});
    try (OfficeWindow window =
        OfficeWindow.open(
            theme,
            language,
            width,
            height,
            formats ->
                new ItemsView(
                    presenter,
                    repricing,
                    QuickKeysOfAStore.pane(formats),
                    formats,
                    new ItemsView.May(
                        true,
                        true,
                        true,
                        TableChoices.NONE,
                        "Toko Lajur",
                        () -> Instant.parse("2026-11-23T07:01:00Z"),
                        (labels, paper) -> CompletableFuture.completedFuture(true))))) {
      assertThat(window.said("items")).as("unread").isBlank();
      for (String cap : List.of("F6", "F9", "F11")) {
        assertThat(key(window, cap).isEnabled()).as(cap + " without an item").isFalse();
      }
      window.act(presenter::opened);
      assertThat(key(window, "F6").isEnabled()).isTrue();
      window.take("items-list");
      assertThat(rowsSince("23/11", window)).as("labels due since today").isEqualTo(1);
      window.take("items-since");
      assertThat(rowsSince("kemarin", window)).as("no date changes nothing").isEqualTo(1);
      assertThat(rowsSince("", window)).isEqualTo(8);
      window.act(() -> presenter.chosen("100145"));

      assertThat(Pictures.onScreen(() -> window.field("item.name").getText()))
          .isEqualTo("Mi Goreng Spesial 85 g");
      window.act(
          () -> {
            window.field("item.name").setText("Mi Goreng Jumbo");
            presenter.back();
          });
      assertThat(presenter.unsaved().isAsking()).isTrue();
      assertThat(presenter.state().card()).isPresent();
      window.act(
          () -> {
            presenter.unsaved().stay();
            presenter.chosen("100102");
            presenter.unsaved().discard();
          });
      assertThat(Pictures.onScreen(() -> window.field("item.name").getText()))
          .isEqualTo("Mi Goreng Spesial 85 g");
      assertThat(presenter.unsaved().isAsking()).isFalse();
      window.act(() -> presenter.chosen("100145"));
      List<String> tabs = List.of("item", "prices", "moves", "history", "keys");
      for (int at = 0; at < tabs.size(); at++) {
        int chosen = at;
        window.act(() -> tab(window, chosen));
        window.take("items-" + tabs.get(at));
        assertThat(Pictures.onScreen(() -> f12(window).isEnabled()))
            .as("the way on of " + tabs.get(at))
            .isEqualTo(at != 2 && at != 3);
      }
      assertThat(Pictures.onScreen(() -> title("item.moves", window))).contains("100145");
      assertThat(Pictures.onScreen(() -> title("item.history", window))).contains("100145");
      window.act(
          () -> {
            presenter.open(
                presenter.state().card().orElseThrow().moves().orElseThrow().rows().get(0));
            tab(window, 2);
          });
      window.take("items-paper");
      window.act(presenter::back);
      aTypedPriceIsKeptByTheKeyOfTheTab(window, presenter);
      window.act(() -> repricing.begin(List.of("100145", "100102", "100310", "100187")));
      window.act(
          () -> {
            window.field("reprice.value").setText("5");
            window.field("reprice.value").postActionEvent();
          });
      assertThat(Pictures.onScreen(() -> f12s(window).size()))
          .as("F12 sets the prices and keeps no item")
          .isEqualTo(1);
      assertThat(repricing.state().preview().orElseThrow().rule().value()).isEqualTo(50_000);
      window.take("items-reprice");
      window.act(
          () -> combo(window, "reprice.which").setSelectedIndex(3)); // the second level, of retail
      assertThat(repricing.state().preview().orElseThrow().rule().which())
          .as("a choice shows anew")
          .isEqualTo(new Repricing.Which("GROSIR", true));
      window.act(() -> window.field("reprice.value").setText("-2"));
      assertThat(repricing.state().preview()).as("F12 sets nothing of 5 under -2").isEmpty();
      window.act(() -> window.field("reprice.value").postActionEvent());
      assertThat(repricing.state().preview().orElseThrow().rule().which())
          .isEqualTo(new Repricing.Which("GROSIR", true));
      window.take("items-reprice-level");
      window.assertClean();
    }
  }

  private void aTypedPriceIsKeptByTheKeyOfTheTab(OfficeWindow window, ItemsPresenter presenter)
      throws Exception {
    window.act(
        () -> {
          tab(window, 1);
          window.field("price.pcs").setText("3600");
          presenter.back();
        });
    assertThat(presenter.unsaved().isAsking()).as("a price would be lost").isTrue();
    window.act(
        () -> {
          presenter.unsaved().stay();
          f12(window).doClick(0);
        });
    assertThat(goods.done).contains("price 100145 pcs 360000");
    assertThat(presenter.unsaved().isTyped()).isFalse();
    aPriceThatWasSetIsNotSetAgainWhereTheFieldsWereRefused(window, presenter);
  }

  private void aPriceThatWasSetIsNotSetAgainWhereTheFieldsWereRefused(
      OfficeWindow window, ItemsPresenter presenter) throws Exception {
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));
    window.act(
        () -> {
          window.field("item.name").setText("Mi Goreng Jumbo");
          window.field("price.pcs").setText("3700");
          f12(window).doClick(0);
        });
    assertThat(Pictures.onScreen(() -> window.field("price.pcs").getText()))
        .as("as it is written in either language")
        .containsPattern("^3[.,]700$");
    assertThat(Pictures.onScreen(() -> window.field("item.name").getText()))
        .as("what was refused stays typed")
        .isEqualTo("Mi Goreng Jumbo");
    window.take("items-partly");
    goods.noUpdate = Optional.empty();
    window.act(() -> f12(window).doClick(0));
    assertThat(goods.done).containsOnlyOnce("price 100145 pcs 370000");
    assertThat(goods.item.name()).isEqualTo("Mi Goreng Jumbo");
    assertThat(presenter.unsaved().isTyped()).isFalse();
  }

  /** The keys that are shown and do what F12 does. */
  private static KeyButton key(OfficeWindow window, String cap) {
    return keys(window, cap).get(0);
  }

  private static List<KeyButton> f12s(OfficeWindow window) {
    return keys(window, "F12");
  }

  private static List<KeyButton> keys(OfficeWindow window, String cap) {
    return Found.all(window.body(), KeyButton.class).stream()
        .filter(Component::isShowing)
        .filter(each -> cap.equals(each.getAccessibleContext().getAccessibleDescription()))
        .toList();
  }

  private static KeyButton f12(OfficeWindow window) {
    return f12s(window).get(0);
  }

  private static int rowsSince(String typed, OfficeWindow window) throws Exception {
    window.act(
        () -> {
          window.field("items.since").setText(typed);
          window.field("items.since").postActionEvent();
        });
    return Pictures.onScreen(() -> window.table("items").getRowCount());
  }

  /** What stands over a file of a table. */
  private static String title(String table, OfficeWindow window) {
    var around =
        (DataTable<?>) SwingUtilities.getAncestorOfClass(DataTable.class, window.table(table));
    return around.about().title();
  }

  private static JComboBox<?> combo(OfficeWindow window, String name) {
    return (JComboBox<?>) window.component(name);
  }

  private static void tab(OfficeWindow window, int at) {
    Found.first(Found.first(window.body(), ItemsView.class), JTabbedPane.class)
        .setSelectedIndex(at);
  }
}
