package id.lajur.server.wire;

import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import id.lajur.server.security.Caller;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;

/** Who watches a stream and may still do so; asked now and then by the thread that fills it. */
public final class Still {
  private static final long EVERY_NANOS = 500_000_000;

  private final Admissions admissions;
  private final Admissions.Asked asked;
  private final CallContext.Facts facts;
  private Caller caller;
  private long checked = System.nanoTime();

  Still(Admissions admissions, Admissions.Asked asked, CallContext.Facts facts, Caller caller) {
    this.admissions = admissions;
    this.asked = asked;
    this.facts = facts;
    this.caller = caller;
  }

  /**
   * Looks, at most twice a second.
   *
   * @return the caller as last looked up, with the rights that he has now
   * @throws Refusal as at the beginning of a call
   */
  public Caller check() throws SQLException {
    long now = System.nanoTime();
    if (now - checked >= EVERY_NANOS) {
      checked = now;
      caller = admissions.admitStill(asked);
    }
    return caller;
  }

  /** Ends a stream by what has stopped it, in the words of the wire. */
  public void end(StreamObserver<?> stream, Throwable failure) {
    stream.onError(Errors.of(failure, facts));
  }
}
