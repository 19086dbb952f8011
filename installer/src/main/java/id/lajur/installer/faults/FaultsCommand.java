package id.lajur.installer.faults;

import id.lajur.server.admin.Progress;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Kills what can die while lanes sell, and proves that nothing was lost or doubled. */
@Command(
    name = "faults",
    mixinStandardHelpOptions = true,
    description =
        "Sells on four lanes of a store that is thrown away, kills a process or cuts a wire between"
            + " request and answer again and again, and proves that nothing was lost or doubled.",
    footer = {
      "",
      "server    the store server's process is killed; its database stays behind",
      "database  the database's process is killed under the running server",
      "lane      a lane's process is killed",
      "wire      the line between a lane and the server holds one direction, or breaks",
      "hang      the database's process stands still for up to 20 s (not on Windows)",
      "sequence  two to five of these, one on the heels of the other, in any order",
      "all       the first four",
      "",
      "Exit status: 0 nothing lost, nothing doubled, the books are clean; 1 something is wrong;",
      "2 wrong use.",
      "Examples: lajur faults --kind all --runs 100 --seed 1",
      "          lajur faults --kind wire --runs 20 --json faults.json",
      "          lajur faults --kind sequence --runs 200"
    })
public final class FaultsCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 100_000;

  /** What the option names. */
  enum Kinds {
    SERVER,
    DATABASE,
    LANE,
    WIRE,
    HANG,
    SEQUENCE,
    ALL;

    List<FaultKind> kinds() {
      return this == ALL ? FaultKind.SINGLE : List.of(FaultKind.valueOf(name()));
    }
  }

  @Option(
      names = "--kind",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
      defaultValue = "ALL")
  private Kinds kind = Kinds.ALL;

  @Option(
      names = "--runs",
      paramLabel = "N",
      description = "of each kind (default: ${DEFAULT-VALUE})",
      defaultValue = "10")
  private int runs;

  @Option(
      names = "--sequences",
      paramLabel = "N",
      description = "as many sequences after the runs (default: ${DEFAULT-VALUE})",
      defaultValue = "0")
  private int sequences;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "what dies where (default: ${DEFAULT-VALUE})",
      defaultValue = "1")
  private long seed;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the result there as well")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (runs < 1 || runs > MOST_RUNS) {
      throw new ParameterException(spec.commandLine(), "--runs must be from 1 to " + MOST_RUNS);
    }
    if (sequences < 0 || sequences > MOST_RUNS) {
      throw new ParameterException(
          spec.commandLine(), "--sequences must be from 0 to " + MOST_RUNS);
    }
    PrintWriter out = spec.commandLine().getOut();
    FaultsResult result;
    try (Progress progress =
        new Progress("faults", runs * (long) kind.kinds().size() + sequences + 1)) {
      result = run(progress);
    }
    out.print(result.toText());
    if (json != null) {
      Files.writeString(json, result.toJson());
    }
    out.print(result.audit().toText());
    List<String> wrong = result.wrong();
    wrong.forEach(out::println);
    out.println(wrong.isEmpty() ? "Nothing was lost, nothing doubled." : "SOMETHING IS WRONG.");
    out.flush();
    return wrong.isEmpty() ? 0 : 1;
  }

  private FaultsResult run(Progress progress) throws Exception {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    boolean killsLane =
        sequences > 0
            || kind.kinds().contains(FaultKind.LANE)
            || kind.kinds().contains(FaultKind.SEQUENCE);
    try (Faults faults = Faults.open(parent, seed, killsLane)) {
      for (FaultKind each : kind.kinds()) {
        run(faults, each, runs, progress);
      }
      run(faults, FaultKind.SEQUENCE, sequences, progress);
      return faults.judge(progress::step);
    }
  }

  private static void run(Faults faults, FaultKind kind, int times, Progress progress)
      throws Exception {
    for (int run = 0; run < times; run++) {
      faults.run(kind);
      progress.step(kind.word());
    }
  }
}
