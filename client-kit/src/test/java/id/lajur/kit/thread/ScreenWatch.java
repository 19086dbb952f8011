package id.lajur.kit.thread;

import com.github.caciocavallosilano.cacio.ctc.junit.CacioTest;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * In every window test of this module and those after it, without its doing: Swing is touched on
 * the event thread alone. JUnit finds this by the file in {@code META-INF/services}, so that no
 * test can forget it.
 */
public final class ScreenWatch implements BeforeEachCallback, AfterEachCallback {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(ScreenWatch.class);
  private static final String WATCH = "watch";

  private static boolean isOnScreen(ExtensionContext context) {
    for (Class<?> at = context.getRequiredTestClass(); at != null; at = at.getEnclosingClass()) {
      if (at.isAnnotationPresent(CacioTest.class)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (isOnScreen(context)) {
      context.getStore(HERE).put(WATCH, SwingThreadWatch.install());
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    SwingThreadWatch watch = context.getStore(HERE).remove(WATCH, SwingThreadWatch.class);
    if (watch != null) {
      SwingThreadWatch.uninstall();
      watch.assertClean();
    }
  }
}
