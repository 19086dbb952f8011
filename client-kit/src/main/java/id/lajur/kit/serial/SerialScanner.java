package id.lajur.kit.serial;

import id.lajur.kit.input.ScanSettings;
import id.lajur.kit.thread.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A scanner on a serial port. It goes on by itself when it is unplugged and plugged in again; a
 * code that came in part before is none. It reads on a thread of its own, and types nowhere, so no
 * focus can take its codes.
 */
public final class SerialScanner implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(SerialScanner.class);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(1);
  private static final int CHUNK = 256;

  private final SerialPorts ports;
  private final SerialAddress address;
  private final ScanSettings settings;
  private final Consumer<String> scans;
  private final Consumer<Boolean> plugged;
  private final Duration pause;
  private final Thread thread = new Thread(this::run, "serial-scanner");
  private volatile boolean closed;

  /**
   * @param settings prefix that the scanner sends first, and what ends a code
   * @param scans gets each code in the order of scanning, on the scanner's thread
   * @param plugged hears whether the scanner is there, whenever that changes, on the same thread
   */
  public SerialScanner(
      SerialPorts ports,
      SerialAddress address,
      ScanSettings settings,
      Consumer<String> scans,
      Consumer<Boolean> plugged) {
    this(ports, address, settings, scans, plugged, USUAL_PAUSE);
  }

  /**
   * @param pause before a port that is not there is tried again
   */
  SerialScanner(
      SerialPorts ports,
      SerialAddress address,
      ScanSettings settings,
      Consumer<String> scans,
      Consumer<Boolean> plugged,
      Duration pause) {
    this.ports = ports;
    this.address = address;
    this.settings = settings;
    this.scans = scans;
    this.plugged = plugged;
    this.pause = pause;
    thread.setDaemon(true);
  }

  /** Begins to read. */
  public void start() {
    thread.start();
  }

  private void run() {
    boolean toldAway = false;
    while (!closed) {
      try (SerialLine line = ports.open(address)) {
        log.info("scanner on {}", address);
        plugged.accept(true);
        toldAway = false;
        read(line);
      } catch (IOException e) {
        if (!toldAway && !closed) {
          log.warn("no scanner on {}: {}", address, e.getMessage());
          plugged.accept(false);
          toldAway = true;
        }
        rest();
      }
    }
  }

  private void read(SerialLine line) throws IOException {
    var frames = new ScanFrames(settings);
    byte[] chunk = new byte[CHUNK];
    while (!closed) {
      int read = line.read(chunk);
      (read == 0 ? frames.silence() : frames.take(chunk, read)).forEach(scans);
    }
  }

  private void rest() {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Lets go of the port. */
  @Override
  public void close() {
    closed = true;
    Ending.of(thread);
  }
}
