package id.lajur.backoffice.people;

import id.lajur.backoffice.form.Keyed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Somebody who works in the shop, or did.
 *
 * @param role its code
 * @param language "id" or "en"
 * @param active false: has left
 * @param lockedUntil after wrong PINs
 * @param signedOnAt codes of terminals
 * @param openShiftAt code of the lane whose till he has open; empty without
 */
public record Person(
    String number,
    String name,
    String role,
    String roleName,
    String language,
    boolean active,
    boolean mustChangePin,
    Optional<Instant> lockedUntil,
    List<String> signedOnAt,
    String openShiftAt)
    implements Keyed {
  public Person {
    signedOnAt = List.copyOf(signedOnAt);
  }

  @Override
  public String key() {
    return number;
  }

  boolean isLocked(Instant now) {
    return lockedUntil.filter(now::isBefore).isPresent();
  }
}
