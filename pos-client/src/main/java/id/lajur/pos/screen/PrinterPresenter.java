package id.lajur.pos.screen;

import id.lajur.pos.receipt.PaperRow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The lane's printer and drawer, set up on its screen: tried first, then kept. Its sounds are
 * reached from here. Only who may open the drawer without a sale does it, or a supervisor lets him.
 */
final class PrinterPresenter {
  static final String PERMISSION = "till.drawer";
  private static final Panel.Approval QUESTION =
      new Panel.Approval(PERMISSION, Optional.empty(), 0, "", Matter.NONE);
  private static final ApprovalView NOBODY = new ApprovalView("", "");

  private final Desk desk;
  private final LaneActions lane;
  private final WorkQueue work;
  private final SoundPresenter sounds;

  PrinterPresenter(Desk desk, SoundPresenter sounds) {
    this.desk = desk;
    this.lane = desk.lane;
    this.work = desk.work;
    this.sounds = sounds;
  }

  /** Opens the set-up; the paper is shown where the basket is, so the basket must be empty. */
  void start() {
    LaneState now = desk.state();
    boolean may = now.may(PERMISSION);
    if (!now.basket().isEmpty()) {
      say(Message.error("basketOpen", Map.of()));
    } else if (may) {
      open(lane.printer(), NOBODY);
    } else {
      desk.ask(QUESTION, approval -> open(lane.printer(), approval));
    }
  }

  private void open(PrinterChoice choice, ApprovalView approval) {
    var panel = new Panel.Printer(choice, lane.samplePaper(choice), approval);
    desk.show(
        desk.state()
            .withPanel(panel)
            .withForm(Forms.of(panel))
            .withMessage(Message.info("panel.Printer")));
  }

  void key(LaneKey key, Panel.Printer panel) {
    PrinterChoice typed = panel.choice().at(desk.state().form().text("printer").strip());
    switch (key) {
      case F2 -> on(typed.on(58), panel);
      case F3 -> on(typed.on(80), panel);
      case F4 ->
          act(lane::tryPrinter, typed, Message.ok("printerTried", Map.of()).withHint("ENTER"));
      case F5 -> openDrawer(typed, panel);
      case F6 -> sounds.start(panel);
      case ENTER -> use(typed);
      default -> {}
    }
  }

  private void on(PrinterChoice choice, Panel.Printer panel) {
    List<PaperRow> sample = lane.samplePaper(choice);
    desk.show(desk.state().withPanel(new Panel.Printer(choice, sample, panel.approval())));
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
            desk.ask(QUESTION, approval -> openDrawerAgain(choice, approval));
          } else {
            desk.refused(refusal);
          }
        });
  }

  /** An approval is for one opening; the next one is asked for anew, and leads back here. */
  private void openDrawerAgain(PrinterChoice choice, ApprovalView approval) {
    open(choice, approval);
    Message opened = Message.ok("drawerOpened", Map.of());
    act(tried -> lane.openDrawer(tried, approval.approvalId()), choice, opened);
  }

  private void act(
      Function<PrinterChoice, CompletableFuture<Void>> act, PrinterChoice choice, Message done) {
    if (work.isBusy()) {
      return;
    }
    say(Message.info("printing"));
    work.ahead(() -> act.apply(choice), nothing -> say(done), desk::refused);
  }

  private void use(PrinterChoice choice) {
    if (work.isBusy()) {
      return;
    }
    work.ahead(
        () -> lane.usePrinter(choice),
        nothing -> {
          LaneState now = desk.state();
          boolean there = now.panel() instanceof Panel.Printer;
          desk.show(
              (there ? now.selling() : now)
                  .withMessage(Message.ok("printerSet", Map.of("name", choice.address()))));
          work.pump();
        },
        desk::refused);
  }

  private void say(Message message) {
    desk.show(desk.state().withMessage(message));
  }
}
