package id.lajur.installer.demo;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A wire to the server that loses an answer when it is told to: the request has arrived by then.
 */
final class CutWire implements AutoCloseable {
  private final ServerSocket here = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
  private final int server;
  private final AtomicBoolean losesNextAnswer = new AtomicBoolean();
  private final AtomicInteger cuts = new AtomicInteger();

  CutWire(int server) throws IOException {
    this.server = server;
    start("wire", this::accept);
  }

  int port() {
    return here.getLocalPort();
  }

  /** The next bytes that come back do not arrive, and the connection breaks. */
  void loseNextAnswer() {
    losesNextAnswer.set(true);
  }

  int cuts() {
    return cuts.get();
  }

  private void accept() {
    while (!here.isClosed()) {
      try {
        Socket client = here.accept();
        Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server);
        start("wire-out", () -> carry(client, upstream, false));
        start("wire-back", () -> carry(upstream, client, true));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void carry(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[16 << 10];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (answers && losesNextAnswer.compareAndSet(true, false)) {
          cuts.incrementAndGet();
          return;
        }
        to.getOutputStream().write(buffer, 0, read);
      }
    } catch (IOException e) {
      // the other side is gone
    }
  }

  private static void start(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    here.close();
  }
}
