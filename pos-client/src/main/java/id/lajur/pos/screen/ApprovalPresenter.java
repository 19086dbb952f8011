package id.lajur.pos.screen;

import id.lajur.kit.fault.Faults;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A supervisor's word for one act: given at the lane by number and PIN, or by whoever watches at
 * the manager's desk.
 */
final class ApprovalPresenter {
  private final Desk desk;
  private final Executor ui;
  private Consumer<ApprovalView> approved = approval -> {};
  private boolean atDesk; // asked there, and not answered yet
  private int asked; // how often; an answer to an earlier question comes too late

  ApprovalPresenter(Desk desk, Executor ui) {
    this.desk = desk;
    this.ui = ui;
  }

  /** Asks, in place of whatever panel is open. */
  void ask(Panel.Approval question, Consumer<ApprovalView> act) {
    takeBack();
    approved = act;
    desk.open(question);
  }

  /** Enter: from the number to the PIN, then to the server; a wrong PIN is typed again. */
  void enter(Panel.Approval question) {
    Form form = desk.state().form();
    if (desk.work.isBusy()) {
      return;
    }
    if (form.leadsOn()) {
      desk.show(desk.state().withForm(form.goTo(form.at() + 1)));
      return;
    }
    desk.work.ahead(
        () ->
            desk.lane.approve(
                form.text("number"), form.text("pin"), question.permission(), question.subjectId()),
        this::given,
        refusal -> {
          desk.refused(refusal);
          if (desk.state().isLocked()) {
            return;
          }
          desk.show(desk.state().withForm(Forms.signOn().with(form.text("number")).goTo(1)));
        });
  }

  private void given(ApprovalView approval) {
    takeBack();
    Consumer<ApprovalView> act = approved;
    desk.show(desk.state().selling());
    act.accept(approval);
  }

  /** F9: asks at the manager's desk; number and PIN may be typed here meanwhile. */
  void askDesk(Panel.Approval question) {
    if (atDesk || desk.work.isBusy() || desk.isAlone()) {
      return;
    }
    atDesk = true;
    int mine = ++asked;
    desk.say(Message.info("askedAtDesk"));
    Faults.then(
        Faults.begun(() -> desk.lane.askDesk(DeskQuestion.of(question, desk.state().basket()))),
        (approval, failure) -> {
          if (!atDesk || mine != asked) {
            return;
          }
          atDesk = false;
          if (!isAsked(question)) {
            return; // locked or signed off: asked once more, it is answered again
          }
          if (failure == null) {
            given(approval);
          } else {
            desk.refused(LaneRefusal.in(failure));
          }
        },
        ui);
  }

  private boolean isAsked(Panel.Approval question) {
    Panel now = desk.state().panel();
    return question.equals(now instanceof Panel.Help help ? help.covered() : now);
  }

  /** The question is no more: what the desk was asked is taken back. */
  void takeBack() {
    if (atDesk) {
      atDesk = false;
      desk.lane.takeBackFromDesk();
    }
  }
}
