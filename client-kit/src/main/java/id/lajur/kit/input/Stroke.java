package id.lajur.kit.input;

/**
 * One key event, as the toolkit reports it.
 *
 * @param keyCode the key, 0 for {@link Kind#TYPE}
 * @param character what it writes; {@link #NONE} when nothing
 * @param whenMs the event's own time, not that of its handling: a busy event thread stretches gaps
 * @param command true with Ctrl, Alt or Meta held, when the key writes nothing
 */
public record Stroke(Kind kind, int keyCode, char character, long whenMs, boolean command) {
  /** The character of a key that writes nothing. */
  public static final char NONE = '\uFFFF';

  /** GS1's separator, which some scanners send as Ctrl+]. */
  public static final char GROUP_SEPARATOR = '\u001D';

  /** The three events of a key that writes. */
  public enum Kind {
    PRESS,
    TYPE,
    RELEASE
  }

  boolean writes() {
    return !command
        && character != NONE
        && (character == GROUP_SEPARATOR || !Character.isISOControl(character));
  }
}
