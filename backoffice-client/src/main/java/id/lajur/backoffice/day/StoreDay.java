package id.lajur.backoffice.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The store's business date and what is open in it.
 *
 * @param date empty when none is open
 */
public record StoreDay(Optional<LocalDate> date, List<OpenThing> things) {
  public static final StoreDay NONE = new StoreDay(Optional.empty(), List.of());

  public StoreDay {
    things = List.copyOf(things);
  }

  /** What the close waits for. */
  List<OpenThing> waitedFor() {
    return things.stream().filter(one -> one.kind().waitedFor()).toList();
  }

  Optional<OpenThing> thing(String key) {
    return things.stream().filter(one -> one.key().equals(key)).findFirst();
  }
}
