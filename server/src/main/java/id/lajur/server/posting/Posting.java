package id.lajur.server.posting;

import id.lajur.server.database.Statements;
import id.lajur.server.refusal.Reason;
import id.lajur.server.refusal.Refusal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongConsumer;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one door. Documents that wait at the same moment ride together in one transaction: a writer
 * takes what is queued, locks what the documents claim in a fixed order, lets each compute what it
 * becomes, writes every table with one statement, numbers the events last, and commits once.
 *
 * <p>The price is that a document waits for the commit before it; the gain is that sixteen lanes
 * cost little more than one. Two writers suffice: one computes while the other's commit reaches the
 * disk.
 *
 * <p>A group that fails is read for which of its commands did commit after all (the answer of a
 * commit can get lost), the rest is repeated once, and then one by one, so that only the guilty one
 * fails.
 */
public final class Posting implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Posting.class);

  /** How many groups are posted at the same time. */
  public static final int WRITERS = 2;

  private final DataSource pool;
  private final int storeId;
  private final long fence;
  private final Clock clock;
  private final LongConsumer committed;
  private final PostingQueue queue = new PostingQueue(System::nanoTime);
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean lost;

  /**
   * @param fence number of this server's right to post
   * @param committed told the number of the newest event after each commit
   */
  public Posting(DataSource pool, int storeId, long fence, Clock clock, LongConsumer committed) {
    this.pool = pool;
    this.storeId = storeId;
    this.fence = fence;
    this.clock = clock;
    this.committed = committed;
    for (int i = 1; i <= WRITERS; i++) {
      Thread writer = new Thread(this::write, "posting-" + i);
      writer.setDaemon(true);
      writers.add(writer);
      writer.start();
    }
  }

  /**
   * Posts a document.
   *
   * @return its recorded answer, once it is on disk; fails with a {@link Refusal} when it cannot be
   *     posted (nothing of it is), or with another exception when it is unknown whether it was: the
   *     caller asks again with the same request id
   */
  public CompletableFuture<byte[]> post(Document document) {
    CompletableFuture<byte[]> answer =
        queue.offer(new Waiting(document, new CompletableFuture<>(), System.nanoTime()));
    return answer != null
        ? answer
        : CompletableFuture.failedFuture(
            new Refusal(lost ? Reason.RIGHT_TO_POST_LOST : Reason.BUSY));
  }

  /** How long the queue of documents may be; one more is told to come again. */
  public static int mostWaiting() {
    return PostingQueue.MOST_WAITING;
  }

  /** How long the queue was at most, since the server began. */
  public int longestQueue() {
    return queue.longest();
  }

  /** A document and whoever waits for its answer, since when. */
  record Waiting(Document document, CompletableFuture<byte[]> answer, long sinceNanos) {}

  private void write() {
    try (WriterConnection own = new WriterConnection(pool)) {
      PostingQueue.Group group = queue.take();
      while (!group.isEmpty()) {
        try {
          write(own, group.waiting());
        } finally {
          queue.done(group);
        }
        group = queue.take();
      }
    }
  }

  private void write(WriterConnection own, List<Waiting> group) {
    try {
      ride(own, group);
    } catch (RuntimeException | Error e) {
      group.forEach(waiting -> waiting.answer().completeExceptionally(e));
      log.error("a group of {} was not posted", group.size(), e);
    }
  }

  private void ride(WriterConnection own, List<Waiting> group) {
    if (attempt(own, group)) {
      return;
    }
    List<Waiting> open = settleCommitted(group);
    if (open.isEmpty() || attempt(own, open)) {
      return;
    }
    for (Waiting waiting : settleCommitted(open)) {
      try {
        commit(own, List.of(waiting));
      } catch (EventLog.RightLost e) {
        lost(List.of(waiting));
      } catch (SQLException | RuntimeException e) {
        if (!settleCommitted(List.of(waiting)).isEmpty()) {
          log.warn("request {} was not posted", waiting.document().command().requestId(), e);
          waiting.answer().completeExceptionally(e);
        }
      }
    }
  }

  private boolean attempt(WriterConnection own, List<Waiting> group) {
    try {
      commit(own, group);
      return true;
    } catch (EventLog.RightLost e) {
      lost(group);
      return true;
    } catch (SQLException | RuntimeException e) {
      log.info("a group of {} failed and is looked at again: {}", group.size(), e.toString());
      return false;
    }
  }

  private void lost(List<Waiting> group) {
    log.error("another server has taken the right to post; this one stops posting");
    lost = true;
    group.forEach(
        waiting -> waiting.answer().completeExceptionally(new Refusal(Reason.RIGHT_TO_POST_LOST)));
    queue.close();
  }

  /** Answers those that are in the books already, and gives back the rest. */
  private List<Waiting> settleCommitted(List<Waiting> group) {
    Map<UUID, RequestDao.Recorded> found;
    try (Connection connection = pool.getConnection()) {
      found =
          RequestDao.find(
              connection,
              group.stream().map(waiting -> waiting.document().command().requestId()).toList());
    } catch (SQLException e) {
      log.warn("cannot read which of {} postings are in the books", group.size(), e);
      group.forEach(waiting -> waiting.answer().completeExceptionally(e));
      return List.of();
    }
    List<Waiting> open = new ArrayList<>();
    for (Waiting waiting : group) {
      Command command = waiting.document().command();
      RequestDao.Recorded recorded = found.get(command.requestId());
      if (recorded == null) {
        open.add(waiting);
      } else if (recorded.isOf(command)) {
        waiting.answer().complete(recorded.answer());
      } else {
        waiting.answer().completeExceptionally(new Refusal(Reason.REQUEST_REUSED));
      }
    }
    return open;
  }

  private void commit(WriterConnection own, List<Waiting> group) throws SQLException {
    Map<Waiting, byte[]> posted = new LinkedHashMap<>();
    Map<Waiting, Refusal> refused = new LinkedHashMap<>();
    long last;
    try {
      Connection connection = own.get();
      Map<LockedRows<?, ?>, Map<Object, Object>> locked = lock(connection, group);
      Rows rows = new Rows();
      for (Waiting waiting : group) {
        Draft draft = new Draft(locked);
        try {
          posted.put(waiting, waiting.document().post(draft));
        } catch (Refusal refusal) {
          refused.put(waiting, refusal);
          continue;
        }
        record(draft, waiting.document().command(), posted.get(waiting));
        rows.take(draft, locked);
      }
      last = posted.isEmpty() ? 0 : rows.write(connection);
      if (posted.isEmpty()) {
        connection.rollback();
      } else {
        connection.commit();
      }
    } catch (SQLException | RuntimeException | Error e) {
      own.undo(e);
      throw e;
    }
    refused.forEach((waiting, refusal) -> waiting.answer().completeExceptionally(refusal));
    posted.forEach((waiting, answer) -> waiting.answer().complete(answer));
    if (!posted.isEmpty()) {
      committed.accept(last);
    }
  }

  private void record(Draft draft, Command command, byte[] answer) {
    draft.insert(
        RequestDao.REQUEST,
        new RequestDao.Recorded(
            command.requestId(), command.terminalId(), command.digest(), answer, clock.instant()));
  }

  private static Map<LockedRows<?, ?>, Map<Object, Object>> lock(
      Connection connection, List<Waiting> group) throws SQLException {
    Map<LockedRows<?, ?>, TreeSet<Comparable<?>>> keys = new TreeMap<>(Posting::inOrder);
    for (Waiting waiting : group) {
      for (Document.Claim<?> claim : waiting.document().claims()) {
        keys.computeIfAbsent(claim.rows(), rows -> new TreeSet<>()).addAll(claim.keys());
      }
    }
    Map<LockedRows<?, ?>, Map<Object, Object>> locked = new LinkedHashMap<>();
    for (var entry : keys.entrySet()) {
      locked.put(entry.getKey(), lockAll(connection, entry.getKey(), entry.getValue()));
    }
    return locked;
  }

  /** Two kinds of rows under one number would be taken for one. */
  private static int inOrder(LockedRows<?, ?> one, LockedRows<?, ?> other) {
    int order = Integer.compare(one.order(), other.order());
    if (order == 0 && one != other) {
      throw new IllegalStateException(
          one.getClass() + " and " + other.getClass() + " have one place in the order of locks");
    }
    return order;
  }

  @SuppressWarnings("unchecked") // a claim's keys are of its rows' type
  private static <K extends Comparable<K>> Map<Object, Object> lockAll(
      Connection connection, LockedRows<?, ?> rows, SortedSet<Comparable<?>> keys)
      throws SQLException {
    List<K> sorted = new ArrayList<>();
    keys.forEach(key -> sorted.add((K) key));
    return new TreeMap<>(((LockedRows<K, ?>) rows).lock(connection, sorted));
  }

  /** All that a group writes, by table. */
  private final class Rows {
    private final Map<InsertTable<?>, List<Object>> inserts = new LinkedHashMap<>();
    private final Map<LockedRows<?, ?>, TreeMap<Object, Object>> changed =
        new TreeMap<>(Posting::inOrder);
    private final List<Event> events = new ArrayList<>();

    void take(Draft draft, Map<LockedRows<?, ?>, Map<Object, Object>> locked) {
      draft
          .inserts()
          .forEach(
              (table, rows) -> inserts.computeIfAbsent(table, t -> new ArrayList<>()).addAll(rows));
      draft
          .changed()
          .forEach(
              (rows, values) -> {
                changed.computeIfAbsent(rows, r -> new TreeMap<>()).putAll(values);
                locked.getOrDefault(rows, new TreeMap<>()).putAll(values);
              });
      events.addAll(draft.events());
    }

    long write(Connection connection) throws SQLException {
      for (var entry : inserts.entrySet()) {
        insert(connection, entry.getKey(), entry.getValue());
      }
      for (var entry : changed.entrySet()) {
        save(connection, entry.getKey(), entry.getValue());
      }
      return EventLog.append(connection, storeId, fence, events);
    }

    @SuppressWarnings("unchecked") // a table's rows are of its type
    private <T> void insert(Connection connection, InsertTable<T> table, List<Object> rows)
        throws SQLException {
      Statements.batch(connection, table.sql(), (List<T>) rows, table.binder());
    }

    @SuppressWarnings("unchecked") // the changed values came from the rows' own type
    private <K extends Comparable<K>, V> void save(
        Connection connection, LockedRows<K, V> rows, SortedMap<Object, Object> values)
        throws SQLException {
      rows.save(connection, (Map<K, V>) (Map<?, ?>) values);
    }
  }

  /** Lets what is queued be posted, and refuses what comes after. */
  @Override
  public void close() {
    queue.close();
    for (Thread writer : writers) {
      try {
        writer.join(30_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
