package id.lajur.pos.printer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets: printers that work, are silent, have no paper, refuse, and hang. */
@Timeout(30)
class NetworkPortTest {
  private static final byte[] PAPER = "Teh Celup  8.750\n".getBytes(US_ASCII);

  @Test
  void aPaperArrivesWhole() throws Exception {
    try (var printer = new FakePrinter()) {
      new NetworkPort(printer.host(), printer.port()).send(PAPER);

      assertThat(printer.nextPaper()).isEqualTo("Teh Celup  8.750\n");
    }
  }

  @Test
  void aPrinterThatAnswersNoQuestionsPrints() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.SILENT;
      new NetworkPort(printer.host(), printer.port()).send(PAPER);

      assertThat(printer.nextPaper()).isEqualTo("Teh Celup  8.750\n");
    }
  }

  @Test
  void withoutPaperNothingIsSent() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.NO_PAPER;
      NotPrinted failure = failure(new NetworkPort(printer.host(), printer.port()), PAPER);
      assertThat(failure.why()).isEqualTo(NotPrinted.Cause.NO_PAPER);
      assertThat(failure.maybeOut()).isFalse();

      printer.mood = FakePrinter.Mood.WELL;
      new NetworkPort(printer.host(), printer.port()).send(PAPER);

      printer.nextPaper();
      assertThat(printer.hasPaper()).isFalse();
    }
  }

  @Test
  void paperThatEndsUnderItMayBeOut() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.PAPER_ENDS;

      NotPrinted failure = failure(new NetworkPort(printer.host(), printer.port()), PAPER);

      assertThat(failure.why()).isEqualTo(NotPrinted.Cause.NO_PAPER);
      assertThat(failure.maybeOut()).isTrue();
    }
  }

  @Test
  void aRefusedConnectionIsCertainlyNoPaper() throws Exception {
    NotPrinted failure = failure(new NetworkPort("127.0.0.1", closedPort()), PAPER);

    assertThat(failure.why()).isEqualTo(NotPrinted.Cause.OUT_OF_ORDER);
    assertThat(failure.maybeOut()).isFalse();
  }

  @Test
  void aPrinterThatHangsIsHungUpOn() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.HANGS;
      var port = new NetworkPort(printer.host(), printer.port(), 800);

      NotPrinted failure = failure(port, new byte[32 << 20]); // more than any socket holds

      assertThat(failure.why()).isEqualTo(NotPrinted.Cause.OUT_OF_ORDER);
      assertThat(failure.maybeOut()).isTrue();
    }
  }

  @Test
  void aPrinterThatHangsUpOnItsPaperMayHavePrintedSome() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.HANGS_UP;
      byte[] longer = "Teh Celup  8.750\n".repeat(20).getBytes(US_ASCII);

      NotPrinted failure = failure(new NetworkPort(printer.host(), printer.port()), longer);

      assertThat(failure.why()).isEqualTo(NotPrinted.Cause.OUT_OF_ORDER);
      assertThat(failure.maybeOut()).isTrue();
    }
  }

  @Test
  void aDrawerOpensAtOnceThoughThePaperIsOut() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.NO_PAPER;
      var port = new NetworkPort(printer.host(), printer.port());

      port.kick();

      printer.mood = FakePrinter.Mood.WELL;
      port.send(PAPER); // the fake has served the kick before it takes this
      assertThat(printer.nextPaper()).isEqualTo("Teh Celup  8.750\n");
      assertThat(printer.kicks()).isEqualTo(1);
    }
  }

  @Test
  void aPrinterThatAnswersNoQuestionsIsKickedAsAllAre() throws Exception {
    try (var printer = new FakePrinter()) {
      printer.mood = FakePrinter.Mood.SILENT;

      new NetworkPort(printer.host(), printer.port()).kick();

      assertThat(printer.nextPaper()).isEqualTo("\u001bp\0\u0019\u00fa");
      assertThat(printer.kicks()).isZero();
    }
  }

  @Test
  void aPrinterIsNamedByFileOrAddress() {
    assertThat(PrinterPort.of("192.168.1.53").name()).isEqualTo("192.168.1.53:9100");
    assertThat(PrinterPort.of("printer3:9101").name()).isEqualTo("printer3:9101");
    assertThat(PrinterPort.of("file:/dev/usb/lp0").name()).endsWith("lp0");
    for (String wrong : new String[] {"", "file:", ":9100", "printer:x", "printer:70000"}) {
      assertThatThrownBy(() -> PrinterPort.of(wrong))
          .as(wrong)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  static int closedPort() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return taken.getLocalPort();
    }
  }

  private static NotPrinted failure(PrinterPort port, byte[] paper) {
    NotPrinted failure = catchThrowableOfType(NotPrinted.class, () -> port.send(paper));
    assertThat(failure).isNotNull();
    return failure;
  }
}
