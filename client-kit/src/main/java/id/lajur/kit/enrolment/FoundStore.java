package id.lajur.kit.enrolment;

import id.lajur.kit.connection.ServerAddress;

/**
 * A store that says on the network that it is there. Anybody can say so: it is trusted in nothing
 * until its fingerprint has been compared.
 *
 * @param name as it calls itself, without control characters, 60 characters at most
 */
public record FoundStore(String name, ServerAddress address) {
  private static final int MOST_CHARACTERS = 60;

  /** Takes out of the name what a screen must not be made to show. */
  public FoundStore {
    name = name.replaceAll("\\p{C}", "").strip();
    if (name.length() > MOST_CHARACTERS) {
      name = name.substring(0, MOST_CHARACTERS);
    }
  }
}
