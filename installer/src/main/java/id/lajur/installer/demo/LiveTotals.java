package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.live.v1.Event;
import id.lajur.live.v1.LiveServiceGrpc;
import id.lajur.live.v1.WatchEventsRequest;
import id.lajur.live.v1.WatchEventsResponse;
import io.grpc.Context;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The totals of the shop as its events come, told between the sales. */
final class LiveTotals implements AutoCloseable {
  private static final int EVERY = 10;
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final Context.CancellableContext following = Context.current().withCancellation();
  private final Consumer<String> told;
  private final Thread thread;
  private int sales;
  private int lines;
  private long soldMinor;
  private boolean dayClosed;
  private @Nullable RuntimeException failure;

  private LiveTotals(StoreConnection connection, Consumer<String> told) {
    this.told = told;
    this.thread = new Thread(() -> following.run(() -> follow(connection)), "live");
    thread.setDaemon(true);
  }

  /**
   * Follows the events from the first on.
   *
   * @param connection somebody who may watch has signed on
   */
  static LiveTotals follow(StoreConnection connection, Consumer<String> told) {
    var live = new LiveTotals(connection, told);
    live.thread.start();
    return live;
  }

  private void follow(StoreConnection connection) {
    try {
      Iterator<WatchEventsResponse> stream =
          LiveServiceGrpc.newBlockingStub(connection.channel())
              .watchEvents(WatchEventsRequest.getDefaultInstance());
      while (stream.hasNext()) {
        stream.next().getEventsList().forEach(this::happened);
      }
    } catch (StatusRuntimeException e) {
      if (e.getStatus().getCode() != Status.Code.CANCELLED) {
        fail(e);
      }
    }
  }

  /** Ends whatever waiting there is, with this. */
  synchronized void fail(RuntimeException e) {
    failure = e;
    notifyAll();
  }

  private synchronized void happened(Event event) {
    switch (event.getKind()) {
      case EVENT_KIND_SALE -> {
        sales++;
        lines += event.getLineCount();
        soldMinor += event.getAmountMinor();
        if (sales % EVERY == 0) {
          told(event, summary());
        }
      }
      case EVENT_KIND_GOODS_RECEIPT -> {
        told(
            event,
            String.format(
                Locale.ROOT,
                "goods received, %d lines worth Rp %s",
                event.getLineCount(),
                HeadlessDemo.rupiah(event.getAmountMinor())));
      }
      case EVENT_KIND_SHIFT_OPENED -> told(event, "shift opened on " + event.getTerminal());
      case EVENT_KIND_SHIFT_CLOSED -> told(event, "shift closed on " + event.getTerminal());
      case EVENT_KIND_DAY_CLOSED -> {
        dayClosed = true;
        told(event, "business date " + event.getBusinessDate() + " closed");
      }
      default -> {}
    }
    notifyAll();
  }

  private void told(Event event, String what) {
    var time = Instant.ofEpochMilli(event.getOccurredAtMs()).atZone(DemoStore.ZONE);
    told.accept("  live " + HOUR.format(time) + ": " + what);
  }

  /** "48 sales, 231 lines, Rp 5.020.100". */
  synchronized String summary() {
    return String.format(
        Locale.ROOT, "%d sales, %d lines, Rp %s", sales, lines, HeadlessDemo.rupiah(soldMinor));
  }

  synchronized void awaitSales(int wanted, long seconds)
      throws InterruptedException, TimeoutException {
    await(() -> sales >= wanted, seconds);
  }

  synchronized void awaitDayClosed(long seconds) throws InterruptedException, TimeoutException {
    await(() -> dayClosed, seconds);
  }

  private synchronized void await(java.util.function.BooleanSupplier holds, long seconds)
      throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    while (!holds.getAsBoolean()) {
      if (failure != null) {
        throw failure;
      }
      long leftMs = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (leftMs <= 0) {
        throw new TimeoutException("the events did not come within " + seconds + " s");
      }
      wait(leftMs);
    }
  }

  @Override
  public void close() {
    following.cancel(null);
  }
}
