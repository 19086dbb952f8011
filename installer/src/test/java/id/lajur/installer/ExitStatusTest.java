package id.lajur.installer;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scripts ask for these: 0 holds, 1 something differs, 2 wrong use or unreadable input. */
class ExitStatusTest {
  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init") // made before all
  private static StoreServer server;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void aStoreAndFiles() throws IOException {
    Path data = Files.createDirectory(folder.resolve("store"));
    server =
        StoreServer.start(
            new ServerConfig(data, "127.0.0.1", 0, new DatabaseSettings.Embedded(data, 64)),
            StoreProfile.standard(),
            Clock.systemUTC());
    Files.createDirectory(folder.resolve("empty"));
    write(
        "right.csv",
        "item_code,barcode,name,department,price,tax_class\nA1,A1,Teh,UMUM,5000,BIASA\n");
    write(
        "wrong.csv",
        "item_code,barcode,name,department,price,tax_class\nA2,A2,Kopi,UMUM,x,BIASA\n");
    write("strange.csv", "colour,size\nred,3\n");
    write("bytes.csv.gz", "this is no gzip");
    write("unknown.toml", "[server]\nprot = 1\n");
    write("value.toml", "[server]\nport = 99999\n");
    write("broken.toml", "[server\n");
    write("catalogue.csv", "item_id,name\n1,Teh\n");
    write("tickets.csv", "what,ever\n1,2\n");
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static Ran run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int status = Lajur.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Ran(status, out.toString(), err.toString());
  }

  @ParameterizedTest
  @CsvSource({
    "0, --help",
    "0, --version",
    "0, help",
    "0, help audit",
    "0, audit --data F/store",
    "0, import --data F/store F/right.csv",
    "0, import --data F/store --dry-run F/right.csv",
    "1, import --data F/store F/wrong.csv",
    "1, server --data F/store",
  })
  void whatIsDoneOrCannotBeDone(int status, String line) {
    Ran ran = run(line.replace("F/", folder + "/").split(" "));

    assertThat(ran.status()).as(ran.toString()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "''",
    "sell",
    "audit",
    "audit --data",
    "audit --data F/nowhere",
    "audit --data F/empty",
    "audit --config F/nowhere.toml",
    "audit --config F/unknown.toml",
    "audit --data F/store --verbose",
    "import --data F/store",
    "import --data F/nowhere F/right.csv",
    "import --data F/empty F/right.csv",
    "import --data F/store F/nowhere.csv",
    "import --data F/store F/strange.csv",
    "import --data F/store F/bytes.csv.gz",
    "import --data F/store --numbers roman F/right.csv",
    "import --data F/store --column colour=x F/right.csv",
    "server",
    "server --port 7",
    "server --config F/nowhere.toml",
    "server --config F/unknown.toml",
    "server --config F/value.toml",
    "server --config F/broken.toml",
    "replay",
    "replay --catalogue F/nowhere.csv --tickets F/tickets.csv",
    "replay --catalogue F/catalogue.csv --tickets F/nowhere.csv",
    "replay --catalogue F/strange.csv --tickets F/tickets.csv",
    "replay --catalogue F/catalogue.csv --tickets F/tickets.csv",
    "replay --catalogue F/catalogue.csv --tickets F/tickets.csv --pace slow",
    "replay --catalogue F/catalogue.csv --tickets F/tickets.csv --lanes none",
    "replay --catalogue F/catalogue.csv --tickets F/tickets.csv --tax A",
  })
  void wrongUseAndUnreadableInputIsTwoInWords(String line) {
    Ran ran = line.isEmpty() ? run() : run(line.replace("F/", folder + "/").split(" "));

    assertThat(ran.status()).as(ran.toString()).isEqualTo(2);
    assertThat(ran.out() + ran.err()).isNotBlank().doesNotContain("\tat ");
  }

  @Test
  void aCommandThatLooksForAStoreMakesNone() throws IOException {
    Ran ran = run("audit", "--data", folder.resolve("empty").toString());

    assertThat(ran.err()).contains("holds no store");
    try (Stream<Path> inside = Files.list(folder.resolve("empty"))) {
      assertThat(inside).isEmpty();
    }
  }

  @Test
  void anAuditThatFindsSomethingIsOne() {
    server
        .database()
        .jdbi()
        .useHandle(
            handle -> handle.execute("INSERT INTO stock_balance VALUES (1, 1, 1000, 500, 500)"));
    try {
      Ran ran = run("audit", "--data", folder.resolve("store").toString());

      assertThat(ran.status()).as(ran.toString()).isEqualTo(1);
    } finally {
      server.database().jdbi().useHandle(handle -> handle.execute("DELETE FROM stock_balance"));
    }
  }
}
