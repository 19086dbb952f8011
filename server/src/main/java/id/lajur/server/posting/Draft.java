package id.lajur.server.posting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one document reads and writes, held apart until it is whole: a document that is refused half
 * way leaves no trace in its group.
 */
public final class Draft {
  private final Map<LockedRows<?, ?>, Map<Object, Object>> locked;
  private final Map<LockedRows<?, ?>, Map<Object, Object>> changed = new LinkedHashMap<>();
  private final Map<InsertTable<?>, List<Object>> inserts = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>(1);

  Draft(Map<LockedRows<?, ?>, Map<Object, Object>> locked) {
    this.locked = locked;
  }

  /** A locked row, with what this document and those before it in the group made of it. */
  @SuppressWarnings("unchecked")
  public <K extends Comparable<K>, V> @Nullable V find(LockedRows<K, V> rows, K key) {
    Map<Object, Object> mine = changed.get(rows);
    if (mine != null && mine.containsKey(key)) {
      return (V) mine.get(key);
    }
    Map<Object, Object> all = locked.get(rows);
    return all == null ? null : (V) all.get(key);
  }

  /**
   * As {@link #find}, for a row that must be there.
   *
   * @throws NullPointerException it was not claimed or does not exist
   */
  public <K extends Comparable<K>, V> V get(LockedRows<K, V> rows, K key) {
    return Objects.requireNonNull(find(rows, key), () -> "not locked: " + key);
  }

  /** Changes a row that was claimed. */
  public <K extends Comparable<K>, V> void put(LockedRows<K, V> rows, K key, V value) {
    get(rows, key);
    changed.computeIfAbsent(rows, r -> new LinkedHashMap<>()).put(key, value);
  }

  public <T> void insert(InsertTable<T> table, T row) {
    inserts.computeIfAbsent(table, t -> new ArrayList<>()).add(row);
  }

  public void event(Event event) {
    events.add(event);
  }

  Map<LockedRows<?, ?>, Map<Object, Object>> changed() {
    return changed;
  }

  Map<InsertTable<?>, List<Object>> inserts() {
    return inserts;
  }

  List<Event> events() {
    return events;
  }
}
