package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * The machines of the shop, and what is being done about one of them.
 *
 * @param chosen code of whichever is marked
 * @param task what the side panel asks for; empty: it tells of whichever is marked
 * @param code that was made last, until another machine is looked at
 */
record MachineState(
    List<Machine> machines,
    Optional<String> chosen,
    Optional<Task> task,
    Optional<EnrolmentCode> code,
    Progress progress) {
  static final MachineState FIRST =
      new MachineState(
          List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Progress.NONE);

  MachineState {
    machines = List.copyOf(machines);
  }

  enum Task {
    CREATE,
    RENAME,
    REPLACE,
    REVOKE
  }

  Optional<Machine> machine() {
    return chosen.flatMap(
        code -> machines.stream().filter(one -> one.code().equals(code)).findFirst());
  }

  MachineState with(List<Machine> newMachines) {
    return new MachineState(newMachines, chosen, task, code, progress);
  }

  MachineState choosing(Optional<String> newChosen) {
    return new MachineState(machines, newChosen, task, code, progress);
  }

  MachineState doing(Optional<Task> newTask) {
    return new MachineState(machines, chosen, newTask, Optional.empty(), progress);
  }

  MachineState showing(EnrolmentCode newCode) {
    return new MachineState(machines, chosen, Optional.empty(), Optional.of(newCode), progress);
  }

  MachineState with(Progress newProgress) {
    return new MachineState(machines, chosen, task, code, newProgress);
  }
}
