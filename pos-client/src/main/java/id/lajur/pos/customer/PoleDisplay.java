package id.lajur.pos.customer;

import id.lajur.kit.format.Formats;
import id.lajur.kit.i18n.Language;
import id.lajur.kit.i18n.Texts;
import id.lajur.kit.serial.SerialAddress;
import id.lajur.kit.serial.SerialLine;
import id.lajur.kit.serial.SerialPorts;
import id.lajur.kit.thread.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A pole display, written to by a thread of its own: it never answers, and may hold whoever writes.
 * What became old before its turn is not shown at all. The text is written again now and then,
 * which is seen by nobody and finds out that the cable was pulled.
 */
public final class PoleDisplay implements CustomerDisplay {
  private static final Logger log = LoggerFactory.getLogger(PoleDisplay.class);
  private static final Duration USUAL_PAUSE = Duration.ofSeconds(2);

  private final SerialPorts ports;
  private final PoleDialect dialect;
  private final SerialAddress address;
  private final Language language;
  private final Texts words;
  private final Consumer<Boolean> told;
  private final Duration pause;
  private final Thread thread = new Thread(this::run, "pole-display");
  private final Semaphore changed = new Semaphore(0);
  private volatile @Nullable CustomerView wanted;
  private volatile boolean closed;

  /**
   * @param language of the customers
   * @param told hears whether the display shows, whenever that changes, on its thread
   */
  public PoleDisplay(
      SerialPorts ports, DisplayChoice.Pole pole, Language language, Consumer<Boolean> told) {
    this(ports, pole, language, told, USUAL_PAUSE);
  }

  /**
   * @param pause before a port that is not there is tried again, and between two looks at one that
   *     is
   */
  PoleDisplay(
      SerialPorts ports,
      DisplayChoice.Pole pole,
      Language language,
      Consumer<Boolean> told,
      Duration pause) {
    this.ports = ports;
    this.dialect = pole.dialect();
    this.address = pole.address();
    this.language = language;
    this.words = Texts.of(PoleDisplay.class, "customer", language);
    this.told = told;
    this.pause = pause;
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void show(CustomerView view) {
    wanted = view;
    changed.release();
  }

  private void run() {
    boolean toldAway = false;
    while (!closed) {
      try (SerialLine line = ports.open(address)) {
        line.write(dialect.start());
        told.accept(true);
        toldAway = false;
        follow(line);
        line.write(dialect.clear());
      } catch (IOException e) {
        if (!toldAway && !closed) {
          log.warn("no customer's display on {}: {}", address, e.getMessage());
          told.accept(false);
          toldAway = true;
        }
        rest();
      }
    }
  }

  /** What is wanted is looked at after the turn was taken, so that the newest is never missed. */
  private void follow(SerialLine line) throws IOException {
    while (!closed) {
      int unused = changed.drainPermits();
      CustomerView next = wanted;
      if (next != null) {
        line.write(dialect.lines(PoleText.of(next, words, formats(next))));
      }
      rest();
    }
  }

  private Formats formats(CustomerView view) {
    return new Formats(language, view.terminal().currency(), view.terminal().zone());
  }

  /** Until something changes, and no longer than the pause. */
  private void rest() {
    try {
      boolean unused = changed.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  /** Leaves the display empty. */
  @Override
  public void close() {
    closed = true;
    changed.release();
    Ending.of(thread);
  }
}
