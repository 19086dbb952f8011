package id.lajur.server.wire;

import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;

/** Whether who watches a stream may still do so; asked now and then by the thread that fills it. */
public final class Still {
  private static final long EVERY_NANOS = 500_000_000;

  private final Admissions admissions;
  private final Admissions.Asked asked;
  private final String method;
  private long checked = System.nanoTime();

  Still(Admissions admissions, Admissions.Asked asked, String method) {
    this.admissions = admissions;
    this.asked = asked;
    this.method = method;
  }

  /**
   * Looks, at most twice a second.
   *
   * @throws Refusal as at the beginning of a call
   */
  public void check() throws SQLException {
    long now = System.nanoTime();
    if (now - checked >= EVERY_NANOS) {
      checked = now;
      admissions.admitStill(asked);
    }
  }

  /** Ends a stream by what has stopped it, in the words of the wire. */
  public void end(StreamObserver<?> stream, Throwable failure) {
    stream.onError(Errors.of(failure, method));
  }
}
