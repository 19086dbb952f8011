package id.lajur.pos.screen;

import id.lajur.kit.fault.Faults;
import id.lajur.pos.receipt.PaperKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Papers on the lane's screen: what has come out, what is kept, and how it is asked for again. The
 * cashier's other acts go on beside it; no paper stands in their queue.
 */
final class PaperPresenter {
  private static final String PRINTING = "printing";
  private static final String BUSY = "printerBusy";
  private static final String KEPT = "papersKept";
  private static final List<String> COMPLAINTS =
      List.of("outOfPaper.", "printerStopped.", "movedKept.");

  private final Desk desk;
  private final LaneActions lane;
  private final Executor ui;
  private boolean printing;

  PaperPresenter(Desk desk, Executor ui) {
    this.desk = desk;
    this.lane = desk.lane;
    this.ui = ui;
  }

  /** The printer has tried a paper. Before a shift the screen has a place of its own for this. */
  void told(PrinterView printer, Optional<PaperKind> failed, int kept) {
    desk.show(state().withDevices(state().devices().withPrinter(printer, kept)));
    if (state().isBeforeSelling()) {
      return;
    }
    if (failed.isPresent() && state().message().kind() != Message.Kind.ERROR) {
      say(notOut(failed.get()));
    } else if (failed.isEmpty() && (complains() || state().message().key().equals(KEPT))) {
      say(
          kept == 0
              ? Message.ok("printedKept", Map.of())
              : Message.info(KEPT, Map.of("n", Integer.toString(kept))));
    }
  }

  /** As the printer was at its last paper; it may say so before the act's own answer is here. */
  boolean areWell() {
    return state().devices().printer() == PrinterView.READY;
  }

  /** The act is done, its paper is to come. */
  Message notOut(PaperKind kind) {
    boolean paper = state().devices().printer() == PrinterView.NO_PAPER;
    return orElsewhere(
        Message.warn(
            (paper ? "outOfPaper." : "printerStopped.") + kind.name().toLowerCase(Locale.ROOT),
            Map.of()));
  }

  /** With the way to another printer, where the lane has one. */
  Message orElsewhere(Message missing) {
    return state().devices().otherPrinter() ? missing.andWarn("orElsewhere") : missing;
  }

  /** What is kept; without such, a copy of the last receipt. */
  void printAgain() {
    print(
        Message.info(PRINTING),
        lane::printAgain,
        again ->
            !again.printed()
                ? orElsewhere(Message.warn("stillKept", Map.of()))
                : again.receiptNumber().isEmpty()
                    ? Message.ok("printedKept", Map.of())
                    : Message.ok("printed", Map.of("n", again.receiptNumber())));
  }

  /** A copy of any receipt of the store, by its number. */
  void printCopy(String number) {
    print(
        Message.warn(BUSY, Map.of()),
        () -> lane.printCopy(number),
        copy ->
            copy.printed()
                ? Message.ok("printed", Map.of("n", copy.receiptNumber()))
                : orElsewhere(Message.warn("stillKept", Map.of())));
  }

  /** What is kept, and from now on every paper, at the lane's next printer. */
  void printElsewhere() {
    print(
        Message.warn(BUSY, Map.of()),
        lane::printElsewhere,
        there -> {
          var name = Map.of("n", there.printer());
          return !there.printed()
              ? Message.warn("stillKeptThere", name)
              : Message.ok(there.own() ? "printsHere" : "printsThere", name);
        });
  }

  /** As {@link #printKept}, at the lane's next printer. */
  void printKeptElsewhere() {
    if (state().devices().otherPrinter()) {
      printKept(lane::printElsewhere);
    }
  }

  /** F11 and Shift F11 work in the list of papers too. */
  void inPanel(LaneKey key, Runnable close) {
    if (key == LaneKey.F11) {
      close.run();
      printAgain();
    } else if (key == LaneKey.SHIFT_F11) {
      close.run();
      printElsewhere();
    }
  }

  /** What is kept, before a shift: whoever closed it still reads what came of that. */
  void printKept() {
    printKept(lane::printKept);
  }

  private <T> void printKept(Supplier<CompletableFuture<T>> act) {
    if (!printing && state().devices().papersKept() > 0) {
      printing = true;
      Message before = state().message();
      say(Message.info(PRINTING));
      Faults.then(Faults.begun(act), (out, failure) -> kept(before, failure), ui);
    }
  }

  void printX() {
    print(
        Message.warn(BUSY, Map.of()),
        lane::printX,
        out -> out ? Message.ok("xPrinted", Map.of()) : notOut(PaperKind.REPORT));
  }

  void printLastZ() {
    print(
        Message.warn(BUSY, Map.of()),
        lane::printLastZ,
        out -> out ? Message.ok("zPrinted", Map.of()) : notOut(PaperKind.REPORT));
  }

  /**
   * Has something printed.
   *
   * @param whileBusy what is said instead while another paper is under way
   */
  private <T> void print(
      Message whileBusy, Supplier<CompletableFuture<T>> act, Function<T, Message> outcome) {
    if (printing) {
      say(whileBusy);
      return;
    }
    printing = true;
    say(Message.info(PRINTING));
    Faults.then(
        Faults.begun(act),
        (answer, failure) -> {
          printing = false;
          if (failure == null) {
            cameOf(outcome.apply(answer));
          } else {
            refused(LaneRefusal.in(failure));
          }
        },
        ui);
  }

  /** What is kept came out or not, which the printer tells; a refusal has its place in the log. */
  private void kept(Message before, @Nullable Throwable failure) {
    printing = false;
    if (isAwaited()) {
      say(before);
    }
    if (failure != null) {
      var unused = LaneRefusal.in(failure);
    }
  }

  /** Whoever has gone on hears of a paper only that it is missing, and only once. */
  private void cameOf(Message outcome) {
    if (isAwaited() || outcome.kind() == Message.Kind.WARN && mayWarn()) {
      say(outcome);
    }
  }

  private void refused(LaneRefusal refusal) {
    if (isAwaited()) {
      desk.refused(refusal);
    } else if (mayWarn()) {
      say(Message.warn("notPrinted", Map.of()));
    }
  }

  private boolean isAwaited() {
    String now = state().message().key();
    return now.equals(PRINTING) || now.equals(BUSY);
  }

  private boolean mayWarn() {
    return !complains() && state().message().kind() != Message.Kind.ERROR;
  }

  private boolean complains() {
    return COMPLAINTS.stream().anyMatch(state().message().key()::startsWith);
  }

  private void say(Message message) {
    desk.show(state().withMessage(message));
  }

  private LaneState state() {
    return desk.state();
  }
}
