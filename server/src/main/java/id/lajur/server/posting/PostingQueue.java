package id.lajur.server.posting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What waits to be posted, handed out in groups; bounded, so that lateness never grows without end.
 */
final class PostingQueue {
  private static final int MOST_WAITING = 1_024;
  private static final int MOST_CALLERS = 64;
  private static final int MOST_ROWS = 1_000;

  private final Deque<Posting.Waiting> urgent = new ArrayDeque<>();
  private final Deque<Posting.Waiting> patient = new ArrayDeque<>();
  private boolean closed;

  /** False when full or closed. */
  synchronized boolean offer(Posting.Waiting waiting) {
    if (closed || urgent.size() + patient.size() >= MOST_WAITING) {
      return false;
    }
    (waiting.document().urgent() ? urgent : patient).add(waiting);
    notify();
    return true;
  }

  /** The next group, waited for; empty once the queue is closed and nothing is left. */
  synchronized List<Posting.Waiting> take() {
    while (urgent.isEmpty() && patient.isEmpty()) {
      if (closed) {
        return List.of();
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of();
      }
    }
    List<Posting.Waiting> group = new ArrayList<>();
    int rows = 0;
    while (group.size() < MOST_CALLERS) {
      Deque<Posting.Waiting> from = urgent.isEmpty() ? patient : urgent;
      Posting.Waiting next = from.peek();
      if (next == null
          || !group.isEmpty()
              && (next.document().alone() || rows + next.document().weight() > MOST_ROWS)) {
        break;
      }
      rows += next.document().weight();
      group.add(from.remove());
      if (next.document().alone()) {
        break;
      }
    }
    return group;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
