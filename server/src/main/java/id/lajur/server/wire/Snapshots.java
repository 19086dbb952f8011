package id.lajur.server.wire;

import id.lajur.server.security.Caller;
import id.lajur.server.worker.Workers;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams of a state that is sent whole, at the beginning and whenever it differs: one that begins
 * anew has missed nothing, and one that does not read misses only what is old. Each is sent what
 * its reader may see.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final long LOOK_MS = 200; // what another server changed

  private final Set<Watcher<?>> watchers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService reader;
  private final long restNanos;
  private final Shared shared;
  private final AtomicBoolean woken = new AtomicBoolean();
  private volatile long lookedAt = System.nanoTime();

  /**
   * @param name of the thread
   */
  public Snapshots(String name) {
    this(name, LOOK_MS, 0, () -> {});
  }

  /**
   * Streams of one state, which is computed once for all.
   *
   * @param name of the thread
   * @param lookMs how often is looked unasked, while somebody watches
   * @param restMs least time between the looks that are asked for
   */
  public Snapshots(String name, long lookMs, long restMs, Shared shared) {
    this.reader = Workers.one(name);
    this.restNanos = TimeUnit.MILLISECONDS.toNanos(restMs);
    this.shared = shared;
    var unused = reader.scheduleWithFixedDelay(this::serve, lookMs, lookMs, TimeUnit.MILLISECONDS);
  }

  /** What is watched. */
  public interface Source<R> {
    /** The state; the same object while it is known to be the same costs least. */
    R now() throws Exception;

    /** Whether nothing can follow this. */
    boolean isLast(R state);
  }

  /** What all sources are taken from; read before each look at which somebody is awake. */
  @FunctionalInterface
  public interface Shared {
    void read() throws Exception;
  }

  private static final class Watcher<R> {
    private final ServerCallStreamObserver<R> stream;
    private final Still still;
    private final Source<R> source;
    private @Nullable R looked;
    private @Nullable Caller as;
    private @Nullable R sent;

    Watcher(ServerCallStreamObserver<R> stream, Still still, Source<R> source) {
      this.stream = stream;
      this.still = still;
      this.source = source;
    }

    /** True when it is over. */
    boolean send() throws Exception {
      R now = source.now();
      Caller caller = still.check();
      if (now != looked || !caller.equals(as)) {
        R seen = Withheld.from(now, caller);
        if (!seen.equals(sent)) {
          stream.onNext(seen);
          sent = seen;
        }
        looked = now;
        as = caller;
      }
      if (source.isLast(now)) {
        stream.onCompleted();
        return true;
      }
      return false;
    }
  }

  /** Fills a stream until it ends. */
  public <R> void watch(ServerCallStreamObserver<R> stream, Still still, Source<R> source) {
    Watcher<R> watcher = new Watcher<>(stream, still, source);
    stream.setOnCancelHandler(() -> watchers.remove(watcher));
    stream.setOnReadyHandler(this::wake);
    watchers.add(watcher);
    wake();
  }

  /** Has a look made soon; told after each change of this server, and never waits. */
  public void wake() {
    if (!watchers.isEmpty() && woken.compareAndSet(false, true)) {
      try {
        long rest = restNanos - (System.nanoTime() - lookedAt);
        var unused = reader.schedule(this::serve, Math.max(0, rest), TimeUnit.NANOSECONDS);
      } catch (RejectedExecutionException e) {
        log.debug("the server is stopping");
      }
    }
  }

  private void serve() {
    woken.set(false);
    List<Watcher<?>> awake = watchers.stream().filter(this::awake).toList();
    if (awake.isEmpty()) {
      return;
    }
    lookedAt = System.nanoTime();
    try {
      shared.read();
    } catch (Exception e) {
      log.info("{} streams end: {}", awake.size(), e.toString());
      awake.forEach(watcher -> end(watcher, e));
      return;
    }
    awake.forEach(this::send);
  }

  /** Whether a watcher takes something now; one that may not watch any more is ended. */
  private boolean awake(Watcher<?> watcher) {
    if (watcher.stream.isCancelled()) {
      watchers.remove(watcher);
      return false;
    }
    try {
      var unused = watcher.still.check();
      return watcher.stream.isReady();
    } catch (Exception e) {
      end(watcher, e);
      return false;
    }
  }

  private void send(Watcher<?> watcher) {
    try {
      if (watcher.send()) {
        watchers.remove(watcher);
      }
    } catch (Exception e) {
      end(watcher, e);
    }
  }

  private void end(Watcher<?> watcher, Exception failure) {
    watchers.remove(watcher);
    if (!watcher.stream.isCancelled()) {
      watcher.still.end(watcher.stream, failure);
    }
  }

  @Override
  public void close() {
    Workers.interrupt(reader);
  }
}
