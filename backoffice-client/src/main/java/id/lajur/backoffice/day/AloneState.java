package id.lajur.backoffice.day;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.form.Progress;
import java.util.Optional;

/**
 * Sales that lanes made by themselves.
 *
 * @param chosen receipt of the marked one
 */
record AloneState(Page<AloneSale> sales, Optional<String> chosen, Progress progress) {
  static final AloneState FIRST = new AloneState(Page.none(), Optional.empty(), Progress.NONE);

  Optional<AloneSale> sale() {
    return chosen.flatMap(
        receipt -> sales.rows().stream().filter(one -> one.receipt().equals(receipt)).findFirst());
  }
}
