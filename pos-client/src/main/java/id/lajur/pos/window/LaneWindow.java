package id.lajur.pos.window;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.input.IdleWatch;
import id.lajur.kit.input.ScanKeys;
import id.lajur.kit.platform.Platform;
import id.lajur.kit.theme.Theme;
import id.lajur.kit.thread.EventThread;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.emergency.EmergencyNews;
import id.lajur.pos.lane.LaneJournal;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.PrinterNews;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.screen.BasketView;
import id.lajur.pos.screen.CashKind;
import id.lajur.pos.screen.EmergencyView;
import id.lajur.pos.screen.LanePanel;
import id.lajur.pos.screen.LanePresenter;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.LaneState;
import id.lajur.pos.screen.OperatorView;
import id.lajur.pos.screen.PrinterView;
import id.lajur.pos.screen.TerminalView;
import id.lajur.pos.sound.SoundFile;
import id.lajur.till.v1.MoveCashRequest;
import java.awt.Dimension;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane in a window of its own: screen, keys and scanner, the store behind it, its printer. */
public final class LaneWindow implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LaneWindow.class);
  private static final Dimension USUAL = new Dimension(1366, 768);
  private static final Dimension LEAST = new Dimension(480, 328);

  private static final int PRICES_MS = 15_000;
  private static final Duration LONGEST_CHOOSING = Duration.ofMinutes(1);
  private static final Duration MOST_CLOSING = Duration.ofSeconds(15);

  private final StoreConnection connection;
  private final ServerLane lane;
  private final ReceiptPrinter printer;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final InstantSource clock;
  private volatile Runnable noMoreFaults = () -> {};

  // of the event thread only
  private @Nullable LanePresenter presenter;
  private @Nullable JFrame frame;
  private @Nullable ScanKeys keys;
  private @Nullable Attached attached;
  private @Nullable IdleWatch idle;

  /** A price set for a later moment comes without news. */
  private final Timer prices = new Timer(PRICES_MS, event -> quickKeysAreOthers());

  /**
   * How a lane is set up.
   *
   * @param language of the screen when it opens; a key switches it
   * @param printers the lane's own, then those that it may be sent to
   * @param receiptLanguage of the words on the paper
   * @param journal file of the receipts that this lane has given; its folder must be there, and has
   *     beside it the papers that could not be printed
   * @param whole without a frame, over the whole screen
   * @param scalePercent how large everything is shown, 100 to 200
   * @param devices beside the printers
   */
  public record Settings(
      Language language,
      Theme theme,
      List<PrinterPort> printers,
      Paper paper,
      Language receiptLanguage,
      Path journal,
      InstantSource clock,
      boolean whole,
      int scalePercent,
      LaneDevices devices) {
    public Settings {
      printers = List.copyOf(printers);
    }
  }

  private LaneWindow(StoreConnection connection, Settings settings) {
    this.connection = connection;
    this.clock = settings.clock();
    this.printer =
        new ReceiptPrinter(
            settings.printers(),
            settings.paper(),
            settings.receiptLanguage(),
            settings.journal().resolveSibling(settings.journal().getFileName() + ".papers"),
            this::printerTells);
    this.lane = lane(settings);
  }

  /**
   * The lane; what it needs to go on alone is in a folder beside the journal.
   *
   * @throws LaneRefusal EMERGENCY_JOURNAL: the folder cannot be used
   */
  private ServerLane lane(Settings settings) {
    Path folder =
        settings.journal().resolveSibling(settings.journal().getFileName() + ".emergency");
    try {
      Platform.here().makePrivateFolder(folder);
      return new ServerLane(
          connection,
          new ServerLane.Setup(
              new LaneJournal(settings.journal()),
              folder,
              printerFile(settings.journal()),
              soundFile(settings.journal()),
              Texts.of(LanePanel.class, "lane", settings.language()),
              clock),
          printer,
          new EmergencyNews() {
            @Override
            public void changed(EmergencyLane.State now) {
              emergencyTells(now);
            }

            @Override
            public void cashSettled(MoveCashRequest cash, boolean booked) {
              CashKind kind = TillViews.cashKind(cash.getMovement());
              SwingUtilities.invokeLater(
                  () -> tell(p -> p.cashSettled(kind, cash.getAmountMinor(), booked)));
            }

            @Override
            public void shelfChanged() {
              SwingUtilities.invokeLater(LaneWindow.this::quickKeysAreOthers);
            }

            @Override
            public void serverIsBack() {
              lookForTheServer();
            }
          });
    } catch (IOException e) {
      printer.close();
      connection.close();
      throw new LaneRefusal(LaneRefusal.EMERGENCY_JOURNAL, Map.of("cause", String.valueOf(e)));
    }
  }

  /** Beside the journal: a second lane on the machine has a printer of its own. */
  static PrinterFile printerFile(Path journal) {
    return new PrinterFile(journal.resolveSibling(journal.getFileName() + ".printer"));
  }

  /** Beside the journal too: which sounds this lane makes. */
  static SoundFile soundFile(Path journal) {
    return new SoundFile(journal.resolveSibling(journal.getFileName() + ".sounds"));
  }

  private void quickKeysAreOthers() {
    tell(p -> p.quickPages(lane.quickPages()));
  }

  private void lookForTheServer() {
    try {
      Faults.then(lane.comeBack(), this::cameBack, SwingUtilities::invokeLater);
    } catch (RejectedExecutionException e) {
      log.debug("the lane is closing");
    }
  }

  private void cameBack(Optional<BasketView> found, @Nullable Throwable failure) {
    if (failure == null) {
      found.ifPresent(basket -> tell(p -> p.basketBack(basket)));
    } else {
      log.warn(
          "what the server has open here is not known: {}", LaneRefusal.in(failure).toString());
    }
  }

  private void emergencyTells(EmergencyLane.State now) {
    Optional<EmergencyView> view =
        now.emergency() || now.waiting() > 0
            ? Optional.of(
                new EmergencyView(
                    now.emergency(), now.waiting(), now.waitingMinor(), !now.refused().isEmpty()))
            : Optional.empty();
    SwingUtilities.invokeLater(() -> tell(p -> p.emergency(view)));
  }

  /**
   * Opens a lane's window; not on the event thread.
   *
   * @param connection is closed with the window
   * @throws LaneRefusal the server is away, or does not know this machine, or the lane's disk
   *     cannot be used; nothing stays open
   */
  public static LaneWindow open(StoreConnection connection, Settings settings)
      throws InterruptedException {
    EventThread.mustNotBeHere("opening a lane");
    var window = new LaneWindow(connection, settings);
    try {
      TerminalView terminal = window.lane.terminal().join();
      SwingUtilities.invokeAndWait(() -> window.show(terminal, settings));
    } catch (CompletionException e) {
      window.closeAfterFailure();
      throw e.getCause() instanceof LaneRefusal refusal ? refusal : e;
    } catch (InvocationTargetException e) {
      window.closeAfterFailure();
      throw new IllegalStateException("the window cannot be shown", e.getCause());
    }
    connection.watch(
        reachable -> SwingUtilities.invokeLater(() -> window.tell(p -> p.server(reachable))));
    window.noMoreFaults =
        Faults.watch(id -> SwingUtilities.invokeLater(() -> window.tell(p -> p.fault(id))));
    return window;
  }

  private void show(TerminalView terminal, Settings settings) {
    settings.theme().install();
    var shown =
        new LanePanel(
            LaneState.signedOff(terminal, settings.language(), settings.theme()),
            clock,
            settings.scalePercent() / 100.0);
    var made =
        new LanePresenter(
            lane,
            terminal,
            settings.language(),
            settings.theme(),
            SwingUtilities::invokeLater,
            LaneWindow::after,
            state -> {
              shown.render(state);
              watch(state);
              showElsewhere(state);
            });
    idle = new IdleWatch(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()), made::idle);
    shown.attach(made);
    var window = new JFrame("Lajur " + terminal.lane() + ", " + terminal.storeName());
    window.setName("lane-" + terminal.lane());
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
            release();
          }

          @Override
          public void windowActivated(WindowEvent event) {
            shown.requestFocusInWindow();
          }
        });
    var scanner = new ScanKeys(window, settings.devices().scan(), made::scanned);
    scanner.install();
    presenter = made;
    made.printers(printer.hasOther(), Optional.empty());
    made.sounds(settings.devices().sounds());
    if (printer.kept() > 0) {
      made.printer(PrinterView.READY, Optional.empty(), printer.kept());
    }
    frame = window;
    prices.start();
    quickKeysAreOthers(); // what was told before there was a screen
    keys = scanner;
    if (settings.whole()) {
      window.setExtendedState(JFrame.MAXIMIZED_BOTH);
    } else {
      window.setLocationByPlatform(true);
    }
    window.setVisible(true);
    shown.requestFocusInWindow();
    attached =
        Attached.to(
            window, settings.devices(), settings.receiptLanguage(), this::tell, this::scanned);
    showElsewhere(made.state());
  }

  /**
   * How long the lane may be left alone now: nobody is on, or it is locked, for ever; but not where
   * a PIN is chosen, since anybody could choose it.
   */
  private void watch(LaneState state) {
    if (idle != null) {
      Duration longest =
          state.choosesPin()
              ? LONGEST_CHOOSING
              : state.isLocked()
                  ? Duration.ZERO
                  : state.operator().map(OperatorView::lockAfter).orElse(Duration.ZERO);
      idle.longest(longest);
    }
  }

  /** A scanner that is no keyboard. */
  private void scanned() {
    if (idle != null) {
      idle.touch();
    }
  }

  /** What else follows the screen: the customer's display, the sounds. */
  private void showElsewhere(LaneState state) {
    if (attached != null) {
      attached.shows(state);
    }
  }

  private static void after(int delayMs, Runnable work) {
    var timer = new Timer(delayMs, event -> work.run());
    timer.setRepeats(false);
    timer.start();
  }

  private void printerTells(PrinterNews news) {
    PrinterView view =
        switch (news.state()) {
          case READY -> PrinterView.READY;
          case NO_PAPER -> PrinterView.NO_PAPER;
          case OUT_OF_ORDER -> PrinterView.STOPPED;
        };
    SwingUtilities.invokeLater(
        () ->
            tell(
                p -> {
                  p.printers(printer.hasOther(), news.elsewhere());
                  p.printer(view, news.failed(), news.kept());
                }));
  }

  private void tell(Consumer<LanePresenter> what) {
    if (presenter != null) {
      what.accept(presenter);
    }
  }

  private void release() {
    noMoreFaults.run();
    prices.stop();
    if (idle != null) {
      idle.close();
    }
    if (keys != null) {
      keys.uninstall();
    }
    Attached devices = attached;
    attached = null;
    // The last papers may take seconds, and this is the screen's thread.
    new Thread(() -> closeDevices(devices), "lane-closing").start();
  }

  private void closeDevices(@Nullable Attached devices) {
    try {
      if (devices != null) {
        devices.close();
      }
      connection.close();
      lane.close();
      printer.close();
    } finally {
      closed.countDown();
    }
  }

  /** Its papers are on the disk then, or it has said otherwise. */
  private void closeAfterFailure() throws InterruptedException {
    close();
    var unused = awaitClosed(MOST_CLOSING);
  }

  /** Where the papers of an earlier run are that could not be read. */
  public Optional<Path> unreadablePapers() {
    return printer.unreadable();
  }

  /** Names of the papers that were not printed before it was closed. */
  public ReceiptPrinter.Left leftPapers() throws InterruptedException {
    awaitClosed();
    return printer.left();
  }

  /** The frame, for whoever puts windows side by side; on the event thread only. */
  public JFrame frame() {
    EventThread.mustBeHere("the lane's frame");
    if (frame == null) {
      throw new IllegalStateException("not open");
    }
    return frame;
  }

  /** What the screen shows now; on the event thread only. */
  public LaneState state() {
    EventThread.mustBeHere("the lane's state");
    if (presenter == null) {
      throw new IllegalStateException("not open");
    }
    return presenter.state();
  }

  /** Waits until the window has been closed. */
  public void awaitClosed() throws InterruptedException {
    closed.await();
  }

  /**
   * As {@link #awaitClosed()}, no longer than this.
   *
   * @return false when it is still open
   */
  public boolean awaitClosed(Duration longest) throws InterruptedException {
    return closed.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Closes the window; a basket that is open stays so at the server, and comes back. */
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
