package id.lajur.backoffice.zreport;

import id.lajur.backoffice.form.Page;
import id.lajur.backoffice.form.Progress;
import java.util.Optional;

/**
 * The Z reports of the shop, and the one that is open.
 *
 * @param chosen key of the marked one
 * @param open as it was written, once it has come
 */
record ZState(
    Page<ListedZ> list, Optional<String> chosen, Optional<ZReport> open, Progress progress) {
  static final ZState FIRST =
      new ZState(Page.none(), Optional.empty(), Optional.empty(), Progress.NONE);

  Optional<ListedZ> listed() {
    return chosen.flatMap(
        key -> list.rows().stream().filter(one -> one.key().equals(key)).findFirst());
  }

  ZState with(Page<ListedZ> newList) {
    return new ZState(newList, chosen, open, progress);
  }

  ZState choosing(Optional<String> key) {
    return new ZState(list, key, Optional.empty(), progress);
  }

  ZState opened(ZReport report) {
    return new ZState(list, chosen, Optional.of(report), progress);
  }

  ZState with(Progress newProgress) {
    return new ZState(list, chosen, open, newProgress);
  }
}
