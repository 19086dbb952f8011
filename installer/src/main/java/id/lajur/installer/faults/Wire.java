package id.lajur.installer.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The line between one lane and the server. It carries bytes both ways until it is told to hold one
 * direction, to lose what comes next, or to break. What it carries is encrypted, so the lane says
 * when the next bytes hold a payment.
 */
public final class Wire implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 << 10;
  private static final int WEIGHT_OF_THE_PAST = 7;

  private final ServerSocket here = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
  private final int server;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final AtomicReference<@Nullable Armed> trap = new AtomicReference<>();
  private volatile boolean payment;
  private volatile boolean losesNextAnswer;
  private volatile boolean away;
  private volatile long paidAt;
  private volatile long answerNanos;

  private record Armed(boolean before, Runnable trap) {}

  /** One connection through the wire. */
  private final class Link {
    private final Socket lane;
    private final Socket upstream;
    private boolean heldOut;
    private boolean heldBack;
    private boolean cut;

    Link(Socket lane, Socket upstream) {
      this.lane = lane;
      this.upstream = upstream;
    }

    /** Waits while a direction is held; false when the link is cut. */
    private synchronized boolean passes(boolean back) {
      while (!cut && (back ? heldBack : heldOut)) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return false;
        }
      }
      return !cut;
    }

    private synchronized void hold(boolean back) {
      if (back) {
        heldBack = true;
      } else {
        heldOut = true;
      }
    }

    private void cut() {
      synchronized (this) {
        cut = true;
        notifyAll();
      }
      links.remove(this);
      closeQuietly(lane);
      closeQuietly(upstream);
    }

    private void carry(Socket from, Socket to, boolean back) {
      byte[] buffer = new byte[BUFFER_BYTES];
      try {
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          if (back && losesNextAnswer) {
            losesNextAnswer = false;
            return;
          }
          boolean pays = !back && payment;
          if (pays) {
            spring(true);
          }
          if (!passes(back)) {
            return;
          }
          to.getOutputStream().write(buffer, 0, read);
          if (pays) {
            payment = false;
            paidAt = System.nanoTime();
            spring(false);
          } else if (back) {
            measure();
          }
        }
      } catch (IOException e) {
        // one side is gone
      } finally {
        cut();
      }
    }
  }

  /**
   * @param server port that is reached through this wire
   * @throws IOException no port is free
   */
  public Wire(int server) throws IOException {
    this.server = server;
    start("wire", this::accept);
  }

  /** Where a lane reaches the server. */
  public int port() {
    return here.getLocalPort();
  }

  /** The lane says that what it sends next is a payment. */
  void paymentComes() {
    payment = true;
  }

  /**
   * Does something once, on the wire's own thread, at the next payment.
   *
   * @param before the payment's bytes leave, or when they are on their way
   */
  void arm(boolean before, Runnable what) {
    trap.set(new Armed(before, what));
  }

  /** What was armed and has not sprung will not. */
  void disarm() {
    trap.set(null);
  }

  /** How long an answer to a payment took of late, nanoseconds; 0 before the first. */
  long answerNanos() {
    return answerNanos;
  }

  /** The next bytes that come back are lost, and with them the connection. */
  void loseNextAnswer() {
    losesNextAnswer = true;
  }

  /** What comes back from now on waits; it is lost when the wire is cut. */
  public void holdAnswers() {
    links.forEach(link -> link.hold(true));
  }

  /** What the lane sends from now on waits. */
  void holdRequests() {
    links.forEach(link -> link.hold(false));
  }

  /** Breaks every connection through this wire; the next one is carried as ever. */
  public void cut() {
    links.forEach(Link::cut);
  }

  /** The server is away for whoever comes through this wire, or there again. */
  public void away(boolean now) {
    away = now;
    if (now) {
      cut();
    }
  }

  private void spring(boolean before) {
    Armed armed = trap.get();
    if (armed != null && armed.before() == before && trap.compareAndSet(armed, null)) {
      armed.trap().run();
    }
  }

  private void measure() {
    if (paidAt != 0) {
      long took = System.nanoTime() - paidAt;
      paidAt = 0;
      answerNanos =
          answerNanos == 0
              ? took
              : (answerNanos * WEIGHT_OF_THE_PAST + took) / (WEIGHT_OF_THE_PAST + 1);
    }
  }

  private void accept() {
    while (!here.isClosed()) {
      Socket lane;
      try {
        lane = here.accept();
      } catch (IOException e) {
        return; // closed
      }
      if (away) {
        closeQuietly(lane);
        continue;
      }
      try {
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        lane.setTcpNoDelay(true);
        upstream.setTcpNoDelay(true);
        Link link = new Link(lane, upstream);
        links.add(link);
        start("wire-out", () -> link.carry(lane, upstream, false));
        start("wire-back", () -> link.carry(upstream, lane, true));
      } catch (IOException e) {
        closeQuietly(lane); // nobody answers there now
      }
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is gone
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    here.close();
    cut();
  }
}
