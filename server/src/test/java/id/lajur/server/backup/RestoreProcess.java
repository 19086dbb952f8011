package id.lajur.server.backup;

import id.lajur.server.admin.RestoreCommand;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** {@code lajur restore} as a process of its own, to be killed. */
final class RestoreProcess {
  private RestoreProcess() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new RestoreCommand())
            .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
            .execute(args));
  }
}
