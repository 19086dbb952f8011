package id.lajur.kit.enrolment;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.Ending;
import id.lajur.kit.thread.EventThread;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The first window of a machine that no store knows yet. */
public final class EnrolmentWindow {
  private static final Dimension USUAL = new Dimension(1024, 768);
  private static final Dimension LEAST = new Dimension(960, 700);
  private static final Duration MOST_CLOSING = Duration.ofSeconds(1);

  private final Settings settings;
  private final ExecutorService background;
  private final CountDownLatch closed = new CountDownLatch(1);

  // of the event thread only
  private @Nullable EnrolmentPresenter presenter;
  private @Nullable EnrolmentView view;
  private @Nullable JFrame frame;
  private @Nullable Theme installed;

  /**
   * How the window comes up.
   *
   * @param folder where this machine's certificate and its servers are kept
   * @param server HOST:PORT, when one was given; else empty
   * @param networks of this machine at which stores are looked for
   * @param whole without a frame, over the whole screen
   */
  public record Settings(
      Platform here,
      Path folder,
      String server,
      List<InetAddress> networks,
      Language language,
      Theme theme,
      boolean whole) {}

  private EnrolmentWindow(Settings settings) {
    this.settings = settings;
    this.background =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread made = new Thread(task, "enrolment");
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Opens the window and waits until the machine has its place or the window is closed; not on the
   * event thread.
   *
   * @return the place; empty when the window was closed without one
   */
  public static Optional<Taken> run(Settings settings) throws InterruptedException {
    EventThread.mustNotBeHere("enrolling");
    var window = new EnrolmentWindow(settings);
    StoresOnLan stores = window.open();
    try {
      window.closed.await();
    } finally {
      stores.close();
    }
    var unused = Ending.of(window.background, MOST_CLOSING);
    return Optional.ofNullable(window.presenter).flatMap(EnrolmentPresenter::taken);
  }

  private StoresOnLan open() throws InterruptedException {
    try {
      SwingUtilities.invokeAndWait(this::show);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException("the window cannot be shown", e.getCause());
    }
    return StoresOnLan.look(
        settings.networks(), stores -> SwingUtilities.invokeLater(() -> found(stores)));
  }

  private void show() {
    EnrolmentState first =
        EnrolmentState.begin(settings.language(), settings.theme(), settings.server());
    var made =
        new EnrolmentPresenter(
            new ServerEnrolment(settings.here(), settings.folder(), background),
            first,
            SwingUtilities::invokeLater,
            this::render,
            this::dispose);
    boolean unused = install(settings.theme());
    var shown = new EnrolmentView(made);
    var window = new JFrame("Lajur");
    window.setName("enrolment");
    window.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
    window.setUndecorated(settings.whole());
    window.setContentPane(shown);
    shown.setPreferredSize(USUAL);
    window.setMinimumSize(LEAST);
    window.pack();
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosed(WindowEvent event) {
            closed.countDown();
          }
        });
    presenter = made;
    view = shown;
    frame = window;
    if (settings.whole()) {
      window.setExtendedState(JFrame.MAXIMIZED_BOTH);
    } else {
      window.setLocationByPlatform(true);
    }
    render(first);
    window.setVisible(true);
    render(first);
  }

  /** Whether it is another look than before. */
  private boolean install(Theme theme) {
    boolean another = installed != theme;
    if (another) {
      installed = theme;
      theme.install();
    }
    return another;
  }

  private void render(EnrolmentState state) {
    if (install(state.theme()) && frame != null) {
      SwingUtilities.updateComponentTreeUI(frame);
    }
    if (view != null) {
      view.show(state);
    }
  }

  private void found(List<FoundStore> stores) {
    if (presenter != null) {
      presenter.found(stores);
    }
  }

  private void dispose() {
    if (frame != null) {
      frame.dispose();
    }
  }
}
