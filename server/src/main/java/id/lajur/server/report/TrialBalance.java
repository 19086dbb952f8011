package id.lajur.server.report;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Jdbi;

/**
 * Every account between two business dates.
 *
 * @param accounts by code
 */
record TrialBalance(List<Account> accounts) {

  /**
   * One account; debit is positive, credit negative.
   *
   * @param kind as the database names it
   */
  record Account(
      String code, String name, String kind, long openingMinor, long debitMinor, long creditMinor) {
    long closingMinor() {
      return Math.subtractExact(Math.addExact(openingMinor, debitMinor), creditMinor);
    }
  }

  TrialBalance {
    accounts = List.copyOf(accounts);
    if (sum(accounts, Account::debitMinor) != sum(accounts, Account::creditMinor)
        || sum(accounts, Account::openingMinor) != 0) {
      throw new IllegalStateException("the books are out of balance: " + accounts);
    }
  }

  static TrialBalance of(Jdbi jdbi, int storeId, Period period) {
    new AccountDays(jdbi).catchUp(storeId);
    return new TrialBalance(
        Snapshot.of(
            jdbi,
            handle ->
                handle.attach(AccountDayDao.class).between(storeId, period.from(), period.to())));
  }

  long debitMinor() {
    return sum(accounts, Account::debitMinor);
  }

  long creditMinor() {
    return sum(accounts, Account::creditMinor);
  }

  private static long sum(List<Account> accounts, ToLongFunction<Account> of) {
    return accounts.stream().mapToLong(of).reduce(0, Math::addExact);
  }
}
