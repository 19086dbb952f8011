package id.lajur.backoffice.shell;

/** Who is told of what a desk awaits; on the event thread alone. */
@FunctionalInterface
public interface Awaited {
  /** Nobody: of a desk without a window, and of requests whose screen says itself how far it is. */
  Awaited UNSEEN = (kind, giveUp) -> () -> {};

  /**
   * Something is awaited.
   *
   * @param giveUp ends it; never called where that cannot be
   * @return tells its end, however it ends
   */
  Runnable begins(Kind kind, Runnable giveUp);

  /** What is awaited. */
  enum Kind {
    /** An answer that changes nothing. */
    READING(true),
    /** Something is kept or posted: it goes on whoever waits for it. */
    SAVING(false),
    /** A file of this machine; given up, nothing of it stays. */
    WRITING(true);

    private final boolean canBeGivenUp;

    Kind(boolean canBeGivenUp) {
      this.canBeGivenUp = canBeGivenUp;
    }

    boolean canBeGivenUp() {
      return canBeGivenUp;
    }
  }
}
