package id.lajur.server.admin;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What has been opened so far, closed in the opposite order; what cannot be closed stops nothing.
 */
final class Opened implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Opened.class);

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();

  synchronized <T extends AutoCloseable> T add(T one) {
    opened.push(one);
    return one;
  }

  @Override
  public synchronized void close() {
    while (!opened.isEmpty()) {
      AutoCloseable one = opened.pop();
      try {
        one.close();
      } catch (Exception e) {
        log.error("{} was not closed in order", one, e);
      }
    }
  }
}
