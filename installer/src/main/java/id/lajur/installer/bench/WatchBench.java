package id.lajur.installer.bench;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.MonitorServiceGrpc;
import id.lajur.live.v1.SoldReceipt;
import id.lajur.live.v1.WatchShopRequest;
import id.lajur.live.v1.WatchShopResponse;
import io.grpc.Status;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * The busiest hour once more while monitors watch: how long after a lane has its answer each of
 * them has the receipt.
 */
final class WatchBench {
  private static final long MOST_WAITING_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** A monitor that opens reads the whole date, which holds all that the bench has sold. */
  private static final long MOST_OPENING_NANOS = TimeUnit.MINUTES.toNanos(1);

  private final BenchStore store;
  private final Pace pace;
  private final Steps steps;

  WatchBench(BenchStore store, Pace pace, Steps steps) {
    this.store = store;
    this.pace = pace;
    this.steps = steps;
  }

  /**
   * From a lane's answer to the watchers; what a watcher has before the lane counts as nothing.
   *
   * @param seen receipts times watchers
   * @param missed of these, what a watcher was never told
   */
  record Result(int lanes, int watchers, double p50Ms, double p99Ms, long seen, long missed) {}

  Result run() throws Exception {
    Map<String, Long> paid = new ConcurrentHashMap<>();
    List<Watcher> watchers = new ArrayList<>();
    try (Connection connection = store.connect()) {
      BenchDao.discardOpen(connection);
    }
    try {
      for (StoreConnection desk : store.desks(pace.watchers())) {
        Watcher watcher = new Watcher();
        watchers.add(watcher);
        MonitorServiceGrpc.newStub(desk.channel())
            .watchShop(WatchShopRequest.getDefaultInstance(), watcher);
      }
      steps.step("peak pace, watched");
      long last = System.nanoTime() + MOST_OPENING_NANOS;
      for (Watcher watcher : watchers) {
        watcher.awaitFirst(last);
      }
      PeakBench peak = new PeakBench(store, pace, steps);
      PeakBench.Result lanes = peak.run(pace.watched(), (saleId, nanos) -> paid.put(saleId, nanos));
      if (lanes.commits() == 0) {
        throw new IllegalStateException("nothing was sold while monitors watched");
      }
      last = System.nanoTime() + MOST_WAITING_NANOS;
      for (Watcher watcher : watchers) {
        watcher.awaitAll(paid.keySet(), last);
      }
    } finally {
      watchers.forEach(Watcher::end);
    }
    return result(paid, watchers);
  }

  private Result result(Map<String, Long> paid, List<Watcher> watchers) {
    Histogram micros = Load.histogram();
    long missed = 0;
    for (Watcher watcher : watchers) {
      Map<String, Long> told = watcher.told();
      for (Map.Entry<String, Long> sale : paid.entrySet()) {
        Long at = told.get(sale.getKey());
        if (at == null) {
          missed++;
        } else {
          micros.recordValue(Math.min(Math.max(0, at - sale.getValue()) / 1_000, 60_000_000L));
        }
      }
    }
    return new Result(
        pace.peakLanes(),
        watchers.size(),
        micros.getValueAtPercentile(50) / 1000.0,
        micros.getValueAtPercentile(99) / 1000.0,
        micros.getTotalCount(),
        missed);
  }

  /** Notes when it was first told of each receipt. */
  private static final class Watcher
      implements ClientResponseObserver<WatchShopRequest, WatchShopResponse> {
    private final Map<String, Long> told = new HashMap<>();
    private @Nullable ClientCallStreamObserver<WatchShopRequest> call;
    private boolean begun;
    private boolean ended;

    @Override
    public synchronized void beforeStart(ClientCallStreamObserver<WatchShopRequest> stream) {
      call = stream;
    }

    @Override
    public synchronized void onNext(WatchShopResponse answer) {
      long now = System.nanoTime();
      begun = true;
      for (SoldReceipt receipt : answer.getShop().getReceiptsList()) {
        told.putIfAbsent(receipt.getSaleId(), now);
      }
      notifyAll();
    }

    @Override
    public synchronized void onError(Throwable failure) {
      if (!ended) {
        throw new IllegalStateException("a watcher's stream broke", failure);
      }
    }

    @Override
    public void onCompleted() {}

    /** Waits for the first sight of the shop. */
    synchronized void awaitFirst(long last) throws InterruptedException {
      while (!begun) {
        long left = last - System.nanoTime();
        if (left <= 0) {
          throw new IllegalStateException("a monitor that was opened shows nothing");
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    }

    /**
     * Waits for the last receipts.
     *
     * @param last the moment of {@link System#nanoTime()} at which what was not told is missed
     */
    synchronized void awaitAll(Set<String> sales, long last) throws InterruptedException {
      long left = last - System.nanoTime();
      while (left > 0 && !told.keySet().containsAll(sales)) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
        left = last - System.nanoTime();
      }
    }

    synchronized Map<String, Long> told() {
      return Map.copyOf(told);
    }

    synchronized void end() {
      ended = true;
      if (call != null) {
        call.cancel("measured", Status.CANCELLED.asException());
      }
    }
  }
}
