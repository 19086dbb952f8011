package id.lajur.backoffice.zreport;

import id.lajur.rules.receipt.ReceiptsProof;
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
   * @param paper the number of a receipt as it is printed
   */
  public record Line(
      Section section,
      String key,
      boolean named,
      Optional<Long> count,
      Optional<Long> minor,
      Optional<String> paper) {
    static Line amount(Section section, String key, long minor) {
      return new Line(section, key, false, Optional.empty(), Optional.of(minor), Optional.empty());
    }

    static Line count(Section section, String key, long count) {
      return new Line(section, key, false, Optional.of(count), Optional.empty(), Optional.empty());
    }

    static Line both(Section section, String key, boolean named, long count, long minor) {
      return new Line(
          section, key, named, Optional.of(count), Optional.of(minor), Optional.empty());
    }

    /**
     * A receipt of the lane's own series.
     *
     * @param number 0 when there is none
     */
    static Line receipt(Section section, String key, String terminal, long number) {
      String printed = number == 0 ? "\u2013" : ReceiptsProof.number(terminal, "S", number);
      return new Line(
          section, key, false, Optional.empty(), Optional.empty(), Optional.of(printed));
    }
  }

  List<Line> of(Section section) {
    return lines.stream().filter(line -> line.section() == section).toList();
  }
}
