package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.lajur.sale.v1.DiscountLineRequest;
import id.lajur.server.admin.AdminCommand;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code lajur admin} beside a running server. */
class AdminCommandTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final Path DATA = StoreFixture.FOLDER;
  private static final AtomicInteger numbers = new AtomicInteger(80_000);
  private static final String OWNER_ROLE = "(SELECT role_id FROM role WHERE code = 'OWNER')";

  @TempDir private Path folder = Path.of("");

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--data", DATA.toString()));
    int status =
        new CommandLine(new AdminCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private String pinFile(String pin) throws IOException {
    return Files.writeString(folder.resolve("pin"), pin + "\n").toString();
  }

  private static String newNumber() {
    return Integer.toString(numbers.incrementAndGet());
  }

  private static void done(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isZero();
  }

  private static String console(String why) {
    return "console, user " + System.getProperty("user.name") + ": " + why;
  }

  @AfterAll
  static void thePromisesHold() throws Exception {
    store.assertAuditClean();
  }

  @Test
  void whoIsAddedSignsOnAndIsListedAndIsInTheJournalWithoutHisPin() throws IOException {
    String number = newNumber();

    done(
        run(
            "operator",
            "add",
            number,
            "--name",
            "Sari",
            "--role",
            "CASHIER",
            "--keep-pin",
            "--reason",
            "kasir baru",
            "--pin-file",
            pinFile("83645021")));

    try (TestLane lane = store.enrolled().as(number)) {
      assertThat(TestLane.outcome(() -> lane.tryPin("83645021"))).isEqualTo("answered");
    }
    assertThat(run("operator", "list").out())
        .containsPattern(number + " +Sari +CASHIER +id +active");
    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM audit_entry a JOIN operator o ON o.operator_id = a.line_id
                 WHERE a.kind = 'OPERATOR_ADDED' AND o.number = '%1$s' AND a.before_value IS NULL
                   AND a.after_value = 'operator %1$s, role CASHIER, language id'
                   AND a.reason = '%2$s'
                   AND a.terminal_id = (SELECT terminal_id FROM terminal WHERE kind = 'SERVER')"""
                    .formatted(number, console("kasir baru"))))
        .isOne();
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE CONCAT_WS(' ', before_value, after_value,"
                    + " reason) LIKE '%83645021%'"))
        .isZero();
  }

  @Test
  void aRefusalIsSaidInWordsAndChangesNothing() throws IOException {
    String number = newNumber();
    String[] add = {
      "operator",
      "add",
      number,
      "--name",
      "Sari",
      "--role",
      "CASHIER",
      "--pin-file",
      pinFile("8364")
    };
    done(run(add));
    long entries = store.number("SELECT COUNT(*) FROM audit_entry");

    assertThat(run(add).err()).contains("There is an operator " + number + " already");
    assertThat(run("operator", "change", number, "--role", "KING").err())
        .contains("There is no role KING");
    assertThat(run("operator", "change", number, "--language", "nl").err())
        .contains("There is no language nl");
    assertThat(run("operator", "change", number, "--name", " ").err()).contains("A name is needed");
    assertThat(run("operator", "leave", "99999998").err())
        .contains("There is no operator 99999998");
    assertThat(run("operator", "pin", number, "--pin-file", pinFile("1234")).err())
        .contains("too easy to guess");
    assertThat(run("operator", "pin", number, "--pin-file", pinFile("12a4")).err())
        .contains("4 to 12 digits");
    assertThat(run("operator", "leave", "99999998").status()).isEqualTo(1);
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(entries);
  }

  @Test
  void aRoleIsMadeGrantedBoundedAndShownAndHoldsAtOnce() throws Exception {
    String code = "NIGHT" + newNumber();
    String number = newNumber();
    done(run("role", "add", code, "--name", "Malam", "--like", "CASHIER"));
    done(
        run(
            "operator",
            "add",
            number,
            "--name",
            "Sari",
            "--role",
            code,
            "--keep-pin",
            "--pin-file",
            pinFile("83645021")));
    assertThat(run("role", "list").out()).contains(code);
    String item = store.item(10_000_00);
    try (TestLane lane = store.enrolled().as(number)) {
      lane.signOn("83645021");
      lane.openShift(0);
      lane.scan(item);
      assertThat(discount(lane, 100_000)).isEqualTo("APPROVAL_NEEDED");

      done(run("role", "grant", code, "sale.discount", "--reason", "malam minggu"));
      done(run("role", "limit", code, "discount=20"));
      assertThat(discount(lane, 210_000)).isEqualTo("APPROVAL_NEEDED");
      assertThat(discount(lane, 100_000)).isEqualTo("answered");
      assertThat(run("role", "show", code).out()).contains("sale.discount").contains("20");

      done(run("role", "revoke", code, "sale.discount"));
      assertThat(discount(lane, 50_000)).isEqualTo("APPROVAL_NEEDED");
    }
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE reason = '"
                    + console("malam minggu")
                    + "'"))
        .isOne();
    assertThat(run("role", "grant", code, "sale.fly").err()).contains("sale.fly");
    assertThat(run("role", "add", code, "--name", "x", "--like", "CASHIER").status()).isEqualTo(1);
  }

  private static String discount(TestLane lane, int micro) {
    return TestLane.outcome(
        () -> {
          var answer =
              lane.baskets()
                  .discountLine(
                      DiscountLineRequest.newBuilder()
                          .setRequestId(TestLane.newId())
                          .setBasket(lane.ref())
                          .setLineId(1)
                          .setPercentMicro(micro)
                          .setReason("rusak")
                          .build());
          lane.adopt(answer.getBasket());
          return answer;
        });
  }

  @Test
  void aSettingIsSetAndListedAndAWrongOneIsRefusedInWords() {
    done(run("setting", "set", "session.idle_minutes.back_office", "45"));

    assertThat(run("setting", "list").out())
        .containsPattern("(?s)idle_minutes\\.back_office .*  45 from");
    assertThat(run("setting", "set", "session.idle_minutes", "soon").status()).isEqualTo(1);
    assertThat(run("setting", "set", "shop.colour", "red").err()).contains("shop.colour");
    assertThat(
            store.number(
                "SELECT COUNT(*) FROM audit_entry WHERE kind = 'SETTING_CHANGED' AND reason ="
                    + " 'console, user "
                    + System.getProperty("user.name")
                    + "'"))
        .isPositive();
  }

  @Test
  void aStoreHasOneFirstOwner() throws IOException {
    withoutOwners();
    String pin = pinFile("83645021");
    String first = newNumber();

    done(run("owner", first, "--name", "Ratna", "--pin-file", pin));
    Ran second = run("owner", newNumber(), "--name", "Budi", "--pin-file", pin);

    assertThat(second.status()).isEqualTo(1);
    assertThat(second.err()).contains("There is an owner already");
    assertThat(owners()).containsExactly(Long.valueOf(first));
  }

  @Test
  void ofTwoConsolesAtOnceOneMakesTheFirstOwner() throws Exception {
    withoutOwners();
    String pin = pinFile("83645021");
    List<CompletableFuture<Ran>> consoles = new ArrayList<>();
    try (Connection side = store.server().database().dataSource().getConnection();
        Statement sql = side.createStatement()) {
      side.setAutoCommit(false);
      sql.execute("SELECT store_id FROM store FOR UPDATE");
      for (String name : List.of("Ratna", "Budi")) {
        String number = newNumber();
        consoles.add(
            CompletableFuture.supplyAsync(
                () -> run("owner", number, "--name", name, "--pin-file", pin),
                task -> new Thread(task).start()));
      }
      await().atMost(Duration.ofMinutes(1)).until(() -> waitingForARow() == consoles.size());
      side.rollback();
    }
    List<Ran> ran = consoles.stream().map(CompletableFuture::join).toList();

    assertThat(ran).extracting(Ran::status).containsExactlyInAnyOrder(0, 1);
    assertThat(ran)
        .filteredOn(one -> one.status() == 1)
        .allSatisfy(one -> assertThat(one.err()).contains("There is an owner already"));
    assertThat(owners()).hasSize(1);
  }

  /** Those of other tests have left: none of them signs on any more. */
  private static void withoutOwners() {
    store.sql("UPDATE operator SET active = FALSE WHERE role_id = " + OWNER_ROLE);
  }

  /** Numbers of those who have not left. */
  private static List<Long> owners() {
    return store.numbers("SELECT number FROM operator WHERE active AND role_id = " + OWNER_ROLE);
  }

  private static long waitingForARow() {
    return store.number(
        "SELECT VARIABLE_VALUE FROM information_schema.GLOBAL_STATUS"
            + " WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'");
  }

  @Test
  void aReasonThatTheJournalCannotHoldIsRefused() {
    Ran ran = run("setting", "set", "session.idle_minutes.lane", "5", "--reason", "x".repeat(199));

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.err()).contains("A text is too long");
    assertThat(store.number("SELECT COUNT(*) FROM store_setting WHERE name LIKE '%minutes.lane'"))
        .isZero();
  }

  @Test
  void wrongUseEndsWithTwo() throws IOException {
    assertThat(run("operator", "add", "5", "--role", "CASHIER").status()).isEqualTo(2);
    assertThat(run("operator", "pin", "5", "--pin-file", folder + "/none").status()).isEqualTo(2);
    assertThat(run("operator", "pin", "5", "--pin-file", pinFile("")).err())
        .contains("there is no PIN to read");
    assertThat(run("operator").status()).isEqualTo(2);
  }
}
