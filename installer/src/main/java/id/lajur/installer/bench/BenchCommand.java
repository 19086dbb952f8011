package id.lajur.installer.bench;

import id.lajur.server.audit.AuditReport;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures the store beside the quickest that could be written by hand. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures sales on this machine beside sales written by hand.",
    footer = {
      "",
      "Exit status: 0 measured, 1 the two sides did not do the same or the books are wrong.",
      "Example: lajur bench --quick --json bench.json"
    })
public final class BenchCommand implements Callable<Integer> {
  @Option(names = "--quick", description = "under two minutes, for a first look")
  private boolean quick;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the result there as well")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Pace pace = quick ? Pace.QUICK : Pace.FULL;
    Steps steps = name -> {};
    try (BenchStore store = BenchStore.open(Path.of(System.getProperty("java.io.tmpdir")), 64)) {
      List<CommitBench.Result> commits = new ArrayList<>();
      CommitBench commit = new CommitBench(store, pace, steps);
      for (int lanes : pace.commitLanes()) {
        CommitBench.Result result = commit.run(lanes);
        commits.add(result);
        out.println(result);
        out.flush();
      }
      if (json != null) {
        Files.writeString(json, json(commits));
      }
      AuditReport report = store.audit();
      if (!report.clean()) {
        out.print(report.toText());
        return 1;
      }
    }
    return 0;
  }

  /** Only what has been measured; scan, peak and growth have no keys until they are. */
  private static String json(List<CommitBench.Result> commits) {
    return commits.stream()
        .map(
            result ->
                String.format(
                    Locale.ROOT,
                    "{\"lanes\": %d, \"lajurPerSecond\": %.1f, \"jdbcPerSecond\": %.1f,"
                        + " \"ratio\": %.3f, \"ratioMin\": %.3f, \"ratioMax\": %.3f,"
                        + " \"p50Ms\": %.3f, \"p99Ms\": %.3f, \"rows\": {%s}}",
                    result.lanes(),
                    result.lajurPerSecond(),
                    result.jdbcPerSecond(),
                    result.ratio().median(),
                    result.ratio().least(),
                    result.ratio().most(),
                    result.p50Ms(),
                    result.p99Ms(),
                    result.rows().entrySet().stream()
                        .map(rows -> "\"" + rows.getKey() + "\": " + rows.getValue())
                        .collect(Collectors.joining(", "))))
        .collect(Collectors.joining(",\n  ", "{\"commit\": [\n  ", "]}\n"));
  }
}
