package id.lajur.server.live;

import id.lajur.live.v1.Event;
import id.lajur.live.v1.EventKind;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import id.lajur.server.refusal.Refusal;
import id.lajur.server.security.Caller;
import id.lajur.server.security.Permissions;
import id.lajur.server.wire.Calls;
import id.lajur.server.wire.Still;
import id.lajur.server.worker.Workers;
import io.grpc.Status;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The event log as a stream. A watcher is one cursor; what it is sent is read from the log, so that
 * a restart or another server in between costs it nothing. One that does not read is not waited
 * for.
 */
public final class LiveService extends LiveServiceGrpc.LiveServiceImplBase
    implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LiveService.class);
  private static final int PAGE = 500;
  private static final long LOOK_MS = 100; // events that another server posted

  private final Calls calls;
  private final Events events;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean woken = new AtomicBoolean();
  private final ScheduledExecutorService reader = Workers.one("events");

  public LiveService(Calls calls, DataSource pool) {
    this.calls = calls;
    this.events = new Events(pool);
    var unused =
        reader.scheduleWithFixedDelay(this::serve, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  private static final class Watcher {
    private final ServerCallStreamObserver<WatchEventsResponse> observer;
    private final Still still;
    private final int storeId;
    private long cursor;

    Watcher(
        ServerCallStreamObserver<WatchEventsResponse> observer,
        Still still,
        Caller caller,
        long cursor) {
      this.observer = observer;
      this.still = still;
      this.storeId = caller.storeId();
      this.cursor = cursor;
    }
  }

  @Override
  public void watchEvents(
      WatchEventsRequest request, StreamObserver<WatchEventsResponse> observer) {
    calls.watching(
        observer,
        (caller, stream, still) -> {
          Watcher watcher = new Watcher(stream, still, caller, cursor(request, caller));
          stream.setOnCancelHandler(() -> watchers.remove(watcher));
          watchers.add(watcher);
          stream.setOnReadyHandler(this::wake);
          wake();
        });
  }

  private long cursor(WatchEventsRequest request, Caller caller) throws SQLException {
    if (request.getAfterSequence() >= 0) {
      return request.getAfterSequence();
    }
    return events.head(caller.storeId());
  }

  /** Told after each commit of this server. */
  public void wake() {
    if (!watchers.isEmpty() && woken.compareAndSet(false, true)) {
      try {
        reader.execute(
            () -> {
              woken.set(false);
              serve();
            });
      } catch (RejectedExecutionException e) {
        log.debug("the server is stopping");
      }
    }
  }

  private void serve() {
    for (Watcher watcher : List.copyOf(watchers)) {
      try {
        serve(watcher);
      } catch (Refusal refusal) {
        watchers.remove(watcher);
        if (!watcher.observer.isCancelled()) {
          watcher.still.end(watcher.observer, refusal);
        }
      } catch (SQLException | RuntimeException e) {
        log.info("a watcher is left: {}", e.toString());
        watchers.remove(watcher);
        if (!watcher.observer.isCancelled()) {
          watcher.observer.onError(
              Status.UNAVAILABLE.withDescription("EVENTS_INTERRUPTED").asRuntimeException());
        }
      }
    }
  }

  private void serve(Watcher watcher) throws SQLException {
    while (true) {
      boolean seesCost = watcher.still.check().operatorOrThrow().may(Permissions.COST_READ);
      if (!watcher.observer.isReady() || watcher.observer.isCancelled()) {
        return;
      }
      List<Events.Logged> page = events.after(watcher.storeId, watcher.cursor, PAGE);
      if (page.isEmpty()) {
        return;
      }
      watcher.cursor = page.get(page.size() - 1).sequence();
      watcher.observer.onNext(
          WatchEventsResponse.newBuilder()
              .addAllEvents(page.stream().map(event -> message(event.seenBy(seesCost))).toList())
              .build());
    }
  }

  private static Event message(Events.Logged event) {
    return Event.newBuilder()
        .setSequence(event.sequence())
        .setKind(EventKind.valueOf("EVENT_KIND_" + event.kind()))
        .setDocumentId(event.documentId().toString())
        .setTerminal(event.terminal())
        .setBusinessDate(Objects.requireNonNullElse(event.businessDate(), ""))
        .setOccurredAtMs(event.occurredAt().toEpochMilli())
        .setAmountMinor(event.amountMinor())
        .setLineCount(event.lineCount())
        .build();
  }

  @Override
  public void close() {
    Workers.interrupt(reader);
  }
}
