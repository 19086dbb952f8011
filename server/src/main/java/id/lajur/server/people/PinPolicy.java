package id.lajur.server.people;

import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;

/** Which PINs an operator may have. Two operators may have the same: nobody is asked for less. */
final class PinPolicy {
  private static final int LEAST = 4;
  private static final int MOST = 12;

  private PinPolicy() {}

  /**
   * @param pin kept by nobody here, and left as it is
   * @throws Refusal PIN_INVALID unless it has 4 to 12 digits; PIN_TRIVIAL for one digit only, a run
   *     up or down such as 1234 or 9876, and the operator's own number, also behind zeros
   */
  static void check(String number, char[] pin) {
    if (pin.length < LEAST || pin.length > MOST) {
      throw new Refusal(Reason.PIN_INVALID).with("least", LEAST).with("most", MOST);
    }
    for (char digit : pin) {
      if (digit < '0' || digit > '9') {
        throw new Refusal(Reason.PIN_INVALID).with("least", LEAST).with("most", MOST);
      }
    }
    if (isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1) || isNumber(number, pin)) {
      throw new Refusal(Reason.PIN_TRIVIAL);
    }
  }

  private static boolean isRun(char[] pin, int step) {
    for (int i = 1; i < pin.length; i++) {
      if ((pin[i] - pin[i - 1] - step) % 10 != 0) { // 8901 runs on too
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String number, char[] pin) {
    int ahead = pin.length - number.length();
    for (int i = 0; i < pin.length; i++) {
      char expected = i < ahead ? '0' : number.charAt(Math.max(0, i - ahead));
      if (ahead < 0 || pin[i] != expected) {
        return false;
      }
    }
    return true;
  }
}
