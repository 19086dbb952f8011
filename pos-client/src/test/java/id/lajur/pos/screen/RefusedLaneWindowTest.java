package id.lajur.pos.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands behind the words of a refusal; pictures for people. */
@CacioTest
class RefusedLaneWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1920");
  }

  private static BufferedImage lane(
      Theme theme, Language language, int width, int height, boolean selling, String id)
      throws Exception {
    var task =
        new FutureTask<>(
            () -> {
              theme.install();
              var first = LaneState.signedOff(FakeLane.TERMINAL, language, theme);
              var panel = new LanePanel(first, InstantSource.fixed(FakeLane.NOW), 1.0);
              var frame = new JFrame();
              frame.setUndecorated(true);
              frame.setContentPane(panel);
              frame.setSize(width, height);
              frame.setVisible(true);
              LaneState at = selling ? selling(panel, language, theme) : first;
              var refusal = new LaneRefusal("INTERNAL", Map.of(), id);
              panel.render(at.withMessage(RefusalWords.of(refusal, at.formats())));
              frame.validate();
              var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
              var g = image.createGraphics();
              panel.paint(g);
              g.dispose();
              frame.dispose();
              return image;
            });
    SwingUtilities.invokeLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  private static LaneState selling(LanePanel panel, Language language, Theme theme) {
    var lane = new FakeLane();
    var presenter =
        new LanePresenter(
            lane,
            FakeLane.TERMINAL,
            language,
            theme,
            Runnable::run,
            (delay, work) -> {},
            panel::render);
    lane.fillBasket();
    for (String typed : List.of("1042", "1234")) {
      typed.chars().forEach(digit -> presenter.typed((char) digit));
      presenter.key(LaneKey.ENTER);
    }
    return presenter.state();
  }

  private static long different(BufferedImage one, BufferedImage other) {
    long count = 0;
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        count += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
      }
    }
    return count;
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT, INDONESIAN, 1024, 768, true",
    "DARK, ENGLISH, 768, 1366, true",
    "LIGHT, ENGLISH, 1366, 768, true",
    "LIGHT, INDONESIAN, 1024, 768, false",
    "DARK, ENGLISH, 1366, 768, false"
  })
  void theCodeOfARefusalIsSeenBehindItsWords(
      Theme theme, Language language, int width, int height, boolean selling) throws Exception {
    BufferedImage with = lane(theme, language, width, height, selling, "a1b2c3d4");
    Path folder = Files.createDirectories(Path.of("target", "screens"));
    String name =
        "refused-%s-%s-%d.png".formatted(selling ? "selling" : "signon", language.tag(), width);
    boolean unused = ImageIO.write(with, "png", folder.resolve(name).toFile());

    BufferedImage other = lane(theme, language, width, height, selling, "e5f6a7b8");
    assertThat(different(with, other)).isPositive();
  }
}
