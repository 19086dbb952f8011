package id.lajur.pos.emergency;

import id.lajur.catalog.v1.QuickPages;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.kit.thread.Ending;
import id.lajur.sale.v1.EmergencyServiceGrpc;
import id.lajur.sale.v1.ShelfUnit;
import id.lajur.sale.v1.WatchShelfRequest;
import id.lajur.sale.v1.WatchShelfResponse;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lane's copy of the shelf: read from its disk when it starts, kept current by the server's
 * stream on a thread of its own, on the disk again after each change.
 */
public final class ShelfCopy implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ShelfCopy.class);
  private static final long PAUSE_MS = 1_000;

  private final StoreConnection connection;
  private final ShelfFile file;
  private final AbsentSignOn absent;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::keep, "shelf");
  private final QuickPictures pictures;
  private volatile Shelf shelf;
  private volatile Runnable changed = () -> {};

  /**
   * @param file is made when the server first tells the shelf
   * @param absent learns who may sell from it without the server
   */
  public ShelfCopy(StoreConnection connection, Path file, AbsentSignOn absent) {
    this.connection = connection;
    this.absent = absent;
    this.file = new ShelfFile(file);
    this.shelf = this.file.read();
    this.pictures = new QuickPictures(file.resolveSibling("quick-pictures"));
    pictures.read(shelf.quickKeys());
    thread.setDaemon(true);
  }

  /** Begins to keep it current. */
  public void start() {
    thread.start();
  }

  /** Told from now on of each change; on a thread of its own. */
  public void onChange(Runnable listener) {
    changed = listener;
  }

  /** A picture on a quick key; empty while it has not come. */
  public Optional<byte[]> picture(String name) {
    return pictures.content(name);
  }

  /** As it was told last. */
  public Shelf now() {
    return shelf;
  }

  private void keep() {
    do {
      try {
        watch();
      } catch (StatusRuntimeException e) {
        log.debug("the shelf is not told now: {}", e.getStatus());
      } catch (RuntimeException e) {
        log.warn("the shelf cannot be kept", e);
      }
    } while (!closedWithin(PAUSE_MS + ThreadLocalRandom.current().nextLong(PAUSE_MS)));
  }

  private void watch() {
    absent.asked();
    WatchShelfRequest request = WatchShelfRequest.newBuilder().setKnownState(shelf.state()).build();
    Iterator<WatchShelfResponse> parts =
        EmergencyServiceGrpc.newBlockingStub(connection.channel()).watchShelf(request);
    List<ShelfUnit> units = new ArrayList<>();
    while (parts.hasNext()) {
      WatchShelfResponse part = parts.next();
      switch (part.getPartCase()) {
        case RULES -> become(shelf.with(part.getRules()), false);
        case UNITS -> units.addAll(part.getUnits().getUnitsList());
        case STATE -> {
          become(shelf.with(units, part.getState().getWhole(), part.getState().getState()), true);
          units = new ArrayList<>();
        }
        case QUICK_KEYS -> become(part.getQuickKeys());
        case PEOPLE -> absent.told(part.getPeople());
        case PART_NOT_SET -> log.debug("a part that this program does not know");
      }
    }
  }

  /** Keys first, so that no picture holds them up. */
  private void become(QuickPages keys) {
    become(shelf.with(keys), !shelf.state().isEmpty());
    if (pictures.fetch(connection, keys)) {
      changed.run();
    }
  }

  /** What cannot be written now is told again at the next start. */
  private void become(Shelf next, boolean write) {
    shelf = next;
    if (write) {
      try {
        file.write(next);
      } catch (IOException e) {
        log.warn("the shelf is not on the disk", e);
      }
    }
    changed.run();
  }

  private boolean closedWithin(long ms) {
    try {
      return closed.await(ms, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
    Ending.of(thread);
  }
}
