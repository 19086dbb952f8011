package id.lajur.installer.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A lane in a process of its own, which says what it does line by line. */
final class LaneProcess implements FaultLane {
  private static final long END_S = 180;

  private final Path folder;
  private final int port;
  private final String operator;
  private final LaneWatch watch;
  private long seed;
  private Process process;
  private Thread reader;

  LaneProcess(Path folder, int port, String operator, long seed, LaneWatch watch)
      throws IOException {
    this.folder = folder;
    this.port = port;
    this.operator = operator;
    this.seed = seed;
    this.watch = watch;
    this.process = start();
    this.reader = read(process);
  }

  private Process start() throws IOException {
    return ServerProcess.program(
            "faults-lane",
            "--folder",
            folder.toString(),
            "--port",
            Integer.toString(port),
            "--operator",
            operator,
            "--seed",
            Long.toString(seed++))
        .redirectError(ProcessBuilder.Redirect.appendTo(folder.resolve("lane.log").toFile()))
        .start();
  }

  private Thread read(Process from) {
    Thread thread = new Thread(() -> listen(from), "lane-process");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void listen(Process from) {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(from.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        SpokenWatch.hear(line, watch);
      }
    } catch (IOException e) {
      watch.failed("the lane's process cannot be heard: " + e);
    }
  }

  @Override
  public void kill() throws InterruptedException {
    process.toHandle().destroyForcibly(); // and what it has said can be read yet
    process.waitFor();
    reader.join();
  }

  @Override
  public void startAgain() throws IOException {
    process = start();
    reader = read(process);
  }

  @Override
  public void end() throws InterruptedException {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      watch.failed("the lane's process cannot be told: " + e);
    }
    if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
      watch.failed("the lane's process does not end");
      process.destroyForcibly();
    }
    Objects.requireNonNull(reader).join();
  }

  @Override
  public void abandon() {
    process.destroyForcibly();
  }
}
