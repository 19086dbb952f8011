package id.lajur.installer.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A receipt printer on the network that says when its paper has ended, and keeps what it prints.
 */
final class StatusPrinter implements AutoCloseable {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final int WELL = 0x12;

  private final ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  private final List<String> papers = new CopyOnWriteArrayList<>();
  private volatile boolean paperOut;

  StatusPrinter() throws IOException {
    var thread = new Thread(this::serve, "status-printer");
    thread.setDaemon(true);
    thread.start();
  }

  String address() {
    return server.getInetAddress().getHostAddress() + ":" + server.getLocalPort();
  }

  void paperOut(boolean out) {
    paperOut = out;
  }

  /** All that came out, one paper after the other. */
  String papers() {
    return String.join("\n", papers);
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        print(client);
      } catch (IOException e) {
        // the lane hung up, or the test is over
      }
    }
  }

  private void print(Socket client) throws IOException {
    var paper = new ByteArrayOutputStream();
    InputStream in = new BufferedInputStream(client.getInputStream());
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != DLE) {
        paper.write(b);
      } else if (in.read() == EOT) {
        int offline = in.read() == 2 ? 0x32 : 0x72; // as ESC/POS has it for the end of paper
        client.getOutputStream().write(paperOut ? offline : WELL);
        client.getOutputStream().flush();
      } else {
        in.skipNBytes(3); // the drawer, at once
      }
    }
    if (paper.size() > 0) {
      papers.add(paper.toString(ISO_8859_1));
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
