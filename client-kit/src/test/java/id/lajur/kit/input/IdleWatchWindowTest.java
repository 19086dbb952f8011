package id.lajur.kit.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.event.MouseEvent;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** By a clock that is given: it looks when it is told to. */
@CacioTest
class IdleWatchWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger away = new AtomicInteger();
  private boolean goes = true; // of the event thread only
  private IdleWatch watch;

  private static <R> R onScreen(Callable<R> work) throws Exception {
    var task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get(30, TimeUnit.SECONDS);
  }

  @BeforeEach
  void begin() throws Exception {
    watch =
        onScreen(
            () ->
                new IdleWatch(
                    nanos::get,
                    () -> {
                      away.incrementAndGet();
                      return goes;
                    }));
  }

  @AfterEach
  void end() throws Exception {
    onScreen(
        () -> {
          watch.close();
          return true;
        });
  }

  private int awayAfter(Duration passed) throws Exception {
    nanos.addAndGet(passed.toNanos());
    return onScreen(
        () -> {
          watch.look();
          return away.get();
        });
  }

  private void longest(Duration most) throws Exception {
    onScreen(
        () -> {
          watch.longest(most);
          return true;
        });
  }

  @Test
  void whoeverIsAwayAsLongAsTheStoreLetsOneIsAwayOnce() throws Exception {
    longest(Duration.ofMinutes(10));

    assertThat(awayAfter(Duration.ofSeconds(599))).isZero();
    assertThat(awayAfter(Duration.ofSeconds(1))).isEqualTo(1);
    assertThat(awayAfter(Duration.ofSeconds(5))).isEqualTo(1);
  }

  @Test
  void whereTheStoreLetsOneBeAwayForEverNobodyIs() throws Exception {
    longest(Duration.ZERO);

    assertThat(awayAfter(Duration.ofDays(2))).isZero();
  }

  @Test
  void whoCannotBeSentAwayNowIsAskedForAtEachLook() throws Exception {
    longest(Duration.ofMinutes(10));
    onScreen(() -> goes = false);

    assertThat(awayAfter(Duration.ofMinutes(10))).isEqualTo(1);
    assertThat(awayAfter(Duration.ofSeconds(5))).isEqualTo(2);
    onScreen(() -> goes = true);
    assertThat(awayAfter(Duration.ofSeconds(5))).isEqualTo(3);
    assertThat(awayAfter(Duration.ofSeconds(5))).isEqualTo(3);
  }

  @Test
  void whoeverSignsOnBeginsAnew() throws Exception {
    longest(Duration.ZERO);
    assertThat(awayAfter(Duration.ofHours(3))).isZero();
    longest(Duration.ofMinutes(10));

    assertThat(awayAfter(Duration.ofMinutes(9))).isZero();
  }

  @Test
  void aMoveOfTheMouseInAnyWindowIsATouch() throws Exception {
    longest(Duration.ofMinutes(10));
    assertThat(awayAfter(Duration.ofMinutes(9))).isZero();
    onScreen(
        () -> {
          var frame = new JFrame();
          var panel = new JPanel();
          frame.add(panel);
          frame.setSize(200, 200);
          frame.setVisible(true);
          panel.dispatchEvent(
              new MouseEvent(panel, MouseEvent.MOUSE_MOVED, 0, 0, 10, 10, 0, false));
          frame.dispose();
          return true;
        });

    assertThat(awayAfter(Duration.ofMinutes(9))).isZero();
    assertThat(awayAfter(Duration.ofMinutes(1))).isEqualTo(1);
  }
}
