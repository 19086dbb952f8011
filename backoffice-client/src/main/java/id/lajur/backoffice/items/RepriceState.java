package id.lajur.backoffice.items;

import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Optional;

/**
 * What the change of many prices shows.
 *
 * @param itemCodes that were marked; empty = nothing is being changed
 * @param levels of the store, whose prices can be changed too
 * @param preview that would be set
 * @param set how many prices were set
 * @param applied what they were set as, for the labels that are due
 */
record RepriceState(
    List<String> itemCodes,
    List<Repricing.Level> levels,
    Optional<Repricing.Preview> preview,
    boolean busy,
    Optional<Integer> set,
    Optional<Repricing.Preview> applied,
    Optional<ServerRefusal> refused) {
  static final RepriceState CLOSED = of(List.of());

  RepriceState {
    itemCodes = List.copyOf(itemCodes);
    levels = List.copyOf(levels);
  }

  static RepriceState of(List<String> itemCodes) {
    return new RepriceState(
        itemCodes,
        List.of(),
        Optional.empty(),
        false,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean isOpen() {
    return !itemCodes.isEmpty();
  }

  RepriceState with(List<Repricing.Level> known) {
    return new RepriceState(itemCodes, known, preview, busy, set, applied, refused);
  }

  RepriceState asking() {
    return new RepriceState(
        itemCodes, levels, preview, true, Optional.empty(), applied, Optional.empty());
  }

  /** Nothing is asked, and nothing is there to be set. */
  RepriceState withoutPreview() {
    return new RepriceState(
        itemCodes, levels, Optional.empty(), false, set, applied, Optional.empty());
  }

  RepriceState previewed(Repricing.Preview fresh) {
    return new RepriceState(
        itemCodes, levels, Optional.of(fresh), false, Optional.empty(), applied, Optional.empty());
  }

  RepriceState done(int count) {
    return new RepriceState(
        itemCodes, levels, Optional.empty(), false, Optional.of(count), preview, Optional.empty());
  }

  RepriceState refused(ServerRefusal why) {
    return new RepriceState(
        itemCodes, levels, preview, false, Optional.empty(), applied, Optional.of(why));
  }

  /** The retail prices that were set last: those stand on the shelf. */
  List<Repricing.Line> onTheShelf() {
    return applied
        .filter(one -> one.rule().which().equals(Repricing.Which.RETAIL))
        .map(Repricing.Preview::changing)
        .orElse(List.of());
  }
}
