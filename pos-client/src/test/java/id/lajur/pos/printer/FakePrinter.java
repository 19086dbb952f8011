package id.lajur.pos.printer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A printer on a real socket: one client after another, and each does what it is told to. */
final class FakePrinter implements AutoCloseable {
  /** What it does with its next client. */
  enum Mood {
    /** Takes the bytes and says nothing, as cheap printers do. */
    SILENT,
    /** Answers that all is well. */
    WELL,
    /** Answers that the paper has ended. */
    NO_PAPER,
    /** Answers well before the paper, and that it has ended after. */
    PAPER_ENDS,
    /** Answers well, and hangs up when it has some bytes of the paper. */
    HANGS_UP,
    /** Accepts and never reads. */
    HANGS
  }

  private static final int SOME = 20; // bytes of a paper

  private final ServerSocket server;
  private final Thread thread = new Thread(this::serve, "fake-printer");
  private final BlockingQueue<String> papers = new LinkedBlockingQueue<>();
  private final AtomicInteger kicks = new AtomicInteger();
  volatile Mood mood = Mood.WELL;

  FakePrinter() throws IOException {
    server = new ServerSocket();
    server.setReceiveBufferSize(4096);
    server.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    thread.setDaemon(true);
    thread.start();
  }

  String host() {
    return InetAddress.getLoopbackAddress().getHostAddress();
  }

  int port() {
    return server.getLocalPort();
  }

  /** The next paper, as Latin-1 of its bytes without the questions of status. */
  String nextPaper() throws InterruptedException {
    String paper = papers.poll(10, TimeUnit.SECONDS);
    if (paper == null) {
      throw new AssertionError("no paper within 10 s");
    }
    return paper;
  }

  /** How often it was told to open its drawer at once. */
  int kicks() {
    return kicks.get();
  }

  boolean hasPaper() {
    return !papers.isEmpty();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        if (mood == Mood.HANGS) {
          waitUntilHungUp(client);
        } else {
          print(client);
        }
      } catch (IOException e) {
        // the client hung up, or the test is over
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  /** Without reading: a closed connection shows when one writes. */
  private static void waitUntilHungUp(Socket client) throws IOException, InterruptedException {
    while (true) {
      client.getOutputStream().write(0);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private void print(Socket client) throws IOException {
    var paper = new ByteArrayOutputStream();
    InputStream in = new BufferedInputStream(client.getInputStream());
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b == 0x10 && in.read() == 0x14) {
        in.skipNBytes(3);
        kicks.incrementAndGet();
      } else if (b == 0x10) {
        answer(client, in.read(), paper.size() > 0);
      } else {
        paper.write(b);
        if (mood == Mood.HANGS_UP && paper.size() == SOME) {
          return;
        }
      }
    }
    if (paper.size() > 0) {
      papers.add(paper.toString(StandardCharsets.ISO_8859_1));
    }
  }

  private void answer(Socket client, int question, boolean printed) throws IOException {
    boolean out = mood == Mood.NO_PAPER || mood == Mood.PAPER_ENDS && printed;
    if (mood != Mood.SILENT) {
      client.getOutputStream().write(out ? question == 2 ? 0x32 : 0x72 : 0x12);
      client.getOutputStream().flush();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    thread.interrupt();
  }
}
