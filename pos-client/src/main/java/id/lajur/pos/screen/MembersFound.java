package id.lajur.pos.screen;

import java.util.List;

/**
 * Members that a search may mean, by name.
 *
 * @param more than these
 */
public record MembersFound(List<Match> members, boolean more) {
  public static final MembersFound NONE = new MembersFound(List.of(), false);

  public MembersFound {
    members = List.copyOf(members);
  }

  /**
   * One of them.
   *
   * @param phoneEnd last digits only
   * @param level name of the price level
   */
  public record Match(String number, String name, String phoneEnd, String level) {}
}
