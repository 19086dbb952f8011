package id.lajur.kit.serial;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One serial port whose cable a test plugs in and pulls out. */
final class FakePorts implements SerialPorts {
  private static final byte[] PULLED = new byte[0];

  private final BlockingQueue<byte[]> coming = new LinkedBlockingQueue<>();
  private volatile boolean plugged = true;
  final AtomicInteger opened = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();

  void send(String text) {
    for (int from = 0; from < text.length(); from += 5) { // in parts, as a port gives it
      coming.add(text.substring(from, Math.min(text.length(), from + 5)).getBytes(US_ASCII));
    }
  }

  void pullOut() {
    plugged = false;
    coming.add(PULLED);
  }

  void plugIn() {
    plugged = true;
  }

  @Override
  public SerialLine open(SerialAddress address) throws IOException {
    if (!plugged) {
      throw new IOException("no such port");
    }
    coming.removeIf(bytes -> bytes == PULLED); // of a cable that nobody read from
    opened.incrementAndGet();
    return new Line();
  }

  private final class Line implements SerialLine {
    @Override
    public int read(byte[] into) throws IOException {
      try {
        byte[] next = coming.poll(50, TimeUnit.MILLISECONDS);
        if (next == PULLED) {
          throw new IOException("pulled out");
        }
        if (next == null) {
          return 0;
        }
        System.arraycopy(next, 0, into, 0, next.length);
        return next.length;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IOException(e);
      }
    }

    @Override
    public void write(byte[] bytes) {
      throw new UnsupportedOperationException(Arrays.toString(bytes));
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }
}
