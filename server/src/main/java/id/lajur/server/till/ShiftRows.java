package id.lajur.server.till;

import id.lajur.server.database.Statements;
import id.lajur.server.posting.LockedRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shifts as postings lock them: what is sold and what is counted must not pass each other. */
public final class ShiftRows {
  private ShiftRows() {}

  /** One shift. */
  public record Shift(
      UUID shiftId,
      int terminalId,
      int operatorId,
      LocalDate businessDate,
      @Nullable Instant closedAt) {}

  public static final LockedRows<UUID, Shift> SHIFTS =
      new LockedRows<>() {
        @Override
        public int order() {
          return 10;
        }

        @Override
        public Map<UUID, Shift> lock(Connection connection, List<UUID> keys) throws SQLException {
          Map<UUID, Shift> found = new TreeMap<>();
          for (Shift shift :
              Statements.queryKeys(
                  connection,
                  """
                  SELECT shift_id, terminal_id, operator_id, business_date, closed_at FROM shift
                   WHERE shift_id IN (%s) ORDER BY shift_id FOR UPDATE""",
                  "?",
                  keys,
                  (row, id) -> row.id(id),
                  row ->
                      new Shift(
                          Statements.id(row, "shift_id"),
                          row.getInt("terminal_id"),
                          row.getInt("operator_id"),
                          row.getObject("business_date", LocalDate.class),
                          Statements.timeOrNull(row, "closed_at")))) {
            found.put(shift.shiftId(), shift);
          }
          return found;
        }

        @Override
        public void save(Connection connection, Map<UUID, Shift> changed) throws SQLException {
          Statements.batch(
              connection,
              "UPDATE shift SET closed_at = ? WHERE shift_id = ?",
              changed.values(),
              (row, shift) -> row.time(shift.closedAt()).id(shift.shiftId()));
        }
      };
}
