package id.lajur.installer.bench;

import id.lajur.server.admin.Progress;
import id.lajur.server.audit.AuditReport;
import java.awt.GraphicsEnvironment;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the store beside the quickest that could be written by hand. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = "Measures sales and scans on this machine beside the same written by hand.",
    footer = {
      "",
      "Exit status: 0 measured (aims may be missed, the table says which),",
      "1 the two sides did not do the same or the books are wrong.",
      "Examples: lajur bench",
      "          lajur bench --quick --json bench.json",
      "          xvfb-run lajur bench --window --tickets 10000",
      "          xvfb-run lajur bench --table",
      "          lajur bench --reports"
    })
public final class BenchCommand implements Callable<Integer> {
  private static final int TABLE_ROWS = 100_000;
  private static final int REPORT_STEPS = 20;

  @Option(names = "--quick", description = "under two minutes, for a first look")
  private boolean quick;

  @Option(
      names = "--window",
      description = "a lane's window instead, on the display that DISPLAY names: scan to paint")
  private boolean window;

  @Option(
      names = "--table",
      description = "a table of 100,000 rows instead, on the display that DISPLAY names")
  private boolean table;

  @Option(
      names = "--reports",
      description = "the reports instead, over 1,000,000 sale lines (--quick: 50,000)")
  private boolean reports;

  @Option(
      names = "--tickets",
      paramLabel = "N",
      defaultValue = "1000",
      description = "with --window: so many tickets one after another (default: 1000)")
  private int tickets;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the result there as well")
  private @Nullable Path json;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Pace pace = quick ? Pace.QUICK : Pace.FULL;
    if (window) {
      return window(out, pace);
    }
    if (table) {
      needDisplay();
      try (Progress progress = new Progress("bench", 4)) {
        out.print(new TableBench(TABLE_ROWS, progress::step).run().toText());
      }
      out.flush();
      return 0;
    }
    if (reports) {
      return reports(out, pace);
    }
    Bench.Outcome outcome;
    try (Progress progress = new Progress("bench", pace.steps())) {
      outcome =
          new Bench(Path.of(System.getProperty("java.io.tmpdir")), pace, progress::step).run();
    }
    out.print(outcome.result().toText());
    if (json != null) {
      Files.writeString(json, outcome.result().toJson());
    }
    for (AuditReport audit : outcome.audits()) {
      if (!audit.clean()) {
        out.print(audit.toText());
      }
    }
    out.println(outcome.clean() ? "The books of every store are clean." : "THE BOOKS ARE WRONG.");
    out.flush();
    return outcome.clean() ? 0 : 1;
  }

  private void needDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      throw new ParameterException(
          spec.commandLine(), "a window needs a display: set DISPLAY, or use xvfb-run");
    }
  }

  private static int reports(PrintWriter out, Pace pace) throws Exception {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    AuditReport audit;
    try (Progress progress = new Progress("bench", REPORT_STEPS);
        BenchStore store = BenchStore.open(parent, pace.growthLanes())) {
      out.print(new ReportBench(store, pace.growthLines(), progress::step).run().toText());
      audit = store.audit();
    }
    out.println(audit.clean() ? "The books of the store are clean." : audit.toText());
    out.flush();
    return audit.clean() ? 0 : 1;
  }

  private int window(PrintWriter out, Pace pace) throws Exception {
    needDisplay();
    if (tickets < 10) {
      throw new ParameterException(spec.commandLine(), "--tickets is 10 at least");
    }
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    AuditReport audit;
    try (Progress progress = new Progress("bench", 12);
        BenchStore store = BenchStore.open(parent, pace.peakLanes())) {
      out.print(new WindowBench(store, pace, progress::step).run(tickets).toText());
      audit = store.audit();
    }
    out.println(audit.clean() ? "The books of the store are clean." : audit.toText());
    out.flush();
    return audit.clean() ? 0 : 1;
  }
}
