package id.lajur.backoffice.day;

import id.lajur.backoffice.form.Page;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** What the screens of the day need of the store; each fails with a ServerRefusal. */
public interface DayActions {
  /**
   * A shift that somebody else counted.
   *
   * @param differenceMinor counted less expected
   */
  record Counted(String terminal, long zNumber, long differenceMinor) {}

  CompletableFuture<StoreDay> day();

  /**
   * Closes the date.
   *
   * @param force over shifts that are still open
   * @return how many shifts it had
   */
  CompletableFuture<Integer> close(boolean force);

  /**
   * Counts the till of somebody who is not there any more.
   *
   * @param pieces of each note and coin, by value in minor units
   */
  CompletableFuture<Counted> countShift(
      String shiftId, Map<Long, Integer> pieces, String explanation);

  /**
   * Brings cash that nobody takes over to the safe.
   *
   * @return counted less handed over, minor units
   */
  CompletableFuture<Long> secure(String handoverId, long countedMinor, String explanation);

  /** Sales that lanes made by themselves, newest first; an empty token is the first page. */
  CompletableFuture<Page<AloneSale>> emergencySales(String token);
}
