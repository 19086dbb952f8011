package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.sale.v1.BasketRef;
import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.sale.v1.EmergencyLine;
import id.lajur.sale.v1.PayResponse;
import id.lajur.server.admin.JournalCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code lajur journal} beside a running server. */
class JournalCommandTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final Path DATA = StoreFixture.FOLDER;

  @TempDir private Path folder = Path.of("");

  private record Ran(int status, String out, String err) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private static Ran run(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of("--data", DATA.toString()));
    all.addAll(List.of(options));
    int status =
        new CommandLine(new JournalCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private static String name(TestLane lane) {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT CONCAT(number, ' ', name) FROM operator WHERE number = ?")
                    .bind(0, lane.operator())
                    .mapTo(String.class)
                    .one());
  }

  private static PayResponse sold(TestLane lane, TestLane supervisor) throws SQLException {
    String item = store.item(10_000_00);
    lane.scan(item);
    lane.scan(item);
    var discounted =
        lane.baskets()
            .discountLine(
                DiscountLineRequest.newBuilder()
                    .setRequestId(TestLane.newId())
                    .setBasket(lane.ref())
                    .setLineId(1)
                    .setAmountMinor(1_000_00)
                    .setReason("kemasan \"penyok\"")
                    .setApprovalId(
                        lane.approve(supervisor, "sale.discount", lane.ref().getBasketId()))
                    .build());
    lane.adopt(discounted.getBasket());
    lane.voidLine(2);
    return lane.pay(lane.cashRequest(20_000_00));
  }

  @Test
  void aPersonsEntriesArePrintedWithNamesAndFilteredByEverything() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      String basket = lane.refOrNew().getBasketId();
      sold(lane, supervisor);

      Ran all = run("--person", lane.operator());
      assertThat(all.status()).as(all.err()).isZero();
      assertThat(all.out())
          .containsPattern("#\\d+ sign on, by " + name(lane))
          .contains(
              "line discounted, by "
                  + name(lane)
                  + ", approved by "
                  + name(supervisor)
                  + ", line 1, amount 1,000.00, reason: kemasan \"penyok\", of "
                  + basket);
      assertThat(run("--person", supervisor.operator()).out())
          .contains("line discounted, by " + name(lane));

      Ran ofKind = run("--person", lane.operator(), "--kind", "line_voided");
      assertThat(ofKind.lines()).hasSize(2).first().asString().contains("line voided");
      assertThat(run("--basket", basket).out())
          .contains("approved, by")
          .doesNotContain("sign on")
          .endsWith("3 entries" + System.lineSeparator());
      assertThat(run("--basket", basket, "--terminal", "SRV").lines()).containsExactly("0 entries");
      assertThat(run("--basket", basket, "--from", "2999-01-01T00:00").lines())
          .containsExactly("0 entries");
      assertThat(run("--basket", basket, "--to", "2020-01-01T00:00").lines())
          .containsExactly("0 entries");
      assertThat(run("--basket", basket, "--to", "2999-01-01T00:00").lines()).hasSize(4);
    }
  }

  @Test
  void aChangeOfPeopleNamesWhoWasChangedWithBeforeAndAfter() throws SQLException {
    try (TestLane lane = store.enrolled()) {
      store.operators().leave(lane.operator());

      Ran ran = run("--person", lane.operator(), "--kind", "OPERATOR_LEFT", "--terminal", "SRV");

      assertThat(ran.lines().get(0))
          .contains("operator left: Kasir ")
          .contains("before: operator " + lane.operator() + ", role CASHIER, language id, after:")
          .contains(", has left");
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapAndWithoutRepeat() throws IOException {
    Path file = folder.resolve("journal.json");
    int terminal = (int) store.number("SELECT terminal_id FROM terminal WHERE code = 'SRV'");
    List<String> moments = List.of("2001-01-01 00:00:00.000001", "2001-01-01 00:00:00.000002");
    for (int i = 0; i < 2_500; i++) {
      store.sql(
          "INSERT INTO audit_entry (terminal_id, number, occurred_at, kind, hash) VALUES (%d, %d,"
                  .formatted(terminal, 1_000_000 + i)
              + " '%s', 'PAGE_TEST', REPEAT('x', 32))".formatted(moments.get(i / 2_000)));
    }
    try {
      assertThat(run("--kind", "PAGE_TEST", "--json", file.toString()).out()).contains("2,500");

      try (Stream<String> lines = Files.lines(file)) {
        List<Long> numbers =
            lines
                .map(line -> Long.parseLong(line.replaceAll(".*\"number\":(\\d+).*", "$1")))
                .toList();
        assertThat(numbers).hasSize(2_500).isSorted().doesNotHaveDuplicates();
      }
    } finally {
      store.sql("DELETE FROM audit_entry WHERE kind = 'PAGE_TEST'");
    }
  }

  @Test
  void whatIsWrittenAsJsonCanBeRead() throws Exception {
    Path file = folder.resolve("one.json");
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      sold(lane, supervisor);

      run("--person", lane.operator(), "--kind", "LINE_DISCOUNTED", "--json", file.toString());
    }

    String line = Files.readString(file).strip();
    assertThat(line)
        .startsWith("{\"at\":\"")
        .contains("\"amount_minor\":100000")
        .contains("\"reason\":\"kemasan \\\"penyok\\\"\"")
        .endsWith("}");
    com.google.protobuf.Struct.Builder read = com.google.protobuf.Struct.newBuilder();
    com.google.protobuf.util.JsonFormat.parser().merge(line, read);
    assertThat(read.getFieldsOrThrow("kind").getStringValue()).isEqualTo("LINE_DISCOUNTED");
  }

  @Test
  void theSecondPaperInACustomersHandLeadsToItsSale() throws SQLException {
    String item = store.item(9_000_00);
    int taxClass = (int) store.number("SELECT tax_class_id FROM tax_class WHERE code = 'BIASA'");
    try (TestLane lane = store.lane()) {
      EmergencyTill till = EmergencyTill.of(store, lane);
      lane.scan(item);
      BasketRef basket = lane.ref();
      PayResponse sale = lane.pay(lane.cashRequest(9_000_00));
      EmergencyLine line = EmergencyTill.line(item, 9_000_00);
      long now = Clock.systemUTC().millis();
      var second =
          lane.emergency()
              .postEmergencySale(
                  till.request(
                      till.next(
                          basket,
                          now,
                          taxClass,
                          line,
                          line,
                          line.toBuilder().setVoided(true).build())));
      EmergencyLine alone = EmergencyTill.line(item, 8_000_00);
      var posted =
          lane.emergency()
              .postEmergencySale(
                  till.request(till.next(EmergencyTill.newBasket(), now, taxClass, alone)));

      Ran ofSecond = run("--ticket", till.terminal() + "-E000001");
      Ran ofPosted = run("--ticket", till.terminal() + "-E000002");

      assertThat(ofSecond.status()).as(ofSecond.err()).isZero();
      String of = "%s-S%06d".formatted(sale.getTerminal(), sale.getNumber());
      assertThat(ofSecond.lines().get(0)).startsWith("Receipt " + of + ", by " + name(lane));
      assertThat(ofSecond.lines().get(1)).endsWith("sale " + second.getSaleId());
      assertThat(ofSecond.lines().get(2))
          .startsWith("Emergency receipt " + till.terminal() + "-E000001, by " + lane.operator())
          .endsWith(", a second paper of " + of);
      String printed = item + " Barang " + item + ", 1 at 9,000.00, total 9,000.00";
      assertThat(ofSecond.lines().subList(3, 8))
          .containsExactly(
              "    1. " + printed,
              "    2. " + printed,
              "    3. " + printed + ", removed",
              "    total 18,000.00, rounding 0.00, tendered 18,000.00, change 0.00",
              "    differs: total, at the lane: 1800000, at the server: 900000");
      assertThat(ofSecond.out()).contains("debit 1102 Kas kasir 9,000.00");

      assertThat(ofPosted.status()).as(ofPosted.err()).isZero();
      assertThat(ofPosted.lines().get(1)).endsWith("sale " + posted.getSaleId());
      assertThat(ofPosted.lines().get(2)).endsWith(", posted as it was");
      assertThat(ofPosted.out())
          .contains(
              "Receipt " + till.terminal() + "-E000002, by ",
              "    1. " + item + " Barang " + item + ", 1 at 8,000.00, total 8,000.00",
              "differs: price, line 1, at the lane: 800000, at the server: 900000",
              "debit 1102 Kas kasir 8,000.00");
    }
  }

  @Test
  void aTicketIsReplayedFromItsFirstScanToTheBooks() throws SQLException {
    try (TestLane lane = store.lane();
        TestLane supervisor = store.lane("OWNER")) {
      PayResponse sale = sold(lane, supervisor);
      String receipt = "%s-S%06d".formatted(sale.getTerminal(), sale.getNumber());

      Ran ran = run("--ticket", receipt);

      assertThat(ran.status()).as(ran.err()).isZero();
      assertThat(ran.lines().get(0)).startsWith("Receipt " + receipt + ", by " + name(lane));
      assertThat(ran.out().replaceAll("(?m)^ *\\d{4}-\\d\\d-\\d\\d [\\d:.]+ ", ""))
          .containsSubsequence(
              " 1. line X",
              " 2. line X",
              "journal: approved, by " + name(lane) + ", approved by " + name(supervisor),
              " 3. line discount, line 1, amount 1,000.00",
              "journal: line discounted",
              " 4. void line, line 2",
              "paid: ",
              "CASH 20,000.00",
              "total 9,000.00",
              "change 11,000.00",
              "Stock",
              " -1, value",
              "Books",
              "debit 1102 Kas kasir 9,000.00",
              "credit 4101 Penjualan");
      assertThat(run("--ticket", "L99-S000001").status()).isEqualTo(1);
      assertThat(run("--ticket", "%s-E000001".formatted(sale.getTerminal())).err())
          .contains("There is no receipt");
      assertThat(run("--ticket", "nonsense").err()).contains("There is no receipt nonsense");
    }
  }
}
