package id.lajur.installer.printer;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** A network receipt printer without paper: for setting up a lane before its printer has come. */
@Command(
    name = "printer",
    mixinStandardHelpOptions = true,
    description = {
      "Stands in for a network receipt printer: takes what a lane prints, lists each command and each",
      "row, and says where something comes that an ESC/POS printer would not understand."
    },
    footer = {
      "",
      "Examples:",
      "  lajur printer",
      "  lajur printer --listen 127.0.0.1 --port 9100 --papers 1 --to receipt.bin",
      "Exit status: 0 all that came was understood, 1 something was not, 2 wrong use."
    })
public final class PrinterCommand implements Callable<Integer> {
  private static final int WELL = 0x12; // of every question: ready, drawer shut, paper there

  @Option(
      names = "--listen",
      defaultValue = "127.0.0.1",
      description = "address (default: ${DEFAULT-VALUE})")
  private String listen = "";

  @Option(names = "--port", defaultValue = "9100", description = "default: ${DEFAULT-VALUE}")
  private int port;

  @Option(
      names = "--papers",
      paramLabel = "N",
      defaultValue = "0",
      description = "ends after so many cuts; 0 = never (default)")
  private int papers;

  @Option(names = "--to", paramLabel = "FILE", description = "keeps the bytes there as well")
  private @Nullable Path file;

  @Spec private CommandSpec spec;

  private int cuts;

  @Override
  public Integer call() throws IOException {
    try (var server = new ServerSocket(port, 5, InetAddress.getByName(listen))) {
      say("listening on " + listen + ":" + server.getLocalPort());
      while (papers == 0 || cuts < papers) {
        try (Socket lane = server.accept()) {
          print(lane);
        } catch (EscPosListing.NotEscPos e) {
          spec.commandLine().getErr().println("lajur: not understood, " + e.getMessage());
          return 1;
        } catch (IOException e) {
          say("the lane hung up: " + e.getMessage());
        }
      }
      return 0;
    }
  }

  private void print(Socket lane) throws IOException {
    var kept = new ByteArrayOutputStream();
    try {
      new EscPosListing(
              new Kept(new BufferedInputStream(lane.getInputStream()), kept),
              this::line,
              question -> {
                lane.getOutputStream().write(WELL);
                lane.getOutputStream().flush();
              })
          .walk();
    } finally {
      if (file != null && kept.size() > 0) {
        Files.write(file, kept.toByteArray());
      }
    }
  }

  private void line(String what) {
    say(what);
    if (what.contains(" GS V ")) {
      cuts++;
    }
  }

  private void say(String what) {
    spec.commandLine().getOut().println(what);
    spec.commandLine().getOut().flush();
  }

  /** Keeps what is read. */
  private static final class Kept extends FilterInputStream {
    private final ByteArrayOutputStream kept;

    Kept(InputStream in, ByteArrayOutputStream kept) {
      super(in);
      this.kept = kept;
    }

    @Override
    public int read() throws IOException {
      int b = in.read();
      if (b >= 0) {
        kept.write(b);
      }
      return b;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
      int read = in.read(into, from, most);
      if (read > 0) {
        kept.write(into, from, read);
      }
      return read;
    }
  }
}
