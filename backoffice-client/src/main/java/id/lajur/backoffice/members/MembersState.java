package id.lajur.backoffice.members;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The shop's members and price levels, and what is being done about one of them.
 *
 * @param levels retail first
 * @param chosen number of the one that is marked
 * @param task what the side panel asks for; empty: it tells of the one that is marked
 */
record MembersState(
    List<Member> members,
    List<Level> levels,
    Optional<String> chosen,
    Optional<Task> task,
    Progress progress) {
  static final MembersState FIRST =
      new MembersState(List.of(), List.of(), Optional.empty(), Optional.empty(), Progress.NONE);

  MembersState {
    members = List.copyOf(members);
    levels = List.copyOf(levels);
  }

  /** What can be done about a member. */
  enum Task {
    CREATE,
    EDIT,
    LEVEL
  }

  Optional<Member> member() {
    return chosen.flatMap(
        number -> members.stream().filter(one -> one.number().equals(number)).findFirst());
  }

  MembersState with(List<Member> read, List<Level> newLevels) {
    return new MembersState(read, newLevels, chosen, task, progress);
  }

  MembersState choosing(Optional<String> number) {
    return new MembersState(members, levels, number, task, progress);
  }

  MembersState doing(Optional<Task> newTask) {
    return new MembersState(members, levels, chosen, newTask, progress);
  }

  MembersState with(Progress newProgress) {
    return new MembersState(members, levels, chosen, task, newProgress);
  }
}
