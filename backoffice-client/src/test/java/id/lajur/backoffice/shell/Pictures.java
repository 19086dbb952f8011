package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.awt.Component;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;

/** Pictures of windows for people to look at, under {@code target/screens}. */
public final class Pictures {
  private static final Path FOLDER = Path.of("target", "screens");

  private Pictures() {}

  /** Does something on the event thread and gives what came of it. */
  public static <R> R onScreen(Callable<R> work) throws Exception {
    if (SwingUtilities.isEventDispatchThread()) {
      return work.call();
    }
    var task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  /** "receiving-light-id-1024x768". */
  public static String name(String what, Theme theme, Language language, int width, int height) {
    return "%s-%s-%s-%dx%d"
        .formatted(what, theme.name().toLowerCase(Locale.ROOT), language.tag(), width, height);
  }

  /** Paints a component as it stands now; the keys at its foot stand as on every screen. */
  public static void take(Component shown, String name) throws Exception {
    BufferedImage picture =
        onScreen(
            () -> {
              var image =
                  new BufferedImage(
                      shown.getWidth(), shown.getHeight(), BufferedImage.TYPE_INT_RGB);
              var g = image.createGraphics();
              shown.paint(g);
              g.dispose();
              KeyBars.assertOneHeight(shown, name);
              return image;
            });
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
