package id.lajur.backoffice.machines;

import java.time.Instant;

/**
 * What somebody types at a machine that takes a place, once.
 *
 * @param code in two groups of four
 * @param fingerprint of the store's authority, in 16 groups of four: what the machine must show
 * @param until by this desk's clock
 */
public record EnrolmentCode(String terminal, String code, String fingerprint, Instant until) {
  /** Nobody finds it in a log. */
  @Override
  public String toString() {
    return "EnrolmentCode[" + terminal + "]";
  }
}
