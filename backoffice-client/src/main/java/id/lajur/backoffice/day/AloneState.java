package id.lajur.backoffice.day;

import id.lajur.backoffice.form.Progress;
import java.util.List;
import java.util.Optional;

/**
 * Sales that lanes made by themselves.
 *
 * @param chosen receipt of the marked one
 */
record AloneState(List<AloneSale> sales, Optional<String> chosen, Progress progress) {
  static final AloneState FIRST = new AloneState(List.of(), Optional.empty(), Progress.NONE);

  AloneState {
    sales = List.copyOf(sales);
  }

  Optional<AloneSale> sale() {
    return chosen.flatMap(
        receipt -> sales.stream().filter(one -> one.receipt().equals(receipt)).findFirst());
  }
}
