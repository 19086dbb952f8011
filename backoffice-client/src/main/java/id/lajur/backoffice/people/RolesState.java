package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The roles of the shop, and what is being done about one of them.
 *
 * @param chosen code of whichever is marked
 * @param task what the side panel asks for; empty: it tells what the marked role may
 */
record RolesState(
    RoleInfo.All all, Optional<String> chosen, Optional<Task> task, Progress progress) {
  static final RolesState FIRST =
      new RolesState(RoleInfo.All.NONE, Optional.empty(), Optional.empty(), Progress.NONE);

  enum Task {
    CREATE,
    EDIT
  }

  Optional<RoleInfo> role() {
    return chosen.flatMap(all::role);
  }

  /** The owner's role stays what it is. */
  boolean canEdit() {
    return role().filter(role -> !role.code().equals(RoleInfo.OWNER)).isPresent();
  }

  /** What a new role can be made like: those of the store, and templates it has none of. */
  List<RoleInfo> models() {
    return Stream.concat(
            all.roles().stream(),
            all.templates().stream().filter(template -> all.role(template.code()).isEmpty()))
        .toList();
  }

  RolesState with(RoleInfo.All newAll) {
    return new RolesState(newAll, chosen, task, progress);
  }

  RolesState choosing(Optional<String> code) {
    return new RolesState(all, code, task, progress);
  }

  RolesState doing(Optional<Task> newTask) {
    return new RolesState(all, chosen, newTask, progress);
  }

  RolesState with(Progress newProgress) {
    return new RolesState(all, chosen, task, newProgress);
  }
}
