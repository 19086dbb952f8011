package id.lajur.server.live;

import id.lajur.server.people.StoreZone;
import id.lajur.server.sale.OpenBaskets;
import id.lajur.server.sale.StoreRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shop as it stands. Each look is one snapshot of the database: head of the event log, lanes,
 * open baskets and journal are of the same moment. Figures are kept and moved on by the log; where
 * a look failed, or nobody has looked for long, they are read anew. For one thread.
 */
final class ShopMonitor {
  private static final Logger log = LoggerFactory.getLogger(ShopMonitor.class);

  /** Beyond so many events it is cheaper to read the date than to follow it. */
  private static final long MOST_BEHIND = 20_000;

  private final DataSource pool;
  private final int storeId;
  private final StoreZone zone;
  private final Clock clock;
  private final Runnable distrust;
  private final OpenBaskets baskets;
  private final MonitorService.Lanes lanes;
  private @Nullable ShopFigures figures;
  private @Nullable Incidents incidents;

  ShopMonitor(
      DataSource pool,
      MonitorService.Watched store,
      OpenBaskets baskets,
      MonitorService.Lanes lanes) {
    this.pool = pool;
    this.storeId = store.storeId();
    this.zone = store.zone();
    this.clock = store.clock();
    this.distrust = store.distrust();
    this.baskets = baskets;
    this.lanes = lanes;
  }

  /**
   * What a look saw.
   *
   * @param date null before the store's first
   * @param minute up to which a week ago is counted
   */
  record Seen(
      LanesDao.@Nullable DateRow date,
      ShopFigures figures,
      long minute,
      List<LaneBoard.Lane> lanes,
      List<IncidentDao.IncidentRow> incidents,
      StoreRules rules) {}

  /** Looks at the shop. */
  Seen look() throws SQLException {
    StoreRules rules = baskets.rules();
    ZoneId hours = zone.now();
    try (Connection connection = pool.getConnection()) {
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      try {
        return look(connection, rules, hours);
      } catch (SQLException | RuntimeException e) {
        figures = null; // it may have moved by a part
        throw e;
      } finally {
        connection.rollback();
      }
    }
  }

  /** From sums where they can be read and are right, else from lines. */
  private ShopFigures read(Connection connection, ShopDay day, long head) throws SQLException {
    ShopFigures read = new ShopFigures(connection, storeId, day, head, true);
    if (read.summed() && !read.addsUp()) {
      log.error("the sums of sales are wrong; {} is read from its lines", day.date());
      distrust.run();
      read = new ShopFigures(connection, storeId, day, head, false);
    }
    if (!read.addsUp()) {
      log.error("lines, tenders and heads of the sales of {} or a week before differ", day.date());
    }
    return read;
  }

  private Seen look(Connection connection, StoreRules rules, ZoneId hours) throws SQLException {
    Instant now = clock.instant();
    long head = EventDao.head(connection, storeId);
    LanesDao.DateRow date = LanesDao.date(connection, storeId);
    ShopDay day = new ShopDay(date == null ? LocalDate.ofInstant(now, hours) : date.date(), hours);
    ShopFigures moved = figures;
    Incidents told = incidents;
    if (moved == null
        || told == null
        || !moved.today().day().equals(day)
        || head - moved.sequence() > MOST_BEHIND) {
      moved = read(connection, day, head);
      told = new Incidents(connection, storeId, day.begins());
    } else {
      moved.move(connection, head);
      told.move(connection);
    }
    moved.name(connection);
    figures = moved;
    incidents = told;
    return new Seen(
        date,
        moved,
        ShopDay.minute(now),
        LaneBoard.read(connection, storeId, baskets.all(connection, rules), lanes),
        told.newest(),
        rules);
  }
}
