package id.lajur.server.purchasing;

/** What somebody types, for LIKE with {@code !} as its escape: its own signs mean nothing. */
final class LikeText {
  private LikeText() {}

  static String of(String typed) {
    return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
