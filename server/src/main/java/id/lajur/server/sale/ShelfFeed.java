package id.lajur.server.sale;

import id.lajur.catalog.v1.QuickPages;
import id.lajur.sale.v1.ShelfPeople;
import id.lajur.sale.v1.ShelfRules;
import id.lajur.sale.v1.ShelfState;
import id.lajur.sale.v1.ShelfUnits;
import id.lajur.sale.v1.WatchShelfResponse;
import id.lajur.server.catalog.QuickKeyMessages;
import id.lajur.server.catalog.Shelf;
import id.lajur.server.catalog.ShelfUnit;
import id.lajur.server.people.AbsentSellers;
import id.lajur.server.worker.Workers;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the lanes' copies of the shelf current, and of who may sell from it without the server. One
 * thread reads the catalogue when its version has risen, whoever raised it, and tells each lane
 * what has changed since what it was told last. A lane that does not read is not waited for.
 */
final class ShelfFeed implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShelfFeed.class);
  private static final long LOOK_MS = 400;
  private static final int PAGE = 500;

  private final Jdbi jdbi;
  private final int storeId;
  private final Rules rules;
  private final Clock clock;
  private final Set<Watcher> watchers = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService reader = Workers.one("shelf");
  private @Nullable Shelf shelf; // of the reader's thread

  ShelfFeed(Jdbi jdbi, int storeId, Rules rules, Clock clock) {
    this.jdbi = jdbi;
    this.storeId = storeId;
    this.rules = rules;
    this.clock = clock;
    var unused =
        reader.scheduleWithFixedDelay(this::serve, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /** A lane that is told. */
  interface Listener {
    /** Whether it takes another part now. */
    boolean isReady();

    boolean isGone();

    void tell(WatchShelfResponse part);

    /** It is told no more, and asks again by itself. */
    void leave();
  }

  /** What a lane's stream says in its turn. */
  interface Watch {
    /** It takes another part: what waits for it goes on, without a look at the catalogue. */
    void ready();

    /** It is told no more. */
    void end();
  }

  private static final class Watcher {
    private final Listener stream;
    private final int terminalId;
    private final String knownState;
    private final ShelfRules.Builder head;
    private final Queue<Iterator<WatchShelfResponse>> pending = new ArrayDeque<>();
    private @Nullable Shelf told;
    private @Nullable ShelfRules toldRules;
    private @Nullable ShelfPeople toldPeople;
    private @Nullable QuickPages toldKeys;

    Watcher(Listener stream, int terminalId, String knownState, ShelfRules.Builder head) {
      this.stream = stream;
      this.terminalId = terminalId;
      this.knownState = knownState;
      this.head = head;
    }
  }

  /**
   * Tells a lane from now on.
   *
   * @param terminalId whose it is
   * @param knownState of the copy that the lane has
   * @param head where the lane's own receipts stand
   */
  Watch watch(Listener stream, int terminalId, String knownState, SaleDao.SeriesHead head) {
    Watcher watcher =
        new Watcher(
            stream, terminalId, knownState, EmergencyMessages.head(head.number(), head.hash()));
    watchers.add(watcher);
    soon(this::serve);
    return new Watch() {
      @Override
      public void ready() {
        soon(() -> served(watcher, () -> tell(watcher)));
      }

      @Override
      public void end() {
        watchers.remove(watcher);
      }
    };
  }

  private void soon(Runnable work) {
    try {
      reader.execute(work);
    } catch (RejectedExecutionException e) {
      log.debug("the server is stopping");
    }
  }

  private void serve() {
    if (watchers.isEmpty()) {
      return;
    }
    List<Watcher> asking = List.copyOf(watchers); // one that comes now is told of a later look
    try {
      Shelf now = Shelf.read(jdbi, storeId, clock.instant(), shelf);
      shelf = now;
      StoreRules store = rules.at(now.rulesVersion(), clock.instant());
      AbsentSellers people = AbsentSellers.read(jdbi, storeId, clock.instant());
      for (Watcher watcher : asking) {
        served(
            watcher,
            () -> {
              queue(watcher, now, store, people);
              tell(watcher);
            });
      }
    } catch (RuntimeException | SQLException e) {
      log.info("the shelf cannot be read now: {}", e.toString());
    }
  }

  private static void tell(Watcher watcher) {
    while (watcher.stream.isReady() && !watcher.stream.isGone()) {
      Iterator<WatchShelfResponse> parts = watcher.pending.peek();
      if (parts == null) {
        return;
      }
      if (parts.hasNext()) {
        watcher.stream.tell(parts.next());
      } else {
        watcher.pending.remove();
      }
    }
  }

  private void served(Watcher watcher, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      log.info("a lane's shelf is left: {}", e.toString());
      watchers.remove(watcher);
      if (!watcher.stream.isGone()) {
        watcher.stream.leave();
      }
    }
  }

  /**
   * What this watcher has to be told and was not; one thing after another, so memory is bounded.
   */
  private void queue(Watcher watcher, Shelf now, StoreRules store, AbsentSellers people) {
    if (!watcher.pending.isEmpty()) {
      return;
    }
    ShelfPeople here = EmergencyMessages.people(people, watcher.terminalId);
    if (!Objects.equals(here, watcher.toldPeople)) {
      watcher.toldPeople = here;
      watcher.pending.add(
          List.of(WatchShelfResponse.newBuilder().setPeople(here).build()).iterator());
    }
    ShelfRules said = EmergencyMessages.rules(watcher.head, now, store);
    if (!Objects.equals(said, watcher.toldRules)) {
      watcher.toldRules = said;
      watcher.pending.add(
          List.of(WatchShelfResponse.newBuilder().setRules(said).build()).iterator());
    }
    QuickPages keys = QuickKeyMessages.pages(now.quickPages());
    if (!Objects.equals(keys, watcher.toldKeys)) {
      watcher.toldKeys = keys;
      watcher.pending.add(
          List.of(WatchShelfResponse.newBuilder().setQuickKeys(keys).build()).iterator());
    }
    Shelf told = watcher.told;
    if (told == null) {
      boolean has = watcher.knownState.equals(now.state());
      if (!has) {
        watcher.pending.add(pages(List.copyOf(now.units().values())));
      }
      watcher.pending.add(state(now, !has));
    } else if (!told.state().equals(now.state())) {
      Shelf.Change change = now.since(told);
      watcher.pending.add(pages(change.changed()));
      watcher.pending.add(gone(change.gone()));
      watcher.pending.add(state(now, false));
    }
    watcher.told = now;
  }

  private static Iterator<WatchShelfResponse> state(Shelf now, boolean whole) {
    return List.of(
            WatchShelfResponse.newBuilder()
                .setState(ShelfState.newBuilder().setState(now.state()).setWhole(whole))
                .build())
        .iterator();
  }

  private static Iterator<WatchShelfResponse> pages(List<ShelfUnit> units) {
    return new Iterator<>() {
      private int at;

      @Override
      public boolean hasNext() {
        return at < units.size();
      }

      @Override
      public WatchShelfResponse next() {
        ShelfUnits.Builder page = ShelfUnits.newBuilder();
        for (int end = Math.min(units.size(), at + PAGE); at < end; at++) {
          page.addUnits(EmergencyMessages.unit(units.get(at)));
        }
        return WatchShelfResponse.newBuilder().setUnits(page).build();
      }
    };
  }

  private static Iterator<WatchShelfResponse> gone(List<ShelfUnit.Key> keys) {
    List<WatchShelfResponse> pages = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += PAGE) {
      ShelfUnits.Builder page = ShelfUnits.newBuilder();
      keys.subList(from, Math.min(keys.size(), from + PAGE))
          .forEach(key -> page.addUnits(EmergencyMessages.gone(key)));
      pages.add(WatchShelfResponse.newBuilder().setUnits(page).build());
    }
    return pages.iterator();
  }

  @Override
  public void close() {
    Workers.interrupt(reader);
  }
}
