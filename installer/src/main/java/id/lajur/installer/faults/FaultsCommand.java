package id.lajur.installer.faults;

import id.lajur.server.admin.Progress;
import id.lajur.server.audit.AuditReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
      "overload  nothing dies: 64 lanes ask for four times what the server can post, for --seconds",
      "",
      "Exit status: 0 nothing lost, nothing doubled, the books are clean; 1 something is wrong;",
      "2 wrong use.",
      "Examples: lajur faults --kind all --runs 100 --seed 1",
      "          lajur faults --kind wire --runs 20 --json faults.json",
      "          lajur faults --kind sequence --runs 200",
      "          lajur faults --kind overload --seconds 60"
    })
public final class FaultsCommand implements Callable<Integer> {
  private static final int MOST_RUNS = 100_000;
  private static final int MOST_SECONDS = 86_400;
  private static final int OVERLOAD_LANES = 64;
  private static final int OVERLOAD_STEPS = 5;
  private static final Duration MEASURED = Duration.ofSeconds(10);

  /** What the option names. */
  enum Kinds {
    SERVER,
    DATABASE,
    LANE,
    WIRE,
    HANG,
    SEQUENCE,
    ALL,
    OVERLOAD;

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
      names = "--seconds",
      paramLabel = "N",
      description = "of the overload (default: ${DEFAULT-VALUE})",
      defaultValue = "60")
  private int seconds;

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
    if (seconds < 1 || seconds > MOST_SECONDS) {
      throw new ParameterException(
          spec.commandLine(), "--seconds must be from 1 to " + MOST_SECONDS);
    }
    if (kind == Kinds.OVERLOAD) {
      return overload();
    }
    FaultsResult result;
    try (Progress progress =
        new Progress("faults", runs * (long) kind.kinds().size() + sequences + 1)) {
      result = run(progress);
    }
    List<String> wrong = new ArrayList<>(result.wrong());
    wrong.addAll(result.tooSlow());
    return told(result.toText(), result.toJson(), result.audit(), wrong);
  }

  private int overload() throws Exception {
    OverloadResult result;
    try (Progress progress = new Progress("overload", OVERLOAD_STEPS)) {
      result =
          Overload.run(
              Path.of(System.getProperty("java.io.tmpdir")),
              OVERLOAD_LANES,
              MEASURED,
              Duration.ofSeconds(seconds),
              seed,
              progress::step);
    }
    List<String> wrong = new ArrayList<>(result.wrong());
    wrong.addAll(result.tooSlow());
    if (result.busy() == 0) {
      wrong.add("No lane was told to come again: it proves nothing.");
    }
    return told(result.toText(), result.toJson(), result.audit(), wrong);
  }

  private int told(String text, String asJson, AuditReport audit, List<String> wrong)
      throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    if (json != null) {
      Files.writeString(json, asJson);
    }
    out.print(audit.toText());
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
    try (Faults faults = Faults.open(parent, seed, killsLane, Faults.LONGEST_HANG)) {
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
