package id.lajur.pos.printer;

/**
 * Where one paper is.
 *
 * @param name as people name it: the number of a receipt, or the report
 * @param copy it comes as a copy, because some of it may be out already
 */
public record QueuedPaper(String name, Stage stage, boolean copy) {
  /** From the sale to the paper; one that is out is in no queue. */
  public enum Stage {
    /** Its receipt is to be read from the server yet. */
    UNREAD,
    /** Its turn comes by itself. */
    WAITING,
    PRINTING,
    /** It did not come out, and is kept until somebody asks for it. */
    FAILED
  }
}
