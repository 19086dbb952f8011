package id.lajur.backoffice.people;

import id.lajur.backoffice.form.ListPresenter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * The people of the shop: who they are, their roles, their PINs, their leaving. Beside them stand
 * the roles that somebody can be given.
 */
final class PeoplePresenter extends ListPresenter<Person, PeoplePresenter.Task, List<RoleInfo>> {
  private final PeopleActions actions;

  /** What can be done about somebody. */
  enum Task {
    CREATE,
    EDIT,
    PIN,
    DISMISS
  }

  PeoplePresenter(PeopleActions actions, Executor ui) {
    super(List.of(), Set.of(Task.CREATE), ui);
    this.actions = actions;
  }

  @Override
  protected CompletableFuture<Read<Person, List<RoleInfo>>> read() {
    return actions
        .people()
        .thenCombine(actions.roles(), (people, all) -> new Read<>(people, all.roles()));
  }

  /** Nothing is typed before somebody leaves. */
  @Override
  protected boolean keeps(Task task) {
    return task != Task.DISMISS;
  }

  void create() {
    begin(Task.CREATE);
  }

  void edit() {
    beginAboutMarked(Task.EDIT);
  }

  void newPin() {
    beginAboutMarked(Task.PIN);
  }

  /** Somebody leaves; whoever has left comes back at once, since that harms nobody. */
  void leaveOrReturn() {
    state()
        .marked()
        .ifPresent(
            person -> {
              if (person.active()) {
                begin(Task.DISMISS);
              } else {
                send(() -> actions.reinstate(person.number()), "said.returned", person.name());
              }
            });
  }

  void unlock() {
    state()
        .marked()
        .ifPresent(
            person -> send(() -> actions.unlock(person.number()), "said.unlocked", person.name()));
  }

  /**
   * Somebody new.
   *
   * @param again the same PIN, typed a second time
   */
  void saveNew(PeopleActions.Details person, String pin, String again) {
    if (!pin.equals(again)) {
      wrong("pin.differs");
      return;
    }
    send(() -> actions.create(person, pin), "said.created", person.name());
  }

  void saveDetails(PeopleActions.Details person) {
    send(() -> actions.update(person), "said.changed", person.name());
  }

  void savePin(String pin, String again) {
    if (!pin.equals(again)) {
      wrong("pin.differs");
      return;
    }
    state()
        .marked()
        .ifPresent(
            person ->
                send(() -> actions.resetPin(person.number(), pin), "said.pin", person.name()));
  }

  void dismiss() {
    state()
        .marked()
        .ifPresent(
            person -> send(() -> actions.dismiss(person.number()), "said.left", person.name()));
  }

  private void send(Supplier<CompletableFuture<Void>> command, String said, String name) {
    send(command, done -> new Done(Optional.empty(), said, name));
  }
}
