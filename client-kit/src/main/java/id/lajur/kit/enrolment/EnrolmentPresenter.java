package id.lajur.kit.enrolment;

import static java.util.Locale.ROOT;

import id.lajur.kit.enrolment.EnrolmentState.Phase;
import id.lajur.kit.fault.Faults;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.theme.Theme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * A machine takes its place: first its server, then the server's fingerprint compared and the code,
 * then done. Of the event thread only.
 */
public final class EnrolmentPresenter {
  private static final int COMPARED = 4; // the last of the fingerprint's digits

  private final EnrolmentActions actions;
  private final Executor ui;
  private final Consumer<EnrolmentState> show;
  private final Runnable goOn;
  private EnrolmentState state;

  /**
   * @param ui where answers are told
   * @param goOn what comes once the machine has its place
   */
  EnrolmentPresenter(
      EnrolmentActions actions,
      EnrolmentState first,
      Executor ui,
      Consumer<EnrolmentState> show,
      Runnable goOn) {
    this.actions = actions;
    this.state = first;
    this.ui = ui;
    this.show = show;
    this.goOn = goOn;
  }

  public EnrolmentState state() {
    return state;
  }

  private void show(EnrolmentState next) {
    state = next;
    show.accept(next);
  }

  /** There is another store on the network. */
  public void found(List<FoundStore> stores) {
    show(state.found(stores));
  }

  /** A server was chosen or typed, HOST:PORT. */
  public void server(String address) {
    if (state.phase() != Phase.SERVER || state.waiting() || address.isBlank()) {
      return;
    }
    show(state.asking(address.strip()));
    Faults.then(
        actions.look(state.address()),
        (fingerprint, failure) -> {
          if (state.waiting() && failure != null) {
            show(state.refused(why(failure)));
          } else if (state.waiting()) {
            show(state.shows(fingerprint));
          }
        },
        ui);
  }

  /**
   * The code was typed, and the last four digits of the fingerprint as they are shown beside it at
   * the server. Where they are others, the code stays here.
   */
  public void code(String code, String lastDigits) {
    if (state.phase() != Phase.CODE || state.waiting() || code.isBlank() || lastDigits.isBlank()) {
      return;
    }
    if (!isShown(lastDigits)) {
      show(state.refused(new CannotEnrol("FINGERPRINT_OTHER", Map.of())));
      return;
    }
    show(state.asking(state.address()));
    Faults.then(
        actions.enrol(code.strip()),
        (taken, failure) ->
            show(failure == null ? state.taken(taken) : state.refused(why(failure))),
        ui);
  }

  private boolean isShown(String lastDigits) {
    String typed = lastDigits.strip().toUpperCase(ROOT);
    return typed.length() == COMPARED && state.fingerprint().endsWith(typed);
  }

  private static CannotEnrol why(Throwable failure) {
    Throwable cause = Faults.causeOf(failure);
    return cause instanceof CannotEnrol why
        ? why
        : new CannotEnrol(
            "UNEXPECTED", Map.of("cause", String.valueOf(cause), "id", Faults.note(cause)));
  }

  /** Back to the servers; not while a code is on its way. */
  public void back() {
    if (state.phase() == Phase.CODE && !state.waiting()) {
      show(state.phase(Phase.SERVER));
    } else if (state.phase() == Phase.SERVER && state.waiting()) {
      show(state.phase(Phase.SERVER)); // its answer is no longer waited for
    }
  }

  /** On to the program, once the machine has its place. */
  public void goOn() {
    if (state.phase() == Phase.DONE) {
      goOn.run();
    }
  }

  public void otherLanguage() {
    Language other = state.language() == Language.ENGLISH ? Language.INDONESIAN : Language.ENGLISH;
    show(state.words(other, state.theme()));
  }

  public void otherTheme() {
    show(state.words(state.language(), state.theme() == Theme.DARK ? Theme.LIGHT : Theme.DARK));
  }

  /** The place, once there is one. */
  public Optional<Taken> taken() {
    return state.taken();
  }
}
