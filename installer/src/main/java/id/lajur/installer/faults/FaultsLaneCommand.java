package id.lajur.installer.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One lane of {@code lajur faults}, to be killed; it ends when its input ends. */
@Command(name = "faults-lane", hidden = true, description = "Sells until its input ends.")
public final class FaultsLaneCommand implements Callable<Integer> {
  @Option(names = "--folder", required = true)
  private Path folder = Path.of("");

  @Option(names = "--port", required = true)
  private int port;

  @Option(names = "--operator", required = true)
  private String operator = "";

  @Option(names = "--seed", required = true)
  private long seed;

  @Override
  public Integer call() throws IOException, InterruptedException {
    LaneAtWork lane =
        new LaneAtWork(
            folder,
            port,
            operator,
            seed,
            new SpokenWatch(new PrintStream(System.out, true, UTF_8)));
    Thread listener = new Thread(() -> awaitEndOfInput(lane), "input");
    listener.setDaemon(true);
    listener.start();
    lane.await();
    return 0;
  }

  private static void awaitEndOfInput(LaneAtWork lane) {
    try {
      while (System.in.read() >= 0) {
        // nothing is said on it but its end
      }
    } catch (IOException e) {
      // as good as the end
    }
    lane.endAfterThisSale();
  }
}
