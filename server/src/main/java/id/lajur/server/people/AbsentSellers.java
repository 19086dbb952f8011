package id.lajur.server.people;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Jdbi;

/**
 * Who may go on selling at a terminal while it does not reach the server. A lane is told whenever
 * that changes, so that a leaver, or somebody who is given another PIN, is out there too.
 *
 * @param markOf what stands for an operator's PIN ({@link PinMark}), by terminal and operator's
 *     number
 * @param idleMinutes of a lane; 0 = never
 */
public record AbsentSellers(Map<Integer, SortedMap<String, String>> markOf, int idleMinutes) {
  private static final String MAY_SELL = "sale.scan";

  public AbsentSellers {
    markOf = Map.copyOf(markOf);
  }

  public static AbsentSellers read(Jdbi jdbi, int storeId, Instant now) {
    return jdbi.withExtension(
        SessionDao.class,
        dao -> {
          Map<Integer, SortedMap<String, String>> markOf = new TreeMap<>();
          for (SessionDao.AtTerminalRow row : dao.atTerminals(storeId, MAY_SELL)) {
            markOf
                .computeIfAbsent(row.terminalId(), id -> new TreeMap<>())
                .put(row.number(), PinMark.of(row.pinHash()));
          }
          return new AbsentSellers(markOf, dao.idleMinutes(storeId, "LANE", now));
        });
  }

  /** Marks by operator's number, of one terminal. */
  public SortedMap<String, String> at(int terminalId) {
    return markOf.getOrDefault(terminalId, new TreeMap<>());
  }
}
