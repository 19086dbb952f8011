package id.lajur.backoffice.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.table.TableChoices;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import java.awt.Component;
import java.awt.Container;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The screens of stock on a display inside the JVM; pictures for people. */
@CacioTest
class StockWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

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

  private static Formats formats(Language language) {
    return new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  }

  private JFrame window(
      Theme theme, Language language, int width, int height, Supplier<JComponent> view)
      throws Exception {
    return Pictures.onScreen(
        () -> {
          theme.install();
          var window = new JFrame();
          window.setUndecorated(true);
          window.setContentPane(Framed.around(view.get(), null, theme, language, width, height));
          window.pack();
          window.setVisible(true);
          frames.add(window);
          return window;
        });
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void aShelfIsCountedByScanAndQuantity(Theme theme, Language language, int width, int height)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    var shelf = new Shelf();
    var presenter = new CountPresenter(shelf, SwingUtilities::invokeLater);
    JFrame frame =
        window(
            theme,
            language,
            width,
            height,
            () ->
                new CountView(presenter, formats(language), TableChoices.NONE, "Toko Lajur", true));
    assertThat(Pictures.onScreen(() -> said(frame, "counts"))).as("unread").isBlank();
    act(presenter::opened);
    picture(frame, "stock-counts", theme, language, width, height);
    act(() -> presenter.open(presenter.state().counts().rows().get(0)));
    act(
        () -> {
          JTextField scan = field(frame, "count.scan");
          scan.setText("3*100331");
          scan.postActionEvent();
        });
    act(
        () -> {
          JTextField quantity = field(frame, "count.quantity");
          quantity.setText("22");
          quantity.postActionEvent();
        });
    assertThat(shelf.done).containsExactly("+3000 100331", "=22000 100331");
    picture(frame, "stock-count-sheet", theme, language, width, height);
    act(presenter::post);
    picture(frame, "stock-count-sure", theme, language, width, height);
    watch.assertClean();
  }

  @ParameterizedTest
  @MethodSource("id.lajur.backoffice.shell.Looks#all")
  void goodsAreTakenOutForAReason(Theme theme, Language language, int width, int height)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    var room = new Storeroom();
    var presenter = new AdjustPresenter(room, SwingUtilities::invokeLater);
    JFrame frame =
        window(
            theme,
            language,
            width,
            height,
            () ->
                new AdjustView(
                    presenter, formats(language), TableChoices.NONE, "Toko Lajur", true));
    assertThat(Pictures.onScreen(() -> said(frame, "adjustments"))).as("unread").isBlank();
    act(presenter::opened);
    picture(frame, "stock-adjustments", theme, language, width, height);
    act(() -> presenter.open(presenter.state().list().rows().get(0)));
    picture(frame, "stock-adjustment", theme, language, width, height);
    act(presenter::back);
    act(presenter::begin);
    act(
        () -> {
          JTextField scan = field(frame, "adjust.scan");
          scan.setText("6*2000014500853");
          scan.postActionEvent();
        });
    assertThat(presenter.state().sheet().orElseThrow().lines())
        .extracting(Adjustments.Line::quantityMilli)
        .containsExactly(6_000L);
    picture(frame, "stock-adjust-new", theme, language, width, height);
    watch.assertClean();
  }

  private static void picture(
      JFrame frame, String what, Theme theme, Language language, int width, int height)
      throws Exception {
    Pictures.take(frame.getRootPane(), Pictures.name(what, theme, language, width, height));
  }

  /** On the event thread, and what it asked for with it. */
  private static void act(Runnable what) throws Exception {
    Pictures.onScreen(
        () -> {
          what.run();
          return true;
        });
    for (int i = 0; i < 10; i++) {
      var unused = Pictures.onScreen(() -> true);
    }
  }

  private static JTextField field(Container in, String name) {
    return all(in).stream()
        .filter(each -> name.equals(each.getName()))
        .map(JTextField.class::cast)
        .findFirst()
        .orElseThrow();
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
