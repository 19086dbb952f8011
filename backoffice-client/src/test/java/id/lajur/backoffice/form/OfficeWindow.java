package id.lajur.backoffice.form;

import id.lajur.backoffice.shell.Framed;
import id.lajur.backoffice.shell.Pictures;
import id.lajur.kit.format.Formats;
import id.lajur.kit.format.ShopCurrency;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.SwingThreadWatch;
import java.awt.Component;
import java.awt.Container;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;

/** A screen in its window, with rail, title and tabs; any thread. */
public final class OfficeWindow implements AutoCloseable {
  private static final int ROUNDS = 4; // an act, what it puts off, and where the focus goes then

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

  /** Formats of a shop in Jakarta. */
  public static Formats formats(Language language) {
    return new Formats(language, ShopCurrency.RUPIAH, ZoneId.of("Asia/Jakarta"));
  }

  public static OfficeWindow open(
      Theme theme, Language language, int width, int height, Function<Formats, JComponent> view)
      throws Exception {
    SwingThreadWatch watch = Pictures.onScreen(SwingThreadWatch::install);
    String look = Pictures.name("", theme, language, width, height);
    return Pictures.onScreen(
        () -> {
          theme.install();
          JPanel body =
              Framed.around(view.apply(formats(language)), null, theme, language, width, height);
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

  public JTable table(String name) {
    return (JTable) find(body, name).orElseThrow();
  }

  public JTextField field(String name) {
    return (JTextField) find(body, name).orElseThrow();
  }

  public boolean has(String name) {
    return find(body, name).isPresent();
  }

  public Component component(String name) {
    return find(body, name).orElseThrow();
  }

  private static Optional<Component> find(Container in, String name) {
    for (Component each : in.getComponents()) {
      if (name.equals(each.getName())) {
        return Optional.of(each);
      }
      if (each instanceof Container inner) {
        Optional<Component> found = find(inner, name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
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
