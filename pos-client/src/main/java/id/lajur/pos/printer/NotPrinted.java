package id.lajur.pos.printer;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A paper did not come out, or may not have. */
public final class NotPrinted extends IOException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Cause {
    /** The printer says that it has no paper, or that its cover is open. */
    NO_PAPER,
    /** It cannot be reached, does not take what it is sent, or reports a fault. */
    OUT_OF_ORDER
  }

  private final Cause why;
  private final boolean maybeOut;

  /**
   * @param maybeOut some of it was sent, so that the paper may be out after all
   */
  public NotPrinted(Cause why, boolean maybeOut, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.why = why;
    this.maybeOut = maybeOut;
  }

  public Cause why() {
    return why;
  }

  public boolean maybeOut() {
    return maybeOut;
  }
}
