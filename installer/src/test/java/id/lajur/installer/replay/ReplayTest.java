package id.lajur.installer.replay;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.installer.replay.compare.Comparison;
import id.lajur.installer.replay.compare.Replayed;
import id.lajur.rules.code.Gtin;
import id.lajur.server.admin.StoreProfile;
import id.lajur.server.admin.StoreServer;
import id.lajur.server.config.ServerConfig;
import id.lajur.server.database.DatabaseSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A small file with every kind of line, discount and tender is sold once; then it is compared. */
class ReplayTest {
  private static final String CATALOGUE_HEAD =
      "item_code,barcode,name,department,category,unit,price,tax_class,cost,source\n";
  private static final String TICKETS_HEAD =
      "ticket_id,timestamp,lane,line_no,item_code,quantity,unit_price,line_discount,line_total,"
          + "kind,tax_code\n";
  private static final String TOTALS_HEAD =
      "ticket_id,member,items_total,ticket_discount,store_coupon,tax,change,balance,tender_card,"
          + "tender_cash,tender_mfr_coupon\n";

  private static final String TICKETS =
      TICKETS_HEAD
          + """
          T01,2031-05-05T08:00:00,L1,1,APPLE,2,1.00,0.00,2.00,SALE,0
          T01,2031-05-05T08:00:00,L1,2,GRAPE,0.333,3.33,0.00,1.11,SALE,0
          T02,2031-05-05T08:01:00,L2,1,BEER,1,2.50,0.50,2.00,SALE,1
          T02,2031-05-05T08:01:00,L2,2,LOOSE,1,0.99,0.00,0.99,SALE,0
          T03,2031-05-05T08:02:00,L1,1,BEER,-1,2.50,0.00,-2.50,RETURN,1
          T04,2031-05-05T08:03:00,L2,1,APPLE,1,1.00,0.00,1.00,SALE,0
          T04,2031-05-05T08:03:00,L2,2,GRAPE,1.5,0.99,0.00,1.49,SALE,0
          T04,2031-05-05T08:03:00,L2,3,GRAPE,-1.5,0.99,0.00,-1.49,VOID,0
          T04,2031-05-05T08:03:00,L2,4,BAG,-1,0.10,0.00,-0.10,CREDIT,0
          T05,2031-05-05T08:04:00,L1,1,APPLE,1,1.00,0.00,1.00,SALE,0
          T06,2031-05-06T08:00:00,L2,1,LOOSE,1,80.00,0.00,80.00,SALE,0
          T06,2031-05-06T08:00:00,L2,2,APPLE,1,80.00,160.00,-80.00,VOID,0
          T07,2031-05-06T08:01:00,L1,1,APPLE,1,1.00,0.00,1.00,SALE,0
          T07,2031-05-06T08:01:00,L1,2,APPLE,-1,1.00,0.00,-1.00,VOID,0
          T08,2031-05-06T08:02:00,L2,1,APPLE,2,0.01,-0.01,0.03,SALE,0
          T09,2031-05-06T08:03:00,L1,1,APPLE,3,1.00,0.00,3.00,SALE,0
          T10,2031-05-06T08:04:00,L2,1,APPLE,1,1.00,0.00,1.00,SALE,0
          T11,2031-05-06T08:05:00,L1,1,APPLE,-1,1.00,0.00,-1.00,RETURN,0
          T12,2031-05-06T08:06:00,L2,1,BEER,1,2.50,0.00,2.50,SALE,1
          T13,2031-05-06T08:07:00,L1,1,WRAP,1,4.00,0.00,4.00,SALE,0
          """;
  private static final String TOTALS =
      TOTALS_HEAD
          + """
          T01,N,3.11,0.00,0.00,0.00,1.89,0.00,0.00,5.00,0.00
          T02,Y,2.99,-0.10,0.00,0.19,0.00,0.00,3.08,0.00,0.00
          T03,N,-2.50,0.00,0.00,-0.25,2.75,0.00,0.00,0.00,0.00
          T04,N,0.90,0.00,0.00,0.00,0.00,0.00,0.00,0.90,0.00
          T05,N,1.00,0.00,0.00,0.00,0.00,1.00,0.00,0.00,0.00
          T06,N,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00
          T07,N,0.00,0.00,0.00,0.00,2.00,0.00,0.00,0.00,2.00
          T08,N,0.03,0.00,0.00,0.00,0.00,0.00,0.03,0.00,0.00
          T09,N,3.00,0.00,-0.50,0.00,0.00,0.00,1.50,1.00,0.00
          T10,N,1.00,0.00,0.57,0.00,0.43,0.00,0.00,2.00,0.00
          T11,Y,-1.00,0.10,0.00,0.00,0.00,0.00,-0.90,0.00,0.00
          T12,N,2.50,0.00,0.00,0.20,0.00,0.00,2.70,0.00,0.00
          T13,N,4.00,0.00,0.00,0.00,0.00,0.00,4.00,0.00,0.00
          """;

