package id.lajur.pos.emergency;

import id.lajur.sale.v1.ShelfState;
import id.lajur.sale.v1.ShelfUnit;
import id.lajur.sale.v1.ShelfUnits;
import id.lajur.sale.v1.WatchShelfResponse;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shelf on the lane's own disk, as it was told: whole, or not there. */
final class ShelfFile {
  private static final Logger log = LoggerFactory.getLogger(ShelfFile.class);
  private static final int PAGE = 500;

  private final Path file;

  ShelfFile(Path file) {
    this.file = file;
  }

  /** Empty where there is none, or none that can be read: the server tells it again. */
  Shelf read() {
    if (!Files.exists(file)) {
      return Shelf.EMPTY;
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      Shelf shelf = Shelf.EMPTY;
      List<ShelfUnit> units = new ArrayList<>();
      WatchShelfResponse part;
      while ((part = WatchShelfResponse.parseDelimitedFrom(in)) != null) {
        switch (part.getPartCase()) {
          case RULES -> shelf = shelf.with(part.getRules());
          case QUICK_KEYS -> shelf = shelf.with(part.getQuickKeys());
          case UNITS -> units.addAll(part.getUnits().getUnitsList());
          case STATE -> {
            return shelf.with(units, true, part.getState().getState());
          }
          case PEOPLE, PART_NOT_SET -> log.debug("nothing of the shelf");
        }
      }
      log.warn("{} ends before its end", file);
    } catch (IOException e) {
      log.warn("{} cannot be read", file, e);
    }
    return Shelf.EMPTY;
  }

  /**
   * Writes it in place of the one before.
   *
   * @throws IOException the one before stays
   */
  void write(Shelf shelf) throws IOException {
    Path next = file.resolveSibling(file.getFileName() + ".next");
    try (FileChannel channel =
        FileChannel.open(
            next,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      WatchShelfResponse.newBuilder().setRules(shelf.rules()).build().writeDelimitedTo(out);
      WatchShelfResponse.newBuilder().setQuickKeys(shelf.quickKeys()).build().writeDelimitedTo(out);
      List<ShelfUnit> units = List.copyOf(shelf.units());
      for (int from = 0; from < units.size(); from += PAGE) {
        List<ShelfUnit> page = units.subList(from, Math.min(units.size(), from + PAGE));
        WatchShelfResponse.newBuilder()
            .setUnits(ShelfUnits.newBuilder().addAllUnits(page))
            .build()
            .writeDelimitedTo(out);
      }
      WatchShelfResponse.newBuilder()
          .setState(ShelfState.newBuilder().setState(shelf.state()).setWhole(true))
          .build()
          .writeDelimitedTo(out);
      out.flush();
      channel.force(true);
    }
    Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
