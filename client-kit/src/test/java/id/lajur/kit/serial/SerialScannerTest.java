package id.lajur.kit.serial;

import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.input.ScanSettings.End;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SerialScannerTest {
  private static final String TEA = "2000014501874";
  private static final String RICE = "8991002101234";

  private final FakePorts ports = new FakePorts();
  private final BlockingQueue<String> scans = new LinkedBlockingQueue<>();
  private final BlockingQueue<Boolean> plugged = new LinkedBlockingQueue<>();
  private SerialScanner scanner = scanner(ScanSettings.USUAL);

  @AfterEach
  void close() {
    scanner.close();
  }

  @Test
  void everyCodeComesOnceAndInOrder() throws Exception {
    List<String> sent = IntStream.range(0, 20).mapToObj(i -> "20000145018" + (10 + i)).toList();
    scanner.start();

    sent.forEach(code -> ports.send(code + "\r\n"));

    for (String code : sent) {
      assertThat(next(scans)).isEqualTo(code);
    }
    assertThat(scans).isEmpty();
  }

  @Test
  void itGoesOnWhenItIsPluggedInAgain() throws Exception {
    scanner.start();
    assertThat(next(plugged)).isTrue();
    ports.send(TEA + "\r");
    assertThat(next(scans)).isEqualTo(TEA);

    ports.send("899100");
    ports.pullOut();
    assertThat(next(plugged)).isFalse();
    ports.plugIn();
    assertThat(next(plugged)).isTrue();
    ports.send(RICE + "\r");

    assertThat(next(scans)).isEqualTo(RICE); // the part before is no code, and not before another
    assertThat(plugged).isEmpty();
  }

  @Test
  void oneThatIsNotThereAtTheStartIsSaidOnce() throws Exception {
    ports.pullOut();
    scanner.start();

    assertThat(next(plugged)).isFalse();
    ports.plugIn();
    assertThat(next(plugged)).isTrue();
    assertThat(plugged).isEmpty();
  }

  @Test
  void thePrefixIsTakenOff() throws Exception {
    scanner = scanner(ScanSettings.USUAL.withPrefix("]E0"));
    scanner.start();

    ports.send("]E0" + TEA + "\r" + RICE + "\r");

    assertThat(next(scans)).isEqualTo(TEA);
    assertThat(next(scans)).isEqualTo(RICE);
  }

  @Test
  void aScannerThatSendsNoEndIsEndedBySilence() throws Exception {
    scanner = scanner(ScanSettings.USUAL.withEnd(End.SILENCE));
    scanner.start();

    ports.send(TEA);

    assertThat(next(scans)).isEqualTo(TEA);
  }

  @Test
  void noiseOfAWrongBaudIsNoCode() throws Exception {
    scanner.start();

    ports.send("\u0001\u0002\r\r\n" + "x".repeat(600) + "\r" + TEA + "\r");

    assertThat(next(scans)).isEqualTo(TEA);
  }

  @Test
  void closedItLetsGoOfThePort() throws Exception {
    scanner.start();
    assertThat(next(plugged)).isTrue();

    scanner.close();

    assertThat(ports.closed).hasValue(ports.opened.get());
  }

  private SerialScanner scanner(ScanSettings settings) {
    return new SerialScanner(
        ports, SerialAddress.of("COM3"), settings, scans::add, plugged::add, Duration.ofMillis(10));
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("within 10 s").isNotNull();
    return next;
  }
}
