package id.lajur.server.report;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each account took and gave on each business date: a roll-up of the journal, made outside the
 * posting when somebody asks, so that a trial balance does not read years of lines. Whoever reads
 * it adds what stands in the event log behind it, and is right wherever it stands.
 */
final class AccountDays {
  private static final Logger log = LoggerFactory.getLogger(AccountDays.class);
  private static final int EVENTS = 1_000; // in one transaction
  private static final int MOST_GROUPS = 50; // in one call; the rest is read from the journal

  private final Jdbi jdbi;

  AccountDays(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Brings the roll-up nearer to the end of the log; a failure only makes the reading longer. */
  void catchUp(int storeId) {
    try {
      for (int i = 0; i < MOST_GROUPS && rollSome(storeId); i++) {
        // the next thousand
      }
    } catch (JdbiException e) {
      log.info("the journal is not rolled up now: {}", e.toString());
    }
  }

  /** Whether there may be more. */
  private boolean rollSome(int storeId) {
    return jdbi.inTransaction(
        handle -> {
          AccountDayDao dao = handle.attach(AccountDayDao.class);
          dao.insertCursor(storeId);
          long from = dao.lockCursor(storeId);
          long to = Math.min(from + EVENTS, dao.head(storeId));
          if (to > from) {
            dao.roll(storeId, from, to);
            dao.moveCursor(storeId, to);
          }
          return to == from + EVENTS;
        });
  }
}
