package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Locale;

/**
 * A one-time code that somebody reads off one screen and types at another: 8 characters of which no
 * two look alike.
 */
final class EnrolmentCode {
  static final Duration LASTS = Duration.ofMinutes(10);

  /** So many wrong tries, by whomever, end every code that is open. */
  static final int MOST_WRONG = 5;

  private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;

  private EnrolmentCode() {}

  /**
   * The code that belongs to a request: sent again it shows the same one, which nobody keeps.
   *
   * @param secret that only the store's authority can make of the request
   */
  static String of(byte[] secret) {
    BigInteger rest = new BigInteger(1, secret);
    BigInteger letters = BigInteger.valueOf(ALPHABET.length());
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      BigInteger[] parts = rest.divideAndRemainder(letters);
      code.append(ALPHABET.charAt(parts[1].intValue()));
      rest = parts[0];
    }
    return code.toString();
  }

  /** As people read it: two groups of four. */
  static String inGroups(String code) {
    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
  }

  /**
   * A code as typed: case, blanks and hyphens do not matter.
   *
   * @throws Refusal ENROLMENT_CODE_INVALID it can be none
   */
  static String typed(String text) {
    String code =
        text.length() > 4 * LENGTH ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH || !code.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0)) {
      throw new Refusal(Reason.ENROLMENT_CODE_INVALID);
    }
    return code;
  }
}
