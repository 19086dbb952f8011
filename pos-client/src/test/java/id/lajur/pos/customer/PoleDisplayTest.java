package id.lajur.pos.customer;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import id.lajur.kit.i18n.Language;
import id.lajur.kit.serial.SerialAddress;
import id.lajur.kit.serial.SerialLine;
import id.lajur.kit.serial.SerialPorts;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoleDisplayTest {
  private static final Duration SELDOM = Duration.ofMinutes(1);
  private static final Duration OFTEN = Duration.ofMillis(20);

  private final Pole pole = new Pole();
  private final BlockingQueue<Boolean> told = new LinkedBlockingQueue<>();
  private @Nullable PoleDisplay display;

  @AfterEach
  void close() {
    if (display != null) {
      display.close();
    }
  }

  /** A pole on a cable; what it is sent in one go is one entry. */
  private static final class Pole implements SerialPorts {
    final BlockingQueue<byte[]> written = new LinkedBlockingQueue<>();
    volatile boolean plugged = true;
    volatile @Nullable CountDownLatch stuck;

    @Override
    public SerialLine open(SerialAddress address) throws IOException {
      mustBePlugged();
      return new SerialLine() {
        @Override
        public int read(byte[] into) {
          return 0;
        }

        @Override
        public void write(byte[] bytes) throws IOException {
          mustBePlugged();
          written.add(bytes);
          CountDownLatch wait = stuck;
          try {
            if (wait != null) {
              wait.await();
            }
          } catch (InterruptedException e) {
            throw new IOException(e);
          }
        }

        @Override
        public void close() {}
      };
    }

    private void mustBePlugged() throws IOException {
      if (!plugged) {
        throw new IOException("pulled out");
      }
    }
  }

  @Test
  void aCd5220IsSentWholeLines() throws Exception {
    open(PoleDialect.CD5220, SELDOM).show(Shopping.basket(Shopping.TEA));

    assertThat(next(pole.written)).isEqualTo(bytes("1b400c1b5f00"));
    assertThat(next(pole.written))
        .isEqualTo(
            join(
                bytes("1b5141"),
                "2x Teh Celup  17.500",
                bytes("0d"),
                bytes("1b5142"),
                "Total         17.500",
                bytes("0d")));
  }

  @Test
  void anEpsonIsSentPositionsAndLines() throws Exception {
    open(PoleDialect.EPSON, SELDOM).show(Shopping.basket(Shopping.TEA));

    assertThat(next(pole.written)).isEqualTo(bytes("1b401f010c1f4300"));
    assertThat(next(pole.written))
        .isEqualTo(
            join(
                bytes("1f240101"),
                "2x Teh Celup  17.500",
                bytes(""),
                bytes("1f240102"),
                "Total         17.500",
                bytes("")));
  }

  @Test
  void aDsp800IsSentPositionsThatCountFrom31AndIsClearedAsARange() throws Exception {
    PoleDisplay shown = open(PoleDialect.DSP800, SELDOM);
    shown.show(Shopping.basket(Shopping.TEA));

    assertThat(next(pole.written)).isEqualTo(bytes("040143315817"));
    assertThat(next(pole.written))
        .isEqualTo(
            join(
                bytes("0401503117"),
                "2x Teh Celup  17.500",
                bytes(""),
                bytes("0401504517"),
                "Total         17.500",
                bytes("")));
    shown.close();
    assertThat(next(pole.written)).isEqualTo(bytes("040143315817"));
  }

  @Test
  void whatIsOldWhenItsTurnComesIsNotShown() throws Exception {
    var stuck = new CountDownLatch(1);
    pole.stuck = stuck;
    PoleDisplay shown = open(PoleDialect.CD5220, SELDOM);
    var unused = next(pole.written); // the reset, which holds

    shown.show(Shopping.basket(Shopping.MILK));
    shown.show(Shopping.basket(Shopping.SAUCE));
    shown.show(Shopping.basket(Shopping.TEA));
    pole.stuck = null;
    stuck.countDown();

    assertThat(new String(next(pole.written), US_ASCII)).contains("Teh Celup");
    assertThat(pole.written).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(PoleDialect.class)
  void unpluggedItIsSaidAndPluggedInItShowsWhatIsTrueThen(PoleDialect dialect) throws Exception {
    PoleDisplay shown = open(dialect, OFTEN);
    assertThat(next(told)).isTrue();
    shown.show(Shopping.basket(Shopping.MILK));

    pole.plugged = false;
    assertThat(next(told)).isFalse(); // though nothing new was to show
    shown.show(Shopping.basket(Shopping.TEA));
    pole.written.clear();
    pole.plugged = true;

    assertThat(next(told)).isTrue();
    assertThat(next(pole.written)).isEqualTo(dialect.start());
    assertThat(new String(next(pole.written), US_ASCII)).contains("Teh Celup");
    assertThat(told).isEmpty();
  }

  @Test
  void closedItIsEmpty() throws Exception {
    PoleDisplay shown = open(PoleDialect.CD5220, SELDOM);
    assertThat(next(told)).isTrue();
    pole.written.clear();

    shown.close();

    assertThat(next(pole.written)).isEqualTo(bytes("0c"));
  }

  private PoleDisplay open(PoleDialect dialect, Duration pause) {
    var made =
        new PoleDisplay(
            pole,
            new DisplayChoice.Pole(dialect, SerialAddress.of("COM4")),
            Language.INDONESIAN,
            told::add,
            pause);
    display = made;
    return made;
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] join(
      byte[] first, String upper, byte[] end, byte[] second, String lower, byte[] last) {
    var out = new java.io.ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(upper.getBytes(US_ASCII));
    out.writeBytes(end);
    out.writeBytes(second);
    out.writeBytes(lower.getBytes(US_ASCII));
    out.writeBytes(last);
    return out.toByteArray();
  }

  private static <T> T next(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(10, TimeUnit.SECONDS);
    assertThat(next).as("within 10 s").isNotNull();
    return next;
  }
}
