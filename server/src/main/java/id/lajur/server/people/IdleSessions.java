package id.lajur.server.people;

import id.lajur.server.journal.AuditJournal;
import id.lajur.server.journal.AuditRecord;
import id.lajur.server.security.Activity;
import id.lajur.server.worker.Workers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends sessions that nobody uses. A basket stays where it is: whoever signs on at the lane finds it
 * again. A call writes nothing; what is alive is written once a minute, for other servers. A
 * session ends when both this server's memory and the database call it idle.
 */
public final class IdleSessions implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(IdleSessions.class);
  private static final long EVERY_S = 10;
  private static final long WRITTEN_S = 60;

  /** Between two clocks; without it a session could be kept alive by being looked at. */
  private static final long DRIFT_S = 2;

  private final Jdbi jdbi;
  private final int storeId;
  private final Activity activity;
  private final SignOn signOn;
  private final Clock clock;
  private final ScheduledExecutorService sweeper = Workers.one("idle-sessions");

  public IdleSessions(Jdbi jdbi, int storeId, Activity activity, SignOn signOn, Clock clock) {
    this.jdbi = jdbi;
    this.storeId = storeId;
    this.activity = activity;
    this.signOn = signOn;
    this.clock = clock;
  }

  /** Begins to look, until it is closed. */
  public IdleSessions begin() {
    var unused =
        sweeper.scheduleWithFixedDelay(this::sweepOrSay, EVERY_S, EVERY_S, TimeUnit.SECONDS);
    return this;
  }

  private void sweepOrSay() {
    try {
      sweep();
      signOn.tidy();
    } catch (SQLException | RuntimeException e) {
      log.warn("idle sessions were not looked for: {}", e.toString());
    }
  }

  /** Looks once. */
  public void sweep() throws SQLException {
    Instant now = clock.instant();
    List<SessionDao.OpenRow> open = jdbi.withExtension(SessionDao.class, dao -> dao.open(storeId));
    activity.keepOnly(open.stream().map(SessionDao.OpenRow::sessionId).collect(Collectors.toSet()));
    Map<String, Integer> minutesOf = new HashMap<>();
    List<UUID> alive = new ArrayList<>();
    for (SessionDao.OpenRow session : open) {
      long idleSeconds = TimeUnit.NANOSECONDS.toSeconds(activity.idleNanos(session.sessionId()));
      int minutes = minutesOf.computeIfAbsent(session.kind(), kind -> idleMinutes(kind, now));
      long mostSeconds = Duration.ofMinutes(minutes).toSeconds();
      if (minutes > 0 && idleSeconds >= mostSeconds && session.idleSeconds() >= mostSeconds) {
        end(session, now);
      } else if (session.idleSeconds() - idleSeconds > DRIFT_S
          && session.idleSeconds() >= WRITTEN_S) {
        alive.add(session.sessionId());
      }
    }
    if (!alive.isEmpty()) {
      jdbi.useExtension(SessionDao.class, dao -> dao.seen(alive));
    }
  }

  private int idleMinutes(String kind, Instant now) {
    return jdbi.withExtension(SessionDao.class, dao -> dao.idleMinutes(storeId, kind, now));
  }

  private void end(SessionDao.OpenRow session, Instant now) throws SQLException {
    jdbi.useTransaction(
        handle -> {
          // In the order of a sign-on there, which takes the terminal's turn before its sessions.
          long unused = handle.attach(PeopleDao.class).lockTerminal(session.terminalId());
          if (handle.attach(SessionDao.class).close(session.sessionId(), now) == 1) {
            AuditJournal.append(
                handle.getConnection(),
                AuditRecord.of(session.terminalId(), now, "SESSION_IDLE")
                    .by(session.operatorId())
                    .about(session.sessionId()));
          }
        });
  }

  @Override
  public void close() {
    Workers.interrupt(sweeper);
  }
}
