package id.lajur.pos.screen;

import java.util.Map;
import java.util.function.Consumer;

/** A lane whose cashier is away for a moment: only his PIN opens it, with the basket as it was. */
final class LockPresenter {
  private final Desk desk;
  private final Consumer<SignedOnView> signedOn;

  LockPresenter(Desk desk, Consumer<SignedOnView> signedOn) {
    this.desk = desk;
    this.signedOn = signedOn;
  }

  /** Locks, unless something is under way that would change the screen. */
  void lock() {
    if (desk.work.isBusy() || desk.work.scansWaiting() > 0) {
      desk.say(Message.error("actsWait", Map.of()));
    } else {
      desk.open(new Panel.Locked());
    }
  }

  /** Enter signs the same operator on again; a wrong PIN is typed anew. */
  void key(LaneKey key) {
    String number = desk.state().operator().map(OperatorView::number).orElse("");
    String pin = desk.state().form().text("pin");
    if (key != LaneKey.ENTER || pin.isEmpty() || desk.work.isBusy()) {
      return;
    }
    desk.work.ahead(
        () -> desk.lane.signOn(number, pin),
        signed -> {
          signedOn.accept(signed);
          desk.work.pump();
        },
        refusal -> {
          desk.refused(refusal);
          if (desk.state().panel() instanceof Panel.Locked locked) {
            desk.show(desk.state().withForm(Forms.of(locked)));
          }
        });
  }
}
