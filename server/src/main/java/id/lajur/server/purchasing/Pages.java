package id.lajur.server.purchasing;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Admissions;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Pages of what is numbered by UUIDv7, the newest first: the token is the last one's id. */
final class Pages {
  private static final UUID NEWEST = new UUID(-1, -1);

  private Pages() {}

  /**
   * @throws Refusal PAGE_INVALID below 0
   */
  static int size(int asked, int usual, int most) {
    if (asked < 0) {
      throw new Refusal(Reason.PAGE_INVALID).with("pageSize", asked);
    }
    return asked == 0 ? usual : Math.min(asked, most);
  }

  /**
   * @throws Refusal PAGE_INVALID
   */
  static UUID before(String token) {
    return token.isEmpty() ? NEWEST : Admissions.idOf(token, Reason.PAGE_INVALID);
  }

  /** Empty unless one more than the page was found. */
  static <T> String next(List<T> found, int size, Function<T, UUID> id) {
    return found.size() > size ? id.apply(found.get(size - 1)).toString() : "";
  }
}
