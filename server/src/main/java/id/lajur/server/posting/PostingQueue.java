package id.lajur.server.posting;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be posted, handed out in groups; bounded in number and in lateness. What would have
 * to wait longer than a caller does is not taken: whoever is told so at once asks again later, and
 * what is taken is answered in time. How long it would wait is reckoned from what is before it and
 * the pace of the last groups; while a group stands still, from how long it has stood.
 */
final class PostingQueue {
  static final int MOST_WAITING = 1_024;

  /**
   * A lane that is turned away asks again after half a second or so, and sells by itself after 2.5
   * s: it is answered before, although it was turned away twice.
   */
  private static final long MOST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** A patient document lets everything urgent pass that came at most this long after it. */
  private static final long MOST_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private static final int MOST_CALLERS = 64;
  private static final int MOST_ROWS = 1_000;

  private final Deque<Posting.Waiting> urgent = new ArrayDeque<>();
  private final Deque<Posting.Waiting> patient = new ArrayDeque<>();
  private final Set<Group> underWay = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Map<UUID, Posting.Waiting> unanswered = new HashMap<>(); // by request id
  private final Pace pace = new Pace();
  private final LongSupplier nanoTime;
  private boolean closed;
  private boolean patientWentFirst;
  private int urgentRows;
  private int longest;
  private long lastDoneNanos;

  PostingQueue(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    this.lastDoneNanos = nanoTime.getAsLong();
  }

  /**
   * What one writer posts in one transaction.
   *
   * @param rows of all its documents, about
   */
  record Group(List<Posting.Waiting> waiting, int rows, long takenNanos) {
    Group {
      waiting = List.copyOf(waiting);
    }

    boolean isEmpty() {
      return waiting.isEmpty();
    }
  }

  /**
   * Takes it in. A command that is sent again while it waits or is under way does not wait twice.
   *
   * @return the answer to wait for; null when full, late or closed
   */
  synchronized @Nullable CompletableFuture<byte[]> offer(Posting.Waiting waiting) {
    Command command = waiting.document().command();
    Posting.Waiting before = unanswered.get(command.requestId());
    if (before != null && isOpen(before) && before.document().command().isSameAs(command)) {
      return before.answer();
    }
    boolean hurries = waiting.document().urgent();
    if (closed || urgent.size() + patient.size() >= MOST_WAITING || hurries && isLate()) {
      return null;
    }
    if (hurries) {
      urgent.add(waiting);
      urgentRows += waiting.document().weight();
    } else {
      patient.add(waiting);
    }
    unanswered.put(command.requestId(), waiting);
    longest = Math.max(longest, urgent.size() + patient.size());
    notify();
    return waiting.answer();
  }

  /** Once it was refused it may be tried anew, for a caller who was admitted anew. */
  private static boolean isOpen(Posting.Waiting waiting) {
    return !waiting.answer().isDone();
  }

  /** How many have waited at the same time, at most, since the beginning. */
  synchronized int longest() {
    return longest;
  }

  /** Sales do not wait for parts of large documents, so neither does their refusal. */
  private boolean isLate() {
    long now = nanoTime.getAsLong();
    Posting.Waiting first = urgent.peek();
    return first != null && now - first.sinceNanos() > MOST_WAIT_NANOS
        || underWay.size() == Posting.WRITERS
            && underWay.stream().allMatch(group -> now - beganNanos(group) > MOST_WAIT_NANOS)
        || waitNanos(now) > MOST_WAIT_NANOS;
  }

  /** Until all is posted that goes before an urgent document which comes now. */
  private long waitNanos(long now) {
    long underWayNanos = pace.nanosFor(underWay.stream().mapToInt(Group::rows).sum());
    long spent = now - underWay.stream().mapToLong(this::beganNanos).min().orElse(now);
    return Math.max(0, underWayNanos - spent) + pace.nanosFor(urgentRows);
  }

  /** Two groups are computed beside each other, and reach the disk one after the other. */
  private long beganNanos(Group group) {
    return lastDoneNanos - group.takenNanos() > 0 ? lastDoneNanos : group.takenNanos();
  }

  /**
   * The next group, waited for; empty once the queue is closed and nothing is left. Whoever took it
   * says when it is {@link #done}.
   */
  synchronized Group take() {
    while (urgent.isEmpty() && (patient.isEmpty() || patientUnderWay())) {
      if (closed && patient.isEmpty()) {
        return taken(List.of(), 0);
      }
      try {
        wait();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return taken(List.of(), 0);
      }
    }
    boolean patientFirst = !patientUnderWay() && patientGoesFirst();
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
      urgentRows -= fromPatient ? 0 : next.document().weight();
      if (next.document().alone()) {
        break;
      }
    }
    return taken(group, rows);
  }

  private Group taken(List<Posting.Waiting> waiting, int rows) {
    Group group = new Group(waiting, rows, nanoTime.getAsLong());
    if (!group.isEmpty()) {
      underWay.add(group);
    }
    return group;
  }

  /** One writer stays free for sales: they would be late behind two groups of other documents. */
  private boolean patientUnderWay() {
    return underWay.stream()
        .anyMatch(
            group -> group.waiting().stream().noneMatch(waiting -> waiting.document().urgent()));
  }

  /** The group is answered, with whatever; what was refused or failed tells nothing of the pace. */
  synchronized void done(Group group) {
    long now = nanoTime.getAsLong();
    int posted = 0;
    for (Posting.Waiting waiting : group.waiting()) {
      unanswered.remove(waiting.document().command().requestId(), waiting);
      if (waiting.answer().isDone() && !waiting.answer().isCompletedExceptionally()) {
        posted += waiting.document().weight();
      }
    }
    if (posted > 0) {
      pace.took(now - beganNanos(group), posted);
    }
    underWay.remove(group);
    lastDoneNanos = now;
    notifyAll();
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
