package id.lajur.installer.faults;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This program again, in a process of its own that can be killed. */
public final class ServerProcess {
  private static final long END_S = 20;

  private final Process process;

  private ServerProcess(Process process) {
    this.process = process;
  }

  /** The store server of a data folder, as the launcher starts it; what it says goes to a file. */
  public static ServerProcess start(Path data, Path log) throws IOException {
    return new ServerProcess(
        program("server", "--data", data.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start());
  }

  /** The launcher's command line: this Java, this class path, and its archive of classes. */
  static ProcessBuilder program(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("-XX:SharedArchiveFile="))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xshare:auto",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Dfile.encoding=UTF-8",
            "-cp",
            System.getProperty("java.class.path"),
            "id.lajur.installer.Lajur"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends. */
  void await() throws InterruptedException {
    process.waitFor();
  }

  /** Kills it as a loss of power would, and waits until it is gone. */
  public void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** Ends it in order; one that has ended is left as it is. */
  public void end() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(END_S, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("process " + process.pid() + " does not end");
    }
  }
}
