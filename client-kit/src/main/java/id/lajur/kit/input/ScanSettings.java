package id.lajur.kit.input;

/**
 * What tells a scanner from a person.
 *
 * @param minLength fewest characters of a scan without prefix
 * @param gapMs longest time between two characters of a scan
 * @param silenceMs longest time once so many characters have come so fast that no person typed
 *     them, and for codes with the prefix; hubs and radios stutter
 * @param prefix what the scanner is set to send first, e.g. "]"; empty for none
 * @param end what ends a scan
 */
public record ScanSettings(int minLength, int gapMs, int silenceMs, String prefix, End end) {
  /** What ends a scan. */
  public enum End {
    /** Enter or Tab: nothing else is a scan. */
    ENTER,
    /** Nothing comes for a while; Enter and Tab end it too. */
    SILENCE
  }

  public static final ScanSettings USUAL = new ScanSettings(5, 35, 150, "", End.ENTER);

  /** Each code waits this long for its end; so it is shorter than a pause may be. */
  private static final int MOST_AS_END_MS = 100;

  public ScanSettings {
    if (minLength < 3 || gapMs < 20 || gapMs > 80 || silenceMs < gapMs || silenceMs > 500) {
      throw new IllegalArgumentException(
          "scan of %d characters, gap %d ms, silence %d ms".formatted(minLength, gapMs, silenceMs));
    }
  }

  /** The same with a prefix. */
  public ScanSettings withPrefix(String newPrefix) {
    return new ScanSettings(minLength, gapMs, silenceMs, newPrefix, end);
  }

  /** The same for a scanner that ends its codes otherwise. */
  public ScanSettings withEnd(End newEnd) {
    int silence = newEnd == End.SILENCE ? Math.min(silenceMs, MOST_AS_END_MS) : silenceMs;
    return new ScanSettings(minLength, gapMs, Math.max(gapMs, silence), prefix, newEnd);
  }
}
