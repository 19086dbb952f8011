package id.lajur.server.refusal;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The expected no to a command; nothing was changed. Carries no stack: it is an answer, no fault.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final LinkedHashMap<String, String> facts = new LinkedHashMap<>();

  public Refusal(Reason reason) {
    super(reason.name(), null, false, false);
    this.reason = reason;
  }

  /** Adds a fact for the words on the screen, e.g. the limit that was passed. */
  public Refusal with(String name, Object value) {
    facts.put(name, value.toString());
    return this;
  }

  public Reason reason() {
    return reason;
  }

  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  @Override
  public String getMessage() {
    return facts.isEmpty() ? reason.name() : reason.name() + " " + facts;
  }
}
