package id.lajur.kit.enrolment;

import java.util.Map;

/**
 * Why a machine has no place yet: {@code ADDRESS_INVALID}, {@code SERVER_AWAY}, {@code
 * FINGERPRINT_OTHER}, {@code NOT_KEPT} (this machine's disk), or the server's own reason.
 */
public final class CannotEnrol extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final transient Map<String, String> facts;

  public CannotEnrol(String reason, Map<String, String> facts) {
    super(facts.isEmpty() ? reason : reason + " " + facts);
    this.reason = reason;
    this.facts = Map.copyOf(facts);
  }

  public String reason() {
    return reason;
  }

  /** What belongs to the reason; empty after it was written and read. */
  public Map<String, String> facts() {
    return facts == null ? Map.of() : facts;
  }
}
