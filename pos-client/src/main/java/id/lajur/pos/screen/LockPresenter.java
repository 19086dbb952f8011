package id.lajur.pos.screen;

import java.util.Map;
import java.util.function.Consumer;

/**
 * A lane whose cashier is away for a moment, or whose session has ended: only his PIN opens it,
 * with all as it was. What is scanned meanwhile waits.
 */
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
      desk.open(new Panel.Locked(Panel.none(), Forms.selling()));
    }
  }

  /**
   * Locks over whatever stands there: selling, a question, money, a count.
   *
   * @param why said in the strip; also where it is locked already
   */
  void cover(Message why) {
    if (desk.state().isLocked()) {
      desk.say(why);
      return;
    }
    boolean done = desk.state().phase() == LaneState.Phase.DONE;
    LaneState now = done ? CashPresenter.ready(desk.state()) : desk.state();
    var locked = new Panel.Locked(now.panel(), now.form().withoutSecrets());
    desk.show(now.withPanel(locked).withForm(Forms.of(locked)).withLetters(false).withMessage(why));
  }

  /** Enter signs the same operator on again; a wrong PIN is typed anew. F3 is for another one. */
  void key(LaneKey key) {
    if (desk.work.isBusy()) {
      return;
    }
    if (key == LaneKey.F3) {
      otherCashier();
      return;
    }
    String number = desk.state().operator().map(OperatorView::number).orElse("");
    String pin = desk.state().form().text("pin");
    if (key != LaneKey.ENTER || pin.isEmpty()) {
      return;
    }
    desk.work.ahead(
        () -> desk.lane.signOn(number, pin),
        signed -> {
          LaneState locked = desk.state();
          signedOn.accept(signed);
          uncover(locked);
          desk.work.pump();
        },
        refusal -> {
          desk.refused(refusal);
          if (desk.state().panel() instanceof Panel.Locked locked) {
            desk.show(desk.state().withForm(Forms.of(locked)));
          }
        });
  }

  /** A basket that is not the one that was covered is begun with as at any sign-on. */
  private void uncover(LaneState before) {
    LaneState now = desk.state();
    boolean same =
        now.isSelling()
            && now.basket().totalMinor() == before.basket().totalMinor()
            && now.basket().lineCount() == before.basket().lineCount();
    if (!same || !(before.panel() instanceof Panel.Locked locked)) {
      return;
    }
    Panel covered = locked.covered();
    boolean paying = before.phase() == LaneState.Phase.TENDERING;
    LaneState.Phase phase = before.isSelling() ? now.phase() : before.phase();
    LaneState back = now.withPhase(phase).withPanel(covered).withForm(locked.form());
    if (paying) {
      desk.lane.tellPayment(true);
      back = back.withMessage(CashPresenter.asks(back));
    } else if (phase == LaneState.Phase.COUNTING) {
      back = back.withMessage(Message.info("count"));
    } else if (!(covered instanceof Panel.None)) {
      back = back.withMessage(Message.waitingFor(covered));
    }
    desk.show(back);
  }

  /**
   * Leaves the lane to another cashier. The basket stays open here, and what was scanned goes into
   * it when he has signed on.
   */
  private void otherCashier() {
    if (desk.state().payment().isCharged()) {
      desk.say(Message.warn("tendersTaken", Map.of()));
      return;
    }
    desk.work.ahead(
        desk.lane::signOff,
        this::left,
        refusal -> {
          if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON)) {
            left(desk.state().terminal()); // it had ended already
          } else {
            desk.refused(refusal);
          }
        });
  }

  /** Nobody is signed on; what was scanned waits for the next. */
  void left(TerminalView terminal) {
    LaneState now = desk.state();
    desk.work.keepScans();
    desk.show(
        LaneState.signedOff(terminal, now.ownLanguage(), now.theme()).withDevices(now.devices()));
  }
}
