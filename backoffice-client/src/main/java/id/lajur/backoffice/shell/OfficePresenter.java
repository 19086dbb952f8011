package id.lajur.backoffice.shell;

import id.lajur.backoffice.shell.OfficeState.Phase;
import id.lajur.kit.connection.LinkState;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Who works at the desk, in which language, at which place. Of the event thread only. */
public final class OfficePresenter {
  /** Reasons that say that nobody is signed on any more. */
  private static final Set<String> OVER = Set.of("NOT_SIGNED_ON", "PIN_CHANGE_NEEDED");

  private final OfficeActions store;
  private final Function<SignedOn, String> firstPlace;
  private final Executor ui;
  private final Consumer<OfficeState> show;
  private OfficeState state;
  private String oldPin = ""; // only between a sign-on that needs another PIN and that change

  /**
   * @param firstPlace where somebody begins
   * @param ui where answers are told
   * @param show what is told of each state
   */
  public OfficePresenter(
      OfficeActions store,
      OfficeState first,
      Function<SignedOn, String> firstPlace,
      Executor ui,
      Consumer<OfficeState> show) {
    this.store = store;
    this.state = first;
    this.firstPlace = firstPlace;
    this.ui = ui;
    this.show = show;
  }

  public OfficeState state() {
    return state;
  }

  private void show(OfficeState next) {
    state = next;
    show.accept(next);
  }

  /** Number and PIN have been typed. */
  public void signOn(String number, String pin) {
    if (state.waiting() || number.isBlank() || pin.isBlank()) {
      return;
    }
    Phase before = state.phase();
    show(state.waiting(true).saying(Optional.empty(), Optional.empty()).who(state.who(), number));
    Faults.then(
        store.signOn(number, pin),
        (entered, failure) -> {
          if (failure != null) {
            refuse(failure);
          } else if (entered.mustChangePin()) {
            oldPin = pin;
            show(state.waiting(false).phase(Phase.NEW_PIN));
          } else {
            enter(entered.who(), before);
          }
        },
        ui);
  }

  /** He finds his screens as he left them; somebody else begins with his own. */
  private void enter(SignedOn who, Phase before) {
    boolean same =
        before == Phase.LOCKED
            && state.who().map(SignedOn::number).filter(who.number()::equals).isPresent();
    OfficeState next =
        state.waiting(false).phase(Phase.AT_WORK).words(who.language(), state.theme());
    if (same) {
      show(next.words(state.language(), state.theme()).who(Optional.of(who), ""));
      return;
    }
    show(next.who(Optional.of(who), "").place(firstPlace.apply(who)));
  }

  /** The new PIN has been typed twice. */
  public void newPin(String pin, String again) {
    if (state.waiting() || pin.isBlank()) {
      return;
    }
    if (!pin.equals(again)) {
      show(state.saying(Optional.empty(), Optional.of("signon.newPin.differs")));
      return;
    }
    show(state.waiting(true).saying(Optional.empty(), Optional.empty()));
    Faults.then(
        store.changePin(oldPin, pin),
        (done, failure) -> {
          if (failure != null) {
            refuse(failure);
            return;
          }
          oldPin = "";
          show(state.waiting(false).phase(Phase.SIGNED_OFF));
          signOn(state.number(), pin);
        },
        ui);
  }

  private void refuse(Throwable failure) {
    ServerRefusal refusal = Desk.refusal(failure);
    show(
        refusal.isGivenUp()
            ? state.waiting(false).saying(Optional.empty(), Optional.of("signon.givenUp"))
            : state.waiting(false).saying(Optional.of(refusal), Optional.empty()));
  }

  /** He goes. */
  public void signOff() {
    if (state.phase() != Phase.AT_WORK) {
      return;
    }
    oldPin = "";
    var unused = store.signOff();
    show(
        state
            .phase(Phase.SIGNED_OFF)
            .who(Optional.empty(), "")
            .saying(Optional.empty(), Optional.empty()));
  }

  /** He was away too long, or locks it himself. */
  public void lock() {
    if (state.phase() == Phase.AT_WORK) {
      show(
          state
              .phase(Phase.LOCKED)
              .who(state.who(), state.who().map(SignedOn::number).orElse(""))
              .saying(Optional.empty(), Optional.of("signon.locked")));
    }
  }

  /** Somebody else wants to work here: what waited is given up. Not while an answer is awaited. */
  public void someoneElse() {
    if (!state.waiting() && (state.phase() == Phase.LOCKED || state.phase() == Phase.NEW_PIN)) {
      oldPin = "";
      show(
          state
              .phase(Phase.SIGNED_OFF)
              .who(Optional.empty(), "")
              .saying(Optional.empty(), Optional.empty()));
    }
  }

  /** A call was refused; told from any screen. */
  public void refused(ServerRefusal refusal) {
    if (state.phase() == Phase.AT_WORK && OVER.contains(refusal.reason())) {
      lock();
      show(state.saying(Optional.empty(), Optional.of("signon.over")));
    }
  }

  /** Another place of the rail. */
  public void go(String place) {
    if (state.phase() == Phase.AT_WORK && !place.equals(state.place())) {
      show(state.place(place));
    }
  }

  public void otherLanguage() {
    Language other = state.language().other();
    show(state.words(other, state.theme()));
  }

  public void otherTheme() {
    Theme other = state.theme().other();
    show(state.words(state.language(), other));
  }

  /** How the server answers now. */
  public void link(LinkState now) {
    show(state.link(now));
  }
}
