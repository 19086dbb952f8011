package id.lajur.kit.thread;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import java.awt.Component;
import javax.swing.RepaintManager;
import org.junit.jupiter.api.Test;

@CacioTest
class ScreenWatchWindowTest {
  static {
    System.setProperty("cacio.managed.screensize", "1920x1080");
  }

  @Test
  void aWindowTestIsWatchedWithoutItsDoing() {
    assertThat(RepaintManager.currentManager((Component) null))
        .isInstanceOf(SwingThreadWatch.class);
  }
}
