package id.lajur.server.people;

import java.time.Duration;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Tries of each number since its last right PIN. The fifth locks the number for half a minute, each
 * further one for twice as long, up to an hour; what is a day old is forgotten.
 */
final class WrongPins {
  private static final int FREE = 4;
  private static final int MOST_TRIES = 20;
  private static final long FIRST_LOCK_S = 30;
  private static final long LONGEST_LOCK_S = 3600;
  private static final Duration REMEMBERED = Duration.ofDays(1);

  /** Reached by somebody who tries numbers for an hour, as fast as PINs can be computed. */
  private static final int MOST_NUMBERS = 100_000;

  private final Jdbi jdbi;

  WrongPins(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * What became of one try.
   *
   * @param mayTry false while the number is locked; then nothing was counted
   * @param lockedUntil the lock that stands if this try is wrong, null for none
   */
  record Counted(boolean mayTry, @Nullable Instant lockedUntil) {}

  /** Counts a try that is about to be made. */
  Counted count(int storeId, String number, Instant now) {
    return jdbi.inTransaction(
        handle -> {
          PeopleDao dao = handle.attach(PeopleDao.class);
          dao.openFailure(storeId, number, now);
          PeopleDao.FailureRow was = dao.lockFailure(storeId, number);
          if (was.lastAt().isAfter(now)) {
            was = fromNowOn(was, now);
            dao.saveFailure(storeId, number, was);
          }
          if (was.lockedUntil() != null && was.lockedUntil().isAfter(now)) {
            return new Counted(false, was.lockedUntil());
          }
          boolean old = was.lastAt().isBefore(now.minus(REMEMBERED));
          int tries = Math.min(old ? 1 : was.tries() + 1, MOST_TRIES);
          Instant until = tries <= FREE ? null : now.plusSeconds(lockSeconds(tries));
          dao.saveFailure(storeId, number, new PeopleDao.FailureRow(tries, now, until));
          return new Counted(true, until);
        });
  }

  /** The clock has gone back: a lock is as long as it was meant to be, and begins now. */
  private static PeopleDao.FailureRow fromNowOn(PeopleDao.FailureRow was, Instant now) {
    Instant until = was.lockedUntil();
    return new PeopleDao.FailureRow(
        was.tries(), now, until == null ? null : now.plus(Duration.between(was.lastAt(), until)));
  }

  private static long lockSeconds(int tries) {
    return Math.min(FIRST_LOCK_S << (tries - FREE - 1), LONGEST_LOCK_S);
  }

  /** Takes back a try that was counted and not made. */
  void takeBack(int storeId, String number) {
    jdbi.useTransaction(
        handle -> {
          PeopleDao dao = handle.attach(PeopleDao.class);
          dao.openFailure(storeId, number, Instant.EPOCH);
          PeopleDao.FailureRow was = dao.lockFailure(storeId, number);
          dao.saveFailure(
              storeId,
              number,
              new PeopleDao.FailureRow(Math.max(0, was.tries() - 1), was.lastAt(), null));
        });
  }

  /** After a right PIN. */
  void forget(int storeId, String number) {
    jdbi.useExtension(PeopleDao.class, dao -> dao.forgetFailures(storeId, number));
  }

  /** Keeps the table bounded; called now and then. */
  void tidy(Instant now) {
    jdbi.useExtension(
        PeopleDao.class,
        dao -> {
          int old = dao.forgetOldFailures(now.minus(REMEMBERED));
          if (old == 0) {
            int unused = dao.forgetSurplus(MOST_NUMBERS);
          }
        });
  }
}
