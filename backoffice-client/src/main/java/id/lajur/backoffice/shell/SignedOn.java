package id.lajur.backoffice.shell;

import id.lajur.kit.i18n.Language;
import java.util.Set;

/**
 * Who works at this desk.
 *
 * @param role its code
 * @param idleMinutes after which the store wants him asked again; 0 = never
 */
public record SignedOn(
    String number,
    String name,
    String role,
    Language language,
    Set<String> permissions,
    int idleMinutes) {
  public SignedOn {
    permissions = Set.copyOf(permissions);
  }

  /** Whether his role has a permission; the server asks again, this only dims what cannot be. */
  public boolean may(String permission) {
    return permissions.contains(permission);
  }
}
