package id.lajur.pos.window;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.platform.Platform;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What a technician types wrong is named; nothing is opened. */
class PosCommandTest {
  private final StringWriter said = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.0.0.1:", ":7443", "host:0", "host:65536", "host:7443x"})
  void aServerThatIsNoHostAndPort(String server) {
    assertThat(run("--server", server, "--identity", "x", "--printer", "p")).isEqualTo(2);
    assertThat(said.toString()).startsWith("--server is HOST:PORT, not \"" + server + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"h:1,127.0.0.1", "h:1,,h:2", "127.0.0.1,h:1"})
  void eachOfSeveralServersIsHostAndPort(String servers) {
    assertThat(run("--server", servers, "--identity", "x", "--printer", "p")).isEqualTo(2);
    assertThat(said.toString()).startsWith("--server is HOST:PORT, not \"");
  }

  @Test
  void severalServersAreAListOrOneByOne(@TempDir Path folder) {
    String journal = folder.resolve("journal").toString();
    for (List<String> servers :
        List.of(List.of("--server", "h:1,h:2"), List.of("--server", "h:1", "--server", "h:2"))) {
      List<String> args = new ArrayList<>(servers);
      args.addAll(List.of("--identity", folder.toString(), "--printer", "p", "--journal", journal));
      assertThat(run(args.toArray(String[]::new))).isEqualTo(2);
      assertThat(said.toString()).startsWith("--identity: cannot read");
    }
  }

  @Test
  void anIdentityThatIsNotThere(@TempDir Path folder) {
    String journal = folder.resolve("journal").toString();
    String identity = folder.toString();
    assertThat(
            run("--server", "h:1", "--identity", identity, "--printer", "p", "--journal", journal))
        .isEqualTo(2);
    assertThat(said.toString()).startsWith("--identity: cannot read").contains("authority.pem");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lane.journal", "lane.journal.lock"})
  void aJournalThatCannotBeWrittenIsSaidInASentence(String inTheWay, @TempDir Path folder)
      throws Exception {
    Files.createDirectory(folder.resolve(inTheWay));
    String journal = folder.resolve("lane.journal").toString();

    int exit = run("--server", "h:1", "--identity", "x", "--printer", "p", "--journal", journal);

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("--journal: cannot write " + journal)
        .doesNotContain("\tat ");
  }

  @Test
  void aSettingsFolderThatCannotBeMadeIsSaidInASentence(@TempDir Path folder) throws Exception {
    Path home = Files.createFile(folder.resolve("home"));
    var command =
        new PosCommand(Platform.of(System.getProperty("os.name"), home, name -> null), null);

    assertThat(run(command, "--server", "h:1", "--identity", "x", "--printer", "p")).isEqualTo(2);

    assertThat(said.toString())
        .startsWith("cannot make " + home)
        .contains("--journal")
        .doesNotContain("\tat ");
  }

  @Test
  void optionsThatAreNone() {
    assertThat(run("--server", "h:1", "--identity", "x", "--printer", ":9100")).isEqualTo(2);
    assertThat(run("--server", "h:1", "--identity", "x", "--printer", "p", "--printer", "file:"))
        .isEqualTo(2);
    assertThat(run("--server", "h:1", "--identity", "x", "--printer", "p", "--paper", "70"))
        .isEqualTo(2);
    assertThat(run("--server", "h:1", "--identity", "x", "--printer", "p", "--theme", "pink"))
        .isEqualTo(2);
    assertThat(run("--server", "h:1", "--identity", "x", "--printer", "p", "--language", "fr"))
        .isEqualTo(2);
    assertThat(said.toString())
        .contains(
            "not \":9100\"",
            "not \"file:\"",
            "--printer: a printer is",
            "--paper is 58 or 80",
            "--theme is",
            "id or en");
  }

  @Test
  void devicesThatAreNone() {
    for (String[] wrong :
        new String[][] {
          {"--scanner", "COM3@fast"},
          {"--scan-end", "never"},
          {"--customer-display", "pole"},
          {"--customer-display", "cd5220:"},
          {"--no-sound", "taken,bang"},
          {"--scale", "250"}
        }) {
      assertThat(run("--server", "h:1", "--identity", "x", "--printer", "p", wrong[0], wrong[1]))
          .as(wrong[1])
          .isEqualTo(2);
    }
    assertThat(said.toString())
        .contains(
            "--scanner: a serial port is PORT or PORT@BAUD",
            "--scan-end is enter or silence, not \"never\"",
            "--customer-display: a customer's display is window",
            "--no-sound is all or some of taken, not-taken, approval, server-lost, server-back,"
                + " not",
            "--scale is 100 to 200, not 250");
  }

  @Test
  void aSetUpPrinterThatCannotBeReadIsSaidInASentence(@TempDir Path folder) throws Exception {
    Path journal = folder.resolve("journal");
    Files.writeString(folder.resolve("journal.printer"), "printer = :9100\n");

    int exit = run("--server", "h:1", "--identity", "x", "--journal", journal.toString());

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("the printer that was set up on the screen cannot be read, see --printer")
        .contains("not \":9100\"");
  }

  @Test
  void withoutAPrinterTheLaneStartsAllTheSame(@TempDir Path folder) {
    String journal = folder.resolve("journal").toString();

    int exit = run("--server", "h:1", "--identity", folder.toString(), "--journal", journal);

    assertThat(exit).isEqualTo(2);
    assertThat(said.toString()).startsWith("--identity: cannot read"); // the next thing wanted
  }

  private int run(String... args) {
    return run(new PosCommand(), args);
  }

  private int run(PosCommand command, String... args) {
    return new CommandLine(command).setErr(new PrintWriter(said, true)).execute(args);
  }
}
