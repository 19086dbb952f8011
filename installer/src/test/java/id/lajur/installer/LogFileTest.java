package id.lajur.installer;

import static java.nio.file.attribute.PosixFilePermission.GROUP_READ;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogFileTest {
  private static final Logger ours = LoggerFactory.getLogger("id.lajur.kit.Something");

  private final StringWriter said = new StringWriter();
  @TempDir private Path folder = Path.of("");

  private void writing(Path file, Runnable work) {
    LogFile log = LogFile.open(Optional.of(file), new PrintWriter(said));
    try {
      work.run();
    } finally {
      log.close();
    }
  }

  private List<String> lines(String name) throws IOException {
    return Files.readAllLines(folder.resolve("log").resolve(name));
  }

  @Test
  void whatIsToldAndNoMoreThanThatIsWritten() throws IOException {
    ours.info("before");
    writing(
        folder.resolve("log").resolve("lane.log"),
        () -> {
          ours.info("a1b2c3d4 refused");
          ours.debug("too much");
          LoggerFactory.getLogger("com.zaxxer.hikari").debug("of others");
        });
    ours.info("after");

    assertThat(lines("lane.log"))
        .singleElement()
        .asString()
        .matches("\\d{4}-\\d\\d-\\d\\dT\\S+ INFO +\\[\\S+] Something: a1b2c3d4 refused");
  }

  @Test
  void aLineBreakThatSomebodySentMakesNoLineOfItsOwn() throws IOException {
    writing(
        folder.resolve("log").resolve("lane.log"),
        () -> ours.warn("{} failed", "code\n2026-01-01 ERROR forged"));

    assertThat(lines("lane.log")).singleElement().asString().endsWith("ERROR forged failed");
  }

  /** A server's first start writes its log before it has made the folder of its data. */
  @Test
  void theFolderOfTheDataIsItsUsersAloneFromTheBeginning() throws IOException {
    Path data = folder.resolve("data");
    writing(data.resolve("log").resolve("server.log"), () -> ours.info("begins"));

    assertThat(Files.isReadable(data.resolve("log").resolve("server.log"))).isTrue();
    if (Files.getFileStore(data).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(data)).doesNotContain(OTHERS_READ, GROUP_READ);
    }
  }

  @Test
  void aSecondLaneOfTheMachineHasAFileOfItsOwn() throws IOException {
    Path file = folder.resolve("log").resolve("lane.log");
    writing(file, () -> writing(file, () -> ours.info("both")));

    assertThat(lines("lane.log")).hasSize(1);
    assertThat(lines("lane-2.log")).hasSize(1);
  }

  @Test
  void whereNothingCanBeWrittenTheProgramGoesOnAndSaysSo() throws IOException {
    Path file = Files.writeString(folder.resolve("log"), "no folder");
    writing(file.resolve("lane.log"), () -> ours.info("nowhere"));

    assertThat(said.toString()).startsWith("lajur: no log is written into ");
  }
}
