package id.lajur.pos.printer;

import id.lajur.kit.i18n.Language;
import id.lajur.pos.receipt.EscPosReceipt;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.Printout;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.sale.v1.Receipt;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints on a thread of its own: whoever sells never waits for paper. What did not come out is
 * kept, in order, until it is asked for again; what may have come out is then marked as a copy, so
 * that no sale has two originals.
 */
public final class ReceiptPrinter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ReceiptPrinter.class);

  private final PrinterPort port;
  private final Paper paper;
  private final Language language;
  private final Consumer<PrinterState> told;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "printer");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<Printout> kept = new ArrayDeque<>(); // the printer's thread only

  /**
   * @param language of the words on the paper
   * @param told the printer's state after each paper, on the printer's thread; it stays other than
   *     ready while a paper is kept
   */
  public ReceiptPrinter(
      PrinterPort port, Paper paper, Language language, Consumer<PrinterState> told) {
    this.port = port;
    this.paper = paper;
    this.language = language;
    this.told = told;
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
    return CompletableFuture.supplyAsync(
        () -> {
          PrinterState state = attempt(printout, opensDrawer);
          told.accept(state == PrinterState.READY && !kept.isEmpty() ? lastTrouble : state);
          return state == PrinterState.READY;
        },
        thread);
  }

  /**
   * Prints what is kept, oldest first, until the printer stops again.
   *
   * @return papers that came out, and whether none is left
   */
  public CompletableFuture<Again> printKept() {
    return CompletableFuture.supplyAsync(
        () -> {
          int printed = 0;
          PrinterState state = PrinterState.READY;
          for (int left = kept.size(); left > 0 && state == PrinterState.READY; left--) {
            Printout oldest = kept.removeFirst();
            state = attempt(oldest, false);
            if (state == PrinterState.READY) {
              printed++;
            } else {
              kept.addFirst(kept.removeLast());
            }
          }
          told.accept(state);
          return new Again(printed, kept.isEmpty());
        },
        thread);
  }

  /** What came of printing again. */
  public record Again(int printed, boolean allOut) {}

  private PrinterState lastTrouble = PrinterState.OUT_OF_ORDER; // the printer's thread only

  private PrinterState attempt(Printout printout, boolean opensDrawer) {
    try {
      port.send(EscPosReceipt.bytes(printout.rows(paper, language), opensDrawer));
      return PrinterState.READY;
    } catch (NotPrinted e) {
      log.warn("{} not printed: {}", printout.name(), e.getMessage());
      kept.addLast(e.maybeOut() ? printout.asCopy() : printout);
      lastTrouble =
          e.why() == NotPrinted.Cause.NO_PAPER ? PrinterState.NO_PAPER : PrinterState.OUT_OF_ORDER;
      return lastTrouble;
    } catch (RuntimeException e) {
      // Nobody waits for this paper, so a fault would go unseen with it.
      log.error("{} not printed", printout.name(), e);
      kept.addLast(printout.asCopy());
      lastTrouble = PrinterState.OUT_OF_ORDER;
      return lastTrouble;
    }
  }

  /** What has not been printed yet is given up; the sales stand. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
