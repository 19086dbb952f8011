package id.lajur.installer.replay;

import id.lajur.kit.connection.ServerRefusal;
import id.lajur.till.v1.ShiftReport;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** Sells a file: hands each ticket to its lane, lanes side by side, one day after another. */
final class ReplayRun {
  private static final int WAITING_TICKETS = 64;
  private static final int MOST_REFUSED = 20;

  private final LaneChoice choice;
  private final boolean realPace;
  private final @Nullable BackPc back;
  private final Map<String, Worker> workers = new TreeMap<>();
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Long> taxes = Collections.synchronizedMap(new TreeMap<>());
  private final Map<String, Long> taxDiffers = Collections.synchronizedMap(new TreeMap<>());
  private final List<ShiftReport> reports = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong sold = new AtomicLong();

  /** Tickets of the day at hand that were given to a lane. */
  private int handed;

  /** What a worker is told: a ticket, or the end of a day. */
  private sealed interface Task permits Sale, DayEnd, Delivery {}

  private record Sale(Ticket ticket) implements Task {}

  private record DayEnd(CountDownLatch closed) implements Task {}

  private record Delivery() implements Task {}

  /** A lane, or the back PC, with its thread. */
  private final class Worker {
    private final @Nullable ReplayLane lane;
    private final BlockingQueue<Task> tasks = new ArrayBlockingQueue<>(WAITING_TICKETS);
    private final Thread thread;

    Worker(String name, @Nullable ReplayLane lane) {
      this.lane = lane;
      this.thread = new Thread(this::work, name);
      thread.setDaemon(true);
      thread.start();
    }

    private void work() {
      try {
        while (true) {
          Task task = tasks.take();
          if (task instanceof Sale sale && lane != null) {
            sell(lane, sale.ticket());
          } else if (task instanceof Delivery && back != null) {
            back.receiveNext();
          } else if (task instanceof DayEnd end) {
            if (lane != null) {
              lane.closeShift().ifPresent(reports::add);
            }
            end.closed().countDown();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      }
    }
  }

  /**
   * @param back null in a store that is not the run's own: it receives nothing there and closes no
   *     day, so that all days of the file are one of the store's
   */
  ReplayRun(
      LaneChoice choice, boolean realPace, @Nullable BackPc back, Map<String, ReplayLane> lanes) {
    this.choice = choice;
    this.realPace = realPace;
    this.back = back;
    lanes.forEach((code, lane) -> workers.put(code, new Worker(code, lane)));
  }

  /**
   * What came of a run.
   *
   * @param taxMinor of each ticket whose tax came out otherwise than recorded
   * @param taxDiffers by how much, computed less recorded
   * @param reports the Z of every shift
   */
  record Outcome(
      long sold,
      List<String> refused,
      Map<String, Long> taxMinor,
      Map<String, Long> taxDiffers,
      List<ShiftReport> reports,
      Duration took,
      Histogram scans,
      Histogram commits) {}

  private void sell(ReplayLane lane, Ticket ticket) throws InterruptedException {
    try {
      long tax = lane.sell(ticket);
      sold.incrementAndGet();
      Ticket.Totals totals = ticket.totals();
      if (totals != null && totals.taxMinor() != tax) {
        taxes.put(ticket.id(), tax);
        taxDiffers.put(ticket.id(), tax - totals.taxMinor());
      }
    } catch (ServerRefusal e) {
      refused.add(ticket.id() + ": " + e.getMessage());
      if (refused.size() >= MOST_REFUSED) {
        throw e;
      }
      lane.giveUp();
    }
  }

  /**
   * Sells all tickets.
   *
   * @param progress told the number of tickets handed out
   */
  Outcome run(
      Path tickets, @Nullable Path totals, long limit, FileProfile profile, LongConsumer progress)
      throws InterruptedException {
    long begun = System.nanoTime();
    Worker backWorker = new Worker("back", null);
    int deliveries = back == null ? 0 : back.deliveriesLeft();
    long each = Math.max(1, profile.tickets() / (deliveries + 1));
    try (TicketReader reader = new TicketReader(tickets, totals, limit)) {
      LocalDate date = profile.firstDate();
      long dayBegun = System.nanoTime();
      LocalDateTime dayStart = null;
      for (Ticket ticket = reader.next(); ticket != null; ticket = reader.next()) {
        if (!ticket.date().equals(date)) {
          if (back != null) {
            closeDay(backWorker);
          }
          date = ticket.date();
          dayStart = null;
          dayBegun = System.nanoTime();
        }
        if (dayStart == null) {
          dayStart = ticket.startedAt();
        }
        if (realPace) {
          long due = Duration.between(dayStart, ticket.startedAt()).toNanos();
          TimeUnit.NANOSECONDS.sleep(due - (System.nanoTime() - dayBegun));
        }
        if (ticket.notSold() == null) {
          hand(worker(choice.laneOf(ticket)), new Sale(ticket));
          handed++;
        }
        if ((ticket.index() + 1) % each == 0) {
          hand(backWorker, new Delivery());
        }
        progress.accept(ticket.index() + 1);
      }
      closeDay(backWorker);
    } finally {
      workers.values().forEach(worker -> worker.thread.interrupt());
      backWorker.thread.interrupt();
    }
    Histogram scans = new Histogram(3);
    Histogram commits = new Histogram(3);
    for (Worker worker : workers.values()) {
      if (worker.lane != null) {
        scans.add(worker.lane.scans());
        commits.add(worker.lane.commits());
      }
    }
    return new Outcome(
        sold.get(),
        List.copyOf(refused),
        Map.copyOf(taxes),
        new TreeMap<>(taxDiffers),
        List.copyOf(reports),
        Duration.ofNanos(System.nanoTime() - begun),
        scans,
        commits);
  }

  private Worker worker(String lane) {
    return java.util.Objects.requireNonNull(workers.get(lane), lane);
  }

  private void hand(Worker worker, Task task) throws InterruptedException {
    while (!worker.tasks.offer(task, 1, TimeUnit.SECONDS)) {
      stopIfFailed();
    }
  }

  /** Every lane its Z, and when all have it, the store's date. */
  private void closeDay(Worker backWorker) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(workers.size() + 1);
    for (Worker worker : workers.values()) {
      hand(worker, new DayEnd(closed));
    }
    hand(backWorker, new DayEnd(closed));
    while (!closed.await(1, TimeUnit.SECONDS)) {
      stopIfFailed();
    }
    if (handed > 0 && back != null) {
      back.closeDay();
    }
    handed = 0;
  }

  private void stopIfFailed() {
    Throwable why = failure.get();
    if (why != null) {
      String words = String.join("; ", refused);
      throw new IllegalStateException(
          "the run stopped: " + why.getMessage() + (words.isEmpty() ? "" : "; " + words), why);
    }
  }
}
