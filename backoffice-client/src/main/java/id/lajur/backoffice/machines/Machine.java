package id.lajur.backoffice.machines;

import id.lajur.backoffice.form.Keyed;
import java.time.Instant;
import java.util.Optional;

/**
 * A terminal and, if its place is taken, the machine that has it.
 *
 * @param lane it sells; else it is a desk of the back office
 * @param enrolled a machine has its place
 * @param machineName as the machine calls itself; may be empty
 * @param certificate the beginning of its fingerprint
 * @param lastSeen of somebody signed on there
 * @param operator who is signed on; empty when nobody is
 * @param codeUntil a code for its place is good until then
 */
public record Machine(
    String code,
    String name,
    boolean lane,
    boolean enrolled,
    String machineName,
    String certificate,
    Optional<Instant> certificateUntil,
    boolean connected,
    Optional<Instant> lastSeen,
    String operator,
    Optional<Instant> codeUntil)
    implements Keyed {
  @Override
  public String key() {
    return code;
  }

  boolean hasCode(Instant now) {
    return codeUntil.filter(now::isBefore).isPresent();
  }
}
