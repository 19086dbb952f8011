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

  /** The PIN that was right, but must become another one before it opens; else empty. */
  private String old = "";

  /** The new one, until it has been typed again. */
  private String chosen = "";

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
    String typed = desk.state().form().text();
    if (key == LaneKey.ESC && desk.state().choosesPin()) {
      giveUp();
    } else if (key == LaneKey.ENTER && !typed.isEmpty()) {
      entered(number, typed);
    }
  }

  private void entered(String number, String typed) {
    Form form = desk.state().form();
    if (form.isAt("newPin")) {
      chosen = typed;
      desk.show(desk.state().withForm(Forms.one("again")));
    } else if (!form.isAt("again")) {
      desk.work.ahead(
          () -> desk.lane.signOn(number, typed), this::open, refusal -> closed(refusal, typed));
    } else if (typed.equals(chosen)) {
      String before = old;
      desk.work.ahead(
          () -> desk.lane.changePin(number, before, typed), this::open, this::notChanged);
    } else {
      desk.say(Message.error("pinsDiffer", Map.of()));
      desk.show(desk.state().withForm(Forms.one("newPin")));
    }
  }

  private void open(SignedOnView signed) {
    forget();
    LaneState locked = desk.state();
    signedOn.accept(signed);
    uncover(locked);
    desk.work.pump();
  }

  /**
   * Another PIN is chosen here, where it must be: a sign-on elsewhere would lose what is covered,
   * such as a card that is charged.
   */
  private void closed(LaneRefusal refusal, String pin) {
    desk.refused(refusal);
    if (refusal.reason().equals(LaneRefusal.PIN_CHANGE_NEEDED)) {
      old = pin;
      desk.show(desk.state().withForm(Forms.one("newPin")));
    } else {
      asksPin();
    }
  }

  private void notChanged(LaneRefusal refusal) {
    desk.refused(refusal);
    if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON)) {
      giveUp(); // ended meanwhile: the old PIN is to be proven anew
    } else {
      desk.show(desk.state().withForm(Forms.one("newPin")));
    }
  }

  /**
   * The old PIN is to be proven anew.
   *
   * @return false while an answer is awaited; to be asked again then
   */
  boolean giveUp() {
    if (desk.work.isBusy()) {
      return false;
    }
    asksPin();
    return true;
  }

  private void asksPin() {
    forget();
    if (desk.state().panel() instanceof Panel.Help help) {
      desk.show(desk.state().withPanel(help.covered()));
    }
    if (desk.state().panel() instanceof Panel.Locked locked) {
      desk.show(desk.state().withForm(Forms.of(locked)));
    }
  }

  private void forget() {
    old = "";
    chosen = "";
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
    if (desk.state().phase() == LaneState.Phase.TENDERING) {
      desk.lane.tellPayment(false); // as himself, and before he goes
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

  /** Signs whoever is on off. */
  void signOff() {
    desk.work.ahead(desk.lane::signOff, this::left, desk::refused);
  }

  /** Nobody is signed on; what was scanned waits for the next. */
  void left(TerminalView terminal) {
    forget();
    LaneState now = desk.state();
    desk.work.keepScans();
    desk.show(
        LaneState.signedOff(terminal, now.ownLanguage(), now.theme()).withDevices(now.devices()));
  }
}
