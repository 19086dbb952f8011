package id.lajur.installer.demo;

import id.lajur.server.database.StartRefused;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What a demo has opened. It is closed once, newest first: when the demo is over, or when the
 * program is ended from outside, which waits until what is just being opened is open.
 */
final class Opened implements AutoCloseable {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private boolean closed;

  /** Closes what is opened with it at the end of the program at the latest. */
  static Opened untilTheProgramEnds() {
    var opened = new Opened();
    Runtime.getRuntime().addShutdownHook(new Thread(opened::close, "demo-end"));
    return opened;
  }

  /** Opens something. */
  interface Opening<T, E extends Exception> {
    T open() throws E;
  }

  /** Closes what was opened. */
  interface Closing<T> {
    void close(T opened) throws Exception;
  }

  /**
   * Opens one thing more.
   *
   * @throws StartRefused all has been closed
   */
  synchronized <T, E extends Exception> T add(Opening<T, E> opening, Closing<T> closing) throws E {
    if (closed) {
      throw new StartRefused("the demo has been ended");
    }
    T made = opening.open();
    open.push(() -> closing.close(made));
    return made;
  }

  /** Closes everything, even when one of them fails. */
  @Override
  public synchronized void close() {
    closed = true;
    @Nullable RuntimeException failed = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        if (failed == null) {
          failed = new IllegalStateException("not everything of the demo was closed", e);
        } else {
          failed.addSuppressed(e);
        }
      }
    }
    if (failed != null) {
      throw failed;
    }
  }
}