  @TempDir private static @Nullable Path temporary;

  private static @Nullable StoreServer store;
  private static Path folder = Path.of("");
  private static int status;
  private static String printed = "";
  private static String json = "";

  @BeforeAll
  static void sell() throws IOException {
    folder = Objects.requireNonNull(temporary);
    Files.writeString(folder.resolve("catalogue.csv"), catalogue());
    Files.writeString(folder.resolve("tickets.csv"), TICKETS);
    Files.writeString(folder.resolve("totals.csv"), TOTALS);
    StringWriter out = new StringWriter();
    status =
        run(
            out,
            folder.resolve("tickets.csv"),
            "--totals",
            folder.resolve("totals.csv").toString(),
            "--tax",
            "FOOD=0,DRINK=10",
            "--lanes",
            "file",
            "--data",
            folder.resolve("store").toString(),
            "--json",
            folder.resolve("replay.json").toString());
    printed = out.toString();
    json =
        Files.exists(folder.resolve("replay.json"))
            ? Files.readString(folder.resolve("replay.json"))
            : "";
    Path data = folder.resolve("store");
    store =
        StoreServer.start(
            new ServerConfig(data, "127.0.0.1", 0, new DatabaseSettings.Embedded(data, 128)),
            new StoreProfile("REPLAY", "Replay", "", "", "USD", 1, 1, "UTC", "", true),
            Clock.systemUTC());
  }

  @AfterAll
  static void stop() {
    if (store != null) {
      store.close();
    }
  }

  private static int run(StringWriter out, Path tickets, String... more) {
    List<String> args = new ArrayList<>(List.of(more));
    args.addAll(
        List.of(
            "--catalogue",
            folder.resolve("catalogue.csv").toString(),
            "--tickets",
            tickets.toString()));
    return new CommandLine(new ReplayCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(out, true))
        .execute(args.toArray(String[]::new));
  }

  private static String catalogue() {
    List<String> items =
        List.of(
            "APPLE,%s,Apple,FRUIT,,PCS,1.00,FOOD,0.60,shop",
            "GRAPE,%s,Grapes,FRUIT,,LB,3.33,FOOD,,shop",
            "BEER,%s,Beer,DRINKS,,PCS,2.50,DRINK,1.10,shop",
            "LOOSE,%s,Loose goods,OTHER,,PCS,,FOOD,,shop",
            "BAG,%s,Bag refund,OTHER,,PCS,0.10,FOOD,,shop",
            "WRAP,%s,Chicken wrap,DELI,,PCS,4.00,DRINK,2.00,shop");
    StringBuilder rows = new StringBuilder(CATALOGUE_HEAD);
    for (int i = 0; i < items.size(); i++) {
      String digits = String.format("20000000%04d", i);
      rows.append(items.get(i).formatted(digits + Gtin.checkDigit(digits))).append('\n');
    }
    return rows.toString();
  }

  @Test
  void fileAndStoreAreEqualAndTheAuditIsClean() {
    assertThat(printed).contains("File and store are equal.").contains("The audit is clean.");
    assertThat(status).isZero();
  }

