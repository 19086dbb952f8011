package id.lajur.installer.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bench in its smallest form: that it does the work and says so, not how quick it is. */
class BenchTest {
  private static final Pace SMALLEST =
      new Pace(
          new int[] {1, 9},
          new int[] {2},
          Duration.ofMillis(100),
          Duration.ofMillis(100),
          1,
          3,
          Duration.ofMillis(100),
          Duration.ofSeconds(6),
          2,
          Duration.ofSeconds(6),
          2,
          3_000);

  private static final List<String> steps = new ArrayList<>();
  private static Bench.Outcome outcome;

  @BeforeAll
  static void measureOnce() throws Exception {
    outcome = new Bench(Path.of(System.getProperty("java.io.tmpdir")), SMALLEST, steps::add).run();
  }

  @Test
  void bothSidesOfACommitWriteTheSameRowsOfATenLineSale() {
    assertThat(outcome.result().commits())
        .extracting(CommitBench.Result::lanes)
        .containsExactly(1, 9);
    assertThat(outcome.result().commits())
        .allSatisfy(
            commit -> {
              assertThat(commit.lajurPerSecond()).isPositive();
              assertThat(commit.jdbcPerSecond()).isPositive();
              assertThat(commit.rows())
                  .containsAllEntriesOf(
                      Map.of(
                          "sale",
                          1L,
                          "sale_line",
                          10L,
                          "stock_move",
                          10L,
                          "event",
                          1L,
                          "request",
                          1L));
            });
  }

  @Test
  void scansPeakAndGrowthHaveDoneTheirWork() {
    assertThat(outcome.result().scans())
        .singleElement()
        .satisfies(
            scan -> {
              assertThat(scan.scans()).isPositive();
              assertThat(scan.floorP50Ms()).isPositive();
            });
    assertThat(outcome.result().peak().scans()).isPositive();
    assertThat(outcome.result().peak().commits()).isPositive();
    assertThat(outcome.result().watch().watchers()).isEqualTo(2);
    assertThat(outcome.result().watch().seen()).isPositive();
    assertThat(outcome.result().watch().missed()).isZero();
    assertThat(outcome.result().growth().lines()).isEqualTo(3_000);
    assertThat(outcome.result().growth().cpu().median()).isPositive();
    assertThat(outcome.result().heapMb()).isPositive();
  }

  @Test
  void theBooksOfEveryStoreAreClean() {
    assertThat(outcome.audits()).hasSize(3);
    assertThat(outcome.clean()).isTrue();
  }

  @Test
  void theJsonHasEveryKeyOnce() {
    String json = outcome.result().toJson();
    for (String key :
        List.of(
            "commit",
            "scan",
            "peak",
            "scanP50Ms",
            "scanP99Ms",
            "commitP50Ms",
            "commitP99Ms",
            "scans",
            "commits",
            "watch",
            "watchers",
            "seen",
            "missed",
            "growth",
            "cpuRatio",
            "wallRatio",
            "lines",
            "heapMb")) {
      assertThat(json).containsOnlyOnce("\"" + key + "\":");
    }
    for (String key :
        List.of(
            "lanes",
            "lajurPerSecond",
            "jdbcPerSecond",
            "ratio",
            "ratioMin",
            "ratioMax",
            "p50Ms",
            "p99Ms",
            "rows",
            "floorP50Ms")) {
      assertThat(json).contains("\"" + key + "\":");
    }
    assertThat(json.chars().filter(c -> c == '{').count())
        .isEqualTo(json.chars().filter(c -> c == '}').count());
  }

  @Test
  void theTableNamesEachAimAndWhetherItIsReached() {
    assertThat(outcome.result().toText())
        .contains("scan, 2 lanes: ratio to its floor", "≤ 2.00", "peak pace, scan p99", "≤ 20.00")
        .contains("2 monitors, 3 lanes: commit to monitor p99", "≤ 200.00")
        .satisfies(BenchTest::saysWhetherTheHeapIsSmallEnough);
  }

  /** This program's heap has held all tests before this one too, so how much is not asked. */
  private static void saysWhetherTheHeapIsSmallEnough(String table) {
    Matcher heap = Pattern.compile("heap +([0-9.]+) MB +≤ 512.00 +(reached|missed)").matcher(table);
    assertThat(heap.find()).isTrue();
    assertThat(heap.group(2))
        .isEqualTo(Double.parseDouble(heap.group(1)) <= 512 ? "reached" : "missed");
  }

  @Test
  void everyStepIsTold() {
    assertThat(steps).hasSize(SMALLEST.steps());
  }
}
