package id.lajur.pos.window;

import id.lajur.pos.printer.NotPrinted;
import id.lajur.pos.printer.PrinterFile;
import id.lajur.pos.printer.PrinterPort;
import id.lajur.pos.printer.ReceiptPrinter;
import id.lajur.pos.receipt.Paper;
import id.lajur.pos.receipt.PaperRow;
import id.lajur.pos.receipt.Printout;
import id.lajur.pos.receipt.TestPaper;
import id.lajur.pos.screen.LaneRefusal;
import id.lajur.pos.screen.PrinterChoice;
import id.lajur.pos.session.LaneSession;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane's printer and the drawer that hangs on it: chosen on the screen, tried, taken as its
 * own. A printer that is tried need not be the lane's.
 */
final class PrinterSetUp {
  private static final Logger log = LoggerFactory.getLogger(PrinterSetUp.class);

  private final LaneThread thread;
  private final ReceiptPrinter printer;
  private final PrinterFile file;
  private final LaneSession session;
  private final InstantSource clock;

  /**
   * @param file where the lane's own printer is kept for its next start
   */
  PrinterSetUp(
      LaneThread thread,
      ReceiptPrinter printer,
      PrinterFile file,
      LaneSession session,
      InstantSource clock) {
    this.thread = thread;
    this.printer = printer;
    this.file = file;
    this.session = session;
    this.clock = clock;
  }

  PrinterChoice own() {
    return new PrinterChoice(printer.own(), printer.paper().mm());
  }

  List<PaperRow> sampleRows(PrinterChoice choice) {
    return sample(choice).rows(Paper.ofMm(choice.paperMm()), printer.language());
  }

  private TestPaper sample(PrinterChoice choice) {
    return new TestPaper(
        session.here().getStore(),
        session.here().getTerminal().getCode(),
        choice.address(),
        clock.instant(),
        false);
  }

  CompletableFuture<Void> printSample(PrinterChoice choice) {
    return thread
        .done(() -> port(choice))
        .thenCompose(port -> tried(port, Optional.of(sample(choice)), choice));
  }

  /**
   * @param noted tells the server that a drawer is opened without a sale, before it is
   */
  CompletableFuture<Void> openDrawer(PrinterChoice choice, Runnable noted) {
    return thread
        .done(
            () -> {
              PrinterPort port = port(choice);
              noted.run();
              return port;
            })
        .thenCompose(port -> tried(port, Optional.empty(), choice));
  }

  private CompletableFuture<Void> tried(
      PrinterPort port, Optional<Printout> printout, PrinterChoice choice) {
    return printer
        .attempt(port, printout, Paper.ofMm(choice.paperMm()))
        .thenAccept(
            wrong ->
                wrong.ifPresent(
                    cause -> {
                      boolean paper = cause == NotPrinted.Cause.NO_PAPER;
                      throw new LaneRefusal(
                          paper ? LaneRefusal.NO_PAPER : LaneRefusal.NOT_PRINTED, Map.of());
                    }));
  }

  /** Takes it as the lane's own, now and at each later start. */
  CompletableFuture<Void> use(PrinterChoice choice) {
    return thread
        .done(() -> kept(choice))
        .thenCompose(port -> printer.use(port, Paper.ofMm(choice.paperMm())))
        .thenAccept(used -> {});
  }

  private PrinterPort kept(PrinterChoice choice) {
    PrinterPort port = port(choice);
    try {
      Paper paper = Paper.ofMm(choice.paperMm());
      file.write(new PrinterFile.Choice(port.address(), paper));
    } catch (IOException e) {
      log.error("the printer is not kept", e);
      throw new LaneRefusal(LaneRefusal.NOT_KEPT, Map.of("cause", String.valueOf(e)));
    }
    return port;
  }

  private static PrinterPort port(PrinterChoice choice) {
    try {
      return PrinterPort.of(choice.address());
    } catch (IllegalArgumentException e) {
      throw new LaneRefusal(LaneRefusal.PRINTER_UNKNOWN, Map.of());
    }
  }
}
