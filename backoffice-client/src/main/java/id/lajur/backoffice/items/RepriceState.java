package id.lajur.backoffice.items;

import id.lajur.kit.connection.ServerRefusal;
import java.util.List;
import java.util.Optional;

/**
 * What the change of many prices shows.
 *
 * @param itemCodes that were marked; empty = nothing is being changed
 * @param preview that would be set
 * @param set how many prices were set
 */
record RepriceState(
    List<String> itemCodes,
    Optional<Repricing.Preview> preview,
    boolean busy,
    Optional<Integer> set,
    Optional<ServerRefusal> refused) {
  static final RepriceState CLOSED = of(List.of());

  RepriceState {
    itemCodes = List.copyOf(itemCodes);
  }

  static RepriceState of(List<String> itemCodes) {
    return new RepriceState(itemCodes, Optional.empty(), false, Optional.empty(), Optional.empty());
  }

  boolean isOpen() {
    return !itemCodes.isEmpty();
  }

  RepriceState asking() {
    return new RepriceState(itemCodes, preview, true, Optional.empty(), Optional.empty());
  }

  RepriceState previewed(Repricing.Preview fresh) {
    return new RepriceState(
        itemCodes, Optional.of(fresh), false, Optional.empty(), Optional.empty());
  }

  RepriceState done(int count) {
    return new RepriceState(
        itemCodes, Optional.empty(), false, Optional.of(count), Optional.empty());
  }

  RepriceState refused(ServerRefusal why) {
    return new RepriceState(itemCodes, preview, false, Optional.empty(), Optional.of(why));
  }
}
