package id.lajur.pos.screen;

import id.lajur.kit.i18n.Language;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed on.
 *
 * @param language that he reads; empty where the lane does not know
 * @param permissions of the contract, that he needs nobody's approval for; empty where the lane
 *     does not know them
 */
public record OperatorView(
    String number, String name, Optional<Language> language, Set<String> permissions) {
  public OperatorView {
    permissions = Set.copyOf(permissions);
  }
}
