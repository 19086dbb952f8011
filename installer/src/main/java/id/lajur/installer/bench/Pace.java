package id.lajur.installer.bench;

import java.time.Duration;

/**
 * How long the bench takes.
 *
 * @param warmUp of each side
 * @param round of each side, alternating
 * @param peak of the peak pace, after its warm-up
 * @param growthLines sale lines of the grown database
 */
record Pace(
    int[] commitLanes,
    int[] scanLanes,
    Duration warmUp,
    Duration round,
    int rounds,
    int peakLanes,
    Duration peakWarmUp,
    Duration peak,
    int growthLines) {
  static final Pace FULL =
      new Pace(
          new int[] {1, 4, 16, 64},
          new int[] {1, 16},
          Duration.ofSeconds(15),
          Duration.ofSeconds(5),
          5,
          50,
          Duration.ofSeconds(15),
          Duration.ofMinutes(3),
          1_000_000);

  static final Pace QUICK =
      new Pace(
          new int[] {1, 16, 64},
          new int[] {1, 16},
          Duration.ofSeconds(3),
          Duration.ofSeconds(1),
          3,
          50,
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          50_000);
}
