package id.lajur.server.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What happened on a date, by the audit journal: one cursor a terminal, the newest first. */
final class Incidents {
  static final int MOST = 40;

  private static final Comparator<IncidentDao.IncidentRow> NEWEST =
      Comparator.comparing(IncidentDao.IncidentRow::occurredAt)
          .reversed()
          .thenComparing(IncidentDao.IncidentRow::terminal)
          .thenComparing(Comparator.comparingLong(IncidentDao.IncidentRow::number).reversed());

  private final int storeId;
  private Map<Integer, Long> read;
  private List<IncidentDao.IncidentRow> newest;

  /**
   * Reads what there is.
   *
   * @param connection in one snapshot
   */
  Incidents(Connection connection, int storeId, Instant since) throws SQLException {
    this.storeId = storeId;
    this.read = IncidentDao.heads(connection, storeId);
    this.newest = List.copyOf(IncidentDao.latest(connection, storeId, since, MOST));
  }

  /** Reads what has come since. */
  void move(Connection connection) throws SQLException {
    Map<Integer, Long> heads = IncidentDao.heads(connection, storeId);
    if (heads.equals(read)) {
      return;
    }
    List<IncidentDao.IncidentRow> rows = new ArrayList<>(newest);
    for (Map.Entry<Integer, Long> head : new HashMap<>(heads).entrySet()) {
      long after = read.getOrDefault(head.getKey(), 0L);
      if (head.getValue() > after) {
        rows.addAll(IncidentDao.after(connection, head.getKey(), after, MOST));
      }
    }
    rows.sort(NEWEST);
    newest = List.copyOf(rows.subList(0, Math.min(MOST, rows.size())));
    read = heads;
  }

  List<IncidentDao.IncidentRow> newest() {
    return newest;
  }
}
