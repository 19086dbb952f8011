package id.lajur.installer.demo;

import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.lane.Lane;
import id.lajur.server.catalog.NewItem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the demo shop has sold before its windows open, so that the monitor has a same weekday to
 * compare with and the reports have days: posted as everything is, by lanes over the network
 * interface, date by date, each closed with its Zs. One date more than a week, since until the
 * first shift opens the monitor shows yesterday.
 */
final class DemoWeek {
  static final int DATES = 8;

  private static final int LANES = WindowDemo.LANES;
  private static final int TICKETS = 24; // of a date: all of them in some seconds
  private static final int DELIVERED = 400;
  private static final LocalTime OPENING = LocalTime.of(6, 30);
  private static final LocalTime CLOSING = LocalTime.of(21, 15);

  private final DemoStore store;
  private final DemoClock clock;
  private final LocalDate today;

  private DemoWeek(DemoStore store, DemoClock clock, LocalDate today) {
    this.store = store;
    this.clock = clock;
    this.today = today;
  }

  /** When a week before a date begins. */
  static Instant begins(LocalDate today) {
    return at(today.minusDays(DATES), OPENING);
  }

  private static Instant at(LocalDate date, LocalTime time) {
    return date.atTime(time).atZone(DemoStore.ZONE).toInstant();
  }

  /**
   * Sells the week before a date; afterwards the clock goes on.
   *
   * @throws IllegalStateException a lane has failed
   */
  static void sell(DemoStore store, DemoClock clock, LocalDate today) throws InterruptedException {
    new DemoWeek(store, clock, today).sell();
    clock.goOn();
  }

  private void sell() throws InterruptedException {
    List<NewItem> goods = store.goods().subList(0, DELIVERED);
    ExecutorService threads = Executors.newFixedThreadPool(LANES);
    List<StoreConnection> connections = new ArrayList<>();
    try (StoreConnection backPc = store.connect(store.backPc())) {
      new Lane(backPc).signOn(DemoStore.SUPERVISOR, DemoStore.SUPERVISOR_PIN);
      DemoStore.receive(backPc, goods, "SJ-0000");
      List<Lane> lanes = new ArrayList<>();
      List<DemoCashier> cashiers = new ArrayList<>();
      for (int number = 1; number <= LANES; number++) {
        StoreConnection connection = store.connect(store.enrolLane(number));
        connections.add(connection);
        Lane lane = new Lane(connection);
        lanes.add(lane);
        lane.signOn(DemoStore.cashier(number), DemoStore.CASHIER_PIN);
        cashiers.add(new DemoCashier(lane, number));
      }
      for (LocalDate date = today.minusDays(DATES); date.isBefore(today); date = date.plusDays(1)) {
        sell(date, goods, cashiers, threads);
        DemoStore.closeDay(backPc);
      }
      lanes.forEach(Lane::signOff);
    } finally {
      threads.shutdownNow();
      connections.forEach(StoreConnection::close);
    }
  }

  private void sell(
      LocalDate date, List<NewItem> goods, List<DemoCashier> cashiers, ExecutorService threads)
      throws InterruptedException {
    clock.advanceTo(at(date, OPENING));
    List<DemoDay.Ticket> day =
        DemoDay.made(goods, Set.of(), LocalTime.MIN, TICKETS, DemoStore.SEED + date.toEpochDay());
    List<Future<?>> lanes = new ArrayList<>();
    for (int lane = 0; lane < cashiers.size(); lane++) {
      DemoCashier cashier = cashiers.get(lane);
      int first = lane;
      cashier.openShift();
      lanes.add(
          threads.submit(
              () -> {
                for (int at = first; at < day.size(); at += cashiers.size()) {
                  clock.advanceTo(at(date, day.get(at).time()));
                  cashier.sell(day.get(at));
                }
              }));
    }
    for (Future<?> lane : lanes) {
      try {
        lane.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a lane of the week before has failed", e.getCause());
      }
    }
    clock.advanceTo(at(date, CLOSING));
    cashiers.forEach(DemoCashier::closeShift);
  }
}
