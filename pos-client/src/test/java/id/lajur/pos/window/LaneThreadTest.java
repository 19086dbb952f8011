package id.lajur.pos.window;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.fault.Faults;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LaneThreadTest {
  @Test
  void aFaultInWhatNobodyWaitsForIsToldAndTheNextActIsDone() throws Exception {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Faults.tellUncaught();
    var told = new CompletableFuture<String>();
    Runnable noMore = Faults.watch(told::complete);
    try (var thread = new LaneThread(() -> {})) {
      thread.soon(
          () -> {
            throw new IllegalStateException("of the test");
          });

      assertThat(told.get(10, TimeUnit.SECONDS)).matches("[0-9a-f]{8}");
      assertThat(thread.done(() -> "done").get(10, TimeUnit.SECONDS)).isEqualTo("done");
    } finally {
      noMore.run();
      Thread.setDefaultUncaughtExceptionHandler(before);
    }
  }
}
