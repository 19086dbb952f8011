package id.lajur.installer.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a bench has measured.
 *
 * @param heapMb the most that the program's heap has held, its lanes and the baseline included
 */
record BenchResult(
    List<CommitBench.Result> commits,
    List<ScanBench.Result> scans,
    PeakBench.Result peak,
    WatchBench.Result watch,
    GrowthBench.Result growth,
    double heapMb) {
  private static final Map<Integer, Double> COMMIT_AIMS = new TreeMap<>(Map.of(16, 1.0, 64, 1.5));
  private static final double SCAN_AIM = 2;
  private static final double PEAK_SCAN_AIM_MS = 20;
  private static final double PEAK_COMMIT_AIM_MS = 100;
  private static final double WATCH_AIM_MS = 200;
  private static final double GROWTH_AIM = 1.15;
  private static final double HEAP_AIM_MB = 512;

  /** One figure beside its aim. */
  private record Figure(String name, String value, String aim, String verdict) {
    static Figure atLeast(String name, Ratio value, double aim) {
      return new Figure(name, spread(value), "≥ " + number(aim), verdict(value.median() >= aim));
    }

    static Figure atMost(String name, String text, double value, double aim) {
      return new Figure(name, text, "≤ " + number(aim), verdict(value <= aim));
    }

    static Figure plain(String name, String value) {
      return new Figure(name, value, "", "");
    }

    private static String verdict(boolean reached) {
      return reached ? "reached" : "missed";
    }
  }

  /** A table: each figure beside its aim, ratios with the least and the most of their rounds. */
  String toText() {
    List<Figure> figures = new ArrayList<>();
    commits.forEach(commit -> addTo(figures, commit));
    for (ScanBench.Result scan : scans) {
      String name = "scan, " + scan.lanes() + (scan.lanes() == 1 ? " lane" : " lanes");
      figures.add(
          Figure.plain(
              name, number(scan.p50Ms()) + " ms against " + number(scan.floorP50Ms()) + " ms"));
      figures.add(
          Figure.atMost(
              name + ": ratio to its floor",
              spread(scan.ratio()),
              scan.ratio().median(),
              SCAN_AIM));
    }
    figures.add(ms("peak pace, scan p99", peak.scanP99Ms(), PEAK_SCAN_AIM_MS));
    figures.add(ms("peak pace, commit p99", peak.commitP99Ms(), PEAK_COMMIT_AIM_MS));
    String watched = watch.watchers() + " monitors, " + watch.lanes() + " lanes: commit to monitor";
    figures.add(ms(watched + " p99", watch.p99Ms(), WATCH_AIM_MS));
    figures.add(
        Figure.atMost("receipts never shown", "" + watch.missed(), (double) watch.missed(), 0));
    String grown = "growth to " + growth.lines() + " lines: ";
    figures.add(
        Figure.atMost(
            grown + "CPU of a sale", spread(growth.cpu()), growth.cpu().median(), GROWTH_AIM));
    figures.add(
        Figure.atMost(
            grown + "time of a sale", spread(growth.wall()), growth.wall().median(), GROWTH_AIM));
    figures.add(Figure.atMost("heap", number(heapMb) + " MB", heapMb, HEAP_AIM_MB));
    return figures.stream()
        .map(
            figure ->
                String.format(
                        Locale.ROOT,
                        "%-52s %-28s %-8s %s",
                        figure.name(),
                        figure.value(),
                        figure.aim(),
                        figure.verdict())
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static void addTo(List<Figure> figures, CommitBench.Result commit) {
    String name = "commit, " + commit.lanes() + (commit.lanes() == 1 ? " lane" : " lanes");
    figures.add(
        Figure.plain(
            name,
            String.format(
                Locale.ROOT,
                "%.0f/s against %.0f/s",
                commit.lajurPerSecond(),
                commit.jdbcPerSecond())));
    figures.add(
        Figure.plain(
            name + ": p50, p99",
            number(commit.p50Ms()) + " ms, " + number(commit.p99Ms()) + " ms"));
    Double aim = COMMIT_AIMS.get(commit.lanes());
    figures.add(
        aim == null
            ? Figure.plain(name + ": ratio", spread(commit.ratio()))
            : Figure.atLeast(name + ": ratio", commit.ratio(), aim));
  }

  private static Figure ms(String name, double ms, double aim) {
    return Figure.atMost(name, number(ms) + " ms", ms, aim);
  }

  private static String spread(Ratio ratio) {
    return number(ratio.median())
        + " ("
        + number(ratio.least())
        + " to "
        + number(ratio.most())
        + ")";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  String toJson() {
    return String.format(
        Locale.ROOT,
        """
        {"commit": [
          %s],
        "scan": [
          %s],
        "peak": {"scanP50Ms": %.3f, "scanP99Ms": %.3f, "commitP50Ms": %.3f, "commitP99Ms": %.3f,
          "scans": %d, "commits": %d},
        "watch": {"watchers": %d, "p50Ms": %.3f, "p99Ms": %.3f, "seen": %d, "missed": %d},
        "growth": {"cpuRatio": %.3f, "wallRatio": %.3f, "lines": %d},
        "heapMb": %.1f}
        """,
        commits.stream().map(BenchResult::json).collect(Collectors.joining(",\n  ")),
        scans.stream().map(BenchResult::json).collect(Collectors.joining(",\n  ")),
        peak.scanP50Ms(),
        peak.scanP99Ms(),
        peak.commitP50Ms(),
        peak.commitP99Ms(),
        peak.scans(),
        peak.commits(),
        watch.watchers(),
        watch.p50Ms(),
        watch.p99Ms(),
        watch.seen(),
        watch.missed(),
        growth.cpu().median(),
        growth.wall().median(),
        growth.lines(),
        heapMb);
  }

  private static String json(CommitBench.Result commit) {
    return String.format(
        Locale.ROOT,
        "{\"lanes\": %d, \"lajurPerSecond\": %.1f, \"jdbcPerSecond\": %.1f, \"ratio\": %.3f,"
            + " \"ratioMin\": %.3f, \"ratioMax\": %.3f, \"p50Ms\": %.3f, \"p99Ms\": %.3f,"
            + " \"rows\": {%s}}",
        commit.lanes(),
        commit.lajurPerSecond(),
        commit.jdbcPerSecond(),
        commit.ratio().median(),
        commit.ratio().least(),
        commit.ratio().most(),
        commit.p50Ms(),
        commit.p99Ms(),
        commit.rows().entrySet().stream()
            .map(rows -> "\"" + rows.getKey() + "\": " + rows.getValue())
            .collect(Collectors.joining(", ")));
  }

  private static String json(ScanBench.Result scan) {
    return String.format(
        Locale.ROOT,
        "{\"lanes\": %d, \"p50Ms\": %.3f, \"floorP50Ms\": %.3f, \"ratio\": %.3f}",
        scan.lanes(),
        scan.p50Ms(),
        scan.floorP50Ms(),
        scan.ratio().median());
  }
}
