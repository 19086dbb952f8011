package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.people.PeopleState.Task;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The people of the shop: who they are, their roles, their PINs, their leaving. */
final class PeoplePresenter {
  private final PeopleActions actions;
  private final Shown<PeopleState> shown;
  private final Unsaved unsaved = new Unsaved();

  PeoplePresenter(PeopleActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(PeopleState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  PeopleState state() {
    return shown.now();
  }

  void in(Consumer<PeopleState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  /** Asks for the people and the roles they can have. */
  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.roles(), all -> shown.change(state -> state.withRoles(all.roles())), this::refused);
    shown.after(
        actions.people(),
        people -> shown.change(state -> state.with(people).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Whoever is marked; what was begun about somebody else is given up. */
  void choose(Optional<Person> person) {
    Optional<String> number = person.map(Person::number);
    if (!number.equals(state().chosen()) && state().task().filter(Task.CREATE::equals).isEmpty()) {
      unsaved.before(
          () ->
              shown.change(
                  state ->
                      state
                          .choosing(number)
                          .doing(Optional.empty())
                          .with(state.progress().quiet())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  void create() {
    begin(Task.CREATE);
  }

  void edit() {
    beginAboutChosen(Task.EDIT);
  }

  void newPin() {
    beginAboutChosen(Task.PIN);
  }

  /** Somebody leaves; whoever has left comes back at once, since that harms nobody. */
  void leaveOrReturn() {
    state()
        .person()
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
        .person()
        .ifPresent(
            person -> send(() -> actions.unlock(person.number()), "said.unlocked", person.name()));
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
  }

  private void beginAboutChosen(Task task) {
    if (state().person().isPresent()) {
      begin(task);
    }
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
  }

  /**
   * Somebody new.
   *
   * @param again the same PIN, typed a second time
   */
  void saveNew(PeopleActions.Details person, String pin, String again) {
    if (!pin.equals(again)) {
      shown.change(state -> state.with(state.progress().wrong("pin.differs")));
      return;
    }
    send(() -> actions.create(person, pin), "said.created", person.name());
  }

  void saveDetails(PeopleActions.Details person) {
    send(() -> actions.update(person), "said.changed", person.name());
  }

  void savePin(String pin, String again) {
    if (!pin.equals(again)) {
      shown.change(state -> state.with(state.progress().wrong("pin.differs")));
      return;
    }
    state()
        .person()
        .ifPresent(
            person ->
                send(() -> actions.resetPin(person.number(), pin), "said.pin", person.name()));
  }

  void dismiss() {
    state()
        .person()
        .ifPresent(
            person -> send(() -> actions.dismiss(person.number()), "said.left", person.name()));
  }

  /** One at a time: a key that is pressed twice does it once. */
  private void send(Supplier<CompletableFuture<Void>> command, String said, String name) {
    if (state().progress().sending()) {
      return;
    }
    shown.change(state -> state.with(state.progress().sends()));
    shown.after(
        command.get(),
        done -> {
          shown.change(
              state ->
                  state
                      .doing(Optional.empty())
                      .with(state.progress().did(said, Map.of("name", name))));
          load();
        },
        this::refused);
  }
}
