package id.lajur.server.posting;

/**
 * How fast rows reach the disk, from the last groups without the slowest of them: a single one that
 * stood still says nothing of those after it. A row costs less in a large group, so after a time of
 * small ones it is thought too dear, until the first large ones are done.
 */
final class Pace {
  private static final int GROUPS = 8;

  private final long[] nanos = new long[GROUPS];
  private final int[] rows = new int[GROUPS];
  private long groups;

  /**
   * A group is on the disk.
   *
   * @param tookNanos from the end of the group before it, or from its own beginning if that was
   *     later
   */
  void took(long tookNanos, int groupRows) {
    int place = (int) (groups % GROUPS);
    nanos[place] = tookNanos;
    rows[place] = groupRows;
    groups++;
  }

  /** How long so many rows will take, in nanoseconds; 0 while too little is known. */
  long nanosFor(int count) {
    if (groups < GROUPS) {
      return 0;
    }
    int slowest = 0;
    long allNanos = 0;
    long allRows = 0;
    for (int i = 0; i < GROUPS; i++) {
      slowest = nanos[i] > nanos[slowest] ? i : slowest;
      allNanos += nanos[i];
      allRows += rows[i];
    }
    return count * (allNanos - nanos[slowest]) / Math.max(1, allRows - rows[slowest]);
  }
}
