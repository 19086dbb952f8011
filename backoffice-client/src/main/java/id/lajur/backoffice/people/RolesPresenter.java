package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Shown;
import id.lajur.backoffice.people.RoleInfo.Limit;
import id.lajur.backoffice.people.RolesState.Task;
import id.lajur.backoffice.shell.Unsaved;
import id.lajur.kit.connection.ServerRefusal;
import id.lajur.kit.format.Formats;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What people may do, role by role. */
final class RolesPresenter {
  private final PeopleActions actions;
  private final Shown<RolesState> shown;
  private final Unsaved unsaved = new Unsaved();

  RolesPresenter(PeopleActions actions, Executor ui) {
    this.actions = actions;
    this.shown = new Shown<>(RolesState.FIRST, ui);
  }

  Unsaved unsaved() {
    return unsaved;
  }

  RolesState state() {
    return shown.now();
  }

  void in(Consumer<RolesState> view) {
    shown.in(
        state -> {
          view.accept(state);
          unsaved.look();
        });
  }

  void load() {
    shown.change(state -> state.with(state.progress().asks()));
    shown.after(
        actions.roles(),
        all -> shown.change(state -> state.with(all).with(state.progress().has())),
        this::refused);
  }

  private void refused(ServerRefusal why) {
    shown.change(state -> state.with(state.progress().refused(why)));
  }

  /** Whichever is marked; what was begun about another one is given up. */
  void choose(Optional<RoleInfo> role) {
    Optional<String> code = role.map(RoleInfo::code);
    if (!code.equals(state().chosen()) && !state().task().equals(Optional.of(Task.CREATE))) {
      unsaved.before(
          () ->
              shown.change(
                  state ->
                      state.choosing(code).doing(Optional.empty()).with(state.progress().quiet())));
      shown.show(state()); // what stays asked about stays marked
    }
  }

  void create() {
    begin(Task.CREATE);
  }

  /** The owner's role cannot be changed, and says so. */
  void edit() {
    if (state().canEdit()) {
      begin(Task.EDIT);
    } else if (state().role().isPresent()) {
      shown.change(state -> state.with(state.progress().wrong("roles.fixed")));
    }
  }

  void cancel() {
    unsaved.before(this::giveUp);
  }

  /** What was typed goes. */
  void giveUp() {
    shown.change(state -> state.doing(Optional.empty()).with(state.progress().quiet()));
  }

  private void begin(Task task) {
    if (!state().task().equals(Optional.of(task))) {
      unsaved.before(() -> open(task));
    }
  }

  private void open(Task task) {
    shown.change(state -> state.doing(Optional.of(task)).with(state.progress().quiet()));
  }

  /** A role that may what another may, to begin with. */
  void saveNew(String code, String name, String like) {
    String made = code.strip();
    send(() -> actions.createRole(made, name, like), name, made);
  }

  /**
   * Changes the marked role to this.
   *
   * @param limits as they were typed; those that are missing stay
   */
  void save(String name, Set<String> permissions, Map<Limit, String> limits, Formats formats) {
    RoleInfo role = state().role().orElseThrow();
    Map<Limit, Long> read = new EnumMap<>(Limit.class);
    read.putAll(role.limits());
    for (Map.Entry<Limit, String> typed : limits.entrySet()) {
      Limit limit = typed.getKey();
      Optional<Optional<Long>> most = LimitText.read(limit.unit(), typed.getValue(), formats);
      if (most.isEmpty() && permissions.contains(limit.permission())) {
        shown.change(
            state -> state.with(state.progress().wrong("limit.unreadable." + limit.unit())));
        return;
      }
      most.flatMap(one -> one)
          .ifPresentOrElse(value -> read.put(limit, value), () -> read.remove(limit));
    }
    RoleInfo.Change change = RoleInfo.Change.between(role, name, permissions, read);
    if (change.isNothing()) {
      cancel();
      return;
    }
    send(() -> actions.updateRole(role.code(), change), name, role.code());
  }

  private void send(Supplier<CompletableFuture<Void>> command, String name, String code) {
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
                      .choosing(Optional.of(code))
                      .with(state.progress().did("said.role", Map.of("name", name))));
          load();
        },
        this::refused);
  }
}
