package id.lajur.installer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.installer.TicketClock;
import id.lajur.server.admin.AdminCommand;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.audit.Audit;
import id.lajur.server.audit.AuditReport;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A file is sold in a store that runs already, by a machine that enrols itself there. */
class RemoteReplayTest {
  private static final String TICKETS =
      """
      ticket_id,timestamp,lane,line_no,item_code,quantity,unit_price,line_discount,line_total,kind
      T01,2031-05-05T08:00:00,L1,1,APPLE,2,1.00,0.00,2.00,SALE
      T01,2031-05-05T08:00:00,L1,2,GRAPE,0.333,3.33,0.00,1.11,SALE
      T02,2031-05-05T08:01:00,L2,1,BEER,1,2.50,0.50,2.00,SALE
      T03,2031-05-06T08:02:00,L1,1,BEER,-1,2.50,0.00,-2.50,RETURN
      T04,2031-05-06T08:03:00,L2,1,APPLE,1,1.00,0.00,1.00,SALE
      T04,2031-05-06T08:03:00,L2,2,GRAPE,1.5,0.99,0.00,1.49,SALE
      T04,2031-05-06T08:03:00,L2,3,GRAPE,-1.5,0.99,0.00,-1.49,VOID
      """;

  @TempDir private static @Nullable Path temporary;

  private static Path folder = Path.of("");
  private static @Nullable StoreServer server;

  @BeforeAll
  static void openTheStore() throws Exception {
    folder = Objects.requireNonNull(temporary);
    Files.writeString(
        folder.resolve("catalogue.csv"),
        """
        item_code,barcode,name,department,category,unit,price,tax_class,cost,source
        APPLE,APPLE,Apple,FRUIT,,pcs,1.00,FOOD,0.50,
        GRAPE,GRAPE,Grape,FRUIT,,kg,3.33,FOOD,1.50,
        BEER,BEER,Beer,DRINK,,pcs,2.50,FOOD,1.00,
        """);
    Files.writeString(folder.resolve("tickets.csv"), TICKETS);
    Files.writeString(folder.resolve("pin"), ReplayStore.PIN + "\n");
    Path data = folder.resolve("store");
    Map<String, ShelfItem> shelf = ShelfItem.read(folder.resolve("catalogue.csv"), null);
    FileProfile profile =
        FileProfile.of(folder.resolve("tickets.csv"), null, 0, new LaneChoice(1), shelf);
    ReplayStore.open(
            data, "USD", 1, shelf, profile, Map.of(), new TicketClock(Clock.systemUTC().instant()))
        .close();
    server =
        StoreServer.start(
            new ServerConfig(data, "127.0.0.1", 0, new DatabaseSettings.Embedded(data, 128)),
            new StoreProfile("REPLAY", "Replay", "", "", "USD", 1, 1, "UTC", "", true),
            Clock.systemUTC());
  }

  @AfterAll
  static void close() {
    if (server != null) {
      server.close();
    }
  }

  private record Ran(int status, String said) {}

  private static Ran run(Object command, String... args) {
    StringWriter said = new StringWriter();
    int status =
        new CommandLine(command)
            .setOut(new PrintWriter(said, true))
            .setErr(new PrintWriter(said, true))
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> {
                  line.getErr().println(failure.getMessage());
                  return 1;
                })
            .execute(args);
    return new Ran(status, said.toString());
  }

  private static Ran replay(String tickets, String code, String fingerprint, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(
        List.of(
            "--catalogue",
            folder.resolve("catalogue.csv").toString(),
            "--tickets",
            folder.resolve(tickets).toString(),
            "--currency",
            "USD",
            "--server",
            "127.0.0.1:" + Objects.requireNonNull(server).port(),
            "--enrol",
            code,
            "--ca",
            fingerprint,
            "--operator",
            ReplayStore.SUPERVISOR,
            "--pin-file",
            folder.resolve("pin").toString()));
    return run(new ReplayCommand(), args.toArray(String[]::new));
  }

  private static String code(String terminal) {
    String data = folder.resolve("store").toString();
    Ran added =
        run(new AdminCommand(), "terminal", "add", terminal, "--name", terminal, "--data", data);
    assertThat(added.status()).as(added.said()).isZero();
    Ran made = run(new AdminCommand(), "code", terminal, "--data", data);
    assertThat(made.status()).as(made.said()).isZero();
    Matcher code = Pattern.compile("\\b[0-9A-Z]{4}-[0-9A-Z]{4}\\b").matcher(made.said());
    assertThat(code.find()).as(made.said()).isTrue();
    return code.group();
  }

  private static String fingerprint() {
    return Objects.requireNonNull(server).authority().fingerprintInWords();
  }

  @Test
  void theTicketsAreInTheStoreToTheCentAndItsBooksAreClean() throws Exception {
    Path json = folder.resolve("replay.json");
    Ran ran =
        replay("tickets.csv", code("R1"), fingerprint(), "--json", json.toString(), "--lanes", "1");

    assertThat(ran.said()).contains("File and store are equal.");
    assertThat(ran.status()).isZero();
    assertThat(Files.readString(json))
        .contains("\"tickets\":4", "\"revenueMinor\":361", "\"lines\":7")
        .doesNotContain("auditClean", "stockValueMinor");
    try (Connection connection =
            Objects.requireNonNull(server).database().dataSource().getConnection();
        var row =
            connection
                .createStatement()
                .executeQuery(
                    "SELECT COUNT(*), SUM(total_minor) FROM sale JOIN terminal USING (terminal_id)"
                        + " WHERE terminal.code = 'R1'")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getLong(1)).isEqualTo(4);
      assertThat(row.getLong(2)).isEqualTo(361);
      AuditReport audit = Audit.run(connection);
      assertThat(audit.clean()).as(audit.toText()).isTrue();
    }
  }

  @Test
  void aStoreThatShowsAnotherAuthorityGetsNoCode() {
    String code = code("R2");
    Ran ran = replay("tickets.csv", code, fingerprint().replaceAll("^.{4}", "0000"));
    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.said()).contains("the code was not sent");

    assertThat(replay("tickets.csv", code, fingerprint()).status()).as("the code is good").isZero();
  }

  @Test
  void whatIsForAStoreOfItsOwnIsWrongUse() {
    assertThat(replay("tickets.csv", "X", "Y", "--lanes", "8").status()).isEqualTo(2);
    assertThat(replay("tickets.csv", "X", "Y", "--tax", "FOOD=1").status()).isEqualTo(2);
    assertThat(replay("tickets.csv", "X", "Y", "--data", folder.resolve("new").toString()).status())
        .isEqualTo(2);
    assertThat(
            run(
                    new ReplayCommand(),
                    "--catalogue",
                    "c",
                    "--tickets",
                    "t",
                    "--server",
                    "127.0.0.1:1")
                .status())
        .isEqualTo(2);
  }
}
