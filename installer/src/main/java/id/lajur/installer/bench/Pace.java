package id.lajur.installer.bench;

import java.time.Duration;

/**
 * How long the bench takes.
 *
 * @param warmUp of each side
 * @param round of each side, alternating
 * @param peak of the peak pace, after its warm-up
 * @param watched length of the peak pace that is watched
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
    int watchers,
    Duration watched,
    int growthLanes,
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
          20,
          Duration.ofMinutes(1),
          16,
          1_000_000);

  static final Pace QUICK =
      new Pace(
          new int[] {1, 16, 64},
          new int[] {1, 16},
          Duration.ofSeconds(2),
          Duration.ofSeconds(1),
          3,
          50,
          Duration.ofSeconds(2),
          Duration.ofSeconds(10),
          20,
          Duration.ofSeconds(10),
          16,
          50_000);

  /** The most lanes that any part needs. */
  int lanes() {
    int most = Math.max(peakLanes, growthLanes);
    for (int lanes : commitLanes) {
      most = Math.max(most, lanes);
    }
    for (int lanes : scanLanes) {
      most = Math.max(most, lanes);
    }
    return most;
  }

  /** How often a bench of this pace tells that something begins. */
  int steps() {
    return (commitLanes.length + scanLanes.length + 1) * (rounds + 1) + 5;
  }
}
