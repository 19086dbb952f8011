package id.lajur.installer.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.kit.connection.MachineIdentity;
import id.lajur.kit.connection.StoreConnection;
import id.lajur.pos.emergency.AbsentSignOn;
import id.lajur.pos.emergency.Shelf;
import id.lajur.pos.emergency.ShelfCopy;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DataFolders;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole shelf comes to a lane, and again from its disk; prints how long that took. Of how many
 * items: {@code -Dlajur.shelf.items}.
 */
@Timeout(180)
class WholeShelfTest {
  private static final Path FOLDER = Path.of("target", "store with a long shelf").toAbsolutePath();
  private static final int ITEMS = Integer.getInteger("lajur.shelf.items", 5_000);

  @Test
  void comesToTheLaneAndBackFromItsDisk(@TempDir Path lane) throws Exception {
    DataFolders.deleteTree(FOLDER);
    try (StoreServer server =
        StoreServer.start(
            new ServerConfig(FOLDER, "127.0.0.1", 0, new DatabaseSettings.Embedded(FOLDER, 256)),
            new StoreProfile(
                "UJI", "Toko Uji", "", "", "IDR", 100, 100_00, "Asia/Jakarta", "", true),
            Clock.systemUTC())) {
      server.catalog().write(goods(), Clock.systemUTC().instant());
      Authority.Identity identity = server.setup().addTerminal("L1", "Lajur", "LANE");
      Path file = lane.resolve("shelf.snapshot");
      try (StoreConnection connection =
              new StoreConnection(
                  "127.0.0.1",
                  server.port(),
                  new MachineIdentity(
                      server.authority().certificatePem(),
                      identity.certificatePem(),
                      identity.keyPem()));
          AbsentSignOn absent = new AbsentSignOn(lane, Clock.systemUTC())) {
        for (String again : List.of("first", "second", "third")) {
          Files.deleteIfExists(file);
          long began = System.nanoTime();
          Shelf told;
          try (ShelfCopy copy = new ShelfCopy(connection, file, absent)) {
            copy.start();
            await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(60))
                .until(() -> copy.now().size() == ITEMS && Files.exists(file));
            told = copy.now();
          }
          long arrived = System.nanoTime();
          try (ShelfCopy next = new ShelfCopy(connection, file, absent)) {
            long read = System.nanoTime();
            System.out.printf(
                "%s: %,d items from the server to the disk in %,d ms, from the disk in %,d ms%n",
                again, ITEMS, (arrived - began) / 1_000_000, (read - arrived) / 1_000_000);

            assertThat(next.now().isUsable()).isTrue();
            assertThat(next.now().size()).isEqualTo(ITEMS);
            assertThat(next.now().state()).isEqualTo(told.state()).isNotEmpty();
            assertThat(next.now().search("nomor " + (ITEMS - 1) + " ", Instant.now()))
                .singleElement()
                .satisfies(
                    offer ->
                        assertThat(offer.getPriceMinor()).isEqualTo(2_500_00 + 100L * (ITEMS - 1)));
          }
        }
      }
    }
    DataFolders.deleteTree(FOLDER);
  }

  private static List<NewItem> goods() {
    return IntStream.range(0, ITEMS)
        .mapToObj(
            i ->
                NewItem.goods(
                    "B" + i,
                    String.format(Locale.ROOT, "%07d", 1_000_000 + i),
                    "Barang nomor " + i + " 250 g",
                    "UMUM",
                    "BIASA",
                    2_500_00 + 100L * i))
        .toList();
  }
}
