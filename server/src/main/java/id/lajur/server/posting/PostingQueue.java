package id.lajur.server.posting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * What waits to be posted, handed out in groups; bounded in number and in lateness. While the one
 * that has waited longest waits longer than a caller would, no more is taken: whoever is told so at
 * once asks again later, and what is taken is answered in time.
 */
final class PostingQueue {
  static final int MOST_WAITING = 1_024;

  /** Well below the 2.5 s after which a lane sells by itself: what is taken is answered before. */
  private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A patient document lets everything urgent pass that came at most this long after it. */
  private static final long MOST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int MOST_CALLERS = 64;
  private static final int MOST_ROWS = 1_000;

  private final Deque<Posting.Waiting> urgent = new ArrayDeque<>();
  private final Deque<Posting.Waiting> patient = new ArrayDeque<>();
  private final LongSupplier nanoTime;
  private boolean closed;
  private boolean patientWentFirst;
  private int longest;

  PostingQueue(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** False when full, late or closed. */
  synchronized boolean offer(Posting.Waiting waiting) {
    if (closed || urgent.size() + patient.size() >= MOST_WAITING || isLate(waiting)) {
      return false;
    }
    (waiting.document().urgent() ? urgent : patient).add(waiting);
    longest = Math.max(longest, urgent.size() + patient.size());
    notify();
    return true;
  }

  /** How many have waited at the same time, at most, since the beginning. */
  synchronized int longest() {
    return longest;
  }

  /** Sales do not wait for parts of large documents, so neither does their refusal. */
  private boolean isLate(Posting.Waiting waiting) {
    Posting.Waiting first = (waiting.document().urgent() ? urgent : patient).peek();
    return waiting.document().urgent()
        && first != null
        && nanoTime.getAsLong() - first.sinceNanos() > MOST_WAIT_NANOS;
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
    boolean patientFirst = patientGoesFirst();
    List<Posting.Waiting> group = new ArrayList<>();
    int rows = 0;
    while (group.size() < MOST_CALLERS) {
      boolean fromPatient = urgent.isEmpty() || patientFirst && group.isEmpty();
      Deque<Posting.Waiting> from = fromPatient ? patient : urgent;
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

  /** At most every other group, so that sales go on while a large document drains. */
  private boolean patientGoesFirst() {
    Posting.Waiting patientHead = patient.peek();
    Posting.Waiting urgentHead = urgent.peek();
    patientWentFirst =
        !patientWentFirst
            && patientHead != null
            && urgentHead != null
            && urgentHead.sinceNanos() - patientHead.sinceNanos() > MOST_PATIENCE_NANOS;
    return patientWentFirst;
  }

  synchronized void close() {
    closed = true;
    notifyAll();
  }
}
