package id.lajur.backoffice.shell;

import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.input.IdleWatch;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.Ending;
import id.lajur.kit.thread.EventThread;
import id.lajur.kit.window.EnlargedFrame;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One desk of the back office in a window of its own. */
public final class OfficeWindow implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(OfficeWindow.class);
  private static final Dimension USUAL = new Dimension(1366, 768);
  private static final Dimension LEAST = new Dimension(960, 600);
  private static final int CALLS = 4;
  private static final int TICK_MS = 1_000;
  private static final int SIZE_STEP = 25;
  private static final String SIZE = "window.percent";
  private static final Duration MOST_CLOSING = Duration.ofSeconds(2);

  private final StoreConnection connection;
  private final Settings settings;
  private final ExecutorService background;
  private final Map<String, FileChoices> choices = new HashMap<>(); // of the event thread only
  private final Waits waits = new Waits(OfficeWindow::after); // of the event thread only
  private final CountDownLatch closed = new CountDownLatch(1);

  // of the event thread only
  private @Nullable OfficePresenter presenter;
  private @Nullable OfficePanel panel;
  private @Nullable EnlargedFrame frame;
  private String sizeOf = ""; // whose size the window has, empty = nobody's
  private @Nullable IdleWatch idle;
  private @Nullable Timer tick;
  private volatile Runnable noMoreFaults = () -> {};

  /**
   * How a desk is set up.
   *
   * @param language before anybody has signed on; an operator has his own
   * @param folder of what is kept on this machine for its people: columns of tables
   * @param whole without a frame, over the whole screen
   * @param scalePercent how large everything is shown, 100 to 200; an operator may choose another
   */
  public record Settings(
      Language language,
      Theme theme,
      Path folder,
      InstantSource clock,
      boolean whole,
      int scalePercent) {}

  private OfficeWindow(StoreConnection connection, Settings settings) {
    this.connection = connection;
    this.settings = settings;
    var number = new AtomicInteger();
    this.background =
        Executors.newFixedThreadPool(
            CALLS,
            task -> {
              Thread made = new Thread(task, "office-" + number.incrementAndGet());
              made.setDaemon(true);
              return made;
            });
  }

  /**
   * Opens a desk's window; not on the event thread.
   *
   * @param connection is closed with the window
   * @throws ServerRefusal the server is away, or does not know this machine; nothing stays open
   */
  public static OfficeWindow open(StoreConnection connection, Settings settings)
      throws InterruptedException {
    EventThread.mustNotBeHere("opening a desk");
    var window = new OfficeWindow(connection, settings);
    try {
      StoreInfo store = ServerOffice.store(connection);
      SwingUtilities.invokeAndWait(() -> window.show(store));
    } catch (ServerRefusal refusal) {
      window.end();
      throw refusal;
    } catch (InvocationTargetException e) {
      window.end();
      throw new IllegalStateException("the window cannot be shown", e.getCause());
    }
    connection.watchLink(state -> SwingUtilities.invokeLater(() -> window.linkIs(state)));
    window.noMoreFaults = Faults.watch(id -> SwingUtilities.invokeLater(() -> window.fault(id)));
    return window;
  }

  private void show(StoreInfo store) {
    settings.theme().install();
    OfficeState first = OfficeState.begin(store, settings.language(), settings.theme());
    var made =
        new OfficePresenter(
            new ServerOffice(connection, background, SwingUtilities::invokeLater, waits),
            first,
            who -> Place.firstFor(who, Places.ALL),
            SwingUtilities::invokeLater,
            this::render);
    var shown = new OfficePanel(made, who -> desk(who, store), settings.clock(), waits);
    var window = new EnlargedFrame("Lajur, " + store.name(), LEAST);
    window.enlarge(settings.scalePercent());
    shown.onSize(this::size);
    window.setName("office");
    window.setDefaultCloseOperation(JFrame.DO_NOTHING_ON_CLOSE);
    window.setUndecorated(settings.whole());
    window.setContentPane(shown);
    shown.setPreferredSize(USUAL);
    window.setMinimumSize(LEAST);
    window.pack();
    window.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            shown.leaving(window::dispose);
          }

          @Override
          public void windowClosed(WindowEvent event) {
            release();
          }
        });
    presenter = made;
    panel = shown;
    frame = window;
    idle =
        new IdleWatch(
            System::nanoTime,
            () -> {
              made.lock();
              return true;
            });
    tick = new Timer(TICK_MS, event -> shown.tick());
    tick.start();
    if (settings.whole()) {
      window.setExtendedState(JFrame.MAXIMIZED_BOTH);
    } else {
      window.setLocationByPlatform(true);
    }
    render(first);
    window.setVisible(true);
    render(first);
  }

  private void render(OfficeState state) {
    if (panel != null) {
      panel.render(state);
    }
    if (frame != null && state.phase() == OfficeState.Phase.AT_WORK) {
      String who = state.who().map(SignedOn::number).orElse("");
      if (!who.equals(sizeOf)) {
        sizeOf = who;
        frame.enlarge(chosenSize(who));
      }
    }
    if (idle != null) {
      boolean atWork = state.phase() == OfficeState.Phase.AT_WORK;
      int minutes = atWork ? state.who().map(SignedOn::idleMinutes).orElse(0) : 0;
      idle.longest(Duration.ofMinutes(minutes));
    }
  }

  /** Shows everything one step larger or smaller, or as large as at first, and keeps it. */
  private void size(int step) {
    if (frame == null) {
      return;
    }
    frame.enlarge(step == 0 ? settings.scalePercent() : frame.percent() + step * SIZE_STEP);
    if (!sizeOf.isEmpty()) {
      choices(sizeOf).keep(SIZE, Integer.toString(frame.percent()));
    }
  }

  private int chosenSize(String operator) {
    try {
      return choices(operator).of(SIZE).map(Integer::parseInt).orElse(settings.scalePercent());
    } catch (NumberFormatException e) {
      log.warn("the size that {} has chosen cannot be read: {}", operator, e.getMessage());
      return settings.scalePercent();
    }
  }

  /** One for each person: two would write over each other. */
  private FileChoices choices(String operator) {
    return choices.computeIfAbsent(
        operator, number -> new FileChoices(settings.folder(), number, background));
  }

  private Desk desk(SignedOn who, StoreInfo store) {
    return new Desk(
        connection,
        who,
        store,
        background,
        SwingUtilities::invokeLater,
        settings.clock(),
        choices(who.number()),
        refusal -> SwingUtilities.invokeLater(() -> refused(refusal)),
        this::go,
        waits);
  }

  private static void after(Duration pause, Runnable act) {
    var once = new Timer((int) pause.toMillis(), event -> act.run());
    once.setRepeats(false);
    once.start();
  }

  private void refused(ServerRefusal refusal) {
    if (presenter != null) {
      presenter.refused(refusal);
    }
  }

  private void go(String place, String what) {
    if (panel != null) {
      panel.go(place, what);
    }
  }

  private void linkIs(LinkState state) {
    if (presenter != null) {
      presenter.link(state);
    }
  }

  private void fault(String id) {
    if (panel != null) {
      panel.fault(id);
    }
  }

  private void release() {
    noMoreFaults.run();
    if (presenter != null) {
      presenter.signOff();
    }
    if (idle != null) {
      idle.close();
    }
    if (tick != null) {
      tick.stop();
    }
    // The last call may take a moment, and this is the screen's thread.
    new Thread(this::end, "office-closing").start();
  }

  private void end() {
    try {
      var unused = Ending.of(background, MOST_CLOSING);
      connection.close();
    } finally {
      closed.countDown();
    }
  }

  /** The frame, for whoever puts windows side by side; on the event thread only. */
  public JFrame frame() {
    EventThread.mustBeHere("the desk's frame");
    if (frame == null) {
      throw new IllegalStateException("not open");
    }
    return frame;
  }

  /** What the window shows now; on the event thread only. */
  public OfficeState state() {
    EventThread.mustBeHere("the desk's state");
    if (presenter == null) {
      throw new IllegalStateException("not open");
    }
    return presenter.state();
  }

  /** Waits until the window has been closed. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /** Closes the window and signs off. */
  @Override
  public void close() {
    SwingUtilities.invokeLater(
        () -> {
          if (frame == null) {
            release();
          } else {
            frame.dispose();
          }
        });
  }
}
