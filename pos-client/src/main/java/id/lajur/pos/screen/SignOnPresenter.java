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

  /** Who could work at once, but wanted another PIN first. */
  private Optional<SignedOnView> kept = Optional.empty();

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
        if (isChoosing(now.form())) {
          giveUp();
        }
      }
      case ENTER -> enter(now);
      default -> {}
    }
  }

  private static boolean isChoosing(Form form) {
    return form.isAt("newPin") || form.isAt("again");
  }

  /** Without another PIN: on with the old one, where it is good enough. */
  private void giveUp() {
    Optional<SignedOnView> on = kept;
    begun = Form.NONE;
    kept = Optional.empty();
    desk.show(desk.state().withForm(Forms.signOn()).withMessage(Message.READY));
    on.ifPresent(this::signedOn);
  }

  /** Whoever wants another PIN proves the old one first. */
  private void chooseAnother(Form form) {
    if (isChoosing(form) || desk.work.isBusy()) {
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
          kept = Optional.of(signed);
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
          kept = Optional.empty();
          signedOn(signed);
        },
        refusal -> {
          desk.refused(refusal);
          desk.show(desk.state().withForm(Forms.newPin()));
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
            ? LanePresenter.selling(on, signed.basket())
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
