package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.lajur.sale.v1.PayRequest;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.catalog.NewItem;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import id.lajur.server.security.Authority;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server's disk runs full while a lane sells, and has room again. */
class FullDiskTest {
  private static final long PRICE = 2_500_00;
  private static final int MOST_SALES = 20_000;

  @Test
  @Timeout(value = 4, unit = TimeUnit.MINUTES)
  void aFullDiskRefusesInWordsAndSellingGoesOnWhenThereIsRoom() throws Exception {
    Path disk = Files.createTempDirectory("lajur-disk");
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=900M", "tmpfs", disk.toString()),
        "only root can make a small disk");
    Path folder = disk.resolve("store");
    try {
      try (StoreServer server =
          StoreServer.start(
              new ServerConfig(folder, "127.0.0.1", 0, new DatabaseSettings.Embedded(folder, 128)),
              StoreProfile.standard(),
              Clock.systemUTC())) {
        server
            .catalog()
            .write(
                List.of(NewItem.goods("ROTI", "ROTI", "Roti", "UMUM", "BIASA", PRICE)),
                Clock.systemUTC().instant());
        TestLane lane = lane(server);
        sell(lane);
        Path filler = disk.resolve("filler");
        fill(filler);

        String refused = sellUntilRefused(lane);
        assertThat(refused).isEqualTo("DISK_FULL");
        Files.delete(filler);

        await().atMost(Duration.ofMinutes(1)).until(() -> sold(lane));

        PayRequest payment = paymentWithoutRoom(lane, filler);
        assertThat(sales(server, payment)).isZero();
        Files.delete(filler);
        PayResponse answer =
            await()
                .atMost(Duration.ofMinutes(1))
                .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
                .until(() -> lane.pay(payment), Objects::nonNull);
        assertThat(lane.pay(payment)).isEqualTo(answer);
        assertThat(sales(server, payment)).isOne();
        try (Connection connection = server.database().dataSource().getConnection()) {
          AuditReport report = Audit.run(connection);
          assertThat(report.clean()).as(report.toText()).isTrue();
        }
        lane.close();
      }
    } finally {
      await().atMost(Duration.ofSeconds(20)).until(() -> succeeds("umount", disk.toString()));
      Files.delete(disk);
    }
  }

  private static TestLane lane(StoreServer server) {
    Authority.Identity identity = server.setup().addTerminal("L1", "L1", "LANE");
    server.setup().addOperator("101", "101", "CASHIER", StoreFixture.PIN.toCharArray(), "id");
    TestLane lane =
        new TestLane(server.port(), server.authority().certificatePem(), identity, "101");
    lane.signOn();
    lane.openShift(100_000_00);
    return lane;
  }

  private static void sell(TestLane lane) {
    lane.scan("ROTI");
    PayRequest payment = lane.cashRequest(lane.basket().getTotals().getTotalMinor());
    lane.pay(payment);
  }

  private static boolean sold(TestLane lane) {
    try {
      sell(lane);
      return true;
    } catch (StatusRuntimeException e) {
      return false;
    }
  }

  private static String sellUntilRefused(TestLane lane) {
    for (int sale = 0; sale < MOST_SALES; sale++) {
      try {
        sell(lane);
      } catch (StatusRuntimeException refusal) {
        return TestLane.reason(refusal);
      }
    }
    return "nothing was refused";
  }

  /** One that was refused as {@code DISK_FULL}; the disk is full then. */
  private static PayRequest paymentWithoutRoom(TestLane lane, Path filler) throws IOException {
    for (int sale = 0; sale < MOST_SALES; sale++) {
      fill(filler);
      while (TestLane.outcome(() -> lane.scan("ROTI")).equals("DISK_FULL")) {
        Files.delete(filler); // what is to find no room is the payment
        await().atMost(Duration.ofMinutes(1)).until(() -> scanned(lane));
        fill(filler);
      }
      PayRequest payment = lane.cashRequest(lane.basket().getTotals().getTotalMinor());
      try {
        lane.pay(payment);
      } catch (StatusRuntimeException refusal) {
        assertThat(TestLane.reason(refusal)).isEqualTo("DISK_FULL");
        return payment;
      }
    }
    throw new AssertionError("every payment found room");
  }

  private static boolean scanned(TestLane lane) {
    return TestLane.outcome(() -> lane.scan("ROTI")).equals("answered");
  }

  private static long sales(StoreServer server, PayRequest payment) {
    return server
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT COUNT(*) FROM sale WHERE basket_id = :basket")
                    .bind("basket", UUID.fromString(payment.getBasket().getBasketId()))
                    .mapTo(Long.class)
                    .one());
  }

  /** To the last byte. */
  private static void fill(Path filler) throws IOException {
    for (int size = 1 << 20; size > 0; size /= 16) {
      try (OutputStream out =
          Files.newOutputStream(
              filler,
              java.nio.file.StandardOpenOption.CREATE,
              java.nio.file.StandardOpenOption.APPEND)) {
        byte[] bytes = new byte[size];
        while (true) {
          out.write(bytes);
        }
      } catch (IOException full) {
        // smaller pieces may still find room
      }
    }
  }

  private static boolean succeeds(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException notThere) {
      return false;
    }
  }
}
