package id.lajur.pos.screen;

import java.util.Map;

/**
 * One sentence in the strip.
 *
 * @param key of the text, without "message."
 * @param also key of a second sentence; empty for none
 * @param hint the one key that leads on; its word is the text {@code key + ".hint"}
 * @param code under which a refusal stands in the logs; empty for none
 */
public record Message(
    Kind kind, String key, Map<String, String> values, String also, String hint, String code) {
  /** How loud it is. */
  public enum Kind {
    OK,
    INFO,
    WARN,
    ERROR
  }

  public static final Message READY = ok("ready", Map.of());

  public static Message ok(String key, Map<String, String> values) {
    return new Message(Kind.OK, key, values, "", "", "");
  }

  public static Message info(String key) {
    return info(key, Map.of());
  }

  public static Message info(String key, Map<String, String> values) {
    return new Message(Kind.INFO, key, values, "", "", "");
  }

  public static Message warn(String key, Map<String, String> values) {
    return new Message(Kind.WARN, key, values, "", "", "");
  }

  public static Message error(String key, Map<String, String> values) {
    return new Message(Kind.ERROR, key, values, "", "", "");
  }

  /** What a panel that has been opened waits for; loud where that must be seen. */
  static Message waitingFor(Panel panel) {
    String key = "panel." + panel.getClass().getSimpleName();
    return panel.mustBeSeen() ? warn(key, Map.of()) : info(key);
  }

  /** With a second sentence, which must be seen. */
  Message andWarn(String second) {
    return new Message(Kind.WARN, key, values, second, hint, code);
  }

  Message withHint(String newHint) {
    return new Message(kind, key, values, also, newHint, code);
  }

  Message withCode(String newCode) {
    return new Message(kind, key, values, also, hint, newCode);
  }
}
