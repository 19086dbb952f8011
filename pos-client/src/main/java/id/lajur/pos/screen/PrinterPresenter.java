package id.lajur.pos.screen;

import id.lajur.pos.receipt.PaperRow;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The lane's printer and drawer, set up on its screen: tried first, then kept. Only who may open
 * the drawer without a sale does it, or a supervisor lets him.
 */
final class PrinterPresenter {
  private static final String PERMISSION = "till.drawer";
  private static final ApprovalView NOBODY = new ApprovalView("", "");

  private final LaneActions lane;
  private final WorkQueue work;
  private final Supplier<LaneState> current;
  private final Consumer<LaneState> show;
  private final TillPresenter.Refusals refusals;

  PrinterPresenter(
      LaneActions lane,
      WorkQueue work,
      Supplier<LaneState> current,
      Consumer<LaneState> show,
      TillPresenter.Refusals refusals) {
    this.lane = lane;
    this.work = work;
    this.current = current;
    this.show = show;
    this.refusals = refusals;
  }

  /** Opens the set-up; the paper is shown where the basket is, so the basket must be empty. */
  void start() {
    LaneState now = current.get();
    boolean may = now.operator().map(who -> who.permissions().contains(PERMISSION)).orElse(false);
    if (!now.basket().isEmpty()) {
      say(Message.error("basketOpen", Map.of()));
    } else if (may) {
      open(lane.printer(), NOBODY);
    } else {
      refusals.ask(PERMISSION, 0, approval -> open(lane.printer(), approval));
    }
  }

  private void open(PrinterChoice choice, ApprovalView approval) {
    var panel = new Panel.Printer(choice, lane.samplePaper(choice), approval);
    show.accept(
        current
            .get()
            .withPanel(panel)
            .withForm(Forms.of(panel))
            .withMessage(Message.info("panel.Printer")));
  }

  void key(LaneKey key, Panel.Printer panel) {
    PrinterChoice typed = panel.choice().at(current.get().form().text("printer").strip());
    switch (key) {
      case F2 -> on(typed.on(58), panel);
      case F3 -> on(typed.on(80), panel);
      case F4 -> act(lane::tryPrinter, typed, "printerTried");
      case F5 -> openDrawer(typed, panel);
      case ENTER -> use(typed);
      default -> {}
    }
  }

  private void on(PrinterChoice choice, Panel.Printer panel) {
    List<PaperRow> sample = lane.samplePaper(choice);
    show.accept(current.get().withPanel(new Panel.Printer(choice, sample, panel.approval())));
  }

  private void openDrawer(PrinterChoice choice, Panel.Printer panel) {
    if (work.isBusy()) {
      return;
    }
    work.ahead(
        () -> lane.openDrawer(choice, panel.approval().approvalId()),
        done -> say(Message.ok("drawerOpened", Map.of())),
        refusal -> {
          if (refusal.reason().equals(LaneRefusal.APPROVAL_NEEDED)
              || refusal.reason().equals("APPROVAL_INVALID")) {
            refusals.ask(PERMISSION, 0, approval -> openDrawerAgain(choice, approval));
          } else {
            refusals.refused(refusal);
          }
        });
  }

  /** An approval is for one opening; the next one is asked for anew, and leads back here. */
  private void openDrawerAgain(PrinterChoice choice, ApprovalView approval) {
    open(choice, approval);
    act(tried -> lane.openDrawer(tried, approval.approvalId()), choice, "drawerOpened");
  }

  private void act(
      Function<PrinterChoice, CompletableFuture<Void>> act, PrinterChoice choice, String done) {
    if (work.isBusy()) {
      return;
    }
    say(Message.info("printing"));
    work.ahead(
        () -> act.apply(choice), nothing -> say(Message.ok(done, Map.of())), refusals::refused);
  }

  private void use(PrinterChoice choice) {
    if (work.isBusy()) {
      return;
    }
    work.ahead(
        () -> lane.usePrinter(choice),
        nothing -> {
          LaneState now = current.get();
          boolean there = now.panel() instanceof Panel.Printer;
          show.accept(
              (there ? LanePresenter.selling(now, now.basket()) : now)
                  .withMessage(Message.ok("printerSet", Map.of("name", choice.address()))));
          work.pump();
        },
        refusals::refused);
  }

  private void say(Message message) {
    show.accept(current.get().withMessage(message));
  }
}
