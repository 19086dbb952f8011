package id.lajur.installer.demo;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.function.Consumer;

/** A receipt printer on a local port, whose paper is a window; one client after another. */
final class DemoPrinter implements AutoCloseable {
  private static final int WELL = 0x12;
  private static final int PAPER_ENDED = 0x32;
  private static final int PAPER_OUT = 0x72;
  private static final int ABOUT_PAPER = 4;

  private final ServerSocket server;
  private final Consumer<EscPosReader.Sheet> papers;
  private volatile boolean noPaper;

  /**
   * @param papers gets each paper on the printer's own thread
   */
  DemoPrinter(Consumer<EscPosReader.Sheet> papers) throws IOException {
    this.papers = papers;
    this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    var thread = new Thread(this::serve, "demo-printer-" + server.getLocalPort());
    thread.setDaemon(true);
    thread.start();
  }

  /** As a lane names it. */
  String address() {
    return "127.0.0.1:" + server.getLocalPort();
  }

  /** Takes the paper out, or puts it in. */
  void noPaper(boolean out) {
    noPaper = out;
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        var reader =
            new EscPosReader(
                new BufferedInputStream(client.getInputStream()),
                question -> client.getOutputStream().write(status(question)));
        for (var sheet = reader.next(); sheet != null; sheet = reader.next()) {
          papers.accept(sheet);
        }
      } catch (IOException e) {
        // the lane hung up, or the demo is over
      }
    }
  }

  private int status(int question) {
    return !noPaper ? WELL : question == ABOUT_PAPER ? PAPER_OUT : PAPER_ENDED;
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
