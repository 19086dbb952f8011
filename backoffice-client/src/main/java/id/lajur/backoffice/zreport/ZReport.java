package id.lajur.backoffice.zreport;

import java.util.List;
import java.util.Optional;

/**
 * A Z as it was written.
 *
 * @param chainHead of the receipts, as the Z has it
 */
public record ZReport(String terminal, long number, List<Line> lines, String chainHead) {
  public ZReport {
    lines = List.copyOf(lines);
  }

  /** Where a line stands. */
  public enum Section {
    SALES,
    TENDERS,
    CASH,
    CONTROL
  }

  /**
   * One figure.
   *
   * @param key of its words; a tender goes by its own name
   * @param minor an amount in minor units
   */
  public record Line(
      Section section, String key, boolean named, Optional<Long> count, Optional<Long> minor) {
    static Line amount(Section section, String key, long minor) {
      return new Line(section, key, false, Optional.empty(), Optional.of(minor));
    }

    static Line count(Section section, String key, long count) {
      return new Line(section, key, false, Optional.of(count), Optional.empty());
    }

    static Line both(Section section, String key, boolean named, long count, long minor) {
      return new Line(section, key, named, Optional.of(count), Optional.of(minor));
    }
  }

  List<Line> of(Section section) {
    return lines.stream().filter(line -> line.section() == section).toList();
  }
}
