package id.lajur.pos.screen;

import id.lajur.pos.screen.LaneState.Phase;
import java.util.Map;
import java.util.Optional;

/** Number and PIN before a lane is worked at, and a PIN of one's own where one must be chosen. */
final class SignOnPresenter {
  private final Desk desk;
  private final PaperPresenter papers;
  private final TillPresenter till;

  /** Number and old PIN while another PIN is chosen; else empty. */
  private Form begun = Form.NONE;

  SignOnPresenter(Desk desk, PaperPresenter papers, TillPresenter till) {
    this.desk = desk;
    this.papers = papers;
    this.till = till;
  }

  void key(LaneKey key) {
    LaneState now = desk.state();
    switch (key) {
      case F2 -> desk.show(now.withLanguage(now.language().other()));
      case F3 -> desk.show(now.withTheme(now.theme().other()));
      case F10 -> chooseAnother(now.form());
      case F11 -> papers.printKept();
      case SHIFT_F11 -> papers.printKeptElsewhere();
      case ESC -> {
        if (now.choosesPin()) {
          giveUp();
        }
      }
      case ENTER -> enter(now);
      default -> {}
    }
  }

  /**
   * No other PIN after all. Whoever proved the old one is on at the server and may have gone, so he
   * is signed off there: whoever stands here now begins with a number and a PIN.
   *
   * @return false while an answer is awaited; to be asked again then
   */
  boolean giveUp() {
    if (desk.work.isBusy()) {
      return false;
    }
    begin(Message.READY);
    desk.work.ahead(desk.lane::signOff, this::off, this::notOff);
    return true;
  }

  private void begin(Message said) {
    begun = Form.NONE;
    LaneState now = desk.state();
    desk.show(now.withPanel(Panel.none()).withForm(Forms.signOn()).withMessage(said));
  }

  private void off(TerminalView terminal) {
    LaneState now = desk.state();
    desk.show(
        LaneState.signedOff(terminal, now.ownLanguage(), now.theme())
            .withDevices(now.devices())
            .withForm(now.form()));
  }

  private void notOff(LaneRefusal refusal) {
    if (!refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON)) {
      desk.refused(refusal);
    }
  }

  /** Whoever wants another PIN proves the old one first. */
  private void chooseAnother(Form form) {
    if (desk.state().choosesPin() || desk.work.isBusy()) {
      return;
    }
    if (form.text("number").isEmpty() || form.text("pin").isEmpty()) {
      desk.say(Message.info("pinChangeFirst"));
      return;
    }
    desk.work.ahead(
        () -> desk.lane.signOn(form.text("number"), form.text("pin")),
        signed -> {
          begun = form;
          desk.show(desk.state().withForm(Forms.newPin()).withMessage(Message.READY));
        },
        refusal -> notOn(form, refusal));
  }

  private void enter(LaneState now) {
    if (now.form().isAt("again")) {
      changePin();
    } else if (now.form().isLast() && !now.form().text("number").isEmpty()) {
      signOn();
    } else {
      desk.show(now.withForm(now.form().goTo(now.form().at() + 1)));
    }
  }

  private void signOn() {
    if (desk.work.isBusy()) {
      return;
    }
    Form form = desk.state().form();
    desk.work.ahead(
        () -> desk.lane.signOn(form.text("number"), form.text("pin")),
        this::signedOn,
        refusal -> notOn(form, refusal));
  }

  private void notOn(Form form, LaneRefusal refusal) {
    desk.refused(refusal);
    boolean change = refusal.reason().equals(LaneRefusal.PIN_CHANGE_NEEDED);
    begun = change ? form : Form.NONE;
    Form again = Forms.signOn().with(form.text("number")).goTo(1);
    desk.show(desk.state().withForm(change ? Forms.newPin() : again));
  }

  private void changePin() {
    if (desk.work.isBusy()) {
      return;
    }
    String chosen = desk.state().form().text("newPin");
    if (!chosen.equals(desk.state().form().text("again"))) {
      desk.say(Message.error("pinsDiffer", Map.of()));
      desk.show(desk.state().withForm(Forms.newPin()));
      return;
    }
    Form form = begun;
    desk.work.ahead(
        () -> desk.lane.changePin(form.text("number"), form.text("pin"), chosen),
        signed -> {
          begun = Form.NONE;
          signedOn(signed);
        },
        refusal -> {
          if (refusal.reason().equals(LaneRefusal.NOT_SIGNED_ON)) {
            begin(Message.READY); // ended meanwhile: the old PIN is to be proven anew
          } else {
            desk.show(desk.state().withForm(Forms.newPin()));
          }
          desk.refused(refusal);
        });
  }

  /** To the basket that waits, to an empty one, or to the float where no shift is open. */
  void signedOn(SignedOnView signed) {
    LaneState on =
        desk.state()
            .withOperator(Optional.of(signed.operator()))
            .withShift(signed.shift())
            .withBasket(signed.basket())
            .withWaitingBaskets(signed.waitingBaskets())
            .withPanel(Panel.none())
            .withMessage(Message.READY);
    desk.show(
        signed.shift().isPresent()
            ? on.selling(signed.basket())
            : on.withPhase(Phase.OPENING_SHIFT).withForm(Forms.openingFloat()));
    if (signed.shift().isEmpty()) {
      till.beforeShift(signed.cash());
    }
    if (desk.state().isSelling() && !signed.basket().isEmpty()) {
      int lines = signed.basket().lineCount();
      desk.say(Message.ok("basketBack", Map.of("n", desk.formats().count(lines))));
    }
  }
}
