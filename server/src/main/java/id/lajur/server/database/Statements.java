package id.lajur.server.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binding and reading by plain JDBC, for the statements that run at every scan and sale. */
public final class Statements {
  private Statements() {}

  /** Binds the values of one row. */
  @FunctionalInterface
  public interface Binder<T> {
    void bind(Row row, T value) throws SQLException;
  }

  /** Reads one row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A statement being filled from left to right. */
  public static final class Row {
    private final PreparedStatement statement;
    private int next = 1;

    public Row(PreparedStatement statement) {
      this.statement = statement;
    }

    public Row number(long value) throws SQLException {
      statement.setLong(next++, value);
      return this;
    }

    public Row number(@Nullable Number value) throws SQLException {
      if (value == null) {
        statement.setNull(next++, java.sql.Types.BIGINT);
      } else {
        statement.setLong(next++, value.longValue());
      }
      return this;
    }

    public Row text(@Nullable String value) throws SQLException {
      statement.setString(next++, value);
      return this;
    }

    public Row name(@Nullable Enum<?> value) throws SQLException {
      return text(value == null ? null : value.name());
    }

    public Row id(@Nullable UUID value) throws SQLException {
      statement.setBytes(next++, Ids.bytesOrNull(value));
      return this;
    }

    public Row bytes(byte @Nullable [] value) throws SQLException {
      statement.setBytes(next++, value);
      return this;
    }

    public Row flag(boolean value) throws SQLException {
      statement.setBoolean(next++, value);
      return this;
    }

    public Row time(@Nullable Instant value) throws SQLException {
      statement.setObject(
          next++, value == null ? null : LocalDateTime.ofInstant(value, ZoneOffset.UTC));
      return this;
    }

    public Row date(@Nullable LocalDate value) throws SQLException {
      statement.setObject(next++, value);
      return this;
    }

    void restart() {
      next = 1;
    }
  }

  /** Runs one statement for many rows in one round trip; nothing for none. */
  public static <T> void batch(
      Connection connection, String sql, Collection<? extends T> values, Binder<T> binder)
      throws SQLException {
    if (values.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      Row row = new Row(statement);
      if (values.size() == 1) {
        binder.bind(row, values.iterator().next());
        statement.executeUpdate();
        return;
      }
      for (T value : values) {
        row.restart();
        binder.bind(row, value);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static PreparedStatement prepareList(
      Connection connection, String sql, String one, int count) throws SQLException {
    String list = String.join(",", java.util.Collections.nCopies(padded(count), one));
    return connection.prepareStatement(sql.formatted(list));
  }

  private static <T> void bindList(Row row, List<? extends T> values, Binder<T> binder)
      throws SQLException {
    for (int i = 0; i < padded(values.size()); i++) {
      binder.bind(row, values.get(Math.min(i, values.size() - 1)));
    }
  }

  private static int padded(int count) {
    return Integer.highestOneBit(count * 2 - 1);
  }

  /** Runs one statement and gives the number of rows it changed. */
  public static <T> int update(Connection connection, String sql, T value, Binder<T> binder)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(new Row(statement), value);
      return statement.executeUpdate();
    }
  }

  public static <K, T> List<T> query(
      Connection connection, String sql, K key, Binder<K> binder, Reader<T> reader)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      binder.bind(new Row(statement), key);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  /**
   * Reads the rows of many keys. {@code %s} in the statement stands for the list; its length is
   * brought to a power of two by repeating the last key, so that few statements are prepared.
   *
   * @param one the placeholders of one key: {@code ?} or {@code (?,?)}
   */
  public static <K, T> List<T> queryKeys(
      Connection connection,
      String sql,
      String one,
      List<K> keys,
      Binder<K> binder,
      Reader<T> reader)
      throws SQLException {
    return queryKeys(connection, sql, one, keys, List.of(binder), reader);
  }

  /** As above, for a statement with a list for each binder, written {@code %1$s}. */
  public static <K, T> List<T> queryKeys(
      Connection connection,
      String sql,
      String one,
      List<K> keys,
      List<Binder<K>> binders,
      Reader<T> reader)
      throws SQLException {
    if (keys.isEmpty()) {
      return List.of();
    }
    try (PreparedStatement statement = prepareList(connection, sql, one, keys.size())) {
      Row bound = new Row(statement);
      for (Binder<K> binder : binders) {
        bindList(bound, keys, binder);
      }
      try (ResultSet rows = statement.executeQuery()) {
        List<T> found = new ArrayList<>();
        while (rows.next()) {
          found.add(reader.read(rows));
        }
        return found;
      }
    }
  }

  public static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  public static @Nullable Instant timeOrNull(ResultSet row, String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  public static @Nullable UUID idOrNull(ResultSet row, String column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? null : Ids.uuid(bytes);
  }

  public static UUID id(ResultSet row, String column) throws SQLException {
    return Ids.uuid(row.getBytes(column));
  }

  public static @Nullable Long numberOrNull(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }
}
