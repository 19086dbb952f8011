package id.lajur.backoffice.stock;

import id.lajur.backoffice.form.Page;
import id.lajur.kit.connection.ServerRefusal;
import java.util.Optional;

/**
 * What the screen of adjustments shows.
 *
 * @param sheet the one that is being made, or that was opened
 * @param note key of a word of what was done
 */
record AdjustState(
    Page<Adjustments.Head> list,
    Optional<Adjustments.Sheet> sheet,
    boolean busy,
    Optional<String> note,
    Optional<ServerRefusal> refused) {
  static final AdjustState EMPTY =
      new AdjustState(Page.none(), Optional.empty(), false, Optional.empty(), Optional.empty());

  AdjustState list(Page<Adjustments.Head> fresh) {
    return new AdjustState(fresh, sheet, busy, note, refused);
  }

  AdjustState sheet(Optional<Adjustments.Sheet> fresh) {
    return new AdjustState(list, fresh, false, Optional.empty(), Optional.empty());
  }

  AdjustState posting() {
    return new AdjustState(list, sheet, true, Optional.empty(), Optional.empty());
  }

  AdjustState saying(String key) {
    return new AdjustState(list, sheet, false, Optional.of(key), Optional.empty());
  }

  AdjustState refused(ServerRefusal why) {
    return new AdjustState(list, sheet, false, Optional.empty(), Optional.of(why));
  }
}
