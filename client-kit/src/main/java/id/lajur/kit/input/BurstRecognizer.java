package id.lajur.kit.input;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a scanner's burst from a person's typing. Each key is held until the gap after it decides:
 * a burst ended by Enter or Tab, or by silence where the scanner sends no end, becomes a scan, with
 * its Enter, and writes nothing; all else is passed on in the order it came, so that no key is
 * lost, doubled or moved. The caller hands each key to {@link #on} and calls {@link #timeout} when
 * {@link #waitMs} have passed without one.
 *
 * <p>A keyboard wedge may pause within a code: a hub or radio that hands on what it has, then the
 * rest. Once a code has its fewest characters, pauses of up to {@link ScanSettings#silenceMs} are
 * forgiven. An earlier one is forgiven once, when what came before it were at least {@link
 * #MACHINE_KEYS} different keys, each within {@link #MACHINE_MS} of the one before, which no
 * fingers do; the rest must then come without another pause, its Enter with it, since a person's
 * Enter comes later. Keys that are all alike are left out: the "000" key of a shop's keyboard sends
 * them so. After one or two characters a pause cannot be told from typing, as two keys of a fast
 * typist lie as close; they are written, and the rest becomes a code that no item has.
 *
 * <p>Pure: it has no clock, no thread and no toolkit. Not safe for several threads.
 *
 * @param <K> what the caller wants back for a key, usually its event
 */
public final class BurstRecognizer<K> {
  private static final int ENTER = 10;
  private static final int TAB = 9;
  private static final Set<Integer> MODIFIERS = Set.of(16, 17, 18, 20, 157, 65406);
  private static final int LONGEST_SCAN = 512;

  /** As fast as no person goes on to the next key. */
  static final int MACHINE_MS = 20;

  /** So many keys at that speed are no person's. */
  static final int MACHINE_KEYS = 3;

  /**
   * What to do.
   *
   * @param passOn keys to hand to the focus owner now, in this order, after the scan
   * @param scan a code to take first; its keys are gone
   */
  public record Decision<K>(List<K> passOn, Optional<String> scan) {
    public Decision {
      passOn = List.copyOf(passOn);
    }
  }

  private final ScanSettings settings;
  private final List<K> held = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private final Set<Integer> downInHeld = new HashSet<>();
  private final Set<Integer> swallowReleases = new HashSet<>();
  private long lastMs;
  private long lastTypedMs;
  private boolean machine = true; // what is held came at its speed
  private boolean paused; // and paused before it had the length of a code
  private int downKey;
  private boolean repeating;
  private boolean swallowTerminator;

  public BurstRecognizer(ScanSettings settings) {
    this.settings = settings;
  }

  /** Decides on one key, in the order of the events. */
  public Decision<K> on(Stroke stroke, K key) {
    return switch (stroke.kind()) {
      case PRESS -> pressed(stroke, key);
      case TYPE -> typed(stroke, key);
      case RELEASE -> released(stroke, key);
    };
  }

  /** No key came for {@link #waitMs}: what is held was no scan, or has come to its end. */
  public Decision<K> timeout() {
    return isEndedBySilence() ? scan() : passOnHeld();
  }

  /** True while keys are held and the caller owes a {@link #timeout}. */
  public boolean isHolding() {
    return !held.isEmpty();
  }

  /** How long to wait for the next key, from the last one's own time. */
  public int waitMs() {
    boolean whole = startsWithPrefix() || text.length() >= settings.minLength();
    return !paused && (whole || isMachines()) ? settings.silenceMs() : settings.gapMs();
  }

  private boolean isMachines() {
    return machine
        && text.length() >= MACHINE_KEYS
        && text.chars().anyMatch(c -> c != text.charAt(0));
  }

  /** Keeps what waited through a pause in mind as such. */
  private void goOn(Stroke stroke) {
    boolean begun = !startsWithPrefix() && text.length() < settings.minLength();
    paused |= !held.isEmpty() && begun && stroke.whenMs() - lastMs > settings.gapMs();
    lastMs = stroke.whenMs();
  }

  private Decision<K> pressed(Stroke stroke, K key) {
    if (MODIFIERS.contains(stroke.keyCode())) {
      return held.isEmpty() ? pass(key) : hold(key);
    }
    repeating = stroke.keyCode() == downKey;
    downKey = stroke.keyCode();
    swallowReleases.remove(stroke.keyCode());
    swallowTerminator = false;
    if (repeating) {
      return passOnHeldAnd(key);
    }
    if (stroke.keyCode() == ENTER || stroke.keyCode() == TAB) {
      return terminated(stroke, key);
    }
    if (!stroke.writes()) {
      return passOnHeldAnd(key);
    }
    Decision<K> before = tooLate(stroke) ? timeout() : nothing();
    goOn(stroke);
    downInHeld.add(stroke.keyCode());
    held.add(key);
    return before;
  }

  private Decision<K> typed(Stroke stroke, K key) {
    if (swallowTerminator && isTerminator(stroke.character())) {
      return nothing();
    }
    if (repeating || !stroke.writes()) {
      return passOnHeldAnd(key);
    }
    Decision<K> before = tooLate(stroke) ? timeout() : nothing();
    goOn(stroke);
    machine &= text.isEmpty() || paused || stroke.whenMs() - lastTypedMs <= MACHINE_MS;
    lastTypedMs = stroke.whenMs();
    text.append(stroke.character());
    held.add(key);
    return text.length() > LONGEST_SCAN ? passOnHeld() : before;
  }

  private Decision<K> released(Stroke stroke, K key) {
    if (stroke.keyCode() == downKey) {
      downKey = 0;
      repeating = false;
    }
    if (swallowReleases.remove(stroke.keyCode())) {
      return nothing();
    }
    if (held.isEmpty()) {
      return pass(key);
    }
    downInHeld.remove(stroke.keyCode());
    return hold(key);
  }

  private Decision<K> terminated(Stroke stroke, K key) {
    boolean scan = !stroke.command() && isWholeScan() && !tooLate(stroke);
    if (!scan) {
      return passOnHeldAnd(key);
    }
    swallowReleases.add(stroke.keyCode());
    swallowTerminator = true;
    return scan();
  }

  private Decision<K> scan() {
    String code = text.substring(startsWithPrefix() ? settings.prefix().length() : 0);
    swallowReleases.addAll(downInHeld);
    forget();
    return new Decision<>(List.of(), Optional.of(code));
  }

  private boolean isEndedBySilence() {
    return settings.end() == ScanSettings.End.SILENCE && isWholeScan();
  }

  private boolean isWholeScan() {
    return startsWithPrefix()
        ? text.length() > settings.prefix().length()
        : text.length() >= settings.minLength();
  }

  private boolean startsWithPrefix() {
    String prefix = settings.prefix();
    return !prefix.isEmpty() && text.indexOf(prefix) == 0;
  }

  private boolean tooLate(Stroke stroke) {
    return !held.isEmpty() && stroke.whenMs() - lastMs > waitMs();
  }

  private static boolean isTerminator(char c) {
    return c == '\n' || c == '\r' || c == '\t';
  }

  private Decision<K> hold(K key) {
    held.add(key);
    return nothing();
  }

  private Decision<K> passOnHeld() {
    var decision = new Decision<>(held, Optional.empty());
    forget();
    return decision;
  }

  private Decision<K> passOnHeldAnd(K key) {
    if (isEndedBySilence()) {
      return new Decision<>(List.of(key), scan().scan());
    }
    held.add(key);
    return passOnHeld();
  }

  private void forget() {
    held.clear();
    text.setLength(0);
    machine = true;
    paused = false;
    downInHeld.clear();
  }

  private static <K> Decision<K> pass(K key) {
    return new Decision<>(List.of(key), Optional.empty());
  }

  private static <K> Decision<K> nothing() {
    return new Decision<>(List.of(), Optional.empty());
  }
}
