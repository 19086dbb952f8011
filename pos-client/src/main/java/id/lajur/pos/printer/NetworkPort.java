package id.lajur.pos.printer;

import id.lajur.pos.receipt.EscPosReceipt;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A printer on the network, which takes one client at a time: connect, ask, send, ask, close. One
 * that does not answer questions (many do not) is taken at its word that it took the bytes; one
 * that takes none for too long is hung up on.
 *
 * @see "Epson ESC/POS: DLE EOT n, real-time status"
 */
final class NetworkPort implements PrinterPort {
  private static final int CONNECT_MS = 2_000;
  private static final int ANSWER_MS = 300;
  private static final int MOST_MS = 8_000;
  private static final byte[] HOW_IS_COVER = {0x10, 0x04, 0x02};
  private static final byte[] HOW_IS_PAPER = {0x10, 0x04, 0x04};
  private static final byte[] KICK_AT_ONCE = {0x10, 0x14, 0x01, 0x00, 0x01};
  private static final int FIXED = 0x93;
  private static final int FIXED_VALUE = 0x12;
  private static final int COVER_OPEN_OR_PAPER_END = 0x24;
  private static final int FAULT = 0x40;
  private static final int PAPER_OUT = 0x60;

  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "printer-watch");
            thread.setDaemon(true);
            return thread;
          });

  private final String host;
  private final int port;
  private final int mostMs;

  NetworkPort(String host, int port) {
    this(host, port, MOST_MS);
  }

  /**
   * @param mostMs for one paper, from the connection on
   */
  NetworkPort(String host, int port, int mostMs) {
    this.host = host;
    this.port = port;
    this.mostMs = mostMs;
  }

  @Override
  public void send(byte[] bytes) throws NotPrinted {
    connected(
        (socket, begun) -> {
          boolean answers = mustBeWell(socket, false);
          begun.set(true);
          socket.getOutputStream().write(bytes);
          boolean answersStill = mustBeWell(socket, true);
          if (answers && !answersStill && hasHungUp(socket)) {
            throw new EOFException("the printer has hung up");
          }
        });
  }

  /**
   * One that answers questions opens its drawer at once, out of paper or not; what it would only
   * store then would open the drawer when somebody refills it.
   */
  @Override
  public void kick() throws NotPrinted {
    connected(
        (socket, begun) -> {
          boolean answers = ask(socket, HOW_IS_COVER) >= 0;
          socket.getOutputStream().write(answers ? KICK_AT_ONCE : EscPosReceipt.kick());
        });
  }

  /** What is done on one connection. */
  private interface Work {
    /**
     * @param begun is set before the first byte of a paper
     */
    void with(Socket socket, AtomicBoolean begun) throws IOException;
  }

  private void connected(Work work) throws NotPrinted {
    var begun = new AtomicBoolean();
    Socket socket = new Socket();
    Future<?> watch = null;
    try (socket) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
      watch = WATCH.schedule(() -> hangUp(socket), mostMs, TimeUnit.MILLISECONDS);
      socket.setSoTimeout(ANSWER_MS);
      work.with(socket, begun);
    } catch (NotPrinted e) {
      throw e;
    } catch (IOException e) {
      throw new NotPrinted(NotPrinted.Cause.OUT_OF_ORDER, begun.get(), name() + ": " + e, e);
    } finally {
      if (watch != null) {
        watch.cancel(false);
      }
    }
  }

  /**
   * @return false when it answers no questions
   */
  private boolean mustBeWell(Socket socket, boolean begun) throws IOException {
    int cover = ask(socket, HOW_IS_COVER);
    if (cover < 0) {
      return false;
    }
    int paper = ask(socket, HOW_IS_PAPER);
    if ((cover & COVER_OPEN_OR_PAPER_END) != 0 || paper >= 0 && (paper & PAPER_OUT) != 0) {
      throw new NotPrinted(
          NotPrinted.Cause.NO_PAPER, begun, name() + ": no paper or cover open", null);
    }
    if ((cover & FAULT) != 0) {
      throw new NotPrinted(
          NotPrinted.Cause.OUT_OF_ORDER, begun, name() + ": the printer reports a fault", null);
    }
    return true;
  }

  /** One that goes while it has a paper in hand may have printed some of it. */
  private static boolean hasHungUp(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  /** One byte of status; -1 when none comes, or what comes is none. */
  private static int ask(Socket socket, byte[] question) throws IOException {
    socket.getOutputStream().write(question);
    InputStream in = socket.getInputStream();
    try {
      int answer = in.read();
      return answer >= 0 && (answer & FIXED) == FIXED_VALUE ? answer : -1;
    } catch (SocketTimeoutException e) {
      return -1;
    }
  }

  private static void hangUp(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String name() {
    return host + ":" + port;
  }
}