  @Test
  void theFiguresAreThoseOfTheFile() {
    assertThat(json)
        .contains("\"ticketsInFile\":13,\"tickets\":12,\"notSold\":{\"balance is not 0\":1}")
        .contains("\"notSoldTickets\":[\"T05\"]")
        .contains("\"lines\":19,\"revenueMinor\":1403,\"quantityMilli\":12333")
        .contains("\"fileLines\":19,\"fileRevenueMinor\":1403,\"fileQuantityMilli\":12333")
        .contains("\"RETURN\":{\"lines\":2,\"quantityMilli\":-2000,\"totalMinor\":-350}")
        .contains("\"VOID\":{\"lines\":3,\"quantityMilli\":-1500,\"totalMinor\":-8249}")
        .contains("\"CREDIT\":{\"lines\":1,\"quantityMilli\":-1000,\"totalMinor\":-10}")
        .contains("\"ticketDiscountMinor\":0,\"couponMinor\":-7")
        .contains("\"taxMinor\":19,\"fileTaxMinor\":14")
        .contains("\"taxDiffers\":{\"tickets\":1,\"sumMinor\":5}")
        .contains("\"tenderMinor\":{\"CARD\":1046,\"CASH\":890,\"MFR_COUPON\":200}")
        .contains("\"auditClean\":true");
  }

  @Test
  void theTicketWhoseTaxDiffersIsNamedWithBothFigures() {
    assertThat(printed).contains("tax differs: T12, recorded 20, computed 25");
  }

  @Test
  void anItemIsTaxedAsMostOfItsLinesWere() {
    assertThat(printed).doesNotContain("T13");
  }

  /** The store against files that differ from what was sold in one place each. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tickets.csv | APPLE,2,1.00,0.00,2.00,SALE      | APPLE,2,1.01,0.00,2.02,SALE      | amount of SALE",
        "tickets.csv | APPLE,2,1.00,0.00,2.00,SALE      | APPLE,1,2.00,0.00,2.00,SALE      | quantity of item APPLE",
        "tickets.csv | BEER,1,2.50,0.50,2.00,SALE       | BEER,1,2.00,0.00,2.00,SALE       | line discounts",
        "tickets.csv | BAG,-1,0.10,0.00,-0.10,CREDIT    | BAG,-1,0.10,0.00,-0.10,RETURN    | lines of CREDIT",
        "tickets.csv | T09,2031-05-06T08:03:00,L1       | T09,2031-05-06T08:03:00,L2       | tickets",
        "totals.csv  | T09,N,3.00,0.00,-0.50,0.00,0.00,0.00,1.50,1.00 | T09,N,3.00,0.00,-0.50,0.00,0.00,0.00,1.00,1.50 | tender CARD",
        "totals.csv  | T09,N,3.00,0.00,-0.50,0.00       | T09,N,3.00,-0.50,0.00,0.00       | coupons",
        "totals.csv  | 0.19,0.00,0.00,3.08              | 0.18,0.00,0.00,3.07              | tax",
        "totals.csv  | T10,N,1.00,0.00,0.57,0.00,0.43   | T10,N,1.00,0.00,0.57,0.00,0.53   | cash in the till"
      })
  void aDifferenceIsSeen(String file, String as, String bent, String named)
      throws IOException, SQLException {
    Path other = folder.resolve("bent-" + file);
    String text = file.equals("tickets.csv") ? TICKETS : TOTALS;
    assertThat(text).contains(as);
    Files.writeString(other, text.replace(as, bent));

    Path tickets = file.equals("tickets.csv") ? other : folder.resolve("tickets.csv");
    Path totals = file.equals("totals.csv") ? other : folder.resolve("totals.csv");

    assertThat(compare(tickets, totals)).anyMatch(difference -> difference.contains(named));
  }

  private static List<String> compare(Path tickets, Path totals) throws IOException, SQLException {
    try (Connection connection =
        Objects.requireNonNull(store).database().dataSource().getConnection()) {
      return Comparison.of(new Replayed(tickets, totals, 0, 0, 1, Map.of("T12", 25L)), connection)
          .differences();
    }
  }

  @Test
  void wrongUseAndUnreadableInputAreSaidWithTheirPlace() throws IOException {
    StringWriter out = new StringWriter();
    assertThat(run(out, folder.resolve("tickets.csv"), "--tax", "NOWHERE=1")).isEqualTo(2);
    assertThat(out.toString()).contains("no item of the catalogue has the tax class NOWHERE");

    Path broken = folder.resolve("broken.csv");
    Files.writeString(broken, TICKETS.replace("1,2.50,0.50,2.00", "1,2.50,0.50,2.01"));
    out = new StringWriter();
    assertThat(run(out, broken)).isEqualTo(2);
    assertThat(out.toString()).contains("broken.csv").contains("line 4");
  }
}
