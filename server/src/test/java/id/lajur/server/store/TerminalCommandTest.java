package id.lajur.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.people.v1.EnrolResponse;
import id.lajur.server.admin.AdminCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import picocli.CommandLine;

/** {@code lajur admin terminal} and {@code code} beside a running server. */
class TerminalCommandTest {
  @RegisterExtension static final StoreFixture store = new StoreFixture();

  private static final AtomicInteger places = new AtomicInteger();

  private String place = "";

  @BeforeEach
  void aPlace() {
    place = "K" + places.incrementAndGet();
  }

  @AfterAll
  static void thePromisesHold() throws SQLException {
    store.assertAuditClean();
  }

  private record Ran(int status, String out, String err) {}

  private static Ran run(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--data", StoreFixture.FOLDER.toString()));
    int status =
        new CommandLine(new AdminCommand())
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private static String done(Ran ran) {
    assertThat(ran.status()).as(ran.err()).isZero();
    return ran.out();
  }

  private static String code(String printed) {
    Matcher found = Pattern.compile("Code: +([2-9A-Z]{4}-[2-9A-Z]{4})\n").matcher(printed);
    assertThat(found.find()).as(printed).isTrue();
    return found.group(1);
  }

  @Test
  void aMachineIsEnrolledReplacedAndRevokedFromTheConsole() {
    done(run("terminal", "add", place, "--name", "Kasir 9"));
    assertThat(done(run("terminal", "list")))
        .containsPattern(place + " +LANE +Kasir 9 +no machine\n");

    String printed = done(run("code", place));
    assertThat(printed)
        .containsPattern("Fingerprint: ([0-9A-F]{4}-){15}[0-9A-F]{4}\n")
        .containsPattern("Good until: +\\d\\d:\\d\\d");
    assertThat(done(run("terminal", "list")))
        .containsPattern(place + " +LANE +Kasir 9 +no machine, code until 20");
    EnrolResponse first = new NewMachine(store).enrol(code(printed));
    assertThat(first.getTerminal().getName()).isEqualTo("Kasir 9");
    assertThat(done(run("terminal", "list")))
        .containsPattern(
            place + " +LANE +Kasir 9 +certificate [0-9A-F]{16} until 20.*kasir-baru\n");

    assertThat(run("code", place).err()).contains("lajur admin terminal replace " + place);
    EnrolResponse second =
        new NewMachine(store).enrol(code(done(run("terminal", "replace", place))));
    assertThat(second.getTerminal().getCode()).isEqualTo(place);

    done(run("terminal", "rename", place, "--name", "Kasir depan"));
    done(run("terminal", "revoke", place, "--reason", "dicuri"));
    assertThat(done(run("terminal", "list")))
        .containsPattern(place + " +LANE +Kasir depan +no mach");
    assertThat(journal())
        .isEqualTo(
            "TERMINAL_ADDED ENROLMENT_CODE_MADE MACHINE_ENROLLED ENROLMENT_CODE_MADE"
                + " MACHINE_ENROLLED TERMINAL_RENAMED MACHINE_REVOKED");
    assertThat(
            store.number(
                """
                SELECT COUNT(*) FROM audit_entry a JOIN terminal t USING (terminal_id)
                 WHERE t.code = '%s' AND a.kind = 'MACHINE_REVOKED' AND a.after_value IS NULL
                   AND a.before_value LIKE '%%kasir-baru' AND a.reason LIKE '%%: dicuri'"""
                    .formatted(place)))
        .isOne();
  }

  private String journal() {
    return store
        .server()
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        """
                        SELECT GROUP_CONCAT(a.kind ORDER BY a.number SEPARATOR ' ')
                          FROM audit_entry a JOIN terminal t USING (terminal_id)
                         WHERE t.code = :code""")
                    .bind("code", place)
                    .mapTo(String.class)
                    .one());
  }

  @Test
  void whatIsWrongIsSaidInWordsAndChangesNothing() {
    done(run("terminal", "add", place, "--name", "Kasir"));
    long entries = store.number("SELECT COUNT(*) FROM audit_entry");

    assertThat(run("terminal", "add", place, "--name", "Kasir").err())
        .contains("There is a terminal " + place + " already");
    assertThat(run("terminal", "add", "kasir satu", "--name", "Kasir").err())
        .contains("1 to 8 capitals and digits");
    assertThat(run("terminal", "add", "Q1", "--name", " ").err()).contains("A name is needed");
    assertThat(run("terminal", "rename", "Q1", "--name", "x").err()).contains("no terminal Q1");
    assertThat(run("terminal", "revoke", place).err()).contains("No machine has the place");
    assertThat(run("code", "SRV").err()).contains("There is no terminal SRV");
    assertThat(run("terminal", "revoke", "SRV").status()).isEqualTo(1);
    assertThat(run("terminal", "add", "Q1", "--name", "x", "--kind", "SERVER").status())
        .isEqualTo(2);
    assertThat(run("terminal").status()).isEqualTo(2);
    assertThat(store.number("SELECT COUNT(*) FROM audit_entry")).isEqualTo(entries);
  }
}
