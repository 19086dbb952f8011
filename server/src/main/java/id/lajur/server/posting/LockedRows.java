package id.lajur.server.posting;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * Rows that postings change and that others may change at the same moment. An area describes its
 * own; the posting locks them in a fixed order, first by {@link #order()}, then by key, so that two
 * writers never wait for each other in a circle.
 *
 * @param <K> key, in the order of the table's primary key
 * @param <V> immutable contents of a row
 */
public interface LockedRows<K extends Comparable<K>, V> {
  /** Place in the order of locks: what belongs to one terminal first, stock last. */
  int order();

  /**
   * Locks the rows of these keys, ascending; a key without a row gets one or is left out.
   *
   * @param keys ascending, without repeats
   */
  Map<K, V> lock(Connection connection, List<K> keys) throws SQLException;

  /** Writes the rows that changed, ascending by key. */
  void save(Connection connection, Map<K, V> changed) throws SQLException;
}
