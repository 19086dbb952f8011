package id.lajur.server.database;

/** What somebody types, for LIKE with {@code !} as its escape: its own signs mean nothing. */
public final class LikeText {
  private LikeText() {}

  public static String of(String typed) {
    return typed.replace("!", "!!").replace("%", "!%").replace("_", "!_");
  }
}
