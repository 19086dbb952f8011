package id.lajur.server.security;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;

/**
 * What a caller was admitted by when last looked up. An act may be computed for such a caller
 * without looking again, if its first writing statement holds {@link StandingRows#STANDS}: then it
 * is written only while machine, its location, session, operator, shift, rules and catalogue are as
 * they were, and the request id has no recorded answer. A label's layout is not among them: no
 * label is kept in memory.
 */
public record Standing(byte[] fingerprint, Caller caller) {
  /** The act was not written: the caller does not stand any more, or another entry came first. */
  public static final class Fallen extends Refusal {
    private static final long serialVersionUID = 1L;

    public Fallen() {
      super(Reason.NOT_SIGNED_ON);
    }
  }
}
