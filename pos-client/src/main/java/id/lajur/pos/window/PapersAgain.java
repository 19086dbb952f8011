package id.lajur.pos.window;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.pos.emergency.EmergencyLane;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.printer.UnreadReceipt;
import id.lajur.pos.receipt.ReceiptPrintout;
import id.lajur.pos.screen.AgainView;
import id.lajur.pos.screen.ElsewhereView;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.PaperView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Papers that did not come out, or are wanted once more: what is kept, receipts that could not be
 * read when they were due, copies. On any thread; only what asks the server takes its turn on the
 * lane's.
 */
final class PapersAgain {
  private static final Logger log = LoggerFactory.getLogger(PapersAgain.class);
  private static final Set<String> NEVER_READ = Set.of("SALE_UNKNOWN", "ID_INVALID");

  private final LaneThread thread;
  private final EmergencyLane selling;
  private final ReceiptPrinter printer;

  PapersAgain(LaneThread thread, EmergencyLane selling, ReceiptPrinter printer) {
    this.thread = thread;
    this.selling = selling;
    this.printer = printer;
  }

  /** Every paper that is not out, in the order in which they come. */
  List<PaperView> waiting() {
    return printer.queue().stream()
        .map(
            paper ->
                new PaperView(
                    paper.name(), PaperView.Stage.valueOf(paper.stage().name()), paper.copy()))
        .toList();
  }

  /**
   * What is kept; a receipt that was never read comes as it was, before that.
   *
   * @param copy read where there is nothing of either
   */
  CompletableFuture<AgainView> print(Supplier<ReceiptPrintout> copy) {
    return printUnread()
        .thenCompose(
            read ->
                printer
                    .printKept()
                    .thenCompose(
                        again ->
                            read + again.printed() > 0 || !again.allOut()
                                ? CompletableFuture.completedFuture(
                                    new AgainView("", again.allOut()))
                                : printCopy(copy)));
  }

  /** What is kept alone; false when some did not come out. */
  CompletableFuture<Boolean> printKept() {
    return printUnread()
        .thenCompose(read -> printer.printKept())
        .thenApply(ReceiptPrinter.Again::allOut);
  }

  /** As {@link id.lajur.pos.screen.LaneActions#printElsewhere}. */
  CompletableFuture<ElsewhereView> printElsewhere() {
    if (!printer.hasOther()) {
      return CompletableFuture.failedFuture(new LaneRefusal(LaneRefusal.ONE_PRINTER, Map.of()));
    }
    return printer
        .printElsewhere()
        .thenCompose(there -> printUnread())
        .thenApply(
            read ->
                new ElsewhereView(
                    printer.chosen(), printer.elsewhere().isEmpty(), printer.kept() == 0));
  }

  CompletableFuture<AgainView> printCopy(Supplier<ReceiptPrintout> read) {
    return thread.begun(
        () -> {
          ReceiptPrintout copy = read.get();
          return printer.print(copy, false).thenApply(out -> new AgainView(copy.name(), out));
        });
  }

  /** How many could be read. What is only kept stands behind no act, as it needs no server. */
  private CompletableFuture<Integer> printUnread() {
    return printer.unread().isEmpty()
        ? CompletableFuture.completedFuture(0)
        : thread.done(this::readAndPrint);
  }

  private int readAndPrint() {
    int read = 0;
    for (UnreadReceipt receipt : printer.unread()) {
      if (selling.isEmergency()) {
        break; // all of them wait for the server
      }
      if (print(receipt)) {
        read++;
      } else if (printer.unread().contains(receipt)) {
        break; // and so do those after it
      }
    }
    return read;
  }

  private boolean print(UnreadReceipt unread) {
    try {
      var unused = printer.print(unread, selling.receipt(unread.saleId()));
      return true;
    } catch (ServerRefusal e) {
      log.warn("receipt {} still cannot be read: {}", unread.number(), e.getMessage());
      if (NEVER_READ.contains(e.reason())) {
        log.error("receipt {} is not in this store, and is given up", unread.number());
        printer.forget(unread);
      }
      return false;
    }
  }
}
