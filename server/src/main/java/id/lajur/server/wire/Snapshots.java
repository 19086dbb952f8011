package id.lajur.server.wire;

import id.lajur.server.worker.Workers;
import io.grpc.stub.ServerCallStreamObserver;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams of a state that is sent whole, at the beginning and whenever it differs: one that begins
 * anew has missed nothing, and one that does not read misses only what is old.
 */
public final class Snapshots implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Snapshots.class);
  private static final long LOOK_MS = 200; // what another server changed

  private final Set<Watcher<?>> watchers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService reader;

  /**
   * @param name of the thread
   */
  public Snapshots(String name) {
    this.reader = Workers.one(name);
    var unused =
        reader.scheduleWithFixedDelay(this::serve, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /** What is watched. */
  public interface Source<R> {
    R now() throws Exception;

    /** Whether nothing can follow this. */
    boolean isLast(R state);
  }

  private static final class Watcher<R> {
    private final ServerCallStreamObserver<R> stream;
    private final Still still;
    private final Source<R> source;
    private @Nullable R sent;

    Watcher(ServerCallStreamObserver<R> stream, Still still, Source<R> source) {
      this.stream = stream;
      this.still = still;
      this.source = source;
    }

    /** True when it is over. */
    boolean serve() throws Exception {
      if (stream.isCancelled()) {
        return true;
      }
      var unused = still.check();
      if (!stream.isReady()) {
        return false;
      }
      R now = source.now();
      if (!now.equals(sent)) {
        stream.onNext(now);
        sent = now;
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

  /** Looks at once; told after each change of this server. */
  public void wake() {
    if (!watchers.isEmpty()) {
      try {
        reader.execute(this::serve);
      } catch (RejectedExecutionException e) {
        log.debug("the server is stopping");
      }
    }
  }

  private void serve() {
    for (Watcher<?> watcher : List.copyOf(watchers)) {
      try {
        if (watcher.serve()) {
          watchers.remove(watcher);
        }
      } catch (Exception e) {
        watchers.remove(watcher);
        if (!watcher.stream.isCancelled()) {
          watcher.still.end(watcher.stream, e);
        }
      }
    }
  }

  @Override
  public void close() {
    Workers.interrupt(reader);
  }
}
