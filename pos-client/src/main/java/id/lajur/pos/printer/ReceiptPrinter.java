package id.lajur.pos.printer;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.thread.Ending;
import id.lajur.kit.thread.EventThread;
import id.lajur.pos.receipt.EscPosReceipt;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperKind;
import id.lajur.pos.receipt.Printout;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.sale.v1.Receipt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints on a thread of its own: whoever sells never waits for paper. What did not come out is
 * kept, in order and beyond the end of the program, until it is asked for again; what may have come
 * out is then marked as a copy, so that no sale has two originals. So is a receipt kept in mind
 * that the server could not give yet.
 *
 * <p>A lane may have other printers beside its own, such as that of the next lane. Papers go there
 * when the cashier says so, and until he says otherwise; a drawer is opened at the lane's own
 * alone.
 */
public final class ReceiptPrinter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReceiptPrinter.class);
  private static final Duration LAST = Duration.ofSeconds(4);

  private volatile List<PrinterPort> ports; // the lane's own first; changed by its thread only
  private volatile Paper paper; // as they are
  private final Language language;
  private final Consumer<PrinterNews> told;
  private final Papers papers;
  private volatile int chosen; // of the ports; changed by its thread only
  private PrinterState state = PrinterState.READY; // of its thread only
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "printer");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param language of the words on the paper
   * @param left file of the papers that an earlier run has left, and this one will; its folder must
   *     be there
   * @param told hears of each paper, on the printer's thread
   */
  public ReceiptPrinter(
      PrinterPort port, Paper paper, Language language, Path left, Consumer<PrinterNews> told) {
    this(List.of(port), paper, language, left, told);
  }

  /**
   * As above, with other printers.
   *
   * @param ports the lane's own, then those that it may be sent to, at least one
   */
  public ReceiptPrinter(
      List<PrinterPort> ports,
      Paper paper,
      Language language,
      Path left,
      Consumer<PrinterNews> told) {
    if (ports.isEmpty()) {
      throw new IllegalArgumentException("no printer");
    }
    this.ports = List.copyOf(ports);
    this.paper = paper;
    this.language = language;
    this.told = told;
    this.papers = new Papers(left, paper, language);
  }

  /** Papers that are to come out yet, with the receipts that are to be read. */
  public int kept() {
    return papers.kept();
  }

  /** Every paper that is not out, in the order in which they come. */
  public List<QueuedPaper> queue() {
    return papers.queue();
  }

  /** Name of the printer that papers go to, where it is not the lane's own. */
  public Optional<String> elsewhere() {
    int now = chosen;
    return now == 0 ? Optional.empty() : Optional.of(ports.get(now).name());
  }

  /** Name of the printer that papers go to. */
  public String chosen() {
    return ports.get(chosen).name();
  }

  /** Whether the lane has another printer than its own. */
  public boolean hasOther() {
    return ports.size() > 1;
  }

  /** Where the papers of an earlier run are that could not be read. */
  public Optional<Path> unreadable() {
    return papers.unreadable();
  }

  /** As {@link #print(Printout, boolean)}, the receipt of a sale. */
  public CompletableFuture<Boolean> print(Receipt receipt, boolean opensDrawer) {
    return print(new ReceiptPrintout(receipt), opensDrawer);
  }

  /**
   * Prints a paper; returns at once.
   *
   * @param opensDrawer the drawer is kicked first; a paper that is printed later kicks none
   * @return false when it did not come out and is kept
   */
  public CompletableFuture<Boolean> print(Printout printout, boolean opensDrawer) {
    papers.handOver(printout);
    return printNext(opensDrawer);
  }

  /**
   * Opens the lane's drawer without a paper; returns at once.
   *
   * @return false when it may stay shut
   */
  public CompletableFuture<Boolean> openDrawer() {
    return onItsThread(this::openOwnDrawer, false);
  }

  /** Keeps in mind, beyond the end of the program, that a sale's receipt is to be read yet. */
  public void toBeRead(UnreadReceipt receipt) {
    papers.toBeRead(receipt);
    tellSoon();
  }

  /** Gives up a receipt that the store does not have. */
  public void forget(UnreadReceipt receipt) {
    papers.forget(receipt);
    tellSoon();
  }

  private void tellSoon() {
    var unused =
        onItsThread(
            () -> {
              tell(Optional.empty());
              return true;
            },
            false);
  }

  /** Receipts that are to be read yet, oldest first. */
  public List<UnreadReceipt> unread() {
    return papers.unread();
  }

  /** As {@link #print(Receipt, boolean)}, a receipt that was to be read; kicks no drawer. */
  public CompletableFuture<Boolean> print(UnreadReceipt read, Receipt receipt) {
    papers.handOver(read, new ReceiptPrintout(receipt));
    return printNext(false);
  }

  private CompletableFuture<Boolean> printNext(boolean opensDrawer) {
    return onItsThread(
        () -> papers.take().map(next -> attempt(next, opensDrawer) == Outcome.OUT).orElse(false),
        false);
  }

  /**
   * Prints what is kept, oldest first, until the printer stops again.
   *
   * @return papers that came out, and whether none is left
   */
  public CompletableFuture<Again> printKept() {
    return onItsThread(this::printWhatIsKept, new Again(0, false));
  }

  private Again printWhatIsKept() {
    int printed = 0;
    boolean goesOn = true;
    for (int left = papers.printable(); left > 0 && goesOn; left--) {
      Optional<Outcome> came = papers.takeKept().map(oldest -> attempt(oldest, false));
      printed += came.equals(Optional.of(Outcome.OUT)) ? 1 : 0;
      goesOn = came.isPresent() && came.get() != Outcome.STOPPED;
    }
    return new Again(printed, papers.kept() == 0);
  }

  /**
   * Sends what is kept to the lane's next printer, and from now on every paper; after the last one
   * comes the lane's own again. What may be out at the one before comes as a copy.
   *
   * @return as {@link #printKept}
   */
  public CompletableFuture<Again> printElsewhere() {
    return onItsThread(
        () -> {
          chosen = (chosen + 1) % ports.size();
          state = PrinterState.READY;
          log.info("papers go to {}", ports.get(chosen).name());
          tell(Optional.empty());
          return printWhatIsKept();
        },
        new Again(0, false));
  }

  /** How the lane's own printer is named to {@link PrinterPort#of}. */
  public String own() {
    return ports.get(0).address();
  }

  /** Of the words on its papers. */
  public Language language() {
    return language;
  }

  /** The paper that lies in it. */
  public Paper paper() {
    return paper;
  }

  /**
   * Takes another printer as the lane's own. What is kept comes out of it when it is asked for.
   *
   * @return false when the lane closes
   */
  public CompletableFuture<Boolean> use(PrinterPort own, Paper lies) {
    return onItsThread(
        () -> {
          var others = new ArrayList<>(ports);
          others.set(0, own).close();
          ports = List.copyOf(others);
          paper = lies;
          papers.on(lies);
          chosen = 0;
          state = PrinterState.READY;
          log.info("the lane's own printer is {} now", own.name());
          tell(Optional.empty());
          return true;
        },
        false);
  }

  /**
   * Tries a printer that may not be the lane's: prints a paper that is kept nowhere, or only opens
   * its drawer.
   *
   * @param printout empty = only the drawer
   * @return what went wrong; empty when it came out
   */
  public CompletableFuture<Optional<NotPrinted.Cause>> attempt(
      PrinterPort port, Optional<Printout> printout, Paper lies) {
    return onItsThread(
        () -> {
          try {
            if (printout.isPresent()) {
              port.send(EscPosReceipt.bytes(printout.get().rows(lies, language), false));
            } else {
              port.kick();
            }
            return Optional.<NotPrinted.Cause>empty();
          } catch (NotPrinted e) {
            log.warn("{} tried: {}", port.name(), e.getMessage());
            return Optional.of(e.why());
          } finally {
            port.close();
          }
        },
        Optional.of(NotPrinted.Cause.OUT_OF_ORDER));
  }

  /** What came of printing again. */
  public record Again(int printed, boolean allOut) {}

  private enum Outcome {
    OUT,
    /** The printer did not take it, and would take no other. */
    STOPPED,
    /** This paper has a fault; others may come out. */
    FAULTY
  }

  private <T> CompletableFuture<T> onItsThread(Supplier<T> work, T whenClosed) {
    try {
      return CompletableFuture.supplyAsync(work, thread);
    } catch (RejectedExecutionException e) {
      return CompletableFuture.completedFuture(whenClosed);
    }
  }

  private Outcome attempt(Printout printout, boolean opensDrawer) {
    Outcome outcome = sent(printout, opensDrawer);
    tell(outcome == Outcome.OUT ? Optional.empty() : Optional.of(printout.kind()));
    return outcome;
  }

  private void tell(Optional<PaperKind> failed) {
    told.accept(new PrinterNews(state, failed, papers.kept(), elsewhere()));
  }

  private Outcome sent(Printout printout, boolean opensDrawer) {
    try {
      boolean own = chosen == 0;
      byte[] bytes = EscPosReceipt.bytes(printout.rows(paper, language), opensDrawer && own);
      if (opensDrawer && !own) {
        boolean unused = openOwnDrawer();
      }
      ports.get(chosen).send(bytes);
      papers.out();
      state = PrinterState.READY;
      return Outcome.OUT;
    } catch (NotPrinted e) {
      log.warn("{} not printed: {}", printout.name(), e.getMessage());
      papers.keep(e.maybeOut(), false);
      state =
          e.why() == NotPrinted.Cause.NO_PAPER ? PrinterState.NO_PAPER : PrinterState.OUT_OF_ORDER;
      return Outcome.STOPPED;
    } catch (RuntimeException e) {
      // Nobody waits for this paper, so a fault would go unseen with it.
      log.error("{} not printed", printout.name(), e);
      papers.keep(true, true);
      state = PrinterState.OUT_OF_ORDER;
      return Outcome.FAULTY;
    }
  }

  /**
   * The drawer hangs on the lane's own printer; one that is off keeps it shut, and its key opens.
   */
  private boolean openOwnDrawer() {
    try {
      ports.get(0).kick();
      return true;
    } catch (NotPrinted e) {
      log.warn("the drawer stays shut: {}", e.getMessage());
      return false;
    }
  }

  /**
   * Prints what has been handed over, for some seconds at most. What is left then is on disk, and
   * is kept by the next run of the program.
   */
  @Override
  public void close() {
    EventThread.mustNotBeHere("waiting for the last paper");
    var unused = Ending.of(thread, LAST);
    ports.forEach(PrinterPort::close);
    Left left = left();
    if (!left.kept().isEmpty()) {
      log.warn("left to be printed by the next run: {}", left.kept());
    }
    if (!left.lost().isEmpty()) {
      log.error("not printed, and not on the disk: {}", left.lost());
    }
  }

  /**
   * Names of the papers that are not out when it is closed.
   *
   * @param kept are on the disk for the next run
   * @param lost could not be written there
   */
  public record Left(List<String> kept, List<String> lost) {
    public Left {
      kept = List.copyOf(kept);
      lost = List.copyOf(lost);
    }
  }

  /** What is not out; closes it for the papers. */
  public Left left() {
    return papers.close();
  }
}
