package id.lajur.backoffice.journal;

import id.lajur.backoffice.form.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How far an audit is.
 *
 * @param code of the promise that is looked at; empty while none is
 * @param now the same as the server says it
 * @param number of it, from 1
 * @param of how many there are
 */
record AuditState(
    List<Judged> judged,
    String code,
    String now,
    int number,
    int of,
    boolean running,
    Optional<AuditActions.Ended> ended,
    Optional<Integer> chosen,
    Progress progress) {
  static final AuditState FIRST =
      new AuditState(
          List.of(), "", "", 0, 0, false, Optional.empty(), Optional.empty(), Progress.NONE);

  AuditState {
    judged = List.copyOf(judged);
  }

  Optional<Judged> promise() {
    return chosen.flatMap(
        number -> judged.stream().filter(one -> one.number() == number).findFirst());
  }

  AuditState begun(String newCode, String promise, int newNumber, int newOf) {
    return new AuditState(
        judged, newCode, promise, newNumber, newOf, true, ended, chosen, progress);
  }

  AuditState judged(Judged one) {
    List<Judged> all = new ArrayList<>(judged);
    all.add(one);
    return new AuditState(all, code, now, number, of, running, ended, chosen, progress);
  }

  AuditState ended(Optional<AuditActions.Ended> how, Progress newProgress) {
    return new AuditState(judged, "", "", number, of, false, how, chosen, newProgress);
  }

  AuditState choosing(Optional<Integer> newChosen) {
    return new AuditState(judged, code, now, number, of, running, ended, newChosen, progress);
  }
}
