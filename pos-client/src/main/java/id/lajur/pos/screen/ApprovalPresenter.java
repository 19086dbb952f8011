package id.lajur.pos.screen;

import java.util.function.Consumer;

/** A supervisor's word for one act, given at the lane by number and PIN. */
final class ApprovalPresenter {
  private final Desk desk;
  private Consumer<ApprovalView> approved = approval -> {};

  ApprovalPresenter(Desk desk) {
    this.desk = desk;
  }

  /** Asks, in place of whatever panel is open. */
  void ask(Panel.Approval question, Consumer<ApprovalView> act) {
    approved = act;
    desk.open(question);
  }

  /** Enter: from the number to the PIN, then to the server; a wrong PIN is typed again. */
  void enter(Panel.Approval question) {
    Form form = desk.state().form();
    if (desk.work.isBusy()) {
      return;
    }
    if (!form.isLast()) {
      desk.show(desk.state().withForm(form.goTo(form.at() + 1)));
      return;
    }
    desk.work.ahead(
        () ->
            desk.lane.approve(
                form.text("number"), form.text("pin"), question.permission(), question.subjectId()),
        approval -> {
          Consumer<ApprovalView> act = approved;
          desk.show(LanePresenter.selling(desk.state(), desk.state().basket()));
          act.accept(approval);
        },
        refusal -> {
          desk.refused(refusal);
          desk.show(desk.state().withForm(Forms.signOn().with(form.text("number")).goTo(1)));
        });
  }
}
