package id.lajur.pos.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real FIFO stands for a device that holds whoever opens it or writes to it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "needs mkfifo")
class FilePortTest {
  private static final byte[] PAPER = "Teh Celup  8.750\n".getBytes(US_ASCII);
  private static final int MORE_THAN_A_PIPE_HOLDS = 1 << 20;

  private final Path folder;
  private final Path device;

  FilePortTest(@TempDir Path folder) throws Exception {
    this.folder = folder;
    device = folder.resolve("lp0");
    Process made = new ProcessBuilder("mkfifo", device.toString()).start();
    assertThat(made.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(made.exitValue()).isZero();
  }

  @Test
  void aDeviceThatDoesNotOpenIsGivenUpAndTakesTheNextPaperWhenItDoes() throws Exception {
    var port = new FilePort(device, 1_000);
    NotPrinted failure = failure(port, PAPER);
    assertThat(failure.why()).isEqualTo(NotPrinted.Cause.OUT_OF_ORDER);
    assertThat(failure.maybeOut()).isFalse();
    assertThat(failure(port, PAPER)).hasMessageContaining("does not open");
    assertThat(threadsOf("open")).isEqualTo(1);

    try (InputStream reader = Files.newInputStream(device)) {
      await("open");
      port.send(PAPER);

      assertThat(reader.readAllBytes()).isEqualTo(PAPER);
    }
  }

  @Test
  void anOpeningThatComesAfterTheEndIsClosed() throws Exception {
    var port = new FilePort(device, 300);
    failure(port, PAPER);
    port.close();

    try (InputStream reader = Files.newInputStream(device)) {
      assertThat(reader.read()).isEqualTo(-1); // and not for ever, as behind a channel left open
    }
  }

  @Test
  void aDeviceThatTakesNoMoreIsGivenUpAndItsThreadGoes() throws Exception {
    var port = new FilePort(device, 1_000);
    try (InputStream reader = opened(port)) {
      NotPrinted failure = failure(port, new byte[MORE_THAN_A_PIPE_HOLDS]);

      assertThat(failure.why()).isEqualTo(NotPrinted.Cause.OUT_OF_ORDER);
      assertThat(failure.maybeOut()).isTrue();
      await("write");
      await("close");
      assertThat(reader.read()).isZero();
    }
  }

  @Test
  void aFolderIsNoPrinter() {
    NotPrinted failure = failure(new FilePort(folder), PAPER);

    assertThat(failure.maybeOut()).isFalse();
  }

  /** The device's other end, which is there before the port opens its own. */
  private InputStream opened(FilePort port) throws Exception {
    failure(port, PAPER); // its opening goes on, and lets this one in
    return Files.newInputStream(device);
  }

  private static void await(String what) {
    Awaitility.await("the thread that does " + what).until(() -> threadsOf(what) == 0);
  }

  private static long threadsOf(String what) {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("printer-file-" + what))
        .count();
  }

  private static NotPrinted failure(PrinterPort port, byte[] paper) {
    NotPrinted failure = catchThrowableOfType(NotPrinted.class, () -> port.send(paper));
    assertThat(failure).isNotNull();
    return failure;
  }
}
