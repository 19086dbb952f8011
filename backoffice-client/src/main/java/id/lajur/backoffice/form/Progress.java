package id.lajur.backoffice.form;

import id.lajur.kit.connection.ServerRefusal;
import java.util.Map;
import java.util.Optional;

/**
 * How far a screen is with what it has asked of the store.
 *
 * @param loading rows are awaited; those that are there stay
 * @param read rows have come: where there are none, there are none
 * @param sending a command is on its way
 * @param refused the last no, until the next act
 * @param note what the screen itself says, done or not
 */
public record Progress(
    boolean loading,
    boolean read,
    boolean sending,
    Optional<ServerRefusal> refused,
    Optional<Note> note) {
  /** Nothing asked, nothing to say. */
  public static final Progress NONE =
      new Progress(false, false, false, Optional.empty(), Optional.empty());

  /**
   * A sentence of the screen's own.
   *
   * @param values put into its words
   * @param good it was done; else what is to be mended first
   */
  public record Note(String key, Map<String, String> values, boolean good) {
    public Note {
      values = Map.copyOf(values);
    }
  }

  /** The rows are asked for. */
  public Progress asks() {
    return new Progress(true, read, sending, refused, note);
  }

  /** The rows have come. */
  public Progress has() {
    return new Progress(false, true, sending, refused, note);
  }

  /** A command goes out: what was said before is over. */
  public Progress sends() {
    return new Progress(loading, read, true, Optional.empty(), Optional.empty());
  }

  /** It was done. */
  public Progress did(String key, Map<String, String> values) {
    return new Progress(
        loading, read, false, Optional.empty(), Optional.of(new Note(key, values, true)));
  }

  /** It was done, and what came of it says so by itself. */
  public Progress quietly() {
    return new Progress(loading, read, false, Optional.empty(), Optional.empty());
  }

  /**
   * It was not sent: something has to be mended first. What was sent before it is on its way still,
   * and nothing else goes out meanwhile.
   */
  public Progress wrong(String key) {
    return new Progress(
        loading, read, sending, Optional.empty(), Optional.of(new Note(key, Map.of(), false)));
  }

  /** It was sent and answered, and what came of it is not what was wanted. */
  public Progress didNot(String key) {
    return new Progress(
        loading, read, false, Optional.empty(), Optional.of(new Note(key, Map.of(), false)));
  }

  /** It was refused, or did not come through. */
  public Progress refused(ServerRefusal why) {
    return new Progress(false, read, false, Optional.of(why), Optional.empty());
  }

  /** Something else is looked at: what was said is over. */
  public Progress quiet() {
    return new Progress(loading, read, sending, Optional.empty(), Optional.empty());
  }
}
