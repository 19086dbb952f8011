package id.lajur.backoffice.people;

import id.lajur.backoffice.form.ListPresenter;
import id.lajur.backoffice.people.RoleInfo.Limit;
import id.lajur.kit.format.Formats;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What people may do, role by role. */
final class RolesPresenter extends ListPresenter<RoleInfo, RolesPresenter.Task, RoleInfo.All> {
  private final PeopleActions actions;

  /** What can be done about a role. */
  enum Task {
    CREATE,
    EDIT
  }

  RolesPresenter(PeopleActions actions, Executor ui) {
    super(RoleInfo.All.NONE, Set.of(Task.CREATE), ui);
    this.actions = actions;
  }

  @Override
  protected CompletableFuture<Read<RoleInfo, RoleInfo.All>> read() {
    return actions.roles().thenApply(all -> new Read<>(all.roles(), all));
  }

  void create() {
    begin(Task.CREATE);
  }

  /** The owner's role cannot be changed, and says so. */
  void edit() {
    if (state().marked().filter(role -> !role.canChange()).isPresent()) {
      wrong("roles.fixed");
    } else {
      beginAboutMarked(Task.EDIT);
    }
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
    RoleInfo role = state().marked().orElseThrow();
    Map<Limit, Long> read = new EnumMap<>(Limit.class);
    read.putAll(role.limits());
    for (Map.Entry<Limit, String> typed : limits.entrySet()) {
      Limit limit = typed.getKey();
      Optional<Optional<Long>> most = LimitText.read(limit.unit(), typed.getValue(), formats);
      if (most.isEmpty() && permissions.contains(limit.permission())) {
        wrong("limit.unreadable." + limit.unit());
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
    send(command, done -> new Done(Optional.of(code), "said.role", name));
  }
}
