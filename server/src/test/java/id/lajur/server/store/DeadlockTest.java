package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Transactions of people and machines that lock the same rows in another order. */
class DeadlockTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  @Test
  void theOneThatTheDatabaseEndsIsDoneAgain() throws Exception {
    Jdbi jdbi = store.server().database().jdbi();
    CountDownLatch bothHoldOne = new CountDownLatch(2);
    AtomicInteger tries = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<?> one = threads.submit(() -> lock(jdbi, 1, 2, bothHoldOne, tries));
      Future<?> other = threads.submit(() -> lock(jdbi, 2, 1, bothHoldOne, tries));
      one.get();
      other.get();
    } finally {
      threads.shutdownNow();
    }
    assertThat(tries).hasValue(3);
  }

  private static void lock(
      Jdbi jdbi, int first, int second, CountDownLatch bothHoldOne, AtomicInteger tries) {
    try {
      jdbi.useTransaction(
          handle -> {
            tries.incrementAndGet();
            handle.execute("SELECT 1 FROM tax_class WHERE tax_class_id = ? FOR UPDATE", first);
            bothHoldOne.countDown();
            bothHoldOne.await();
            handle.execute("SELECT 1 FROM tax_class WHERE tax_class_id = ? FOR UPDATE", second);
          });
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
