package id.lajur.kit.enrolment;

import java.util.concurrent.CompletableFuture;

/** What taking a place needs of the world; answers come on any thread. */
public interface EnrolmentActions {
  /**
   * Looks which authority a server shows; trusts it in nothing.
   *
   * @param address HOST:PORT
   * @return the authority's fingerprint, 16 groups of 4 hexadecimal digits between hyphens; fails
   *     with {@link CannotEnrol}
   */
  CompletableFuture<String> look(String address);

  /**
   * Takes the place that a code was made for, at the server that was looked at last, and keeps the
   * certificate and the server's address on this machine.
   *
   * @return fails with {@link CannotEnrol}
   */
  CompletableFuture<Taken> enrol(String code);
}
