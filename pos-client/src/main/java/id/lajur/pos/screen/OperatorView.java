package id.lajur.pos.screen;

import id.lajur.kit.i18n.Language;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Who is signed on.
 *
 * @param language that he reads; empty where the lane does not know
 * @param permissions of the contract, that he needs nobody's approval for; empty where the lane
 *     does not know them
 * @param idleMinutes without an act, after which the store lets go of him; 0 = never
 */
public record OperatorView(
    String number,
    String name,
    Optional<Language> language,
    Set<String> permissions,
    int idleMinutes) {
  public OperatorView {
    permissions = Set.copyOf(permissions);
  }

  /**
   * How long he may leave the lane alone before it locks: a minute less than the store waits, so
   * that his PIN is asked before anything is refused; zero = for ever.
   */
  public Duration lockAfter() {
    return idleMinutes > 1
        ? Duration.ofMinutes(idleMinutes - 1)
        : Duration.ofMinutes(idleMinutes).dividedBy(2);
  }
}
