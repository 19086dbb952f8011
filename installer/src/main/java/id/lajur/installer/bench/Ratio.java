package id.lajur.installer.bench;

import java.util.List;

/** The median of some rounds' ratios, with the smallest and the largest. */
record Ratio(double median, double least, double most) {
  static Ratio of(List<Double> ratios) {
    List<Double> sorted = ratios.stream().sorted().toList();
    return new Ratio(sorted.get(sorted.size() / 2), sorted.get(0), sorted.get(sorted.size() - 1));
  }

  static double median(List<Double> values) {
    return of(values).median();
  }
}
