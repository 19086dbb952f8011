package id.lajur.server.people;

import id.lajur.server.security.Approval;
import id.lajur.server.security.ApprovalDao;
import id.lajur.server.worker.Workers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees a clock that goes back, and ends what was approved or asked for before it did: when the
 * clock comes to that time again, hours later, nobody means it any more.
 */
public final class ApprovalClock implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ApprovalClock.class);
  private static final long LOOK_MS = 1_000;

  private final Jdbi jdbi;
  private final Clock clock;
  private final ScheduledExecutorService thread = Workers.one("approval-clock");
  private Instant last = Instant.MAX; // the clock may have been set while nobody looked

  public ApprovalClock(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
    var unused = thread.scheduleWithFixedDelay(this::look, 0, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    Instant now = clock.instant();
    try {
      if (now.isBefore(last.minus(Approval.STEP))) {
        endOfTheFuture(now);
      }
      last = now;
    } catch (SQLException | RuntimeException e) {
      log.warn("approvals from before the clock went back are looked for again: {}", e.toString());
    }
  }

  private void endOfTheFuture(Instant now) throws SQLException {
    Instant soon = now.plus(Approval.STEP);
    jdbi.useHandle(
        handle -> {
          ApprovalDao.endOfTheFuture(handle.getConnection(), soon);
          int unused = handle.attach(ApprovalRequestDao.class).endOfTheFuture(soon);
        });
  }

  @Override
  public void close() {
    Workers.interrupt(thread);
  }
}
