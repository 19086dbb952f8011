package id.lajur.backoffice.form;

import id.lajur.backoffice.shell.Found;
import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import java.awt.Component;
import java.time.ZoneId;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A screen in its window, with rail, title and tabs; any thread. */
public final class OfficeWindow implements AutoCloseable {
  private static final int ROUNDS = 10; // what waits for the event thread waits for what it asked

  private final String look;
  private final SwingThreadWatch watch;
  private final JFrame frame;
  private final JPanel body;

  private OfficeWindow(String look, SwingThreadWatch watch, JFrame frame, JPanel body) {
    this.look = look;
    this.watch = watch;
    this.frame = frame;
    this.body = body;
  }

  /** A view, and what the screen has beside its title. */
  public record Parts(JComponent view, @Nullable JComponent beside) {}

  /** Formats of a shop in Jakarta. */
  public static Formats formats(Language language) {
    return new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  }

  /**
   * Shows a view, which is made on the event thread.
   *
   * @param width of the window, px
   * @param height of the window, px
   */
  public static OfficeWindow open(
      Theme theme, Language language, int width, int height, Function<Formats, JComponent> view)
      throws Exception {
    return openParts(
        theme, language, width, height, formats -> new Parts(view.apply(formats), null));
  }

  /** As above, for a screen that has something beside its title. */
  public static OfficeWindow openParts(
      Theme theme, Language language, int width, int height, Function<Formats, Parts> parts)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    String look = Pictures.name("", theme, language, width, height);
    return Pictures.onScreen(
        () -> {
          theme.install();
          Parts made = parts.apply(formats(language));
          JPanel body = Framed.around(made.view(), made.beside(), theme, language, width, height);
          var frame = new JFrame("Lajur");
          frame.setUndecorated(true);
          frame.setContentPane(body);
          frame.pack();
          frame.setVisible(true);
          return new OfficeWindow(look, watch, frame, body);
        });
  }

  /** Does something on the event thread, and waits for all that follows of it. */
  public void act(Runnable work) throws Exception {
    SwingUtilities.invokeAndWait(work);
    for (int round = 0; round < ROUNDS; round++) {
      SwingUtilities.invokeAndWait(() -> {});
    }
  }

  /** Paints the screen as it stands: {@code people-list-light-id-1024x768.png}. */
  public void take(String what) throws Exception {
    SwingUtilities.invokeAndWait(() -> {});
    Pictures.take(frame.getRootPane(), what + look);
  }

  /** All of the window, for {@link Found}. */
  public JPanel body() {
    return body;
  }

  public JTable table(String name) {
    return Found.named(body, JTable.class, name).orElseThrow();
  }

  public JTextField field(String name) {
    return Found.field(body, name);
  }

  public boolean has(String name) {
    return Found.named(body, name).isPresent();
  }

  public Component component(String name) {
    return Found.named(body, name).orElseThrow();
  }

  /** What an empty list says. */
  public String said(String list) throws Exception {
    return Pictures.onScreen(() -> Found.said(body, list));
  }

  /** Nothing has been touched beside the event thread. */
  public void assertClean() {
    watch.assertClean();
  }

  @Override
  public void close() {
    SwingUtilities.invokeLater(frame::dispose);
    SwingThreadWatch.uninstall();
  }
}
