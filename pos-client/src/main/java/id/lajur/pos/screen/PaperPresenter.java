package id.lajur.pos.screen;

import id.lajur.pos.receipt.PaperKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Papers on the lane's screen: what has come out, what is kept, and how it is asked for again. The
 * cashier's other acts go on beside it; no paper stands in their queue.
 */
final class PaperPresenter {
  private static final String PRINTING = "printing";
  private static final List<String> COMPLAINTS =
      List.of("outOfPaper.", "printerStopped.", "movedKept.");

  private final LaneActions lane;
  private final Executor ui;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final Consumer<LaneRefusal> refused;
  private boolean printing;

  PaperPresenter(
      LaneActions lane,
      Executor ui,
      Supplier<LaneState> current,
      Consumer<LaneState> show,
      Consumer<LaneRefusal> refused) {
    this.lane = lane;
    this.ui = ui;
    this.current = current;
    this.show = show;
    this.refused = refused;
  }

  /** The printer has tried a paper. Before a shift the screen has a place of its own for this. */
  void told(PrinterView printer, Optional<PaperKind> failed, int kept) {
    show.accept(state().withDevices(state().devices().withPrinter(printer, kept)));
    if (state().isBeforeSelling()) {
      return;
    }
    if (failed.isPresent() && state().message().kind() != Message.Kind.ERROR) {
      say(notOut(failed.get()));
    } else if (failed.isEmpty() && kept == 0 && complains()) {
      say(Message.ok("printedKept", Map.of()));
    }
  }

  /** As the printer was at its last paper; it may say so before the act's own answer is here. */
  boolean areWell() {
    return state().devices().printer() == PrinterView.READY;
  }

  /** The act is done, its paper is to come. */
  Message notOut(PaperKind kind) {
    boolean paper = state().devices().printer() == PrinterView.NO_PAPER;
    return Message.warn(
        (paper ? "outOfPaper." : "printerStopped.") + kind.name().toLowerCase(Locale.ROOT),
        Map.of());
  }

  /** What is kept; without such, a copy of the last receipt. */
  void printAgain() {
    print(
        lane::printAgain,
        again ->
            !again.printed()
                ? Message.warn("stillKept", Map.of())
                : again.receiptNumber().isEmpty()
                    ? Message.ok("printedKept", Map.of())
                    : Message.ok("printed", Map.of("n", again.receiptNumber())));
  }

  /** What is kept, before a shift: whoever closed it still reads what came of that. */
  void printKept() {
    if (!printing && state().devices().papersKept() > 0) {
      printing = true;
      var unused = lane.printKept().whenCompleteAsync((out, failure) -> printing = false, ui);
    }
  }

  void printX() {
    print(lane::printX, out -> out ? Message.ok("xPrinted", Map.of()) : notOut(PaperKind.REPORT));
  }

  void printLastZ() {
    print(
        lane::printLastZ, out -> out ? Message.ok("zPrinted", Map.of()) : notOut(PaperKind.REPORT));
  }

  private <T> void print(Supplier<CompletableFuture<T>> act, Function<T, Message> outcome) {
    say(Message.info(PRINTING));
    if (printing) {
      return;
    }
    printing = true;
    var unused =
        act.get()
            .whenCompleteAsync(
                (answer, failure) -> {
                  printing = false;
                  if (failure == null) {
                    cameOf(outcome.apply(answer));
                  } else {
                    refused.accept(WorkQueue.refusalOf(failure));
                  }
                },
                ui);
  }

  /** Whoever has gone on hears of a paper only that it is missing, and only once. */
  private void cameOf(Message outcome) {
    Message now = state().message();
    boolean bad = outcome.kind() == Message.Kind.WARN;
    if (now.key().equals(PRINTING) || bad && !complains() && now.kind() != Message.Kind.ERROR) {
      say(outcome);
    }
  }

  private boolean complains() {
    return COMPLAINTS.stream().anyMatch(state().message().key()::startsWith);
  }

  private void say(Message message) {
    show.accept(state().withMessage(message));
  }

  private LaneState state() {
    return current.get();
  }
}
