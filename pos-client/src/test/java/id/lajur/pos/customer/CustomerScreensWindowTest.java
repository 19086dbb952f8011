package id.lajur.pos.customer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the customer reads, in every language, theme and size; pictures for people. */
@CacioTest
class CustomerScreensWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private static final Path PICTURES = Path.of("target", "screens");

  @ParameterizedTest
  @CsvSource({
    "LIGHT, INDONESIAN, 1024, 600",
    "DARK, INDONESIAN, 1024, 600",
    "LIGHT, INDONESIAN, 1024, 768",
    "DARK, INDONESIAN, 1024, 768",
    "LIGHT, ENGLISH, 1024, 768",
    "DARK, ENGLISH, 1024, 768",
    "LIGHT, INDONESIAN, 1920, 1080",
    "DARK, INDONESIAN, 1920, 1080",
    "LIGHT, ENGLISH, 1920, 1080",
    "DARK, ENGLISH, 1920, 1080",
    "LIGHT, ENGLISH, 1366, 768",
    "DARK, INDONESIAN, 800, 480",
  })
  void everyStageIsShown(Theme theme, Language language, int width, int height) throws Exception {
    String tail =
        "-%s-%s-%dx%d"
            .formatted(theme.name().toLowerCase(Locale.ROOT), language.tag(), width, height);
    BufferedImage closed = picture(theme, language, Shopping.closed(), width, height);
    save(closed, "customer-closed" + tail);
    save(picture(theme, language, Shopping.welcome(), width, height), "customer-welcome" + tail);
    BufferedImage selling =
        picture(
            theme,
            language,
            Shopping.basket(
                Shopping.CHICKEN,
                Shopping.MILK,
                Shopping.SAUCE,
                Shopping.GONE,
                Shopping.BREAD,
                Shopping.SOAP,
                Shopping.TEA),
            width,
            height);
    save(selling, "customer-basket" + tail);
    BufferedImage paid =
        picture(
            theme,
            language,
            Shopping.paid(
                210_000_00, Shopping.MILK, Shopping.SAUCE, Shopping.CHICKEN, Shopping.TEA),
            width,
            height);
    save(paid, "customer-paid" + tail);

    assertThat(selling.getRGB(8, 8)).isNotEqualTo(selling.getRGB(width - 8, 8)); // two halves
    assertThat(paid.getRGB(8, 8)).isEqualTo(selling.getRGB(8, 8));
    assertThat(closed.getRGB(8, 8)).isEqualTo(closed.getRGB(width - 8, 8));
  }

  @Test
  void onAMachineWithOneScreenItIsAWindowThatTakesNoFocus() throws Exception {
    var told = new ArrayList<Boolean>();
    CustomerWindow window = onScreen(() -> window(new DisplayChoice.Window(0), told));

    JFrame frame =
        onScreen(
            () -> {
              window.show(Shopping.basket(Shopping.TEA));
              return window.frame();
            });

    assertThat(frame.isVisible()).isTrue();
    assertThat(frame.isFocusableWindow()).isFalse();
    assertThat(told).containsExactly(true);
    window.close();
    assertThat(onScreen(() -> frame.isDisplayable())).isFalse();
  }

  @Test
  void aScreenThatIsNotThereIsSaidAndHoldsNothingUp() throws Exception {
    List<Boolean> told = new ArrayList<>();
    CustomerWindow window = onScreen(() -> window(new DisplayChoice.Window(9), told));

    JFrame frame =
        onScreen(
            () -> {
              window.show(Shopping.basket(Shopping.TEA));
              window.show(Shopping.welcome());
              return window.frame();
            });

    assertThat(frame).isNull();
    assertThat(told).containsExactly(false);
    window.close();
  }

  private static CustomerWindow window(DisplayChoice.Window choice, List<Boolean> told) {
    Theme.LIGHT.install();
    var here =
        GraphicsEnvironment.getLocalGraphicsEnvironment()
            .getDefaultScreenDevice()
            .getDefaultConfiguration();
    return new CustomerWindow(choice, here, Language.INDONESIAN, told::add);
  }

  private static BufferedImage picture(
      Theme theme, Language language, CustomerView view, int width, int height) throws Exception {
    return onScreen(
        () -> {
          theme.install();
          var panel = new CustomerPanel(language, Shopping.welcome());
          panel.render(view);
          panel.setSize(width, height);
          var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
          var g = image.createGraphics();
          panel.paint(g);
          g.dispose();
          return image;
        });
  }

  private static void save(BufferedImage image, String name) throws Exception {
    Files.createDirectories(PICTURES);
    ImageIO.write(image, "png", PICTURES.resolve(name + ".png").toFile());
  }

  private static <T> T onScreen(Callable<T> work) throws Exception {
    var task = new FutureTask<T>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }
}
