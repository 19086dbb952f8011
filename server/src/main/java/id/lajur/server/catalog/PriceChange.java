package id.lajur.server.catalog;

import id.lajur.server.database.Ids;
import id.lajur.server.database.Transactions;
import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.posting.Command;
import id.lajur.server.posting.Event;
import id.lajur.server.posting.EventLog;
import id.lajur.server.posting.RequestDao;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Sets the price of one unit of an item from a moment on: the price, its audit record with before
 * and after, the recorded answer and the event in one transaction. It raises the catalogue's
 * version, under which a scan is written that takes its price from memory, so that each lane
 * charges it from that moment.
 */
public final class PriceChange {
  static final long MOST_PRICE_MINOR = 100_000_000_000_000L;

  private static final Duration MOST_AHEAD = Duration.ofDays(5 * 366L);

  private final DataSource pool;
  private final long fence;
  private final Clock clock;
  private final Runnable committed;

  /**
   * @param committed told after each change that is on disk
   */
  public PriceChange(DataSource pool, long fence, Clock clock, Runnable committed) {
    this.pool = pool;
    this.fence = fence;
    this.clock = clock;
    this.committed = committed;
  }

  /**
   * A price as it is asked for.
   *
   * @param unit empty = the base unit
   * @param effectiveAt null = now
   */
  record Asked(String itemCode, String unit, long priceMinor, @Nullable Instant effectiveAt) {
    Asked {
      if (priceMinor < 0 || priceMinor > MOST_PRICE_MINOR) {
        throw new Refusal(Reason.AMOUNT_INVALID).with("most", MOST_PRICE_MINOR);
      }
    }
  }

  /**
   * Sets a price; one that was set for the same moment before is replaced.
   *
   * @param answer of the moment from which it is charged
   * @return the answer, recorded
   * @throws Refusal ITEM_UNKNOWN, UNIT_UNKNOWN; MOMENT_INVALID for one that has passed or is more
   *     than five years away; REQUEST_REUSED, RIGHT_TO_POST_LOST
   */
  byte[] set(Command command, Asked asked, Function<Instant, byte[]> answer) throws SQLException {
    byte[] given;
    try {
      given = Transactions.repeat(pool, connection -> set(connection, command, asked, answer));
    } catch (EventLog.RightLost e) {
      throw new Refusal(Reason.RIGHT_TO_POST_LOST);
    }
    committed.run();
    return given;
  }

  private byte[] set(
      Connection connection, Command command, Asked asked, Function<Instant, byte[]> answer)
      throws SQLException {
    CatalogDao.lockStore(connection, command.storeId());
    RequestDao.Recorded recorded =
        RequestDao.find(connection, List.of(command.requestId())).get(command.requestId());
    if (recorded != null) {
      if (!recorded.isOf(command)) {
        throw new Refusal(Reason.REQUEST_REUSED).with("requestId", command.requestId());
      }
      return recorded.answer();
    }
    // Read under the lock: whoever is answered later has the later moment.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant from = from(asked, now);
    CatalogDao.PricedUnit unit = unit(connection, command.storeId(), asked, from);
    CatalogDao.prices(
        connection,
        List.of(new CatalogDao.PriceRow(unit.itemId(), unit.unitNo(), from, asked.priceMinor())));
    CatalogDao.raiseVersion(connection, command.storeId());
    byte[] given = answer.apply(from);
    UUID changeId = Ids.next();
    AuditJournal.append(connection, record(command, asked, unit, changeId, now, from));
    CatalogDao.answered(
        connection,
        new RequestDao.Recorded(
            command.requestId(), command.terminalId(), command.digest(), given, now));
    EventLog.append(
        connection,
        command.storeId(),
        fence,
        List.of(
            new Event(
                Event.Kind.CATALOG_CHANGED, changeId, command.terminalId(), null, now, 0, 1)));
    return given;
  }

  private static Instant from(Asked asked, Instant now) {
    Instant from = asked.effectiveAt();
    if (from == null) {
      return now;
    }
    if (from.isBefore(now) || from.isAfter(now.plus(MOST_AHEAD))) {
      throw new Refusal(Reason.MOMENT_INVALID)
          .with("effectiveAtMs", from.toEpochMilli())
          .with("nowMs", now.toEpochMilli());
    }
    return from;
  }

  private static CatalogDao.PricedUnit unit(
      Connection connection, int storeId, Asked asked, Instant from) throws SQLException {
    List<CatalogDao.PricedUnit> units =
        CatalogDao.pricedUnits(connection, storeId, asked.itemCode(), from);
    if (units.isEmpty()) {
      throw new Refusal(Reason.ITEM_UNKNOWN).with("code", asked.itemCode());
    }
    return units.stream()
        .filter(
            unit -> asked.unit().isEmpty() ? unit.unitNo() == 0 : unit.unit().equals(asked.unit()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal(Reason.UNIT_UNKNOWN)
                    .with("code", asked.itemCode())
                    .with("unit", asked.unit()));
  }

  private static AuditRecord record(
      Command command,
      Asked asked,
      CatalogDao.PricedUnit unit,
      UUID changeId,
      Instant now,
      Instant from) {
    String before = unit.priceMinor() == null ? "-" : String.valueOf(unit.priceMinor());
    return AuditRecord.of(command.terminalId(), now, "PRICE_CHANGED")
        .by(command.operatorId())
        .about(changeId)
        .line(unit.itemId(), asked.priceMinor(), null)
        .changed(unit.unit() + " " + before, unit.unit() + " " + asked.priceMinor() + " " + from);
  }
}
