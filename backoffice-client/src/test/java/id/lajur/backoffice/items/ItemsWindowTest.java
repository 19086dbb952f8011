package id.lajur.backoffice.items;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.quickkeys.QuickKeysOfAStore;
import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.DataTable;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import id.lajur.kit.widget.KeyButton;
import io.grpc.Status;
import java.awt.Component;
import java.awt.Container;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screen of items on a display inside the JVM; pictures for people. */
@CacioTest
class ItemsWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final Goods goods = new Goods();
  private final List<JFrame> frames = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    Pictures.onScreen(
        () -> {
          frames.forEach(JFrame::dispose);
          return true;
        });
    SwingThreadWatch.uninstall();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void anItemStandsBesideTheListWithItsFieldsPricesMovesAndHistory(
      Theme theme, Language language, int width, int height) throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    var presenter = new ItemsPresenter(goods, javax.swing.SwingUtilities::invokeLater);
    var repricing =
        new RepricePresenter(new PriceTags(), javax.swing.SwingUtilities::invokeLater, () -> {});
    JFrame frame =
        Pictures.onScreen(
            () -> {
              theme.install();
              var formats = new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
              var view =
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
                          (labels, paper) -> CompletableFuture.completedFuture(true)));
              var window = new JFrame();
              window.setUndecorated(true);
              window.setContentPane(Framed.around(view, null, theme, language, width, height));
              window.pack();
              window.setVisible(true);
              frames.add(window);
              assertThat(said(window, "items")).as("unread").isBlank();
              presenter.opened();
              return window;
            });
    settle();
    Pictures.take(frame.getRootPane(), Pictures.name("items-list", theme, language, width, height));
    assertThat(rowsSince("23/11", frame)).as("labels due since today").isEqualTo(1);
    Pictures.take(
        frame.getRootPane(), Pictures.name("items-since", theme, language, width, height));
    assertThat(rowsSince("kemarin", frame)).as("no date changes nothing").isEqualTo(1);
    assertThat(rowsSince("", frame)).isEqualTo(8);
    Pictures.onScreen(
        () -> {
          presenter.chosen("100145");
          return true;
        });
    settle();

    assertThat(Pictures.onScreen(() -> field(frame, "item.name").getText()))
        .isEqualTo("Mi Goreng Spesial 85 g");
    Pictures.onScreen(
        () -> {
          field(frame, "item.name").setText("Mi Goreng Jumbo");
          presenter.back();
          return true;
        });
    assertThat(presenter.unsaved().isAsking()).isTrue();
    assertThat(presenter.state().card()).isPresent();
    Pictures.onScreen(
        () -> {
          presenter.unsaved().stay();
          presenter.chosen("100102");
          presenter.unsaved().discard();
          return true;
        });
    settle();
    assertThat(Pictures.onScreen(() -> field(frame, "item.name").getText()))
        .isEqualTo("Mi Goreng Spesial 85 g");
    assertThat(presenter.unsaved().isAsking()).isFalse();
    Pictures.onScreen(
        () -> {
          presenter.chosen("100145");
          return true;
        });
    settle();
    List<String> tabs = List.of("item", "prices", "moves", "history", "keys");
    for (int at = 0; at < tabs.size(); at++) {
      int chosen = at;
      Pictures.onScreen(
          () -> {
            found(found(frame, ItemsView.class), JTabbedPane.class).setSelectedIndex(chosen);
            return true;
          });
      settle();
      Pictures.take(
          frame.getRootPane(),
          Pictures.name("items-" + tabs.get(at), theme, language, width, height));
      assertThat(Pictures.onScreen(() -> f12(frame).isEnabled()))
          .as("the way on of " + tabs.get(at))
          .isEqualTo(at != 2 && at != 3);
    }
    assertThat(Pictures.onScreen(() -> title("item.moves", frame))).contains("100145");
    assertThat(Pictures.onScreen(() -> title("item.history", frame))).contains("100145");
    Pictures.onScreen(
        () -> {
          presenter.open(
              presenter.state().card().orElseThrow().moves().orElseThrow().rows().get(0));
          found(found(frame, ItemsView.class), JTabbedPane.class).setSelectedIndex(2);
          return true;
        });
    settle();
    Pictures.take(
        frame.getRootPane(), Pictures.name("items-paper", theme, language, width, height));
    Pictures.onScreen(
        () -> {
          presenter.back();
          return true;
        });
    aTypedPriceIsKeptByTheKeyOfTheTab(frame, presenter);
    Pictures.onScreen(
        () -> {
          repricing.begin(List.of("100145", "100102", "100187"));
          return true;
        });
    settle();
    Pictures.onScreen(
        () -> {
          field(frame, "reprice.value").setText("5");
          field(frame, "reprice.value").postActionEvent();
          return true;
        });
    settle();
    assertThat(Pictures.onScreen(() -> mainKeys(frame)))
        .as("F12 sets the prices and keeps no item")
        .isEqualTo(1);
    assertThat(repricing.state().preview().orElseThrow().rule().value()).isEqualTo(50_000);
    Pictures.take(
        frame.getRootPane(), Pictures.name("items-reprice", theme, language, width, height));
    Pictures.onScreen(
        () -> {
          combo(frame, "reprice.which").setSelectedIndex(3); // the second level, of retail
          return true;
        });
    settle();
    assertThat(repricing.state().preview().orElseThrow().rule().which())
        .as("a choice shows anew")
        .isEqualTo(new Repricing.Which("GROSIR", true));
    Pictures.onScreen(
        () -> {
          field(frame, "reprice.value").setText("-10");
          return true;
        });
    settle();
    assertThat(repricing.state().preview()).as("F12 sets nothing of 5 under -10").isEmpty();
    Pictures.onScreen(
        () -> {
          field(frame, "reprice.value").postActionEvent();
          return true;
        });
    settle();
    assertThat(repricing.state().preview().orElseThrow().rule().which())
        .isEqualTo(new Repricing.Which("GROSIR", true));
    Pictures.take(
        frame.getRootPane(), Pictures.name("items-reprice-level", theme, language, width, height));
    watch.assertClean();
  }

  private void aTypedPriceIsKeptByTheKeyOfTheTab(JFrame frame, ItemsPresenter presenter)
      throws Exception {
    Pictures.onScreen(
        () -> {
          found(found(frame, ItemsView.class), JTabbedPane.class).setSelectedIndex(1);
          field(frame, "price.pcs").setText("3600");
          presenter.back();
          return true;
        });
    assertThat(presenter.unsaved().isAsking()).as("a price would be lost").isTrue();
    Pictures.onScreen(
        () -> {
          presenter.unsaved().stay();
          f12(frame).doClick(0);
          return true;
        });
    settle();
    assertThat(goods.done).contains("price 100145 pcs 360000");
    assertThat(presenter.unsaved().isTyped()).isFalse();
    aPriceThatWasSetIsNotSetAgainWhereTheFieldsWereRefused(frame, presenter);
  }

  private void aPriceThatWasSetIsNotSetAgainWhereTheFieldsWereRefused(
      JFrame frame, ItemsPresenter presenter) throws Exception {
    goods.noUpdate = Optional.of(ServerRefusal.of(Status.FAILED_PRECONDITION.asRuntimeException()));
    Pictures.onScreen(
        () -> {
          field(frame, "item.name").setText("Mi Goreng Jumbo");
          field(frame, "price.pcs").setText("3700");
          f12(frame).doClick(0);
          return true;
        });
    settle();
    assertThat(Pictures.onScreen(() -> field(frame, "price.pcs").getText()))
        .as("as it is written in either language")
        .containsPattern("^3[.,]700$");
    assertThat(Pictures.onScreen(() -> field(frame, "item.name").getText()))
        .as("what was refused stays typed")
        .isEqualTo("Mi Goreng Jumbo");
    Pictures.take(frame.getRootPane(), "items-partly-" + frame.getWidth());
    goods.noUpdate = Optional.empty();
    Pictures.onScreen(
        () -> {
          f12(frame).doClick(0);
          return true;
        });
    settle();
    assertThat(goods.done).containsOnlyOnce("price 100145 pcs 370000");
    assertThat(goods.item.name()).isEqualTo("Mi Goreng Jumbo");
    assertThat(presenter.unsaved().isTyped()).isFalse();
  }

  private static KeyButton f12(Container in) {
    return all(in).stream()
        .filter(each -> each instanceof KeyButton key && key.isShowing())
        .map(KeyButton.class::cast)
        .filter(each -> "F12".equals(each.getAccessibleContext().getAccessibleDescription()))
        .findFirst()
        .orElseThrow();
  }

  private static int rowsSince(String typed, JFrame frame) throws Exception {
    Pictures.onScreen(
        () -> {
          JTextField since = field(frame, "items.since");
          since.setText(typed);
          since.postActionEvent();
          return true;
        });
    settle();
    return Pictures.onScreen(
        () ->
            all(frame).stream()
                .filter(each -> each instanceof JTable && "items".equals(each.getName()))
                .map(JTable.class::cast)
                .findFirst()
                .orElseThrow()
                .getRowCount());
  }

  /** What stands over a file of a table. */
  private static String title(String table, Container in) {
    return all(in).stream()
        .filter(each -> each instanceof JTable && table.equals(each.getName()))
        .map(each -> (DataTable<?>) SwingUtilities.getAncestorOfClass(DataTable.class, each))
        .findFirst()
        .orElseThrow()
        .about()
        .title();
  }

  private static void settle() throws Exception {
    for (int i = 0; i < 10; i++) { // what waits for the event thread waits for what it asked
      var unused = Pictures.onScreen(() -> true);
    }
  }

  private static long mainKeys(Container in) {
    return all(in).stream()
        .filter(each -> each instanceof KeyButton key && key.isShowing())
        .filter(each -> "F12".equals(each.getAccessibleContext().getAccessibleDescription()))
        .count();
  }

  private static JTextField field(Container in, String name) {
    return all(in).stream()
        .filter(each -> name.equals(each.getName()))
        .map(JTextField.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static JComboBox<?> combo(Container in, String name) {
    return all(in).stream()
        .filter(each -> name.equals(each.getName()))
        .map(each -> (JComboBox<?>) each)
        .findFirst()
        .orElseThrow();
  }

  private static <C extends Component> C found(Container in, Class<C> kind) {
    return all(in).stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
  }

  private static List<Component> all(Container in) {
    List<Component> found = new ArrayList<>();
    for (Component each : in.getComponents()) {
      found.add(each);
      if (each instanceof Container inner) {
        found.addAll(all(inner));
      }
    }
    return found;
  }

  /** What an empty list says. */
  private static String said(Container in, String list) {
    return names(in, list + ".empty")
        .map(each -> ((JLabel) each).getText())
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Component> names(Container in, String name) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            each ->
                Stream.concat(
                    name.equals(each.getName()) ? Stream.of(each) : Stream.empty(),
                    each instanceof Container inner ? names(inner, name) : Stream.empty()));
  }
}
