package id.lajur.pos.screen;

/**
 * A paper that is not out.
 *
 * @param name as people name it
 * @param copy it comes as a copy
 */
public record PaperView(String name, Stage stage, boolean copy) {
  /** Where it is. */
  public enum Stage {
    /** Its receipt is to be read from the server yet. */
    UNREAD,
    WAITING,
    PRINTING,
    FAILED
  }
}
