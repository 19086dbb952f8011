package id.lajur.kit.input;

/**
 * What tells a scanner from a person.
 *
 * @param minLength fewest characters of a scan without prefix
 * @param gapMs longest time between two characters of a scan
 * @param silenceMs longest time once so many characters have come so fast that no person typed
 *     them, and for codes with the prefix; Bluetooth stutters
 * @param prefix what the scanner is set to send first, e.g. "]"; empty for none
 */
public record ScanSettings(int minLength, int gapMs, int silenceMs, String prefix) {
  public static final ScanSettings USUAL = new ScanSettings(5, 35, 100, "");

  public ScanSettings {
    if (minLength < 3 || gapMs < 20 || gapMs > 80 || silenceMs < gapMs || silenceMs > 500) {
      throw new IllegalArgumentException(
          "scan of %d characters, gap %d ms, silence %d ms".formatted(minLength, gapMs, silenceMs));
    }
  }

  /** The same with a prefix. */
  public ScanSettings withPrefix(String newPrefix) {
    return new ScanSettings(minLength, gapMs, silenceMs, newPrefix);
  }
}
