package id.lajur.server.refusal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The expected no to a command; nothing was changed. Carries no stack: it is an answer, no fault.
 */
public class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int MOST_OF_A_FACT = 200;

  private final Reason reason;
  private final LinkedHashMap<String, String> facts = new LinkedHashMap<>();

  public Refusal(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /**
   * Adds a fact for the words on the screen, e.g. the limit that was passed; what somebody sent
   * stands with its beginning only, since an answer's head has little room.
   */
  public final Refusal with(String name, Object value) {
    String text = value.toString();
    facts.put(
        name,
        text.codePointCount(0, text.length()) > MOST_OF_A_FACT
            ? text.substring(0, text.offsetByCodePoints(0, MOST_OF_A_FACT))
            : text);
    return this;
  }

  public final Reason reason() {
    return reason;
  }

  public final Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  @Override
  public final String getMessage() {
    return facts.isEmpty() ? reason.name() : reason.name() + " " + facts;
  }
}
