package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The people of the shop, and what is being done about one of them.
 *
 * @param roles that somebody can be given
 * @param chosen number of whoever is marked
 * @param task what the side panel asks for; empty: it tells of whoever is marked
 */
record PeopleState(
    List<Person> people,
    List<RoleInfo> roles,
    Optional<String> chosen,
    Optional<Task> task,
    Progress progress) {
  static final PeopleState FIRST =
      new PeopleState(List.of(), List.of(), Optional.empty(), Optional.empty(), Progress.NONE);

  PeopleState {
    people = List.copyOf(people);
    roles = List.copyOf(roles);
  }

  /** What can be done about somebody. */
  enum Task {
    CREATE,
    EDIT,
    PIN,
    DISMISS
  }

  Optional<Person> person() {
    return chosen.flatMap(
        number -> people.stream().filter(one -> one.number().equals(number)).findFirst());
  }

  PeopleState with(List<Person> newPeople) {
    return new PeopleState(newPeople, roles, chosen, task, progress);
  }

  PeopleState withRoles(List<RoleInfo> newRoles) {
    return new PeopleState(people, newRoles, chosen, task, progress);
  }

  PeopleState choosing(Optional<String> number) {
    return new PeopleState(people, roles, number, task, progress);
  }

  PeopleState doing(Optional<Task> newTask) {
    return new PeopleState(people, roles, chosen, newTask, progress);
  }

  PeopleState with(Progress newProgress) {
    return new PeopleState(people, roles, chosen, task, newProgress);
  }
}
